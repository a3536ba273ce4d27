import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { CatalogProduct } from '../src/engine/types.ts'

/** Words with their grammatical gender and number, for articles that agree. */
export interface Noun {
  text: string
  gender: 'm' | 'f'
  plural: boolean
}

export interface Kind {
  one: string
  many: string
  gender: 'm' | 'f'
}

/** A fictitious shop: a small catalog and what its shoppers talk about. */
export interface TrainingShop {
  id: string
  products: CatalogProduct[]
  /** How shoppers call the products; `sku` tells which. */
  mentions: Array<Noun & { sku: string }>
  kinds: Kind[]
  needs: string[]
  situations: string[]
  questions: string[]
  defects: string[]
  absentKinds: Kind[]
  absentProducts: Noun[]
  /** Ways to pick one of several ("el de 15 kilos", "la roja"). */
  attributes: string[]
  /** What narrows a kind ("inalámbricos", "para exterior"). */
  kindAttributes: string[]
}

const FOLDER = join(import.meta.dirname, 'data', 'shops')

/** Reads the shops of `training/data/shops`, in the order of their names. Throws on a line that is not understood. */
export function loadTrainingShops(folder: string = FOLDER): TrainingShop[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .toSorted()
    .map((file) => parseShop(basename(file, '.txt'), readFileSync(join(folder, file), 'utf8')))
}

/** Reads one shop; the line formats are described in `training/README.md`. */
export function parseShop(id: string, source: string): TrainingShop {
  const shop: TrainingShop = {
    id,
    products: [],
    mentions: [],
    kinds: [],
    needs: [],
    situations: [],
    questions: [],
    defects: [],
    absentKinds: [],
    absentProducts: [],
    attributes: [],
    kindAttributes: [],
  }
  for (const line of source.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const rest = line.slice(2).trim()
    if (line[1] !== ' ' || !readLine(shop, line[0] ?? '', rest)) {
      throw new SyntaxError(`${id}: line not understood: ${line}`)
    }
  }
  return shop
}

/** False where the letter is none of ours. */
function readLine(shop: TrainingShop, letter: string, rest: string): boolean {
  if (letter === 'P') addProduct(shop, rest)
  else if (letter === 'K') shop.kinds.push(...readKinds(shop.id, rest))
  else if (letter === 'X') shop.absentKinds.push(...readKinds(shop.id, rest))
  else if (letter === 'Y') shop.absentProducts.push(...split(rest, '|').map((item) => readNoun(shop.id, item)))
  else if (letter === 'N') shop.needs.push(...split(rest, '|'))
  else if (letter === 'S') shop.situations.push(...split(rest, '|'))
  else if (letter === 'Q') shop.questions.push(...split(rest, '|'))
  else if (letter === 'D') shop.defects.push(...split(rest, '|'))
  else if (letter === 'A') shop.attributes.push(...split(rest, '|'))
  else if (letter === 'B') shop.kindAttributes.push(...split(rest, '|'))
  else return false
  return true
}

function addProduct(shop: TrainingShop, rest: string): void {
  const [category = '', name = '', price = '', mentions = '', tags = '', description = ''] = rest
    .split('|')
    .map((field) => field.trim())
  const pesos = Number(price)
  if (name === '' || !Number.isInteger(pesos)) throw new SyntaxError(`${shop.id}: product not understood: ${rest}`)
  const sku = `${shop.id.slice(0, 3).toUpperCase()}-${String(shop.products.length + 1).padStart(3, '0')}`
  shop.products.push({
    id: sku,
    sku,
    name,
    description,
    category,
    price: pesos,
    salePrice: null,
    saleFrom: null,
    saleUntil: null,
    stock: 10,
    tags: split(tags, ';'),
    aliases: [],
    attributes: {},
  })
  for (const item of split(mentions, ',')) shop.mentions.push({ ...readNoun(shop.id, item), sku })
}

/** `m:taladro:taladros f:llave de agua:llaves de agua`: blanks are part of a name, so a kind starts at its gender. */
function readKinds(shop: string, rest: string): Kind[] {
  return rest
    .split(/\s+(?=[mf]:)/)
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .map((item) => {
      const [gender, one, many] = item.split(':')
      if ((gender !== 'm' && gender !== 'f') || !one || !many) {
        throw new SyntaxError(`${shop}: kind not understood: ${item}`)
      }
      return { one, many, gender }
    })
}

function readNoun(shop: string, item: string): Noun {
  const match = /^([mf]):(.+)$/.exec(item)
  if (!match) throw new SyntaxError(`${shop}: gender missing: ${item}`)
  const text = (match[2] ?? '').trim()
  return { text, gender: match[1] === 'f' ? 'f' : 'm', plural: soundsPlural(text) }
}

/** Words on -s that are one thing all the same. */
const SINGULAR_ON_S =
  /^(lens|bus|plus|bass|express|jeans|vans|microondas|hawkers|ficus|asics|waterwipes|salonpas|sacacorchos|potus|odis|montes|maxxis|lavapisos|hábitos|humus|hipoglos|eames|cubreasientos|tres|paraguas|para\w+s|saca\w+s|corta\w+s|lava\w+s)$/i

function soundsPlural(text: string): boolean {
  const first = text.split(' ')[0] ?? ''
  return /[aeiou]s$/i.test(first) && first.length > 3 && !SINGULAR_ON_S.test(first)
}

function split(text: string, separator: string): string[] {
  return text
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '')
}
