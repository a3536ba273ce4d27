import type { ConversationRow, DeadLetterRow, OrderRow } from '../services/snapshot/source.ts'
import type { ShopRow, TailRow } from '../services/snapshot/types.ts'
import { characters } from './lines.ts'
import { commandFor, type Command } from './keymap.ts'
import { SCREENS, TITLES, type NumberedScreen } from './screen-names.ts'
import { cursorIndex, listOf, selectedRow, visibleRows } from './screens/lists.ts'
import {
  currentRoute,
  needs,
  type Action,
  type Effect,
  type Event,
  type Prompt,
  type Route,
  type State,
} from './state.ts'

export interface Step {
  state: State
  effects: Effect[]
}

/** A sentence stays long enough to be read; then the bottom line tells the keys again. */
const NOTICE_MS = 6000
/** WhatsApp takes 4,096 characters; past it the reply could not be sent. */
const REPLY_LIMIT = 4096

/** What happened → what the screen is now and what is to be done. Pure: the whole of the dashboard's behaviour. */
export function reduce(state: State, event: Event): Step {
  switch (event.type) {
    case 'key':
      return state.prompt === null ? onCommandKey(state, event.key) : onPromptKey(state, state.prompt, event.key)
    case 'paste':
      return state.prompt === null || state.prompt.kind === 'confirm'
        ? stay(state)
        : stay(withText(state, state.prompt, (state.prompt.text + event.text).slice(0, REPLY_LIMIT)))
    case 'resize':
      return stay({ ...state, columns: event.columns, rows: event.rows })
    case 'tick':
      return stay({
        ...state,
        now: event.now,
        notice: state.notice !== null && event.now - state.notice.at > NOTICE_MS ? null : state.notice,
      })
    case 'loaded':
      return stay(onLoaded(state, event))
    case 'away':
      return stay({ ...state, away: { since: state.away?.since ?? event.at, message: event.message } })
    case 'acted':
      return {
        state: { ...state, busy: false, notice: { level: 'good', text: event.text, at: event.now } },
        effects: [{ type: 'refresh' }],
      }
    case 'failed':
      return stay({ ...state, busy: false, notice: { level: 'bad', text: event.text, at: event.now } })
  }
}

function stay(state: State): Step {
  return { state, effects: [] }
}

/** An answer for a screen that was left meanwhile is dropped: it would show one shop's figures under another's name. */
function onLoaded(state: State, event: Extract<Event, { type: 'loaded' }>): State {
  if (JSON.stringify(event.load) !== JSON.stringify(needs(state))) return state
  const { data } = event
  return {
    ...state,
    away: null,
    now: Math.max(state.now, data.snapshot.at),
    snapshot: data.snapshot,
    conversations: data.conversations ?? state.conversations,
    orders: data.orders ?? state.orders,
    deadLetters: data.deadLetters ?? state.deadLetters,
    detail: data.detail === undefined ? state.detail : data.detail,
    why: data.why ?? state.why,
  }
}

function onCommandKey(state: State, key: string): Step {
  const screen = currentRoute(state).screen
  const command = commandFor(key, screen, state.readonly)
  if (command === null) return stay(state)
  if (command === 'go') return goTo(state, SCREENS[Number(key) - 1] ?? 'overview')
  return COMMANDS[command](state)
}

type Handler = (state: State) => Step

const COMMANDS: Readonly<Record<Exclude<Command, 'go'>, Handler>> = {
  quit: (state) => ({ state, effects: [{ type: 'quit' }] }),
  help: (state) => (currentRoute(state).screen === 'help' ? back(state) : push(state, { screen: 'help' })),
  back,
  filter: (state) => prompt(state, { kind: 'filter', text: state.filters[currentRoute(state).screen] ?? '' }),
  jump: (state) => prompt(state, { kind: 'jump', text: '' }),
  'all-shops': (state) => ({
    state: { ...state, scope: null, snapshot: null, conversations: null, orders: null, deadLetters: null },
    effects: [{ type: 'refresh' }],
  }),
  open,
  up: (state) => move(state, -1),
  down: (state) => move(state, 1),
  'page-up': (state) => move(state, -page(state)),
  'page-down': (state) => move(state, page(state)),
  first: (state) => move(state, -Infinity),
  last: (state) => move(state, Infinity),
  sort: cycleSort,
  reverse: (state) => {
    const screen = currentRoute(state).screen
    const sort = state.sorts[screen] ?? { column: 0, descending: false }
    return stay({ ...state, sorts: { ...state.sorts, [screen]: { ...sort, descending: !sort.descending } } })
  },
  freeze: (state) => ({
    state: { ...state, frozen: !state.frozen },
    effects: state.frozen ? [{ type: 'refresh' }] : [],
  }),
  refresh: (state) => ({ state, effects: [{ type: 'refresh' }] }),
  why: (state) => ({
    state: { ...state, why: state.why === null ? [] : null, scroll: 0 },
    effects: [{ type: 'refresh' }],
  }),
  reveal: (state) => ({ state: { ...state, reveal: !state.reveal }, effects: [{ type: 'refresh' }] }),
  'take-over': (state) => onConversation(state, (at) => act(state, { kind: 'take-over', ...at })),
  release: (state) => onConversation(state, (at) => act(state, { kind: 'release', ...at })),
  reply: (state) => onConversation(state, (at, who) => prompt(state, { kind: 'reply', text: '', who, ...at })),
  retry: (state) => {
    const row = selectedRow(state, 'dead-letters') as DeadLetterRow | null
    return row === null ? stay(state) : act(state, { kind: 'retry', tenantId: row.tenantId, id: row.id })
  },
  drop: (state) => {
    const row = selectedRow(state, 'dead-letters') as DeadLetterRow | null
    if (row === null) return stay(state)
    return confirm(state, `Drop the reply to ${row.who} of ${row.tenant}? It will never be sent.`, {
      kind: 'drop',
      tenantId: row.tenantId,
      id: row.id,
    })
  },
  'close-case': (state) => {
    const row =
      currentRoute(state).screen === 'conversation'
        ? state.detail
        : (selectedRow(state, 'conversations') as ConversationRow | null)
    const oldest = row?.cases[0]
    if (row === null || oldest === undefined)
      return stay({ ...state, notice: { level: 'bad', text: 'this conversation has no open case', at: state.now } })
    return confirm(state, `Close the ${oldest.kind.replaceAll('_', ' ')} of ${row.who}? Is it dealt with?`, {
      kind: 'close-case',
      tenantId: row.tenantId,
      id: oldest.id,
    })
  },
  'pause-shop': (state) => {
    const row = selectedRow(state, 'shops') as ShopRow | null
    if (row === null) return stay(state)
    if (row.status === 'paused') return act(state, { kind: 'resume-shop', tenantId: row.id })
    return confirm(state, `Pause ${row.slug}? Its shoppers get no answers until you resume it.`, {
      kind: 'pause-shop',
      tenantId: row.id,
    })
  },
  'resend-link': (state) => {
    const row = selectedRow(state, 'orders') as OrderRow | null
    if (row === null) return stay(state)
    return confirm(state, `Send the payment link of order ${row.number} to ${row.who} again?`, {
      kind: 'resend-link',
      tenantId: row.tenantId,
      orderId: row.id,
    })
  },
}

function act(state: State, action: Action): Step {
  // One at a time: a key held down must not retry a letter twenty times.
  if (state.busy) return stay(state)
  return { state: { ...state, busy: true, prompt: null }, effects: [{ type: 'act', action }] }
}

function confirm(state: State, question: string, action: Action): Step {
  return prompt(state, { kind: 'confirm', question, action })
}

function prompt(state: State, next: Prompt): Step {
  return stay({ ...state, prompt: next, notice: null })
}

function push(state: State, route: Route): Step {
  return {
    state: { ...state, stack: [...state.stack, route], scroll: 0, why: null, reveal: false, detail: null },
    effects: [{ type: 'refresh' }],
  }
}

/** A number key starts over: esc then leads to the overview and not through everything one has seen. */
function goTo(state: State, screen: NumberedScreen): Step {
  const stack: Route[] = screen === 'overview' ? [{ screen }] : [{ screen: 'overview' }, { screen }]
  return {
    state: { ...state, stack, scroll: 0, why: null, reveal: false, detail: null },
    effects: [{ type: 'refresh' }],
  }
}

function back(state: State): Step {
  const screen = currentRoute(state).screen
  if (state.why !== null) return stay({ ...state, why: null, scroll: 0 })
  if ((state.filters[screen] ?? '') !== '') return stay({ ...state, filters: { ...state.filters, [screen]: '' } })
  if (state.stack.length > 1)
    return {
      state: { ...state, stack: state.stack.slice(0, -1), scroll: 0, why: null, reveal: false, detail: null },
      effects: [{ type: 'refresh' }],
    }
  if (state.scope !== null) return COMMANDS['all-shops'](state)
  return stay(state)
}

function open(state: State): Step {
  const screen = currentRoute(state).screen
  const row = selectedRow(state, screen)
  if (row === null) return stay(state)
  if (screen === 'shops') {
    const shop = row as ShopRow
    const scoped = { ...state, scope: { id: shop.id, slug: shop.slug }, snapshot: null, conversations: null }
    return goTo({ ...scoped, orders: null, deadLetters: null }, 'overview')
  }
  if (screen === 'conversations') {
    const { tenantId, id, who } = row as ConversationRow
    return push(state, { screen: 'conversation', tenantId, id, who })
  }
  if (screen === 'orders' || screen === 'dead-letters') {
    const { tenantId, conversation, who } = row as OrderRow | DeadLetterRow
    return push(state, { screen: 'conversation', tenantId, id: conversation, who })
  }
  if (screen === 'tail') {
    const { tenant, conversation, who } = row as TailRow
    const tenantId = state.snapshot?.shops.find((shop) => shop.slug === tenant)?.id
    return tenantId === undefined
      ? stay(state)
      : push(state, { screen: 'conversation', tenantId, id: conversation, who })
  }
  return stay(state)
}

/** The conversation on the screen, or the one selected in the list. */
function onConversation(
  state: State,
  then: (at: { tenantId: string; conversationId: string }, who: string) => Step,
): Step {
  const route = currentRoute(state)
  if (route.screen === 'conversation')
    return then({ tenantId: route.tenantId, conversationId: route.id }, state.detail?.who ?? route.who)
  const row = selectedRow(state, 'conversations') as ConversationRow | null
  return row === null ? stay(state) : then({ tenantId: row.tenantId, conversationId: row.id }, row.who)
}

/** Rows on one page: the window without header, health, column titles and bottom line. */
function page(state: State): number {
  return Math.max(1, state.rows - 5)
}

function move(state: State, by: number): Step {
  const screen = currentRoute(state).screen
  const list = listOf(screen)
  if (list === null) {
    // A transcript is read from its end: up goes back in time.
    const direction = screen === 'conversation' && state.why === null ? -by : by
    const target = Number.isFinite(direction) ? state.scroll + direction : direction > 0 ? 1_000_000 : 0
    return stay({ ...state, scroll: Math.max(0, target) })
  }
  const rows = visibleRows(state, screen)
  if (rows === null || rows.length === 0) return stay(state)
  const index = Math.max(0, Math.min(rows.length - 1, cursorIndex(state, screen) + by))
  const key = list.key(rows[index])
  return stay({ ...state, cursors: { ...state.cursors, [screen]: { key, index } } })
}

function cycleSort(state: State): Step {
  const screen = currentRoute(state).screen
  const columns = listOf(screen)?.columns.filter((column) => column.header !== '') ?? []
  const next = (state.sorts[screen]?.column ?? -1) + 1
  const sorts = { ...state.sorts }
  // Behind the last column stands the order that the list came in.
  if (next >= columns.length) delete sorts[screen]
  else sorts[screen] = { column: next, descending: false }
  return stay({ ...state, sorts })
}

function onPromptKey(state: State, prompt: Prompt, key: string): Step {
  if (key === 'ctrl-c') return stay({ ...state, prompt: null })
  if (prompt.kind === 'confirm') {
    if (key === 'y') return act(state, prompt.action)
    // Anything but a clear yes is a no.
    return stay({ ...state, prompt: null, notice: { level: 'good', text: 'nothing was done', at: state.now } })
  }
  if (key === 'esc') {
    const screen = currentRoute(state).screen
    const filters = prompt.kind === 'filter' ? { ...state.filters, [screen]: '' } : state.filters
    return stay({ ...state, prompt: null, filters })
  }
  if (key === 'enter') return onPromptEnter(state, prompt)
  return stay(withText(state, prompt, edit(prompt.text, key)))
}

function withText(state: State, prompt: Exclude<Prompt, { kind: 'confirm' }>, text: string): State {
  const next = { ...state, prompt: { ...prompt, text } }
  if (prompt.kind !== 'filter') return next
  return { ...next, filters: { ...state.filters, [currentRoute(state).screen]: text } }
}

function edit(text: string, key: string): string {
  if (key === 'backspace') return characters(text).slice(0, -1).join('')
  if (key === 'ctrl-u') return ''
  if (key === 'space') return `${text} `
  // Named keys (up, pageup …) are words; what is typed is one character.
  return characters(key).length === 1 && text.length < REPLY_LIMIT ? text + key : text
}

function onPromptEnter(state: State, prompt: Exclude<Prompt, { kind: 'confirm' }>): Step {
  const closed = { ...state, prompt: null }
  if (prompt.kind === 'filter') return stay(closed)
  if (prompt.kind === 'reply') {
    const text = prompt.text.trim()
    if (text === '') return stay(closed)
    return act(closed, { kind: 'reply', tenantId: prompt.tenantId, conversationId: prompt.conversationId, text })
  }
  return jump(closed, prompt.text.trim().toLowerCase())
}

/** `:orders`, `:dead`, `:q`, a shop's slug, or `all`. */
function jump(state: State, word: string): Step {
  if (word === '') return stay(state)
  if (word === 'q' || word === 'quit') return COMMANDS.quit(state)
  if (word === 'all') return COMMANDS['all-shops'](state)
  if ('help'.startsWith(word)) return push(state, { screen: 'help' })
  const screen = jumpTargets().find((name) => name.startsWith(word) || TITLES[name].toLowerCase().startsWith(word))
  if (screen !== undefined) return goTo(state, screen)
  const shop = state.snapshot?.shops.find((row) => row.slug.toLowerCase().includes(word))
  if (shop !== undefined) return goTo({ ...state, scope: { id: shop.id, slug: shop.slug }, snapshot: null }, 'overview')
  return stay({ ...state, notice: { level: 'bad', text: `no screen and no shop is called “${word}”`, at: state.now } })
}

function jumpTargets(): readonly NumberedScreen[] {
  return SCREENS
}
