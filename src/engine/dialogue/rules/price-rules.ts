import type { Talk } from '../talk.ts'
import { readNumber } from '../../text/numbers.ts'
import { tokens } from '../../text/tokens.ts'
import { FIRM } from './rule.ts'
import type { Seen, Verdict } from './rule.ts'

/*
 * Whether a message asks for a price, an offer, or how much of something else.
 */

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

const OF_BOTH = /\bcuant\w+ (?:\S+ ){0,4}(?:l[ao]s (?:dos|tres|2|3)(?: cosas)?|amb[oa]s(?: cosas)?|tod[oa](?: junto)?)$/

/** "¿cuánto me salen las dos cosas?", with two in the cart and no list on the screen. */
export function priceOfTheCart(talk: Talk, { intent, phrase, cart }: Seen): Verdict {
  if (!cart || intent !== 'price_query' || talk.state.listFresh || talk.u.entities.mentions.length > 0) return null
  const said = OF_BOTH.exec(phrase)
  if (said === null || talk.state.cart.lines.length < 2) return null
  // "¿cuánto salen los dos?", of two that were talked about and are not bought yet.
  const bought = new Set(talk.state.cart.lines.map((line) => line.sku))
  return talk.state.focus.slice(0, 2).every((sku) => bought.has(sku))
    ? { intent: 'view_cart', because: 'asks what all of it comes to' }
    : null
}
