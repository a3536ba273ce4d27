import { foldPhrase } from '../text/fold.ts'
import { LOOKS } from '../text/looks.ts'
import { measures } from '../text/measures.ts'
import { stem } from '../text/stem.ts'
import { tokens } from '../text/tokens.ts'
import type { CatalogProduct } from '../types.ts'
import { kindred, listProducts } from './show-products.ts'
import type { Talk } from './talk.ts'

const SIZES = '(?:talla (?:\\d{1,3}|[smlx]{1,4})|xs|s|m|l|xl|xxl|(?:talla|numero) (?:mas )?(?:grande|chica|chico))'
const OTHERS = '(?:otr[oa]s?|mas) (?:color(?:es)?|tallas?|tamanos?|medidas?|sabor(?:es)?|tonos?|numeros?|modelos?)'

const ONE_LOOK = new RegExp(
  `^(?:(?:y|pero|oye|ya|no|nop|nopo|mejor|prefiero|pucha|chuta|ah|uy|bueno|ok) )*(?:(?:lo|la|los|las|hay|tienes?|tienen|tenis?|tendras|viene|vienen|esta|estan|queda|quedan|existe|no) )*(?:en|de)? ?(?:color )?(?:${LOOKS}|${SIZES}|${OTHERS})(?: (?:tambien|porfa|mejor|o no|hay|tienes?|tienen|queda|quedan))?$`,
)
const WHICH_LOOKS =
  /^(?:(?:y|pero|oye|ya|ok) )*(?:en |de )?(?:que|q|k|cuales|cual) (?:otr[oa]s )?(?:tallas?|color(?:es)?|sabor(?:es)?|medidas?|numeros?|tamanos?|tonos?)(?: \p{L}+){0,3}$/u

/** "¿hay en negro?", "en talla L", "¿qué colores tienen?": of what is being talked about, and of nothing else. */
export function asksLooks(text: string): boolean {
  const phrase = foldPhrase(text)
  return ONE_LOOK.test(phrase) || WHICH_LOOKS.test(phrase)
}

/** "en otro color": of the thing that was talked about, also where others were listed beside it. */
export function asksOthers(text: string): boolean {
  return ONE_OTHER.test(foldPhrase(text))
}

const ONE_OTHER = new RegExp(
  `^(?:(?:y|pero|oye|ya|no+|pucha|chuta|uy|hay|tienes?|tienen|lo|la|los|las) )*(?:en|de)? ?(?:que|q|k|cual(?:es)?)? ?${OTHERS}(?: (?:tambien|porfa|o no|hay|tienes?|tienen|queda|quedan))?$`,
)

/**
 * The same thing in other looks: lists those whose names differ from this one's by colors, sizes and numbers alone. False
 * where this product is the only one of it.
 */
export function tellLooks(talk: Talk, product: CatalogProduct): boolean {
  const own = nameless(product)
  const same = kindred(talk, product).filter(
    (each) => each.stock > 0 && each.sku !== product.sku && nameless(each) === own,
  )
  if (same.length === 0) return false
  listProducts(
    talk,
    product.stock > 0 ? [product, ...same] : same,
    talk.voice.any('De eso tengo:', { en: 'Of that I have:', pt: 'Disso tenho:' }),
  )
  return true
}

/** Whether all of these are one thing in several looks and sizes. */
export function sameButForLooks(products: readonly CatalogProduct[]): boolean {
  return new Set(products.map(nameless)).size === 1
}

/** A name without what tells its variants apart. */
function nameless(product: CatalogProduct): string {
  const list = tokens(product.name)
  const sized = new Set(measures(list).flatMap(({ from, to }) => Array.from({ length: to - from }, (_, n) => from + n)))
  return list
    .filter(
      (token, at) => token.kind === 'word' && !sized.has(at) && !LOOK.test(token.norm) && !SIZE_WORD.has(token.norm),
    )
    .map((token) => stem(token.norm))
    .join(' ')
}

const LOOK = new RegExp(`^${LOOKS}$`)
const SIZE_WORD = new Set(['talla', 'xs', 's', 'm', 'l', 'xl', 'xxl', 'xxxl', 'color'])
