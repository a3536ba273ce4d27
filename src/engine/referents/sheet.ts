import { headOf } from '../catalog/head-noun.ts'
import { fold } from '../text/fold.ts'
import { measures, type Measure } from '../text/measures.ts'
import { stem } from '../text/stem.ts'
import { tokens } from '../text/tokens.ts'
import type { CatalogProduct } from '../types.ts'

/** What words can be held against, read once a product. */
export interface Sheet {
  /** Stems of the name. */
  name: ReadonlySet<string>
  /** Stems of the description, tags and category. */
  rest: ReadonlySet<string>
  /** The name word by word, as written but folded. */
  words: readonly string[]
  head: string
  sizes: readonly Measure[]
  /** "m" of "talla M"; null where there is none. */
  letter: string | null
  numbers: ReadonlySet<number>
  folded: string
  gender: 'f' | 'm' | null
  /** The size that tells one of a kind from another, in its dimension's base; null where there is none. */
  size: number | null
}

export const LETTERS = ['xxs', 'xs', 's', 'm', 'l', 'xl', 'xxl', 'xxxl']

const sheets = new WeakMap<CatalogProduct, Sheet>()

export function sheetOf(product: CatalogProduct): Sheet {
  let sheet = sheets.get(product)
  if (sheet === undefined) {
    sheet = read(product)
    sheets.set(product, sheet)
  }
  return sheet
}

function read(product: CatalogProduct): Sheet {
  const list = tokens(product.name)
  const folded = fold(product.name)
  const sizes = measures(list)
  const label = sizes.find((size) => size.label !== null && LETTERS.includes(size.label))?.label
  const letter = label ?? list.find((token, at) => at > 0 && LETTERS.includes(token.text))?.text ?? null
  const main = sizes.find((size) => size.dimension !== 'count') ?? sizes[0]
  return {
    name: stemsOf(product.name),
    rest: stemsOf(`${product.description} ${product.tags.join(' ')} ${product.category}`),
    words: list.filter((token) => token.kind !== 'sign').map((token) => token.text),
    head: headOf(product),
    sizes,
    letter,
    // "12,2 kg" is said as twelve point two; "1.500" as fifteen hundred.
    numbers: new Set(
      [...folded.matchAll(/\d+(?:[.,]\d+)?/g)].flatMap(([digits]) => [
        Number(digits.replace(',', '.')),
        Number(digits.replace(/[.,]/, '')),
      ]),
    ),
    folded,
    gender: genderOf(list[0]?.text ?? ''),
    size: sizeOf(main, letter),
  }
}

function sizeOf(main: Measure | undefined, letter: string | null): number | null {
  if (main !== undefined) return main.label === null ? main.value : LETTERS.indexOf(main.label)
  return letter === null ? null : LETTERS.indexOf(letter)
}

function genderOf(noun: string): 'f' | 'm' | null {
  if (/(?:as?|cion|dad)$/.test(noun)) return 'f'
  return /(?:os?|or|ores)$/.test(noun) ? 'm' : null
}

function stemsOf(text: string): Set<string> {
  return new Set(tokens(text).flatMap((token) => (isWord(token) ? [stem(token.norm)] : [])))
}

export function isWord({ kind }: { kind: string }): boolean {
  return kind === 'word' || kind === 'mixed'
}
