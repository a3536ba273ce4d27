/** Ranges of pictographs, with their joiners and modifiers: they carry mood, never a product. */
const EMOJI =
  /(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|[\u{1F3FB}-\u{1F3FF}]|\u200D|\uFE0E|\uFE0F|\u20E3)+/gu
const MARKS = /\p{M}+/gu
/**
 * Three or more of one letter are feeling, not spelling: "holaaa", "siiii". No Spanish word has three; what has is the size
 * of a battery or of a shirt.
 */
const ELONGATED = /(?!\baaa\b|\bxxxl\b)(\p{L})\1{2,}/gu

/**
 * The form in which words are compared: lower case, no accents (ñ becomes n, since phones without it write "n"),
 * full-width and ligatures resolved, elongations cut to one letter. Emoji and punctuation stay.
 */
export function fold(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replace(ELONGATED, '$1')
}

/** Folds and removes emoji, punctuation and doubled blanks: for comparing whole phrases. */
export function foldPhrase(text: string): string {
  return fold(withoutEmoji(text))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

export function withoutEmoji(text: string): string {
  return text.replace(EMOJI, ' ')
}

/** The emoji of a text, one entry a run. A bare digit or `#` counts as text. */
export function emojiOf(text: string): string[] {
  return text.match(EMOJI) ?? []
}
