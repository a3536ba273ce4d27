import type { ConversationRow, DeadLetterRow, OrderRow } from '../../services/snapshot/source.ts'
import type { TailRow } from '../../services/snapshot/types.ts'
import { age, clock, pesos } from '../format.ts'
import type { ListScreen } from './list-screen.ts'

const MODES = {
  waiting: { text: '✋ waiting', order: 0, style: 'bad' },
  human: { text: '☻ person', order: 1, style: 'warn' },
  case: { text: '▲ case', order: 2, style: 'warn' },
  bot: { text: '· bot', order: 3, style: 'dim' },
} as const

function modeOf(row: ConversationRow): keyof typeof MODES {
  return row.mode === 'bot' && row.cases.length > 0 ? 'case' : row.mode
}

export const conversations: ListScreen<ConversationRow> = {
  rows: (state) => state.conversations,
  key: (row) => `${row.tenantId} ${row.id}`,
  words: (row) =>
    [row.tenant, row.who, row.name, row.mode, ...row.cases.map((one) => one.kind), row.lastIntent, row.lastText].join(
      ' ',
    ),
  empty: 'nobody has written yet — try: botctl test-message "hola" --tenant SLUG',
  columns: [
    {
      header: 'MODE',
      min: 9,
      drop: 0,
      // A window too narrow for the next column must show all the same that a person is needed.
      value: (row) => MODES[modeOf(row)].text,
      order: (row) => MODES[modeOf(row)].order,
      style: (row) => MODES[modeOf(row)].style,
    },
    {
      header: 'CASE',
      min: 10,
      drop: 1,
      value: (row) => {
        const [oldest, ...more] = row.cases
        if (oldest === undefined) return '–'
        return `▲ ${oldest.kind.replaceAll('_', ' ')}${more.length > 0 ? ` +${more.length}` : ''}`
      },
      order: (row) => row.cases[0]?.since ?? Number.MAX_SAFE_INTEGER,
      style: (row) => (row.cases.length > 0 ? 'warn' : 'dim'),
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

export const orders: ListScreen<OrderRow> = {
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

export const deadLetters: ListScreen<DeadLetterRow> = {
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

export const tail: ListScreen<TailRow> = {
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
