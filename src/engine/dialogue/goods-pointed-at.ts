import { fold, foldPhrase } from '../text/fold.ts'
import { stem } from '../text/stem.ts'
import { readNumber } from '../text/numbers.ts'
import { tokens } from '../text/tokens.ts'
import type { CatalogProduct } from '../types.ts'
import { byTheUnit } from './amounts.ts'
import { headOf } from '../catalog/head-noun.ts'
import { pickFrom } from './pick.ts'
import { longForm } from '../text/shorthand.ts'
import { pointedOut } from './reference.ts'
import { likeliest } from './referent.ts'
import { focused } from './show-products.ts'
import { findProducts, type Talk } from './talk.ts'

/*
 * What a purchase points at without naming it: "dame 2", "los dos", "6 de cada uno", "el 1 y el 2".
 */

/** "dame los 2 pares que tienes" */
const THOSE_THERE =
  /\b(?:los|las) (\d{1,2}|dos|tres|cuatro|cinco|seis)(?: (?:par|unidad|caja|bolsa|paquete|set|pack)(?:e?s)?)? que (?:les? |te |me )?(?:quedan?|hay|tienen?|tienes|teni\w*)$/

/** "agregue las 5 mallas al pedido" */
const THOSE_BOXES =
  /\b(?:los|las) (\d{1,2}|dos|tres|cuatro|cinco|seis) (?:par|unidad|caja|bolsa|paquete|set|pack|malla|bandeja|saco|tarro|kilo)(?:e?s)?(?: (?:al? .*|porfa|por favor|entonces|igual|nomas|no mas))?$/

const GIVE_THOSE =
  /^(?:(?:ya|ok|bueno|dale|entonces|me|dame|deme|denme|quiero|llevo|mandame|ponme|agreg\w+) )*(?:los|las) (\d{1,2}|dos|tres|cuatro|cinco|seis)(?: (?:altiro|al tiro|porfa|por favor|nomas|entonces|po|pues))*$/

/** "agregue los 6 a la compra", after the price of six. */
const PUT_THOSE =
  /\b(?:agreg|incluy|sum|ech|anot|pon|met)\w* (?:los|las) (\d{1,2}|dos|tres|cuatro|cinco|seis|ocho|diez) (?:al|a la|a mi|en el|en mi|pal) (?:carro|carrito|compra|pedido|orden)$/

/** "dame las 2", right after it was told that two are left. */
export function countOfThose(talk: Talk): number | null {
  const phrase = longForm(foldPhrase(talk.text))
  const all = THOSE_THERE.exec(phrase)?.[1] ?? THOSE_BOXES.exec(phrase)?.[1]
  if (all !== undefined) return readNumber(tokens(all), 0)?.value ?? null
  const put = PUT_THOSE.exec(phrase)?.[1]
  if (put !== undefined) return readNumber(tokens(put), 0)?.value ?? null
  const said = GIVE_THOSE.exec(phrase)?.[1]
  return said === undefined || talk.state.lastIntent !== 'stock_query'
    ? null
    : (readNumber(tokens(said), 0)?.value ?? null)
}

/** "dame el 1 y el 2", of a list. */
const NUMBERED =
  /^(?:(?:ya|ok|bueno|dale|entonces|dame|deme|quiero|llevo|me llevo|ponme) )*(?:el|la|los|las) (?:numero )?(\d) y (?:el |la )?(?:numero )?(\d)(?: (?:porfa|por favor|entonces))?$/

/** "1 del primero y 2 del tercero" */
const OF_PLACES =
  /\b(\d{1,2}|un[oa]?|dos|tres|cuatro|cinco|seis) (?:del|de la|de el) (primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|\d)\b/g

const PLACES: Readonly<Record<string, number>> = { primer: 1, segund: 2, tercer: 3, cuart: 4, quint: 5 }

/** "1 y 1", of two. */
const ONE_AND_ONE =
  /^(?:(?:ya|ok|bueno|dale|entonces|dame|deme|quiero|llevo|me llevo|ponme) )*(?:1|uno|una) y (?:1|uno|una)(?: (?:porfa|por favor|entonces|nomas))*$/

const OF_EACH =
  /\bde cada (?:un[oa]|cual|sabor|color|tipo|clase|modelo|talla)\b|\bde cada\s*[.!]*$|\b(?:two|one) of each\b/i

/** "6 de cada uno", "1 del primero y 2 del tercero": of what was just listed, and how many. Null where nothing of the kind is said. */
export function oneOfEach(talk: Talk): Array<{ product: CatalogProduct; quantity: number }> | null {
  const phrase = longForm(foldPhrase(talk.text))
  const options = findProducts(talk, talk.state.listed)
  const numbered = NUMBERED.exec(phrase)
  if (numbered) {
    const picked = [...new Set(numbered.slice(1).map(Number))].flatMap((at) => options[at - 1] ?? [])
    if (picked.length === 2) return picked.map((product) => ({ product, quantity: 1 }))
  }
  const placed = [...phrase.matchAll(OF_PLACES)].flatMap(([, count, place]) => {
    const at = PLACES[(place ?? '').replace(/[oa]$/, '')] ?? Number(place)
    const product = options[at - 1]
    const quantity = readNumber(tokens(count ?? ''), 0)?.value
    return product && quantity !== undefined ? [{ product, quantity }] : []
  })
  if (placed.length > 1 && new Set(placed.map((each) => each.product)).size === placed.length) return placed
  const listed = options.filter((product) => product.stock > 0)
  if (ONE_AND_ONE.test(phrase) && listed.length === 2) return listed.map((product) => ({ product, quantity: 1 }))
  // "lentes claros y casco amarillo, 1 de cada uno": of what is named, and not of what was shown.
  if (!OF_EACH.test(talk.text) || talk.u.entities.mentions.length > 1) return null
  const quantity = talk.u.entities.quantity ?? 1
  if (listed.length > 1 && listed.length <= 6) return listed.map((product) => ({ product, quantity }))
  // One card after another: the last two that were talked about.
  const about = focused(talk).filter((product) => product.stock > 0)
  return about.length > 1 && (listed.length < 2 || listed.length > 6)
    ? about
        .slice(0, 2)
        .toReversed()
        .map((product) => ({ product, quantity }))
    : null
}

const OF_THOSE = /\bd[e']?\s?(?:es[oa]s|est[oa]s|ell[oa]s)\b/i

const ONE_OF_THOSE = /\b(?:1|un[oa]) de (?:es|est)[oa]s\b/

const BOTH = /\b(?:los|las|amb[oa]s|tod[oa]s) ?(?:dos|2|tres|3)?\b/i

/** "dame 2", "llevo los dos", "ese": what was being talked about. */
export function pointedAt(talk: Talk): CatalogProduct[] {
  const { anaphora, ordinal, superlative, quantity } = talk.u.entities
  const listed = findProducts(talk, talk.state.listed)
  const about = focused(talk)
  if (ordinal !== null && listed.length > 0) return pickFrom(talk, listed)
  if (anaphora === 'all') {
    // "súmale dos sets de esos", of a set and a lamp.
    const noun = /(\p{L}{3,}) de (?:es|est)[oa]s\b/iu.exec(talk.text)?.[1]
    const called = noun === undefined ? [] : listed.filter((product) => headOf(product) === stem(fold(noun)))
    if (called.length === 1) return called
    // "dame 2 de esos", after the price of one: of that one, and not of the list before it.
    if (quantity !== null && OF_THOSE.test(talk.text) && !talk.state.listFresh) return about.slice(0, 1)
    // "ya, esos, 2 cajitas", after the price of one: of that one.
    if (!talk.state.listFresh && quantity !== null && about.length > 0 && !BOTH.test(talk.text))
      return about.slice(0, 1)
    // "uno de esos", of two that were recommended: one of them, the likeliest.
    if (quantity === 1 && listed.length > 1 && ONE_OF_THOSE.test(fold(talk.text))) {
      const meant = likeliest(talk)?.product
      return meant !== undefined && listed.includes(meant) ? [meant] : listed.slice(0, 1)
    }
    // "me gustan más esos, dame uno verde"
    const told = quantity === null || quantity === 1 ? pointedOut(talk) : []
    if (told.length === 1) return told
    const several = /\b(?:dos|2|tres|3|amb[oa]s|both|es[oa]s|est[oa]s|tod[oa]s|those|these)\b/i.test(talk.text)
    // One pair of earrings was shown by itself since: "los quiero" means it, and not the list before.
    if (listed.length > 1 && listed.length <= 4 && (talk.state.listFresh || several)) return listed
    // "los quiero" of one pair of earrings; only "los dos" reaches back to what was shown before it.
    return about.slice(0, /\b(?:dos|2|amb[oa]s|both)\b/i.test(talk.text) ? 2 : 1)
  }
  if (superlative !== null && listed.length > 1) return pickFrom(talk, listed).slice(0, 1)
  // "ponle 2 kilos", of what is sold by the kilo.
  const weighed = quantity === null && about[0] && byTheUnit(talk, about[0]) !== null
  if (about[0] && weighed && (anaphora === 'one' || !talk.state.listFresh)) return [about[0]]
  // "y 4 del 14", "otra de la negra": another of the kind, in another size or look.
  const told = pointedOut(talk)
  if (told.length === 1) return told
  // "2 kilos de ese", right after one was picked: that one, whatever the sheets of the others say.
  const thatOne = /\bde (?:es[ea]|est[ea])\b/i.test(talk.text) && talk.state.pending?.kind === 'add_to_cart'
  if (thatOne && about[0]) return [about[0]]
  if (listed.length > 1) {
    const picked = pickFrom(talk, listed)
    if (picked.length === 1) return picked
  }
  if (about.length > 1) {
    const picked = pickFrom(talk, about)
    if (picked.length === 1) return picked
  }
  return about.slice(0, 1)
}

/** "2 de esos", "2 sacos", of a list that is on the screen: how many, and not of which. */
export function someOfSeveral(talk: Talk): CatalogProduct[] {
  const { quantity, anaphora, ordinal, superlative } = talk.u.entities
  if (!talk.state.listFresh || quantity === null || ordinal !== null || superlative !== null) return []
  const listed = findProducts(talk, talk.state.listed).filter((product) => product.stock > 0)
  if (listed.length < 2 || quantity === listed.length || anaphora === 'one') return []
  if (anaphora === 'all' && !OF_THOSE.test(talk.text)) return []
  // "ya, déjeme uno": the first is the one that was recommended.
  if (quantity === 1) return []
  return pickFrom(talk, listed).length === 1 ? [] : listed
}
