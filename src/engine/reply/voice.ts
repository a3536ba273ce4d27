import { withoutEmoji } from '../text/fold.ts'
import type { Language } from '../understand/language.ts'
import type { BotProfile } from './profile.ts'

type Translated = Readonly<Record<Exclude<Language, 'es'>, string>>

/** How a shop talks: who is addressed how, with how much decoration. */
export interface Voice {
  readonly language: Language
  /**
   * The first to a friend, the second to a customer who is addressed as usted; in the shopper's language where it is
   * another and the words are there, else in Spanish. What the shop wrote itself is never translated.
   */
  t(tu: string, usted: string, other?: Translated): string
  /** The same, where a friend and a customer are told it in the same words. */
  any(spanish: string, other: Translated): string
  /** True where what is only pleasant may be said, and a product's sheet is quoted at length. */
  readonly chatty: boolean
  /** The finished text, with as many emoji as the shop wants. */
  finish(text: string): string
}

export function createVoice(profile: BotProfile, language: Language = 'es'): Voice {
  const formal = profile.tone === 'formal'
  const t: Voice['t'] = (tu, usted, other) =>
    language !== 'es' && other !== undefined ? other[language] : formal ? usted : tu
  return {
    language,
    t,
    any: (spanish, other) => t(spanish, spanish, other),
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
