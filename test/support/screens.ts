import type {
  ConversationDetail,
  ConversationRow,
  DashboardSource,
  DeadLetterRow,
  OrderRow,
} from '../../src/services/snapshot/source.ts'
import type { Snapshot } from '../../src/services/snapshot/types.ts'

/** A busy, slightly troubled evening, with the longest and strangest texts that shoppers send. */
export const NOW = Date.UTC(2026, 10, 18, 18)

const NASTY = [
  'hola, ¿tienen brownies? 🍪🍪',
  '\u001b[31mrojo\u001b[0m \u001b]0;title\u0007 \u0007 fin',
  'línea uno\nlínea dos\ttabulada\r\n\u202eal revés\u202c',
  '👨‍👩‍👧‍👦 familia 🇨🇱 z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞ 全角文字',
  'x'.repeat(500),
  '',
] as const

export function busySnapshot(change: Partial<Snapshot> = {}): Snapshot {
  const series = Array.from({ length: 60 }, (_, index) => (index * 7) % 23)
  return {
    at: NOW,
    tenant: null,
    health: {
      state: 'troubled',
      findings: [
        {
          level: 'critical',
          code: 'inbox_late',
          text: 'a shopper has waited 90 s for an answer (3 messages in the inbox)',
          hint: 'botctl doctor',
        },
        { level: 'warning', code: 'dead_letters', text: '2 replies were given up on', hint: 'botctl message list' },
      ],
    },
    messages: {
      inPerSecond: 12.4,
      outPerSecond: 11.9,
      inSeries: series,
      outSeries: series.toReversed(),
      source: 'daemons',
    },
    latency: { p50: 2.1, p95: 8.4, p99: 41.7, samples: 1000, replyP95: 240 },
    inbox: { depth: 3, oldestAgeMs: 90_000, parked: 1 },
    outbox: { depth: 12, oldestAgeMs: 4000 },
    deadLetters: 2,
    waiting: 1,
    human: 1,
    cases: { depth: 2, oldestAgeMs: 7_200_000 },
    deliveries: { queued: 12, sent: 100, delivered: 500, read: 380, failed: 8, total: 1000, limit: 1000 },
    errors: [
      { area: 'delivery', code: '131026', count: 5, lastAt: NOW - 60_000 },
      { area: 'model', code: 'timeout', count: 2, lastAt: NOW - 120_000 },
      { area: 'log', code: 'a_very_long_code_that_goes_on_and_on_and_never_seems_to_end', count: 1, lastAt: NOW },
    ],
    today: { orders: 41, paid: 30, revenue: 1_234_567, funnel: { chat: 950, cart: 210, link: 41, paid: 30 } },
    models: { calls: 120, failed: 2, inputTokens: 120_000, outputTokens: 20_000, costMicros: 45_000 },
    shops: Array.from({ length: 30 }, (_, index) => ({
      id: `tnt_${index}`,
      slug: index === 0 ? 'acme-cannabis-2024' : `tienda-con-un-nombre-bastante-largo-${index}`,
      name: `Tienda ${index} 🛍️ ñandú`,
      type: 'other',
      status: index === 3 ? ('paused' as const) : ('active' as const),
      conversationsToday: index * 31,
      waiting: index === 1 ? 1 : 0,
      ordersToday: index,
      paidToday: index,
      revenueToday: index * 12_990,
      inbox: 0,
      outbox: index,
      deadLetters: index === 2 ? 2 : 0,
    })),
    daemons: [
      daemon('d1', 'running', 800),
      daemon('d2', 'draining', 1200),
      daemon('d3-with-a-long-host-name.internal.example.cl', 'dead', 400_000),
    ],
    tail: Array.from({ length: 40 }, (_, index) => ({
      id: 1000 - index,
      at: NOW - index * 900,
      tenant: 'acme-cannabis-2024',
      conversation: `cnv_${index}`,
      who: '+56 ••••• 5617',
      author: 'shopper' as const,
      text: NASTY[index % NASTY.length] ?? '',
      reply: index % 3 === 0 ? null : `Tenemos *Brownie* a $6.990 ${NASTY[(index + 1) % NASTY.length] ?? ''}`,
      intent: 'buy_product',
      confidence: 0.97,
      latencyMs: 2.4,
    })),
    databaseMs: 6.2,
    ...change,
  }
}

function daemon(id: string, state: 'running' | 'draining' | 'dead', beatAgeMs: number): Snapshot['daemons'][number] {
  return {
    id,
    host: id,
    pid: 4242,
    version: '0.1.0',
    startedAt: NOW - 3_600_000,
    beatAt: NOW - beatAgeMs,
    beatAgeMs,
    state,
    inPerSecond: 6.2,
    outPerSecond: 6,
    failuresPerSecond: 0,
    active: 12,
    waiting: 0,
    rssBytes: 121_000_000,
    lagP99Ms: 12.4,
    ackP99Ms: 9.1,
    replyP95Ms: 240,
  }
}

export function conversationRows(): ConversationRow[] {
  return Array.from({ length: 50 }, (_, index) => ({
    tenantId: 'tnt_0',
    tenant: 'acme-cannabis-2024',
    id: `cnv_${index}`,
    who: `+56 ••••• ${String(1000 + index)}`,
    name: 'Ana Pérez',
    mode: index === 0 ? ('waiting' as const) : index === 1 ? ('human' as const) : ('bot' as const),
    modeReason: index === 0 ? 'asked for a person' : null,
    modeSince: index < 2 ? NOW - 300_000 : null,
    takeoverBy: index === 1 ? 'claudia' : null,
    takeoverUntil: index === 1 ? NOW + 4 * 3_600_000 : null,
    lastInboundAt: NOW - index * 60_000,
    updatedAt: NOW - index * 60_000,
    cartItems: index % 4,
    lastText: NASTY[index % NASTY.length] ?? '',
    lastIntent: 'buy_product',
    cases:
      index === 0 || index === 2
        ? [{ id: `cas_${index}`, kind: 'transfer_proof', summary: NASTY[index] ?? '', since: NOW - 7_200_000 }]
        : [],
  }))
}

export function orderRows(): OrderRow[] {
  return Array.from({ length: 20 }, (_, index) => ({
    tenantId: 'tnt_0',
    tenant: 'acme-cannabis-2024',
    id: `ord_${index}`,
    number: `AC-${1001 + index}`,
    conversation: `cnv_${index}`,
    status: ['pending_payment', 'paid', 'cancelled', 'preparing'][index % 4] ?? 'paid',
    total: 13_980 + index,
    items: 2,
    who: '+56 ••••• 5617',
    placedAt: NOW - index * 600_000,
    paidAt: null,
    reservedUntil: NOW + 900_000,
  }))
}

export function deadLetterRows(): DeadLetterRow[] {
  return [1, 2].map((id) => ({
    tenantId: 'tnt_2',
    tenant: 'tienda-con-un-nombre-bastante-largo-2',
    id,
    conversation: `cnv_${id}`,
    who: '+56 ••••• 5617',
    text: NASTY[id] ?? '',
    errorClass: 'undeliverable',
    errorCode: '131026',
    errorDetail: 'Message undeliverable',
    attempts: 1,
    createdAt: NOW - 400_000,
  }))
}

export function conversationDetail(): ConversationDetail {
  const [row] = conversationRows()
  return {
    ...row!,
    masked: true,
    cart: [
      { sku: 'COM-BRW', name: 'Brownie de chocolate con un nombre larguísimo', quantity: 2, unitPrice: 6990 },
      { sku: 'ACE-10', name: 'Aceite CBD 10 %', quantity: 1, unitPrice: 24_990 },
    ],
    orders: orderRows().slice(0, 2),
    transcript: NASTY.flatMap((text, index) => [
      {
        id: index,
        at: NOW - 600_000 + index * 60_000,
        from: 'shopper' as const,
        text,
        intent: 'buy_product',
        confidence: 0.97,
        source: index === 2 ? 'model' : 'local',
        latencyMs: 2.4,
        delivery: null,
        error: null,
      },
      {
        id: index,
        at: NOW - 600_000 + index * 60_000,
        from: 'bot' as const,
        text: 'Agregué *2 Brownie* a tu carrito.\nTotal: $13.980\n[Pagar] [Seguir mirando]',
        intent: null,
        confidence: null,
        source: null,
        latencyMs: null,
        delivery: (['read', 'delivered', 'sent', 'queued', 'failed', 'read'] as const)[index] ?? null,
        error: index === 4 ? '131026' : null,
      },
    ]),
  }
}

/** A source that answers from memory, and can be told to be away. */
export function memorySource(change: Partial<Snapshot> = {}): DashboardSource & { away: boolean; calls: string[] } {
  const source = {
    away: false,
    calls: [] as string[],
    async snapshot(tenantId: string | null) {
      source.calls.push(`snapshot ${tenantId ?? 'all'}`)
      if (source.away) throw new Error('connection refused')
      const snapshot = busySnapshot(change)
      return tenantId === null
        ? snapshot
        : { ...snapshot, shops: snapshot.shops.filter((shop) => shop.id === tenantId) }
    },
    conversations: async () => conversationRows(),
    conversation: async () => conversationDetail(),
    orders: async () => orderRows(),
    deadLetters: async () => deadLetterRows(),
    explain: async () => ['“dame 2 brownies”', '  taken for buy_product with 97 %', '  because rule quantity+product'],
  }
  return source
}
