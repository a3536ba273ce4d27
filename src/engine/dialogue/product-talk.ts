import { photoOf } from '../catalog/photo.ts'
import { clip, joinWords, plain } from '../reply/format.ts'
import { fold, foldPhrase } from '../text/fold.ts'
import { LOOKS } from '../text/looks.ts'
import { readNumber } from '../text/numbers.ts'
import { tokens } from '../text/tokens.ts'
import type { CatalogProduct } from '../types.ts'
import { offerPerson } from './orders.ts'
import { addPhoto, asksForPhoto, asksToSee } from './photos.ts'
import { answerFrom } from './product-sheet.ts'
import { noneOfTheList, productsMeant } from './products-meant.ts'
import { pickByWords } from './pick.ts'
import { pointedOut } from './reference.ts'
import { resolveMention } from './resolve.ts'
import {
  alternativesTo,
  focused,
  keepsQuestion,
  kindred,
  listProducts,
  offerToAdd,
  priceTag,
  showCard,
  tellNotCarried,
  tellSoldOut,
} from './show-products.ts'
import { viewCart } from './view-cart.ts'
import {
  ask,
  evidenceOf,
  focusOn,
  nameOf,
  note,
  oneOf,
  peso,
  priceOf,
  quote,
  say,
  show,
  spotlight,
  type Talk,
} from './talk.ts'
import { asksLooks, asksOthers, tellLooks } from './variants.ts'

/**
 * "¿hay en negro?", "en talla L": the looks of what is being talked about, else its sheet, which is all that is known.
 * False where that is not what was asked, or one of a list may be meant.
 */
export function answerLooks(talk: Talk): boolean {
  const about = focused(talk)[0]
  if (
    !about ||
    talk.picked.length > 0 ||
    (talk.state.listFresh && talk.state.listed.length > 1 && !asksOthers(talk.text)) ||
    !asksLooks(talk.text)
  )
    return false
  if (tellLooks(talk, about)) return true
  // "¿y la de naranja?": another of the kind, by what sets it apart.
  const [other, ...more] = pointedOut(talk)
  if (other && more.length === 0 && other.sku !== about.sku) return false
  answerAbout(talk, about)
  offerToAdd(talk, about)
  return true
}

/** Details of one product, or what sets two apart. */
export function productInfo(talk: Talk): void {
  if (answerLooks(talk)) return
  const comparing = /\b(?:diferencias?\b|diferencian?\b|difieren|compar(?!t)|versus|vs|o el|o la|mejor entre)/i.test(
    talk.text,
  )
  const products = productsMeant(talk)
  if (products.length === 0) return unknownProduct(talk)
  const [asked] = products
  if (asked && products.length === 1 && asksVariants(talk, asked) && tellLooks(talk, asked)) return
  if (comparing && products.length === 1) {
    // "diferencia con el lenovo?": the other one is what was being talked about.
    const words =
      /\b(?:diferencia\w*|compar\w*|mejor)(?: tiene| hay)? (?:con|de|del|a|al|entre)\s+(?:el |la |los |las )?(.{3,40}?)[\s?!.]*$/i.exec(
        talk.text,
      )?.[1]
    const named = words === undefined ? null : resolveMention(talk, words)
    const [first] = products
    const sibling =
      words === undefined || !first || named?.kind === 'one' ? [] : pickByWords(talk, kindred(talk, first), words)
    const other =
      named?.kind === 'one' && named.product.sku !== first?.sku
        ? named.product
        : (sibling.length === 1 ? sibling : focused(talk)).find((each) => each.sku !== first?.sku)
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
  for (const product of products) answerAbout(talk, product)
  focusOn(
    talk,
    products.map((product) => product.sku),
  )
  const first = products[0]
  if (first && products.length === 1) offerToAdd(talk, first)
}

/** "¿el cubre cinturón en qué colores viene?", "¿qué tallas hay de ese?" */
const WHICH_VARIANTS =
  /\b(?:que|q|cuales) (?:tallas?|color(?:es)?|tamanos?|formatos?|medidas?|sabor(?:es)?|tonos?|numeros?)\b(?! (?:es|son|mide)\b)|\ben cada (?:formato|tamano|talla|color)\b/

/** The colours of what is told apart by its sizes stand in its sheet. */
function asksVariants(talk: Talk, product: CatalogProduct): boolean {
  const phrase = foldPhrase(talk.text)
  const colours = /\b(?:color(?:es)?|tonos?)\b/.test(phrase)
  return WHICH_VARIANTS.test(phrase) && (!colours || COLOURED.test(fold(product.name)))
}

const COLOURED = new RegExp(`\\b${LOOKS}\\b`)

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

/** "¿cuánto sería con el pebre?", "¿y las dos en cuánto salen?": of what is in the cart, and not of one by itself. */
const OF_THE_CART =
  /\bcuanto (?:es|seria|serian|sale|salen|sumaria) (?:en total )?por (?:los|las) (?:dos|tres|cuatro|cinco|\d{1,2})$|\bcuanto (?:me |nos |te |le )?(?:seria|saldria|quedaria)(?: todo)?(?: (?:con|junto|entonces|al final) .*)?$|\b(?:sale|seria|queda|cuesta) (?:el |la )?\S+ (?:complet[oa]|enter[oa])$|^(?:y )?(?:las|los) (?:dos|tres|cuatro|cinco|\d{1,2}) (?:en |a )?cuanto (?:me |nos )?(?:salen|quedan|serian|cuestan)$/

/** "cuánto vale los dos", right after two of it went into the cart, or a second thing did. */
function asksOfThoseHeld(talk: Talk): boolean {
  const said = ALL_SO_MANY.exec(foldPhrase(talk.text))?.[1]
  const count = said === undefined ? null : (readNumber(tokens(said), 0)?.value ?? null)
  const { lines } = talk.state.cart
  return (
    count !== null && !talk.state.listFresh && (lines.length === count || lines.some((line) => line.quantity === count))
  )
}

const ALL_SO_MANY =
  /^(?:(?:y|ya|oye|entonces) )*(?:a |en )?cuanto (?:me |nos |se )?(?:paga|pago|debo|hay que pagar|valen?|salen?|cuestan?|es|son|seria|serian|quedan?) (?:por )?(?:los|las) (dos|tres|cuatro|cinco|\d{1,2})$/

export function priceQuery(talk: Talk): void {
  if (talk.state.cart.lines.length > 0 && OF_THE_CART.test(foldPhrase(talk.text)) && talk.u.entities.quantity === null)
    return viewCart(talk)
  if (asksOfThoseHeld(talk)) return viewCart(talk)
  const products = productsMeant(talk)
  if (products.length === 0) return unknownProduct(talk)
  const [first] = products
  if (
    first &&
    products.length === 1 &&
    /\ben cada (?:formato|tamano|talla|color)\b/.test(foldPhrase(talk.text)) &&
    tellLooks(talk, first)
  )
    return
  const open = noneOfTheList(talk, products)
  if (first && open.length > 1) {
    tellPrices(talk, open)
    // The best of them is what is talked about, as it was before the others' prices were told.
    spotlight(talk, first.sku)
    if (first.stock > 0 && !keepsQuestion(talk)) {
      say(
        talk,
        talk.voice.t(`¿Te agrego *${nameOf(talk, first)}*?`, `¿Le agrego *${nameOf(talk, first)}*?`, {
          en: `Shall I add *${nameOf(talk, first)}*?`,
          pt: `Adiciono *${nameOf(talk, first)}*?`,
        }),
      )
      ask(talk, { kind: 'add_to_cart', skus: [first.sku], quantity: 1 })
    }
    return
  }
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
  tellPrices(talk, products)
}

function tellPrices(talk: Talk, products: readonly CatalogProduct[]): void {
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
  const about = focused(talk)[0]
  // "¿y cuándo vuelve a llegar?", of what is sold out.
  if (about && about.stock <= 0 && WHEN_AGAIN.test(foldPhrase(talk.text)) && evidenceOf(talk, talk.text).named < 0.3)
    return noDate(talk, about)
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

/** When what is sold out will be there. */
export const WHEN_AGAIN =
  /\bcuando (?:les |te |le )?(?:traen|traeran|traes|trae|entra|entran|repone)\b|\ben que fecha\b.*\b(?:lleg\w+|repon\w+|vuelv\w+)\b|\bk?uando les? lleg\w+|\b(?:para |pa )?cuando (?:les |te |le |lo |la |los |las )?(?:(?:va|van) a (?:tener|llegar|volver|reponer)|tendran|tendras|tendrian|tendra|tendria|llega\w*|vuelve\w*|reponen|repondr\w+)\b/

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
