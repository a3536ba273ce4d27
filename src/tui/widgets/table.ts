import { clip, fitLine, pad, seg, textWidth, type Line, type Style } from '../lines.ts'

export interface Column<Row> {
  header: string
  value: (row: Row, now: number) => string
  /** What sorting compares; the text where there is none. */
  order?: (row: Row) => number | string
  style?: (row: Row) => Style
  align?: 'left' | 'right'
  /** It gets no narrower than this. */
  min: number
  /** How much of the room left over it takes; 0 stays as wide as its content. */
  grow?: number
  /** In a narrow window the highest number goes first; 0 always stays. */
  drop: number
}

/** Columns that fit into `width`, with their widths: the least important go first, the rest share what is left. */
export function layout<Row>(
  columns: ReadonlyArray<Column<Row>>,
  rows: readonly Row[],
  width: number,
  now: number,
): Array<{ column: Column<Row>; width: number }> {
  const natural = columns.map((column) => ({
    column,
    width: Math.max(
      column.min,
      textWidth(column.header) + 1,
      column.grow
        ? 0
        : Math.max(0, ...rows.slice(0, 200).map((row) => Math.min(40, textWidth(column.value(row, now))))),
    ),
  }))
  let kept = natural
  const total = (): number => kept.reduce((sum, cell) => sum + cell.width, 0) + kept.length - 1
  while (total() > width) {
    const worst = Math.max(...kept.map((cell) => cell.column.drop))
    if (worst === 0) break
    kept = kept.filter((cell) => cell.column.drop !== worst)
  }
  let left = width - total()
  const shares = kept.reduce((sum, cell) => sum + (cell.column.grow ?? 0), 0)
  return kept.map((cell) => {
    if (left <= 0) {
      // Even the last ones are too wide together: each gives way in proportion.
      return left === 0
        ? cell
        : {
            ...cell,
            width: Math.max(1, Math.floor((cell.width * (width - kept.length + 1)) / (total() - kept.length + 1))),
          }
    }
    const share = cell.column.grow ?? 0
    return share === 0 ? cell : { ...cell, width: cell.width + Math.floor((left * share) / shares) }
  })
}

export interface TableView<Row> {
  columns: ReadonlyArray<Column<Row>>
  rows: readonly Row[]
  /** Index of the selected row; −1 for none. */
  cursor: number
  sort: { column: number; descending: boolean } | null
  now: number
}

/** A header and as many rows as fit, scrolled so that the selected one is seen. Exactly `height` lines. */
export function table<Row>(view: TableView<Row>, width: number, height: number): Line[] {
  const cells = layout(view.columns, view.rows, width, view.now)
  const header = cells
    .map(({ column, width: columnWidth }) => {
      const sorted = view.sort !== null && view.columns[view.sort.column] === column
      const sign = sorted ? (view.sort?.descending ? '▾' : '▴') : ''
      return pad(column.header + sign, columnWidth, column.align)
    })
    .join(' ')
  const room = Math.max(0, height - 1)
  const first = Math.max(0, Math.min(view.cursor - Math.floor(room / 2), view.rows.length - room))
  const lines: Line[] = [[seg(clip(header, width), 'dim')]]
  view.rows.slice(first, first + room).forEach((row, index) => {
    const selected = first + index === view.cursor
    const line: Line = cells.flatMap(({ column, width: columnWidth }, at) => {
      const text = pad(column.value(row, view.now), columnWidth, column.align)
      const style = selected ? 'selected' : (column.style?.(row) ?? 'plain')
      return at === 0 ? [seg(text, style)] : [seg(' ', selected ? 'selected' : 'plain'), seg(text, style)]
    })
    lines.push(selected ? fitLine(line, width, 'selected') : line)
  })
  while (lines.length < height) lines.push([])
  return lines
}
