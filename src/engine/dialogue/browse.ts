import { unitPrice } from '../commerce/pricing.ts'
import { clip, joinWords } from '../reply/format.ts'
import { classOf } from '../catalog/words.ts'
import { foldPhrase } from '../text/fold.ts'
import type { CatalogProduct } from '../types.ts'
import { stem } from '../text/stem.ts'
import { tokens } from '../text/tokens.ts'
import { headOf } from '../catalog/head-noun.ts'
import { bySuperlative, ofOneKind, pickFrom } from './pick.ts'
import { isSaidWhole, wordsOf } from './called-so.ts'
import { answeredBy } from './product-sheet.ts'
import {
  LIST_LIMIT,
  alternativesTo,
  categoriesOf,
  focused,
  keepsQuestion,
  kindred,
  listProducts,
  priceTag,
  searchKind,
  showCard,
  tellNotCarried,
  tellSoldOut,
} from './show-products.ts'
import { asksOthers, tellLooks } from './variants.ts'
import { evidenceOf, findProducts, oneOf, quote, say, sayKindly, search, settle, show, type Talk } from './talk.ts'

/** A list message takes ten rows. */
export const LISTED_CATEGORIES = 10

/** The whole offer: its kinds, never eight hundred products. */
export function browseCatalog(talk: Talk): void {
  const rest = restOfTheList(talk)
  if (rest.length > 0) return presentKind(talk, rest, leadToMore(talk))
  const names = categoriesOf(talk, LISTED_CATEGORIES)
  if (names.length === 0) {
    say(
      talk,
      talk.voice.t(
        'Todavía no tenemos productos publicados. Escríbenos de nuevo muy pronto.',
        'Todavía no tenemos productos publicados. Escríbanos de nuevo muy pronto.',
        {
          en: 'We have no products published yet. Please write again soon.',
          pt: 'Ainda não temos produtos publicados. Escreva de novo em breve.',
        },
      ),
    )
    return
  }
  const { t, any } = talk.voice
  const lead = wantsMore(talk)
    ? any('De eso es todo lo que tengo. También hay:', {
        en: 'That is all I have of it. There is also:',
        pt: 'Disso é tudo o que tenho. Também há:',
      })
    : t(
        oneOf(talk, 'Esto es lo que tenemos:', 'Mira, trabajamos con:', 'Tenemos de todo esto:'),
        'Esto es lo que tenemos:',
        { en: 'This is what we have:', pt: 'Isto é o que temos:' },
      )
  const counts = new Map(talk.input.catalog.categories.map((category) => [category.name, category.count]))
  say(
    talk,
    `${lead}\n${names.map((name, index) => `${index + 1}. *${quote(talk, name)}* (${counts.get(name) ?? 0})`).join('\n')}`,
  )
  if (!keepsQuestion(talk)) {
    say(
      talk,
      talk.voice.t('¿Qué te muestro?', '¿Qué le muestro?', { en: 'What shall I show you?', pt: 'O que mostro?' }),
    )
    talk.rows = {
      button: talk.voice.any('Ver categorías', { en: 'See categories', pt: 'Ver categorias' }),
      title: talk.voice.any('Categorías', { en: 'Categories', pt: 'Categorias' }),
      rows: names.map((name) => ({ id: `cat:${clip(name, 60)}`, title: clip(name, 24) })),
    }
    settle(talk)
  }
  talk.state.listed = []
}

export function browseNamedCategory(talk: Talk, name: string): void {
  const products = talk.input.catalog.inCategory(name)
  const stocked = products.filter((product) => product.stock > 0)
  if (products.length === 0) return browseCatalog(talk)
  listProducts(talk, stocked.length > 0 ? stocked : products, `*${quote(talk, name)}*:`)
  afterList(talk)
}

/** More words than this tell a story rather than name a kind. */
const STORY_WORDS = 7

const WHICH_KIND =
  /\b(?:que|q|k|cuales) (\p{L}{4,}) (?:me )?(?:tienes?|tienen|tenis?|tenes|hay|vend\w+|manejan?|ofrecen?|qued\w+)\b/u

/** "¿qué peces tienen para un acuario chico?": the shelf that is asked for, whatever it is for. */
function kindAsked(talk: Talk): CatalogProduct[] {
  const noun = WHICH_KIND.exec(foldPhrase(talk.text))?.[1]
  if (noun === undefined || classOf(noun) !== 'content') return []
  return searchKind(talk, noun, 'kind').filter((product) => wordsOf(product.category).has(stem(noun)))
}

/** A kind of product: what is in stock of it. "¿Y otra?" means another of the kind just talked about. */
export function browseCategory(talk: Talk): void {
  const [shown] = focused(talk)
  // "¿y en qué otro color hay?"
  if (shown && asksOthers(talk.text) && tellLooks(talk, shown)) return
  const other = /\botr[oa]s?\b/i.test(talk.text)
  const rest = restOfTheList(talk)
  if (rest.length > 0) return presentKind(talk, rest, leadToMore(talk))
  let products = searchKind(talk, talk.text, 'kind')
  const asked = kindAsked(talk)
  const shelves = new Set(asked.map((product) => product.category))
  if (asked.length > 0 && !products.some((product) => shelves.has(product.category))) products = asked
  if (products.length === 0) products = searchKind(talk, talk.text, 'any')
  // "plasticina tienes pa niña de 5?", "qué cajas armadas trae": the kind alone, where the rest of it finds nothing.
  if (products.length === 0 && FOR_WHOM.test(talk.text))
    products = searchKind(talk, talk.text.replace(FOR_WHOM, ' '), 'kind')
  if (products.length === 0) products = shelfNamed(talk)
  // "me da miedo que me roben la moto, ¿qué tienes?": a need, in however many words.
  if (products.length === 0 && tokens(talk.text).length > STORY_WORDS) products = searchKind(talk, talk.text, 'need')
  if (other) {
    const [last] = focused(talk)
    const fresh = products.filter((product) => product.sku !== last?.sku)
    // "¿y otra switch?": another console, before the games that are made for it.
    const kin = fresh.filter((product) => product.category === last?.category)
    products = kin.length > 0 ? kin : fresh.length > 0 ? fresh : alternativesTo(talk, focused(talk).slice(0, 1), 8)
  }
  if (products.length === 0) {
    const about = focused(talk)
    if (isAnaphoric(talk) && about.length > 0) products = alternativesTo(talk, about.slice(0, 1), 8)
  }
  if (products.length === 0) return tellNotCarried(talk, wanted(talk))
  const gone = soldOutByName(talk)
  if (gone !== null) return tellSoldOut(talk, gone)
  const superlative = talk.u.entities.superlative
  if (superlative !== null && superlative !== 'cheapest' && superlative !== 'dearest') {
    products = bySuperlative(talk, products, superlative)
  }
  const at = talk.parts.length + 1
  presentKind(
    talk,
    products,
    superlative === null
      ? talk.voice.t(
          oneOf(talk, 'Tengo estas opciones:', 'Mira lo que tengo:', 'De eso tengo:'),
          'Tengo estas opciones:',
          {
            en: 'Here is what I have:',
            pt: 'Tenho estas opções:',
          },
        )
      : superlativeLead(talk, superlative),
  )
  if (superlative === null && !other) tellTheRest(talk, products, at)
}

const FOR_WHOM = /\s(?:para|pa|pal)\s.*$/iu

/** What is in stock of the one category whose whole name is said. */
function shelfNamed(talk: Talk): CatalogProduct[] {
  const said = new Set(tokens(talk.text).map((token) => stem(token.norm)))
  const named = talk.input.catalog.categories.filter(({ name }) => {
    const words = tokens(name).filter((token) => token.kind === 'word' && token.text.length > 3)
    return words.length > 0 && words.every((token) => said.has(stem(token.norm)))
  })
  const [only] = named
  if (!only || named.length > 1) return []
  return talk.input.catalog
    .inCategory(only.name)
    .filter((product) => product.stock > 0)
    .slice(0, LIST_LIMIT)
}

/** What it is for, after what it is: "arena pa gato". */
const PURPOSE = /\b(?:para|pa|pal) (?!comprar|ver|regal\w+|llevar)\S{3,}/

/**
 * "arena pa gato", where two sheets of four say "gato": who names a kind is told of all of it, those that say the rest
 * first; so is who names a shelf ("libros de historia"). What was listed stays what is picked from. `at`: which paragraph
 * it is to be.
 */
function tellTheRest(talk: Talk, products: readonly CatalogProduct[], at: number): void {
  const rest = restOfTheKind(talk, products).slice(0, LIST_LIMIT - products.length)
  if (rest.length === 0) return
  show(talk, rest)
  const names = rest.map((product) => priceTag(talk, product)).join('\n')
  talk.parts.splice(
    at,
    0,
    talk.voice.any(`También tengo:\n${names}`, { en: `I also have:\n${names}`, pt: `Também tenho:\n${names}` }),
  )
}

function restOfTheKind(talk: Talk, products: readonly CatalogProduct[]): CatalogProduct[] {
  const [first] = products
  const { minPrice, maxPrice, not } = talk.u.entities
  if (!first || minPrice !== null || maxPrice !== null || not.length > 0) return []
  // "comida para perros", of the shelf "Perros": the food, and no leads.
  const said = new Set(tokens(talk.text.replace(FOR_WHOM, ' ')).map((token) => stem(token.norm)))
  const shelf = tokens(first.category).filter((token) => token.kind === 'word' && token.text.length > 3)
  const ofShelf = shelf.length > 0 && shelf.every((token) => said.has(stem(token.norm)))
  const ofKind = said.has(headOf(first)) && PURPOSE.test(foldPhrase(talk.text))
  if (!ofShelf && !ofKind) return []
  return talk.input.catalog
    .inCategory(first.category)
    .filter((product) => product.stock > 0 && (ofShelf || headOf(product) === headOf(first)))
    .filter((product) => !products.includes(product))
}

/** "vitamina d", which is sold out, where other vitamins are not: what was named is told of first. */
function soldOutByName(talk: Talk): CatalogProduct | null {
  const hits = search(talk, { text: talk.text, mode: 'any', limit: 24 })
  const said = new Set(tokens(talk.text).map((token) => stem(token.norm)))
  const whole = hits.find(({ product }) => isSaidWhole(product, said))
  if (whole !== undefined && whole.product.stock <= 0) return whole.product
  // "¿tienen wok?", where pans are all that is left: the one that begins with the word.
  const called = hits.filter(({ product }) => said.has(headOf(product)))
  const others = hits.filter(
    ({ product }) =>
      product.stock > 0 &&
      wordsOf(`${product.name} ${product.tags.join(' ')}`).has(headOf(called[0]?.product ?? product)),
  )
  if (called.length > 0 && called.every(({ product }) => product.stock <= 0) && others.length === 0)
    return called[0]?.product ?? null
  const [best, next] = hits.toSorted((a, b) => b.score - a.score)
  if (best === undefined || best.by !== 'name' || best.score < NAMED_WHOLE || best.product.stock > 0) return null
  return next === undefined || best.score - next.score > BY_MUCH ? best.product : null
}

const NAMED_WHOLE = 0.92
const BY_MUCH = 0.06

const WANTS_MORE =
  /^(?:(?:y|ya|a ver|ok|oye|pero|no|mm+|hay|tienes?|tienen|teni|me) )*(?:muestr\w*|ver|ensen\w*|quiero ver|dame)?(?:me)? ?(?:mas|otr[oa]s|mas opciones|otras opciones|mas modelos|otros modelos|mas alternativas|otras alternativas|algo mas|show me more|more|mais)(?: (?:porfa\w*|por favor|please|opciones|modelos|po|tienes?|tienen|hay|no hay))*$/

/** More of the list on the screen. */
function wantsMore(talk: Talk): boolean {
  return talk.state.listed.length > 1 && WANTS_MORE.test(foldPhrase(talk.text))
}

/** "muéstrame más", with a list on the screen: what else there is of its kinds, and not the shop from its beginning. */
export function restOfTheList(talk: Talk): CatalogProduct[] {
  if (!wantsMore(talk)) return []
  const listed = findProducts(talk, talk.state.listed)
  const shown = new Set(talk.state.listed)
  const { maxPrice } = talk.u.entities
  return [...new Set(listed.map((product) => product.category))]
    .flatMap((category) => talk.input.catalog.inCategory(category))
    .filter((product) => product.stock > 0 && !shown.has(product.sku))
    .filter((product) => maxPrice === null || unitPrice(product, talk.facts.now) <= maxPrice)
    .slice(0, LIST_LIMIT)
}

/** "¿cuál de esas?", "la que tú digas", "cualquiera". */
export const CHOOSE_FOR_ME =
  /^(?:(?:y|ya|mm+|no se|nose|ok|bueno|oye) )*(?:cual(?:es)? (?:de (?:es[oa]s|est[oa]s|ell[oa]s|tod[oa]s|l[oa]s (?:dos|tres))(?: (?:me (?:recomiendas|sugieres|aconsejas|conviene)|es mejor|llevo|sera))?|me (?:recomiendas|recomienda|sugieres|aconsejas|conviene)|llevo|elijo)|(?:el|la|l[oa]s) (?:que|q|k) (?:tu |ud |usted )?(?:me )?(?:recomiend\w*|dig\w*|quier\w*|sugier\w*|aconsej\w*)(?: tu| ud| usted)?|(?:elige|escoge|recomiendame) (?:tu|uno|una)|cualquiera(?: de (?:es[oa]s|ell[oa]s))?|which one(?: do you recommend)?|any of them|qualquer um)$/

const SOMETHING_CHEAPER = /\balg(?:o|un[oa]) (?:un poco )?mas (?:barat|economic)/

/** "¿qué es lo más barato que venden?": of the whole shop. */
const OF_ALL = /\blo mas (?:barat|econom|car)\w* (?:que|q) (?:vend|tien|teni|hay)\w*|\bde toda la tienda\b/

/** Something that is not on the screen fits better by so much: then it is what is asked for. */
const BETTER_ELSEWHERE = 0.25

/** "¿cuál le queda a un gran danés?", "¿cuál es el más livianito?", of what is on the screen. */
const WHICH_OF_THEM =
  /\bcual(?:es)? (?:de (?:es[oa]s|ell[oa]s) )?(?:me|le|les|nos|es|seria|sera|va|sirve|queda|conviene)\b/

/** A need, an occasion, a limit or a superlative. */
export function recommend(talk: Talk): void {
  const { superlative, anaphora } = talk.u.entities
  const listed = findProducts(talk, talk.state.listed)
  // "el más barato de esos": among what was just shown, and nowhere else.
  if (superlative !== null && listed.length > 1 && (anaphora === 'all' || !hasOwnWords(talk))) {
    const best = bySuperlative(talk, ofOneKind(listed), superlative)[0]
    if (best) return showCard(talk, best, superlativeLead(talk, superlative))
  }
  // "¿cuál es el más barato que sirva para concreto?", of the drills on the screen.
  if (superlative !== null && talk.state.listFresh && listed.length > 1) {
    const among = talk.state.listed
    const fit = search(talk, { text: talk.text, mode: 'need', among, limit: 24 }).map((hit) => hit.product)
    const own = search(talk, { text: talk.text, mode: 'any', limit: 1 })[0]
    const kinds = new Set(listed.map(headOf))
    const elsewhere =
      own !== undefined &&
      tokens(talk.text).some((token) => stem(token.norm) === headOf(own.product)) &&
      !kinds.has(headOf(own.product))
    const best = elsewhere ? undefined : bySuperlative(talk, ofOneKind(fit), superlative)[0]
    if (best) return showCard(talk, best, superlativeLead(talk, superlative))
  }
  if (superlative === null && talk.state.listFresh && listed.length > 1 && WHICH_OF_THEM.test(foldPhrase(talk.text))) {
    const fit = search(talk, { text: talk.text, mode: 'need', among: talk.state.listed, limit: 24 })
    const [own] = search(talk, { text: talk.text, mode: 'need', limit: 1 })
    const elsewhere = own !== undefined && own.score > (fit[0]?.score ?? 0) + BETTER_ELSEWHERE
    const answering = answeredBy(listed, talk.text)
    const suits = answering.length === 1 || fit.length === 0 ? answering : fit.map((hit) => hit.product)
    const lead = talk.voice.t(oneOf(talk, 'Te recomiendo:', 'Para eso te sirve:'), 'Le recomiendo:', {
      en: 'I recommend:',
      pt: 'Recomendo:',
    })
    if (!elsewhere && suits.length > 0) return presentKind(talk, suits, lead)
  }
  if (listed.length > 1 && CHOOSE_FOR_ME.test(foldPhrase(talk.text))) {
    const first = listed.find((product) => product.stock > 0)
    if (first)
      return showCard(
        talk,
        first,
        talk.voice.any('De esos, yo partiría por este:', {
          en: 'Of those, I would start with this one:',
          pt: 'Desses, eu começaria por este:',
        }),
      )
  }
  const [about] = focused(talk)
  if (superlative !== null && about && !hasOwnWords(talk) && !OF_ALL.test(foldPhrase(talk.text))) {
    const best = bySuperlative(talk, kindred(talk, about), superlative)[0]
    if (best) return showCard(talk, best, superlativeLead(talk, superlative))
  }
  // "algo más económico para lavar la ropa", of a detergent: of its kind, and below its price.
  if (superlative === 'cheapest' && about && SOMETHING_CHEAPER.test(foldPhrase(talk.text))) {
    const limit = unitPrice(about, talk.facts.now)
    const below = kindred(talk, about).filter((each) => each.stock > 0 && unitPrice(each, talk.facts.now) < limit)
    const best = bySuperlative(talk, below, superlative)[0]
    if (best) return showCard(talk, best, superlativeLead(talk, superlative))
  }
  let products = searchKind(talk, talk.text, 'need')
  if (products.length === 0) products = searchKind(talk, talk.text, 'any')
  if (products.length === 0) products = byClauses(talk)
  if (products.length === 0 && superlative !== null && listed.length > 0) products = pickFrom(talk, listed)
  if (products.length === 0) products = likeWhatWasSaid(talk)
  if (products.length === 0 && nothingBelow(talk)) return
  if (products.length === 0) {
    if (hasOwnWords(talk)) return tellNotCarried(talk, '')
    return popular(talk)
  }
  // Cheapest and dearest are the search's own order: among the best fits, not among all that fit somehow.
  const sorted =
    superlative === null || superlative === 'cheapest' || superlative === 'dearest'
      ? products
      : bySuperlative(talk, products, superlative)
  presentKind(
    talk,
    sorted,
    superlative === null
      ? talk.voice.t(oneOf(talk, 'Te recomiendo:', 'Para eso te sirve:', 'Mira, te puede servir:'), 'Le recomiendo:', {
          en: 'I recommend:',
          pt: 'Recomendo:',
        })
      : superlativeLead(talk, superlative),
  )
}

/** A long story has the need in one of its sentences: each is looked up by itself, and the best fit counts. */
function byClauses(talk: Talk): CatalogProduct[] {
  const clauses = talk.text
    .split(/[,.;:!?\n]+|\b(?:y|pero|porque|que|es que)\b/i)
    .map((clause) => clause.trim())
    .filter((clause) => clause.length > 5)
  if (clauses.length < 2) return []
  const hits = clauses
    .slice(0, 8)
    .flatMap((clause) => talk.faculties.search(talk.input.catalog, { text: clause, mode: 'need', limit: 6 }))
    .filter((hit) => hit.product.stock > 0)
    .toSorted((a, b) => b.score - a.score)
  const best = hits[0]?.score ?? 0
  return [
    ...new Map(hits.filter((hit) => hit.score >= best * 0.7).map((hit) => [hit.product.sku, hit.product])).values(),
  ].slice(0, 8)
}

function presentKind(talk: Talk, products: readonly CatalogProduct[], lead: string): void {
  const [best] = products
  const { superlative } = talk.u.entities
  if (best && superlative !== null && best.stock > 0) {
    // Two at the same price are both the cheapest.
    const priced = superlative === 'cheapest' || superlative === 'dearest'
    const price = unitPrice(best, talk.facts.now)
    const ties = products.filter((each) => each.stock > 0 && priced && unitPrice(each, talk.facts.now) === price)
    if (ties.length < 2 || ties.length > 4) return showCard(talk, best, lead)
    listProducts(talk, ties, lead)
    return afterList(talk)
  }
  const only = products.length === 1 ? best : undefined
  if (only) {
    if (only.stock <= 0) return tellSoldOut(talk, only)
    return showCard(talk, only)
  }
  listProducts(talk, products, lead)
  afterList(talk)
}

function afterList(talk: Talk): void {
  if (keepsQuestion(talk)) return
  sayKindly(
    talk,
    talk.voice.t(
      oneOf(talk, '¿Cuál te tinca?', '¿Te gusta alguno?', 'Dime el número o el nombre del que quieras.'),
      '¿Cuál prefiere?',
      { en: 'Which one do you like?', pt: 'De qual você gosta?' },
    ),
  )
  settle(talk)
}

/** "¿Y algo parecido?": like what was talked about, or of the kinds that the shop has. */
function likeWhatWasSaid(talk: Talk): CatalogProduct[] {
  const about = focused(talk)
  if (about.length > 0 && talk.state.missed === null) return alternativesTo(talk, about.slice(0, 1), 5)
  if (talk.state.missed !== null) {
    const found = searchKind(talk, talk.state.missed, 'any')
    if (found.length > 0) return found
  }
  return []
}

/** Nothing at all to go by: one of each of the biggest kinds. */
export function popular(talk: Talk): void {
  const picks = categoriesOf(talk, 5).flatMap((name) => {
    const best = talk.input.catalog
      .inCategory(name)
      .filter((product) => product.stock > 0)
      .toSorted((a, b) => b.stock - a.stock)[0]
    return best ? [best] : []
  })
  if (picks.length === 0) return browseCatalog(talk)
  listProducts(
    talk,
    picks,
    talk.voice.any('Lo que más tenemos disponible:', {
      en: 'What we have most of:',
      pt: 'O que mais temos disponível:',
    }),
  )
  afterList(talk)
}

function nothingBelow(talk: Talk): boolean {
  if (talk.u.entities.maxPrice === null) return false
  const hits = talk.faculties.search(talk.input.catalog, { text: talk.text, mode: 'any', limit: 12, order: 'cheapest' })
  const nearest = hits.map((hit) => hit.product).find((product) => product.stock > 0)
  if (nearest) tooDear(talk, nearest)
  return nearest !== undefined
}

/** All that fits costs more than the shopper said: said, with what comes closest. */
export function tooDear(talk: Talk, nearest: CatalogProduct): void {
  showCard(
    talk,
    nearest,
    talk.voice.any(`Bajo ese monto no tengo; lo más cercano es:`, {
      en: 'I have nothing below that amount; the closest is:',
      pt: 'Abaixo desse valor não tenho; o mais próximo é:',
    }),
  )
}

function superlativeLead(talk: Talk, superlative: NonNullable<Talk['u']['entities']['superlative']>): string {
  const leads = {
    cheapest: talk.voice.any('El más económico:', { en: 'The cheapest:', pt: 'O mais barato:' }),
    dearest: talk.voice.any('El más caro:', { en: 'The most expensive:', pt: 'O mais caro:' }),
    best: talk.voice.any('El que mejor anda:', { en: 'The best one:', pt: 'O melhor:' }),
    biggest: talk.voice.any('El más grande:', { en: 'The biggest:', pt: 'O maior:' }),
    smallest: talk.voice.any('El más chico:', { en: 'The smallest:', pt: 'O menor:' }),
    strongest: talk.voice.any('El más potente:', { en: 'The strongest:', pt: 'O mais potente:' }),
  } as const
  return leads[superlative]
}

function isAnaphoric(talk: Talk): boolean {
  return talk.u.entities.anaphora !== null || /\b(otr[oa]s?|parecid[oa]s?|similar(?:es)?|m[aá]s)\b/i.test(talk.text)
}

const SUPERLATIVES =
  /\b(?:barat\w*|econ[oó]mic\w*|car[oa]s?|car[ií]sim\w*|mejor(?:es)?|peor(?:es)?|grand\w*|chic[oa]s?|peque[ñn]\w*|potent\w*|fuerte\w*|buen\w*)\b/giu

function hasOwnWords(talk: Talk): boolean {
  // "¿cuál es el más barato?" has none, though a catalog may tag things as cheap.
  const text = talk.u.entities.superlative === null ? talk.text : talk.text.replace(SUPERLATIVES, ' ')
  const evidence = evidenceOf(talk, text)
  if (evidence.named > 0.3 || evidence.kind > 0.3 || evidence.need > 0.3) return true
  return talk.u.entities.superlative === null && evidence.unknown.length > 0
}

/** The words of the message that the catalog does not know: what to say that we do not carry. */
function wanted(talk: Talk): string {
  const { unknown } = evidenceOf(talk, talk.text)
  return talk.u.entities.mentions[0]?.text ?? joinWords(unknown.slice(0, 3))
}

function leadToMore(talk: Talk): string {
  return talk.voice.t(oneOf(talk, 'También tengo:', 'Mira, hay más:'), 'También tengo:', {
    en: 'I also have:',
    pt: 'Também tenho:',
  })
}
