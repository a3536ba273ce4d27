import { EventEmitter } from 'node:events'
import { PassThrough } from 'node:stream'
import Headless from '@xterm/headless'
import { render } from 'ink'
import { afterEach, describe, expect, it } from 'vitest'
import { memorySource, NOW } from '../../test/support/screens.ts'
import type { DashboardActions } from '../services/snapshot/source.ts'
import { App } from './app.tsx'
import type { ThemeName } from './theme.ts'

/** A terminal in memory with Ink drawing into it, keys typed from the other side. */
function openTerminal(columns: number, rows: number) {
  const terminal = new Headless.Terminal({
    cols: columns,
    rows,
    allowProposedApi: true,
    convertEol: true,
    scrollback: 500,
  })
  const stdout = Object.assign(new EventEmitter(), {
    columns,
    rows,
    isTTY: true,
    writable: true,
    write(text: string, ...rest: unknown[]) {
      const done = rest.find((one) => typeof one === 'function') as (() => void) | undefined
      terminal.write(text, done)
      return true
    },
  })
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: () => stdin,
    ref: () => stdin,
    unref: () => stdin,
  })
  return {
    terminal,
    stdout: stdout as unknown as NodeJS.WriteStream,
    stdin: stdin as unknown as NodeJS.ReadStream,
    type: (keys: string) => stdin.write(keys),
    resize(toColumns: number, toRows: number) {
      terminal.resize(toColumns, toRows)
      Object.assign(stdout, { columns: toColumns, rows: toRows })
      stdout.emit('resize')
    },
    screen(): string[] {
      const { active } = terminal.buffer
      return Array.from(
        { length: terminal.rows },
        (_, row) => active.getLine(active.baseY + row)?.translateToString(true) ?? '',
      )
    },
    async until(words: string | RegExp): Promise<string> {
      const deadline = Date.now() + 10_000
      for (;;) {
        const text = this.screen().join('\n')
        if (typeof words === 'string' ? text.includes(words) : words.test(text)) return text
        if (Date.now() > deadline) throw new Error(`never saw ${String(words)} in:\n${text}`)
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
    },
  }
}

let unmount: (() => void) | undefined
afterEach(() => unmount?.())

function open(
  columns: number,
  rows: number,
  options: { theme?: ThemeName; actions?: DashboardActions | null; source?: ReturnType<typeof memorySource> } = {},
) {
  const screen = openTerminal(columns, rows)
  const source = options.source ?? memorySource()
  const instance = render(
    <App
      source={source}
      actions={options.actions ?? null}
      now={() => NOW}
      theme={options.theme ?? 'colour'}
      screenReader={false}
      scope={null}
      refreshMs={20}
    />,
    {
      stdout: screen.stdout,
      stdin: screen.stdin,
      stderr: screen.stdout,
      interactive: true,
      alternateScreen: true,
      incrementalRendering: true,
      exitOnCtrlC: false,
      patchConsole: false,
    },
  )
  unmount = () => instance.unmount()
  return { ...screen, source, instance }
}

describe('in a terminal', () => {
  for (const theme of ['colour', 'none', 'colour-blind'] as const)
    for (const [columns, rows] of [
      [40, 12],
      [80, 24],
      [120, 40],
      [200, 60],
    ] as const)
      it(`walks every screen at ${columns}×${rows} (${theme}) without scrolling or spilling`, async () => {
        const screen = open(columns, rows, { theme })
        await screen.until('botctl  Overview')
        for (const [key, title] of [
          ['2', 'Shops'],
          ['3', 'Conversations'],
          ['4', 'Orders'],
          ['5', 'Dead letters'],
          ['6', 'Daemons'],
          ['7', 'Errors'],
          ['8', 'Tail'],
          ['?', 'Help'],
          ['3', 'Conversations'],
          ['\r', 'Conversation '],
        ] as const) {
          screen.type(key)
          const text = await screen.until(`botctl  ${title}`)
          expect(text.split('\n')).toHaveLength(rows)
          expect(screen.screen().at(-1)).toContain('q quit')
          // Nothing was pushed out of the window: the alternate screen has no lines above it.
          expect(screen.terminal.buffer.active.baseY).toBe(0)
          expect(screen.terminal.buffer.active.type).toBe('alternate')
        }
      })

  it('follows the window as it is resized, and says when it is too small', async () => {
    const screen = open(120, 40)
    await screen.until('Turn latency')
    screen.resize(60, 20)
    await screen.until(/^ botctl {2}Overview/)
    await screen.until('q quit')
    expect(screen.screen()).toHaveLength(20)
    screen.resize(30, 8)
    await screen.until('too small: 30×8')
    screen.resize(200, 60)
    await screen.until('Turn latency')
    expect(screen.screen().at(-1)).toContain('q quit')
    expect(screen.terminal.buffer.active.baseY).toBe(0)
  })

  it('keeps showing what it knew while the database is away, and comes back by itself', async () => {
    const screen = open(80, 24)
    await screen.until('$1.234.567')
    screen.source.away = true
    await screen.until('the database has been away')
    expect(screen.screen().join('\n')).toContain('$1.234.567')
    screen.source.away = false
    await screen.until('a shopper has waited')
  })

  it('acts through the services and says how it ended', async () => {
    const done: string[] = []
    const record =
      (name: string) =>
      async (...args: unknown[]): Promise<string> => {
        done.push([name, ...args].join(' '))
        if (name === 'drop') throw new Error('the letter is gone')
        return `${name} is done`
      }
    const actions: DashboardActions = {
      takeOver: record('takeOver'),
      reply: record('reply'),
      release: record('release'),
      retryDeadLetter: record('retry'),
      dropDeadLetter: record('drop'),
      pauseShop: record('pause'),
      resumeShop: record('resume'),
      closeCase: record('closeCase'),
      resendPaymentLink: record('resend'),
    }
    const screen = open(120, 40, { actions })
    await screen.until('Overview')
    screen.type('3')
    await screen.until('waiting')
    screen.type('t')
    await screen.until('takeOver is done')
    screen.type('r')
    await screen.until('reply to +56')
    screen.type('Hola, soy Claudia')
    await screen.until('Claudia')
    screen.type('\r')
    await screen.until('reply is done')
    screen.type('c')
    await screen.until('Close the transfer proof of +56')
    screen.type('y')
    await screen.until('closeCase is done')
    screen.type('5')
    await screen.until('131026')
    screen.type('d')
    await screen.until('[y/N]')
    screen.type('y')
    await screen.until('the letter is gone')
    expect(done).toEqual([
      'takeOver tnt_0 cnv_0',
      'reply tnt_0 cnv_0 Hola, soy Claudia',
      'closeCase tnt_0 cas_0',
      'drop tnt_2 1',
    ])
  })

  it('gives the terminal back on q: the old screen, the cursor, no colour left on', async () => {
    const screen = open(80, 24)
    await screen.until('Overview')
    screen.type('q')
    await screen.instance.waitUntilExit()
    await new Promise<void>((resolve) => screen.terminal.write('', resolve))
    expect(screen.terminal.buffer.active.type).toBe('normal')
    expect(screen.screen().join('').trim()).toBe('')
  })

  it('stops asking the database while frozen', async () => {
    const screen = open(80, 24)
    await screen.until('Overview')
    screen.type('p')
    await screen.until('frozen')
    const asked = screen.source.calls.length
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(screen.source.calls.length - asked).toBeLessThanOrEqual(1)
    screen.type('p')
    await expect.poll(() => screen.source.calls.length).toBeGreaterThan(asked + 2)
  })
})
