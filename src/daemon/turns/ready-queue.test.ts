import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createReadyQueue } from './ready-queue.ts'

const key = (tenantId: string, number: number) => ({ tenantId, conversationId: `c${number}` })

it('serves shops in turn, so that a flood in one does not delay another', () => {
  const ready = createReadyQueue({ perTenant: 100 })
  for (let number = 0; number < 50; number++) ready.push(key('flood', number))
  ready.push(key('calm', 1))
  ready.push(key('other', 1))
  expect(ready.take(4).map((taken) => taken.tenantId)).toEqual(['flood', 'calm', 'other', 'flood'])
})

it('passes over a shop at its cap until one of its conversations is done', () => {
  const ready = createReadyQueue({ perTenant: 2 })
  for (let number = 0; number < 5; number++) ready.push(key('shop', number))
  expect(ready.take(10)).toHaveLength(2)
  expect(ready.take(10)).toEqual([])
  ready.done(key('shop', 0))
  expect(ready.take(10)).toEqual([key('shop', 2)])
  expect(ready.waiting).toBe(2)
})

it('holds a conversation once', () => {
  const ready = createReadyQueue({ perTenant: 9 })
  ready.push(key('shop', 1))
  ready.push(key('shop', 1))
  expect(ready.waiting).toBe(1)
  expect(ready.take(9)).toEqual([key('shop', 1)])
  expect(ready.waiting).toBe(0)
})

it('hands out exactly what was put in, whatever the order', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(20))), (pairs) => {
      const ready = createReadyQueue({ perTenant: 1000 })
      for (const [tenant, number] of pairs) ready.push(key(tenant, number))
      const taken = ready.take(10_000).map((each) => `${each.tenantId} ${each.conversationId}`)
      expect(new Set(taken)).toEqual(new Set(pairs.map(([tenant, number]) => `${tenant} c${number}`)))
      expect(taken).toHaveLength(new Set(taken).size)
      expect(ready.waiting).toBe(0)
    }),
  )
})
