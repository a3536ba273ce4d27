import stringWidth from 'string-width'

/** What a piece of text means; the theme decides what that looks like. */
export type Style =
  | 'plain'
  | 'dim'
  | 'strong'
  | 'title'
  | 'good'
  | 'warn'
  | 'bad'
  | 'accent'
  | 'key'
  | 'selected'
  | 'shopper'
  | 'us'

export interface Segment {
  text: string
  style?: Style
}

/** One row of the screen. Screens are lists of these: exactly as many as the window has rows, none wider than it. */
export type Line = Segment[]

export function seg(text: string, style: Style = 'plain'): Segment {
  return { text, style }
}

export function lineWidth(line: Line): number {
  let width = 0
  for (const segment of line) width += textWidth(segment.text)
  return width
}

export function lineText(line: Line): string {
  return line.map((segment) => segment.text).join('')
}

// Most of what is drawn is plain ASCII, where the width is the length; measuring graphemes costs a hundred times more.
const ASCII = /^[\u0020-\u007e]*$/

export function textWidth(text: string): number {
  return ASCII.test(text) ? text.length : stringWidth(text)
}

// Control characters and what starts an escape sequence, direction overrides, and the joiners and selectors whose width
// terminals disagree about: shoppers write what they like, and none of it may move the cursor.
const CONTROLS = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Variation_Selector}]/gu

/** Text from outside on one line, harmless to a terminal. */
export function oneLine(text: string): string {
  if (ASCII.test(text)) return text
  return text
    .toWellFormed()
    .replaceAll(/\s*\n\s*/g, ' ⏎ ')
    .replaceAll(CONTROLS, '')
}

const graphemes = new Intl.Segmenter('es', { granularity: 'grapheme' })

/** What a reader takes for one character, each: an accent or an emoji's parts are never torn apart. */
export function characters(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment)
}

/** At most `width` columns; what is cut ends in `…`. */
export function clip(text: string, width: number): string {
  if (width <= 0) return ''
  const clean = oneLine(text)
  if (textWidth(clean) <= width) return clean
  if (ASCII.test(clean)) return `${clean.slice(0, width - 1)}…`
  let kept = ''
  let used = 0
  for (const { segment } of graphemes.segment(clean)) {
    const next = stringWidth(segment)
    if (used + next > width - 1) break
    kept += segment
    used += next
  }
  return `${kept}…`
}

/** Exactly `width` columns. */
export function pad(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const clipped = clip(text, width)
  const fill = ' '.repeat(Math.max(0, width - textWidth(clipped)))
  return align === 'right' ? fill + clipped : clipped + fill
}

/** A line of exactly `width` columns, cut or filled. */
export function fitLine(line: Line, width: number, fill: Style = 'plain'): Line {
  const fitted: Line = []
  let left = width
  for (const segment of line) {
    if (left <= 0) break
    const text = clip(segment.text, left)
    fitted.push(segment.style === undefined ? { text } : { text, style: segment.style })
    left -= textWidth(text)
  }
  if (left > 0) fitted.push(seg(' '.repeat(left), fill))
  return fitted
}

/** `left` from the left edge, `right` against the right one where there is room for it. */
export function spread(left: Line, right: Line, width: number): Line {
  const gap = width - lineWidth(left) - lineWidth(right)
  if (gap < 1) return fitLine(left, width)
  return [...left, seg(' '.repeat(gap)), ...right]
}

/** Words wrapped into lines of at most `width` columns; a word that is wider is cut. Keeps the text's own line breaks. */
export function wrap(text: string, width: number): string[] {
  if (width <= 0) return []
  return text.split('\n').flatMap((paragraph) => wrapParagraph(oneLine(paragraph), width))
}

function wrapParagraph(text: string, width: number): string[] {
  const lines: string[] = []
  let current = ''
  for (const word of text.split(' ')) {
    let rest = word
    if (current !== '' && textWidth(current) + 1 + textWidth(rest) <= width) {
      current += ` ${rest}`
      continue
    }
    if (current !== '') lines.push(current)
    while (textWidth(rest) > width) {
      const head = takeColumns(rest, width)
      lines.push(head)
      rest = rest.slice(head.length)
    }
    current = rest
  }
  lines.push(current)
  return lines
}

/** The longest start of `text` that fits; never empty, so that wrapping always gets on. */
function takeColumns(text: string, width: number): string {
  let kept = ''
  let used = 0
  for (const { segment } of graphemes.segment(text)) {
    const next = stringWidth(segment)
    if (kept !== '' && used + next > width) break
    kept += segment
    used += next
  }
  return kept
}
