import { createHmac } from 'node:crypto'

/** What a call sends, before it is encoded. Empty optionals are left out by the caller. */
export type FlowParameters = Readonly<Record<string, string>>

/**
 * Flow's `s`: HMAC-SHA256 in hex over key + value of every parameter but `s`, keys in byte order, no separators, values
 * as they are before encoding. `paymentMethod` sorts before `payment_currency`, which a sort by locale gets wrong.
 */
export function signFlow(parameters: FlowParameters, secretKey: string): string {
  return createHmac('sha256', secretKey).update(flowText(parameters), 'utf8').digest('hex')
}

/** The text that is signed. */
export function flowText(parameters: FlowParameters): string {
  return Object.keys(parameters)
    .filter((key) => key !== 's')
    .sort((a, b) => (a < b ? -1 : 1))
    .map((key) => key + (parameters[key] ?? ''))
    .join('')
}
