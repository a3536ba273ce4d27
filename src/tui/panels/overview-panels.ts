import type { Snapshot } from '../../services/snapshot/types.ts'
import {
  CASE_WARN_MS,
  INBOX_CRITICAL_MS,
  INBOX_WARN_MS,
  LAG_WARN_MS,
  LATENCY_WARN_MS,
  OUTBOX_CRITICAL_MS,
  OUTBOX_WARN_MS,
} from '../../services/snapshot/thresholds.ts'
import { age, bytes, count, dollars, duration, percent, pesos, rate } from '../format.ts'
import { pad, seg, spread, type Line } from '../lines.ts'
import type { Level } from '../widgets/panel.ts'
import { columns, meter, sparkline } from '../widgets/sparkline.ts'

/** One box of the overview: its level, one line for narrow windows, and its body for any size. */
export interface OverviewPanel {
  title: string
  level: Level
  /** The gist, without the title. */
  brief: (width: number) => Line
  body: (width: number, height: number) => Line[]
}

/** The boxes in the order they are read: is it working, is it fast, is anything stuck, does it sell. */
export function overviewPanels(snapshot: Snapshot): OverviewPanel[] {
  return [
    messages(snapshot),
    latency(snapshot),
    queues(snapshot),
    deliveries(snapshot),
    funnel(snapshot),
    sales(snapshot),
    errors(snapshot),
    models(snapshot),
    daemons(snapshot),
  ]
}

function messages({ messages: flow }: Snapshot): OverviewPanel {
  const figures: Line = [
    seg('in ', 'dim'),
    seg(`${rate(flow.inPerSecond)}/s`, 'strong'),
    seg('  out ', 'dim'),
    seg(`${rate(flow.outPerSecond)}/s`, 'strong'),
  ]
  return {
    title: 'Messages',
    level: 'good',
    brief: (width) =>
      spread(figures, [seg(sparkline(flow.inSeries, Math.max(0, Math.min(20, width - 24))), 'accent')], width),
    body: (width, height) => {
      if (height < 5)
        return [
          figures,
          [seg('in  ', 'dim'), seg(sparkline(flow.inSeries, width - 4), 'accent')],
          [seg('out ', 'dim'), seg(sparkline(flow.outSeries, width - 4), 'good')],
        ]
      const each = Math.floor((height - 1) / 2)
      return [
        figures,
        ...columns(flow.inSeries, width, each).map((row): Line => [seg(row, 'accent')]),
        ...columns(flow.outSeries, width, each).map((row): Line => [seg(row, 'good')]),
      ]
    },
  }
}

function latency({ latency: turn }: Snapshot): OverviewPanel {
  const slow = turn.p95 !== null && turn.p95 > LATENCY_WARN_MS
  const p95: Line = [seg('p95 ', 'dim'), seg(duration(turn.p95), slow ? 'warn' : 'strong')]
  return {
    title: 'Turn latency',
    level: turn.samples === 0 ? 'plain' : slow ? 'warn' : 'good',
    brief: () => [seg('p50 ', 'dim'), seg(`${duration(turn.p50)}  `), ...p95],
    body: (width) => [
      spread([seg('p50 ', 'dim'), seg(duration(turn.p50), 'strong')], p95, width),
      spread(
        [seg('p99 ', 'dim'), seg(duration(turn.p99), 'strong')],
        [seg('reply p95 ', 'dim'), seg(duration(turn.replyP95))],
        width,
      ),
      [seg(turn.samples === 0 ? 'no turns in 5 minutes' : `${count(turn.samples)} turns, 5 minutes`, 'dim')],
    ],
  }
}

function queues({ inbox, outbox, deadLetters }: Snapshot): OverviewPanel {
  const inLevel = levelFor(inbox.oldestAgeMs, INBOX_WARN_MS, INBOX_CRITICAL_MS)
  const outLevel = levelFor(outbox.oldestAgeMs, OUTBOX_WARN_MS, OUTBOX_CRITICAL_MS)
  const row = (name: string, depth: number, oldest: number | null, level: Level, width: number): Line =>
    spread(
      [seg(pad(name, 7), 'dim'), seg(pad(count(depth), 5, 'right'), level === 'good' ? 'strong' : level)],
      [seg(width < 26 ? '' : 'oldest ', 'dim'), seg(age(oldest), level === 'good' ? 'plain' : level)],
      width,
    )
  return {
    title: 'Queues',
    level: worst([inLevel, outLevel, deadLetters > 0 ? 'warn' : 'good']),
    brief: () => [
      seg('in ', 'dim'),
      seg(count(inbox.depth), inLevel === 'good' ? 'strong' : inLevel),
      seg(' out ', 'dim'),
      seg(count(outbox.depth), outLevel === 'good' ? 'strong' : outLevel),
      seg(' dead ', 'dim'),
      seg(count(deadLetters), deadLetters > 0 ? 'warn' : 'strong'),
    ],
    body: (width) => [
      row('inbox', inbox.depth, inbox.oldestAgeMs, inLevel, width),
      row('outbox', outbox.depth, outbox.oldestAgeMs, outLevel, width),
      spread(
        [seg(pad('dead', 7), 'dim'), seg(pad(count(deadLetters), 5, 'right'), deadLetters > 0 ? 'warn' : 'strong')],
        [seg('parked ', 'dim'), seg(count(inbox.parked), inbox.parked > 0 ? 'warn' : 'plain')],
        width,
      ),
    ],
  }
}

function deliveries({ deliveries: all }: Snapshot): OverviewPanel {
  const failing = all.total > 0 && all.failed / all.total > 0.05
  const bar = (name: string, n: number, style: 'good' | 'warn' | 'bad' | 'accent' | 'dim', width: number): Line => [
    seg(pad(name, 10), 'dim'),
    seg(pad(count(n), 5, 'right'), style === 'bad' && n > 0 ? 'bad' : 'plain'),
    seg(' '),
    seg(meter(n, all.total, Math.max(0, width - 16)), style),
  ]
  return {
    title: 'Deliveries, 1 h',
    level: all.total === 0 ? 'plain' : failing ? 'bad' : 'good',
    brief: () => [
      seg('✓✓ ', 'dim'),
      seg(count(all.delivered + all.read), 'strong'),
      seg(' ✓ ', 'dim'),
      seg(count(all.sent)),
      seg(' failed ', 'dim'),
      seg(count(all.failed), failing ? 'bad' : 'plain'),
    ],
    body: (width, height) => {
      if (height < 5)
        return [
          bar('delivered', all.delivered + all.read, 'good', width),
          bar('on its way', all.sent + all.queued, 'accent', width),
          bar('failed', all.failed, 'bad', width),
        ]
      return [
        bar('read', all.read, 'good', width),
        bar('delivered', all.delivered, 'good', width),
        bar('sent', all.sent, 'accent', width),
        bar('queued', all.queued, 'dim', width),
        bar('failed', all.failed, 'bad', width),
      ]
    },
  }
}

function funnel({ today }: Snapshot): OverviewPanel {
  const steps = [
    ['chat', today.funnel.chat],
    ['cart', today.funnel.cart],
    ['link', today.funnel.link],
    ['paid', today.funnel.paid],
  ] as const
  return {
    title: 'Funnel today',
    level: today.funnel.chat === 0 ? 'plain' : 'good',
    brief: () =>
      steps.flatMap(([name, n], index) => [
        seg(index === 0 ? '' : ' → ', 'dim'),
        seg(count(n), 'strong'),
        seg(` ${name}`, 'dim'),
      ]),
    body: (width, height) => {
      if (height < 4)
        return [
          [
            seg('chat ', 'dim'),
            seg(count(today.funnel.chat), 'strong'),
            seg(' → cart ', 'dim'),
            seg(count(today.funnel.cart), 'strong'),
          ],
          [
            seg('link ', 'dim'),
            seg(count(today.funnel.link), 'strong'),
            seg(' → paid ', 'dim'),
            seg(count(today.funnel.paid), 'strong'),
          ],
          [
            seg(meter(today.funnel.paid, today.funnel.chat, Math.max(0, width - 6)), 'good'),
            seg(` ${percent(today.funnel.paid, today.funnel.chat)}`),
          ],
        ]
      return steps.map(([name, n]): Line => [
        seg(pad(name, 5), 'dim'),
        seg(pad(count(n), 6, 'right'), 'strong'),
        seg(' '),
        seg(meter(n, today.funnel.chat, Math.max(0, width - 18)), 'accent'),
        seg(pad(percent(n, today.funnel.chat), 6, 'right'), 'dim'),
      ])
    },
  }
}

function sales({ today, shops, waiting, human, cases }: Snapshot): OverviewPanel {
  const paused = shops.filter((shop) => shop.status === 'paused').length
  const revenue: Line = [seg(pesos(today.revenue), 'strong')]
  return {
    title: 'Sales today',
    level: waiting > 0 || (cases.oldestAgeMs ?? 0) > CASE_WARN_MS ? 'warn' : 'good',
    brief: () => [...revenue, seg('  orders ', 'dim'), seg(count(today.orders), 'strong')],
    body: (width) => [
      spread(revenue, [seg(`${count(today.paid)} paid of ${count(today.orders)}`, 'dim')], width),
      [seg(`${count(shops.length)} shops`, 'plain'), seg(paused > 0 ? `, ${paused} paused` : '', 'warn')],
      [
        seg(width < 32 ? 'wait ' : 'waiting ', 'dim'),
        seg(count(waiting), waiting > 0 ? 'bad' : 'plain'),
        seg(width < 26 ? ' held ' : '  held ', 'dim'),
        seg(count(human)),
        seg(width < 26 ? ' case ' : '  cases ', 'dim'),
        seg(count(cases.depth), cases.depth > 0 ? 'warn' : 'plain'),
      ],
    ],
  }
}

function errors({ errors: all }: Snapshot): OverviewPanel {
  const total = all.reduce((sum, error) => sum + error.count, 0)
  return {
    title: 'Errors, 24 h',
    level: total === 0 ? 'good' : 'warn',
    brief: () =>
      total === 0
        ? [seg('none', 'dim')]
        : [seg(count(total), 'warn'), seg(` · ${all[0]?.area} ${all[0]?.code}`, 'dim')],
    body: (width, height) =>
      total === 0
        ? [[seg('none', 'dim')]]
        : all
            .slice(0, height)
            .map((error): Line =>
              spread(
                [seg(pad(count(error.count), 5, 'right'), 'warn'), seg(` ${error.code}`)],
                [seg(error.area, 'dim')],
                width,
              ),
            ),
  }
}

function models({ models: use }: Snapshot): OverviewPanel {
  return {
    title: 'Model today',
    level: use.calls === 0 ? 'plain' : use.failed > use.calls / 4 ? 'warn' : 'good',
    brief: () => [seg(count(use.calls), 'strong'), seg(' calls  ', 'dim'), seg(dollars(use.costMicros))],
    body: (width) =>
      use.calls === 0
        ? [[seg('not asked', 'dim')], [seg('everything local', 'dim')]]
        : [
            spread(
              [seg(count(use.calls), 'strong'), seg(' calls', 'dim')],
              [seg('failed ', 'dim'), seg(count(use.failed), use.failed > 0 ? 'warn' : 'plain')],
              width,
            ),
            [seg(count(use.inputTokens)), seg(' tokens in  ', 'dim'), seg(count(use.outputTokens)), seg(' out', 'dim')],
            [seg(dollars(use.costMicros), 'strong')],
          ],
  }
}

function daemons({ daemons: all }: Snapshot): OverviewPanel {
  const alive = all.filter((daemon) => daemon.state === 'running' || daemon.state === 'draining')
  const dead = all.filter((daemon) => daemon.state === 'dead').length
  const lag = Math.max(0, ...alive.map((daemon) => daemon.lagP99Ms ?? 0))
  const memory = alive.reduce((sum, daemon) => sum + (daemon.rssBytes ?? 0), 0)
  const figures: Line = [
    seg(count(alive.length), alive.length === 0 ? 'bad' : 'strong'),
    seg(' alive', 'dim'),
    seg(dead > 0 ? `  ${dead} dead` : '', 'warn'),
  ]
  return {
    title: 'Daemons',
    level: alive.length === 0 ? 'bad' : lag > LAG_WARN_MS ? 'warn' : 'good',
    brief: () => figures,
    body: (width) => [
      figures,
      spread([seg('lag p99 ', 'dim'), seg(alive.length === 0 ? '–' : duration(lag))], [seg(bytes(memory))], width),
      [seg('beat ', 'dim'), seg(age(all[0]?.beatAgeMs ?? null), alive.length === 0 ? 'bad' : 'plain')],
    ],
  }
}

function levelFor(ageMs: number | null, warn: number, critical: number): Level {
  if (ageMs === null || ageMs <= warn) return 'good'
  return ageMs > critical ? 'bad' : 'warn'
}

function worst(levels: Level[]): Level {
  if (levels.includes('bad')) return 'bad'
  return levels.includes('warn') ? 'warn' : 'good'
}
