import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { EffectContext } from '../../src/engine/commerce/effects.ts'
import { BotctlError } from '../../src/errors.ts'
import { cancelOrder } from '../../src/services/orders/cancel-order.ts'
import { payByHand } from '../../src/services/orders/pay-by-hand.ts'
import { refundOrder } from '../../src/services/orders/refund-order.ts'
import { hearProvider } from '../../src/services/payments/hear-provider.ts'
import { settlePayment } from '../../src/services/payments/settle.ts'
import { reconcileDay } from '../../src/services/payments/reconcile.ts'
import { chileDay } from '../../src/payments/flow/chile-time.ts'
import type { Order } from '../../src/store/orders.ts'
import type { Store } from '../../src/store/store.ts'
import { describeStores, type TestDatabase } from '../support/databases.ts'
import { openMoneyWorld, type MoneyWorld } from '../support/money-world.ts'
import { browniesTimes, wipe } from '../support/shop.ts'

const MINUTE = 60_000
const SETTLED = new Set(['paid', 'preparing', 'shipped', 'delivered', 'refunded'])

/** One thing that may happen, to the n-th order or to everybody. */
type Step =
  | { do: 'place'; who: number; units: number; method: 'flow' | 'local' }
  | { do: 'pay' | 'reject' | 'abandon' | 'coupon' | 'finish_refund'; nth: number }
  | { do: 'storm' | 'callback' | 'forge' | 'cancel' | 'operator_cancel' | 'by_hand' | 'refund' | 'renew'; nth: number }
  | { do: 'wait'; minutes: number }
  | { do: 'run' | 'reconcile' }
  /** The process dies at its n-th transaction from here: before it commits, or just after. */
  | { do: 'crash'; at: number; when: 'before' | 'after' }
  | { do: 'flow_trouble'; path: string; how: 'lose-reply' | 'lose-request' | 500 }

const nth = fc.nat(3)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('place' as const),
      who: fc.nat(2),
      units: fc.integer({ min: 1, max: 5 }),
      method: fc.constantFrom('flow' as const, 'flow' as const, 'local' as const),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'pay' as const,
        'pay' as const,
        'reject' as const,
        'abandon' as const,
        'coupon' as const,
        'finish_refund' as const,
      ),
      nth,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'storm' as const,
        'storm' as const,
        'callback' as const,
        'forge' as const,
        'cancel' as const,
        'operator_cancel' as const,
        'by_hand' as const,
        'refund' as const,
        'renew' as const,
      ),
      nth,
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(1, 6, 31, 90) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('run' as const, 'run' as const, 'reconcile' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('crash' as const),
      at: fc.nat(4),
      when: fc.constantFrom('before' as const, 'after' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('flow_trouble' as const),
      path: fc.constantFrom('/payment/create', '/payment/getStatus', '/refund/create'),
      how: fc.constantFrom('lose-reply' as const, 'lose-request' as const, 500 as const),
    }),
  },
)

/** Half of the runs begin where it gets interesting: with links out, or paid and not yet heard of. */
const placed: Step[] = [
  { do: 'place', who: 0, units: 2, method: 'flow' },
  { do: 'place', who: 1, units: 3, method: 'flow' },
  { do: 'run' },
]
const paidUnheard: Step[] = [...placed, { do: 'pay', nth: 0 }]
const beginning = fc.constantFrom<Step[]>([], placed, paidUnheard)
/** Played in every run, before the random ones. */
const examples: Array<[Step[], Step[]]> = [
  [paidUnheard, [{ do: 'storm', nth: 0 }]],
  [
    paidUnheard,
    [
      { do: 'cancel', nth: 0 },
      { do: 'storm', nth: 0 },
    ],
  ],
]

describeStores('money under any order of events', (open) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.remove())

  it('units and pesos balance after every step, nothing is settled twice, and paid stays paid', async () => {
    await fc.assert(
      fc.asyncProperty(beginning, fc.array(step, { minLength: 5, maxLength: 25 }), async (first, rest) => {
        const steps = [...first, ...rest]
        const crash = { left: -1, when: 'before' as 'before' | 'after' }
        const world = await openMoneyWorld(database, { store: crashing(database.store, crash) })
        try {
          await play(world, crash, steps)
        } finally {
          crash.left = -1
          await world.close()
          await wipe(database.store.db)
        }
      }),
      // The same orders of events in every run of the suite; MONEY_RUNS looks for new ones, and prints the seed of a failure.
      {
        numRuns: Number(process.env.MONEY_RUNS ?? 8),
        ...(process.env.MONEY_RUNS === undefined ? { seed: Number(process.env.MONEY_SEED ?? 20_261_122) } : {}),
        endOnFailure: true,
        examples,
      },
    )
  }, 900_000)

  async function play(world: MoneyWorld, crash: { left: number; when: 'before' | 'after' }, steps: readonly Step[]) {
    const acme = await world.shop('acme')
    const shoppers: EffectContext[] = []
    for (const n of [1, 2, 3]) shoppers.push(await world.shopper(acme, `+5691111111${n}`))
    const everPaid = new Set<string>()
    for (const [index, each] of steps.entries()) {
      if (each.do === 'crash') Object.assign(crash, { left: each.at, when: each.when })
      else await survive(() => act(world, shoppers, each, index))
      await check(world, everPaid)
    }
    // The storm is over: everything that was begun finds its end by itself.
    crash.left = -1
    // A coupon lives for three days, and its poller a day longer.
    await world.pass(5 * 24 * 60 * MINUTE)
    await check(world, everPaid)
    const open = await database.store.db
      .selectFrom('orders')
      .select('id')
      .where('status', '=', 'pending_payment')
      .execute()
    expect(open).toEqual([])
    // Whatever Flow took belongs to a sold order, or is on its way back.
    const taken = [...world.flow.payments.values()].filter((payment) => payment.status === 2)
    for (const payment of taken) {
      const ours = await database.store.db
        .selectFrom('payment')
        .select('status')
        .where('reference', '=', payment.commerceOrder)
        .executeTakeFirst()
      expect(ours?.status).toBe('paid')
    }
  }

  async function act(
    world: MoneyWorld,
    shoppers: EffectContext[],
    each: Exclude<Step, { do: 'crash' }>,
    index: number,
  ) {
    const { db } = database.store
    const operator = { store: world.deps.store, now: world.deps.now, actor: 'cli:ana' }
    switch (each.do) {
      case 'place':
        await world.apply(
          shoppers[each.who]!,
          browniesTimes(each.units, {
            cartVersion: index,
            paymentMethod: each.method,
            acceptedMessageId: `msg_${index}`,
          }),
        )
        return
      case 'wait':
        return world.pass(each.minutes * MINUTE)
      case 'run':
        return world.runDue()
      case 'reconcile':
        await reconcileDay(world.deps, { tenantId: 'tnt_acme', provider: 'flow', date: chileDay(world.clock.now) })
        return
      case 'flow_trouble':
        return world.flow.trouble(each.path, each.how)
      case 'forge':
        await hearProvider({ db, now: world.deps.now }, 'flow', `FORGED${each.nth}`)
        return
      case 'finish_refund': {
        const refund = [...world.flow.refunds.keys()][each.nth]
        if (refund !== undefined) world.flow.finishRefund(refund)
        return
      }
      default:
    }
    const order = await nthOrder(each.nth)
    if (order === null) return
    const wanted = { tenant: 'acme', number: order.number }
    const token = await db
      .selectFrom('payment')
      .select('ref')
      .where('order_id', '=', order.id)
      .where('provider', '=', 'flow')
      .where('ref', 'is not', null)
      .orderBy('attempt', each.nth % 2 === 0 ? 'desc' : 'asc')
      .limit(1)
      .executeTakeFirst()
    const ref = token?.ref ?? null
    switch (each.do) {
      case 'pay':
        return ref === null ? undefined : atFlow(() => world.flow.pay(ref))
      case 'reject':
        return ref === null ? undefined : atFlow(() => world.flow.reject(ref))
      case 'abandon':
        return ref === null ? undefined : atFlow(() => world.flow.cancel(ref))
      case 'coupon':
        return ref === null ? undefined : atFlow(() => world.flow.issueCoupon(ref))
      case 'storm': {
        // Callback, return, poll and sweep at the same moment, for every attempt of the order.
        const payments = await db.selectFrom('payment').select('id').where('order_id', '=', order.id).execute()
        const calls = payments.flatMap(({ id }) => [1, 2, 3].map(() => id))
        const ended = await Promise.allSettled(
          calls.map((paymentId) => settlePayment(world.deps, { tenantId: 'tnt_acme', paymentId })),
        )
        const failed = ended.find((end) => end.status === 'rejected')
        if (failed !== undefined) throw failed.reason
        return
      }
      case 'callback':
        if (ref !== null) await hearProvider({ db, now: world.deps.now }, 'flow', ref)
        return
      case 'cancel': {
        const shopper = shoppers.find((one) => one.contactId === order.contactId)!
        await world.apply(shopper, { type: 'cancel_order', orderId: order.id, reason: 'x' })
        return
      }
      case 'renew': {
        const shopper = shoppers.find((one) => one.contactId === order.contactId)!
        await world.apply(shopper, { type: 'renew_payment', orderId: order.id })
        return
      }
      case 'operator_cancel':
        await cancelOrder(operator, { ...wanted, reason: 'x' })
        return
      case 'by_hand':
        await payByHand(operator, { ...wanted, note: null })
        return
      case 'refund':
        await refundOrder(operator, { ...wanted, reason: 'x' })
        return
    }
  }

  async function nthOrder(n: number): Promise<Pick<Order, 'id' | 'number' | 'contactId'> | null> {
    const row = await database.store.db
      .selectFrom('orders')
      .select(['id', 'number', 'contact_id as contactId'])
      .orderBy('placed_at')
      .orderBy('id')
      .offset(n)
      .limit(1)
      .executeTakeFirst()
    return row ?? null
  }

  async function check(world: MoneyWorld, everPaid: Set<string>): Promise<void> {
    await world.audit()
    const { db } = database.store
    const orders = await db.selectFrom('orders').select(['id', 'status']).execute()
    for (const order of orders) {
      if (SETTLED.has(order.status)) everPaid.add(order.id)
      else expect(everPaid.has(order.id), 'a paid order became unpaid').toBe(false)
    }
    const paidEvents = await db
      .selectFrom('order_event')
      .select((row) => ['order_id', row.fn.countAll<number>().as('n')])
      .where('kind', '=', 'paid')
      .groupBy('order_id')
      .having((row) => row.fn.countAll<number>(), '>', 1)
      .execute()
    expect(paidEvents, 'an order was settled twice').toEqual([])
    const negative = await db
      .selectFrom('product')
      .select('id')
      .where((row) => row.or([row('available', '<', 0), row('reserved', '<', 0), row('sold', '<', 0)]))
      .execute()
    expect(negative).toEqual([])
  }
})

/** What a test expects to be refused is no failure, and a crash is what is tried. */
async function survive(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof BotctlError) && !(error as { crash?: true }).crash) throw error
    if (error instanceof BotctlError && error.code === 'stock_broken') throw error
  }
}

/** The shopper finds the link used or expired: nothing happens. */
function atFlow(work: () => void): void {
  try {
    work()
  } catch {
    // Flow's own page says so.
  }
}

/** A store whose process dies at a given transaction: everything not committed is gone, what was committed stays. */
function crashing(store: Store, crash: { left: number; when: 'before' | 'after' }): Store {
  return {
    ...store,
    db: store.db,
    async transaction(work) {
      const dies = crash.left === 0
      if (crash.left >= 0) crash.left -= 1
      const died = () => Object.assign(new Error('the process died'), { crash: true as const })
      const result = await store.transaction(async (trx) => {
        const value = await work(trx)
        if (dies && crash.when === 'before') throw died()
        return value
      })
      if (dies) throw died()
      return result
    },
  }
}
