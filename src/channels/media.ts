import { createHash } from 'node:crypto'
import { lookup } from 'node:dns'
import { BlockList, isIP } from 'node:net'
import { Agent, request } from 'undici'
import type { InboundMessage } from '../engine/types.ts'
import { BotctlError, EXIT } from '../errors.ts'
import { parseObject } from './answer.ts'
import { readText } from './parsed.ts'
import type { ChannelAccount } from './port.ts'

export interface FetchedMedia {
  bytes: Buffer
  mimeType: string
  /** For uploads elsewhere: OpenAI takes `.ogg` and not the `.oga` that some voice notes carry. */
  filename: string
}

export interface MediaOptions {
  graphUrl: string
  graphVersion: string
  /** TWILIO_API_URL, where another Twilio is configured. */
  twilioUrl: string | null
  deadlineMs?: number
}

type Media = NonNullable<InboundMessage['media']>

/** WhatsApp's own limits by kind (meta.md §10), in bytes; what claims more is not fetched to its end. */
const MAX_BYTES: ReadonlyArray<readonly [RegExp, number]> = [
  [/^image\//, 5 * 1024 * 1024],
  [/^audio\//, 16 * 1024 * 1024],
  [/^video\//, 16 * 1024 * 1024],
]
const MAX_OTHER = 100 * 1024 * 1024
/** A voice note is some hundred kilobytes. What takes longer than this has no shopper waiting for it any more. */
const DEADLINE_MS = 20_000
/** Twilio's media go through one redirect to its storage, sometimes two. */
const MOST_REDIRECTS = 3

/** Where the providers keep media. A URL in a webhook is input: nothing else is ever called. */
const META_HOSTS = /(^|\.)(facebook\.com|fbcdn\.net|fbsbx\.com|whatsapp\.net|whatsapp\.com)$/
const TWILIO_HOSTS = /(^|\.)(twilio\.com|twiliocdn\.com)$|^s3-external-1\.amazonaws\.com$/

/**
 * Fetches what a shopper sent: from the provider's own hosts or the configured one, never an address inside our network,
 * with the credentials only to the provider itself, capped in size and time, and checked against its SHA-256 where the
 * provider gave one. Throws `media_unavailable` (75, worth another try), `media_refused`, `media_too_large` or
 * `media_corrupt` (65, final).
 */
export function createMediaFetcher(
  options: MediaOptions,
): (account: ChannelAccount, media: Media) => Promise<FetchedMedia> {
  const agent = new Agent({ connect: { timeout: 3000, lookup: publicLookup } })
  // The configured servers may be on this machine: that is the operator's word and not a shopper's.
  const trusted = new Agent({ connect: { timeout: 3000 } })
  const configured = new Set(
    [options.graphUrl, options.twilioUrl].flatMap((url) => (url === null ? [] : [new URL(url).origin])),
  )

  return async (account, media) => {
    const signal = AbortSignal.timeout(options.deadlineMs ?? DEADLINE_MS)
    const { url, sha256, mimeType } = await locate(account, media, signal)
    const max = MAX_BYTES.find(([pattern]) => pattern.test(mimeType))?.[1] ?? MAX_OTHER
    const answer = await follow(account, url, signal)
    const bytes = await readCapped(answer.body, max)
    if (sha256 !== undefined && !hashMatches(bytes, sha256))
      throw failure('media_corrupt', 'the file is not what was announced')
    const type = mimeType || readText(header(answer.headers['content-type']), 200) || 'application/octet-stream'
    return { bytes, mimeType: type, filename: filenameFor(media, type) }
  }

  /** Meta gives an id, and for the id a URL that lives five minutes; Twilio gives the URL. */
  async function locate(
    account: ChannelAccount,
    media: Media,
    signal: AbortSignal,
  ): Promise<{ url: string; sha256?: string; mimeType: string }> {
    const known = { ...(media.sha256 === undefined ? {} : { sha256: media.sha256 }), mimeType: media.mimeType ?? '' }
    if (account.provider !== 'meta') {
      if (media.url === undefined) throw failure('media_refused', 'the message names no file')
      return { url: media.url, ...known }
    }
    if (media.id === undefined) throw failure('media_refused', 'the message names no file')
    const path = `${encodeURIComponent(media.id)}?phone_number_id=${encodeURIComponent(account.address)}`
    const base = `${options.graphUrl.replace(/\/+$/, '')}/${options.graphVersion}`
    const answer = await follow(account, `${base}/${path}`, signal)
    const found = parseObject((await readCapped(answer.body, 65_536)).toString('utf8'))
    const url = readText(found?.url, 4096)
    if (!url) throw failure('media_unavailable', 'the provider does not say where the file is')
    const sha256 = readText(found?.sha256, 100) || media.sha256
    return { url, mimeType: readText(found?.mime_type, 200) || known.mimeType, ...(sha256 ? { sha256 } : {}) }
  }

  async function follow(account: ChannelAccount, start: string, signal: AbortSignal) {
    let url = start
    for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
      const target = checkTarget(url, account.provider)
      const answer = await request(target, {
        method: 'GET',
        headers: mayAuthorize(target, account.provider) ? authorization(account) : {},
        dispatcher: configured.has(target.origin) ? trusted : agent,
        signal,
      }).catch(() => {
        throw failure('media_unavailable', 'the provider does not hand out the file')
      })
      if (answer.statusCode === 200) return answer
      const next = header(answer.headers.location)
      await answer.body.dump().catch(() => {})
      if (answer.statusCode < 300 || answer.statusCode >= 400 || next === undefined || !URL.canParse(next, url)) {
        throw failure('media_unavailable', `the provider answered with HTTP ${answer.statusCode}`)
      }
      url = new URL(next, url).toString()
    }
    throw failure('media_refused', 'the file is behind too many redirects')
  }

  function checkTarget(url: string, provider: ChannelAccount['provider']): URL {
    const target = URL.canParse(url) ? new URL(url) : null
    if (target !== null && configured.has(target.origin)) return target
    const hosts = provider === 'meta' ? META_HOSTS : TWILIO_HOSTS
    const good =
      target?.protocol === 'https:' &&
      target.port === '' &&
      target.username === '' &&
      isIP(target.hostname.replaceAll(/^\[|\]$/g, '')) === 0 &&
      hosts.test(target.hostname)
    if (good) return target
    throw failure('media_refused', "the file is not on the provider's own servers")
  }

  /** Storage hosts take signed URLs: our token is none of their business. */
  function mayAuthorize(target: URL, provider: ChannelAccount['provider']): boolean {
    if (configured.has(target.origin)) return true
    return provider === 'meta' ? META_HOSTS.test(target.hostname) : /(^|\.)twilio\.com$/.test(target.hostname)
  }
}

function authorization(account: ChannelAccount): Record<string, string> {
  const { token, accountSid, authToken } = account.secrets
  if (account.provider === 'meta') return { authorization: `Bearer ${token ?? ''}` }
  return { authorization: `Basic ${Buffer.from(`${accountSid ?? ''}:${authToken ?? ''}`).toString('base64')}` }
}

/** A name of the provider's that resolves into our own network (rebinding, a poisoned resolver) is not followed. */
const PRIVATE = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  PRIVATE.addSubnet(network, bits, 'ipv4')
}
for (const [network, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  PRIVATE.addSubnet(network, bits, 'ipv6')
}

export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 0) return false
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return !PRIVATE.check(mapped, 'ipv4')
  return !PRIVATE.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

/** The check sits in the connection's own look-up: what was checked is what is connected to. */
const publicLookup: typeof lookup = ((
  hostname: string,
  options: object,
  callback: (error: NodeJS.ErrnoException | null, addresses: unknown, family?: number) => void,
) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const good = (addresses ?? []).filter((entry) => isPublicAddress(entry.address))
    const first = good[0]
    if (error !== null) callback(error, '')
    else if (first === undefined) {
      callback(Object.assign(new Error('the name leads into a private network'), { code: 'EPRIVATE' }), '')
    } else if ((options as { all?: boolean }).all) callback(null, good)
    else callback(null, first.address, first.family)
  })
}) as typeof lookup

async function readCapped(body: AsyncIterable<Uint8Array>, max: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of body) {
      size += chunk.length
      if (size > max) break
      chunks.push(chunk)
    }
  } catch {
    throw failure('media_unavailable', 'the file broke off')
  }
  if (size > max) throw failure('media_too_large', 'the file is larger than WhatsApp allows')
  return Buffer.concat(chunks)
}

/** Meta gives hex in one place and base64 in another. */
function hashMatches(bytes: Buffer, expected: string): boolean {
  const digest = createHash('sha256').update(bytes).digest()
  return expected.toLowerCase() === digest.toString('hex') || expected === digest.toString('base64')
}

function filenameFor(media: Media, mimeType: string): string {
  if (media.filename) return media.filename
  const kind = /^[\w.+-]+\/([\w.+-]+)/.exec(mimeType)?.[1] ?? 'bin'
  const extension = { jpeg: 'jpg', mpeg: 'mp3', 'x-m4a': 'm4a', opus: 'ogg', plain: 'txt' }[kind] ?? kind
  return `file.${extension === 'oga' ? 'ogg' : extension}`
}

function header(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value
}

function failure(code: string, message: string): BotctlError {
  return new BotctlError(code, message, { exit: code === 'media_unavailable' ? EXIT.tryAgain : EXIT.badData })
}
