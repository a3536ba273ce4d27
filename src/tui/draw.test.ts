import { describe, expect, it } from 'vitest'
import {
  busySnapshot,
  conversationDetail,
  conversationRows,
  deadLetterRows,
  NOW,
  orderRows,
} from '../../test/support/screens.ts'
import { draw } from './draw.ts'
import { KEYMAP } from './keymap.ts'
import { lineText, lineWidth, textWidth, wrap, type Line } from './lines.ts'
import { SCREENS, type ScreenName } from './screen-names.ts'
import { initialState, type Route, type State } from './state.ts'
import { paint } from './theme.ts'
import { helpLines } from './screens/help.ts'

const SIZES = [
  [40, 12],
  [41, 13],
  [59, 20],
  [60, 24],
  [80, 24],
  [99, 30],
  [120, 40],
  [200, 60],
  [320, 90],
] as const

function stateOn(screen: ScreenName, columns: number, rows: number, change: Partial<State> = {}): State {
  const route: Route =
    screen === 'conversation' ? { screen, tenantId: 'tnt_0', id: 'cnv_0', who: '+56 ••••• 5617' } : { screen }
  return {
    ...initialState({ columns, rows, now: NOW, readonly: false, screenReader: false, scope: null }),
    stack: [route],
    snapshot: busySnapshot(),
    conversations: conversationRows(),
    orders: orderRows(),
    deadLetters: deadLetterRows(),
    detail: conversationDetail(),
    ...change,
  }
}

function expectWhole(lines: Line[], columns: number, rows: number): void {
  expect(lines).toHaveLength(rows)
  for (const line of lines) {
    expect(lineWidth(line)).toBe(columns)
    // oxlint-disable-next-line no-control-regex -- nothing that a shopper wrote may steer the terminal
    expect(lineText(line)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/)
  }
}

describe('every screen at every size', () => {
  for (const screen of [...SCREENS, 'conversation', 'help'] as ScreenName[]) {
    for (const [columns, rows] of SIZES) {
      it(`${screen} fills ${columns}×${rows} exactly`, () => {
        expectWhole(draw(stateOn(screen, columns, rows)), columns, rows)
        expectWhole(draw(stateOn(screen, columns, rows, { readonly: true, frozen: true, scroll: 7 })), columns, rows)
        expectWhole(
          draw(stateOn(screen, columns, rows, { snapshot: null, conversations: null, orders: null, detail: null })),
          columns,
          rows,
        )
        expectWhole(
          draw(
            stateOn(screen, columns, rows, {
              away: { since: NOW - 61_000, message: 'x' },
              filters: { [screen]: 'no such thing 全角' },
              prompt: { kind: 'reply', text: 'palabra '.repeat(60), tenantId: 't', conversationId: 'c', who: '+56' },
            }),
          ),
          columns,
          rows,
        )
      })
    }
  }
})

it('says in a sentence that a window is too small, and never draws outside it', () => {
  for (const [columns, rows] of [
    [39, 12],
    [40, 11],
    [10, 3],
    [1, 1],
  ] as const)
    expectWhole(draw(stateOn('overview', columns, rows)), columns, rows)
  expect(
    draw(stateOn('overview', 39, 12))
      .map(lineText)
      .join('\n'),
  ).toContain('40×12')
})

it('puts the whole verdict on the first two lines', () => {
  const [, health] = draw(stateOn('overview', 120, 40)).map(lineText)
  expect(health).toContain('✖ a shopper has waited 90 s')
  expect(health).toContain('→ botctl doctor')
  const away = draw(stateOn('overview', 80, 24, { away: { since: NOW - 61_000, message: 'refused' } })).map(lineText)
  expect(away[1]).toContain('the database has been away for 61s')
})

it('shows figures of every panel in the narrowest window', () => {
  const text = draw(stateOn('overview', 40, 12))
    .map(lineText)
    .join('\n')
  for (const figure of ['12/s', 'p95', 'dead', '$1.234.567']) expect(text).toContain(figure)
  const usual = draw(stateOn('overview', 80, 24))
    .map(lineText)
    .join('\n')
  expect(usual).toContain('wait 1 held 1 case 2')
})

it('keeps the most important columns in a narrow window', () => {
  const narrow = draw(stateOn('conversations', 40, 12))
    .map(lineText)
    .join('\n')
  expect(narrow).toContain('waiting')
  expect(narrow).toContain('+56 ••••• 1000')
  expect(narrow).not.toContain('INTENT')
  expect(narrow).toMatch(/▲ case +\+56 ••••• 1002/)
  expect(
    draw(stateOn('conversations', 200, 60))
      .map(lineText)
      .join('\n'),
  ).toContain('INTENT')
})

it('always offers help and quit in the bottom line', () => {
  for (const screen of [...SCREENS, 'conversation', 'help'] as ScreenName[])
    for (const columns of [40, 80, 200]) {
      const bottom = lineText(draw(stateOn(screen, columns, 30)).at(-1) ?? [])
      expect(bottom).toContain('? help')
      expect(bottom).toContain('q quit')
    }
})

it('makes the cheat-sheet from the keymap, without actions where nothing may be changed', () => {
  const all = helpLines(false).map(lineText).join('\n')
  for (const binding of KEYMAP.filter((one) => one.command !== 'go')) expect(all).toContain(binding.label)
  const readonly = helpLines(true).map(lineText).join('\n')
  expect(readonly).not.toContain('take over')
  expect(
    draw(stateOn('conversations', 200, 30, { readonly: true }))
      .map(lineText)
      .join('\n'),
  ).not.toContain('take over')
})

it('binds no key twice on one screen', () => {
  for (const screen of [...SCREENS, 'conversation', 'help'] as ScreenName[]) {
    const keys = KEYMAP.filter((one) => one.where === 'everywhere' || one.where.includes(screen)).flatMap(
      (one) => one.keys,
    )
    expect(new Set(keys).size).toBe(keys.length)
  }
})

it('says everything without colour that it says with it', () => {
  for (const line of draw(stateOn('overview', 120, 40))) {
    // oxlint-disable-next-line no-control-regex -- these are the codes that paint adds
    const bare = (text: string): string => text.replaceAll(/\u001b\[[\d;]*m/g, '')
    expect(bare(paint(line, 'none'))).toBe(lineText(line))
    expect(bare(paint(line, 'colour'))).toBe(lineText(line))
    // oxlint-disable-next-line no-control-regex -- no colour: bold and inverse only
    expect(paint(line, 'none')).not.toMatch(/\u001b\[[\d;]*3\d/)
  }
})

it('wraps any text into lines that fit', () => {
  for (const text of ['a'.repeat(100), 'dos palabras', '全角文字'.repeat(9), '\n\n', 'uno\ndos'])
    for (const width of [1, 2, 7, 40])
      for (const line of wrap(text, width)) expect(textWidth(line)).toBeLessThanOrEqual(Math.max(2, width))
})
