import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** Decoded form parameters in the order received; a key may come several times. */
export type FormPairs = ReadonlyArray<readonly [string, string]>

export interface TwilioRequest {
  /** What Twilio called, from our own configuration, never from proxy headers: scheme, host, path, query. */
  url: string
  /** Null for GET and JSON bodies: the URL alone is signed. */
  form: FormPairs | null
  /** The raw bytes, to check `bodySHA256` of JSON bodies. */
  body?: Buffer
}

/** base64 of a SHA-1: 28 characters. */
const SIGNATURE_LENGTH = 28

/**
 * Twilio's `X-Twilio-Signature` (twilio.md §7). The index of the token that signed, or -1.
 * The URL is tried as configured, with the scheme's default port, and without a port: Twilio's own SDKs do the same,
 * because what is signed depends on the product that calls.
 */
export function verifyTwilioSignature(
  request: TwilioRequest,
  header: string | undefined,
  tokens: readonly string[],
): number {
  if (header?.length !== SIGNATURE_LENGTH) return -1
  if (request.form === null && !bodyHashMatches(request)) return -1
  const given = Buffer.from(header, 'latin1')
  const parameters = request.form === null ? '' : canonicalForm(request.form)
  const urls = urlVariants(request.url)
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]
    // An empty token would make everyone a signer: fail closed.
    if (token === undefined || token === '') continue
    for (const url of urls) {
      const expected = Buffer.from(hmacSha1(token, url + parameters), 'latin1')
      if (expected.length === given.length && timingSafeEqual(expected, given)) return index
    }
  }
  return -1
}

/** What Twilio would send: for tests and the self-test of `channel verify`. */
export function signTwilioRequest(url: string, form: FormPairs | null, token: string): string {
  return hmacSha1(token, url + (form === null ? '' : canonicalForm(form)))
}

/** Keys in byte order, each followed by its values; a repeated key gives its unique values, sorted, key before each. */
function canonicalForm(form: FormPairs): string {
  const values = new Map<string, Set<string>>()
  for (const [key, value] of form) {
    const known = values.get(key)
    if (known === undefined) values.set(key, new Set([value]))
    else known.add(value)
  }
  let text = ''
  for (const key of [...values.keys()].sort()) {
    for (const value of [...(values.get(key) ?? [])].sort()) text += key + value
  }
  return text
}

/** As given, with the default port, without port. The fragment (Twilio's connection overrides) is never signed. */
export function urlVariants(url: string): string[] {
  const bare = url.split('#', 1)[0] ?? ''
  const parts = /^(https?):\/\/((?:[^@/?]*@)?)(\[[^\]]*\]|[^:/?]+)(:\d+)?(.*)$/i.exec(bare)
  if (!parts) return [bare]
  const [, scheme = '', user = '', host = '', port, rest = ''] = parts
  const standard = scheme.toLowerCase() === 'https' ? ':443' : ':80'
  const without = `${scheme}://${user}${host}${rest}`
  const withPort = `${scheme}://${user}${host}${port ?? standard}${rest}`
  return bare === without ? [without, withPort] : [withPort, without]
}

/** JSON bodies: the query carries the hash of the raw body, and the query is signed. Without one, an empty body only. */
function bodyHashMatches(request: TwilioRequest): boolean {
  const claimed = /[?&]bodySHA256=([^&#]*)/.exec(request.url)?.[1]
  if (claimed === undefined) return (request.body?.length ?? 0) === 0
  const actual = createHash('sha256')
    .update(request.body ?? '')
    .digest('hex')
  const given = Buffer.from(claimed.toLowerCase(), 'latin1')
  const expected = Buffer.from(actual, 'latin1')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

function hmacSha1(token: string, text: string): string {
  return createHmac('sha1', token).update(text, 'utf8').digest('base64')
}
