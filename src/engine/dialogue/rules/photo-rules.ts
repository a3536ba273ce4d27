import { asksForPhoto } from '../photos.ts'
import { resolveMention } from '../resolve.ts'
import type { Talk } from '../talk.ts'
import type { Seen, Verdict } from './rule.ts'

/** "¿tienes foto?", "mándame una foto del rojo": of what is named or being talked about, and no purchase of pictures. */
export function asksToSeeIt(talk: Talk, { about, phrase }: Seen): Verdict {
  if (talk.state.issue !== null || talk.state.pending?.kind === 'confirm_order') return null
  if (about && SHOW_IT.test(phrase)) return { intent: 'product_info', because: 'asks to see it' }
  if (!asksForPhoto(talk.text)) return null
  const named = talk.u.entities.mentions.some((mention) => resolveMention(talk, mention.text).kind !== 'none')
  return about || named ? { intent: 'product_info', because: 'asks for a picture of it' } : null
}

/** With nothing named: what is on the table. */
const SHOW_IT =
  /^(?:(?:y|a ver|ya|oye|pero|porfa|ok) )*(?:muestramel[oa]s?|muestremel[oa]s?|como (?:es|son|se ven?)|(?:lo|la|los|las) puedo ver|(?:puedo|quiero) verl[oa]s?|show me)(?: (?:porfa\w*|po|entonces|please))*$/
