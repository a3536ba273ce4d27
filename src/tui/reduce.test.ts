import { expect, it } from 'vitest'
import { busySnapshot, conversationRows, deadLetterRows, NOW, orderRows } from '../../test/support/screens.ts'
import { reduce } from './reduce.ts'
import { cursorIndex, selectedRow, visibleRows } from './screens/lists.ts'
import { currentRoute, initialState, needs, type Effect, type Event, type State } from './state.ts'

function start(change: Partial<State> = {}): State {
  return {
    ...initialState({ columns: 80, rows: 24, now: NOW, readonly: false, screenReader: false, scope: null }),
    snapshot: busySnapshot(),
    ...change,
  }
}

/** Presses keys one after the other; letters of a word may stand together in one string after `type:`. */
function press(state: State, ...keys: string[]): { state: State; effects: Effect[] } {
  const effects: Effect[] = []
  for (const key of keys.flatMap((one) => (one.startsWith('type:') ? one.slice(5).split('') : [one]))) {
    const step = reduce(state, { type: 'key', key: key === ' ' ? 'space' : key })
    state = step.state
    effects.push(...step.effects)
  }
  return { state, effects }
}

function withConversations(): State {
  const state = press(start(), '3').state
  return { ...state, conversations: conversationRows() }
}

it('goes to a screen by number, by name and back', () => {
  expect(currentRoute(press(start(), '5').state).screen).toBe('dead-letters')
  expect(currentRoute(press(start(), ':', 'type:ord', 'enter').state).screen).toBe('orders')
  expect(currentRoute(press(start(), '5', 'esc').state).screen).toBe('overview')
  expect(currentRoute(press(start(), '?').state).screen).toBe('help')
  expect(currentRoute(press(start(), '?', '?').state).screen).toBe('overview')
  expect(press(start(), ':', 'type:q', 'enter').effects).toContainEqual({ type: 'quit' })
  expect(press(start(), 'q').effects).toEqual([{ type: 'quit' }])
  expect(press(start(), ':', 'type:zzz', 'enter').state.notice?.level).toBe('bad')
})

it('narrows everything to the shop that is opened, and back to all', () => {
  const shop = press(start(), '2', 'enter').state
  expect(shop.scope).toEqual({ id: 'tnt_0', slug: 'acme-cannabis-2024' })
  expect(needs(shop).snapshot.tenantId).toBe('tnt_0')
  expect(needs(press(shop, '3').state)).toMatchObject({ snapshot: { tenantId: 'tnt_0' }, list: 'conversations' })
  // The list of shops stays whole.
  expect(needs(press(shop, '2').state).snapshot.tenantId).toBeNull()
  expect(press(shop, 'esc').state.scope).toBeNull()
  expect(press(start(), ':', 'type:largo-7', 'enter').state.scope?.slug).toContain('largo-7')
})

it('keeps the selected row while rows come and go around it', () => {
  const state = press(withConversations(), 'down', 'down').state
  expect(selectedRow(state, 'conversations')).toMatchObject({ id: 'cnv_2' })
  const grown = { ...state, conversations: [{ ...conversationRows()[0]!, id: 'cnv_new' }, ...conversationRows()] }
  expect(selectedRow(grown, 'conversations')).toMatchObject({ id: 'cnv_2' })
  expect(cursorIndex(grown, 'conversations')).toBe(3)
  const gone = { ...state, conversations: conversationRows().filter((row) => row.id !== 'cnv_2') }
  expect(cursorIndex(gone, 'conversations')).toBe(2)
})

it('filters by what is pasted too, and by keys that a slow line delivers together', () => {
  const pasted = reduce(press(withConversations(), '/').state, { type: 'paste', text: '1007' }).state
  expect(visibleRows(pasted, 'conversations')).toHaveLength(1)
})

it('filters while one types, and esc clears it', () => {
  const typed = press(withConversations(), '/', 'type:1007').state
  expect(visibleRows(typed, 'conversations')).toHaveLength(1)
  const kept = press(typed, 'enter').state
  expect(kept.prompt).toBeNull()
  expect(visibleRows(kept, 'conversations')).toHaveLength(1)
  expect(visibleRows(press(kept, 'esc').state, 'conversations')).toHaveLength(50)
  expect(visibleRows(press(typed, 'esc').state, 'conversations')).toHaveLength(50)
})

it('sorts by each column in turn, either way, and back to its own order', () => {
  const shops = press(start(), '2').state
  const slugs = (state: State) => (visibleRows(state, 'shops') as Array<{ slug: string }>).map((row) => row.slug)
  const own = slugs(shops)
  const bySlug = press(shops, 's').state
  expect(slugs(bySlug)).toEqual([...own].sort((a, b) => a.localeCompare(b, 'es')))
  expect(slugs(press(bySlug, 'S').state)).toEqual(slugs(bySlug).toReversed())
  let state = bySlug
  for (let presses = 0; presses < 11; presses++) state = press(state, 's').state
  expect(slugs(state)).toEqual(own)
})

it('asks before what is hard to undo, and takes anything but y for a no', () => {
  const dead = { ...press(start(), '5').state, deadLetters: deadLetterRows() }
  const asked = press(dead, 'd')
  expect(asked.effects).toEqual([])
  expect(asked.state.prompt).toMatchObject({ kind: 'confirm' })
  expect(press(asked.state, 'n').effects).toEqual([])
  expect(press(asked.state, 'enter').effects).toEqual([])
  expect(press(asked.state, 'y').effects).toEqual([{ type: 'act', action: { kind: 'drop', tenantId: 'tnt_2', id: 1 } }])
  const shops = press(start(), '2').state
  expect(press(shops, 'x').state.prompt).toMatchObject({ kind: 'confirm', action: { kind: 'pause-shop' } })
  // A paused shop may be opened again without a question.
  expect(press(shops, 'down', 'down', 'down', 'x').effects).toEqual([
    { type: 'act', action: { kind: 'resume-shop', tenantId: 'tnt_3' } },
  ])
  const orders = { ...press(start(), '4').state, orders: orderRows() }
  expect(press(orders, 'l', 'y').effects).toEqual([
    { type: 'act', action: { kind: 'resend-link', tenantId: 'tnt_0', orderId: 'ord_0' } },
  ])
})

it('takes a conversation over, replies with what was typed, and releases it', () => {
  const state = withConversations()
  expect(press(state, 't').effects).toEqual([
    { type: 'act', action: { kind: 'take-over', tenantId: 'tnt_0', conversationId: 'cnv_0' } },
  ])
  const replied = press(state, 'enter', 'r', 'type:Hola, q tal?', 'backspace', '!', 'enter')
  expect(replied.effects.at(-1)).toEqual({
    type: 'act',
    action: { kind: 'reply', tenantId: 'tnt_0', conversationId: 'cnv_0', text: 'Hola, q tal!' },
  })
  expect(press(state, 'r', 'enter').effects).toEqual([])
  const pasted = reduce(press(state, 'r').state, { type: 'paste', text: 'texto pegado' }).state
  expect(press(pasted, 'enter').effects[0]).toMatchObject({ action: { text: 'texto pegado' } })
  expect(press(state, 'R').effects[0]).toMatchObject({ action: { kind: 'release' } })
})

it('does one thing at a time, and says how it ended', () => {
  const first = press(withConversations(), 't')
  expect(first.state.busy).toBe(true)
  expect(press(first.state, 't').effects).toEqual([])
  const done = reduce(first.state, { type: 'acted', text: 'taken over', now: NOW })
  expect(done.state).toMatchObject({ busy: false, notice: { level: 'good', text: 'taken over' } })
  expect(done.effects).toEqual([{ type: 'refresh' }])
  expect(reduce(done.state, { type: 'tick', now: NOW + 7000 }).state.notice).toBeNull()
})

it('has no way to change anything with --readonly', () => {
  const screens = ['1', '2', '3', '4', '5', '6', '7', '8']
  for (const screen of screens) {
    const base = start({
      readonly: true,
      conversations: conversationRows(),
      orders: orderRows(),
      deadLetters: deadLetterRows(),
    })
    const at = press(base, screen).state
    for (const key of ['t', 'r', 'R', 'd', 'x', 'l', 'm', 'y']) {
      const step = press(at, key, 'y', 'enter')
      expect(step.effects.filter((effect) => effect.type === 'act')).toEqual([])
      expect(step.state.reveal).toBe(false)
    }
  }
})

it('drops an answer that comes for a screen that was left', () => {
  const state = press(start(), '2', 'enter').state
  const late: Event = {
    type: 'loaded',
    load: { snapshot: { tenantId: null }, list: null, detail: null },
    data: { snapshot: busySnapshot({ deadLetters: 99 }) },
  }
  expect(reduce(state, late).state.snapshot).toBeNull()
  const right: Event = { ...late, load: needs(state) }
  expect(reduce(state, right).state.snapshot?.deadLetters).toBe(99)
})

it('remembers since when the database is away, and forgets it when it is back', () => {
  const away = reduce(start(), { type: 'away', at: NOW, message: 'refused' }).state
  const later = reduce(away, { type: 'away', at: NOW + 9000, message: 'refused' }).state
  expect(later.away?.since).toBe(NOW)
  expect(later.snapshot).not.toBeNull()
  const back = reduce(later, { type: 'loaded', load: needs(later), data: { snapshot: busySnapshot() } }).state
  expect(back.away).toBeNull()
})

it('scrolls a transcript back in time and the reasons forwards', () => {
  const inside = press(withConversations(), 'enter').state
  expect(press(inside, 'up', 'up', 'down').state.scroll).toBe(1)
  expect(press(inside, 'down').state.scroll).toBe(0)
  const why = press(inside, 'w').state
  expect(needs(why).detail?.why).toBe(true)
  expect(press(why, 'down').state.scroll).toBe(1)
  expect(press(why, 'esc').state.why).toBeNull()
})
