import { tokens } from '../../text/tokens.ts'
import { LEFT } from '../correct-cart.ts'
import { lineMeant } from '../line-meant.ts'
import { pickByWords, pickFrom } from '../pick.ts'
import { MOST_KIN } from '../reference.ts'
import { resolveMention } from '../resolve.ts'
import { kindred } from '../show-products.ts'
import { findProducts, type Talk } from '../talk.ts'
import { asksLooks } from '../variants.ts'
import { TAKES_OUT } from './cart-rules.ts'
import { BUYING, FIRM, NUMBER, type Seen, type Verdict } from './rule.ts'

/*
 * A yes or a no in few words, with what it brings instead.
 */

const REST = new RegExp(
  `^(?:(?:ya|bueno|ok|dale|entonces|si|dame|deme|quiero|llevo|me llevo|ponme) )*tod[oa]s(?: l[oa]s que .{2,20})?$|(?:^| )${LEFT.source}(?: (?:nomas|no mas|porfa|por favor|entonces|pues|po))*$`,
)

const THOSE_MANY =
  /^(?:(?:ya|bueno|ok|dale|entonces|si|chuta|pucha|dame|deme|quiero|llevo|me llevo) )*(?:los|las|es[oa]s) (\d{1,3})(?: (?:de|del|en|talla) \S+)?(?: (?:porfa|nomas|entonces))*$/

const THOSE_AT_LAST =
  /^(?:\S+ ){0,5}(?:los|las|es[oa]s) (\d{1,3})(?: que (?:tien\w+|quedan?|hay|les quedan?))?(?: (?:porfa|por favor|entonces|nomas))*$/

/** "bueno, los 6 que quedan": the answer to "¿Te dejo las 6?". */
export function takesTheRest(talk: Talk, { phrase, question }: Seen): Verdict {
  if (question || talk.state.pending?.kind !== 'quantity') return null
  // "las 3 que quedan y 4 de las de 10"
  if (new RegExp(`${LEFT.source} (?:y|mas|con) `).test(phrase))
    return { intent: 'buy_product', because: 'takes what is left, and more' }
  const number = (THOSE_MANY.exec(phrase) ?? THOSE_AT_LAST.exec(phrase))?.[1]
  return REST.test(phrase) || Number(number) === talk.state.pending.most
    ? { intent: 'change_quantity', because: 'takes what is left' }
    : null
}

const COUNT_ALONE = new RegExp(
  `^(?=.*\\b(?:no+|nah?|much[oa]s?|demasiad[oa]s?|entonces|espera|espere|perdon)\\b)(?:(?:no+|nah?|(?:son |es )?much[oa]s?|demasiad[oa]s?|entonces|ya|ok|bueno|mejor|son|eran|digo|que sean|dame|deme|pucha|chuta|ay|uy|ah|espera|espere|esperate|perdon|sorry|con|en verdad|en realidad|la verdad|pensandolo bien) )+${NUMBER}(?: (?:no ?mas|nomas|porfa|sol[oa]|(?:me |nos )?(?:basta|alcanza|sobra)|(?:estoy|estamos|quedo) (?:bien|list[oa])))?$`,
)

const COUNT_OF_PACKS = new RegExp(
  `^(?:(?:ya|si|ok|bueno|dale|dame|deme|quiero) )*${NUMBER}(?: (?:bolsa|caja|paquete|saco|unidad|pack|botella|tarro|bandeja|sobre|lata|frasco|tira|pote)(?:e?s)?)?(?: (?:no ?mas|nomas|porfa|por favor))?$`,
)

/** "no, 13", "ya, entonces una": a number by itself. */
export function noButCount(talk: Talk, { phrase, cart, question, about }: Seen): Verdict {
  const pending = talk.state.pending?.kind
  if (question || pending === 'confirm_order' || pending === 'checkout_field') return null
  // "2 paquetes", right after "¿Te lo agrego?": of that, whatever went into the cart before.
  if (about && pending === 'add_to_cart' && COUNT_OF_PACKS.test(phrase))
    return { intent: 'buy_product', because: 'says how many' }
  if (!COUNT_ALONE.test(phrase)) return null
  if (pending === 'quantity') return { intent: 'change_quantity', because: 'the number that was asked for' }
  if (about && (pending === 'add_to_cart' || !cart)) return { intent: 'buy_product', because: 'says how many' }
  return cart ? { intent: 'change_quantity', because: 'another number' } : null
}

const TOO_DEAR = /\b(?:esta|sale|es|son|salen|muy|tan|re|que) (?:muy |re |tan |super )?car[oa]s?\b/

/** "uff no, está cara esa vaina", of what was offered: a no, and no word of the cart. */
export function tooDearForThem(talk: Talk, { intent, phrase, question }: Seen): Verdict {
  const offered = talk.state.pending?.kind === 'add_to_cart'
  if (question || !offered || intent === 'deny' || !TOO_DEAR.test(phrase)) return null
  if (
    BUYING.test(phrase) ||
    !/\bno\b|^uf+\b/.test(phrase) ||
    /\b(?:mejor|otr[oa]|mas barat\w+|pero|igual|pagar|gracias|chao|hasta|adios|quiero)\b/.test(phrase)
  )
    return null
  return { intent: 'deny', because: 'finds what was offered too dear' }
}

const NO_BUT =
  /^(?:no+|nop|nopo) (?:no |mejor |perdon |disculpa |digo |prefiero |quiero |dame |de )*(?:el|la|los|las) (?!verdad|direccion|calle|casa|numero|comuna|proxima)\S/

/** "no, la de embarazo": a no to what was picked, and what it is instead. */
export function noButOther(talk: Talk, { intent, phrase, question }: Seen): Verdict {
  const pending = talk.state.pending?.kind
  if (question || pending === 'confirm_order' || pending === 'checkout_field') return null
  const refuses = intent === 'deny' || (intent === 'remove_from_cart' && talk.state.cart.lines.length === 0)
  // "no, mejor los de 24", of those to choose from: a size, and no number of what is in the cart.
  const choice = pending === 'which_product' || (talk.state.listFresh && talk.state.listed.length > 1)
  const chooses =
    choice &&
    ((intent === 'change_quantity' && talk.u.entities.quantity === null) ||
      (intent === 'remove_from_cart' && !TAKES_OUT.test(phrase)))
  if (!refuses && !chooses) return null
  if (!NO_BUT.test(phrase) || phrase.endsWith(' no')) return null
  const others = findProducts(talk, talk.state.listed).filter((product) => product.sku !== talk.state.focus[0])
  const listed = pickFrom(talk, others).length === 1
  const named = talk.u.entities.mentions.some((mention) => resolveMention(talk, mention.text).kind === 'one')
  return listed || named ? { intent: 'select_option', because: 'a no that brings another of them' } : null
}

/** "no, rosado mejor": another look of what was just shown; where there is none, those that there are. */
export function noButLook(talk: Talk, { intent, phrase, question, about }: Seen): Verdict {
  const pending = talk.state.pending?.kind
  if (!about || question || pending === 'confirm_order' || pending === 'checkout_field' || FIRM.has(intent)) return null
  if (!/^(?:no|nop|nopo|mejor)\b/.test(phrase) || !asksLooks(phrase)) return null
  const words = phrase.replace(/\b(?:no|nop|nopo|mejor|prefiero)\b/g, ' ').trim()
  const others = kindred(talk, about).filter((product) => product.sku !== about.sku)
  const picked = others.length > MOST_KIN ? [] : pickFrom(talk, others, words)
  if (picked.length !== 1) return { intent: 'product_info', because: 'another look, of which there is none or several' }
  talk.picked = picked
  return { intent: 'select_option', because: 'a no that brings another look' }
}

const NOT_THAT =
  /^(?:(?:no|ya|mejor|sabes que|ok|ay|uy|pucha|chuta|espera|perdon) )*(?:el|la|los|las) (.{2,40}?) no(?: (?:gracias|porfa|por favor|mejor|entonces|po|la llevo|lo llevo|los llevo|las llevo|la quiero|lo quiero))*$/

/** "no, el neumático no", "la harina no": what is in the cart is not wanted. */
export function notThatOne(talk: Talk, { intent, phrase, cart, question }: Seen): Verdict {
  const words = cart && !question ? NOT_THAT.exec(phrase)?.[1] : undefined
  if (words === undefined || talk.state.pending?.kind === 'confirm_order') return null
  if (intent !== 'deny' && intent !== 'remove_from_cart' && (FIRM.has(intent) || lineMeant(talk, words) === null))
    return null
  return { intent: 'remove_from_cart', because: 'does not want what is in the cart' }
}

const NOT_BUT =
  /^(?:(?:ya|no|pucha|chuta|mm+|ok|entonces|mejor|sabes que|sabi que) )*(?:el|la|los|las|es[eao]s?) (.{2,40}?) no (?:sino |mejor |prefiero |dame |deme |quiero |ponme |me llevo )*((?:el|la|los|las|un|una) .{2,40}?|de .{2,40}?)(?: mejor| porfa| por favor)?$/

/** "la de aves no, la de flores": which one it shall not be, and which one it shall. */
export function notThisButThat(talk: Talk, { phrase, question, cart }: Seen): Verdict {
  const pending = talk.state.pending?.kind
  if (question || pending === 'confirm_order' || pending === 'checkout_field') return null
  const [, not, but] = NOT_BUT.exec(phrase) ?? []
  if (not === undefined || but === undefined) return null
  if (cart && lineMeant(talk, not) !== null) return null
  const listed = findProducts(talk, talk.state.listed)
  const [refused] = pickByWords(talk, listed, not)
  const others = listed.filter((product) => product.sku !== refused?.sku)
  const [picked, ...more] = pickByWords(talk, others, but)
  const found = picked && more.length === 0 ? picked : resolveMention(talk, but)
  if ('kind' in found && found.kind !== 'one') return null
  talk.picked = ['kind' in found ? found.product : found]
  return { intent: 'select_option', because: 'says which one it shall not be, and which it shall' }
}

const NO_WORDS = new Set(
  'no nop nopo nah naa mejor ya mm mmm mmmm eh por ahora gracias entonces sabes que sabi espera pucha chuta todavia aun nada nomas po paso'.split(
    ' ',
  ),
)

/** "mmm no, mejor no": every word is one of no, and takes nothing out of the cart. */
export function allNo(_: Talk, { intent, phrase, question }: Seen): Verdict {
  if (question || intent === 'deny') return null
  const words = phrase.split(' ')
  const all = words.length > 1 && words.length < 8 && words.every((word) => NO_WORDS.has(word))
  return all && /\b(?:no|nop|nopo|nah|naa)$|^(?:no|nop|nopo)\b/.test(phrase) && !/\bnada\b/.test(phrase)
    ? { intent: 'deny', because: 'every word says no' }
    : null
}

const YES_WORDS = new Set(
  'ahora si sip sipo sii ya yap dale ok okey oki okis bueno listo perfecto claro obvio correcto exacto esta bien asi po pues nomas no mas vale entonces porfa porfi porfis todo eso ahi bacan super conforme de acuerdo'.split(
    ' ',
  ),
)

/** "ya po, dale no más", "sí, está bien así": every word is one of yes. */
export function allYes(talk: Talk, { intent, phrase, question }: Seen): Verdict {
  if (question || intent === 'affirm' || intent === 'deny' || talk.state.pending?.kind === 'checkout_field') return null
  const thanked = intent === 'thanks' && talk.state.pending?.kind === 'confirm_order'
  if (
    thanked &&
    /^(?:asi es|asi mismo|si|esta bien|correcto|exacto|perfecto|confirmo|conforme|de acuerdo)\b/.test(phrase)
  )
    return { intent: 'affirm', because: 'a yes, with thanks' }
  const words = tokens(phrase).map((token) => token.text)
  if (words.length < 2 || words.length > 7 || !words.every((word) => YES_WORDS.has(word))) return null
  if (/^(?:listo|bueno|ya)?(?: ya)?(?: listo)? ?(?:eso|eso (?:nomas|no mas|es todo)|todo|nomas)$/.test(phrase))
    return null
  const summed = talk.state.pending?.kind === 'confirm_order' && /^(?:eso|ahi|ahora) /.test(phrase)
  return (summed ||
    /^(?:si|sip|sipo|sii|ya|dale|ok|okey|claro|obvio|correcto|exacto|perfecto|bueno|esta)\b/.test(phrase)) &&
    /\b(?:si|sip|sipo|dale|ok|esta bien|claro|obvio|correcto|exacto|perfecto|conforme)\b/.test(phrase)
    ? { intent: 'affirm', because: 'every word says yes' }
    : null
}
