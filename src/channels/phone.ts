/**
 * A phone number in E.164 with +, or null where the text is none. Chilean mobiles may come without their country code
 * (`9 5091 5617`), as people write them. E.164 allows 15 digits; fewer than 8 is no number that WhatsApp knows.
 */
export function toE164(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^whatsapp:/i, '')
    .replaceAll(/[\s().-]/g, '')
  const match = /^(\+|00)?(\d{8,15})$/.exec(bare)
  if (!match) return null
  const digits = match[2] ?? ''
  if (match[1] === undefined && /^9\d{8}$/.test(digits)) return `+56${digits}`
  return digits.startsWith('0') ? null : `+${digits}`
}

/** A business-scoped user id, as Meta and (behind `whatsapp:`) Twilio write it. */
const BUSINESS_SCOPED_ID = /^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/

export function isBusinessScopedId(text: string): boolean {
  return BUSINESS_SCOPED_ID.test(text)
}

/** A provider's number: digits with or without + (15 at most), to E.164. Nothing is guessed here. */
export function readPhone(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const digits = value.startsWith('+') ? value.slice(1) : value
  return /^[1-9]\d{6,14}$/.test(digits) ? `+${digits}` : null
}
