import { expect, it } from 'vitest'
import type { SendErrorClass } from '../../channels/port.ts'
import { decide } from './policy.ts'

const failure = (errorClass: SendErrorClass, attempts = 1, more = {}) =>
  decide({ class: errorClass, attempts, random: 0, ambiguousMs: 15_000, ...more })

it.each<[SendErrorClass, string]>([
  ['rate', 'retry'],
  ['pair', 'retry'],
  ['transient', 'retry'],
  ['maintenance', 'retry'],
  ['media', 'retry'],
  ['ambiguous', 'resolve'],
  ['window', 'wait'],
  ['undeliverable', 'dead'],
  ['opted_out', 'dead'],
  ['marketing_declined', 'dead'],
  ['spam', 'dead'],
  ['bad_request', 'dead'],
  ['auth', 'block'],
  ['account', 'block'],
])('answers %s with %s at the first try', (errorClass, action) => {
  expect(failure(errorClass).action).toBe(action)
})

it('waits 4^n seconds after a pair limit, from n = 0', () => {
  expect([1, 2, 3].map((attempts) => failure('pair', attempts))).toEqual([
    { action: 'retry', after: 1000 },
    { action: 'retry', after: 4000 },
    { action: 'retry', after: 16_000 },
  ])
})

it('doubles the wait after a transient failure, spread over the upper half, up to ten minutes', () => {
  expect(failure('transient', 1)).toEqual({ action: 'retry', after: 500 })
  expect(failure('transient', 1, { random: 0.999 })).toEqual({ action: 'retry', after: 1000 })
  expect(failure('transient', 4)).toEqual({ action: 'retry', after: 4000 })
  expect(failure('transient', 11, { random: 1 })).toEqual({ action: 'retry', after: 600_000 })
})

it('never comes back sooner than the provider asks', () => {
  expect(failure('rate', 1, { retryAfterMs: 30_000 })).toEqual({ action: 'retry', after: 30_000 })
})

it('gives up in the end, but never on a window, a token or an account', () => {
  expect(failure('transient', 12).action).toBe('dead')
  expect(failure('rate', 20).action).toBe('dead')
  expect(failure('pair', 8).action).toBe('dead')
  expect(failure('media', 2).action).toBe('dead')
  expect(failure('ambiguous', 12).action).toBe('dead')
  expect(failure('auth', 500).action).toBe('block')
  expect(failure('window', 500).action).toBe('wait')
})

it('remembers who cannot be reached', () => {
  expect(failure('undeliverable')).toEqual({ action: 'dead', unreachable: 'undeliverable' })
  expect(failure('opted_out')).toEqual({ action: 'dead', unreachable: 'opted_out' })
})
