import type { Expectation } from './play.ts'

/*
 * Conversations that a grammar makes over any catalog: what must come out is known from how they are made, so that every
 * shop of the suite can be asked the same, and a slip that no single case shows is seen.
 */

/** A product as these grammars see it. */
export interface Goods {
  sku: string
  price: number
  stock: number
  /** Its first word, folded, as a shopper would say it. */
  noun: string
  /** Name, shelf and tags, folded. */
  all: string
}

export interface Turn {
  user: string
  expect: Expectation
}

/** One of the list; the choice is the caller's, so that equal seeds make equal conversations. */
export type Pick = <T>(list: readonly T[]) => T

/** Two or three products of one shop, each called by a noun that no other product of it bears. */
export type Grammar = (goods: readonly [Goods, Goods, Goods], pick: Pick) => Turn[]

const FEMININE = /(?:a|as|cion|dad|ciones)$/
const THOUGH_IN_A = /(?:poncho|sistema|poema|programa|clima|mapa|pijama|idioma|aroma|sofa)s?$/

export function isPlural(noun: string): boolean {
  return /[^s]s$/.test(noun) && !/(?:s[ieo]s|vis|gas|paraguas|lavalozas|tijeras)$/.test(noun)
}

function isFeminine(noun: string): boolean {
  return FEMININE.test(noun) && !THOUGH_IN_A.test(noun)
}

function article(noun: string): string {
  if (isPlural(noun)) return isFeminine(noun) ? 'las' : 'los'
  return isFeminine(noun) ? 'la' : 'el'
}

const THAT: Readonly<Record<string, string>> = { el: 'ese', la: 'esa', los: 'esos', las: 'esas' }

function the({ noun }: Goods): string {
  return `${article(noun)} ${noun}`
}

function of(goods: Goods): string {
  return article(goods.noun) === 'el' ? `del ${goods.noun}` : `de ${the(goods)}`
}

function many({ noun }: Goods): string {
  if (isPlural(noun)) return noun
  if (/[aeiou]$/.test(noun)) return `${noun}s`
  return noun.endsWith('z') ? `${noun.slice(0, -1)}ces` : `${noun}es`
}

function pesos(amount: number): string {
  return amount.toLocaleString('de-DE')
}

function cart(...lines: Array<[Goods, number]>): Record<string, number> {
  return Object.fromEntries(lines.map(([goods, quantity]) => [goods.sku, quantity]))
}

/** By what they try: what each turn must leave in the cart, show or say. */
export const GRAMMARS: Readonly<Record<string, Grammar>> = {
  'two things, one corrected, one taken out': ([one, two]) => [
    { user: `dame 2 ${many(one)} y 1 ${two.noun}`, expect: { cart: cart([one, 2], [two, 1]) } },
    { user: `mejor 3 ${many(two)}`, expect: { cart: cart([one, 2], [two, 3]) } },
    { user: `cuanto vale ${the(one)}?`, expect: { products_include: [one.sku], reply_includes: [pesos(one.price)] } },
    { user: `saca ${the(two)}`, expect: { cart: cart([one, 2]) } },
  ],
  'questions of what is in the cart': ([one, two]) => [
    { user: `quiero 1 ${one.noun} y 2 ${many(two)}`, expect: { cart: cart([one, 1], [two, 2]) } },
    { user: `de que material es ${the(one)}?`, expect: { intent: 'product_info', products_include: [one.sku] } },
    { user: `y ${the(two)} que trae?`, expect: { intent: 'product_info', products_include: [two.sku] } },
    { user: `cuanto mide ${the(one)}?`, expect: { products_include: [one.sku], cart: cart([one, 1], [two, 2]) } },
  ],
  'numbers behind their thing': ([one, two]) => [
    { user: `${one.noun}, 3 unidades`, expect: { cart: cart([one, 3]) } },
    { user: `y 2 unidades de ${two.noun}`, expect: { cart: cart([one, 3], [two, 2]) } },
    { user: `deja ${the(one)} en 1`, expect: { cart: cart([one, 1], [two, 2]) } },
  ],
  'another number, more, fewer': ([one, two], pick) => [
    { user: `dame 2 ${many(one)} y 2 ${many(two)}`, expect: { cart: cart([one, 2], [two, 2]) } },
    {
      user: pick([
        `que sean 4 ${many(one)}`,
        `mejor 4 ${many(one)}`,
        `no, 4 ${many(one)}`,
        `pon 4 ${many(one)} en vez de 2`,
        `quiero 4 ${many(one)}, no 2`,
        `sube ${the(one)} a 4`,
      ]),
      expect: { cart: cart([one, 4], [two, 2]) },
    },
    { user: pick([`agrega 1 ${one.noun} mas`, `uno mas de ${one.noun}`]), expect: { cart: cart([one, 5], [two, 2]) } },
    {
      user: pick([`saca 2 ${many(one)}`, `quita 2 ${many(one)}`, `2 ${many(one)} menos`]),
      expect: { cart: cart([one, 3], [two, 2]) },
    },
  ],
  'one goes, another comes': ([one, two, three]) => [
    { user: `dame 1 ${one.noun} y 2 ${many(two)}`, expect: { cart: cart([one, 1], [two, 2]) } },
    { user: `saca ${the(one)} y pon 3 ${many(three)}`, expect: { cart: cart([two, 2], [three, 3]) } },
    { user: `cambia ${the(two)} por 1 ${one.noun}`, expect: { cart: cart([one, 1], [three, 3]) } },
  ],
  'swapped, and one not wanted': ([one, two, three], pick) => [
    { user: `quiero 2 ${many(one)} y 3 ${many(two)}`, expect: { cart: cart([one, 2], [two, 3]) } },
    {
      user: pick([
        `cambia ${the(one)} por ${the(three)}`,
        `en vez de ${the(one)} ponme ${the(three)}`,
        `reemplaza ${the(one)} por ${the(three)}`,
      ]),
      expect: { cart: cart([three, 2], [two, 3]) },
    },
    {
      user: pick([`${the(two)} no, gracias`, `ya no quiero ${the(two)}`, `saca ${the(two)} porfa`, `sin ${the(two)}`]),
      expect: { cart: cart([three, 2]) },
    },
  ],
  'asked about another, and more of the first': ([one, two]) => [
    { user: `dame 1 ${one.noun}`, expect: { cart: cart([one, 1]) } },
    {
      user: `y cuanto cuesta ${the(two)}`,
      expect: { products_include: [two.sku], reply_includes: [pesos(two.price)] },
    },
    { user: 'ya, agregame 2', expect: { cart: cart([one, 1], [two, 2]) } },
    {
      user: `y de ${THAT[article(one.noun)] ?? 'ese'} ${one.noun} pon 2 mas`,
      expect: { cart: cart([one, 3], [two, 2]) },
    },
  ],
  'to the order': ([one, two], pick) => [
    { user: `hola, quiero 2 ${many(one)}`, expect: { cart: cart([one, 2]) } },
    { user: `y 1 ${two.noun}`, expect: { cart: cart([one, 2], [two, 1]) } },
    {
      user: pick(['cuanto va?', 'cuanto seria en total?', 'y cuanto llevo?']),
      expect: { intent: 'view_cart', reply_includes: [pesos(one.price * 2 + two.price)] },
    },
    { user: pick(['ya, quiero pagar', 'eso nomas, cobrame', 'cerremos']), expect: { intent: 'checkout' } },
    {
      user: pick(['Juana Soto, Los Aromos 123, Maipu', 'Luis Vera\nCalle Larga 88\nÑuñoa']),
      expect: { intent: 'provide_info' },
    },
    { user: pick(['si', 'sipo', 'confirmo', 'esta bien']), expect: { order_status: 'pending_payment' } },
  ],
  'one more thing while the address is asked for': ([one, two], pick) => [
    { user: `quiero 2 ${many(one)}`, expect: { cart: cart([one, 2]) } },
    { user: pick(['pagar', 'eso seria', 'listo, quiero pagar']), expect: { intent: 'checkout' } },
    {
      user: pick([`ah y agrega 1 ${two.noun}`, `espera, sumale 1 ${two.noun}`, `perdon, tambien quiero 1 ${two.noun}`]),
      expect: { cart: cart([one, 2], [two, 1]) },
    },
    { user: 'Carla Muñoz, Los Alerces 223, La Florida', expect: { intent: 'provide_info' } },
    { user: 'si', expect: { order_status: 'pending_payment' } },
  ],
  'only one stays': ([one, two], pick) => [
    { user: `quiero 2 ${many(one)} y 1 ${two.noun}`, expect: { cart: cart([one, 2], [two, 1]) } },
    {
      user: pick([
        `deja solo ${the(two)}`,
        `solo ${the(two)} mejor`,
        `no, me quedo solo con ${the(two)}`,
        `saca todo menos ${the(two)}`,
      ]),
      expect: { cart: cart([two, 1]) },
    },
  ],
  'two prices, and what so many come to': ([one, two], pick) => [
    {
      user: pick([
        `cuanto vale ${the(two)} y ${the(one)}?`,
        `precio ${of(two)} y ${of(one)}`,
        `a cuanto tiene ${the(two)} y ${the(one)}`,
      ]),
      expect: { products_include: [one.sku, two.sku], reply_includes: [pesos(one.price), pesos(two.price)] },
    },
    { user: `y ${the(one)}?`, expect: { products_include: [one.sku] } },
    {
      user: pick(['y 3 cuanto serian?', 'y si llevo 3?', 'cuanto por 3?', 'y tres en cuanto salen?']),
      expect: { products_include: [one.sku], reply_includes: [pesos(one.price * 3)] },
    },
  ],
  'an order with its reason': ([one, two], pick) => [
    {
      user: pick([
        `necesito 2 ${many(one)} para mi hija que esta de cumpleaños`,
        `dame 2 ${many(one)} que es para un regalo`,
        `quiero 2 ${many(one)} porque se me acabaron`,
        `me llevo 2 ${many(one)}, son para la oficina`,
      ]),
      expect: { cart: cart([one, 2]) },
    },
    { user: `y media docena de ${many(two)}`, expect: { cart: cart([one, 2], [two, 6]) } },
    {
      user: pick([
        `me equivoque, eran 3 ${many(one)}`,
        `perdon, 3 ${many(one)}`,
        `${many(one)} que sean 3`,
        `en realidad 3 ${many(one)}`,
      ]),
      expect: { cart: cart([one, 3], [two, 6]) },
    },
  ],
  'asked what it does, and taken': ([one], pick) => [
    { user: `tienen ${one.noun}?`, expect: { products_include: [one.sku] } },
    {
      user: pick(['y se puede lavar?', 'pesa mucho?', 'es facil de usar?', 'cuanto dura?', 'no se rompe facil?']),
      expect: { intent: 'product_info', products_include: [one.sku] },
    },
    { user: pick(['ya, dame 2', 'me llevo 2', 'ok, 2 porfa']), expect: { cart: cart([one, 2]) } },
    { user: pick(['con 1 me basta', 'no, 1 nomas', 'no espera, 1']), expect: { cart: cart([one, 1]) } },
  ],
}
