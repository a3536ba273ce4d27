import type { ConversationDetail, TranscriptEntry } from '../../services/snapshot/source.ts'
import { age, clock, pesos } from '../format.ts'
import { clip, fitLine, oneLine, pad, seg, spread, wrap, type Line, type Style } from '../lines.ts'
import type { State } from '../state.ts'

const TICKS: Readonly<Record<NonNullable<TranscriptEntry['delivery']>, { sign: string; style: Style }>> = {
  queued: { sign: '◷', style: 'dim' },
  sent: { sign: '✓', style: 'dim' },
  delivered: { sign: '✓✓', style: 'dim' },
  read: { sign: '✓✓ read', style: 'accent' },
  failed: { sign: '✖ failed', style: 'bad' },
}

/** The transcript with ticks and timings; cart and orders beside it where there is room, above it where not. */
export function drawConversation(state: State, width: number, height: number): Line[] {
  const { detail } = state
  if (detail === null) return [[seg(state.snapshot === null ? 'loading …' : 'looking for this conversation …', 'dim')]]
  if (state.why !== null) return drawWhy(state.why, state.scroll, width, height)
  const head = headline(detail, state.now, width)
  const side = width >= 90 ? Math.min(44, Math.floor(width / 3)) : 0
  const body = height - head.length
  if (side === 0) {
    const facts = body > 12 ? factLines(detail, width, state.now).slice(0, 4) : []
    return [...head, ...facts, ...transcript(detail, state, width, body - facts.length)]
  }
  const left = transcript(detail, state, width - side - 3, body)
  const right = factLines(detail, side, state.now)
  return [
    ...head,
    ...Array.from({ length: body }, (_, row): Line => [
      ...fitLine(left[row] ?? [], width - side - 3),
      seg(' │ ', 'dim'),
      ...fitLine(right[row] ?? [], side),
    ]),
  ]
}

function headline(detail: ConversationDetail, now: number, width: number): Line[] {
  const mode: Line =
    detail.mode === 'waiting'
      ? [seg('✋ waits for a person', 'bad'), seg(detail.modeReason === null ? '' : ` — ${detail.modeReason}`, 'dim')]
      : detail.mode === 'human'
        ? [seg(`☻ held by ${detail.takeoverBy ?? 'a person'}`, 'warn')]
        : [seg('· the bot answers', 'dim')]
  const held = detail.modeSince === null || detail.mode === 'bot' ? 0 : now - detail.modeSince
  const since = held < 1000 ? '' : ` for ${age(held)}`
  const left = detail.mode === 'human' ? leftText(detail.takeoverUntil, now) : ''
  const who: Line = [
    seg(detail.who, 'strong'),
    seg(detail.name === null || detail.masked ? '' : `  ${detail.name}`),
    seg(`  ${detail.tenant}`, 'dim'),
    seg(detail.masked ? '' : '  in clear', 'warn'),
  ]
  return [spread(who, [...mode, seg(`${since}${left}`, 'dim')], width)]
}

/** A takeover ends by itself: the bot must not stay quiet because somebody went home. */
function leftText(until: number | null, now: number): string {
  if (until === null) return ''
  return until > now ? `, ${age(until - now)} left` : ', time is up: the bot answers the next message'
}

function factLines(detail: ConversationDetail, width: number, now: number): Line[] {
  const total = detail.cart.reduce((sum, item) => sum + item.quantity * item.unitPrice, 0)
  const cart: Line[] =
    detail.cart.length === 0
      ? [[seg('cart ', 'strong'), seg('empty', 'dim')]]
      : [
          spread([seg('cart', 'strong')], [seg(pesos(total), 'strong')], width),
          ...detail.cart.map((item): Line =>
            spread(
              [seg(clip(`${item.quantity} × ${item.name}`, width - 11))],
              [seg(pesos(item.quantity * item.unitPrice), 'dim')],
              width,
            ),
          ),
        ]
  const orders: Line[] =
    detail.orders.length === 0
      ? [[seg('orders ', 'strong'), seg('none', 'dim')]]
      : [
          [seg('orders', 'strong')],
          ...detail.orders.map((order): Line =>
            spread(
              [
                seg(order.number),
                seg(` ${order.status.replaceAll('_', ' ')}`, order.status === 'paid' ? 'good' : 'warn'),
              ],
              [seg(`${pesos(order.total)} ${pad(age(Math.max(0, now - order.placedAt)), 4, 'right')}`, 'dim')],
              width,
            ),
          ),
        ]
  const cases = detail.cases.map((one): Line => {
    const since = seg(` ${age(Math.max(0, now - one.since))}`, 'dim')
    const room = width - 6 - one.kind.length
    return spread(
      [seg(`▲ ${one.kind.replaceAll('_', ' ')} `, 'warn'), seg(clip(oneLine(one.summary), room))],
      [since],
      width,
    )
  })
  return [...cases, ...cart, ...orders]
}

/** Read from its end: `scroll` lines up from the newest. */
function transcript(detail: ConversationDetail, state: State, width: number, height: number): Line[] {
  if (detail.transcript.length === 0) return [[seg('nothing was said yet', 'dim')]]
  const lines = detail.transcript.flatMap((entry) => bubble(entry, width))
  const scroll = Math.min(state.scroll, Math.max(0, lines.length - height))
  const end = lines.length - scroll
  return lines.slice(Math.max(0, end - height), end)
}

function bubble(entry: TranscriptEntry, width: number): Line[] {
  const ours = entry.from !== 'shopper'
  const indent = ours ? Math.min(8, Math.floor(width / 8)) : 0
  const speaker = entry.from === 'bot' ? 'bot' : entry.from
  const facts: Segment[] = [seg(`${clock(entry.at)} `, 'dim'), seg(speaker, ours ? 'us' : 'shopper')]
  if (entry.intent !== null)
    facts.push(
      seg(`  ${entry.intent}${entry.confidence === null ? '' : ` ${Math.round(entry.confidence * 100)} %`}`, 'dim'),
    )
  if (entry.latencyMs !== null) facts.push(seg(`  ${entry.latencyMs.toFixed(1)} ms`, 'dim'))
  if (entry.source === 'model') facts.push(seg('  model', 'accent'))
  if (entry.delivery !== null) facts.push(seg('  '), seg(TICKS[entry.delivery].sign, TICKS[entry.delivery].style))
  if (entry.error !== null) facts.push(seg(`  ${entry.error}`, 'bad'))
  const margin = seg(' '.repeat(indent))
  return [
    [margin, ...facts],
    ...wrap(entry.text, Math.max(1, width - indent - 2)).map((text): Line => [
      margin,
      seg('  '),
      seg(text, ours ? 'plain' : 'strong'),
    ]),
  ]
}

type Segment = ReturnType<typeof seg>

function drawWhy(why: readonly string[], scroll: number, width: number, height: number): Line[] {
  const lines: Line[] = [
    [seg('Why the bot answered as it did', 'title'), seg('  esc goes back', 'dim')],
    ...(why.length === 0
      ? [[seg('loading …', 'dim')]]
      : why.flatMap((line) => wrap(line, width).map((text) => [seg(text)]))),
  ]
  const first = Math.min(scroll, Math.max(0, lines.length - height))
  return lines.slice(first, first + height)
}
