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
export function loadRealTurns(): Labelled[] {
  return readShopLines<{ text: string; intent: Intent; context?: Labelled['context'] }>(TURNS).map(({ shop, row }) => ({
    shop,
    context: {},
    ...row,
  }))
}

/** What `record-turns.ts` wrote into a folder, a file a shop and a row a line, in the order of the files' names. */
export function readShopLines<Row>(folder: string): Array<{ shop: string; row: Row }> {
  return readdirSync(folder)
    .toSorted()
    .flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .trim()
        .split('\n')
        .map((line) => ({ shop: name.slice(0, -'.jsonl'.length), row: JSON.parse(line) as Row })),
    )
}
