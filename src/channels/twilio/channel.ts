import type { Channel } from '../port.ts'
import type { Requester } from '../request.ts'
import { renderForTwilio } from './render.ts'
import { acknowledgeViaTwilio, lookUpViaTwilio, sendViaTwilio, TWILIO_API_URL, TWILIO_MESSAGING_URL } from './send.ts'
import type { TwilioApi } from './send.ts'
import { verifyTwilio } from './verify.ts'

/** WhatsApp through Twilio. `apiUrl` stands in for all of Twilio's hosts where it is set (tests). */
export function createTwilioChannel(options: {
  request: Requester
  apiUrl?: string | null
  /** Our own public base URL, for status callbacks. */
  publicUrl?: string | null
}): Channel {
  const base = options.apiUrl?.replace(/\/+$/, '') ?? null
  const publicUrl = options.publicUrl?.replace(/\/+$/, '') ?? null
  const api: TwilioApi = {
    request: options.request,
    apiUrl: base ?? TWILIO_API_URL,
    messagingUrl: base ?? TWILIO_MESSAGING_URL,
    webhookUrl: publicUrl === null ? null : `${publicUrl}/webhook/twilio`,
    statusUrl: publicUrl === null ? null : `${publicUrl}/webhook/twilio/status`,
  }
  return {
    provider: 'twilio',
    render: renderForTwilio,
    send: (account, bubble) => sendViaTwilio(api, account, bubble),
    acknowledge: (account, messageSid) => acknowledgeViaTwilio(api, account, messageSid),
    verify: (account) => verifyTwilio(api, account),
    lookUp: (account, bubble, since) => lookUpViaTwilio(api, account, bubble, since),
  }
}
