import type { Channel, ChannelAccount, ChannelProvider, SendErrorClass } from '../../channels/port.ts'

/** What the outbox needs to know about the shops' ways to WhatsApp; `services/channels` makes one. */
export interface ChannelDirectory {
  /** The account with its secrets opened; null where the channel is gone or disabled. May cache for seconds. */
  account(channelId: string): Promise<ChannelAccount | null>
  channel(provider: ChannelProvider): Channel
  /** What a code in a failed status callback means for us: the same table as for a failed send. */
  classify(provider: ChannelProvider, code: string): SendErrorClass
}
