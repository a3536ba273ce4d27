import type { Intent } from '../../types.ts'
import { classOf } from '../../catalog/words.ts'
import { foldPhrase } from '../../text/fold.ts'
import { stem } from '../../text/stem.ts'
import { tokens } from '../../text/tokens.ts'
import { subjectOf } from '../subject.ts'
import { evidenceOf, findProducts, search, type Talk } from '../talk.ts'
import { pickByWords } from '../pick.ts'
import { pointedOut } from '../reference.ts'
import { bareName, isSaidWhole } from '../called-so.ts'
import { resolveMention } from '../resolve.ts'
import { searchKind } from '../show-products.ts'
import { sameButForLooks } from '../variants.ts'
import { HAVING } from './rule.ts'
import type { Seen, Verdict } from './rule.ts'

/*
 * Questions by what they are asked of: the thing on the table, the list on the screen, the shop.
 */

const ASKS_FOR =
  /^(?:(?:hola|holi|buenas|buenos dias|buenas tardes|buenas noches|wena|oye|oe|y|ya|epale|epa|disculpe|consulta|mano|amigo|amiga|chamo|pana|hermano|bro|vecina|vecino|casera|casero|senorita|joven|jefe|parce|veci|ustedes|usted|uds|estimados|estimado) )*(?:(?:tiene[ns]?|teni|tenis|hay|venden?|vendes|queda) ((?:\S+ ){0,5}\S+)|((?:\S+ ){0,5}\S+) (?:tiene[ns]?|teni|tenis|hay|venden?|vendes|queda))$/

/** Who says so asks for a kind, or for all there is. */
const A_KIND =
  /\b(?:que|q|k|cual|cuales|algun[oa]?s?|modelos?|marcas?|tipos?|clases?|variedad|opciones|otr[oa]s?|para|pa|algo|mas)\b/

/**
 * "¿repelente hay?", of which there is one, and "¿tienen puzzles de 1000 piezas?", of which there are several: one thing
 * by its name, or a kind.
 */
export function thingOrKind(talk: Talk, { intent, phrase, confidence }: Seen): Verdict {
  const beside = (intent === 'out_of_scope' || intent === 'smalltalk') && confidence < 0.8
  if (intent !== 'browse_category' && intent !== 'stock_query' && !beside) return null
  const last = foldPhrase(talk.text.split(/[,.;:!¡¿\n]+/).findLast((each) => /\p{L}/u.test(each)) ?? '')
  const match = ASKS_FOR.exec(phrase) ?? (intent === 'browse_category' ? ASKS_FOR.exec(last) : null)
  const words = match?.[1] ?? match?.[2]
  if (beside) {
    if (words === undefined || A_KIND.test(words) || NOT_GOODS.test(words)) return null
    return { intent: /[^s]s$/.test(words) ? 'browse_category' : 'stock_query', because: 'asks whether the shop has it' }
  }
  if (words === undefined || A_KIND.test(words) || talk.u.entities.mentions.length > 1) return null
  if (/^(?:el|la|los|las|stock|disponib\w+|aun|todavia)\b/.test(words)) return null
  const list = tokens(words).filter((token) => token.kind !== 'word' || classOf(token.norm) !== 'stop')
  const plural = /[^s]s$/.test(list[0]?.text ?? '') && stem(list[0]?.norm ?? '') !== list[0]?.norm
  const found = resolveMention(talk, words)
  if (intent === 'stock_query')
    return plural && found.kind === 'many' && confidence < 0.9 && !sameButForLooks(found.products)
      ? { intent: 'browse_category', because: 'asks for a kind, of which there are several' }
      : null
  const evidence = evidenceOf(talk, words)
  const whole = list.length > 1 && evidence.named >= 0.9 && evidence.ties === 1
  // "almendras con chocolate tienen?": all that its name says.
  const said = new Set(tokens(words).map((token) => stem(token.norm)))
  const full = found.kind === 'one' && isSaidWhole(found.product, said)
  const alike = full
    ? search(talk, { text: words, mode: 'any', limit: 8 }).filter(({ product }) =>
        [...said].every((word) => classOf(word) !== 'content' || bareName(product).includes(word)),
      )
    : []
  if (full && alike.length < 2) return { intent: 'stock_query', because: 'asks for the one that is called so' }
  // "¿tienen picaña?", of which only one sheet speaks.
  const alone = found.kind === 'one' && list.length === 1 && searchKind(talk, words, 'any').length === 1
  return found.kind === 'one' &&
    ((evidence.named >= 0.6 && (evidence.ties === 1 || (list.length === 1 && talk.state.listFresh))) || alone) &&
    (!plural || whole)
    ? { intent: 'stock_query', because: 'asks for the one that is called so' }
    : null
}

/** What a bot is asked in jest or in earnest, and no shop sells. */
const NOT_GOODS =
  /\b(?:hora|alguien|pololo|polola|novi[oa]|hijos|hambre|sueño|sueno|frio|calor|tiempo|razon|whatsapp|instagram|facebook|pega|trabajo|vacantes|nombre|edad|años|anos|mascota|vida|wifi|problema|partido|clases|luz)\b/

const WHICH_FOR =
  /^(?:(?:y|pero|oye|ya|entonces) )*cual(?:es)?(?: de \S+)? (?:es|son|seria|me sirve|sirve|me conviene|conviene|recomiend\w+|me recomiend\w+)(?: (?:mejor|buen[oa]s?))? (?:para|pa)\b/

/** "¿qué piedra sirve pal amor?", "el niño tiene 4 años, ¿cuál me sirve?" */
const WHICH_SUITS =
  /\b(?:que|cual) (?!otr|mas\b)[a-z]{4,} (?:puede\w*|puedo|podria\w*) (?:comer|tomar|usar|beber|ponerse|servir\w*)\b|\b(?:que|q|cual(?:es)?) (?!otr|mas\b)[a-z]{4,} (?:es buen[oa]|son buen[oa]s|sirven?|va bien|recomiend\w+) (?:para|pa|pal|en|contra)\b|\bcual(?:es)? (?:me|le|nos) (?:sirven?|conviene\w*|recomiend\w+|qued\w+|vendria)$/

/** "¿el más barato sirve para PS5?": of that one. */
export const OF_SUPERLATIVE =
  /^(?:(?:y|pero|oye) )*(?:el|la|los|las) mas [a-z]+ (?:sirven?|es|son|tiene|trae|viene|funciona|aguanta|incluye)\b/

const COSTS_LEAST = /\b(?:que|q|cual)\b.* (?:sale|cuesta|vale)n? menos$/

/** "¿cuál es bueno para ropa de bebé?", "¿cuál es la bolsa más económica?": asks for advice, and no detail. */
export function whichIsBest(talk: Talk, { intent, phrase }: Seen): Verdict {
  if ((intent === 'remove_from_cart' || intent === 'product_info') && COSTS_LEAST.test(phrase))
    return { intent: 'recommend', because: 'asks which costs least' }
  if (
    intent === 'browse_category' &&
    /\bcual(?:es)? (?:\S+ )?(?:tiene|trae|viene con) mas (?:piezas?|hojas|paginas|unidades|litros|capacidad|cartas|memoria|almacenamiento|gigas|watts)$/.test(
      phrase,
    )
  )
    return { intent: 'recommend', because: 'asks which has most of it' }
  if (intent !== 'product_info' && intent !== 'select_option') return null
  if (WHICH_FOR.test(phrase) || WHICH_SUITS.test(phrase)) return { intent: 'recommend', because: 'asks which suits' }
  const { superlative } = talk.u.entities
  if (OF_SUPERLATIVE.test(phrase)) return null
  const priced = superlative === 'cheapest' || superlative === 'dearest'
  return priced &&
    /\bcual(?:es)?(?: es| son| seria| sale)?(?: (?:el|la|los|las))? (?:mas|mejor|menos|es|son|seria|sale)\b/.test(
      phrase,
    )
    ? { intent: 'recommend', because: 'asks which stands out by its price' }
    : null
}

const WHAT_TO_DO =
  /\b(?:que|q) (?:les?|me|nos|se les?)? ?(?:(?:puedo|podria|debo) (?:echar|dar|poner|aplicar)\w*|echo|doy|pongo|aplico|compro|recomienda\w*|aconseja\w*|sirve\w*|conviene)\b|\bque \S+ (?:no )?(?:les?|me|nos) (?:hace|sirve|conviene|recomienda|viene bien)\b/

/** "a mis plantas les salió mosca blanca, ¿qué les echo?": a need, whatever courtesy surrounds it. */
export function asksWhatToDo(talk: Talk, { intent, phrase, confidence }: Seen): Verdict {
  if (!['goodbye', 'complaint', 'smalltalk', 'out_of_scope', 'browse_category', 'help'].includes(intent)) return null
  if (confidence > 0.9 || talk.state.issue !== null || !WHAT_TO_DO.test(phrase)) return null
  return { intent: 'recommend', because: 'asks what to take for a need' }
}

const NAMED_LAST = /,\s*(?:el|la|los|las)\s+(?!m[aá]s\b|menos\b)([^,]{2,40})$/iu

/** "los más largos, los de 1 5/8": points at one of the list and asks nothing. */
export function pointsAtOne(talk: Talk, { intent, phrase, question }: Seen): Verdict {
  if (question || !talk.state.listFresh || talk.state.listed.length < 2) return null
  // "las más chicas, las AAA": what comes last says it plainly.
  const named = intent === 'recommend' ? NAMED_LAST.exec(talk.text)?.[1] : undefined
  const [last, ...others] = named === undefined ? [] : pickByWords(talk, findProducts(talk, talk.state.listed), named)
  if (last && others.length === 0) {
    talk.picked = [last]
    return { intent: 'select_option', because: 'names one of the list at its end' }
  }
  if (intent !== 'product_info' && intent !== 'stock_query' && intent !== 'recommend') return null
  if (!/^(?:(?:ya|ok|entonces|mejor) )*(?:el|la|los|las) /.test(phrase) || subjectOf(phrase) !== null) return null
  const [one, ...more] = pointedOut(talk)
  if (!one || more.length > 0 || !talk.state.listed.includes(one.sku)) return null
  talk.picked = [one]
  return { intent: 'select_option', because: 'points at one of the list' }
}

/** "tienen fc25?", "¿hay la 4070?": letters and digits in one make a name, and whether that one is to be had is asked. */
export function namedByCode(talk: Talk, { intent, phrase }: Seen): Verdict {
  if (intent !== 'browse_category' || !HAVING.test(phrase) || WHICH.test(phrase)) return null
  const coined = tokens(talk.text).some((token) => token.kind === 'mixed' || /^[a-z]+\d+[a-z]*$/.test(token.text))
  return coined && evidenceOf(talk, talk.text).ties <= 2
    ? { intent: 'stock_query', because: 'asks for one thing by its name' }
    : null
}

const WHICH = /\b(?:que|cuales?|otr[oa]s?|algun[oa]?s?|mas|tipos?|marcas?|modelos?|variedad)\b/

/** Below this nothing but the goods that are named says what is wanted. */
const HARDLY = 0.35

const OF_GOODS: ReadonlySet<Intent> = new Set([
  'browse_category',
  'recommend',
  'stock_query',
  'product_info',
  'price_query',
  'buy_product',
  'select_option',
  'change_quantity',
  'complaint',
  'returns',
  'out_of_scope',
])

/** "hola busco el sombrero de paño negro", in words that mean little by themselves: whether that is to be had. */
export function namedAtLeast(talk: Talk, { intent, confidence }: Seen): Verdict {
  if (confidence >= HARDLY || OF_GOODS.has(intent) || talk.state.pending !== null) return null
  const { named, kind } = evidenceOf(talk, talk.text)
  if (Math.max(named, kind) < 0.6) return null
  return { intent: named >= kind ? 'stock_query' : 'browse_category', because: 'hardly understood, and names goods' }
}
