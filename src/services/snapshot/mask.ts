import { maskPhone } from '../../mask-phone.ts'

/**
 * Personal data on screens, in tails and in logs' texts: enough stays to recognise a shopper, too little to call one.
 */

/** +56950915617 → +56 ••••• 5617; a business-scoped id keeps its ends. */
export function maskWho(phone: string | null, userId: string | null): string {
  if (phone !== null) return maskPhone(phone)
  if (userId !== null) return userId.length > 8 ? `${userId.slice(0, 3)}•••${userId.slice(-2)}` : '•••'
  return 'unknown'
}

/**
 * Masks e-mail addresses, RUTs, phone and card-like numbers inside a text. Prices (`$24.990`) and quantities stay: they
 * have fewer than eight digits, or a peso sign before them.
 */
export function maskText(text: string): string {
  return text
    .replaceAll(EMAIL, (found) => `${found.slice(0, 1)}•••@•••`)
    .replaceAll(RUT, '••.•••.•••-•')
    .replaceAll(NUMBER, (found, at: number, whole: string) => (isPrice(found, at, whole) ? found : maskDigits(found)))
}

// Deliberately wider than an address may be: what looks like one to a reader is one here.
const EMAIL = /[^\s@<>()[\],;:"']+@[^\s@<>()[\],;:"']+/gu
const RUT = /\b\d{1,2}\.?\d{3}\.?\d{3}-[\dkK]\b/gu
// Digits (in any script) with the separators that people put inside phone and card numbers; never across a line's end, or a
// price would join the number of the next line of a list.
const NUMBER = /\+?\p{Nd}(?:[^\S\n]?[().\-/]?[^\S\n]?\p{Nd}){6,}/gu

/** `$1.234.567` is money, however many digits. */
function isPrice(found: string, at: number, whole: string): boolean {
  return /^\d{1,3}(?:\.\d{3})+$/.test(found) && whole.slice(0, at).trimEnd().endsWith('$')
}

function maskDigits(found: string): string {
  const digits = found.replaceAll(/\P{Nd}/gu, '')
  return `•••••${digits.slice(-2)}`
}
