import type { Intent } from '../../types.ts'
import { classOf } from '../../catalog/words.ts'
import { foldPhrase } from '../../text/fold.ts'
import { stem } from '../../text/stem.ts'
import { tokens } from '../../text/tokens.ts'
import { isCalled, subjectOf } from '../subject.ts'
import { evidenceOf, findProducts, type Talk } from '../talk.ts'
import { pickByWords, pickFrom } from '../pick.ts'
import { WHEN_AGAIN } from '../product-talk.ts'
import { pointedOut } from '../reference.ts'
import { resolveMention } from '../resolve.ts'
import { searchKind } from '../show-products.ts'
import { sameButForLooks } from '../variants.ts'
import { FIRM } from './rule.ts'
import type { Seen, Verdict } from './rule.ts'

/*
 * Questions by what they are asked of: the thing on the table, the list on the screen, the shop.
 */

/** What a question about a thing is mistaken for. */
const MISTAKEN: ReadonlySet<Intent> = new Set([
  'browse_category',
  'browse_catalog',
  'view_cart',
  'price_query',
  'stock_query',
  'recommend',
  'buy_product',
  'out_of_scope',
  'smalltalk',
])

const PRICED =
  /\b(?:cuesta\w*|vale|valen|sale|salen|precio|a cuanto|a como|cobra\w*|car[oa]s?|barat\w+|descuento|despach\w+|env[ií]\w+|mand\w+)\b/

/** "¿sirven para la nieve?", "¿es doble hoja?": begins with what a thing does or is. */
const OF_IT =
  /^(?:(?:y|pero|oye|ya|ah|uy|una consulta|consulta|disculpe?) )*(?:es[eao]s? |est[eao]s? )?(?:sirven?|es|son|funcionan?|duran?|aguantan?|soportan?|resisten?|traen?|vienen?|incluyen?|huelen?|alumbran?|suenan?|rinden?|contienen?) (?!\d|un[oa]?\b|dos\b|tres\b|cuatro\b|que|todo|tod[oa]s|mucho|caro|cara|muy|lo|la que|el que|para mi\b|hoy|verdad|cierto)/

const OF_A_NAMED =
  /^(?:(?:y|pero|oye|ya|ah|hola|una consulta|consulta) )*(?:el|la|los|las|es[ea]s?|est[ea]s?) (?!que\b)\S+(?: \S+){0,4} (?:traen?|tienen?|vienen?|llevan?|incluyen?|contienen?|sirven?|duran?|aguantan?|resisten?|soportan?|funcionan?) (?!el\b|la\b|los\b|las\b)\S+/

/** "la de 12 persona, yo lleva 2" */
const BUYS_AT_LAST = /\b(?:llev[ao]|quiero|quiere|dame|compro) (?:\d{1,3}|un[oa]|dos|tres|cuatro|cinco|seis)$/

/** "¿tiene cable o no tiene?" */
const HAS_IT_OR_NOT = /^(?:y |pero |oye )*(?:tiene|trae|viene con|incluye) .{2,30} o no(?: tiene| trae)?$/

/** "¿lo puedo meter a la piscina?": what may be done with it, and nothing of how it is bought. */
const MAY_DO =
  /^(?:(?:y|pero|oye|ya) )*(?:es[eao]s? )?(?:(?:lo|la|los|las|se) (?:puedo|puede|pueden|podria)|(?:puedo|se puede)) (?!pagar|compr|llev|mand|envi|retir|cambi|devol|apart|reserv|cancel|despach|traer|ped|encarg|ver\b|vend|transfer|hacer|hablar|ir|anul|pasar|agreg|saber)[a-z]+/

/** "y esa lasaña, ¿cuánto rato va al horno?" */
const HOW_LONG_OF_IT =
  /^(?:(?:y|pero|oye|ya) )*(?:es[ea]s?|est[ea]s?|el|la|los|las) .{3,30} (?:cuanto|cuant[oa]s) (?:rato|tiempo|dura\w*|va|rinde\w*|pesa\w*|mide\w*|horas?|dias?)\b/

/** "¿y en la tote entra un laptop?" */
const FITS_IN =
  /^(?:(?:y|pero|oye) )*(?:en|a) (?:el|la|los|las|es[ea]|est[ea]) \S+(?: \S+){0,3} (?:caben?|entran?|se pued[eo]n?|puedo)\b/

/** "¿es un kilo?", "¿son 2 litros?" */
const IS_SO_MUCH =
  /^(?:(?:y|pero|oye|ya) )*(?:es|son|trae|traen|viene|vienen)(?: de| como)? (?:\d{1,4}|un|una|medio|media|dos|tres|cuatro|cinco|diez) (?:kilos?|kg|gramos|litros?|metros?|cm|ml|unidades|hojas|capsulas|pares|porciones|personas)(?: cada un[oa])?$/

/** "¿qué fuente necesita?", of the one on the table. */
const NEEDS_WHAT = /^(?:(?:y|oye|pero|ya) )*(?:que|cual) [a-z]+ (?:necesita|lleva|ocupa|requiere|usa)$/

export function askedOfThing(talk: Talk, { intent, confidence, phrase, about, cart }: Seen): Verdict {
  if (!MISTAKEN.has(intent) || PRICED.test(phrase)) return null
  if (talk.state.pending?.kind === 'checkout_field' || talk.state.pending?.kind === 'confirm_order') return null
  // "¿las barritas tienen leche?": the thing stands before what is asked of it.
  if (OF_A_NAMED.test(phrase) && confidence < 0.97 && !BUYS_AT_LAST.test(phrase)) {
    const named = resolveMention(talk, (subjectOf(phrase) ?? '').replace(/^(?:el|la|los|las|es[ea]s?|est[ea]s?) /, ''))
    if (named.kind !== 'none') return { intent: 'product_info', because: 'asked of a thing that is named first' }
  }
  if (FITS_IN.test(phrase)) return { intent: 'product_info', because: 'asks what fits in it' }
  if (HOW_LONG_OF_IT.test(phrase)) return { intent: 'product_info', because: 'asks how long, of one thing' }
  if (!about) return null
  if (IS_SO_MUCH.test(phrase)) return { intent: 'product_info', because: 'asks whether it is that much' }
  const quality =
    /^(?:(?:y|oye|pero|ya) )*(?:que|cual) (?!valor|precio|costo|stock)[a-z]+ (?:tiene|trae|usa)$/.test(phrase) &&
    evidenceOf(talk, talk.text).kind < 0.4
  const asks =
    quality ||
    NEEDS_WHAT.test(phrase) ||
    OF_IT.test(phrase) ||
    HAS_IT_OR_NOT.test(phrase) ||
    (MAY_DO.test(phrase) && (confidence < 0.9 || !cart))
  if (!asks || subjectOf(phrase) !== '') return null
  return { intent: 'product_info', because: 'asked of what is being talked about' }
}

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
  // "¿tienen picaña?", of which only one sheet speaks.
  const alone = found.kind === 'one' && list.length === 1 && searchKind(talk, words, 'any').length === 1
  return found.kind === 'one' && (evidence.named >= 0.6 || alone) && (!plural || whole)
    ? { intent: 'stock_query', because: 'asks for the one that is called so' }
    : null
}

/** What a bot is asked in jest or in earnest, and no shop sells. */
const NOT_GOODS =
  /\b(?:hora|alguien|pololo|polola|novi[oa]|hijos|hambre|sueño|sueno|frio|calor|tiempo|razon|whatsapp|instagram|facebook|pega|trabajo|vacantes|nombre|edad|años|anos|mascota|vida|wifi|problema|partido|clases|luz)\b/

const ASKED_OF_IT: ReadonlySet<Intent> = new Set<Intent>([
  'browse_category',
  'product_info',
  'price_query',
  'select_option',
  'recommend',
])

const AVAILABLE = /^(?!.*\b(?:que|q|cuales|modelos|colores|tallas|todo)\b).* disponibles?$/

/** "¿el de 90 está?" */
const THAT_ONE_THERE =
  /^(?:(?:y|pero|oye|ya|hola) )*(?:el|la|los|las) (?!que\b).{1,40} (?:esta|estan|ta|tan|queda|quedan)$/

/** "colleras, ¿disponibles?" */
export function isThere(_: Talk, { intent, phrase, question }: Seen): Verdict {
  if (
    question &&
    THAT_ONE_THERE.test(phrase) &&
    ASKED_OF_IT.has(intent) &&
    !/\b(?:cuanto|cuanta|como|donde|precio)\b/.test(phrase)
  )
    return { intent: 'stock_query', because: 'asks whether that one is there' }
  if (intent !== 'browse_category' && intent !== 'product_info') return null
  return AVAILABLE.test(phrase) ? { intent: 'stock_query', because: 'asks whether it is there' } : null
}

const HAS_FOR = /^(?:\S+ ){0,4}(?:que|q) (?:tien\w+|teni\w*|hay|vend\w+|me ofrec\w+) (?:para|pa|pal) /

const WHAT_THERE_IS_FOR = /\bque (?:tien\w+|teni\w*|hay|vend\w+) (?:para|pa|pal) (?:el|la|los|las|es[eoa]|mi|un|una)?\b/

/** "¿qué aparatos tienes para el pelo?" */
const KINDS_FOR = /^(?:\S+ ){0,2}que (?!me\b|le\b|mas\b)[a-z]{4,}s (?:tien\w+|teni\w*|hay|vend\w+) (?:para|pa|pal) /

/** "¿y para colgar un cuadro?" */
const AND_FOR =
  /^(?:(?:ya|ok|oye|pero) )*y (?:para|pa) [a-z]+(?:ar|er|ir)(?:l[aeo]s?|me|se)?(?: (?!es\b|son\b|se\b)[a-z0-9]+){1,6}$/

/** "¿qué tiene para pollitos recién nacidos?": what there is for a need, and not whether one thing is there. */
export function whatFor(_: Talk, { intent, phrase, confidence }: Seen): Verdict {
  if (intent === 'browse_category' && confidence < 0.6 && WHAT_THERE_IS_FOR.test(phrase))
    return { intent: 'recommend', because: 'asks what there is for a need' }
  if (intent === 'recommend' && confidence < 0.85 && KINDS_FOR.test(phrase))
    return { intent: 'browse_category', because: 'asks which of a kind there are' }
  if (intent !== 'stock_query' && intent !== 'product_info') return null
  if (AND_FOR.test(phrase)) return { intent: 'recommend', because: 'names what is to be done' }
  return HAS_FOR.test(phrase) ? { intent: 'recommend', because: 'asks what there is for a need' } : null
}

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

/** "¿tiene también semillas de cilantro?", after talk of something else: whether the shop has it. */
export function haveAnother(talk: Talk, { intent, phrase, about }: Seen): Verdict {
  if (
    intent !== 'product_info' ||
    !/^(?:(?:y|hola|oye|epa|epale|buenas|pero|ya) )*(?:tiene[ns]?|teni|tenis|hay|venden?)\b/.test(phrase)
  )
    return null
  const found = talk.u.entities.mentions.map((mention) => resolveMention(talk, mention.text))
  const other = found.some((each) => (each.kind === 'one' && each.product.sku !== about?.sku) || each.kind === 'many')
  const own =
    about !== undefined && pickFrom(talk, [about, ...findProducts(talk, talk.state.listed)], phrase).includes(about)
  // "¿tienen tomates secos?", after a platter with dried fruit: the shop has just that.
  const called = found.some((each, at) => {
    if (each.kind !== 'one' || each.product.sku === about?.sku) return false
    const words = tokens(talk.u.entities.mentions[at]?.text ?? '')
      .map((token) => token.norm)
      .filter((word) => classOf(word) === 'content')
    return words.length > 1 && isCalled(each.product, words)
  })
  return other && (called || !own) ? { intent: 'stock_query', because: 'asks whether the shop has it' } : null
}

const HAVE_AT_LAST =
  /[,.;]\s*¿?\s*(?:tienen?|tienes|ten[ií]s?|hay|les? quedan?|te quedan?|venden)\s+(?:el|la|los|las|un|una|alg\w+)\s[^,.;?]{2,50}\?*\s*$/iu

/** "mi amigo, ¿tiene pelota?": whom it speaks to, and no one it is for. */
const CALLS_AND_ASKS =
  /^mi (?:amig[oa]|herman[oa]|rey|reina|vecin[oa]|caser[oa]|socio|compadre|amor) (?:tiene[ns]?|teni|hay|venden|le queda) \S+(?: \S+)?$/

/** "proyector led de 50 tiene?" */
const HAS_IT_LAST = /^(?!el |la |los |las |es[ea] |que |cual |cuant)\S+ .*\b(?:tiene[ns]?|teni|hay|venden|quedan?)$/

/** "es para mi hijo, ¿tienen el de cuero en 38?" */
export function haveAtLast(talk: Talk, { intent, phrase, about }: Seen): Verdict {
  if (intent === 'recommend' && CALLS_AND_ASKS.test(phrase))
    return { intent: 'stock_query', because: 'asks whether the shop has it' }
  // "pañal adulto talla L para mi mamá, ¿tiene?"
  const [mention, ...more] = talk.u.entities.mentions
  const asks =
    intent === 'recommend' &&
    HAS_IT_LAST.test(phrase) &&
    !/\b(?:que|q|k|cual)\b/.test(phrase) &&
    talk.u.entities.superlative === null
  if (asks && mention && more.length === 0 && resolveMention(talk, mention.text).kind === 'one')
    return { intent: 'stock_query', because: 'asks whether the shop has it' }
  const ends = HAS_IT_LAST.test(phrase) && about === undefined
  if (intent !== 'product_info' || !(ends || HAVE_AT_LAST.test(talk.text))) return null
  return { intent: 'stock_query', because: 'asks whether the shop has it' }
}

const AND_ANOTHER =
  /^(?:(?:ya|ok|pucha|chuta|ah) )*y (?!el\b|la\b|los\b|las\b|de\b|en\b|con\b|para\b|pa\b|que\b|cual|como\b|si\b|es[eao]s?\b|un|se\b|tiene|trae|viene|sirve|es\b|son\b)[a-z]{4,} (?:para|pa|de|con|sin) [a-z]+(?: [a-z]+)?$/

/** "¿y correa para trotar?", after a kind was asked for: another kind. */
export function andAnotherKind(talk: Talk, { intent, phrase, question }: Seen): Verdict {
  const last = talk.state.lastIntent
  if (intent !== 'product_info' || !question || !AND_ANOTHER.test(phrase)) return null
  if (last !== 'browse_category' && last !== 'stock_query') return null
  return { intent: 'browse_category', because: 'asks for another kind' }
}

/** "¿y para cuándo van a tener?", of what is sold out. */
export function whenAgain(talk: Talk, { intent, phrase, about }: Seen): Verdict {
  if (intent === 'stock_query' || FIRM.has(intent) || !about || about.stock > 0 || !WHEN_AGAIN.test(phrase)) return null
  return talk.u.entities.mentions.length > 0
    ? null
    : { intent: 'stock_query', because: 'what is talked about is sold out' }
}

const WHAT_TO_DO =
  /\b(?:que|q) (?:les?|me|nos|se les?)? ?(?:(?:puedo|podria|debo) (?:echar|dar|poner|aplicar)\w*|echo|doy|pongo|aplico|compro|recomienda\w*|aconseja\w*|sirve\w*|conviene)\b|\bque \S+ (?:no )?(?:les?|me|nos) (?:hace|sirve|conviene|recomienda|viene bien)\b/

/** "a mis plantas les salió mosca blanca, ¿qué les echo?": a need, whatever courtesy surrounds it. */
export function asksWhatToDo(talk: Talk, { intent, phrase, confidence }: Seen): Verdict {
  if (!['goodbye', 'complaint', 'smalltalk', 'out_of_scope', 'browse_category', 'help'].includes(intent)) return null
  if (confidence > 0.9 || talk.state.issue !== null || !WHAT_TO_DO.test(phrase)) return null
  return { intent: 'recommend', because: 'asks what to take for a need' }
}

const CARRIES_IT = /\b(?:lo|la|los|las) (?:trabajan?|venden?|manejan?|tienen?|tienes|teni|ofrecen)$/

/** "Me recomendaron tomar colágeno, ¿ustedes lo trabajan?" */
export function carriesIt(talk: Talk, { intent, phrase }: Seen): Verdict {
  if (intent !== 'recommend' || !CARRIES_IT.test(phrase)) return null
  return talk.u.entities.mentions.length > 0 ? { intent: 'stock_query', because: 'asks whether the shop has it' } : null
}

const FURIOUS =
  /\b(?:pesim[oa]s?|que rabia|indignad[oa]s?|estafa\w*|una verguenza|mas encima|(?:quien|nadie) (?:me |nos )?(?:responde|contesta|atiende))\b/

/** "o sea, más encima cara para cómo llega, pésimo". */
export function furious(_: Talk, { intent, phrase, confidence }: Seen): Verdict {
  const looks = intent === 'recommend' || intent === 'browse_category'
  if (intent === 'complaint' || FIRM.has(intent) || confidence > (looks ? 0.9 : 0.6) || !FURIOUS.test(phrase))
    return null
  return { intent: 'complaint', because: 'words of anger' }
}

/** "y algún otro de misterio?": another of a kind, whichever. */
const AND_SOME_OTHER =
  /^(?:(?:ay|pucha|chuta|uf|ya|que pena|que lata|oh) )*y otr[oa]s? (?!cosa|consulta|pregunta|duda|color|talla|marca|tamano)[a-z]{4,}(?: .{2,40})?$/

export function someOther(_: Talk, { intent, phrase, question }: Seen): Verdict {
  if (intent !== 'stock_query' && intent !== 'product_info' && intent !== 'recommend') return null
  if (question && AND_SOME_OTHER.test(phrase)) return { intent: 'recommend', because: 'asks for another of a kind' }
  return /^(?:(?:pucha|chuta|uf|ya|y|pero|entonces|que (?:lata|pena|lastima)) )*(?:algun[oa]?|que|q|cual) otr[oa]s? /.test(
    phrase,
  )
    ? { intent: 'recommend', because: 'asks for another of a kind' }
    : null
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
