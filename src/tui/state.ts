import type { ConversationDetail, ConversationRow, DeadLetterRow, OrderRow } from '../services/snapshot/source.ts'
import type { Snapshot } from '../services/snapshot/types.ts'
import type { ScreenName } from './screen-names.ts'

/** Where one is: a screen, and for a conversation which one. */
export type Route =
  | { screen: Exclude<ScreenName, 'conversation'> }
  | { screen: 'conversation'; tenantId: string; id: string; who: string }

/** A change to the system, asked for by a key and carried out by the services behind the screen. */
export type Action =
  | { kind: 'take-over'; tenantId: string; conversationId: string }
  | { kind: 'release'; tenantId: string; conversationId: string }
  | { kind: 'reply'; tenantId: string; conversationId: string; text: string }
  | { kind: 'retry'; tenantId: string; id: number }
  | { kind: 'drop'; tenantId: string; id: number }
  | { kind: 'close-case'; tenantId: string; id: string }
  | { kind: 'pause-shop'; tenantId: string }
  | { kind: 'resume-shop'; tenantId: string }
  | { kind: 'resend-link'; tenantId: string; orderId: string }

export type Prompt =
  | { kind: 'filter'; text: string }
  | { kind: 'jump'; text: string }
  | { kind: 'reply'; text: string; tenantId: string; conversationId: string; who: string }
  | { kind: 'confirm'; question: string; action: Action }

export interface Sort {
  column: number
  descending: boolean
}

/** Which row is selected: by its key, so that it stays selected while rows come and go around it. */
export interface Cursor {
  key: string
  index: number
}

export interface State {
  columns: number
  rows: number
  now: number
  readonly: boolean
  /** Lists and sentences instead of boxes and bars. */
  screenReader: boolean
  stack: readonly Route[]
  scope: { id: string; slug: string } | null
  snapshot: Snapshot | null
  conversations: readonly ConversationRow[] | null
  orders: readonly OrderRow[] | null
  deadLetters: readonly DeadLetterRow[] | null
  detail: ConversationDetail | null
  why: readonly string[] | null
  reveal: boolean
  /** The database is out of reach since then. */
  away: { since: number; message: string } | null
  frozen: boolean
  prompt: Prompt | null
  filters: Readonly<Partial<Record<ScreenName, string>>>
  cursors: Readonly<Partial<Record<ScreenName, Cursor>>>
  sorts: Readonly<Partial<Record<ScreenName, Sort>>>
  /** Lines scrolled: down from the top in help, up from the newest in a transcript. */
  scroll: number
  notice: { level: 'good' | 'bad'; text: string; at: number } | null
  /** An action is under way. */
  busy: boolean
}

export type Event =
  | { type: 'key'; key: string }
  | { type: 'paste'; text: string }
  | { type: 'resize'; columns: number; rows: number }
  | { type: 'tick'; now: number }
  | { type: 'loaded'; load: Load; data: Loaded }
  | { type: 'away'; at: number; message: string }
  | { type: 'acted'; text: string; now: number }
  | { type: 'failed'; text: string; now: number }

export type Effect = { type: 'quit' } | { type: 'refresh' } | { type: 'act'; action: Action }

/** What the current screen needs from the source; loaded again every second. */
export interface Load {
  snapshot: { tenantId: string | null }
  list: 'conversations' | 'orders' | 'dead-letters' | null
  detail: { tenantId: string; id: string; reveal: boolean; why: boolean } | null
}

export interface Loaded {
  snapshot: Snapshot
  conversations?: ConversationRow[]
  orders?: OrderRow[]
  deadLetters?: DeadLetterRow[]
  detail?: ConversationDetail | null
  why?: string[]
}

export function initialState(options: {
  columns: number
  rows: number
  now: number
  readonly: boolean
  screenReader: boolean
  scope: { id: string; slug: string } | null
}): State {
  return {
    ...options,
    stack: [{ screen: 'overview' }],
    snapshot: null,
    conversations: null,
    orders: null,
    deadLetters: null,
    detail: null,
    why: null,
    reveal: false,
    away: null,
    frozen: false,
    prompt: null,
    filters: {},
    cursors: {},
    sorts: {},
    scroll: 0,
    notice: null,
    busy: false,
  }
}

export function currentRoute(state: State): Route {
  return state.stack.at(-1) ?? { screen: 'overview' }
}

/** What must be loaded for what is on the screen; pure, so that a late answer for another screen is told apart. */
export function needs(state: State): Load {
  const route = currentRoute(state)
  return {
    // The list of shops is of all shops, whichever one the other screens are narrowed to.
    snapshot: { tenantId: route.screen === 'shops' ? null : (state.scope?.id ?? null) },
    list:
      route.screen === 'conversations' || route.screen === 'orders' || route.screen === 'dead-letters'
        ? route.screen
        : null,
    detail:
      route.screen === 'conversation'
        ? { tenantId: route.tenantId, id: route.id, reveal: state.reveal, why: state.why !== null }
        : null,
  }
}
