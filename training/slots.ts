import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Random } from './prng.ts'
import type { Kind, Noun, TrainingShop } from './shops.ts'
import { expand, parseTemplate, type Template } from './templates.ts'

const FILLERS = join(import.meta.dirname, 'data', 'fillers.txt')

type ShopSlot = (shop: TrainingShop, random: Random) => string

/** Slots whose words come from the shop at hand. */
const SHOP_SLOTS: Readonly<Record<string, ShopSlot>> = {
  product: (shop, random) => anyName(shop, random),
  product_pl: (shop, random) => plural(mention(shop, random).text),
  el_product: (shop, random) => withArticle(mention(shop, random), THE),
  un_product: (shop, random) => withArticle(mention(shop, random), A),
  otro_product: (shop, random) => withArticle(mention(shop, random), OTHER),
  ese_product: (shop, random) => withArticle(mention(shop, random), THAT),
  este_product: (shop, random) => withArticle(mention(shop, random), THIS),
  algun_product: (shop, random) => withArticle(mention(shop, random), SOME),
  del_product: (shop, random) => `de ${withArticle(mention(shop, random), THE)}`.replace(/^de el /, 'del '),
  al_product: (shop, random) => `a ${withArticle(mention(shop, random), THE)}`.replace(/^a el /, 'al '),
  full_product: (shop, random) => random.pick(shop.products).name,
  products2: (shop, random) => counted(shop, random, random.chance(0.75) ? 2 : 3, ', '),
  el_products2: (shop, random) =>
    `${withArticle(mention(shop, random), THE)} y ${withArticle(mention(shop, random), THE)}`,
  un_products2: (shop, random) => `${withArticle(mention(shop, random), A)} y ${withArticle(mention(shop, random), A)}`,
  products_lines: (shop, random) => counted(shop, random, random.int(2, 4), '\n'),
  kind: (shop, random) => random.pick(shop.kinds).one,
  kinds: (shop, random) => random.pick(shop.kinds).many,
  un_kind: (shop, random) => kindWith(random.pick(shop.kinds), 'un', 'una'),
  el_kind: (shop, random) => kindWith(random.pick(shop.kinds), 'el', 'la'),
  algun_kind: (shop, random) => kindWith(random.pick(shop.kinds), 'algún', 'alguna'),
  otro_kind: (shop, random) => kindWith(random.pick(shop.kinds), 'otro', 'otra'),
  los_kinds: (shop, random) => kindsWith(random.pick(shop.kinds), 'los', 'las'),
  unos_kinds: (shop, random) => kindsWith(random.pick(shop.kinds), 'unos', 'unas'),
  otros_kinds: (shop, random) => kindsWith(random.pick(shop.kinds), 'otros', 'otras'),
  category: (shop, random) => random.pick(shop.products).category,
  kind_attr: (shop, random) => random.pick(shop.kindAttributes),
  need: (shop, random) => random.pick(shop.needs),
  situation: (shop, random) => random.pick(shop.situations),
  question: (shop, random) => random.pick(shop.questions),
  defect: (shop, random) => random.pick(shop.defects),
  attr: (shop, random) => random.pick(shop.attributes),
  absent_kind: (shop, random) => random.pick(shop.absentKinds).one,
  absent_kinds: (shop, random) => random.pick(shop.absentKinds).many,
  un_absent_kind: (shop, random) => kindWith(random.pick(shop.absentKinds), 'un', 'una'),
  algun_absent_kind: (shop, random) => kindWith(random.pick(shop.absentKinds), 'algún', 'alguna'),
  absent_product: (shop, random) => random.pick(shop.absentProducts).text,
  el_absent_product: (shop, random) => withArticle(random.pick(shop.absentProducts), THE),
  un_absent_product: (shop, random) => withArticle(random.pick(shop.absentProducts), A),
}

/** Slots whose words are computed. */
const COMPUTED: Readonly<Record<string, (random: Random) => string>> = {
  rut: (random) => writeRut(random),
  phone: (random) => writePhone(random),
}

export interface Slots {
  knows(slot: string): boolean
  fill(slot: string, shop: TrainingShop, random: Random): string
}

/** Reads the general fillers (`training/data/fillers.txt`). Throws on a line or a slot that is not understood. */
export function loadSlots(file: string = FILLERS): Slots {
  const fillers = new Map<string, Template>()
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.trim() === '' || line.startsWith('# ')) continue
    const match = /^(\w+) = (.+)$/.exec(line)
    if (!match) throw new SyntaxError(`filler not understood: ${line}`)
    fillers.set(match[1] ?? '', parseTemplate(match[2] ?? ''))
  }
  const knows = (slot: string): boolean =>
    slot in SHOP_SLOTS || slot in COMPUTED || fillers.has(slot) || /^int:\d+-\d+$/.test(slot)
  const fill = (slot: string, shop: TrainingShop, random: Random): string => {
    const own = SHOP_SLOTS[slot]
    if (own) return own(shop, random)
    const computed = COMPUTED[slot]
    if (computed) return computed(random)
    const general = fillers.get(slot)
    if (general) return expand(general, random, (inner) => fill(inner, shop, random))
    const range = /^int:(\d+)-(\d+)$/.exec(slot)
    if (range) return String(random.int(Number(range[1]), Number(range[2])))
    throw new SyntaxError(`unknown slot {${slot}}`)
  }
  return { knows, fill }
}

interface Articles {
  m: string
  f: string
  ms: string
  fs: string
}
const THE: Articles = { m: 'el', f: 'la', ms: 'los', fs: 'las' }
const A: Articles = { m: 'un', f: 'una', ms: 'unos', fs: 'unas' }
const OTHER: Articles = { m: 'otro', f: 'otra', ms: 'otros', fs: 'otras' }
const THAT: Articles = { m: 'ese', f: 'esa', ms: 'esos', fs: 'esas' }
const THIS: Articles = { m: 'este', f: 'esta', ms: 'estos', fs: 'estas' }
const SOME: Articles = { m: 'algún', f: 'alguna', ms: 'algunos', fs: 'algunas' }

function mention(shop: TrainingShop, random: Random): Noun {
  return random.pick(shop.mentions)
}

/** Mostly how people call it, now and then the name as it stands in the catalog. */
function anyName(shop: TrainingShop, random: Random): string {
  return random.chance(0.12) ? random.pick(shop.products).name : mention(shop, random).text
}

function withArticle(noun: Noun, articles: Articles): string {
  const article =
    noun.gender === 'm' ? (noun.plural ? articles.ms : articles.m) : noun.plural ? articles.fs : articles.f
  return `${article} ${noun.text}`
}

function kindWith(kind: Kind, m: string, f: string): string {
  return `${kind.gender === 'm' ? m : f} ${kind.one}`
}

function kindsWith(kind: Kind, m: string, f: string): string {
  return `${kind.gender === 'm' ? m : f} ${kind.many}`
}

/** "2 lámparas y un filtro": how people list an order. */
function counted(shop: TrainingShop, random: Random, count: number, separator: string): string {
  const parts = Array.from({ length: count }, () => {
    const noun = mention(shop, random)
    const many = random.int(2, 9)
    const way = random.next()
    if (way < 0.3) return withArticle(noun, A)
    if (way < 0.4) return `1 ${noun.text}`
    if (way < 0.5) return `${many}${separator === '\n' && random.chance(0.3) ? 'x' : ''} ${noun.text}`
    if (way < 0.65) return `${NUMBERS[many] ?? many} ${plural(noun.text)}`
    return `${many} ${plural(noun.text)}`
  })
  if (separator === '\n') return parts.join('\n')
  const last = parts.pop() ?? ''
  const joint = random.pick([' y ', ' y ', ' y ', ' más ', ' + ', ', ', ' con '])
  return parts.join(separator) + joint + last
}

const NUMBERS = ['cero', 'un', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve']

/** The first word in the plural, as most say it: "filtro cascada" becomes "filtros cascada". */
function plural(text: string): string {
  const [first = '', ...rest] = text.split(' ')
  if (/\d|s$|x$/i.test(first)) return text
  const many = /[aeiouáéó]$/i.test(first)
    ? `${first}s`
    : /z$/i.test(first)
      ? `${first.slice(0, -1)}ces`
      : /[íún]$|[ldrjy]$/i.test(first)
        ? `${first.replace(/ón$/, 'on').replace(/ín$/, 'in').replace(/én$/, 'en').replace(/án$/, 'an')}es`
        : `${first}s`
  return [many, ...rest].join(' ')
}

/** A Chilean tax id with its right check digit, written in one of the usual ways. */
function writeRut(random: Random): string {
  const digits = String(random.int(5_000_000, 26_999_999))
  let sum = 0
  let factor = 2
  for (const digit of digits.split('').toReversed()) {
    sum += Number(digit) * factor
    factor = factor === 7 ? 2 : factor + 1
  }
  const rest = 11 - (sum % 11)
  const check = rest === 11 ? '0' : rest === 10 ? random.pick(['K', 'k']) : String(rest)
  const dotted = digits.replace(/\B(?=(\d{3})+$)/g, '.')
  return random.pick([`${dotted}-${check}`, `${digits}-${check}`, `${digits}${check}`])
}

function writePhone(random: Random): string {
  const a = random.int(2000, 9999)
  const b = random.int(1000, 9999)
  return random.pick([`+569${a}${b}`, `9${a}${b}`, `9 ${a} ${b}`, `+56 9 ${a} ${b}`, `569${a}${b}`])
}
