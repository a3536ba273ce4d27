import type { State } from '../state.ts'
import type { Column } from '../widgets/table.ts'

/** A screen that is one list: its rows, their columns, and what to say where there are none. */
export interface ListScreen<Row> {
  rows: (state: State) => readonly Row[] | null
  key: (row: Row) => string
  /** What a filter looks into. */
  words: (row: Row) => string
  columns: ReadonlyArray<Column<Row>>
  /** An empty list names the command that fills it. */
  empty: string
}
