import { classOf } from '../catalog/words.ts'
import { stem } from '../text/stem.ts'
import { tokens } from '../text/tokens.ts'
import { headOf } from '../catalog/head-noun.ts'
import { byWords, pickFrom } from './pick.ts'
import { findProducts, type Talk } from './talk.ts'

/** The cart line that some words mean; the search runs over the cart alone. */
export function lineMeant(talk: Talk, text: string): string | null {
  const skus = talk.state.cart.lines.map((line) => line.sku)
  if (skus.length === 0) return null
  const [hit, next] = talk.faculties.search(talk.input.catalog, { text, among: skus, mode: 'any', limit: 3 })
  if (hit && (!next || hit.score - next.score > 0.02)) return hit.product.sku
  if (hit && next) {
    const first = stem(tokens(text).find((token) => classOf(token.norm) === 'content')?.norm ?? '')
    const heads = findProducts(talk, skus).filter((product) => headOf(product) === first)
    if (heads.length === 1 && heads[0] && [hit.product.sku, next.product.sku].includes(heads[0].sku))
      return heads[0].sku
    const [told, ...more] = byWords(findProducts(talk, [hit.product.sku, next.product.sku]), text)
    if (told && more.length === 0) return told.sku
    const last = talk.state.lastLine
    return last !== null && [hit.product.sku, next.product.sku].includes(last) ? last : hit.product.sku
  }
  const picked = pickFrom(talk, findProducts(talk, skus), text)
  return picked.length === 1 ? (picked[0]?.sku ?? null) : null
}

/** Every line that "las plumillas" means: in the plural, those that fit it as well as the best. */
export function linesMeant(talk: Talk, text: string): string[] {
  const skus = talk.state.cart.lines.map((line) => line.sku)
  const hits = talk.faculties.search(talk.input.catalog, { text, among: skus, mode: 'any', limit: 20 })
  const best = hits[0]?.score ?? 0
  const plural = stem(tokens(text)[0]?.norm ?? '')
  const fitting = hits
    .filter((hit) => best - hit.score <= AS_GOOD && headOf(hit.product) === plural)
    .map((hit) => hit.product.sku)
  if (fitting.length > 1 && PLURAL.test(text)) return fitting
  const one = lineMeant(talk, text)
  return one === null ? [] : [one]
}

/** Scores this close are as good; longer names cost a little. */
const AS_GOOD = 0.02

const PLURAL = /^\S+s(?:\s|$)/i

/** The line that "mejor 3" means: the one that changed last, or the only one. */
export function lineFor(talk: Talk): string | null {
  const skus = talk.state.cart.lines.map((line) => line.sku)
  // "no, mejor 8": how many, and no size of some line.
  const [named, ...more] = byWords(
    findProducts(talk, skus),
    talk.text.replace(/(?<!\b(?:de|del|el|la|los|las|talla|aro|numero|en) )(?<!\d)\d+/gi, ' '),
  )
  if (named && more.length === 0 && skus.length > 1) return named.sku
  const last = talk.state.lastLine
  if (last !== null && skus.includes(last)) return last
  return skus.length === 1 ? (skus[0] ?? null) : null
}
