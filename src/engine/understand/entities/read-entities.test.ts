import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildCatalogIndex } from '../../catalog/build-index.ts'
import { evidenceFor } from '../../catalog/evidence.ts'
import { tokens } from '../../text/tokens.ts'
import type { CatalogProduct } from '../../types.ts'
import type { UnderstandContext } from '../types.ts'
import { rutCheckDigit } from './personal.ts'
import { readEntities } from './read-entities.ts'

const NAMES = [
  'Empanada de pino',
  'Empanada de queso',
  'Cemento 25 kg',
  'Ampolleta LED 9W',
  'Cinta aisladora',
  'Cable USB C 1 m',
  'Power bank 10.000 mAh',
  'Power bank 20.000 mAh',
  'Polera negra talla M',
  'Torta tres leches',
  'Lentes de seguridad',
]
const index = buildCatalogIndex(
  NAMES.map((name, at): CatalogProduct => ({
    id: `p${at}`,
    sku: `S${at}`,
    name,
    description: '',
    category: 'Varios',
    price: 1000,
    salePrice: null,
    saleFrom: null,
    saleUntil: null,
    stock: 5,
    tags: [],
    aliases: [],
    attributes: {},
  })),
)

function read(text: string, context: Partial<UnderstandContext> = {}) {
  const evidence = evidenceFor(index, text)
  return readEntities(text, tokens(text), {
    asked: 'nothing',
    field: null,
    listed: 0,
    focus: false,
    cartLines: 0,
    lastListed: 0,
    onSheet: 0,
    openOrder: false,
    ...context,
    evidence,
  })
}

describe('quantities and products', () => {
  it.each([
    ['dame 2 empanadas de pino y una torta', [2, 1]],
    ['6 empanadas de pino y 4 de queso', [6, 4]],
    ['agrega 3 cables usb c y un power bank de 10 mil', [3, 1]],
    ['media docena de empanadas de queso', [6]],
    ['deme 3 sacos de cemento', [3]],
    ['quiero dos ampolletas de 9w y una cinta aisladora', [2, 1]],
    ['2 poleras negras talla M', [2]],
    ['la torta, una', [1]],
    ['torta, 3 unidades', [3]],
    ['y 2 unidades de torta', [2]],
    ['y cinta 2', [2]],
    ['una torta nº 6', [1]],
    ['1 torta y unos lentes', [1, null]],
    ['quiero cemento de 25 kilos', [null]],
    ['tienes power bank de 20 mil?', [null]],
    ['dame 2 porciones de empanada de pino', [2]],
    ['2 poleras M y 2 L', [2, 2]],
    ['1 torta i una cinta', [1, 1]],
    ['una cinta de 24 y otra de 16', [1, 1]],
    ['échele 2 y una torta', [1]],
    ['no es para bailar, una torta', [1]],
    ['mido 36, dame una torta', [1]],
  ])('%s', (text, quantities) => {
    expect(read(text).mentions.map((mention) => mention.quantity)).toEqual(quantities)
  })

  it('carries the kind over to "y 4 de queso"', () => {
    expect(read('6 empanadas de pino y 4 de queso').mentions[1]?.text).toBe('empanadas de queso')
  })

  it('keeps a quantity without goods apart', () => {
    expect(read('mejor que sean 5')).toMatchObject({ mentions: [], quantity: 5 })
    expect(read('una más').quantityChange).toBe(1)
    expect(read('2 tortas menos').quantityChange).toBe(-2)
  })
})

describe('pointing', () => {
  it.each([
    ['la segunda', 2],
    ['opción 3', 3],
    ['el último', -1],
    ['la 2', 2],
    ['un cuarto de kilo', null],
  ])('%s is place %s', (text, ordinal) => expect(read(text).ordinal).toBe(ordinal))

  it('takes a lone number as a place only where a list was shown', () => {
    expect(read('2', { listed: 4 }).ordinal).toBe(2)
    expect(read('2').ordinal).toBeNull()
    expect(read('2', { listed: 4, asked: 'quantity' }).ordinal).toBeNull()
  })

  it.each([
    ['el más barato de esos', 'cheapest', 'all'],
    ['dame ese', null, 'one'],
    ['los dos', null, 'all'],
  ])('%s', (text, superlative, anaphora) => expect(read(text)).toMatchObject({ superlative, anaphora }))
})

describe('money and what is ruled out', () => {
  it.each([
    ['algo que no pase las 20 lucas', null, 20_000],
    ['hasta $15.000', null, 15_000],
    ['entre 10 y 15 lucas', 10_000, 15_000],
  ])('%s', (text, minPrice, maxPrice) => expect(read(text)).toMatchObject({ minPrice, maxPrice }))

  it('hears "sin azúcar"', () => expect(read('algo sin azúcar').not).toEqual(['azucar']))
  it('hears a swap', () =>
    expect(read('cambia la torta por una empanada').swap).toEqual({ out: 'torta', in: 'empanada' }))
})

describe('personal data', () => {
  it('verifies the check digit of a RUT', () => {
    expect(read('mi rut es 12.345.678-5')).toMatchObject({ rut: '12345678-5', rutInvalid: false })
    expect(read('mi rut es 12.345.678-9')).toMatchObject({ rut: null, rutInvalid: true })
    expect(rutCheckDigit('10000013')).toBe('K')
  })

  it('reads phones, e-mails, comunas and order numbers', () => {
    expect(read('fono 9 8765 4321').phone).toBe('+56987654321')
    expect(read('mi correo es Ana.Soto@ejemplo.cl').email).toBe('ana.soto@ejemplo.cl')
    expect(read('despachan a conce?').comuna).toBe('Concepción')
    expect(read('Irarrázaval 2345, Ñuñoa').comuna).toBe('Ñuñoa')
    expect(read('soy la Victoria').comuna).toBeNull()
    expect(read('dónde va el pedido 1042').orderNumber).toBe('1042')
  })

  it('accepts every RUT with its own digit and refuses it with any other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000_000, max: 99_999_999 }), fc.integer({ min: 1, max: 10 }), (number, shift) => {
        const digit = rutCheckDigit(String(number))
        const all = '0123456789K'
        const other = all[(all.indexOf(digit) + shift) % 11] ?? ''
        expect(read(`rut ${number}-${digit}`).rut).toBe(`${number}-${digit}`)
        expect(read(`rut ${number}-${other}`).rutInvalid).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

it('never throws, whatever was written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void read(text)),
    { numRuns: 300 },
  )
})
