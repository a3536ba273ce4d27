import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Model } from '../../src/models/port.ts'
import { openTestDatabase, type TestDatabase } from '../support/databases.ts'
import { differences, openShops, readDialogues } from './play.ts'

/*
 * Whoever buys, buys: the purchases among the conversations, with a model that is configured and asked at every turn, and is
 * of no use. What comes out is what comes out with no model at all.
 */
const USAGE = { inputTokens: 900, outputTokens: 60, costMicros: 171 }
const WAYS: Record<string, Model['answer']> = {
  hangs: () => new Promise(() => undefined),
  'answers 500': () => Promise.reject(new Error('500 Internal Server Error')),
  'talks garbage': () => Promise.resolve({ outcome: 'garbage', usage: USAGE }),
}

/** Each purchase meets one of the ways in which a model fails; every way meets purchases of most shops. */
const purchases = readDialogues().filter((dialogue) =>
  dialogue.turns.some((turn) => turn.expect.order_status !== undefined),
)

describe.each(Object.keys(WAYS).map((way, at) => ({ way, at })))('with a model that $way', ({ way, at: turn }) => {
  const mine = purchases.filter((_, at) => at % Object.keys(WAYS).length === turn)
  let database: TestDatabase
  let test: Awaited<ReturnType<typeof openShops>>
  let asked = 0

  beforeAll(async () => {
    database = await openTestDatabase('sqlite')
    const model: Model = {
      name: way,
      answer(request, signal) {
        asked += 1
        return WAYS[way]?.(request, signal) ?? Promise.reject(new Error('no such way'))
      },
    }
    const slugs = [...new Set(mine.map((each) => each.tenant))]
    // Nothing is ever due: the deadline only says how long this test takes.
    test = await openShops(database.store, slugs, { model, modelDeadlineMs: 10 })
  }, 60_000)

  afterAll(async () => {
    await database.remove()
  })

  it('every third purchase succeeds', { timeout: 120_000 }, async () => {
    expect(mine.length).toBeGreaterThan(20)
    const failed: string[] = []
    for (const [at, dialogue] of mine.entries()) {
      for (const turn of dialogue.turns) {
        const document = await test({ tenant: dialogue.tenant, from: `+569${20_000_000 + at}`, text: turn.user })
        for (const each of differences(turn.expect, document)) failed.push(`${dialogue.id} "${turn.user}": ${each}`)
        if (document.source !== 'local') failed.push(`${dialogue.id} "${turn.user}": not by the local understanding`)
      }
    }
    expect(failed).toEqual([])
    expect(asked).toBeGreaterThan(20)
  })
})
