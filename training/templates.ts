import type { Random } from './prng.ts'

/** A piece of a template: words, a choice between sequences, or a slot to be filled. */
export type Piece = string | { choices: Template[] } | { slot: string }
export type Template = readonly Piece[]

/**
 * Reads `[a|b|]` choices (they nest) and `{slots}`. A bar outside of brackets separates choices too, so that a filler
 * list is a template. Throws a `SyntaxError` where brackets do not balance.
 */
export function parseTemplate(source: string): Template {
  const reader = { source, at: 0 }
  const choices = readChoices(reader)
  if (reader.at < source.length) throw new SyntaxError(`unexpected "${source[reader.at]}" in "${source}"`)
  return choices.length === 1 ? (choices[0] ?? []) : [{ choices }]
}

/** Writes one of a template's sentences, slots filled by `fill`. */
export function expand(template: Template, random: Random, fill: (slot: string) => string): string {
  let text = ''
  for (const piece of template) {
    if (typeof piece === 'string') text += piece
    else if ('slot' in piece) text += fill(piece.slot)
    else text += expand(random.pick(piece.choices), random, fill)
  }
  return text.replace(/\b([Dd])e el /g, '$1el ').replace(/(?<![\p{L}])a el /gu, 'al ')
}

/** Every slot that a template names. */
export function slotsOf(template: Template): string[] {
  return template.flatMap((piece) => {
    if (typeof piece === 'string') return []
    return 'slot' in piece ? [piece.slot] : piece.choices.flatMap(slotsOf)
  })
}

/** What choices that came out empty leave behind: doubled blanks, blanks before a comma, a blank at the end. */
export function tidy(text: string): string {
  return text
    .replace(/\b([Dd])e el /g, '$1el ')
    .replace(/(?<![\p{L}])a el /gu, 'al ')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ +([,.?!)])/g, '$1')
    .replace(/([¿¡(]) +/g, '$1')
    .replace(/ ?\n ?/g, '\n')
    .replace(/^[\s,.]+/, '')
    .trim()
}

interface Reader {
  source: string
  at: number
}

function readChoices(reader: Reader): Template[] {
  const choices: Template[] = [readSequence(reader)]
  while (reader.source[reader.at] === '|') {
    reader.at++
    choices.push(readSequence(reader))
  }
  return choices
}

function readSequence(reader: Reader): Template {
  const pieces: Piece[] = []
  let words = ''
  const flush = (): void => {
    if (words !== '') pieces.push(words)
    words = ''
  }
  for (; reader.at < reader.source.length; reader.at++) {
    const sign = reader.source[reader.at]
    if (sign === '|' || sign === ']') break
    if (sign === '[') {
      flush()
      reader.at++
      pieces.push({ choices: readChoices(reader) })
      if (reader.source[reader.at] !== ']') throw new SyntaxError(`unclosed "[" in "${reader.source}"`)
    } else if (sign === '{') {
      flush()
      const end = reader.source.indexOf('}', reader.at)
      if (end < 0) throw new SyntaxError(`unclosed "{" in "${reader.source}"`)
      pieces.push({ slot: reader.source.slice(reader.at + 1, end) })
      reader.at = end
    } else words += sign
  }
  flush()
  return pieces
}
