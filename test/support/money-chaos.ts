import { fileURLToPath } from 'node:url'
import { createApplyEffects } from '../../src/store/commerce.ts'
import { migrate } from '../../src/store/migrate.ts'
import { openStore } from '../../src/store/open.ts'
import { findStockFaults } from '../../src/store/stock.ts'
import type { Store } from '../../src/store/store.ts'
import { createClient, leftover, pause, seeded } from './chaos.ts'
import { CHAOS_SECRETS, createDaemonProcess, type DaemonProcess } from './daemon-process.ts'
import { startFakeFlow, type FakeFlow, type FlowMoment } from './fake-flow.ts'
import { metaText, startFakeMeta, type FakeMeta } from './fake-meta.ts'
import { brownies, browniesTimes, plantShop, plantShopper } from './shop.ts'

const ENTRY = fileURLToPath(new URL('money-daemon.ts', import.meta.url))
const TENANT = 'tnt_acme'

/** One shop with the real engine, a Flow and a Meta on loopback, and daemons to kill. */
interface World {
  store: Store
  flow: FakeFlow
  meta: FakeMeta
  daemons: DaemonProcess[]
  /** Waits as long as a slow machine needs; throws with the daemons' last words. */
  until(what: string, done: () => boolean | Promise<boolean>, ms?: number, everyMs?: number): Promise<void>
  /** Kills and starts again. A machine that is busy may need longer for a start than is waited for: three tries. */
  restart(daemon: DaemonProcess): Promise<void>
}

/** What must be zero; a figure that is not, by its name. */
export type Faults = Record<string, number>

async function withWorld(
  options: { databaseUrl: string; units: number; replicas?: number },
  work: (world: World) => Promise<Faults>,
): Promise<Faults> {
  const store = await openStore(options.databaseUrl)
  await migrate(store, { now: 0 })
  await plantShop(store.db, 'acme')
  await store.db.updateTable('product').set({ available: options.units, stocked: options.units }).execute()
  await store.db
    .insertInto('channel')
    .values({ id: 'ch', tenant_id: TENANT, provider: 'meta', address: '1000', created_at: 0, updated_at: 0 })
    .execute()
  const flow = await startFakeFlow({ accounts: { KEY: 'SECRET' } })
  const meta = await startFakeMeta({ appSecret: CHAOS_SECRETS.appSecret, callbacks: ['sent'], delayMs: [5, 20] })
  const daemons = await Promise.all(
    Array.from({ length: options.replicas ?? 1 }, () =>
      createDaemonProcess({
        databaseUrl: options.databaseUrl,
        graphUrl: meta.url,
        entry: [ENTRY],
        tune: `leaseMs=3000,sweepMs=250,ambiguousMs=${AMBIGUOUS_MS}`,
        env: { FLOW_API_URL: flow.url, FLOW_API_KEY: 'KEY', FLOW_SECRET_KEY: 'SECRET', LOG_LEVEL: 'warn' },
      }),
    ),
  )
  const world: World = {
    store,
    flow,
    meta,
    daemons,
    async until(what, done, ms = 240_000, everyMs = 10) {
      const deadline = Date.now() + ms
      while (!(await done())) {
        if (Date.now() > deadline) {
          const tails = daemons.map((daemon) => daemon.logTail().slice(-3000)).join('\n---\n')
          throw new Error(`waited in vain: ${what}\n${await openMoney(store)}\n${tails}`)
        }
        await pause(everyMs)
      }
    },
    async restart(daemon) {
      for (let attempt = 1; ; attempt++) {
        await daemon.signal('SIGKILL')
        try {
          return await daemon.start()
        } catch (error) {
          if (attempt === 3) throw error
        }
      }
    },
  }
  try {
    for (const daemon of daemons) await daemon.start()
    meta.callbackUrl = daemons[0]?.url ?? null
    const faults = await work(world)
    const stock = (await findStockFaults(store.db)).length
    // The last kill was seconds ago: what it left in doubt goes after its wait, and what stands behind it after that.
    const all: Faults = { ...faults, stock, ...(await leftover(store, 2 * AMBIGUOUS_MS)), ...sentTwice(meta) }
    return Object.fromEntries(Object.entries(all).filter(([, count]) => count !== 0))
  } finally {
    await Promise.all(daemons.map((daemon) => daemon.signal('SIGKILL')))
    await flow.close()
    await meta.close()
    await store.close()
  }
}

/** What is not settled, for the report of a run that waits in vain. */
async function openMoney({ db }: Store): Promise<string> {
  const orders = await db
    .selectFrom('orders')
    .innerJoin('payment', (join) =>
      join.onRef('payment.tenant_id', '=', 'orders.tenant_id').onRef('payment.order_id', '=', 'orders.id'),
    )
    .select(['orders.number', 'orders.status', 'payment.attempt', 'payment.status as payment', 'payment.reason'])
    .where('orders.status', '!=', 'paid')
    .limit(40)
    .execute()
  const jobs = await db
    .selectFrom('job')
    .select(['kind', 'status', 'run_at', 'attempts', 'locked_until', 'error'])
    .where('kind', 'like', 'payment%')
    .limit(40)
    .execute()
  return JSON.stringify({ now: Date.now(), orders, jobs })
}

/** `twiceKnown`: sent again although a callback about the first had been taken before, which no slow machine explains. */
function sentTwice(meta: FakeMeta): Faults {
  const first = new Map<string, FakeMeta['sends'][number]>()
  let twice = 0
  let twiceKnown = 0
  let longestWaitMs = 0
  for (const send of meta.sends) {
    const earlier = first.get(send.opaqueId)
    if (earlier === undefined) {
      first.set(send.opaqueId, send)
      continue
    }
    twice += 1
    if (earlier.reportedAt !== null && earlier.reportedAt < send.askedAt) twiceKnown += 1
    longestWaitMs = Math.max(longestWaitMs, send.at - earlier.at)
  }
  return { twice, twiceKnown, longestWaitMs }
}

/** How long a send in doubt waits for its callback: long enough for a starved fake provider on two busy cores. */
const AMBIGUOUS_MS = 8000

/**
 * After the last kill: on Postgres the timers that it held are free after a minute, a question in doubt settles in five
 * seconds, a link that was lost is made anew, eight at once. That is two minutes; four times as much where others compute.
 */
const LAST_LINKS_MS = 480_000

type Point =
  | { name: string; during: 'create' | 'settle'; at: 'committed' | 'told' | 'telling' | 'written' }
  | { name: string; during: 'create' | 'settle'; step: FlowMoment['step'] }

/** Between "order committed" and "payment created", and between "payment confirmed" and "order paid". */
const POINTS: readonly Point[] = [
  { name: 'the order is committed', during: 'create', at: 'committed' },
  { name: 'the payment is asked for, and the question is lost', during: 'create', step: 'asked' },
  { name: 'the payment exists, its answer is lost', during: 'create', step: 'done' },
  { name: 'the answer with the link is on its way', during: 'create', step: 'answered' },
  { name: 'the link is on disk', during: 'create', at: 'written' },
  { name: 'the confirmation is arriving', during: 'settle', at: 'telling' },
  { name: 'the confirmation is taken', during: 'settle', at: 'told' },
  { name: 'Flow is asked whether it is paid, and the question is lost', during: 'settle', step: 'asked' },
  { name: 'the answer that it is paid is lost', during: 'settle', step: 'done' },
  { name: 'the answer that it is paid is on its way', during: 'settle', step: 'answered' },
  { name: 'the order is paid on disk', during: 'settle', at: 'written' },
]

/**
 * D8: the daemon is killed at every point `times` times, each time under another order. Nobody helps afterwards: what a
 * kill took with it, timers and pollers find by themselves.
 */
export function killAroundPayments(options: { databaseUrl: string; times: number; seed: number }): Promise<Faults> {
  return withWorld({ databaseUrl: options.databaseUrl, units: 10_000 }, async (world) => {
    const { store, flow, daemons, until } = world
    const { db } = store
    const daemon = daemons[0] as DaemonProcess
    const apply = createApplyEffects({ baseUrl: daemon.url })
    const random = seeded(options.seed)
    let orders = 0
    let kills = 0

    async function kill(): Promise<void> {
      kills += 1
      await daemon.signal('SIGKILL')
    }

    /** Kills at the next such step of a call, whoever's it is. */
    function killAt(path: string, step: FlowMoment['step']): Promise<void> {
      return new Promise((resolve, reject) => {
        flow.watch = async (moment) => {
          if (moment.path !== path || moment.step !== step) return
          flow.watch = null
          await kill().then(resolve, reject)
          return step === 'asked' ? 'drop' : undefined
        }
      })
    }

    async function place(): Promise<string> {
      orders += 1
      const phone = `+5691${String(orders).padStart(7, '0')}`
      const shopper = await plantShopper(db, TENANT, phone, Date.now())
      await db
        .updateTable('conversation')
        .set({ channel_id: 'ch' })
        .where('id', '=', shopper.conversationId)
        .where('tenant_id', '=', TENANT)
        .execute()
      const wanted = brownies({ paymentMethod: 'flow', acceptedMessageId: `msg_${orders}` })
      await store.transaction((trx) => apply(trx, shopper, [wanted]))
      const row = await db
        .selectFrom('orders')
        .select('id')
        .where('conversation_id', '=', shopper.conversationId)
        .executeTakeFirstOrThrow()
      return row.id
    }

    async function linkOf(order: string): Promise<string | null> {
      const row = await db
        .selectFrom('payment')
        .select('ref')
        .where('order_id', '=', order)
        .where('status', '=', 'pending')
        .executeTakeFirst()
      return row?.ref ?? null
    }

    const isPaid = async (order: string): Promise<boolean> =>
      (await db.selectFrom('orders').select('status').where('id', '=', order).executeTakeFirst())?.status === 'paid'

    async function underCreate(point: Point): Promise<void> {
      const killed = 'step' in point ? killAt('/payment/create', point.step) : null
      const order = await place()
      if (killed) await killed
      else {
        if ('at' in point && point.at === 'written') {
          await until('the link is on disk', async () => (await linkOf(order)) !== null)
        }
        await kill()
      }
    }

    async function underSettle(point: Point): Promise<void> {
      const order = await place()
      await until('a link', async () => (await linkOf(order)) !== null)
      const token = (await linkOf(order)) as string
      flow.pay(token)
      const killed = 'step' in point ? killAt('/payment/getStatus', point.step) : null
      const told = flow.confirm(token).catch(() => 0)
      if (killed) await killed
      else if ('at' in point && point.at === 'telling') {
        await pause(random() * 4)
        await kill()
      } else {
        await told
        if ('at' in point && point.at === 'written') await until('it is paid', () => isPaid(order))
        await kill()
      }
      await told
    }

    const payments = () => db.selectFrom('payment').select(['order_id', 'ref', 'status']).execute()
    /** The shoppers of the first half pay soon after they have a link, as people do; nobody calls back. */
    async function payAll(): Promise<void> {
      for (const payment of await payments()) {
        if (payment.status !== 'pending' || payment.ref === null) continue
        if (flow.payments.get(payment.ref)?.status === 1) flow.pay(payment.ref)
      }
    }

    for (const point of POINTS) {
      for (let time = 0; time < options.times; time++) {
        await (point.during === 'create' ? underCreate(point) : underSettle(point))
        flow.watch = null
        await world.restart(daemon)
        await payAll()
      }
    }
    // Looking at everything a hundred times a second would starve the daemon that is waited for.
    const every = 250
    await until(
      'every order has a link that can be paid, or was paid',
      async () => {
        await payAll()
        return new Set([...flow.payments.values()].filter((each) => each.status === 2).map(orderNumber)).size === orders
      },
      LAST_LINKS_MS,
      every,
    )
    const settled = async (): Promise<number> =>
      (await db.selectFrom('orders').select('id').where('status', '=', 'paid').execute()).length
    // The poller asks at half a minute, one, two, four; a timer that a kill took is free again after a minute.
    await until('every paid token ends in a paid order', async () => (await settled()) === orders, 1_200_000, every)
    const events = await db.selectFrom('order_event').select('order_id').where('kind', '=', 'paid').execute()
    const paidAtFlow = [...flow.payments.values()].filter((each) => each.status === 2)
    const all = await db.selectFrom('orders').select('id').execute()
    const refunds = await db.selectFrom('refund').select('id').execute()
    return {
      missedKills: options.times * POINTS.length - kills,
      ordersTwice: all.length - orders,
      paidTwiceAtFlow: paidAtFlow.length - orders,
      settledTwice: events.length - orders,
      linksTwice: (await payments()).filter((each) => each.status === 'paid').length - orders,
      refunds: refunds.length,
    }
  })
}

function orderNumber(payment: { commerceOrder: string }): string {
  return payment.commerceOrder.split('-').slice(0, -2).join('-')
}

/**
 * D9: so many buyers write to the shop at once, through Meta, and one daemon after the other is killed. Each waits for an
 * answer before the next message, as people do; then every link is paid.
 */
export function raceForUnits(options: {
  databaseUrl: string
  buyers: number
  units: number
  replicas: number
  kills: boolean
  seed: number
}): Promise<Faults> {
  return withWorld(options, async (world) => {
    const { store, flow, meta, daemons, until } = world
    const { db } = store
    const random = seeded(options.seed)
    const client = createClient(daemons, random)
    const heard = (phone: string): number => meta.sends.filter((send) => send.to === phone).length
    let racing = true
    // A lone daemon must outlive the wait for callbacks now and then: what is in doubt is not sent again before it is over.
    const atLeast = daemons.length === 1 ? AMBIGUOUS_MS : 0
    const breaking = (async () => {
      while (racing && options.kills) {
        await pause(atLeast + 1000 + random() * 2000)
        const victim = daemons[Math.floor(random() * daemons.length)] as DaemonProcess
        meta.callbackUrl = (daemons.find((daemon) => daemon !== victim) ?? victim).url
        await world.restart(victim)
      }
    })()
    await Promise.all(
      Array.from({ length: options.buyers }, async (_, n) => {
        const from = `+5691111${String(n).padStart(4, '0')}`
        const words = [
          'quiero 1 brownie',
          'quiero pagar',
          `Camila Rojas, Av. Italia ${1000 + n}, Ñuñoa`,
          `camila${n}@correo.cl`,
          'confirmo',
        ]
        for (const [index, text] of words.entries()) {
          const before = heard(from)
          await client.deliver(metaText({ phoneNumberId: '1000', from, id: `wamid.${n}.${index}`, text }))
          await until(`an answer to ${text}`, () => heard(from) > before)
        }
      }),
    )
    racing = false
    await breaking
    await client.settled()
    client.close()
    const placed = await db.selectFrom('orders').select('id').execute()
    const refs = async () =>
      (await db.selectFrom('payment').select('ref').where('ref', 'is not', null).execute()).map((row) => row.ref ?? '')
    // A timer that a kill took is free again after a minute.
    await until('every order has its link', async () => (await refs()).length >= placed.length)
    for (const ref of await refs()) {
      flow.pay(ref)
      await flow.confirm(ref)
    }
    const open = () => db.selectFrom('orders').select('id').where('status', '!=', 'paid').execute()
    await until('every order is paid', async () => (await open()).length === 0)
    await until('nothing is left to do', async () => sum(await leftover(store)) === 0)
    const brownie = await db.selectFrom('product').selectAll().where('sku', '=', 'BRW').executeTakeFirstOrThrow()
    const orders = await db.selectFrom('orders').select('conversation_id').execute()
    const inbox = await db.selectFrom('inbox').select('id').execute()
    return {
      unsold: options.units - brownie.sold,
      stillThere: brownie.available,
      stillReserved: brownie.reserved,
      ordersTwice: orders.length - new Set(orders.map((order) => order.conversation_id)).size,
      inboxMismatch: Math.abs(inbox.length - options.buyers * 5),
    }
  })
}

/**
 * D10: one confirmation twenty times at once, tokens that were made up, an amount that is not the order's, and a payment
 * that nobody confirms (`poller`: only where there is half a minute to wait for it).
 */
export function confirmPayments(options: { databaseUrl: string; poller: boolean }): Promise<Faults> {
  return withWorld({ databaseUrl: options.databaseUrl, units: 100 }, async ({ store, flow, daemons, until }) => {
    const { db } = store
    const daemon = daemons[0] as DaemonProcess
    const apply = createApplyEffects({ baseUrl: daemon.url })
    const place = async (phone: string, quantity: number) => {
      const shopper = await plantShopper(db, TENANT, phone, Date.now())
      await store.transaction((trx) => apply(trx, shopper, [browniesTimes(quantity, { paymentMethod: 'flow' })]))
    }
    const links = () =>
      db.selectFrom('payment').select(['ref', 'order_id']).where('ref', 'is not', null).orderBy('amount').execute()
    const statusOf = async (order: string): Promise<string> =>
      (await db.selectFrom('orders').select('status').where('id', '=', order).executeTakeFirstOrThrow()).status
    await place('+56911111111', 1)
    await place('+56922222222', 2)
    await until('both links', async () => (await links()).length === 2)
    const [honest, short] = (await links()) as [{ ref: string; order_id: string }, { ref: string; order_id: string }]
    flow.pay(honest.ref)
    flow.pay(short.ref, { amount: 1 })
    const forged = ['FORGED', honest.ref.toLowerCase(), `${honest.ref}0`, 'F'.repeat(40)]
    const tokens = [...Array.from({ length: 20 }, () => honest.ref), short.ref, ...forged]
    const codes = await Promise.all(tokens.map((token) => confirm(daemon, token)))
    await until('the honest one is paid, the other is with a person', async () => {
      const cases = await db.selectFrom('support_case').select('id').where('kind', '=', 'payment').execute()
      return cases.length === 1 && (await statusOf(honest.order_id)) === 'paid'
    })
    let pollerLate = 0
    if (options.poller) {
      await place('+56933333333', 3)
      const placedAt = Date.now()
      await until('the third link', async () => (await links()).length === 3)
      const silent = (await links())[2] as { ref: string; order_id: string }
      flow.pay(silent.ref)
      await until('the poller finds it', async () => (await statusOf(silent.order_id)) === 'paid')
      // It asks half a minute after the link was made, and then at a minute: late is who needed the second look.
      pollerLate = Date.now() - placedAt > 60_000 ? 1 : 0
    }
    const events = await db.selectFrom('order_event').select(['order_id', 'kind']).execute()
    const count = (order: string, kind: string): number =>
      events.filter((event) => event.order_id === order && event.kind === kind).length
    return {
      notAnswered: codes.filter((code) => code !== 200).length,
      settledTwice: count(honest.order_id, 'paid') - 1,
      paidShort: (await statusOf(short.order_id)) === 'pending_payment' ? 0 : 1,
      mismatchUnseen: count(short.order_id, 'payment_mismatch') - 1,
      pollerLate,
    }
  })
}

async function confirm(daemon: DaemonProcess, token: string): Promise<number> {
  const response = await fetch(`${daemon.url}/webhook/flow`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ token }).toString(),
  })
  await response.arrayBuffer()
  return response.status
}

function sum(counts: Record<string, number>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0)
}
