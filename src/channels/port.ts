import type { InboundMessage, Reply } from '../engine/types.ts'

export type ChannelProvider = 'meta' | 'twilio' | 'local'

/** Who wrote: a phone number (E.164 with +), a business-scoped id, or both. At least one is there. */
export interface Sender {
  phone: string | null
  userId: string | null
  name: string | null
}

/** One atomic update split from a webhook body. `address` is the business's own number or its provider id. */
export type ChannelUpdate =
  | { type: 'message'; address: string; key: string; sender: Sender; message: InboundMessage }
  | { type: 'status'; address: string; key: string; status: DeliveryStatus }
  /** The owner wrote from the phone itself. */
  | { type: 'echo'; address: string; key: string; sender: Sender; message: InboundMessage }
  /** The shopper's id or number changed. */
  | { type: 'identity'; address: string; key: string; at: number; from: Sender; to: Sender }
  /** Template, quality and account notices, and what we do not know: kept, shown to operators, never lost. */
  | { type: 'notice'; address: string | null; key: string; field: string; body: unknown }

export interface DeliveryStatus {
  providerMessageId: string
  /** Our own id, echoed by the provider where it does. */
  opaqueId: string | null
  state: 'sent' | 'delivered' | 'read' | 'played' | 'failed'
  at: number
  errorCode: string | null
  errorDetail: string | null
}

/** What a failed send means for us; the tables are in meta/errors.ts and twilio/errors.ts. */
export type SendErrorClass =
  | 'rate' // number or account is too fast: back off, slow the number's bucket
  | 'pair' // this shopper got too many: park the conversation, 4^n seconds
  | 'transient' // try again with backoff
  | 'ambiguous' // the request may have been accepted: resolve by the status webhook first
  | 'maintenance' // try again after 60 s
  | 'window' // outside the 24 hours: template or park
  | 'undeliverable' // this contact cannot be reached: fail, no retry
  | 'marketing_declined' // no retry within 24 h
  | 'opted_out' // write the opt-out, never retry
  | 'spam' // stop what is not a reply, alert
  | 'auth' // open the channel's circuit, alert
  | 'account' // stop the shop's sending, alert
  | 'bad_request' // our bug: dead letter
  | 'media' // fetch or upload again once

export type SendResult =
  | { ok: true; providerMessageId: string }
  | { ok: false; class: SendErrorClass; code: string; detail: string; retryAfterMs?: number; traceId?: string }

/** One bubble to send: the channel renders and sends it, one request each. */
export interface OutgoingBubble {
  /** Our id; the provider echoes it in status callbacks. */
  opaqueId: string
  to: { phone: string | null; userId: string | null }
  reply: Reply | { type: 'template'; name: string; language: string; parameters: string[] }
  replyTo?: string
  /** Epoch ms: once it is past, the request must not be written any more (the lease may be another's). */
  notAfter?: number
}

/** A shop's way to WhatsApp with its secrets opened. */
export interface ChannelAccount {
  channelId: string
  tenantId: string
  provider: ChannelProvider
  /** Meta: phone_number_id. Twilio: +56… */
  address: string
  /** Meta: token, appSecret, appSecretOld?, verifyToken. Twilio: accountSid, authToken, authTokenOld? */
  secrets: Readonly<Record<string, string>>
}

export interface Channel {
  readonly provider: ChannelProvider
  /** Splits one reply into what the channel can carry (limits, numbered text where there are no buttons). */
  render(reply: Reply): Reply[]
  send(account: ChannelAccount, bubble: OutgoingBubble): Promise<SendResult>
  /** Marks read and shows typing; best effort, never throws. */
  acknowledge(account: ChannelAccount, providerMessageId: string): Promise<void>
  /** Asks the provider whether the credentials work; findings in plain words. */
  verify(account: ChannelAccount): Promise<{ ok: boolean; findings: string[] }>
  /** After an ambiguous send on a provider that can list messages; null where it cannot tell. */
  lookUp?(account: ChannelAccount, bubble: OutgoingBubble, since: number): Promise<string | null>
}
