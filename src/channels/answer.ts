import { readObject } from './parsed.ts'
import type { JsonObject } from './parsed.ts'

/** A provider's JSON answer, or null: a gateway's HTML page is an answer too. */
export function parseObject(text: string): JsonObject | null {
  try {
    return readObject(JSON.parse(text))
  } catch {
    return null
  }
}

/** `Retry-After` in ms: seconds, at most an hour – a longer wait is for our own backoff to decide. */
export function readRetryAfter(header: string | string[] | undefined): number | null {
  const seconds = typeof header === 'string' && header.trim() !== '' ? Number(header) : Number.NaN
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 3600) * 1000 : null
}
