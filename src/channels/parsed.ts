import { createHash } from 'node:crypto'
import type { ChannelUpdate } from './port.ts'

/** A webhook body taken apart. Nothing of it is dropped: what could not be read is in `rejected`. */
export interface ParsedWebhook {
  updates: ChannelUpdate[]
  rejected: RejectedPart[]
}

/** A malformed part of a good batch: kept raw for an operator while the rest goes on. */
export interface RejectedPart {
  /** From the content, so that a redelivery is the same row. */
  key: string
  /** A stable word, no input in it. */
  reason: string
  address: string | null
  body: string
}

export function rejectPart(reason: string, address: string | null, part: unknown): RejectedPart {
  const body = toText(part)
  return { key: contentKey(body), reason, address, body }
}

/** A digest of the content, for parts that carry no id of their own. */
export function contentKey(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

/** JSON text that any column takes. Nesting beyond the stack is the one thing that JSON.parse takes and stringify not. */
export function toText(part: unknown): string {
  try {
    return JSON.stringify(part) ?? 'null'
  } catch {
    return '{"unstorable":"nested too deep"}'
  }
}

/** Ids go into keys and plain columns: visible ASCII, as both providers' are. 512 is Meta's longest id and a half more. */
const ID = /^[\u0021-\u007e]{1,512}$/

export function readId(value: unknown): string | null {
  return typeof value === 'string' && ID.test(value) ? value : null
}

/** People's longest message on WhatsApp is 65,536 characters; a cap keeps a lying body from reaching the engine. */
const TEXT_MAX = 65_536

/** Text as the engine takes it: well formed, no NUL. */
export function readText(value: unknown, max = TEXT_MAX): string | null {
  if (typeof value !== 'string') return null
  const text = value.length > max ? value.slice(0, max) : value
  return (text.includes('\u0000') ? text.replaceAll('\u0000', '') : text).toWellFormed()
}

export type JsonObject = Readonly<Record<string, unknown>>

export function readObject(value: unknown): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null
}

/** Coordinates or null; anything off the globe is no place. */
export function readPlace(latitude: unknown, longitude: unknown): { latitude: number; longitude: number } | null {
  const lat = readNumber(latitude)
  const lon = readNumber(longitude)
  if (lat === null || lon === null || Math.abs(lat) > 90 || Math.abs(lon) > 180) return null
  return { latitude: lat, longitude: lon }
}

export function readNumber(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}
