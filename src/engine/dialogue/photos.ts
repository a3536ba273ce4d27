import { photoOf } from '../catalog/photo.ts'
import { foldPhrase } from '../text/fold.ts'
import type { CatalogProduct } from '../types.ts'
import { nameOf, note, say, type Talk } from './talk.ts'

/** A picture by its name: where there is none, that is said. */
const BY_NAME = /\b(?:fotos?|fotitos?|fotografias?|imagen|imagenes|imagencita|pictures?|photos?|pics?)\b/
/** "te mando una foto", "ahí va la foto": theirs, not ours. */
const SENDING =
  /\b(?:(?:te|les?|se l[oa]s?) (?:mando|envio|mande|envie|adjunto|paso|pase)|adjunto|ahi (?:te )?va|aqui (?:te )?va|(?:mande|envie|subi) (?:la|una) foto|i send|i sent)\b/
/** What is best answered with a picture, and well enough without. */
const TO_SEE =
  /\b(?:muestra(?:me|melo|mela|melos|melas|nos)?|muestre(?:me|melo|mela)?|mostra(?:me|melo|mela)|como (?:es|son|se ven?|lucen?)|(?:lo|la|los|las) (?:puedo|quiero) ver|(?:puedo|quiero) ver(?:lo|la|los|las)|a ver(?:lo|la)?|show me|look like|como (?:e|sao))\b/

/** Whether the message asks for a picture by that name; one that says it sends a picture does not. */
export function asksForPhoto(text: string): boolean {
  const phrase = foldPhrase(text)
  return BY_NAME.test(phrase) && !SENDING.test(phrase)
}

/** The word by which a picture is asked for; null where none is. */
export function pictureNamed(text: string): string | null {
  return BY_NAME.exec(foldPhrase(text))?.[0] ?? null
}

/** Whether a picture would answer, said so or not ("muéstrame", "¿cómo es?"). */
export function asksToSee(text: string): boolean {
  const phrase = foldPhrase(text)
  return BY_NAME.test(phrase) || TO_SEE.test(phrase)
}

/** The picture with what is said of the one product that is on the table, where it was asked for and the shop has one. */
export function addPhoto(talk: Talk, product: CatalogProduct): void {
  if (talk.image !== null || !asksToSee(talk.text)) return
  const photo = photoOf(product)
  if (photo !== null) {
    talk.image = photo
    note(talk, `the picture of ${product.sku}`)
  } else if (asksForPhoto(talk.text)) {
    say(
      talk,
      talk.voice.t(
        `No tengo foto de *${nameOf(talk, product)}*; si quieres se la pido al equipo.`,
        `No tengo foto de *${nameOf(talk, product)}*; si quiere se la pido al equipo.`,
        {
          en: `I have no picture of *${nameOf(talk, product)}*; I can ask the team for one if you like.`,
          pt: `Não tenho foto de *${nameOf(talk, product)}*; se quiser, peço à equipe.`,
        },
      ),
    )
  }
}
