/**
 * Text from outside (names, messages, file contents) on one line and harmless to a terminal: control characters,
 * escape sequences and direction overrides are what they are, never obeyed.
 */
export function printable(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what is looked for
  return text.toWellFormed().replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '·')
}
