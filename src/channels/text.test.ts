import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clipLine, codePoints, splitText } from './text.ts'

describe('splitting', () => {
  it('leaves alone what fits, and cuts between paragraphs first', () => {
    expect(splitText('hola', 10)).toEqual(['hola'])
    expect(splitText('', 10)).toEqual([''])
    expect(splitText(`${'a'.repeat(8)}\n\n${'b'.repeat(8)}\n${'c'.repeat(4)}`, 16)).toEqual([
      'aaaaaaaa',
      'bbbbbbbb\ncccc',
    ])
  })

  it('then between sentences, then between words', () => {
    expect(splitText('Tenemos tres aceites. El mejor es el grande.', 30)).toEqual([
      'Tenemos tres aceites.',
      'El mejor es el grande.',
    ])
    expect(splitText('uno dos tres cuatro', 9)).toEqual(['uno dos', 'tres', 'cuatro'])
  })

  it('never inside a price, however it is written', () => {
    for (const price of ['$13.980', '$ 13.980', '20 lucas', '1.500 pesos', '30 ml', '$1.234.567']) {
      for (let max = price.length + 3; max < 40; max++) {
        const pieces = splitText(
          `Te sale en total ${price} con todo incluido, ¿lo llevas? Son ${price} y nada más.`,
          max,
        )
        expect(pieces.join(' ').split(price)).toHaveLength(3)
        for (const piece of pieces) expect(codePoints(piece)).toBeLessThanOrEqual(max)
      }
    }
  })

  it('never inside a URL that fits in a piece', () => {
    const url = 'https://www.flow.cl/app/web/pay.php?token=33373581FC32576FAF33C46FC6454B1FFEBD7E1H'
    for (let max = url.length; max < 200; max += 7) {
      const pieces = splitText(`Paga aquí: ${url} Vence en 15 minutos. ${'Gracias. '.repeat(20)}${url}`, max)
      expect(pieces.filter((piece) => piece.includes(url)).length).toBeGreaterThan(0)
      expect(pieces.join(' ').split(url)).toHaveLength(3)
    }
  })

  it('keeps emoji of several code points whole, also where nothing else is there to cut at', () => {
    const family = '👩‍👩‍👧‍👦'
    for (const piece of splitText(family.repeat(10), 15)) expect(piece.replaceAll(family, '')).toBe('')
  })

  it('loses no word and keeps every piece within the limit, whatever the text', () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .filter((text) => !/\s/.test(text) && text.isWellFormed())
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, fc.constantFrom(' ', '\n', '\n\n', '. ')), { maxLength: 60 }),
        fc.integer({ min: 40, max: 120 }),
        (words, max) => {
          const text = words.map(([one, space]) => one + space).join('')
          const pieces = splitText(text, max)
          for (const piece of pieces) expect(codePoints(piece)).toBeLessThanOrEqual(max)
          expect(pieces.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('splits a megabyte in no time', () => {
    const started = performance.now()
    splitText('palabra '.repeat(20_000), 1600)
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

it('clips to a line with … and counts code points', () => {
  expect(clipLine('Aceite  CBD\n10%', 20)).toBe('Aceite CBD 10%')
  expect(clipLine('Collar antipulgas para perros grandes', 20)).toBe('Collar antipulgas p…')
  expect(codePoints(clipLine('🥟'.repeat(30), 20))).toBe(20)
  expect(codePoints('ñ🥟a')).toBe(3)
})
