import { withoutEmoji } from '../text/fold.ts'
import type { BotProfile } from './profile.ts'

/** How a shop talks: who is addressed how, with how much decoration. */
export interface Voice {
  /** The first to a friend, the second to a customer who is addressed as usted. */
  t(tu: string, usted: string): string
  /** True where what is only pleasant may be said. */
  readonly chatty: boolean
  /** The finished text, with as many emoji as the shop wants. */
  finish(text: string): string
}

export function createVoice(profile: BotProfile): Voice {
  const formal = profile.tone === 'formal'
  return {
    t: (tu, usted) => (formal ? usted : tu),
    chatty: profile.length === 'normal',
    finish: (text) =>
      (profile.emojis === 'none' ? withoutEmoji(text) : text)
        .replace(/[ \t]+/g, ' ')
        .replace(/ +([.,;:!?\n])/g, '$1')
        .trim(),
  }
}

/**
 * One of several wordings, by the message's id: no two greetings in a row need sound alike, and a turn that is played
 * again says the same.
 */
export function vary<T>(seed: string, options: readonly [T, ...T[]]): T {
  let hash = 2166136261
  for (let i = 0; i < seed.length; i++) hash = Math.imul(hash ^ seed.charCodeAt(i), 16777619)
  return options[(hash >>> 0) % options.length] ?? options[0]
}
