import { describe, expect, it } from 'vitest'
import { findForeign, guardProse, guardReply } from './guard.ts'

const allowed = {
  amounts: new Set([24_990, 49_980]),
  quotes: ['Despacho gratis sobre $30.000', 'Kit de 20 lucas'],
  links: new Set(['https://pay.test/a']),
}

describe('the guard', () => {
  it('lets through what the store holds: prices, quoted policies, its own links', () => {
    for (const text of [
      'Vale $24.990',
      'Total: *$49.980*',
      'Despacho gratis sobre $30.000',
      'Paga en https://pay.test/a.',
      'Quedan 3',
      'Kit de 20 lucas',
    ]) {
      expect(findForeign(text, allowed)).toEqual([])
    }
  })

  it('finds every peso and link that came from nowhere', () => {
    for (const text of [
      'Vale $1',
      'Vale $ 24.991',
      'Son 5.000 pesos',
      'te sale 10 lucas',
      'CLP $990',
      'http://evil.test/x',
      'entra a www.evil.test',
    ]) {
      expect(findForeign(text, allowed), text).toHaveLength(1)
    }
  })

  it('drops the line and keeps the rest', () => {
    const { reply, dropped } = guardReply(
      { type: 'text', text: 'Aceite: $24.990\nHoy solo $1\n¿Te lo agrego?' },
      allowed,
    )
    expect(reply.text).toBe('Aceite: $24.990\n¿Te lo agrego?')
    expect(dropped).toEqual(['$1'])
  })

  it('never sends an empty bubble', () => {
    expect(guardReply({ type: 'text', text: '$1' }, allowed).reply.text).not.toBe('')
  })

  it('refuses prose with money, numbers of its own, links, promises or markup', () => {
    const sheet = ['Panel LED 100W', 'Florece en 9 semanas.']
    for (const prose of [
      'Cuesta $1',
      'Vale mil pesos',
      'Son diez lucas',
      'Quedan muchas',
      'Florece en 7 semanas',
      'Mira https://x.test',
      'tienda.cl',
      'Con un cupón sale menos',
      'Gratis para ti',
      'Tu pedido está pagado',
      'Total {{order.number}}',
      '<b>hola</b>',
      '',
      'x'.repeat(800),
    ]) {
      expect(guardProse(prose, sheet).text, prose).toBeNull()
    }
    expect(guardProse('Florece en unas 9 semanas y su panel es de 100W.', sheet).text).not.toBeNull()
    expect(guardProse('Cuesta {{price:LED-100}}, muy bueno para empezar.', sheet).text).not.toBeNull()
  })
})
