import { resolveMention } from '../resolve.ts'
import { searchKind } from '../show-products.ts'
import { sameButForLooks } from '../variants.ts'
import { type Talk } from '../talk.ts'
import { FIRM } from './rule.ts'
import type { Seen, Verdict } from './rule.ts'

/*
 * Long messages, in which what is wanted comes after what is told, and short ones that only what stands open makes whole.
 */

const FOR_SO_MANY =
  /\b(?:necesito|busco|quisiera|quiero|un|una)\b.* (?:para|pa) (?:(?:como |unas |unos )?\d{1,3} (?:personas|invitados|ni[nñ]os|comensales)|(?:\p{L}+(?:ar|er|ir)) )/u

/** "necesito un coche que pueda llevar en el avión" */
const ONE_THAT =
  /^(?:\S+ ){0,3}(?:necesito|busco|quisiera|quiero) un[oa]? .{3,40} que (?:se )?(?:pueda|sirva|aguante|quepa|tenga|no pese|no sea|sea|dure|soporte)\b/

/** "necesito una torta pa 20 personas", "un juego pa jugar de a dos": what for, and several would do. */
export function ofSeveralFor(talk: Talk, { intent, phrase, question, confidence }: Seen): Verdict {
  if (intent === 'buy_product' && !question && confidence < 0.9 && ONE_THAT.test(phrase))
    return { intent: 'recommend', because: 'tells what it must be able to do' }
  if (intent !== 'buy_product' || question || confidence > 0.9 || !FOR_SO_MANY.test(phrase)) return null
  const [mention] = talk.u.entities.mentions
  if (mention === undefined || ((mention.quantity ?? 1) > 1 && mention.apart !== true)) return null
  const found = resolveMention(talk, mention.text)
  return found.kind === 'many' && !sameButForLooks(found.products)
    ? { intent: 'recommend', because: 'tells what for, and several would do' }
    : null
}

const WHICH_ARE_THERE = /,\s*¿?(?:cu[aá]les|qu[eé]|q)\s+(?:hay|tienen?|tienes|ten[ií]|venden?|manejan)\s*\?*\s*$/iu

const KINDS_ASKED_LAST =
  /(?:[.!;,]\s*¿?\s*(?:y\s+)?|\S+\s+\S+\s+\S+\s+¿?)(?:qu[eé]|cu[aá]les)\s+(?!(?:tienen|hay|me|les|le|otr)\b)\p{L}+s\b.{0,40}\b(?:tienes?|tienen|hay|venden|manejan|les quedan?)\b(?: de es[oa]s?)?\s*\?*\s*$/iu

/** "voy a hacer un queque, ¿qué tienen de cobertura?" */
const KIND_OF_ASKED =
  /(?:^|[,.;¿]\s*)qu[eé] (?:tienen|tienes|hay|venden|teni) de (?!todo|nuevo|bueno|oferta|rico|barat)\p{L}+\s*\?*\s*$/iu

/** "Organizo un cumpleaños. ¿Qué guirnaldas tienen?": the kind is what is asked for, however long the story. */
export function kindAtTheEnd(talk: Talk, { intent }: Seen): Verdict {
  if (intent !== 'recommend' && intent !== 'buy_product') return null
  if (![KINDS_ASKED_LAST, KIND_OF_ASKED, WHICH_ARE_THERE].some((asks) => asks.test(talk.text))) return null
  return { intent: 'browse_category', because: 'asks which there are of a kind' }
}

const WANTS_ONE =
  /^(?:(?:hola|holi|buenas|ya|oye|buenos dias|buenas tardes|wena) )*(?:quiero|kiero|necesito|dame|deme|me llevo|llevo|quisiera|ocupo) (?:un|una) (\S+(?: \S+){0,4})$/

/** "quiero un palto", of which the shop has one: that one. */
export function wantsTheOnlyOne(talk: Talk, { intent, phrase, question }: Seen): Verdict {
  const words = intent === 'browse_category' && !question ? WANTS_ONE.exec(phrase)?.[1] : undefined
  if (words === undefined || /\b(?:para|pa|pal|que|algo|barat\w+|buen[oa]|car[oa])\b/.test(words)) return null
  const found = resolveMention(talk, words)
  if (found.kind !== 'one' || found.product.stock <= 0) return null
  const [only, ...more] = searchKind(talk, words, 'kind')
  return only?.sku === found.product.sku && more.length === 0
    ? { intent: 'buy_product', because: 'wants the only one of its kind' }
    : null
}

const ADDS_SOME =
  /^(?:(?:ya|ok|dale|bueno|y|entonces) )*(?:ponle|ponme|ponga\w*|agreg[aue]\w*|dame|deme|echale|echame|sumale|suma|quiero|llevo|me llevo) (?:\d{1,3}|un[oa]?|dos|tres|cuatro|cinco|seis)(?: de (?:es[oa]s|est[oa]s|es[eo]))?(?: (?:porfa|por favor|tambien|mas|entonces))*$/

/** "ponle 2", right after a price was asked in the middle of the checkout: no street is called that. */
export function addsDuringCheckout(talk: Talk, { intent, phrase, question, about, confidence }: Seen): Verdict {
  if (talk.state.pending?.kind !== 'checkout_field' || question || !about || intent === 'buy_product') return null
  return ADDS_SOME.test(phrase) && (!FIRM.has(intent) || confidence < 0.8)
    ? { intent: 'buy_product', because: 'so many of what was asked about' }
    : null
}
