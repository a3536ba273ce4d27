import { BotctlError, EXIT } from '../errors.ts'

const UNITS: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
}

/** `90s`, `30m`, `12h`, `30d`, `2w` in milliseconds. Throws `span_invalid`, exit 64. */
export function parseSpan(text: string): number {
  const match = /^(\d{1,6})\s*([smhdw])$/.exec(text.trim())
  const unit = UNITS[match?.[2] ?? '']
  if (match && unit !== undefined) return Number(match[1]) * unit
  throw new BotctlError('span_invalid', 'that is no span of time', {
    hint: 'write it as 30m, 12h or 30d',
    exit: EXIT.usage,
  })
}
