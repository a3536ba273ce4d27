import type { SendErrorClass } from './port.ts'

/**
 * Where no code is known. 502 and 504 come from a gateway that may have handed the request on before it gave up:
 * sending again at once could say it twice.
 */
export function classifyHttpStatus(status: number | undefined): SendErrorClass {
  if (status === undefined) return 'transient'
  if (status === 401 || status === 403) return 'auth'
  if (status === 408 || status === 429) return status === 429 ? 'rate' : 'ambiguous'
  if (status === 502 || status === 504) return 'ambiguous'
  return status >= 500 ? 'transient' : 'bad_request'
}
