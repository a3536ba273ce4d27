import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Reply } from '../../engine/types.ts'
import { codePoints } from '../text.ts'
import { renderForMeta } from './render.ts'

it('leaves a reply that fits as it is', () => {
  const reply: Reply = {
    type: 'buttons',
    text: 'Total $12.990. ¿Confirmas?',
    buttons: [{ id: 'a', title: 'Confirmo' }],
  }
  expect(renderForMeta(reply)).toEqual([reply])
})

it('sends a long text ahead and keeps the buttons with its end', () => {
  const text = Array.from({ length: 60 }, (_, n) => `Producto ${n} a $${n}.990 la unidad.`).join('\n')
  const bubbles = renderForMeta({ type: 'buttons', text, buttons: [{ id: 'a', title: 'Sí' }] })
  expect(bubbles.map((bubble) => bubble.type)).toEqual(['text', 'buttons'])
  expect(bubbles.at(-1)?.type === 'buttons' && bubbles.at(-1)).toMatchObject({
    text: expect.stringContaining('Producto 59'),
  })
})

it('makes a list of more than three buttons, and further lists of more than ten rows', () => {
  const buttons = Array.from({ length: 4 }, (_, n) => ({ id: `b${n}`, title: `Opción ${n}` }))
  expect(renderForMeta({ type: 'buttons', text: '¿Cuál?', buttons })).toMatchObject([
    { type: 'list', text: '¿Cuál?', button: 'Ver opciones', sections: [{ rows: buttons }] },
  ])
  const rows = Array.from({ length: 23 }, (_, n) => ({ id: `r${n}`, title: `Fila ${n}` }))
  const lists = renderForMeta({ type: 'list', text: 'Carta', button: 'Ver carta', sections: [{ title: 'Todo', rows }] })
  expect(lists.map((list) => list.type === 'list' && list.sections.flatMap((section) => section.rows).length)).toEqual([
    10, 10, 3,
  ])
})

it('keeps names that were cut apart, and their prices in sight', () => {
  const rows = ['30ml', '60ml'].map((size) => ({
    id: size,
    title: `Aceite CBD full spectrum 10% ${size}`,
    description: '$24.990',
  }))
  const [list] = renderForMeta({ type: 'list', text: 'Aceites', button: 'Ver', sections: [{ title: '', rows }] })
  if (list?.type !== 'list') throw new Error('no list')
  const shown = list.sections[0]?.rows ?? []
  expect(new Set(shown.map((row) => row.title)).size).toBe(2)
  for (const [index, row] of shown.entries()) {
    expect(row.description).toContain('$24.990')
    expect(row.description).toContain(index === 0 ? '30ml' : '60ml')
  }
})

it('shows a link that is not https as text: the button would be refused', () => {
  expect(
    renderForMeta({ type: 'link', text: 'Paga aquí', title: 'Pagar', url: 'http://127.0.0.1:9001/pay/x' }),
  ).toEqual([{ type: 'text', text: 'Paga aquí\n\nPagar: http://127.0.0.1:9001/pay/x' }])
})

it('whatever the engine says, no bubble breaks a limit and no option is lost', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 3000 })
  const title = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  const row = fc.record({ id: fc.uuid(), title, description: title })
  const reply: fc.Arbitrary<Reply> = fc.oneof(
    fc.record({ type: fc.constant('text' as const), text }),
    fc.record({
      type: fc.constant('buttons' as const),
      text,
      buttons: fc.array(fc.record({ id: fc.uuid(), title }), { maxLength: 14 }),
    }),
    fc.record({
      type: fc.constant('list' as const),
      text,
      button: title,
      sections: fc.array(fc.record({ title, rows: fc.array(row, { maxLength: 9 }) }), { maxLength: 6 }),
    }),
    fc.record({ type: fc.constant('link' as const), text, title, url: fc.webUrl({ validSchemes: ['https'] }) }),
    fc.record({ type: fc.constant('image' as const), text, url: fc.webUrl() }),
  )
  fc.assert(
    fc.property(reply, (given) => {
      const bubbles = renderForMeta(given)
      for (const bubble of bubbles) checkLimits(bubble)
      const wanted = optionIds([given]).filter((id) => optionTitle(given, id).trim() !== '')
      expect(optionIds(bubbles)).toEqual([...new Set(wanted)])
    }),
    { numRuns: 300 },
  )
})

function checkLimits(bubble: Reply): void {
  const max = bubble.type === 'text' ? 4096 : 1024
  expect(codePoints(bubble.text)).toBeLessThanOrEqual(max)
  if (bubble.type !== 'image') expect(bubble.text).not.toBe('')
  if (bubble.type === 'buttons') {
    expect(bubble.buttons.length).toBeGreaterThan(0)
    expect(bubble.buttons.length).toBeLessThanOrEqual(3)
    const titles = bubble.buttons.map((button) => button.title)
    expect(new Set(titles).size).toBe(titles.length)
    for (const title of titles) expect(codePoints(title)).toBeLessThanOrEqual(20)
  }
  if (bubble.type === 'link') expect(codePoints(bubble.title)).toBeLessThanOrEqual(20)
  if (bubble.type !== 'list') return
  const rows = bubble.sections.flatMap((section) => section.rows)
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.length).toBeLessThanOrEqual(10)
  expect(codePoints(bubble.button)).toBeLessThanOrEqual(20)
  for (const section of bubble.sections) {
    expect(codePoints(section.title)).toBeLessThanOrEqual(24)
    if (bubble.sections.length > 1) expect(section.title).not.toBe('')
  }
  for (const row of rows) {
    expect(codePoints(row.title)).toBeLessThanOrEqual(24)
    expect(codePoints(row.description ?? '')).toBeLessThanOrEqual(72)
  }
}

function options(reply: Reply): Array<{ id: string; title: string }> {
  if (reply.type === 'buttons') return reply.buttons
  return reply.type === 'list' ? reply.sections.flatMap((section) => section.rows) : []
}

function optionIds(replies: readonly Reply[]): string[] {
  return replies.flatMap((reply) => options(reply).map((option) => option.id))
}

function optionTitle(reply: Reply, id: string): string {
  return options(reply).find((option) => option.id === id)?.title ?? ''
}
