import { asksForPhoto, pictureNamed } from '../photos.ts'
import { resolveMention } from '../resolve.ts'
import { search, type Talk } from '../talk.ts'
import type { Seen, Verdict } from './rule.ts'

/** "¿tienes foto?", "mándame una foto del rojo": of what is named or being talked about, and no purchase of pictures. */
export function asksToSeeIt(talk: Talk, { intent, about, phrase }: Seen): Verdict {
  if (talk.state.issue !== null || talk.state.pending?.kind === 'confirm_order') return null
  if (about && SHOW_IT.test(phrase)) return { intent: 'product_info', because: 'asks to see it' }
  // "¿qué celular saca mejores fotos?" wants a phone.
  if (intent === 'price_query' || intent === 'recommend') return null
  // "la cortina que compré es más clara que en la foto"
  if (/\b(?:que (?:les )?(?:compre|pedi|encargue)|me lleg\w+|que en la foto)\b/.test(phrase)) return null
  // "quiero la imagen de San Judas", "¿qué imágenes de la Virgen tienes?": things that are pictures.
  if (IMAGE.test(phrase) && !SEEING.test(phrase)) return null
  const picture = asksForPhoto(talk.text) ? pictureNamed(talk.text) : null
  // "la imagen de San Judas, ¿cuánto vale?", where the shop sells images: the thing, and no picture of it.
  if (picture === null || search(talk, { text: picture, mode: 'any', limit: 1 }).length > 0) return null
  const named = talk.u.entities.mentions.some((mention) => resolveMention(talk, mention.text).kind !== 'none')
  return about || named ? { intent: 'product_info', because: 'asks for a picture of it' } : null
}

const IMAGE = /\bimagen(?:es|cita)?\b/
const SEEING = /\b(?:ver|mand\w+|muestr\w+|mostr\w+|envi\w+|pas[ae]\w*)\b/

/** With nothing named: what is on the table. */
const SHOW_IT =
  /^(?:(?:y|a ver|ya|oye|pero|porfa|ok) )*(?:muestramel[oa]s?|muestremel[oa]s?|como (?:es|son|se ven?)|(?:lo|la|los|las) puedo ver|(?:puedo|quiero) verl[oa]s?|show me)(?: (?:porfa\w*|po|entonces|please))*$/
