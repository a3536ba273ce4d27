import type { Intent } from '../../types.ts'
import { classOf } from '../../catalog/words.ts'
import { resolveMention } from '../resolve.ts'
import type { Talk } from '../talk.ts'
import { readNumber } from '../../text/numbers.ts'
import { tokens } from '../../text/tokens.ts'
import { FIRM, HAVING } from './rule.ts'
import type { Seen, Verdict } from './rule.ts'

/*
 * Whether a message asks for a price, an offer, or how much of something else.
 */

/** What a question about a price is mistaken for. */
const PRICELESS: ReadonlySet<Intent> = new Set(['recommend', 'browse_category', 'stock_query', 'product_info'])

const ASKS_PRICE =
  /\b(?:cuanto|que precio|precio)\b.*\b(?:sale|cuesta|vale|esta|tiene)\b|\b(?:sale|cuesta|vale)\b.*\bcuanto\b|\ba (?:cuanto|como) (?:(?:me|te|nos) )?(?:lo |la |los |las )?(?:tien\w+|teni\w*|dej\w+|sal\w+|vend\w+|estan?)\b/

const MEASURES = /\b(\d{1,3})(?:[.,]\d)? ?x ?(\d{1,3})/

/** "¿tienen toldo 3x3?": a size, where "2x1" is an offer. */
export function sizeNotOffer(talk: Talk, { intent, phrase }: Seen): Verdict {
  const size = intent === 'promotions' ? MEASURES.exec(phrase) : null
  if (size === null || Number(size[1]) === Number(size[2]) + 1) return null
  return talk.u.entities.mentions.some((mention) => resolveMention(talk, mention.text).kind !== 'none')
    ? { intent: HAVING.test(phrase) ? 'stock_query' : 'browse_category', because: 'a size, and no offer' }
    : null
}

const MANY = '(\\d{1,3}|dos|tres|cuatro|cinco|seis|siete|ocho|diez|doce)'
const SO_MANY_COST = new RegExp(
  `^(?:(?:y|e|oye|ya|pero) )*(?:(?:por|si llevo|si compro|si quiero|llevando|comprando) )?${MANY}(?: (?:de es[oa]s|unidades))? (?:(?:en|a) )?(?:cuanto|como) (?:sale\\w*|seria\\w*|es|son|cuesta\\w*|vale\\w*|me sale\\w*|queda\\w*|saldria\\w*)$|` +
    `^(?:(?:y|oye) )*(?:a |en )?cuanto (?:(?:me |te )?(?:sale\\w*|seria\\w*|cuesta\\w*|vale\\w*|queda\\w*) )?(?:por |si llevo |si compro |llevando )?${MANY}(?: de es[oa]s| unidades)?$|` +
    `^(?:(?:y|oye|pero) )*si (?:llevo|compro|quiero|me llevo) ${MANY}(?: de es[oa]s)?$`,
)

const COSTS_ONLY = /^(?:ser[ií]an?|saldr[ií]an?|costar[ií]an?|valdr[ií]an?|quedar[ií]an?)$/i

/** "¿y tres en cuánto salen?", "¿y si llevo 3?": so many of what is being talked about, and what they come to. */
export function priceOfSoMany(talk: Talk, { intent, phrase, question, about }: Seen): Verdict {
  if (!about || FIRM.has(intent)) return null
  if (talk.u.entities.mentions.some((mention) => !COSTS_ONLY.test(mention.text))) return null
  const match = SO_MANY_COST.exec(phrase)
  const said = match?.[1] ?? match?.[2] ?? match?.[3]
  const quantity = said === undefined ? null : (readNumber(tokens(said), 0)?.value ?? null)
  if (quantity === null || (match?.[3] !== undefined && !question)) return null
  talk.picked = [about]
  talk.u = { ...talk.u, entities: { ...talk.u.entities, quantity, mentions: [] } }
  return { intent: 'price_query', because: 'asks what so many of it come to' }
}

export function priceAsked(_: Talk, { intent, confidence, phrase }: Seen): Verdict {
  // "quiero comprar un termo, ¿cuánto cuesta?"
  if (PRICELESS.has(intent) && / cuanto (?:cuesta|vale|sale)n?$/.test(phrase) && phrase.split(' ').length > 3)
    return { intent: 'price_query', because: 'ends with what it costs' }
  if (!PRICELESS.has(intent) || confidence > 0.9) return null
  return ASKS_PRICE.test(phrase) ? { intent: 'price_query', because: 'asks what it costs' } : null
}

export function priceOfFocus(talk: Talk, { intent, cart, about, phrase }: Seen): Verdict {
  if (intent !== 'view_cart' || cart || !about || talk.facts.orders.length > 0) return null
  if (/\b(?:total|carr\w+|cart|pedido|llevo)\b/.test(phrase)) return null
  return { intent: 'price_query', because: 'the cart is empty and a product is being talked about' }
}

/** "¿me puedes hacer un descuentico?" */
export function wantsLess(_: Talk, { intent, phrase }: Seen): Verdict {
  if (intent !== 'help' && intent !== 'smalltalk' && intent !== 'out_of_scope') return null
  return /\b(?:descuent\w*|rebaj\w+|dcto|ofertas?|promo\w*)\b/.test(phrase)
    ? { intent: 'promotions', because: 'asks for a lower price' }
    : null
}

const PRICED =
  /\b(?:c[ou]e?st\w*|val\w+|sal[eg]\w*|saldria|precio\w*|cobr\w+|a (?:cuanto|como|cto)|como esta\w*|much|quanto|custa|kuanto|pesos|lucas|car[oa]|barat\w*|total|descuento)\b/

/** "¿cuánto taza hace?", "quanto metro es" */
const HOW_MUCH_OF =
  /^(?:(?:y|oye|pero) )*(?:cuant[oa]s?|quanto) (?!(?:es|vale|valen|cuesta|cuestan|sale|salen|seria|llevo|tiempo|plata|dinero|pesos|lucas|me|te|se|el|la|los|las|cada|precio|mas|menos|por|un|una)\b)[a-z]{3,} (?:es|hace|hacen|trae|traen|tiene|tienen|da|rinde|viene|vienen)$/

/** "la cocinilla, ¿en cuánto hierve un litro?" */
const IN_HOW_LONG =
  /\ben cuant[oa]s? (?:rato|tiempo|dias|horas|minutos) \S|\b(?:de (?:alto|ancho|largo|diametro|fondo|peso|capacidad|profundidad) cuant[oa]|cuant[oa] (?:tiene|mide|trae)? ?de (?:alto|ancho|largo|diametro|fondo|profundidad))\b|\ben cuanto (?!(?:esta|sale|queda|deja|vale|cuesta|tiene|lo|la|los|las|me|te|se|va|anda|quedo|quedaria)\b)[a-z]+[ae]n?\b/

/** "¿cuánto suena la alarma?", "¿en cuánto tiempo se cocinan?": how much, and not of money. */
export function measureNotPrice(_: Talk, { intent, phrase, confidence }: Seen): Verdict {
  if (intent !== 'price_query') return null
  if (HOW_MUCH_OF.test(phrase) || IN_HOW_LONG.test(phrase))
    return { intent: 'product_info', because: 'asks how much or how long, and not for money' }
  // "¿cuántas tazas salen de uno?"
  if (
    /\bcuant[oa]s (?!lucas|pesos|luca)[a-z]+s (?:salen|sale|da|dan|rinde|rinden|trae|traen|hace|hacen|alcanza\w*|caben)\b/.test(
      phrase,
    )
  )
    return { intent: 'product_info', because: 'asks how many come of it' }
  if (PRICED.test(phrase)) return null
  if (HAVING.test(phrase) && confidence < 0.8)
    return { intent: 'stock_query', because: 'asks whether the shop has it, and for no price' }
  const next = /\bcuanto (?:se |le |me )?([a-z]+)\b/.exec(phrase)?.[1]
  if (next === undefined) return null
  const verb = /(?:a|e|an|en)$/.test(next) && classOf(next) === 'soft'
  return next === 'tiempo' || verb
    ? { intent: 'product_info', because: 'asks how much of something, and not for money' }
    : null
}
