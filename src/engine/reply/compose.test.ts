import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compose } from './compose.ts'
import { codePoints, joinWords, money } from './format.ts'
import { fillSlots, hasSlots, SLOT } from './slots.ts'

describe('replies', () => {
  it('stay within the limits of the providers, whatever goes in', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 1500 })
    const row = fc.record({ id: text, title: text, description: text })
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 5 }),
        fc.array(row, { maxLength: 14 }),
        fc.array(row, { maxLength: 6 }),
        (parts, rows, buttons) => {
          const list = rows.length === 0 ? null : { button: 'Ver', title: 'Opciones', rows }
          for (const reply of compose({ parts, buttons, rows: list, image: null }, (each) => each.trim())) {
            expect(reply.text).not.toBe('')
            if (reply.type === 'text') expect(codePoints(reply.text)).toBeLessThanOrEqual(4096)
            if (reply.type === 'buttons') {
              expect(codePoints(reply.text)).toBeLessThanOrEqual(1024)
              expect(reply.buttons.length).toBeLessThanOrEqual(3)
              for (const button of reply.buttons) {
                expect(codePoints(button.title)).toBeLessThanOrEqual(20)
                expect(codePoints(button.id)).toBeLessThanOrEqual(256)
              }
              expect(new Set(reply.buttons.map((button) => button.title)).size).toBe(reply.buttons.length)
            }
            if (reply.type === 'list') {
              expect(codePoints(reply.text)).toBeLessThanOrEqual(1024)
              expect(reply.sections.flatMap((section) => section.rows).length).toBeLessThanOrEqual(10)
            }
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('write money as Chile does', () => {
    expect([0, 990, 13_980, 1_234_567].map(money)).toEqual(['$0', '$990', '$13.980', '$1.234.567'])
  })

  it('join words with y, and with e before i', () => {
    expect(joinWords(['pan', 'agua', 'sal'])).toBe('pan, agua y sal')
    expect(joinWords(['aretes', 'iluminadores'])).toBe('aretes e iluminadores')
  })

  it('take an order’s number and link from the commit, or promise the link where it comes later', () => {
    const drafted = [{ type: 'text' as const, text: `Pedido ${SLOT.orderNumber}. ${SLOT.orderPayment}` }]
    expect(hasSlots(drafted)).toBe(true)
    expect(fillSlots(drafted, { number: '1042', paymentUrl: 'https://pay.test/1' })[0]?.text).toBe(
      'Pedido 1042. Paga aquí: https://pay.test/1',
    )
    const later = fillSlots(drafted, { number: '1042', paymentUrl: null })
    expect(hasSlots(later)).toBe(false)
    expect(later[0]?.text).toContain('link de pago')
  })
})
