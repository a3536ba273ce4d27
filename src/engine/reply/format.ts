import type { Pesos } from '../types.ts'

/** `$13.980`: whole pesos with points, as Chile writes them. */
export function money(amount: Pesos): string {
  return `$${Math.trunc(amount)
    .toString()
    .replace(/\B(?=(\d{3})+(?!\d))/g, '.')}`
}

/** `12345678-5` as it stands on the card: `12.345.678-5`. */
export function formatRut(rut: string): string {
  const [digits = '', check] = rut.split('-')
  return check === undefined ? rut : `${digits.replace(/\B(?=(\d{3})+(?!\d))/g, '.')}-${check}`
}

/** "1 unidad", "3 unidades". */
export function count(quantity: number, one: string, many: string): string {
  return `${quantity} ${quantity === 1 ? one : many}`
}

/** "a, b y c". */
export function joinWords(words: readonly string[], last = 'y'): string {
  if (words.length < 2) return words[0] ?? ''
  const tail = words[words.length - 1] ?? ''
  const glue = last === 'y' && /^h?i(?!e)/i.test(tail) ? 'e' : last
  return `${words.slice(0, -1).join(', ')} ${glue} ${tail}`
}

/** At most `limit` code points, cut at a word where one is near, with an ellipsis. */
export function clip(text: string, limit: number): string {
  const points = Array.from(text)
  if (points.length <= limit) return text
  const cut = points.slice(0, limit - 1).join('')
  const space = cut.lastIndexOf(' ')
  return `${(space > limit * 0.6 ? cut.slice(0, space) : cut).trimEnd()}…`
}

/** WhatsApp's marks inside a name would open bold or strike-through that never closes. */
export function plain(text: string): string {
  return text
    .replace(/[*_~`]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Length as providers count it. */
export function codePoints(text: string): number {
  return Array.from(text).length
}
