import type { SendErrorClass } from '../port.ts'
import { classifyHttpStatus } from '../http-status.ts'

/** Twilio's error codes and what each means for us (twilio.md §8); those from memory are marked there too. */
const CODES: Readonly<Record<string, SendErrorClass>> = {
  20429: 'rate',
  63018: 'rate',
  63017: 'rate',
  63016: 'window',
  63024: 'undeliverable',
  21211: 'undeliverable',
  63003: 'undeliverable',
  63032: 'undeliverable',
  63049: 'marketing_declined',
  21610: 'opted_out',
  63021: 'bad_request',
  21617: 'bad_request',
  21658: 'bad_request',
  14103: 'bad_request',
  // A picture's address that is none, or could not be fetched; from memory.
  21620: 'media',
  63019: 'media',
  // It sat in Twilio's queue past its validity and never went out: worth another look.
  30036: 'transient',
  20003: 'auth',
}

/** The class of a code, or of the HTTP status where the code is new to us. */
export function classifyTwilioError(code: string | null, httpStatus?: number): SendErrorClass {
  const known = code !== null && Object.hasOwn(CODES, code) ? CODES[code] : undefined
  return known ?? classifyHttpStatus(httpStatus)
}
