import { classifyHttpStatus } from '../http-status.ts'
import type { SendErrorClass } from '../port.ts'

/**
 * Meta's error codes and what each means for us (meta.md §13). The code decides, never the title or the HTTP status:
 * both change between versions.
 */
const CODES: Readonly<Record<string, SendErrorClass>> = {
  // Throughput of the number, the account or the app.
  130429: 'rate',
  80007: 'rate',
  4: 'rate',
  // Too many to this shopper.
  131056: 'pair',
  // Meta's own trouble.
  131000: 'transient',
  131016: 'transient',
  2: 'transient',
  1: 'transient',
  133004: 'transient',
  131057: 'maintenance',
  131047: 'window',
  // This contact: no WhatsApp, an old app, an experiment's control group, an id where a phone is needed.
  131026: 'undeliverable',
  130472: 'undeliverable',
  131062: 'undeliverable',
  131049: 'marketing_declined',
  131050: 'opted_out',
  131048: 'spam',
  0: 'auth',
  190: 'auth',
  3: 'auth',
  10: 'auth',
  131005: 'auth',
  // Restricted, locked, unpaid, not registered, no display name: nothing goes out until a person acts.
  368: 'account',
  131031: 'account',
  130497: 'account',
  131042: 'account',
  131045: 'account',
  133010: 'account',
  133006: 'account',
  131037: 'account',
  // Our bug, or a template that does not match: the same request fails again.
  100: 'bad_request',
  131008: 'bad_request',
  131009: 'bad_request',
  135000: 'bad_request',
  33: 'bad_request',
  131021: 'bad_request',
  131051: 'bad_request',
  132000: 'bad_request',
  132012: 'bad_request',
  132001: 'bad_request',
  132005: 'bad_request',
  132007: 'bad_request',
  132015: 'bad_request',
  132016: 'bad_request',
  132068: 'bad_request',
  132069: 'bad_request',
  139200: 'bad_request',
  131052: 'media',
  131053: 'media',
}

/** The class of a code, or of the HTTP status where the code is new to us. */
export function classifyMetaError(code: string | null, httpStatus?: number): SendErrorClass {
  if (code !== null) {
    const known = Object.hasOwn(CODES, code) ? CODES[code] : undefined
    if (known !== undefined) return known
    const number = Number(code)
    if (number >= 200 && number <= 299) return 'auth'
  }
  return classifyHttpStatus(httpStatus)
}
