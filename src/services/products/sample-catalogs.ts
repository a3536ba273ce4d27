import { fileURLToPath } from 'node:url'
import { BotctlError, EXIT } from '../../errors.ts'

/** The kinds of shop that have a sample catalog. */
export const SAMPLE_TYPES = ['cannabis', 'gaming', 'pets', 'electronics', 'other'] as const

/** The path of a sample catalog. Throws `sample_unknown` (64). */
export function samplePath(type: string): string {
  if (!(SAMPLE_TYPES as readonly string[]).includes(type)) {
    throw new BotctlError('sample_unknown', 'there is no sample catalog of that type', {
      hint: `choose one of ${SAMPLE_TYPES.join(', ')}`,
      exit: EXIT.usage,
    })
  }
  return fileURLToPath(new URL(`../../../assets/catalogs/${type}.csv`, import.meta.url))
}
