import { createHmac, timingSafeEqual } from 'node:crypto'

/** `sha256=` and 64 lower-case hex digits: nothing else is a signature. */
const SIGNATURE_LENGTH = 7 + 64

/**
 * Meta's `X-Hub-Signature-256` over the raw bytes (meta.md §3). The index of the secret that signed, or -1.
 * Several secrets: a reset app secret stays good for some hours, and a number may belong to one of several apps.
 */
export function verifyMetaSignature(body: Buffer, header: string | undefined, secrets: readonly string[]): number {
  // Length and prefix are public knowledge: leaving early here tells an attacker nothing.
  if (header?.length !== SIGNATURE_LENGTH || !header.startsWith('sha256=')) return -1
  const given = Buffer.from(header, 'latin1')
  for (let index = 0; index < secrets.length; index++) {
    const secret = secrets[index]
    // An empty secret would make everyone a signer: fail closed.
    if (secret === undefined || secret === '') continue
    const expected = Buffer.from(signMetaBody(body, secret), 'latin1')
    if (timingSafeEqual(expected, given)) return index
  }
  return -1
}

/** What Meta would send for this body: for tests and the self-test of `channel verify`. */
export function signMetaBody(body: Buffer | string, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
}
