import { BotctlError } from '../../errors.ts'

/** `76.123.456-0`: checked by its last digit, written as banks write it. Throws `rut_invalid` (65). */
export function requireRut(text: string): string {
  const clean = text.replace(/[.\s-]/g, '').toUpperCase()
  const match = /^(\d{6,8})([\dK])$/.exec(clean)
  if (match === null || checkDigit(match[1]!) !== match[2]) {
    throw new BotctlError('rut_invalid', 'that is no RUT: its last digit does not fit', {
      hint: 'write it with its check digit: 76.123.456-0',
    })
  }
  return `${match[1]!.replace(/\B(?=(\d{3})+$)/g, '.')}-${match[2]}`
}

/** Modulo 11 over the digits from the right, weights 2 to 7 and again. */
function checkDigit(digits: string): string {
  const sum = digits
    .split('')
    .toReversed()
    .reduce((total, digit, index) => total + Number(digit) * ((index % 6) + 2), 0)
  const rest = 11 - (sum % 11)
  return rest === 11 ? '0' : rest === 10 ? 'K' : String(rest)
}
