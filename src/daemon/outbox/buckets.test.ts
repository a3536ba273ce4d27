import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createBuckets } from './buckets.ts'

it('lets a burst through, then one at a time', () => {
  const pairs = createBuckets({ everyMs: 6000, burst: 45 })
  for (let index = 0; index < 45; index++) expect(pairs.take('ana', 1000)).toBe(0)
  expect(pairs.take('ana', 1000)).toBe(6000)
  expect(pairs.take('luz', 1000)).toBe(0)
  expect(pairs.take('ana', 7000)).toBe(0)
  expect(pairs.take('ana', 7000)).toBe(6000)
})

it('goes silent and then slow when the provider says too fast', () => {
  const numbers = createBuckets({ everyMs: 12.5, burst: 80 })
  numbers.slow('n', 0, 1000)
  expect(numbers.take('n', 0)).toBeCloseTo(1012.5)
  expect(numbers.take('n', 1013)).toBe(0)
  expect(numbers.take('n', 1013)).toBeGreaterThan(0)
})

it('never lets more through than the burst and the pace, however it is asked', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 300 }), (gaps) => {
      const bucket = createBuckets({ everyMs: 100, burst: 10 })
      let now = 0
      let taken = 0
      for (const gap of gaps) {
        now += gap
        if (bucket.take('k', now) === 0) taken += 1
      }
      expect(taken).toBeLessThanOrEqual(10 + now / 100)
    }),
  )
})
