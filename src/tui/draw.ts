import { bottomLine, header, healthLine } from './frame.ts'
import { clip, fitLine, seg, type Line } from './lines.ts'
import { drawConversation } from './screens/conversation.ts'
import { drawHelp } from './screens/help.ts'
import { cursorIndex, listOf, visibleRows } from './screens/lists.ts'
import { drawOverview } from './screens/overview.ts'
import { currentRoute, type State } from './state.ts'
import { table } from './widgets/table.ts'

export const MIN_COLUMNS = 40
export const MIN_ROWS = 12

/** The whole screen: exactly `state.rows` lines of exactly `state.columns` columns, whatever the window's size. */
export function draw(state: State): Line[] {
  const { columns, rows } = state
  if (columns < MIN_COLUMNS || rows < MIN_ROWS) return tooSmall(columns, rows)
  const height = rows - 3
  const body = drawBody(state, columns, height)
  return [
    header(state),
    healthLine(state),
    ...Array.from({ length: height }, (_, row) => fitLine(body[row] ?? [], columns)),
    bottomLine(state),
  ]
}

function drawBody(state: State, width: number, height: number): Line[] {
  const { screen } = currentRoute(state)
  if (screen === 'overview') return drawOverview(state, width, height)
  if (screen === 'conversation') return drawConversation(state, width, height)
  if (screen === 'help') return drawHelp(state, width, height)
  const list = listOf(screen)
  const visible = visibleRows(state, screen)
  if (list === null) return []
  if (visible === null) return [[seg('loading …', 'dim')]]
  if (visible.length === 0) {
    const filter = state.filters[screen] ?? ''
    return [[seg(filter === '' ? list.empty : `nothing matches “${filter}” — esc clears the filter`, 'dim')]]
  }
  return table(
    {
      columns: list.columns,
      rows: visible,
      cursor: cursorIndex(state, screen),
      sort: state.sorts[screen] ?? null,
      now: state.now,
    },
    width,
    height,
  )
}

function tooSmall(columns: number, rows: number): Line[] {
  const words = [
    'the window is',
    `too small: ${columns}×${rows}`,
    `make it ${MIN_COLUMNS}×${MIN_ROWS}`,
    'or larger (q quits)',
  ]
  return Array.from({ length: Math.max(1, rows) }, (_, row) => fitLine([seg(clip(words[row] ?? '', columns))], columns))
}
