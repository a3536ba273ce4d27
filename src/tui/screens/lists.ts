import type { ScreenName } from '../screen-names.ts'
import type { State } from '../state.ts'
import type { ListScreen } from './list-screen.ts'
import { conversations, deadLetters, orders, tail } from './shopper-lists.ts'
import { daemons, errors, shops } from './system-lists.ts'

const LISTS = { conversations, orders, 'dead-letters': deadLetters, shops, daemons, errors, tail }

/** The list behind a screen; null for screens that are none. */
export function listOf(screen: ScreenName): ListScreen<unknown> | null {
  // Each list only ever gets its own rows back, so the row type may be forgotten here.
  return (LISTS as unknown as Partial<Record<ScreenName, ListScreen<unknown>>>)[screen] ?? null
}

/** The rows as shown: filtered, then sorted; null while they have not been loaded. */
export function visibleRows(state: State, screen: ScreenName): readonly unknown[] | null {
  const list = listOf(screen)
  const all = list?.rows(state) ?? null
  if (list === null || all === null) return null
  const wanted = (state.filters[screen] ?? '').trim().toLowerCase()
  const rows = wanted === '' ? all : all.filter((row) => list.words(row).toLowerCase().includes(wanted))
  const sort = state.sorts[screen]
  const column = sort === undefined ? undefined : list.columns[sort.column]
  if (sort === undefined || column === undefined) return rows
  const order = column.order ?? ((row: unknown) => column.value(row, state.now))
  const sign = sort.descending ? -1 : 1
  return rows.toSorted((a, b) => sign * compare(order(a), order(b)))
}

/** Index of the selected row: by key, or where it was when it disappeared. −1 on an empty list. */
export function cursorIndex(state: State, screen: ScreenName): number {
  const list = listOf(screen)
  const rows = visibleRows(state, screen)
  if (list === null || rows === null || rows.length === 0) return -1
  const cursor = state.cursors[screen]
  if (cursor === undefined) return 0
  const found = rows.findIndex((row) => list.key(row) === cursor.key)
  return found >= 0 ? found : Math.min(cursor.index, rows.length - 1)
}

export function selectedRow(state: State, screen: ScreenName): unknown {
  const index = cursorIndex(state, screen)
  return index < 0 ? null : (visibleRows(state, screen)?.[index] ?? null)
}

function compare(a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a).localeCompare(String(b), 'es')
}
