import { createLocalChannel } from '../../channels/local/channel.ts'
import { createMetaChannel } from '../../channels/meta/channel.ts'
import { classifyMetaError } from '../../channels/meta/errors.ts'
import type { Channel, ChannelAccount, ChannelProvider, SendErrorClass } from '../../channels/port.ts'
import { createRequester } from '../../channels/request.ts'
import type { Requester } from '../../channels/request.ts'
import { createTwilioChannel } from '../../channels/twilio/channel.ts'
import { classifyTwilioError } from '../../channels/twilio/errors.ts'
import type { Config } from '../../config.ts'
import type { SecretBox } from '../../secrets.ts'
import type { Store } from '../../store/store.ts'
import { createDirectory } from './directory.ts'
import type { Directory } from './directory.ts'
import { environmentAccounts } from './environment.ts'

/** The shops' ways to WhatsApp, ready to use; fits the outbox's `ChannelDirectory`. */
export interface Channels {
  directory: Directory
  account(channelId: string): Promise<ChannelAccount | null>
  channel(provider: ChannelProvider): Channel
  classify(provider: ChannelProvider, code: string): SendErrorClass
  request: Requester
  close(): Promise<void>
}

export function openChannels(deps: {
  store: Store
  config: Config
  secrets: SecretBox
  now: () => number
  onUnreadable?: (channelId: string) => void
}): Channels {
  const { config } = deps
  const request = createRequester()
  const directory = createDirectory({ ...deps, environment: environmentAccounts(config) })
  const byProvider = createChannels(config, request)
  return {
    directory,
    account: (channelId) => directory.account(channelId),
    channel: (provider) => byProvider[provider],
    classify: (provider, code) => (provider === 'twilio' ? classifyTwilioError(code) : classifyMetaError(code)),
    request,
    close: () => request.close(),
  }
}

/** Every provider's adapter, over one pool of connections. */
export function createChannels(config: Config, request: Requester): Readonly<Record<ChannelProvider, Channel>> {
  return {
    meta: createMetaChannel({ request, graphUrl: config.metaGraphUrl, version: config.metaGraphVersion }),
    twilio: createTwilioChannel({ request, apiUrl: config.twilioApiUrl, publicUrl: config.publicUrl }),
    local: createLocalChannel(),
  }
}
