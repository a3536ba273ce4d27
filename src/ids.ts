import { createHash, randomBytes } from 'node:crypto'

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** A fresh random id such as `ord_7f3k9…`: 100 bits, so never guessed and never twice. */
export function createId(prefix: string): string {
  return `${prefix}_${encode(randomBytes(20))}`
}

/** The same id for the same parts, on every daemon and with no look-up: how a message finds its conversation. */
export function derivedId(prefix: string, ...parts: string[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part)
  return `${prefix}_${encode(hash.digest().subarray(0, 20))}`
}

/** A shopper's conversation with a shop. `who` is the phone in E.164, or the business-scoped id where there is none. */
export function conversationId(tenantId: string, who: string): string {
  return derivedId('cnv', tenantId, who)
}

export function contactId(tenantId: string, who: string): string {
  return derivedId('ctc', tenantId, who)
}

/** One base-32 digit a byte keeps it simple: 20 bytes, 100 bits. */
function encode(bytes: Buffer): string {
  let text = ''
  for (const byte of bytes) text += ALPHABET[byte & 31]
  return text
}
