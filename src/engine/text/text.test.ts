import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance, slipsAllowed } from './distance.ts'
import { emojiOf, fold, foldPhrase } from './fold.ts'
import { measures } from './measures.ts'
import { numbersOf } from './numbers.ts'
import { phonetic } from './phonetic.ts'
import { root, stem } from './stem.ts'
import { tokens } from './tokens.ts'

const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 80 }))

const texts = (text: string) => tokens(text).map((token) => token.text)

const meets = (...words: string[]) => expect(new Set(words.map((word) => stem(fold(word)))).size, words.join()).toBe(1)

const family = (...words: string[]) => expect(new Set(words.map(root)).size, words.join()).toBe(1)

describe('folding', () => {
  it('drops case, accents and feeling, and writes ñ as n', () => {
    expect(fold('ÑANDÚ índica HOLAAAA')).toBe('nandu indica hola')
    expect(foldPhrase('¿Quiééénnn está 🔥 ahí?!')).toBe('quien esta ahi')
    expect(fold('perro, calle, coool')).toBe('perro, calle, col')
    expect(emojiOf('me llevo el patito 🦆👍🏽')).toEqual(['🦆👍🏽'])
  })

  it('is idempotent on any text', () => {
    fc.assert(
      fc.property(anyText, (text) => fold(fold(text)) === fold(text)),
      { numRuns: 500 },
    )
  })
})

describe('tokens', () => {
  it('keeps models, dimensions, prices and inches in one piece', () => {
    expect(texts('RTX4060, carpa 60x60 a $24.990 y tele 55"')).toEqual([
      'rtx4060',
      'carpa',
      '60x60',
      'a',
      '$',
      '24.990',
      'y',
      'tele',
      '55',
      '"',
    ])
    expect(tokens('2,5 kg')[0]).toMatchObject({ kind: 'number', value: 2.5 })
    expect(tokens('10.000 mAh')[0]?.value).toBe(10_000)
    expect(texts("Marvel's USB-C")).toEqual(['marvels', 'usb', 'c'])
  })

  it('reads chat shorthand', () => {
    expect(tokens('xq no tb pal d').map((token) => token.norm)).toEqual(['porque', 'no', 'tambien', 'para', 'de'])
  })

  it('places every token where it stands, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const whole = text.toWellFormed()
        const list = tokens(text)
        let last = 0
        for (const [index, token] of list.entries()) {
          expect(token.position).toBe(index)
          expect(token.start).toBeGreaterThanOrEqual(last)
          expect(whole.slice(token.start, token.end)).toBe(token.raw)
          last = token.end
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('stems', () => {
  it('lets plural, gender and diminutives of one word meet', () => {
    meets('semilla', 'semillas', 'semillita', 'semillitas')
    meets('aceite', 'aceites', 'aceititos')
    meets('brownie', 'brownies')
    meets('perro', 'perra', 'perrito', 'perritas', 'perros')
    meets('gato', 'gata', 'gatito', 'gatitas')
    meets('luz', 'luces')
    meets('lápiz', 'lápices')
    meets('arnés', 'arneses')
    meets('reloj', 'relojes', 'relojito')
    meets('saco', 'saquito', 'saquitos')
    meets('chico', 'chica', 'chiquito', 'chiquitas')
    meets('jabón', 'jabones', 'jaboncito')
    meets('collar', 'collares', 'collarcito')
    meets('juguete', 'juguetes', 'juguetito')
    meets('pastel', 'pasteles', 'pastelito')
    meets('cable', 'cables', 'cablecito')
    meets('flor', 'flores')
    meets('pan', 'panes', 'pancito')
    meets('grande', 'grandes')
    meets('cámara', 'cámaras', 'camarita')
  })

  it('keeps different words apart', () => {
    const apart = [
      'mesa',
      'mes',
      'pelo',
      'pelota',
      'polo',
      'polera',
      'cama',
      'cable',
      'carpa',
      'carne',
      'corea',
      'correa',
    ]
    expect(new Set(apart.map(stem)).size).toBe(apart.length)
  })

  it('finds the family of derived words', () => {
    family('vaporizar', 'vaporizador', 'vaporizadores')
    family('relajarse', 'relajante', 'relajar')
    family('hidratar', 'hidratante', 'hidratacion')
  })

  it('never throws and never makes a word longer by more than a letter', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = fold(text)
        expect(stem(folded).length).toBeLessThanOrEqual(folded.length + 1)
        expect(root(folded).length).toBeLessThanOrEqual(folded.length + 1)
        phonetic(folded)
      }),
    )
  })
})

describe('phonetic keys', () => {
  it.each([
    ['vaca', 'baca'],
    ['zapato', 'sapato'],
    ['hueso', 'ueso'],
    ['pollo', 'poyo'],
    ['queso', 'keso'],
    ['gel', 'jel'],
    ['shampoo', 'champu'],
    ['volado', 'volao'],
    ['comprar', 'conprar'],
    ['guitarra', 'guitara'],
    ['cama', 'kama'],
    ['whisky', 'wiski'],
  ])('%s sounds like %s', (left, right) => expect(phonetic(left)).toBe(phonetic(right)))

  it('keeps gu apart from g before e and i', () => expect(phonetic('guinda')).not.toBe(phonetic('ginda')))
})

describe('edit distance', () => {
  it('counts a slip, a swap and a gap as one', () => {
    expect(editDistance('northern', 'northen', 2)).toBe(1)
    expect(editDistance('lights', 'ligths', 2)).toBe(1)
    expect(editDistance('kilo', 'kito', 2)).toBe(1)
    expect(editDistance('abc', 'xyzw', 2)).toBe(3)
    expect(editDistance('', 'ab', 2)).toBe(2)
    expect(slipsAllowed(3)).toBe(0)
  })

  it('agrees with the plain definition, and stops at the bound', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 })
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, max) => {
        expect(editDistance(a, b, max)).toBe(Math.min(plainDistance(a, b), max + 1))
        expect(editDistance(a, b, max)).toBe(editDistance(b, a, max))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('numbers', () => {
  it.each([
    ['2', [2]],
    ['dos', [2]],
    ['treinta y dos', [32]],
    ['10 mil', [10_000]],
    ['ciento veinte mil', [120_000]],
    ['mil quinientos', [1500]],
    ['uno dos tres', [1, 2, 3]],
    ['dos brownies y tres aceites', [2, 3]],
    ['veinticinco', [25]],
    ['1,5', [1.5]],
    ['cien', [100]],
    ['doscientos mil trescientos', [200_300]],
  ])('%s', (text, expected) => expect(numbersOf(tokens(text)).map((span) => span.value)).toEqual(expected))
})

describe('what is said short', () => {
  it.each([
    ['rosao', 'rosado'],
    ['quemaos', 'quemados'],
    ['cacao', 'cacao'],
    ['bacalao', 'bacalao'],
    ['cartão', 'cartao'],
  ])('%s is %s', (text, norm) => expect(tokens(text)[0]?.norm).toBe(norm))

  it('reads fractions as numbers, and no dates', () => {
    expect(tokens('3/4')[0]).toMatchObject({ kind: 'number', value: 0.75 })
    expect(tokens('12/10').map((token) => token.value)).toEqual([12, 10])
  })
})

describe('measures', () => {
  it.each([
    ['15kg', 'mass', 15_000],
    ['15 kilos', 'mass', 15_000],
    ['15 k', 'mass', 15_000],
    ['quince kilos', 'mass', 15_000],
    ['2,5 kg', 'mass', 2500],
    ['kilo y medio', 'mass', 1500],
    ['medio kilo', 'mass', 500],
    ['30 ml', 'volume', 30],
    ['1 L', 'volume', 1000],
    ['100w', 'power', 100],
    ['10.000 mAh', 'charge', 10_000],
    ['10 mil mah', 'charge', 10_000],
    ['55"', 'screen', 55],
    ['1/4 galón', 'volume', 946.25],
    ['cinco libras', 'mass', 2268],
    ['torta para quince', 'people', 15],
    ['55 pulgadas', 'screen', 55],
    ['512GB', 'data', 512],
    ['medio tera', 'data', 512],
    ['1TB', 'data', 1024],
    ['un tera', 'data', 1024],
    ['10%', 'percent', 10],
    ['70 cm', 'length', 700],
    ['12 un', 'count', 12],
    ['8 meses', 'age', 8],
  ])('%s', (text, dimension, value) => expect(measures(tokens(text))).toMatchObject([{ dimension, value }]))

  it.each([
    ['4,5 a 10 kg', { value: 10_000, amount: 10, least: { value: 4500, amount: 4.5 } }],
    ['10-15kg', { value: 15_000, amount: 15, least: { value: 10_000, amount: 10 } }],
    ['entre 2 y 4 litros', { value: 4000, least: { value: 2000, amount: 2 } }],
    ['15 kg', { amount: 15, least: null }],
    ['medio tera', { amount: 0.5, least: null }],
  ])('reads the ends of "%s"', (text, ends) => expect(measures(tokens(text))).toMatchObject([ends]))

  it('reads sizes of clothes', () => {
    expect(measures(tokens('polera talla M'))).toMatchObject([{ dimension: 'size', label: 'm' }])
    expect(measures(tokens('zapatillas talla 38'))).toMatchObject([{ dimension: 'size', label: '38', value: 38 }])
    expect(measures(tokens('talla mediana'))).toMatchObject([{ label: 'm' }])
    expect(measures(tokens('una XL'))).toMatchObject([{ label: 'xl' }])
    expect(measures(tokens('el número 2'))).toEqual([])
    expect(measures(tokens('Zapatilla N° 42'))).toMatchObject([{ dimension: 'size', label: '42' }])
    expect(measures(tokens('calzo cuarenta y tres'))).toMatchObject([{ dimension: 'size', label: '43' }])
    expect(measures(tokens('2 petos M y 2 L')).map((each) => each.label)).toEqual(['m', 'l'])
    expect(measures(tokens('agua de 2 L'))).toMatchObject([{ dimension: 'volume', value: 2000 }])
  })

  it('leaves anything else alone, whatever the text', () => {
    expect(measures(tokens('dame 2 brownies con la rtx 4060'))).toEqual([])
    fc.assert(
      fc.property(anyText, (text) => {
        const list = tokens(text)
        for (const measure of measures(list)) expect(measure.to).toBeLessThanOrEqual(list.length)
      }),
    )
  })
})

function plainDistance(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => (i ? (j ? 0 : i) : j)),
  )
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min(d[i - 1]![j]! + 1, d[i]![j - 1]! + 1, d[i - 1]![j - 1]! + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, d[i - 2]![j - 2]! + 1)
      d[i]![j] = best
    }
  }
  return d[a.length]![b.length]!
}
