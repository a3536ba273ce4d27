import type { ConversationRow, DeadLetterRow, OrderRow } from '../../services/snapshot/source.ts'
import type { DaemonRow, ErrorCount, ShopRow, TailRow } from '../../services/snapshot/types.ts'
import { age, bytes, clock, count, duration, pesos, rate } from '../format.ts'
import type { ScreenName } from '../screen-names.ts'
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

const conversations: ListScreen<ConversationRow> = {
  rows: (state) => state.conversations,
  key: (row) => `${row.tenantId} ${row.id}`,
  words: (row) =>
    `${row.tenant} ${row.who} ${row.name ?? ''} ${row.mode} ${row.lastIntent ?? ''} ${row.lastText ?? ''}`,
  empty: 'nobody has written yet — try: botctl test-message "hola" --tenant SLUG',
  columns: [
    {
      header: 'MODE',
      min: 9,
      drop: 0,
      value: (row) => (row.mode === 'waiting' ? '✋ waiting' : row.mode === 'human' ? '☻ person' : '· bot'),
      order: (row) => (row.mode === 'waiting' ? 0 : row.mode === 'human' ? 1 : 2),
      style: (row) => (row.mode === 'waiting' ? 'bad' : row.mode === 'human' ? 'warn' : 'dim'),
    },
    { header: 'SHOP', min: 8, drop: 4, value: (row) => row.tenant },
    { header: 'SHOPPER', min: 13, drop: 0, value: (row) => row.who },
    {
      header: 'LAST',
      min: 5,
      drop: 1,
      align: 'right',
      value: (row, now) => age(row.lastInboundAt === null ? null : Math.max(0, now - row.lastInboundAt)),
      order: (row) => -(row.lastInboundAt ?? 0),
    },
    {
      header: 'CART',
      min: 4,
      drop: 5,
      align: 'right',
      value: (row) => String(row.cartItems),
      order: (row) => row.cartItems,
    },
    { header: 'INTENT', min: 8, drop: 3, value: (row) => row.lastIntent ?? '–' },
    { header: 'LAST WORDS', min: 10, grow: 1, drop: 2, value: (row) => row.lastText ?? '' },
  ],
}

const orders: ListScreen<OrderRow> = {
  rows: (state) => state.orders,
  key: (row) => `${row.tenantId} ${row.id}`,
  words: (row) => `${row.tenant} ${row.number} ${row.status} ${row.who}`,
  empty: 'no orders yet — botctl quickstart plays a purchase',
  columns: [
    { header: 'ORDER', min: 7, drop: 0, value: (row) => row.number },
    {
      header: 'STATUS',
      min: 10,
      drop: 0,
      value: (row) => row.status.replaceAll('_', ' '),
      style: (row) =>
        row.status === 'paid' || row.status === 'delivered'
          ? 'good'
          : row.status === 'pending_payment'
            ? 'warn'
            : ['cancelled', 'expired', 'refunded'].includes(row.status)
              ? 'dim'
              : 'accent',
    },
    { header: 'TOTAL', min: 9, drop: 0, align: 'right', value: (row) => pesos(row.total), order: (row) => row.total },
    { header: 'ITEMS', min: 5, drop: 4, align: 'right', value: (row) => String(row.items), order: (row) => row.items },
    { header: 'SHOP', min: 8, drop: 3, value: (row) => row.tenant },
    { header: 'SHOPPER', min: 13, drop: 2, value: (row) => row.who },
    {
      header: 'PLACED',
      min: 6,
      drop: 1,
      align: 'right',
      value: (row, now) => age(Math.max(0, now - row.placedAt)),
      order: (row) => -row.placedAt,
    },
    {
      header: 'HELD FOR',
      min: 8,
      drop: 5,
      align: 'right',
      value: (row, now) =>
        row.status === 'pending_payment' && row.reservedUntil !== null
          ? row.reservedUntil > now
            ? age(row.reservedUntil - now)
            : 'over'
          : '–',
      order: (row) => row.reservedUntil ?? 0,
    },
    { header: '', min: 0, grow: 1, drop: 6, value: () => '' },
  ],
}

const deadLetters: ListScreen<DeadLetterRow> = {
  rows: (state) => state.deadLetters,
  key: (row) => String(row.id),
  words: (row) => `${row.tenant} ${row.who} ${row.errorCode ?? ''} ${row.errorClass ?? ''} ${row.text}`,
  empty: 'no dead letters: every reply found its way',
  columns: [
    {
      header: 'ERROR',
      min: 9,
      drop: 0,
      value: (row) => row.errorCode ?? row.errorClass ?? 'unknown',
      style: () => 'bad',
    },
    { header: 'CLASS', min: 8, drop: 4, value: (row) => row.errorClass ?? '–' },
    { header: 'SHOP', min: 8, drop: 3, value: (row) => row.tenant },
    { header: 'SHOPPER', min: 13, drop: 2, value: (row) => row.who },
    {
      header: 'TRIES',
      min: 5,
      drop: 5,
      align: 'right',
      value: (row) => String(row.attempts),
      order: (row) => row.attempts,
    },
    {
      header: 'AGE',
      min: 5,
      drop: 1,
      align: 'right',
      value: (row, now) => age(Math.max(0, now - row.createdAt)),
      order: (row) => -row.createdAt,
    },
    { header: 'TEXT', min: 10, grow: 2, drop: 0, value: (row) => row.text },
    { header: 'DETAIL', min: 10, grow: 1, drop: 6, value: (row) => row.errorDetail ?? '' },
  ],
}

const shops: ListScreen<ShopRow> = {
  rows: (state) => state.snapshot?.shops ?? null,
  key: (row) => row.id,
  words: (row) => `${row.slug} ${row.name} ${row.type} ${row.status}`,
  empty: 'no shops yet — botctl tenant create --name NAME --slug SLUG --type TYPE --phone +56…',
  columns: [
    {
      header: 'SHOP',
      min: 14,
      drop: 0,
      value: (row) => row.slug,
      style: (row) => (row.status === 'paused' ? 'dim' : 'strong'),
    },
    {
      header: 'STATE',
      min: 7,
      drop: 1,
      value: (row) => (row.status === 'paused' ? '◌ paused' : '● open'),
      style: (row) => (row.status === 'paused' ? 'warn' : 'good'),
    },
    {
      header: 'WAIT',
      min: 4,
      drop: 0,
      align: 'right',
      value: (row) => count(row.waiting),
      order: (row) => row.waiting,
      style: (row) => (row.waiting > 0 ? 'bad' : 'dim'),
    },
    {
      header: 'CHATS',
      min: 5,
      drop: 2,
      align: 'right',
      value: (row) => count(row.conversationsToday),
      order: (row) => row.conversationsToday,
    },
    {
      header: 'ORDERS',
      min: 6,
      drop: 4,
      align: 'right',
      value: (row) => count(row.ordersToday),
      order: (row) => row.ordersToday,
    },
    {
      header: 'PAID',
      min: 4,
      drop: 5,
      align: 'right',
      value: (row) => count(row.paidToday),
      order: (row) => row.paidToday,
    },
    {
      header: 'REVENUE',
      min: 10,
      drop: 3,
      align: 'right',
      value: (row) => pesos(row.revenueToday),
      order: (row) => row.revenueToday,
    },
    { header: 'INBOX', min: 5, drop: 6, align: 'right', value: (row) => count(row.inbox), order: (row) => row.inbox },
    {
      header: 'OUTBOX',
      min: 6,
      drop: 6,
      align: 'right',
      value: (row) => count(row.outbox),
      order: (row) => row.outbox,
    },
    {
      header: 'DEAD',
      min: 4,
      drop: 1,
      align: 'right',
      value: (row) => count(row.deadLetters),
      order: (row) => row.deadLetters,
      style: (row) => (row.deadLetters > 0 ? 'warn' : 'dim'),
    },
    { header: 'NAME', min: 10, grow: 1, drop: 7, value: (row) => row.name },
  ],
}

const daemons: ListScreen<DaemonRow> = {
  rows: (state) => state.snapshot?.daemons ?? null,
  key: (row) => row.id,
  words: (row) => `${row.host} ${row.pid} ${row.version} ${row.state}`,
  empty: 'no daemon has run on this database — botctl serve',
  columns: [
    {
      header: 'STATE',
      min: 9,
      drop: 0,
      value: (row) => (row.state === 'dead' ? '✖ dead' : row.state === 'draining' ? '▲ draining' : '● running'),
      style: (row) => (row.state === 'dead' ? 'bad' : row.state === 'draining' ? 'warn' : 'good'),
    },
    { header: 'HOST', min: 8, grow: 1, drop: 0, value: (row) => row.host },
    { header: 'PID', min: 6, drop: 3, align: 'right', value: (row) => String(row.pid), order: (row) => row.pid },
    {
      header: 'BEAT',
      min: 5,
      drop: 0,
      align: 'right',
      value: (row) => age(row.beatAgeMs),
      order: (row) => row.beatAgeMs,
    },
    {
      header: 'UP',
      min: 4,
      drop: 5,
      align: 'right',
      value: (row) => age(row.beatAt - row.startedAt),
      order: (row) => row.beatAt - row.startedAt,
    },
    {
      header: 'IN/S',
      min: 5,
      drop: 1,
      align: 'right',
      value: (row) => rate(row.inPerSecond),
      order: (row) => row.inPerSecond,
    },
    {
      header: 'OUT/S',
      min: 5,
      drop: 1,
      align: 'right',
      value: (row) => rate(row.outPerSecond),
      order: (row) => row.outPerSecond,
    },
    {
      header: 'ACTIVE',
      min: 6,
      drop: 6,
      align: 'right',
      value: (row) => count(row.active),
      order: (row) => row.active,
    },
    {
      header: 'LAG P99',
      min: 7,
      drop: 2,
      align: 'right',
      value: (row) => duration(row.lagP99Ms),
      order: (row) => row.lagP99Ms ?? 0,
    },
    {
      header: 'REPLY P95',
      min: 9,
      drop: 4,
      align: 'right',
      value: (row) => duration(row.replyP95Ms),
      order: (row) => row.replyP95Ms ?? 0,
    },
    {
      header: 'MEMORY',
      min: 7,
      drop: 2,
      align: 'right',
      value: (row) => bytes(row.rssBytes),
      order: (row) => row.rssBytes ?? 0,
    },
    { header: 'VERSION', min: 7, drop: 3, value: (row) => row.version },
  ],
}

const errors: ListScreen<ErrorCount> = {
  rows: (state) => state.snapshot?.errors ?? null,
  key: (row) => `${row.area} ${row.code}`,
  words: (row) => `${row.area} ${row.code}`,
  empty: 'no errors in the last 24 hours',
  columns: [
    {
      header: 'COUNT',
      min: 6,
      drop: 0,
      align: 'right',
      value: (row) => count(row.count),
      order: (row) => row.count,
      style: () => 'bad',
    },
    { header: 'WHERE', min: 8, drop: 1, value: (row) => row.area },
    { header: 'CODE', min: 12, grow: 1, drop: 0, value: (row) => row.code },
    { header: 'LAST', min: 8, drop: 2, align: 'right', value: (row) => clock(row.lastAt), order: (row) => row.lastAt },
    {
      header: 'AGE',
      min: 5,
      drop: 0,
      align: 'right',
      value: (row, now) => age(Math.max(0, now - row.lastAt)),
      order: (row) => -row.lastAt,
    },
  ],
}

const tail: ListScreen<TailRow> = {
  rows: (state) => state.snapshot?.tail ?? null,
  key: (row) => String(row.id),
  words: (row) => `${row.tenant} ${row.who} ${row.text} ${row.reply ?? ''} ${row.intent ?? ''}`,
  empty: 'nothing was said yet — try: botctl test-message "hola" --tenant SLUG',
  columns: [
    { header: 'TIME', min: 8, drop: 1, value: (row) => clock(row.at), style: () => 'dim' },
    { header: 'SHOP', min: 8, drop: 3, value: (row) => row.tenant, style: () => 'dim' },
    { header: 'SHOPPER', min: 13, drop: 0, value: (row) => row.who },
    { header: 'INTENT', min: 8, drop: 4, value: (row) => row.intent ?? row.author, style: () => 'accent' },
    {
      header: 'MS',
      min: 6,
      drop: 5,
      align: 'right',
      value: (row) => (row.latencyMs === null ? '–' : row.latencyMs.toFixed(1)),
    },
    { header: 'SAID', min: 10, grow: 1, drop: 0, value: (row) => row.text, style: () => 'shopper' },
    { header: 'ANSWERED', min: 12, grow: 1, drop: 2, value: (row) => row.reply ?? '', style: () => 'us' },
  ],
}

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
