import { clip, joinWords, plain } from '../reply/format.ts'
import { foldPhrase } from '../text/fold.ts'
import { photoOf } from '../catalog/photo.ts'
import { stem } from '../text/stem.ts'
import { tokens } from '../text/tokens.ts'
import type { CatalogProduct } from '../types.ts'
import { addPhoto, asksForPhoto, asksToSee } from './photos.ts'
import { offerPerson } from './orders.ts'
import { bySuperlative, pickFrom } from './pick.ts'
import { resolveMention, type Resolved } from './resolve.ts'
import {
  alternativesTo,
  focused,
  keepsQuestion,
  kindred,
  listProducts,
  offerToAdd,
  productsOfCategory,
  priceTag,
  searchKind,
  showCard,
  tellNotCarried,
  tellSoldOut,
} from './show-products.ts'
import {
  findProducts,
  focusOn,
  nameOf,
  note,
  oneOf,
  peso,
  priceOf,
  quote,
  say,
  search,
  show,
  spotlight,
  type Talk,
  evidenceOf,
} from './talk.ts'
import { asksLooks, tellLooks } from './variants.ts'

/**
 * "¿hay en negro?", "en talla L": the looks of what is being talked about, else its sheet, which is all that is known.
 * False where that is not what was asked, or one of a list may be meant.
 */
export function answerLooks(talk: Talk): boolean {
  const about = focused(talk)[0]
  if (
    !about ||
    talk.picked.length > 0 ||
    (talk.state.listFresh && talk.state.listed.length > 1) ||
    !asksLooks(talk.text)
  )
    return false
  if (tellLooks(talk, about)) return true
  answerAbout(talk, about)
  offerToAdd(talk, about)
  return true
}

/** Details of one product, or what sets two apart. */
export function productInfo(talk: Talk): void {
  if (answerLooks(talk)) return
  const comparing = /\b(diferencia|difieren|compar|versus|vs|o el|o la|mejor entre)/i.test(talk.text)
  const products = productsMeant(talk)
  if (products.length === 0) return unknownProduct(talk)
  if (comparing && products.length === 1) {
    // "diferencia con el lenovo?": the other one is what was being talked about.
    const other = focused(talk).find((each) => each.sku !== products[0]?.sku)
    if (other) products.unshift(other)
  }
  if (comparing && products.length > 1) return compare(talk, products.slice(0, 3))
  if (asksToSee(talk.text) && showPhoto(talk, products)) return
  if (products.length > 3)
    return listProducts(
      talk,
      products,
      talk.voice.t('¿De cuál quieres saber?', '¿De cuál quiere saber?', {
        en: 'Which one would you like to know about?',
        pt: 'Sobre qual você quer saber?',
      }),
    )
  for (const product of products.slice(0, 2)) answerAbout(talk, product)
  focusOn(
    talk,
    products.slice(0, 2).map((product) => product.sku),
  )
  const first = products[0]
  if (first && products.length === 1) offerToAdd(talk, first)
}

/** The picture, where it was asked for or answers better than words. False where neither holds. */
function showPhoto(talk: Talk, products: readonly CatalogProduct[]): boolean {
  const [first] = products
  const named = asksForPhoto(talk.text)
  if (products.length > 1 && named) {
    // A bubble holds one.
    listProducts(
      talk,
      products,
      talk.voice.t('¿De cuál quieres ver la foto?', '¿De cuál quiere ver la foto?', {
        en: 'Which one would you like to see?',
        pt: 'De qual você quer ver a foto?',
      }),
    )
    return true
  }
  if (!first || products.length > 1 || (!named && photoOf(first) === null)) return false
  if (first.stock > 0) showCard(talk, first)
  else {
    addPhoto(talk, first)
    tellSoldOut(talk, first)
  }
  return true
}

export function priceQuery(talk: Talk): void {
  const products = productsMeant(talk)
  if (products.length === 0) return unknownProduct(talk)
  const [first] = products
  if (products.length === 1 && first) {
    show(talk, [first])
    spotlight(talk, first.sku)
    const quantity = talk.u.entities.mentions[0]?.quantity ?? talk.u.entities.quantity
    say(
      talk,
      first.stock > 0
        ? priceTag(talk, first)
        : talk.voice.any(`${priceTag(talk, first)} (agotado por ahora)`, {
            en: `${priceTag(talk, first)} (sold out for now)`,
            pt: `${priceTag(talk, first)} (esgotado por enquanto)`,
          }),
    )
    if (quantity !== null && quantity > 1 && quantity <= 999) {
      say(
        talk,
        talk.voice.any(`${quantity} unidades serían ${peso(talk, priceOf(talk, first) * quantity)}.`, {
          en: `${quantity} of them would be ${peso(talk, priceOf(talk, first) * quantity)}.`,
          pt: `${quantity} unidades seriam ${peso(talk, priceOf(talk, first) * quantity)}.`,
        }),
      )
    }
    return offerToAdd(talk, first)
  }
  listProducts(
    talk,
    products,
    talk.voice.t(oneOf(talk, 'Estos son los precios:', 'Te dejo los precios:'), 'Estos son los precios:', {
      en: 'These are the prices:',
      pt: 'Estes são os preços:',
    }),
  )
}

export function stockQuery(talk: Talk): void {
  if (TELL_ME_WHEN.test(foldPhrase(talk.text))) return promiseNoNews(talk)
  if (answerLooks(talk)) return
  const products = productsMeant(talk)
  if (products.length === 0) return unknownProduct(talk)
  const [first] = products
  if (products.length === 1 && first) {
    if (first.stock <= 0) {
      if (/\bcu[aá]ndo|\bllega|\bvuelve/i.test(talk.text)) return noDate(talk, first)
      return tellSoldOut(talk, first)
    }
    show(talk, [first])
    spotlight(talk, first.sku)
    const left =
      first.stock <= 20
        ? first.stock === 1
          ? talk.voice.any('me queda 1 unidad', { en: 'I have 1 left', pt: 'tenho 1 unidade' })
          : talk.voice.any(`me quedan ${first.stock} unidades`, {
              en: `I have ${first.stock} left`,
              pt: `tenho ${first.stock} unidades`,
            })
        : talk.voice.any('hay stock de sobra', {
            en: 'there is plenty in stock',
            pt: 'há bastante em estoque',
          })
    say(
      talk,
      talk.voice.any(`Sí, ${left}: ${priceTag(talk, first)}`, {
        en: `Yes, ${left}: ${priceTag(talk, first)}`,
        pt: `Sim, ${left}: ${priceTag(talk, first)}`,
      }),
    )
    return offerToAdd(talk, first)
  }
  listProducts(
    talk,
    products,
    talk.voice.t(oneOf(talk, 'Sí, tengo:', 'Sí, mira:'), 'Sí, tengo:', { en: 'Yes, I have:', pt: 'Sim, tenho:' }),
  )
}

export const TELL_ME_WHEN =
  /\bavis[ae]\w*\b.*\b(?:lleg\w+|haya\w*|teng\w+|vuelv\w+|repong\w+|entre\w*|stock)\b|\blet me know when\b/

/** "avísame cuando llegue": nobody is watching the shelf for it, so that it is not promised. */
function promiseNoNews(talk: Talk): void {
  say(
    talk,
    talk.voice.t(
      'Todavía no puedo avisarte solo cuando llega algo, pero puedo dejarle el encargo a una persona del equipo.',
      'Todavía no puedo avisarle por mi cuenta cuando llega algo, pero puedo dejarle el encargo a una persona del equipo.',
      {
        en: 'I cannot tell you by myself when something comes in, but I can leave it with a person of the team.',
        pt: 'Ainda não consigo avisar quando algo chega, mas posso deixar o pedido com uma pessoa da equipe.',
      },
    ),
  )
  if (keepsQuestion(talk)) return
  offerPerson(talk)
}

/** A sold-out product comes back when it does: no date that the shop does not hold is promised. */
function noDate(talk: Talk, product: CatalogProduct): void {
  show(talk, [product])
  focusOn(talk, [product.sku])
  say(
    talk,
    talk.voice.any(`${priceTag(talk, product)} está agotado y todavía no tengo fecha de llegada.`, {
      en: `${priceTag(talk, product)} is sold out and I have no arrival date yet.`,
      pt: `${priceTag(talk, product)} está esgotado e ainda não tenho data de chegada.`,
    }),
  )
  const others = alternativesTo(talk, [product])
  if (others.length > 0)
    say(
      talk,
      talk.voice.t('Si quieres te muestro algo parecido.', 'Si gusta le muestro algo parecido.', {
        en: 'I can show you something similar if you like.',
        pt: 'Se quiser, mostro algo parecido.',
      }),
    )
  talk.state.pending = null
}

/**
 * The products that a message is about: those it names, else the one it points at among those just shown, else the one
 * being talked about.
 */
export function productsMeant(talk: Talk): CatalogProduct[] {
  if (talk.picked.length > 0) return talk.picked
  const { mentions, anaphora, ordinal, superlative } = talk.u.entities
  const listed = findProducts(talk, talk.state.listed)
  const about = focused(talk)
  if (ordinal !== null && listed.length > 0) {
    const picked = pickFrom(talk, listed)
    if (picked.length > 0) return picked
  }
  if (anaphora === 'all' && mentions.length === 0) {
    if (listed.length > 1) return listed
    if (about.length > 1) return about.slice(0, 2)
  }
  if (/\botr[oa]\b/i.test(talk.text) && about[0]) {
    const others = otherThan(talk, about[0])
    if (others.length > 0) return others
  }
  // "lleva nueces?" asks about what is on the table; "la de hombre, ¿en qué talla?" about one of the list.
  if (talk.intent === 'product_info' && about[0] && asksOfIt(talk.text)) {
    if (!talk.state.listFresh || listed.length < 2) return [about[0]]
    const answering = answeredBy(listed, talk.text)
    if (answering.length > 0) return answering
  }
  // "¿cuál dura más?": among what was shown, else of the one being talked about; never another thing of the shop.
  if (talk.intent === 'product_info' && about[0] && asksAmong(talk.text)) {
    if (!talk.state.listFresh || listed.length < 2) return [about[0]]
    const answering = answeredBy(listed, talk.text)
    return answering.length > 0 ? answering : listed
  }
  if (
    mentions.length === 0 &&
    superlative === null &&
    listed.length > 1 &&
    /^\s*(?:y )?(?:el|la) (?:de|del|con|que)\b/i.test(talk.text)
  ) {
    const picked = pickFrom(
      talk,
      listed,
      talk.text.replace(/[,;]?\s*\b(?:en qu[eé]|de qu[eé]|cu[aá]nt\w+|qu[eé]|tiene|trae|es)\b.*$/i, ''),
    )
    if (picked.length === 1) return picked
  }
  const named = mentions.flatMap((mention) => chosen(talk, resolveMention(talk, mention.text), mention.text))
  if (named.length > 0) return named
  // "¿cuánto demora en florecer?": what is asked of the product is not another product.
  if (talk.intent === 'product_info' && about[0] && !evidenceNames(talk)) return [about[0]]
  if (superlative !== null && listed.length > 1) return pickFrom(talk, listed).slice(0, 1)
  if (superlative !== null && mentions.length === 0 && about[0]) {
    const kin = kindred(talk, about[0])
    if (kin.length > 1) return bySuperlative(talk, kin, superlative).slice(0, 1)
  }
  const evidence = evidenceOf(talk, talk.text)
  if (mentions.length === 0 && (evidence.named > 0.4 || evidence.kind > 0.4)) {
    const whole = chosen(talk, resolveMention(talk, talk.text), talk.text)
    if (whole.length > 0) return whole
  }
  if (mentions.length > 0 && anaphora === null && evidence.unknown.length > 0 && evidence.named < 0.3) {
    const kind = searchKind(talk, mentions[0]?.text ?? talk.text, 'kind')
    // A name that the shop does not carry is not answered with something else.
    if (kind.length === 0) return []
  }
  if (listed.length > 1) {
    const picked = pickFrom(talk, listed)
    if (picked.length === 1) return picked
  }
  if (about[0] && (mentions.length === 0 || anaphora !== null)) return [about[0]]
  if (mentions.length > 0) return searchKind(talk, talk.text, 'any')
  return []
}

/** "¿lleva nueces?", "son de cuero?", "traen pila?": said of a thing, never of a shop. */
export function asksOfIt(text: string): boolean {
  return /^\s*[¿]?\s*(?:(?:y|pero|oye|ya|ah|oh|esa|ese|eso)[ ,]+)*(?:llevan?|contienen?|traen?|incluyen?|vienen?|caben?|entran?|alcanzan?|brillan?|suenan?|(?:es|son) (?:de|del|con|para)|est[aá]n? hech[oa]s?|cu[aá]nt[oa]s? \w* ?(?:tienen?|traen?|vienen?|pesan?|miden?|duran?|rinden?|aguantan?|soportan?|llevan?|incluyen?))\b(?!.*\b(?:el|la|los|las|del) \p{L}{4,})/iu.test(
    text,
  )
}

/** "¿cuál dura más?", "¿cuál de esos pega mejor?": a comparison that names nothing. */
export function asksAmong(text: string): boolean {
  return /^\s*[¿]?\s*(?:(?:y|pero|oye|ya|a ver|entonces)[ ,]+)*(?:de (?:es[ao]s|ell[ao]s)[ ,]+)?cu[aá]l(?:es)?(?: de (?:es[ao]s|ell[ao]s|l[ao]s (?:dos|tres)))? \p{L}+(?: \p{L}+)? (?:m[aá]s|mejor)\s*[?!.]*\s*$/iu.test(
    text,
  )
}

/** Of several on the screen, those whose sheets answer best; none where none does. */
function answeredBy(products: readonly CatalogProduct[], question: string): CatalogProduct[] {
  const rated = products.map((product) => ({ product, shared: answerFrom(product, question).shared }))
  const most = Math.max(0, ...rated.map((each) => each.shared))
  return most === 0 ? [] : rated.filter((each) => each.shared === most).map((each) => each.product)
}

function evidenceNames(talk: Talk): boolean {
  const evidence = evidenceOf(talk, talk.text)
  return evidence.named > 0.5
}

function chosen(talk: Talk, resolved: Resolved, text: string): CatalogProduct[] {
  if (resolved.kind === 'one') return [resolved.product]
  if (resolved.kind === 'none') return []
  const known = resolved.products.filter((product) => talk.state.focus.includes(product.sku))
  if (known.length === 1) return known
  // "y la samsung": of the kind that is being talked about, where one of them is.
  const kind = focused(talk)[0]?.category
  const kin = resolved.wide.filter((product) => product.category === kind)
  if (kin.length === 1) return kin
  if (kind === undefined || kin.length > 1 || !/^\s*(?:ya,? )?y (?:el|la|los|las)\b/i.test(talk.text))
    return resolved.products
  const among = productsOfCategory(talk, kind).map((product) => product.sku)
  const near = search(talk, { text, mode: 'any', among, limit: 3 }).map((hit) => hit.product)
  return near.length === 1 ? near : resolved.products
}

/** "la otra": of the same kind as what was talked about, cheaper or dearer where that was said. */
function otherThan(talk: Talk, first: CatalogProduct): CatalogProduct[] {
  const listed = findProducts(talk, talk.state.listed).filter((product) => product.sku !== first.sku)
  const { superlative } = talk.u.entities
  if (talk.u.entities.mentions.length > 0 && superlative === null) return []
  const rivals = listed.length > 0 ? listed : alternativesTo(talk, [first], 8)
  const price = priceOf(talk, first)
  const cheaper = /barat|econ[oó]mic/i.test(talk.text) || superlative === 'cheapest'
  const dearer = /\bcar[oa]\b|\bmejor\b/i.test(talk.text) || superlative === 'dearest'
  const fit = rivals.filter((each) =>
    cheaper ? priceOf(talk, each) < price : dearer ? priceOf(talk, each) > price : true,
  )
  return fit.slice(0, 1)
}

/** The sentence of the product's own text that answers, first; the rest of it after. */
function answerAbout(talk: Talk, product: CatalogProduct): void {
  show(talk, [product])
  spotlight(talk, product.sku)
  if (product.description === '') {
    say(
      talk,
      talk.voice.t(
        `${priceTag(talk, product)}\nNo tengo más detalles en la ficha; si quieres le pregunto al equipo.`,
        `${priceTag(talk, product)}\nNo tengo más detalles en la ficha; si quiere le pregunto al equipo.`,
        {
          en: `${priceTag(talk, product)}\nI have no more details on it; I can ask the team if you like.`,
          pt: `${priceTag(talk, product)}\nNão tenho mais detalhes; se quiser, pergunto à equipe.`,
        },
      ),
    )
    return
  }
  const { lines, answers } = answerFrom(product, talk.text)
  note(talk, answers ? `answered from the description of ${product.sku}` : `nothing in ${product.sku} answers`)
  if (!answers && talk.prose !== null) {
    say(talk, `${priceTag(talk, product)}\n${talk.prose}`)
    return
  }
  if (!answers) talk.wantsProse = true
  const text = quote(talk, clip(plain(lines.join(' ')), 600))
  say(talk, `${priceTag(talk, product)}\n${text}`)
  if (!answers)
    say(
      talk,
      talk.voice.t(
        'Eso es lo que dice la ficha. Si necesitas otro dato, lo consulto con el equipo.',
        'Es lo que indica la ficha. Si necesita otro dato, lo consulto con el equipo.',
        {
          en: 'That is what the product sheet says. If you need something else, I will ask the team.',
          pt: 'É o que diz a ficha do produto. Se precisar de outro dado, pergunto à equipe.',
        },
      ),
    )
}

/** The product's sentences, the one that answers first. `answers` is false where none shares a telling word. */
export function answerFrom(
  product: CatalogProduct,
  question: string,
): { lines: string[]; answers: boolean; shared: number } {
  const attributes = Object.entries(product.attributes)
    .filter(([key, value]) => value !== '' && !/url|image|sku/i.test(key))
    .map(([key, value]) => `${key.replaceAll('_', ' ')}: ${value}.`)
  const sentences = [...product.description.split(/(?<=[.;!?])\s+/).filter((each) => each !== ''), ...attributes]
  const name = bag(product.name)
  const asked = [...bag(question)].filter((word) => !name.has(word))
  const scored = sentences.map((sentence, index) => {
    const words = bag(sentence)
    const hits = asked.filter((word) => words.has(word)).length
    const figure =
      /cu[aá]nt|cada|hasta|desde|dura|mide|pesa|qu[eé] edad/i.test(question) && /\d/.test(sentence) ? 0.5 : 0
    return { sentence, index, hits, score: hits + figure }
  })
  const answers = scored.some((each) => each.score > 0)
  const lines = scored.toSorted((a, b) => b.score - a.score || a.index - b.index).map((each) => each.sentence)
  // Short sheets are told whole: the answer comes first and nothing is hidden.
  const total = lines.join(' ').length
  return {
    lines: total <= 420 ? lines : lines.slice(0, Math.max(2, Math.min(4, lines.length))),
    answers,
    shared: Math.max(0, ...scored.map((each) => each.hits)),
  }
}

/** Words asked in other words than the sheet's. Only what holds for every shop. */
const SAME: Readonly<Record<string, string>> = {
  watt: 'w',
  watts: 'w',
  kilo: 'kg',
  kilos: 'kg',
  litro: 'l',
  litros: 'l',
  aguanta: 'soporta',
  resiste: 'soporta',
  lavar: 'lavable',
  lava: 'lavable',
  escanear: 'escanea',
  noche: 'nocturna',
  demora: 'semana',
  edad: 'ano',
  pila: 'bateria',
  pilas: 'bateria',
  traen: 'incluye',
  trae: 'incluye',
  viene: 'incluye',
  sirve: 'compatible',
}

const QUESTION = new Set(
  'que cual cuanto cuanta cuantos cuantas como donde cuando es son de del la el los las un una y o a en con para por se le lo te me si no tiene tienen hay este esta ese esa'.split(
    ' ',
  ),
)

function bag(text: string): Set<string> {
  const words = new Set<string>()
  for (const token of tokens(text.replace(/(\d)([a-z])/gi, '$1 $2'))) {
    if (token.kind === 'sign' || token.kind === 'emoji' || QUESTION.has(token.norm)) continue
    const known = SAME[token.norm]
    words.add(token.kind === 'word' ? stem(known ?? token.norm) : token.text)
    if (known !== undefined) words.add(stem(token.norm))
  }
  return words
}

function compare(talk: Talk, products: CatalogProduct[]): void {
  show(talk, products)
  talk.state.listed = products.map((product) => product.sku)
  focusOn(talk, talk.state.listed)
  for (const product of products) {
    say(
      talk,
      `${priceTag(talk, product)}${product.stock > 0 ? '' : talk.voice.any(' _(agotado)_', { en: ' _(sold out)_', pt: ' _(esgotado)_' })}\n${quote(talk, clip(plain(product.description), 300))}`,
    )
  }
  const [a, b] = products
  if (products.length === 2 && a && b) {
    const gap = priceOf(talk, a) - priceOf(talk, b)
    if (gap !== 0) {
      const cheaper = gap < 0 ? a : b
      say(
        talk,
        talk.voice.any(`${nameOf(talk, cheaper)} cuesta ${peso(talk, Math.abs(gap))} menos.`, {
          en: `${nameOf(talk, cheaper)} costs ${peso(talk, Math.abs(gap))} less.`,
          pt: `${nameOf(talk, cheaper)} custa ${peso(talk, Math.abs(gap))} a menos.`,
        }),
      )
    }
  }
  talk.buttons = products
    .filter((product) => product.stock > 0)
    .slice(0, 3)
    .map((product) => ({ id: `add:${product.sku}:1`, title: clip(plain(product.name), 20) }))
}

/** A question about a product that we cannot place: not carried, or which one? */
export function unknownProduct(talk: Talk): void {
  const { mentions } = talk.u.entities
  const evidence = evidenceOf(talk, talk.text)
  if (mentions.length > 0 || evidence.unknown.length > 0) {
    return tellNotCarried(talk, mentions[0]?.text ?? joinWords(evidence.unknown.slice(0, 3)))
  }
  say(
    talk,
    talk.voice.t(
      '¿De qué producto me hablas? Dime el nombre y te cuento.',
      '¿De qué producto me habla? Dígame el nombre y le cuento.',
      {
        en: 'Which product do you mean? Tell me its name and I will tell you about it.',
        pt: 'De que produto você fala? Diga o nome e eu conto.',
      },
    ),
  )
}
