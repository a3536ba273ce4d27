import type { Reply } from '../types.ts'

const AMOUNT = /(?:CLP\s*)?\$\s?\d[\d.,]*/giu
/** Short amounts in words of the trade: "20 lucas", "5.000 pesos". */
const SPOKEN = /\b\d[\d.,]*\s*(?:pesos|lucas?|lukas?|clp)\b/giu
const LINK = /\b(?:https?:\/\/|www\.)\S+/giu

export interface Allowed {
  /** Whole pesos that the store holds or the pricing function gave. */
  amounts: ReadonlySet<number>
  /** Texts that the shop wrote itself (descriptions, policies, names): what they hold may be said. */
  quotes: readonly string[]
  links: ReadonlySet<string>
}

/** What of `text` did not come from the store: amounts and links that nobody vouches for. */
export function findForeign(text: string, allowed: Allowed): string[] {
  if (!/[$\d]|http|www/i.test(text)) return []
  const quoted = allowed.quotes
  const foreign: string[] = []
  for (const match of [...text.matchAll(AMOUNT), ...text.matchAll(SPOKEN)]) {
    const raw = match[0].replace(/[.,]+$/, '')
    if (allowed.amounts.has(amountOf(raw))) continue
    if (!quoted.some((quote) => quote.includes(raw))) foreign.push(raw)
  }
  for (const match of text.matchAll(LINK)) {
    const raw = match[0].replace(/[.,;:!?)\]]+$/, '')
    if (!allowed.links.has(raw) && !quoted.some((quote) => quote.includes(raw))) foreign.push(raw)
  }
  return foreign
}

/**
 * The last gate before a shopper: a line with a peso or a link that the store does not hold is left out, whoever wrote
 * it. `instead` is said where nothing is left. Templates never lose a line here; a test drives them all through it.
 */
export function guardReply(
  reply: Reply,
  allowed: Allowed,
  instead = 'Lo reviso y lo confirmo por aquí.',
): { reply: Reply; dropped: string[] } {
  const dropped = findForeign(reply.text, allowed)
  if (dropped.length === 0) return { reply, dropped }
  const text = reply.text
    .split('\n')
    .filter((line) => findForeign(line, allowed).length === 0)
    .join('\n')
    .trim()
  return { reply: { ...reply, text: text || instead }, dropped }
}

/**
 * A model's prose, or null where it cannot be trusted: it may hold no digits but those of the candidates' own texts, no
 * links, no promises of discounts, and no slots but ours.
 */
export function guardProse(prose: string, sources: readonly string[]): { text: string | null; reason: string | null } {
  const text = prose.trim()
  if (text === '' || text.length > 700) return { text: null, reason: 'length' }
  const bare = text.replace(/\{\{(?:price|stock):[^{}]{1,64}\}\}/g, ' ')
  if (/[{}<>]/.test(bare)) return { text: null, reason: 'markup' }
  if (/https?:|www\.|\.(?:com|cl|net|org|io)\b/i.test(bare)) return { text: null, reason: 'link' }
  if (/[$%€]|\b(?:pesos?|lucas?|lukas?|clp|gratis|descuentos?|rebajas?|cup[oó]n|ofertas?|regalo|free)\b/i.test(bare)) {
    return { text: null, reason: 'money' }
  }
  const known = new Set(sources.flatMap((source) => source.match(/\d+/g) ?? []))
  for (const number of bare.match(/\d+/g) ?? []) {
    if (!known.has(number)) return { text: null, reason: 'number' }
  }
  // Money in words ("mil", "diez lucas") and stock promises are ours to make, never the model's.
  if (/\b(?:mil|mill[oó]n(?:es)?|cien(?:to)?|quedan?|agotad[oa]s?|confirmad[oa]|pagad[oa])\b/i.test(bare)) {
    return { text: null, reason: 'claim' }
  }
  return { text, reason: null }
}

function amountOf(raw: string): number {
  const digits = raw.match(/\d[\d.,]*/)?.[0] ?? ''
  const value = Number(digits.replace(/\./g, '').replace(',', '.'))
  return /luca|luka/i.test(raw) ? value * 1000 : value
}
