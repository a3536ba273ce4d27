import { styleText } from 'node:util'
import type { TailRow } from '../services/snapshot/types.ts'
import { clock } from '../tui/format.ts'
import { oneLine } from '../tui/lines.ts'

/** A turn on two lines: what was said, and what was answered how fast. */
export function tailText(row: TailRow): string {
  const head = styleText('dim', `${clock(row.at)} ${row.tenant}`)
  const facts = [
    row.intent,
    row.confidence === null ? null : `${Math.round(row.confidence * 100)} %`,
    row.latencyMs === null ? null : `${row.latencyMs} ms`,
  ].filter((fact) => fact !== null)
  const who = row.author === 'shopper' ? row.who : `${row.author} to ${row.who}`
  const said = `${head} ${who}: ${oneLine(row.text)}`
  if (row.reply === null) return said
  const tail = facts.length === 0 ? '' : styleText('dim', `  (${facts.join(', ')})`)
  return `${said}\n         → ${oneLine(row.reply)}${tail}`
}
