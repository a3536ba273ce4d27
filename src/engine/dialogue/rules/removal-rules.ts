import { foldPhrase } from '../../text/fold.ts'
import type { Intent } from '../../types.ts'
import { lineMeant } from '../line-meant.ts'
import { keptLines } from '../remove-product.ts'
import { resolveMention } from '../resolve.ts'
import { evidenceOf, type Talk } from '../talk.ts'
import type { Seen, Verdict } from './rule.ts'

/*
 * What is to be taken out of the cart, and what only sounds as if it were.
 */

const REMOVING =
  /\b(?:sa[cq]\w*|quit\w*|elimin\w*|borr\w*|retir\w*|descart\w*|bot\w+|fuera|sin|menos|no (?:quiero|llevo|va|me|lo|la)|ya no|deja\w*|cancel\w*|tir\w+|devuelv\w*)\b/

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

export function nothingToClear(talk: Talk, { intent, confidence, phrase, cart }: Seen): Verdict {
  if (intent !== 'clear_cart' || cart || confidence > 0.95) return null
  if (/\b(?:borr|vaci|elimin|olvid|cancel|cero|limpi|saca|quita|bota|anul)/.test(phrase)) return null
  const evidence = evidenceOf(talk, talk.text)
  return evidence.kind > 0.4 || evidence.named > 0.4
    ? { intent: 'browse_category', because: 'the cart is empty and something is named' }
    : null
}

/** "ya, sácalo de mi pedido" */
export function takesItOut(_: Talk, { intent, phrase, confidence }: Seen): Verdict {
  if ((intent !== 'order_status' && intent !== 'opt_out') || confidence > 0.95) return null
  return /^(?:(?:ya|ok|no|mejor) )*(?:saca|saque|quita|quite)(?:l[oa]s?)\b(?! de la lista de)/.test(phrase)
    ? { intent: 'remove_from_cart', because: 'takes it out' }
    : null
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

const REMOVES =
  /\b(?:sa[cq]\w*|quit\w*|elimin\w*|borr\w*|retir\w*|descart\w*|bot\w+|fuera|sin|menos|no|nop|ya no|deja\w*|cancel\w*|tir\w+|devuelv\w*|arrepent\w*|remov\w*|tira|take|delete)\b/

/** Neither cart nor word of removal: it is something else. */
export function nothingToRemove(talk: Talk, { intent, phrase, cart, confidence }: Seen): Verdict {
  if (intent !== 'remove_from_cart' || cart || confidence > 0.95) return null
  // "ah, entonces no, mejor la prensa, 1"
  const better = /\bmejor (?:el|la|los|las|un|una)\b/.test(phrase)
  if (better && talk.u.entities.mentions.some((mention) => resolveMention(talk, mention.text).kind === 'one'))
    return { intent: 'buy_product', because: 'names what it shall be instead' }
  if (REMOVES.test(phrase)) return null
  if (talk.u.entities.mentions.some((mention) => resolveMention(talk, mention.text).kind !== 'none'))
    return { intent: 'select_option', because: 'names a product, and no word of removal' }
  const other = talk.u.alternatives[0]
  return other ? { intent: other.intent, because: 'no word of removal' } : null
}

const CLEARS =
  /\b(?:borr|vaci|elimin|olvid|cancel|cero|limpi|sac|quit|bot[aeo]|anul|dej(?:emos|a(?!r))|nuevo|reset|no (?:quiero|voy|lo|la)|tod[oa]|clear|empty)/

/** As far-reaching, and no likelier without a word of theirs. */
const LIKE_CLEARING: ReadonlySet<Intent> = new Set(['remove_from_cart', 'cancel_order', 'opt_out', 'opt_in'])

/** No word of emptying, and something else is likely. */
export function clearWithoutAWord(talk: Talk, { intent, phrase, confidence }: Seen): Verdict {
  if (intent !== 'clear_cart' || confidence > 0.9 || CLEARS.test(phrase)) return null
  const other = talk.u.alternatives.find((each) => !LIKE_CLEARING.has(each.intent))
  return other ? { intent: other.intent, because: 'no word of emptying' } : null
}
