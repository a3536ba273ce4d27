import { asksForPhoto } from '../photos.ts'
import { resolveMention } from '../resolve.ts'
import type { Talk } from '../talk.ts'
import type { Seen, Verdict } from './rule.ts'

/** "¿tienes foto?", "mándame una foto del rojo": of what is named or being talked about, and no purchase of pictures. */
export function asksToSeeIt(talk: Talk, { intent, about, phrase }: Seen): Verdict {
  if (intent === 'price_query' || talk.state.issue !== null || talk.state.pending?.kind === 'confirm_order') return null
  if (about && SHOW_IT.test(phrase)) return { intent: 'product_info', because: 'asks to see it' }
  if (!asksForPhoto(talk.text)) return null
  // "la imagen de San Judas, ¿cuánto vale?", where the shop sells images: the thing, and no picture of it.
  if (/\bimagen(?:es)?\b/.test(phrase) && sellsImages(talk))
    return /\b(?:que|q|cuales) imagenes\b/.test(phrase)
      ? { intent: 'browse_category', because: 'asks which images there are' }
      : null
  const named = talk.u.entities.mentions.some((mention) => resolveMention(talk, mention.text).kind !== 'none')
  return about || named ? { intent: 'product_info', because: 'asks for a picture of it' } : null
}

/** With nothing named: what is on the table. */
const SHOW_IT =
  /^(?:(?:y|a ver|ya|oye|pero|porfa|ok) )*(?:muestramel[oa]s?|muestremel[oa]s?|como (?:es|son|se ven?)|(?:lo|la|los|las) puedo ver|(?:puedo|quiero) verl[oa]s?|show me)(?: (?:porfa\w*|po|entonces|please))*$/

/** More than one product of the shop is an image. */
function sellsImages(talk: Talk): boolean {
  let found = 0
  for (const product of talk.input.catalog.bySku.values()) {
    const called = /imagen|im[aá]genes/i.test(`${product.name} ${product.category} ${product.tags.join(' ')}`)
    if ((called || /^imagen\b/i.test(product.description)) && ++found > 1) return true
  }
  return false
}
