/**
 * Text within the providers' limits. Limits are counted in Unicode code points, as both providers count; cuts fall
 * between grapheme clusters, so an emoji of several code points is never torn.
 */

export function codePoints(text: string): number {
  let count = 0
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    // The second half of a pair was counted with the first.
    if (unit < 0xdc00 || unit > 0xdfff) count++
  }
  return count
}

/** `text` on one line, at most `max` code points, ending in … where something was cut. */
export function clipLine(text: string, max: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  if (codePoints(line) <= max) return line
  return `${takeGraphemes(line, max - 1).trimEnd()}…`
}

/**
 * Splits into pieces of at most `max` code points: between paragraphs where possible, else lines, sentences, words.
 * Never inside a URL, a price or an amount ("$ 13.980", "20 lucas"): what stands between two amounts or words with no
 * white space stays whole, unless alone it is longer than a piece.
 */
export function splitText(text: string, max: number): string[] {
  const pieces: string[] = []
  let rest = text.trim()
  while (codePoints(rest) > max) {
    const window = takeGraphemes(rest, max)
    const cut = findCut(rest, window.length)
    pieces.push(rest.slice(0, cut).trimEnd())
    rest = rest.slice(cut).trimStart()
  }
  if (rest !== '' || pieces.length === 0) pieces.push(rest)
  return pieces
}

/** Breaks by preference, best first. A break is where the next piece starts. */
const BREAKS = [/\n\s*\n/g, /\n/g, /(?<=[.!?…:;])\s+/g, /\s+/g]

/** A piece shorter than a third of the window looks torn: then the next weaker break is tried. */
const SHORTEST = 1 / 3

function findCut(text: string, window: number): number {
  for (const [index, pattern] of BREAKS.entries()) {
    const weakest = index === BREAKS.length - 1
    let best = 0
    // One character more than the window: a space right behind it is a fine place to cut.
    for (const match of text.slice(0, window + 1).matchAll(pattern)) {
      if (match.index > 0 && match.index <= window && !insideAmount(text, match.index, match[0].length)) {
        best = match.index
      }
    }
    if (best > 0 && (weakest || best >= window * SHORTEST)) return best
  }
  return window
}

/** White space after `$`, or between a figure and its unit, is part of a price. */
function insideAmount(text: string, at: number, length: number): boolean {
  if (text[at - 1] === '$') return true
  if (!/\d/.test(text[at - 1] ?? '')) return false
  return /^(pesos?|lucas?|clp|mil|palos?|gambas?|kg|kilos?|g|gr|ml|l|cm|mm|unidades?|u\.)(?![\p{L}\p{N}])/iu.test(
    text.slice(at + length, at + length + 12),
  )
}

const graphemes = new Intl.Segmenter('es', { granularity: 'grapheme' })

/** The longest start of `text` that has at most `max` code points and tears no cluster; at least one cluster. */
function takeGraphemes(text: string, max: number): string {
  // No cut can lie beyond 2 × max code units, and segmenting a long text whole would be wasted.
  const head = text.slice(0, max * 2)
  let count = 0
  let end = 0
  for (const { segment, index } of graphemes.segment(head)) {
    const size = codePoints(segment)
    if (count + size > max) break
    count += size
    end = index + segment.length
  }
  return end === 0 ? head.slice(0, max) : text.slice(0, end)
}
