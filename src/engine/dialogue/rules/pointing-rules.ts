import { siblingMeant } from '../sibling-meant.ts'
import { MOST_KIN } from '../../catalog/head-noun.ts'
import { kindred } from '../show-products.ts'
import { evidenceOf, type Talk } from '../talk.ts'
import { FIRM, type Seen, type Verdict } from './rule.ts'

/*
 * Messages in few words that only what stands on the table makes whole: an attribute by itself, so many of each, a question
 * whose subject nobody says.
 */

const AND_THAT_SIZE =
  /^(?:(?:y|pero|ya|oye) )+(?:(?:el|la|los|las|en|de|talla|numero|un[oa]?) )*(\d{2})\b(?! (?:unidades|lucas|mil))/

/** "¿y 42? ¿cuánto vale?", after talk of one in 43: that size of it, and no number. */
export function andThatSize(talk: Talk, { intent, phrase, about, question }: Seen): Verdict {
  const size = question && about ? AND_THAT_SIZE.exec(phrase)?.[1] : undefined
  if (size === undefined || !about || FIRM.has(intent) || !/\btalla\b/i.test(about.name)) return null
  const kin = kindred(talk, about)
  const sized = kin.filter((product) => new RegExp(`\\b${size}\\b`).test(product.name))
  const other = sized.length === 1 ? sized[0] : siblingMeant(talk, about, `talla ${size}`)
  if (!other || kin.length > MOST_KIN) return null
  talk.picked = [other]
  talk.u = { ...talk.u, entities: { ...talk.u.entities, quantity: null, mentions: [] } }
  return {
    intent: intent === 'price_query' ? intent : 'stock_query',
    because: 'another size of what is being talked about',
  }
}

const AND_ONE_IN =
  /^(?:(?:ya|ok|tambien) )*y (?:tambien )?(?:otro )?(un par|un[oa]|\d{1,2}|dos|tres) (?:en|de|de la|de los|talla|en la) ((?:talla )?(?:\d{2}|x{0,3}[sl]|m))(?: (?:para|pa|pal) .{2,30}| (?:porfa|tambien))*$/

/** "y un par en 41 pa mi compadre", after one in 43: another size of it. */
export function andOneInSize(talk: Talk, { intent, phrase, question, about, cart }: Seen): Verdict {
  const size = !question && cart && about ? AND_ONE_IN.exec(phrase)?.[2] : undefined
  if (size === undefined || !about || FIRM.has(intent)) return null
  const other = siblingMeant(talk, about, size.startsWith('talla') ? size : `talla ${size}`)
  if (!other) return null
  talk.picked = [other]
  const quantity = /^(?:un par|un[oa])$/.test(AND_ONE_IN.exec(phrase)?.[1] ?? '') ? 1 : talk.u.entities.quantity
  const mentions = [{ text: other.name, quantity, from: 0, to: 0 }]
  talk.u = { ...talk.u, entities: { ...talk.u.entities, mentions, quantity } }
  return { intent: 'buy_product', because: 'another size of what went into the cart' }
}

const KINDS_ASKED =
  /\b(?:que|cuales?|otr[oa]s?) (?!stock|precio|hora|horario|dia|tal)(?:[a-z]+ ){1,3}(?:tien\w+|teni\w*|hay|vend\w+|manejan|te queda\w*)\b/

/** "¿qué tienen de Isabel Allende?" */
const HAS_OF = /\bque (?:tien\w+|teni\w*|hay|vend\w+) de (?!todo|nuevo|bueno|oferta|rico|barato|verdad)\S+/

/** "¿qué mochilas tienen?": which ones, and not whether. */
export function kindsAsked(talk: Talk, { intent, phrase, confidence }: Seen): Verdict {
  if (intent === 'select_option' && /\b(?:que|cuales) otr[oa]s? .*\b(?:hay|tien\w+|teni\w*|queda\w*)$/.test(phrase))
    return { intent: 'browse_category', because: 'asks which others there are' }
  if (confidence > 0.9 || !(KINDS_ASKED.test(phrase) || HAS_OF.test(phrase))) return null
  const offer = intent === 'browse_catalog' && evidenceOf(talk, talk.text).named > 0.3
  if (intent !== 'stock_query' && intent !== 'browse_category' && !offer) return null
  return { intent: 'browse_category', because: 'asks which ones there are' }
}

const TAKES_THE_MOST =
  /^(?:(?:ya|ok|dale|bueno|entonces|listo) )*(?:me llevo|llevo|dame|deme|me quedo con|quiero|compro|agrega\w*) (?:el|la|los|las) (?:mas|menos) \S+(?: (?:de (?:es[oa]s|tod[oa]s|l[oa]s (?:dos|tres))|porfa|entonces|po|nomas))*$/

const THE_MOST = /^(?:(?:ya|ok|dale|bueno|entonces|y) )*(?:el|la|los|las) (?:mas|menos) \S+\b/

const OF_THEM =
  /^(?:ya |dale |y )*(?:el|la|los|las) (?:mas|menos) \S+(?: \S+)? (?:de|entre) (?:es[oa]s|est[oa]s|tod[oa]s)(?: (?:dos|tres|2|3))?(?: (?:porfa|entonces|po))*$/

/** "el más barato de esos dos": picks, whatever was listed. */
export function superlativeOfThem(talk: Talk, { intent, phrase, question }: Seen): Verdict {
  if (intent !== 'recommend' || question) return null
  // "me llevo el más barato", of a list on the screen.
  const { superlative, quantity } = talk.u.entities
  if (superlative !== null && talk.state.pending?.kind === 'which_product' && THE_MOST.test(phrase))
    return { intent: 'select_option', because: 'the one of those that stands out' }
  const takes = TAKES_THE_MOST.test(phrase) || (quantity !== null && THE_MOST.test(phrase))
  if (superlative !== null && talk.state.listed.length > 1 && takes)
    return { intent: 'buy_product', because: 'takes the one of those that stands out' }
  if (!OF_THEM.test(phrase)) return null
  return { intent: 'select_option', because: 'the one of those that stands out' }
}
