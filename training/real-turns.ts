import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Intent } from '../src/engine/types.ts'
import type { Labelled } from './dataset.ts'

/** Stand-alone messages, as they were written. */
export const MESSAGES = join(import.meta.dirname, 'data', 'messages')
/** What `record-turns.ts` writes. */
export const TURNS = join(import.meta.dirname, 'data', 'turns')
/** The shops that they were written to. */
export const CATALOGS = join(import.meta.dirname, '..', 'test', 'conversations', 'shops')

/** Turns of conversations and messages that people wrote to the suite's shops, with what stood on the table. */
export function loadRealTurns(folder: string = TURNS): Labelled[] {
  return readdirSync(folder)
    .toSorted()
    .flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .trim()
        .split('\n')
        .map((line) => {
          const row = JSON.parse(line) as { text: string; intent: Intent; context?: Labelled['context'] }
          return { shop: name.slice(0, -'.jsonl'.length), context: {}, ...row }
        }),
    )
}
