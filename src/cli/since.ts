import { BotctlError, EXIT } from '../errors.ts'

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 }

/** `30m`, `24h`, `7d`, or a date (`2026-11-18`, in UTC, or with a time) → epoch ms. Throws `since_invalid` (64). */
export function parseSince(text: string, now: number): number {
  const span = /^(\d{1,6})([smhdw])$/.exec(text.trim())
  if (span) return now - Number(span[1]) * (UNITS[span[2] ?? 's'] ?? 1000)
  const date = /^\d{4}-\d{2}-\d{2}/.test(text.trim()) ? Date.parse(text.trim()) : Number.NaN
  if (Number.isFinite(date)) return date
  throw new BotctlError('since_invalid', 'that is neither a span nor a date', {
    hint: 'write 30m, 24h, 7d or 2026-11-18',
    exit: EXIT.usage,
  })
}
