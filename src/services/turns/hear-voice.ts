import { LRUCache } from 'lru-cache'
import type { FetchedMedia } from '../../channels/media.ts'
import type { ChannelAccount } from '../../channels/port.ts'
import type { InboundMessage } from '../../engine/types.ts'
import { storableText } from '../../store/json.ts'
import type { ModelDesk } from './ask-model.ts'
import type { Shops } from './shops.ts'
import type { TurnRequest, TurnRunner } from './types.ts'

/** How a voice note is had: the daemon's channels and the provider's media. */
export interface VoiceSource {
  account(channelId: string): Promise<ChannelAccount | null>
  fetch(account: ChannelAccount, media: NonNullable<InboundMessage['media']>): Promise<FetchedMedia>
}

/** Longer than anybody orders; the rest would only fill the history. */
const MOST_CHARS = 2000
/** A turn that is decided again (prices moved, another daemon took over and gave back) must not pay twice for the words. */
const REMEMBERED = 500

/**
 * A runner that listens to voice notes before the turn is decided: outside of any transaction, each within its deadline.
 * Whatever goes wrong (no such file, no model, no budget, too late) leaves the message without a transcript, and the turn
 * asks for it in writing.
 */
export function createListeningRunner(deps: {
  runner: TurnRunner
  voice: VoiceSource
  desk: ModelDesk
  shops: Shops
}): TurnRunner {
  const heard = new LRUCache<string, Promise<string | null>>({ max: REMEMBERED })

  async function listen(request: TurnRequest, message: InboundMessage): Promise<InboundMessage> {
    if (message.kind !== 'audio' || message.media === undefined || message.transcript !== undefined) return message
    const key = `${request.tenantId} ${message.id}`
    const words = heard.get(key) ?? transcribe(request, message.media).catch(() => null)
    heard.set(key, words)
    const transcript = await words
    return transcript === null ? message : { ...message, transcript }
  }

  async function transcribe(request: TurnRequest, media: NonNullable<InboundMessage['media']>): Promise<string | null> {
    const { tenantId, channelId } = request
    // Any version does: the turn itself reads the present one, and the next voice note goes by that.
    const [shop, account] = await Promise.all([
      deps.shops.get(tenantId, 0),
      channelId === null ? null : deps.voice.account(channelId),
    ])
    if (account === null || !shop.facts.profile.model.enabled) return null
    const file = await deps.voice.fetch(account, media)
    const text = await deps.desk.transcribe(request, shop.facts.profile, file)
    return text === null ? null : storableText(text).trim().slice(0, MOST_CHARS).toWellFormed() || null
  }

  return {
    async run(request) {
      if (request.kind === 'echo' || !request.messages.some((message) => message.kind === 'audio')) {
        return deps.runner.run(request)
      }
      const messages = await Promise.all(request.messages.map((message) => listen(request, message)))
      return deps.runner.run({ ...request, messages })
    },
  }
}
