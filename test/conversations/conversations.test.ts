import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../support/databases.ts'
import { differences, openShops, readDialogues } from './play.ts'

/*
 * Whole conversations as Chilean shoppers write them, in shops that no sample resembles, through the real engine on a real
 * database: what is understood, shown, put in the cart and charged, turn by turn.
 */
const dialogues = readDialogues()
let database: TestDatabase
let test: Awaited<ReturnType<typeof openShops>>

beforeAll(async () => {
  database = await openTestDatabase('sqlite')
  test = await openShops(database.store, [...new Set(dialogues.map((each) => each.tenant))])
})

afterAll(async () => {
  await database.remove()
})

describe('a conversation', () => {
  it.each(dialogues.map((dialogue, at) => ({ dialogue, id: dialogue.id, from: `+569${10_000_000 + at}` })))(
    '$id',
    async ({ dialogue, from }) => {
      const failed: string[] = []
      for (const turn of dialogue.turns) {
        const document = await test({ tenant: dialogue.tenant, from, text: turn.user })
        for (const each of differences(turn.expect, document)) failed.push(`"${turn.user}": ${each}`)
      }
      expect(failed).toEqual([])
    },
  )
})
