/**
 * Text from outside (names, messages, file contents) on one line and harmless to a terminal: control characters,
 * escape sequences and direction overrides are what they are, never obeyed.
 */
export function printable(text: string): string {
  return text.toWellFormed().replaceAll(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '·')
}
