import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Beside the weights: what they were trained from. */
export const TRAINED_FROM = new URL('../assets/understanding.trained-from', import.meta.url)

/** They read the weights and make none. */
const ONLY_CHECKS = new Set(['evaluate.ts', 'trained-from.ts', 'record-turns.ts'])

/** SHA-256 (hex) of the corpus' texts and of the programs that train from them, whatever the platform's line ends and order. */
export function digestOfSources(folder: string = import.meta.dirname): string {
  const hash = createHash('sha256')
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'))
  for (const name of names.toSorted()) {
    if (
      !/^data\/(?:.*\.txt|(?:turns|references)\/.*\.jsonl)$|^[^/]+(?<!\.test)\.ts$/.test(name) ||
      ONLY_CHECKS.has(name)
    )
      continue
    hash.update(`${name}\n${readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')}\n`)
  }
  return hash.digest('hex')
}
