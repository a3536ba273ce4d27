import { asksForPhoto } from '../photos.ts'
import { resolveMention } from '../resolve.ts'
import type { Talk } from '../talk.ts'
import type { Seen, Verdict } from './rule.ts'

/** "¿tienes foto?", "mándame una foto del rojo": of what is named or being talked about, and no purchase of pictures. */
export function asksToSeeIt(talk: Talk, { intent, about }: Seen): Verdict {
  if (intent === 'product_info' || talk.state.issue !== null || !asksForPhoto(talk.text)) return null
  const named = talk.u.entities.mentions.some((mention) => resolveMention(talk, mention.text).kind !== 'none')
  return about || named ? { intent: 'product_info', because: 'asks for a picture of it' } : null
}
