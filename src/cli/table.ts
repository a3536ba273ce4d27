import { styleText } from 'node:util'
import stringWidth from 'string-width'
import { printable } from './printable.ts'

export interface Column<Row> {
  header: string
  value: (row: Row) => string | number | null | undefined
  align?: 'left' | 'right'
  /** Widest it may get, in terminal columns; longer values end in …. */
  max?: number
}

/** Rows as aligned text, header in bold. The last column is never padded, so copies carry no trailing spaces. */
export function table<Row>(rows: readonly Row[], columns: ReadonlyArray<Column<Row>>): string {
  const cells = rows.map((row) =>
    columns.map((column) => clip(printable(String(column.value(row) ?? '–')), column.max ?? Infinity)),
  )
  const widths = columns.map((column, index) =>
    Math.max(stringWidth(column.header), ...cells.map((line) => stringWidth(line[index] ?? ''))),
  )
  const header = columns.map((column, index) => pad(column.header, widths[index] ?? 0, column.align))
  const lines = cells.map((line) =>
    line.map((cell, index) => pad(cell, widths[index] ?? 0, columns[index]?.align)).join('  '),
  )
  return [styleText('bold', header.join('  ').trimEnd()), ...lines.map((line) => line.trimEnd())].join('\n')
}

/** `key  value` lines for one thing. */
export function facts(pairs: ReadonlyArray<readonly [string, string | number | null | undefined]>): string {
  const width = Math.max(...pairs.map(([key]) => stringWidth(key)))
  return pairs
    .map(([key, value]) => `${styleText('dim', pad(key, width))}  ${printable(String(value ?? '–'))}`)
    .join('\n')
}

function pad(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const fill = ' '.repeat(Math.max(0, width - stringWidth(text)))
  return align === 'right' ? fill + text : text + fill
}

function clip(text: string, max: number): string {
  if (stringWidth(text) <= max) return text
  let kept = ''
  for (const { segment } of new Intl.Segmenter('es', { granularity: 'grapheme' }).segment(text)) {
    if (stringWidth(kept + segment) > max - 1) break
    kept += segment
  }
  return `${kept}…`
}
