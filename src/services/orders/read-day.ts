import { BotctlError, EXIT } from '../../errors.ts'
import { chileTime } from '../../payments/flow/chile-time.ts'

/** The first moment of a day in Chile, `YYYY-MM-DD`; undefined where none is given. Throws `date_invalid`, exit 64. */
export function readDay(text: string): number
export function readDay(text: string | undefined): number | undefined
export function readDay(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? chileTime(`${text} 00:00:00`) : null
  if (at !== null) return at
  throw new BotctlError('date_invalid', 'that is not a day', { hint: 'write it as 2026-11-22', exit: EXIT.usage })
}
