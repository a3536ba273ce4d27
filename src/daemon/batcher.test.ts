import { expect, it } from 'vitest'
import { createBatcher } from './batcher.ts'

function recorder(options: { max?: number; concurrency?: number; fail?: (items: number[]) => boolean } = {}) {
  const batches: number[][] = []
  let running = 0
  let most = 0
  const add = createBatcher<number, number>({
    max: options.max ?? 100,
    concurrency: options.concurrency ?? 1,
    async run(items) {
      batches.push(items)
      running += 1
      most = Math.max(most, running)
      await new Promise((resolve) => {
        setTimeout(resolve, 2)
      })
      running -= 1
      if (options.fail?.(items)) throw new Error('no')
      return items.map((item) => item * 2)
    },
  })
  return { add, batches, most: () => most }
}

it('puts what arrives together into one batch and answers each its own', async () => {
  const { add, batches } = recorder()
  expect(await Promise.all([1, 2, 3].map(add))).toEqual([2, 4, 6])
  expect(batches).toEqual([[1, 2, 3]])
})

it('collects what arrives while a batch is under way, and never runs more at once than allowed', async () => {
  const { add, batches, most } = recorder({ max: 2 })
  await Promise.all([1, 2, 3, 4, 5].map(add))
  expect(batches).toEqual([[1, 2], [3, 4], [5]])
  expect(most()).toBe(1)
})

it('fails those of a bad batch and nobody else', async () => {
  const { add } = recorder({ max: 1, fail: (items) => items.includes(2) })
  const outcomes = await Promise.allSettled([1, 2, 3].map(add))
  expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})

it('takes an item heavier than a whole batch alone', async () => {
  const batches: string[][] = []
  const add = createBatcher<string, number>({
    max: 4,
    concurrency: 1,
    weigh: (item) => item.length,
    async run(items) {
      batches.push(items)
      return items.map((item) => item.length)
    },
  })
  await Promise.all(['aa', 'aa', 'too heavy', 'a'].map(add))
  expect(batches).toEqual([['aa', 'aa'], ['too heavy'], ['a']])
})
