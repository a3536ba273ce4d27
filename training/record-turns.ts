/**
 * Plays labelled conversations and stand-alone messages, and writes each turn down with what the conversation stood at:
 *   node training/record-turns.ts
 * Reads the suite's conversations, `training/data/conversations` (those that do not come out right yet),
 * `training/data/messages` and the catalogs in `test/conversations/shops`; writes `training/data/turns/<shop>.jsonl`. It
 * takes a trained model to play, so it is run by hand: after conversations were added, or where a turn is to be recorded
 * with more than before.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Faculties } from '../src/engine/turn-types.ts'
import type { UnderstandContext } from '../src/engine/understand/types.ts'
import { loadFaculties } from '../src/services/turns/load-faculties.ts'
import { differences, openShops, readDialogues, type Dialogue } from '../test/conversations/play.ts'
import { openTestDatabase } from '../test/support/databases.ts'
import { readMessages } from './checking-data.ts'
import { NO_CONTEXT } from './dataset.ts'
import { MESSAGES, TURNS } from './real-turns.ts'

const UNFINISHED = join(import.meta.dirname, 'data', 'conversations')

interface Heard {
  text: string
  context: UnderstandContext
}

let heard: Heard | null = null
const trained = await loadFaculties()
const listening: Faculties = {
  ...trained,
  understand: (text, context) => {
    heard ??= { text, context }
    return trained.understand(text, context)
  },
}

const lines = new Map<string, string[]>()
let number = 0
const dialogues = Map.groupBy([...readDialogues(), ...readDialogues(UNFINISHED)], (dialogue) => dialogue.tenant)
for (const [shop, conversations] of dialogues) await recordConversations(shop, conversations)
const messages = readdirSync(MESSAGES).flatMap((name) => readMessages(join(MESSAGES, name)))
for (const { shop, text, intent } of messages) write(shop, { text, intent })

rmSync(TURNS, { recursive: true, force: true })
mkdirSync(TURNS, { recursive: true })
for (const [shop, rows] of lines) writeFileSync(join(TURNS, `${shop}.jsonl`), `${rows.join('\n')}\n`)
process.stderr.write(`${[...lines.values()].flat().length} turns of ${lines.size} shops\n`)

/** A turn counts up to the first that goes wrong: what stands on the table after it is not what its writer saw. */
async function recordConversations(shop: string, conversations: readonly Dialogue[]): Promise<void> {
  const database = await openTestDatabase('sqlite')
  const tell = await openShops(database.store, [shop], { faculties: listening })
  for (const { turns } of conversations) {
    const from = `+569${String(10_000_000 + number++)}`
    for (const { user, expect } of turns) {
      heard = null
      const document = await tell({ tenant: shop, from, text: user })
      const intents = [expect.intent ?? []].flat()
      const intent = intents.includes(document.intent) ? document.intent : intents[0]
      const turn = heard as Heard | null
      if (intent !== undefined && turn !== null) write(shop, { ...turn, intent })
      if (differences(expect, document).length > 0) break
    }
  }
  await database.remove()
}

/** Only what differs from the first message of a conversation is written down. */
function write(shop: string, turn: { text: string; intent: string; context?: UnderstandContext }): void {
  const context = Object.fromEntries(
    Object.entries(NO_CONTEXT)
      .map(([key, usual]) => [key, turn.context?.[key as keyof typeof NO_CONTEXT] ?? usual, usual] as const)
      .filter(([, value, usual]) => value !== usual)
      .map(([key, value]) => [key, value]),
  )
  const row = { text: turn.text, intent: turn.intent, ...(Object.keys(context).length === 0 ? {} : { context }) }
  lines.set(shop, [...(lines.get(shop) ?? []), JSON.stringify(row)])
}
