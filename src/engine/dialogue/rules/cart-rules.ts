import type { Intent } from '../../types.ts'
import { foldPhrase } from '../../text/fold.ts'
import { readNumber } from '../../text/numbers.ts'
import { tokens } from '../../text/tokens.ts'
import { byTheKilo } from '../amounts.ts'
import { lineFor, lineMeant } from '../line-meant.ts'
import { recounted, TELLS_NUMBER } from '../correct-cart.ts'
import { pointedOut } from '../reference.ts'
import { keptLines } from '../remove-product.ts'
import { resolveMention } from '../resolve.ts'
import { evidenceOf, type Talk } from '../talk.ts'
import { BUYING, FIRM, HAVING, TOTAL } from './rule.ts'
import type { Seen, Verdict } from './rule.ts'

const ADDING =
  /^(?:(?:ya|ok|bueno|dale|listo|tambien|y tambien) )*(?:y|con|mas|ademas|tambien|aparte)\s+(?:un|una|uno|unos|unas|otro|otra|el|la|los|las|\d{1,3}|dos|tres|cuatro|cinco|seis)\s+\S/

const WITH = /^con (?:un |una |el |la )?\S+(?: (?:tb|tambien|tambn|porfa))?$/

const ADDS = /\b(?:suma|sumale|agrega\w*|anade|echa|echale|ponme|ponle|anota\w*|dame|deme|mete\w*)\b/

export const TAKES_OUT =
  /\b(?:sa[cq]\w*|quit\w*|elimin\w*|borr\w*|retir\w*|descart\w*|bot\w+|vaci\w*|cancel\w*|tir\w+|no (?:quiero|llevo|lo quiero|la quiero))\b/

/** An order to the shop, with what it is about. */
const STRONG_BUYING =
  /^(?:(?:ya|ok|bueno|dale|listo|no|y|pero|entonces) )*(?:dame|deme|ponme|pongame|agrega\w*|echame|mandame|anotame|me llevo|llevo) (?:el|la|los|las|un|una|unos|unas|dos|tres|\d+) \S/

/** "caro, pero la llevo": at the end of whatever was said. */
const TAKES =
  /(?:^|\b(?:pero|igual|ya|po|si|bueno|caro|cara|bien|entonces) )(?:me )?(?:lo|la|los|las) (?:llevo|quiero|compro)(?: (?:igual|po|nomas|no mas|tmb|tambien|entonces|pues|porfa|por favor|altiro|al tiro))*$/

const REMOVING =
  /\b(?:sa[cq]\w*|quit\w*|elimin\w*|borr\w*|retir\w*|descart\w*|bot\w+|fuera|sin|menos|no (?:quiero|llevo|va|me|lo|la)|ya no|deja\w*|cancel\w*|tir\w+|devuelv\w*)\b/

/** What a purchase in few words is mistaken for. */
const OPEN_TO_BUYING: ReadonlySet<Intent> = new Set([
  'browse_category',
  'recommend',
  'provide_info',
  'select_option',
  'stock_query',
  'product_info',
  'out_of_scope',
  'smalltalk',
  'change_quantity',
])

const COUNTED_NOUN =
  /\b(\d{1,2}|un|una|dos|tres|cuatro|cinco|seis) ([a-z]{3,})(?: (?:porfa|por favor|mas|tambien|entonces))*$/

const ALSO =
  /^(?:(?:ah|ay|oh|ya|ok|espera|espere|perdon|disculpe?|y|pero|oye|no) )*(?:tambien|ademas|falta\w*|me falto|olvide) (?:quiero |quisiera |necesito |llevo |me llevo |va |van )?(?:un|una|unos|unas|\d{1,2}|dos|tres|cuatro|el|la) \S|^(?:(?:ah|ay|ya|espera|perdon|oye) )*y (?:un|una|\d{1,2}|dos|tres|cuatro) \S/

/** "no espera, agrégale una estantería", to the summary or to the question for the address: one thing more. */
export function addsToSummary(talk: Talk, { phrase, question }: Seen): Verdict {
  const asked = talk.state.pending?.kind
  if ((asked !== 'confirm_order' && asked !== 'checkout_field') || question || TAKES_OUT.test(phrase)) return null
  if (!ADDS.test(phrase) && !ALSO.test(phrase)) return null
  // "agrega a la dirección: depto 12"
  if (
    asked === 'checkout_field' &&
    /\b(?:direccion|depto|departamento|calle|comuna|correo|nombre|rut|casa \d)\b/.test(phrase)
  )
    return null
  // "súmale 1 bandeja": an everyday word, and yet a thing of the shop.
  const [, count, noun] = talk.u.entities.mentions.length > 0 ? [] : (COUNTED_NOUN.exec(phrase) ?? [])
  if (noun !== undefined && resolveMention(talk, noun).kind !== 'none') {
    const quantity = readNumber(tokens(count ?? ''), 0)?.value ?? null
    talk.u = {
      ...talk.u,
      entities: { ...talk.u.entities, mentions: [{ text: noun, quantity, from: 0, to: 0 }], quantity },
    }
  }
  return talk.u.entities.mentions.some((mention) => resolveMention(talk, mention.text).kind !== 'none')
    ? { intent: 'buy_product', because: 'adds something to the order' }
    : null
}

export function addsInSpite(_: Talk, { intent, phrase, question }: Seen): Verdict {
  if (question || (intent !== 'remove_from_cart' && intent !== 'clear_cart') || !ADDS.test(phrase)) return null
  return TAKES_OUT.test(phrase) ? null : { intent: 'buy_product', because: 'a word of adding, and none of removal' }
}

export function takesAll(talk: Talk, { phrase, question }: Seen): Verdict {
  const count =
    /^(?:(?:ya|ok|dale|bueno|si|dame|deme|quiero|llevo|me llevo) )*(?:(?:l[oa]s|est[oa]s|es[oa]s) (dos|2|tres|3|cuatro|4)|(amb[oa]s)|both)$/.exec(
      phrase,
    )
  if (count === null || question) return null
  const number = { dos: 2, '2': 2, tres: 3, '3': 3, cuatro: 4, '4': 4 }[count[1] ?? 'dos'] ?? 2
  return talk.state.listed.length === number ? { intent: 'buy_product', because: 'takes all that was listed' } : null
}

export function fewerOfALine(talk: Talk, { intent, phrase, cart, question }: Seen): Verdict {
  const [mention, ...more] = talk.u.entities.mentions
  if (!cart || question || !mention || more.length > 0 || mention.quantity === null) return null
  if (intent === 'remove_from_cart' || intent === 'change_quantity' || BUYING.test(phrase)) return null
  if (REMOVES_SOME.test(phrase)) return null
  if (!/\b(?:no ?mas|nomas|solo|sola|solamente|en realidad|mejor)\b/.test(phrase)) return null
  const sku = lineMeant(talk, mention.text)
  return sku === null ? null : { intent: 'change_quantity', because: 'another number of what is in the cart' }
}

export function cartWithoutAWord(talk: Talk, { intent, confidence, phrase }: Seen): Verdict {
  if (intent !== 'view_cart' || confidence > 0.7) return null
  if (/\b(?:llevo|carr\w+|cart|total|cuanto|pedido|suma|va|resumen|lista|tengo)\b/.test(phrase)) return null
  const evidence = evidenceOf(talk, talk.text)
  return evidence.kind > 0.25 || evidence.named > 0.25
    ? { intent: 'browse_category', because: 'names goods, and nothing of a cart' }
    : null
}

/** "quita 1", of three: one less, and not one in all. */
export function takesSomeOut(talk: Talk, { intent, phrase, cart, question }: Seen): Verdict {
  if (intent !== 'change_quantity' || !cart || question) return null
  if (
    !/\b(?:sac(?:a|ar|as)(?:me|le|lo|la|los|las)?|saque\w*|quit(?:a|ar|e)(?:me|le|lo|la|los|las)?|elimin\w*|borr(?:a|ar|e)(?:me|le|lo|la|los|las)?|descuent\w*|rest\w+|remove|take (?:out|off))\b/.test(
      phrase,
    )
  )
    return null
  if (/\b(?:dej\w+|que (?:sean|quede\w*)|a \d+|mejor)\b/.test(phrase)) return null
  return talk.u.entities.quantityChange === null ? { intent: 'remove_from_cart', because: 'takes some out' } : null
}

const REMOVES_AT_LAST =
  /^(?:(?:ya|mejor|entonces|asi que|ok|no|porfa|y|pero) )*(?:saca|saque|sacame|saqueme|quita|quite|quitame|quiteme|elimina|elimine|borra|borre)(?:l[oa]s?)? ?(?:(?:el|la|los|las|es[eao]s?) (.+))?$/

const REMOVES_FIRST =
  /^(?:(?:ya|mejor|entonces|ok|no|porfa|y|pero|pucha|chuta) )*(?:saca|saque|sacame|saqueme|quita|quite|quitame|quiteme|elimina|elimine) (?:(?:el|la|los|las|es[eao]s?|un[oa]?|\d{1,2}|dos|tres) )?(\S+)/

/** "quita una picaña, con 2 me basta": taken out by its name, whatever the rest sounds like. */
export function removesByName(talk: Talk, { intent, confidence, phrase, cart, question }: Seen): Verdict {
  if (!cart || question || !UNSURE_OF_REMOVAL.has(intent) || confidence > 0.8) return null
  const words = REMOVES_FIRST.exec(phrase)?.[1]
  return words === undefined || lineMeant(talk, words) === null
    ? null
    : { intent: 'remove_from_cart', because: 'takes a line out by its name' }
}

const UNSURE_OF_REMOVAL: ReadonlySet<Intent> = new Set<Intent>([
  'opt_out',
  'out_of_scope',
  'recommend',
  'smalltalk',
  'returns',
  'deny',
  'browse_category',
])

/** "mi papá dice que hasta 40 lucas :( saca la rueda": whatever was told, its last sentence takes a line out. */
export function removesAtLast(talk: Talk, { intent, phrase, cart, question }: Seen): Verdict {
  if (!cart || question || intent === 'remove_from_cart' || intent === 'clear_cart') return null
  const last = foldPhrase(talk.text.split(/[,.;:!()\n]+/).findLast((each) => /\p{L}{3}/u.test(each)) ?? '')
  if (talk.state.pending?.kind === 'confirm_clear') return null
  const match = last === phrase ? null : REMOVES_AT_LAST.exec(last)
  if (match === null || (match[1] !== undefined && lineMeant(talk, match[1]) === null)) return null
  return { intent: 'remove_from_cart', because: 'its last sentence takes a line out' }
}

/** "deja solo los del 15", "muy caro, solo el mordedor": those stay and the rest goes, or nothing more comes. */
export function keepsOnly(talk: Talk, { phrase, cart, question }: Seen): Verdict {
  if (!cart || question || talk.u.entities.quantity !== null || keptLines(talk, phrase).size === 0) return null
  return { intent: 'remove_from_cart', because: 'keeps one and none beside' }
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

const WANTS_TO_BUY =
  /^(?:(?:ya|dale|ok|okey|listo|bueno|si|perfecto|entonces|super|genial) )*(?:quiero|quisiera|deseo|me gustaria|voy a) (?:comprar(?:l[oa]s?)?|hacer la compra|(?:cerrar|finalizar|terminar|concretar) (?:la compra|el pedido))(?: (?:ya|entonces|todo|eso|porfa|por favor|ahora|altiro))*$/

/** "dale, quiero comprar", with a cart and nothing on offer: the purchase is to be closed. */
export function wantsToBuy(talk: Talk, { intent, phrase, cart, question }: Seen): Verdict {
  if (!cart || question || intent === 'checkout' || talk.state.checkout.active || !WANTS_TO_BUY.test(phrase))
    return null
  return talk.state.pending?.kind === 'add_to_cart'
    ? null
    : { intent: 'checkout', because: 'wants to close the purchase' }
}

const ALL_OF_IT =
  /^(?:(?:ya|ok|oka|listo|no|y|bueno) )*(?:eso |con eso )?(?:es|seria|era|estamos|estaria) (?:todo|tod[oa]s|listos?)(?: (?:por (?:ahora|hoy|el momento)|gracias|nomas|no mas|porfa|po))*$/

/** "es todo", with a full cart: the order can be closed. */
export function thatIsAll(talk: Talk, { phrase, cart, question }: Seen): Verdict {
  if (!cart || question || talk.state.checkout.active || !ALL_OF_IT.test(phrase)) return null
  return { intent: 'checkout', because: 'wants nothing more' }
}

export function nothingToClear(talk: Talk, { intent, confidence, phrase, cart }: Seen): Verdict {
  if (intent !== 'clear_cart' || cart || confidence > 0.95) return null
  if (/\b(?:borr|vaci|elimin|olvid|cancel|cero|limpi|saca|quita|bota|anul)/.test(phrase)) return null
  const evidence = evidenceOf(talk, talk.text)
  return evidence.kind > 0.4 || evidence.named > 0.4
    ? { intent: 'browse_category', because: 'the cart is empty and something is named' }
    : null
}

export function takesIt(talk: Talk, { intent, phrase, question, about }: Seen): Verdict {
  if (question || !about || talk.state.pending?.kind === 'confirm_order') return null
  if (
    intent === 'buy_product' ||
    FIRM.has(intent) ||
    ['change_quantity', 'remove_from_cart', 'out_of_scope'].includes(intent)
  )
    return null
  const adds =
    /^(?:(?:ya|ok|oka|okay|okei|okey|dale|bueno|si|sipo|listo|po|entonces|perfecto|super|genial|bacan) )*(?:agreg|pon|ech|sum|anot|met)[a-z]*(?:l[oa]s?)(?: (?:al carr\w+|porfa\w*|tambien|po|entonces))*$/
  if (adds.test(phrase) || TAKES.test(phrase))
    return { intent: 'buy_product', because: 'takes what is being talked about' }
  return null
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

/** "¿el pack de 6 cuánto es?": of one thing that is not in the cart. */
export function priceOfAnother(talk: Talk, { intent, phrase, cart }: Seen): Verdict {
  if (
    !cart ||
    intent !== 'view_cart' ||
    !/^(?:y )?(?:el|la|los|las|un|una) .* cuanto (?:es|vale|sale|cuesta)$/.test(phrase)
  )
    return null
  return namesAnother(talk) ? { intent: 'price_query', because: 'asks what another thing costs' } : null
}

/** "ya, sácalo de mi pedido" */
export function takesItOut(_: Talk, { intent, phrase, confidence }: Seen): Verdict {
  if ((intent !== 'order_status' && intent !== 'opt_out') || confidence > 0.95) return null
  return /^(?:(?:ya|ok|no|mejor) )*(?:saca|saque|quita|quite)(?:l[oa]s?)\b(?! de la lista de)/.test(phrase)
    ? { intent: 'remove_from_cart', because: 'takes it out' }
    : null
}

/** "ya filo. ¿q llevo?" ends with the question. */
export function contentsOfCart(_: Talk, { intent, phrase, cart }: Seen): Verdict {
  const asks = /\b(?:que|q) (?:es lo que )?(?:llevo|tengo en el carr\w+)$/.test(phrase) && !/\bpagar\b/.test(phrase)
  if (!cart || intent === 'view_cart' || !asks) return null
  return { intent: 'view_cart', because: 'asks what is in the cart' }
}

const PURCHASES: ReadonlySet<Intent | null> = new Set<Intent | null>([
  'buy_product',
  'change_quantity',
  'select_option',
  'remove_from_cart',
])

const COSTS =
  /^(?:(?:ya|y|ok|oye|entonces|listo|bueno) )*(?:a )?cuanto (?:me |nos )?(?:sale|saldria|sale eso|cuesta|costaria|es|seria)(?: (?:entonces|po|eso|en total))*$/

/** Something of the shop that is not in the cart. */
function namesAnother(talk: Talk): boolean {
  return talk.u.entities.mentions.some((mention) => {
    const found = resolveMention(talk, mention.text)
    return found.kind === 'one' && !talk.state.cart.lines.some((line) => line.sku === found.product.sku)
  })
}

const COSTS_ME = /^(?:(?:y|ya|oye|entonces|ok) )*(?:en )?cuanto (?:me|nos) (?:sale|saldria|queda|quedaria|va|da)$/

/** "cuánto sale to' eso" */
const ALL_THAT =
  /\bcuanto (?:me |nos |te )?(?:sale|saldria|cuesta|vale|es|seria|queda|debo) (?:to|todo) (?:es[eo]|esto|lo que llevo)\b/

export function totalOfCart(talk: Talk, { intent, phrase, cart, confidence, about }: Seen): Verdict {
  if (!cart || intent === 'view_cart' || intent === 'shipping') return null
  // "¿cuánto me sale?", right after it went into the cart.
  const bought = about !== undefined && about.sku === talk.state.lastLine && PURCHASES.has(talk.state.lastIntent)
  const held = about !== undefined && talk.state.cart.lines.some((line) => line.sku === about.sku)
  if (
    (bought && COSTS.test(phrase)) ||
    (held && talk.state.pending?.kind !== 'add_to_cart' && COSTS_ME.test(phrase)) ||
    ALL_THAT.test(phrase) ||
    (held && /\bcuanto (?:es|seria|sale todo|queda|me queda)$/.test(phrase) && phrase.split(' ').length > 3) ||
    (intent === 'promotions' && /\bcuanto (?:me |nos )?(?:sale|saldria|queda)\b/.test(phrase))
  )
    return namesAnother(talk) ? null : { intent: 'view_cart', because: 'asks what it comes to' }
  if (/\bcuanto (?:es|seria|queda|sale|saldria) sin (?:el |la )?(?:codigo|descuento|cupon|promo\w*)$/.test(phrase))
    return { intent: 'view_cart', because: 'asks what it comes to without the coupon' }
  if (!TOTAL.test(phrase)) return null
  // "¿cuánto serían las tres cosas?": what is in the cart, however sure the words are.
  if (confidence > 0.97 && !/\b(?:las? (?:dos|tres|cuatro|cinco) cosas|tod[oa]s? (?:eso|junto|es[oa]s))\b/.test(phrase))
    return null
  if (talk.u.entities.mentions.some((mention) => resolveMention(talk, mention.text).kind !== 'none')) return null
  return { intent: 'view_cart', because: 'asks for the total of a cart' }
}

export function removalWithoutAWord(talk: Talk, { intent, confidence, phrase, cart }: Seen): Verdict {
  if (intent !== 'remove_from_cart' || confidence > 0.9 || !cart || REMOVING.test(phrase)) return null
  if (talk.u.entities.quantity !== null)
    return { intent: 'change_quantity', because: 'a number, and no word of removal' }
  if (talk.u.entities.mentions.length > 0)
    return { intent: 'buy_product', because: 'names a product, and no word of removal' }
  // Taking out what nobody asked to take out costs a sale: below a half the next best guess is the safer one.
  const other = talk.u.alternatives.find((each) => each.intent !== 'remove_from_cart' && each.intent !== 'clear_cart')
  return confidence < 0.5 && other ? { intent: other.intent, because: 'no word of removal' } : null
}

export function addition(talk: Talk, { intent, confidence, phrase, question, cart }: Seen): Verdict {
  // "quiero pagar. Rodrigo Vidal, Montt 88"
  if (intent === 'provide_info' && /\bquiero pagar\b/.test(phrase)) return null
  if (question || talk.state.pending?.kind === 'confirm_order') return null
  if (intent === 'change_quantity' && TELLS_NUMBER.test(phrase)) return null
  // "y las cristal que sean 3": another number of them, and no more of them.
  if (intent === 'change_quantity' && /\bque (?:sean?|queden?)\b/.test(phrase)) return null
  // "ponme 2 negros mejor": another number of a line.
  const [first] = talk.u.entities.mentions
  if (intent === 'change_quantity' && first && first.quantity !== null && phrase.endsWith(' mejor'))
    if (lineMeant(talk, first.text) !== null) return null
  // "entonces unos jbl 510": a thing by its name, after talk of another.
  const another = /^(?:(?:ya|ok|bueno|dale|entonces|mejor|no) )*(?:un|una|unos|unas) \S/.test(phrase)
  const instead =
    another && / entonces$|^(?:(?:ya|ok|bueno) )*entonces /.test(phrase) && (confidence < 0.8 || intent === 'smalltalk')
  const ended = intent === 'select_option' && /^(?:(?:ya|ok|bueno|dale) )*entonces (?:el|la|los|las) \S/.test(phrase)
  if ((intent === 'select_option' && another) || instead || ended) {
    const [mention] = talk.u.entities.mentions
    if (mention && resolveMention(talk, mention.text).kind === 'one')
      return { intent: 'buy_product', because: 'names what it shall be' }
  }
  if (!OPEN_TO_BUYING.has(intent) || (intent === 'out_of_scope' && confidence > 0.8)) return null
  const evidence = evidenceOf(talk, talk.text)
  // "quiero un monitor" looks around; "dame 2 para la oficina" counts what is being talked about.
  const looking =
    !STRONG_BUYING.test(phrase) &&
    (intent === 'recommend' || intent === 'browse_category') &&
    (evidence.named > 0.4 || evidence.kind > 0.4)
  const buying = BUYING.test(phrase) && !looking
  // "y la vela cuánto dura": asked of it, with or without the sign.
  const asks = /\b(?:cuant\w+|como|donde|cuando|que tan)\b/.test(phrase)
  const adding = cart && !asks && (ADDING.test(phrase) || WITH.test(phrase))
  const many = talk.u.entities.mentions.find((mention) => (mention.quantity ?? 0) > 1 && mention.apart !== true)
  const corrects = intent === 'change_quantity' && many !== undefined && lineMeant(talk, many.text) !== null
  if (!buying && !adding && many && !corrects && confidence < 0.8 && !HAVING.test(phrase)) {
    return resolveMention(talk, many.text).kind === 'one'
      ? { intent: 'buy_product', because: 'says how many of it' }
      : null
  }
  if (intent === 'change_quantity' && talk.u.entities.quantity === null && talk.u.entities.quantityChange === null) {
    const found = resolveMention(talk, talk.u.entities.mentions[0]?.text ?? '')
    const held = found.kind === 'one' && talk.state.cart.lines.some((line) => line.sku === found.product.sku)
    if (found.kind === 'one' && !held) return { intent: 'buy_product', because: 'names another, and no number' }
  }
  if (!buying && !adding) return null
  const personal = talk.u.entities.address ?? talk.u.entities.email ?? talk.u.entities.rut
  if (personal !== null) return null
  const { mentions, quantity, anaphora } = talk.u.entities
  const named = mentions.some((mention) => resolveMention(talk, mention.text).kind !== 'none')
  const pointed = buying && (quantity !== null || anaphora !== null) && talk.state.focus.length > 0
  return named || pointed ? { intent: 'buy_product', because: 'asks for it to be added' } : null
}

export function counted(talk: Talk, { intent, cart, about }: Seen): Verdict {
  const pending = talk.state.pending?.kind
  if (talk.u.entities.quantity === null || !about) return null
  if (intent === 'affirm' && (pending === 'add_to_cart' || pending === 'which_product'))
    return { intent: 'buy_product', because: 'says how many' }
  return intent === 'change_quantity' && !cart ? { intent: 'buy_product', because: 'the cart is empty' } : null
}
