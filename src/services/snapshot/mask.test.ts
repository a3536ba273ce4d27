import fc from 'fast-check'
import { expect, it } from 'vitest'
import { maskPhone } from '../../mask-phone.ts'
import { maskText, maskWho } from './mask.ts'

const digits = (n: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: n, maxLength: n }).map((all) => all.join(''))
const words = fc.constantFrom('hola', 'mi número es', 'llámame al', 'paga con', 'escribe a', '¿tienen', '')

it('leaves no phone, e-mail or card number in clear, whatever stands around it (10,000 messages)', () => {
  const phone = digits(8).map((rest) => ({ secret: rest, written: `+569${rest}` }))
  const spaced = digits(8).map((rest) => ({
    secret: `${rest.slice(0, 4)} ${rest.slice(4)}`,
    written: `9 ${rest.slice(0, 4)} ${rest.slice(4)}`,
  }))
  const card = fc
    .tuple(digits(16), fc.constantFrom('', ' ', '-'))
    .map(([all, gap]) => ({ secret: all.slice(0, 8), written: (all.match(/.{4}/g) ?? []).join(gap) }))
  const mail = fc
    .tuple(fc.stringMatching(/^[a-z]{3,10}$/), fc.constantFrom('example.cl', 'mail.example.com'))
    .map(([name, host]) => ({ secret: `${name}@`, written: `${name}@${host}` }))
  fc.assert(
    fc.property(words, fc.oneof(phone, spaced, card, mail), words, (before, data, after) => {
      const masked = maskText(`${before} ${data.written} ${after}`)
      expect(masked).not.toContain(data.secret)
      expect(masked).not.toContain(data.written)
    }),
    { numRuns: 10_000 },
  )
})

it('leaves prices, quantities and order numbers readable', () => {
  for (const text of [
    'son $24.990',
    'Total: *$1.234.567*',
    'dame 2 brownies de 15kg',
    'pedido N° 1001',
    '5 lucas',
    '2. *PAX* — $229.990\n3. *Batería*',
  ])
    expect(maskText(text)).toBe(text)
})

it('keeps of a number what tells shoppers apart', () => {
  expect(maskPhone('+56950915617')).toBe('+56 ••••• 5617')
  expect(maskPhone('12')).toBe('•••')
  expect(maskWho(null, 'CL.1234567890')).toBe('CL.•••90')
  expect(maskWho(null, null)).toBe('unknown')
})
