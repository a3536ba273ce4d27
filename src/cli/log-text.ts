import { styleText } from 'node:util'
import { printable } from './printable.ts'

const NAMES: Readonly<Record<number, readonly [string, 'dim' | 'green' | 'yellow' | 'red']>> = {
  20: ['debug', 'dim'],
  30: ['info ', 'green'],
  40: ['warn ', 'yellow'],
  50: ['error', 'red'],
}

/** `19:30:04.120 warn  send_failed conversation=cnv_… class=rate`: one line an event, local time. */
export function logText(line: { at: number; level: number; code: string; body: Record<string, unknown> }): string {
  const [name, colour] = NAMES[line.level] ?? ['?????', 'dim']
  const time = new Date(line.at).toLocaleTimeString('sv', { fractionalSecondDigits: 3 } as Intl.DateTimeFormatOptions)
  const fields = Object.entries(line.body)
    .map(
      ([key, value]) =>
        `${styleText('dim', `${key}=`)}${printable(typeof value === 'string' ? value : JSON.stringify(value))}`,
    )
    .join(' ')
  return `${styleText('dim', time)} ${styleText(colour, name)} ${line.code} ${fields}`.trimEnd()
}
