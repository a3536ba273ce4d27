import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createReadyQueue } from './ready-queue.ts'

const queue = (perTenant: number, perTenantAmongOthers = perTenant, now = () => 0) =>
  createReadyQueue({ perTenant, perTenantAmongOthers, now })
const key = (tenantId: string, number: number) => ({ tenantId, conversationId: `c${number}` })

it('serves shops in turn, so that a flood in one does not delay another', () => {
  const ready = queue(100)
  for (let number = 0; number < 50; number++) ready.push(key('flood', number))
  ready.push(key('calm', 1))
  ready.push(key('other', 1))
  expect(ready.take(4).map((taken) => taken.tenantId)).toEqual(['flood', 'calm', 'other', 'flood'])
})

it('passes over a shop at its cap until one of its conversations is done', () => {
  const ready = queue(2)
  for (let number = 0; number < 5; number++) ready.push(key('shop', number))
  expect(ready.take(10)).toHaveLength(2)
  expect(ready.take(10)).toEqual([])
  ready.done(key('shop', 0))
  expect(ready.take(10)).toEqual([key('shop', 2)])
  expect(ready.waiting).toBe(2)
})

it('lets one shop have many under way while it is alone, and few while others are about', () => {
  const clock = { now: 0 }
  const ready = queue(100, 3, () => clock.now)
  for (let number = 0; number < 150; number++) ready.push(key('busy', number))
  expect(ready.take(1000)).toHaveLength(100)
  ready.push(key('calm', 1))
  expect(ready.take(1000)).toEqual([key('calm', 1)])
  ready.done(key('calm', 1))
  for (let number = 0; number < 97; number++) ready.done(key('busy', number))
  expect(ready.take(1000)).toEqual([])
  ready.done(key('busy', 97))
  expect(ready.take(1000)).toHaveLength(1)
  ready.push(key('busy', 300))
  expect(ready.take(1000)).toEqual([])
  clock.now = 5000
  expect(ready.take(1000)).toHaveLength(50)
})

it('works a flood off at the pace of its number while others are about, and those at once', () => {
  const clock = { now: 0 }
  const ready = queue(1000, 1000, () => clock.now)
  for (let number = 0; number < 2000; number++) ready.push(key('flood', number))
  ready.push(key('calm', 1))
  expect(ready.take(1000)).toHaveLength(41)
  expect(ready.take(1000)).toEqual([])
  clock.now = 100
  ready.push(key('calm', 2))
  expect(ready.take(1000).filter((taken) => taken.tenantId === 'calm')).toHaveLength(1)
  // Eight a tenth of a second, for as long as anybody else is about.
  clock.now = 200
  expect(ready.take(1000)).toHaveLength(8)
  clock.now = 6000
  expect(ready.take(1000)).toHaveLength(1000 - 56)
})

it('holds a conversation once', () => {
  const ready = queue(9)
  ready.push(key('shop', 1))
  ready.push(key('shop', 1))
  expect(ready.waiting).toBe(1)
  expect(ready.take(9)).toEqual([key('shop', 1)])
  expect(ready.waiting).toBe(0)
})

it('hands out exactly what was put in, whatever the order', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(20))), (pairs) => {
      const ready = queue(1000)
      for (const [tenant, number] of pairs) ready.push(key(tenant, number))
      const taken = ready.take(10_000).map((each) => `${each.tenantId} ${each.conversationId}`)
      expect(new Set(taken)).toEqual(new Set(pairs.map(([tenant, number]) => `${tenant} c${number}`)))
      expect(taken).toHaveLength(new Set(taken).size)
      expect(ready.waiting).toBe(0)
    }),
  )
})
