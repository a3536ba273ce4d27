import { readNumber } from '../../text/numbers.ts'
import { tokens } from '../../text/tokens.ts'
import type { Intent } from '../../types.ts'
import { byTheKilo } from '../amounts.ts'
import { recounted, TELLS_NUMBER } from '../correct-cart.ts'
import { lineFor, lineMeant } from '../line-meant.ts'
import { pointedOut } from '../reference.ts'
import { resolveMention } from '../resolve.ts'
import type { Talk } from '../talk.ts'
import { BUYING, FIRM, type Seen, type Verdict } from './rule.ts'

/*
 * How many it shall be: another number of a line, more or fewer of it, so many of what is on the table.
 */

export function fewerOfALine(talk: Talk, { intent, phrase, cart, question }: Seen): Verdict {
  const [mention, ...more] = talk.u.entities.mentions
  if (!cart || question || !mention || more.length > 0 || mention.quantity === null) return null
  if (intent === 'remove_from_cart' || intent === 'change_quantity' || BUYING.test(phrase)) return null
  if (REMOVES_SOME.test(phrase)) return null
  if (!/\b(?:no ?mas|nomas|solo|sola|solamente|en realidad|mejor)\b/.test(phrase)) return null
  const sku = lineMeant(talk, mention.text)
  return sku === null ? null : { intent: 'change_quantity', because: 'another number of what is in the cart' }
}

const OTHER_WAY_ROUND = /\b(?:al reves|perdon|disculp\w+|equivoq\w+|mejor|quise decir|son|eran|sean|no)\b/

/** "es al revés: dos azules y cuatro blancos": new numbers of what is in the cart. */
export function recountsLines(talk: Talk, { intent, phrase, cart, question }: Seen): Verdict {
  if (!cart || question || intent === 'change_quantity' || FIRM.has(intent) || !OTHER_WAY_ROUND.test(phrase))
    return null
  return recounted(talk).length > 0
    ? { intent: 'change_quantity', because: 'new numbers of what is in the cart' }
    : null
}

const CHANGES = /\b(?:mejor|que sean?|sean|cambi\w+|en vez|son|eran|deja\w*|no|baj\w+|sub\w+)\b/

/** "ponle 2 de esas", "y 2 de 3 a 6": of what is being talked about, or of its kind, and not in the cart yet. */
export function addsAnother(talk: Talk, { intent, question, about, cart, phrase }: Seen): Verdict {
  if (intent !== 'change_quantity' || question || !cart || talk.u.entities.mentions.length > 0) return null
  const held = (sku: string) => talk.state.cart.lines.some((line) => line.sku === sku)
  const { pending } = talk.state
  const offered = pending?.kind === 'add_to_cart' ? pending.skus[0] : undefined
  if (offered !== undefined && !held(offered) && offered === about?.sku && talk.u.entities.quantity !== null)
    return CHANGES.test(phrase) ? null : { intent: 'buy_product', because: 'so many of what was offered' }
  const [told, ...more] = pointedOut(talk)
  if (told && more.length === 0 && !held(told.sku) && talk.u.entities.quantity !== null)
    return { intent: 'buy_product', because: 'another of the kind, and how many' }
  const those = /\bde (?:es[oa]s|est[oa]s|es[eo]|esa)\b/i.test(talk.text)
  return those && about !== undefined && !held(about.sku)
    ? { intent: 'buy_product', because: 'so many of what is being talked about' }
    : null
}

const MORE_OF_THAT =
  /^(?:(?:y|ya|ok|tambien|ademas) )*(?:de |del )(?:(?:el|la|los|las|es[eao]s?|est[eao]s?) )?(?:\S+ ){1,4}?(?:pon|ponme|ponle|pongame|agrega|agregame|agregue|echa|echame|echale|suma|sumame|sumale|dame|deme|mandame) (?:otr[oa]s? )?(?:\d{1,3}|un[oa]|dos|tres|cuatro|cinco|seis)(?: mas)?(?: (?:porfa|por favor|tambien))*$|^(?:(?:y|ya|ok|tambien|ademas) )*(?:de |del )(?:(?:el|la|los|las) )?(?:\S+ ){1,4}?(?:\d{1,3}|un[oa]|dos|tres|cuatro|cinco|seis) (?:mas|tambien|igual)$/

/** "y de esa lámpara pon 2 más", "y de la ipa 3 también": of what is named first, so many. */
export function moreOfThat(talk: Talk, { intent, phrase, question }: Seen): Verdict {
  if (question || FIRM.has(intent) || !MORE_OF_THAT.test(phrase)) return null
  const [mention, ...more] = talk.u.entities.mentions
  if (!mention || more.length > 0 || resolveMention(talk, mention.text).kind === 'none') return null
  return { intent: 'buy_product', because: 'so many of what is named' }
}

const NOT_SO_MANY =
  /\b(\d{1,3}|dos|tres|cuatro|cinco|seis|ocho|diez) \S.{1,40}?(?: en (?:vez|lugar) de| no| y no) (?:las |los )?(?:\d{1,3}|un[oa]?|dos|tres|cuatro|cinco|seis|ocho|diez)$/

/** "pon 4 filtros en vez de 2", "quiero 4 filtros, no 2", "2 filtros menos": another number of a line, and no more of it. */
export function notSoMany(talk: Talk, { intent, phrase, question, cart }: Seen): Verdict {
  if (!cart || question || FIRM.has(intent)) return null
  const [mention, ...more] = talk.u.entities.mentions
  const less = (talk.u.entities.quantityChange ?? 0) < 0 && !REMOVES_SOME.test(phrase)
  if (!mention || more.length > 0 || !(less || NOT_SO_MANY.test(phrase))) return null
  return lineMeant(talk, mention.text) === null ? null : { intent: 'change_quantity', because: 'that many instead' }
}

const REMOVES_SOME =
  /\b(?:sac(?:a|ar|as)(?:me|le|lo|la|los|las)?|saque\w*|quit(?:a|ar|e)(?:me|le|lo|la|los|las)?|elimin\w*)\b/

/** "el doble de acero digo": which one was meant, and no number. */
export function meantTheOther(talk: Talk, { intent, phrase, question }: Seen): Verdict {
  if (intent !== 'change_quantity' || question || !/\b(?:digo|quise decir)\b/.test(phrase)) return null
  return talk.u.entities.quantity === null && talk.u.entities.mentions.length > 0
    ? { intent: 'select_option', because: 'says which one was meant' }
    : null
}

/** "no, de ulmo que sean 2": a new number of a line, however it is named. */
export function shallBe(talk: Talk, { intent, phrase, question, cart }: Seen): Verdict {
  if (!cart || question || FIRM.has(intent) || intent === 'change_quantity') return null
  if (!TELLS_NUMBER.test(phrase)) return weighedAnew(talk, phrase)
  if (talk.u.entities.mentions.length > 1) return null
  const words = talk.u.entities.mentions[0]?.text
  // "los cuadernos bajalos a 8": what follows the noun may be read as part of it.
  const sku =
    words === undefined ? lineFor(talk) : (lineMeant(talk, words) ?? lineMeant(talk, words.split(' ')[0] ?? ''))
  return sku === null ? null : { intent: 'change_quantity', because: 'says how many it shall be' }
}

const AMOUNT_RATHER =
  /^(?:no |ya |bueno |perdon )*(?:(?:mejor|que sean|dame|deme|ponme) )*(?:\d{1,2}|dos|tres|cuatro|cinco|seis) (?:kilos?|kg|litros?|lts?|metros?|mts?)(?: mejor| entonces)?$/

/** "no, 3 kilos de tomate mejor", with two in the cart. */
function weighedAnew(talk: Talk, phrase: string): Verdict {
  if (talk.state.lastLine !== null && AMOUNT_RATHER.test(phrase))
    return { intent: 'change_quantity', because: 'how much it shall be' }
  const [mention, ...more] = talk.u.entities.mentions
  if (!mention || more.length > 0 || !/^no\b|\bmejor\b/.test(phrase)) return null
  const found = byTheKilo(talk, mention.text)
  const held = found?.kind === 'one' && talk.state.cart.lines.some((line) => line.sku === found.product.sku)
  return held ? { intent: 'change_quantity', because: 'how much it shall be of what is in the cart' } : null
}

const THEN =
  /^(?:(?:ya|ok|oka|bueno|dale|ah|mm+|buena|perfecto|genial|y) )*(?:entonces(?: (?:mejor|que sean|dame|llevo|quiero|son|serian|me llevo|dejemos|deja))?|que sean|mejor(?: que sean)?) (?:un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|diez|\d{1,3})\b(?! (?:mas|de cada))/

const ASKED: ReadonlySet<Intent | null> = new Set<Intent | null>(['product_info', 'stock_query', 'price_query'])

const MANY_RATHER =
  /^(?:(?:ya|bueno|ok|no|mm+) )*(?:dame|deme|ponme|que sean|llevo|quiero|mejor) (?:un[oa]?|dos|tres|cuatro|cinco|seis|ocho|diez|\d{1,3}) mejor(?: (?:porfa|entonces))?$/

/** "bueno, dame dos mejor", right after it went in: that many in all. */
export function soManyRather(talk: Talk, { phrase, question, about }: Seen): Verdict {
  if (question || !about || talk.state.lastLine !== about.sku || !MANY_RATHER.test(phrase)) return null
  return { intent: 'change_quantity', because: 'that many rather' }
}

/** "¿cuánto se estira la barra?", and then "entonces 2 barras": so many of what is in the cart, and no more of it. */
export function thenSoMany(talk: Talk, { intent, phrase, question, cart, about }: Seen): Verdict {
  if (!cart || question || intent === 'change_quantity' || FIRM.has(intent) || !THEN.test(phrase)) return null
  const [mention, ...more] = talk.u.entities.mentions
  if (more.length > 0 || (mention?.quantity ?? talk.u.entities.quantity) === null) return null
  if (!ASKED.has(talk.state.lastIntent)) return null
  const sku = mention === undefined ? about?.sku : lineMeant(talk, mention.text)
  return sku !== null && talk.state.cart.lines.some((line) => line.sku === sku)
    ? { intent: 'change_quantity', because: 'how many it shall be of what is in the cart' }
    : null
}

const BOXES_OF_IT =
  /^(?:(?:ya|ok|dale|bueno|perfecto) )*(?:un|una|dos|tres|\d{1,2}) (?:cajita|bolsita|paquetito|caja|bolsa|paquete|docena|tarro|tarrito|frasco|botella|lata|bandeja|saco|par|pack)s?(?: (?:para|pa|pal) .{2,30})?$/

/** "una cajita para mi viejo", right after its price: of that. */
export function boxesOfIt(talk: Talk, { intent, phrase, question, about }: Seen): Verdict {
  if (!about || question || FIRM.has(intent) || intent === 'buy_product' || talk.state.pending?.kind !== 'add_to_cart')
    return null
  return BOXES_OF_IT.test(phrase) ? { intent: 'buy_product', because: 'how much of what was offered' } : null
}

const ENOUGH = /\bcon (\d{1,3}|un[oa]?|dos|tres|cuatro|cinco|seis)(?: \S+)? (?:me |nos )?(?:basta|alcanza|sobra)\b/

/** "de mentas con una bolsa me basta": so many in all. */
export function enough(talk: Talk, { intent, phrase, question, cart }: Seen): Verdict {
  const said = !cart || question || FIRM.has(intent) ? undefined : ENOUGH.exec(phrase)?.[1]
  const quantity = said === undefined ? undefined : readNumber(tokens(said), 0)?.value
  if (quantity === undefined) return null
  const named = talk.u.entities.mentions.filter((mention) => lineMeant(talk, mention.text) !== null)
  const mentions = named.slice(0, 1).map((mention) => ({ ...mention, quantity }))
  talk.u = { ...talk.u, entities: { ...talk.u.entities, mentions, quantity, quantityChange: null } }
  return { intent: 'change_quantity', because: 'says how many are enough' }
}

export function countsTheLine(talk: Talk, { confidence, cart, phrase, question }: Seen): Verdict {
  if (!cart || question || talk.u.entities.quantity === null || talk.u.entities.mentions.length > 0) return null
  if (confidence > 0.8 || talk.state.pending?.kind === 'checkout_field') return null
  return /^(?:(?:ya|si|con|solo) )?(?:un[oa]?|dos|tres|cuatro|cinco|seis|\d{1,3})(?: (?:bolsa|caja|paquete|saco|unidad|pack|par|botella|tarro|bandeja|kilo|docena|sobre|lata)(?:e?s)?)?(?: (?:no ?mas|nomas|porfa|por favor))?$/.test(
    phrase,
  )
    ? { intent: 'change_quantity', because: 'a number of what was just put in' }
    : null
}

export function counted(talk: Talk, { intent, cart, about }: Seen): Verdict {
  const pending = talk.state.pending?.kind
  if (talk.u.entities.quantity === null || !about) return null
  if (intent === 'affirm' && (pending === 'add_to_cart' || pending === 'which_product'))
    return { intent: 'buy_product', because: 'says how many' }
  return intent === 'change_quantity' && !cart ? { intent: 'buy_product', because: 'the cart is empty' } : null
}
