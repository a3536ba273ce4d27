import { expect, it } from 'vitest'
import { busySnapshot, conversationDetail, conversationRows, NOW } from '../../test/support/screens.ts'
import { draw } from './draw.ts'
import { lineText } from './lines.ts'
import { initialState, type Route, type State } from './state.ts'

const SAID = [
  ['hola, ¿tienen brownies?', '¡Hola! Tenemos *Brownie de chocolate* a $6.990'],
  ['dame 2', 'Agregué *2 Brownie de chocolate*. Total: $13.980'],
  ['quiero pagar', '¿A qué nombre va el pedido?'],
  ['¿hacen envíos a Ñuñoa?', 'Sí, a Ñuñoa son $2.990 y llega en 24 horas'],
  ['gracias!!', 'De nada, que lo disfrutes 🙌'],
] as const

function shot(route: Route, columns: number, rows: number): string {
  const base = busySnapshot()
  const said = (index: number): readonly [string, string] => SAID[index % SAID.length] ?? SAID[0]
  const state: State = {
    ...initialState({ columns, rows, now: NOW, readonly: false, screenReader: false, scope: null }),
    stack: [route],
    snapshot: {
      ...base,
      tail: base.tail.map((row, index) => ({ ...row, text: said(index)[0], reply: said(index)[1] })),
    },
    conversations: conversationRows().map((row, index) => ({ ...row, lastText: said(index)[0] })),
    detail: {
      ...conversationDetail(),
      transcript: conversationDetail()
        .transcript.slice(0, 6)
        .map((entry, index) => ({
          ...entry,
          error: null,
          delivery: entry.from === 'bot' ? (index < 3 ? 'read' : 'delivered') : null,
          text: said(Math.floor(index / 2))[entry.from === 'bot' ? 1 : 0],
        })),
    },
  }
  return draw(state)
    .map((line) => lineText(line).trimEnd())
    .join('\n')
}

it('is what the page in docs shows', async () => {
  process.env.TZ = 'UTC'
  const page = [
    '# The dashboard',
    '',
    'Made from the program by `npx vitest run src/tui/screens-page.test.ts -u`; the keys are in [keys](../reference/keys.md).',
    '',
    '`botctl dashboard` reads the database once a second and works with any number of daemons, and with none. The first line',
    'says where you are and how fresh the figures are, the second whether shoppers are being served and, if not, what to do,',
    'the last what is possible here. `--readonly` looks and changes nothing; `--once` and `--json` print one snapshot;',
    '`--theme colour-blind`, `--theme none` and `NO_COLOR` change how it looks; `--screen-reader` draws no boxes.',
    'Numbers, addresses and documents are masked; `m` shows one conversation in clear and writes down who looked.',
    '',
    '## Overview (`1`)',
    '',
    '```text',
    shot({ screen: 'overview' }, 100, 30),
    '```',
    '',
    '## Conversations (`3`): those that wait for a person first',
    '',
    '```text',
    shot({ screen: 'conversations' }, 100, 16),
    '```',
    '',
    '## One conversation (`enter`): ticks, timings, cart and orders',
    '',
    '```text',
    shot({ screen: 'conversation', tenantId: 'tnt_0', id: 'cnv_0', who: '' }, 100, 20),
    '```',
    '',
    '## In 40×12',
    '',
    '```text',
    shot({ screen: 'overview' }, 40, 12),
    '```',
    '',
  ].join('\n')
  await expect(page).toMatchFileSnapshot('../../docs/operating/dashboard.md')
})
