import { moneyJobs } from '../../src/services/payments/jobs.ts'
import type { MoneyDeps } from '../../src/services/payments/deps.ts'
import { createFlow } from '../../src/payments/flow/flow.ts'
import { createLocal } from '../../src/payments/local/local.ts'
import type { Effect, EffectContext } from '../../src/engine/commerce/effects.ts'
import { BotctlError } from '../../src/errors.ts'
import { silentLog } from '../../src/log.ts'
import { createApplyEffects } from '../../src/store/commerce.ts'
import { fromJson } from '../../src/store/json.ts'
import { findOrder, findOrderByNumber, type Order } from '../../src/store/orders.ts'
import { findStockFaults } from '../../src/store/stock.ts'
import type { Store } from '../../src/store/store.ts'
import type { TestDatabase } from './databases.ts'
import { startFakeFlow, type FakeFlow } from './fake-flow.ts'
import { NOON, plantShop, plantShopper } from './shop.ts'

/** Shops, shoppers, a Flow and the timers, with one clock that the test moves. */
export interface MoneyWorld {
  database: TestDatabase
  deps: MoneyDeps
  flow: FakeFlow
  clock: { now: number }
  /** A shop that collects with the Flow account `KEY-<slug>`. */
  shop(slug: string, settings?: object): Promise<string>
  shopper(tenantId: string, phone: string): Promise<EffectContext>
  apply(context: EffectContext, ...effects: Effect[]): ReturnType<ReturnType<typeof createApplyEffects>>
  place(context: EffectContext, effect: Effect): Promise<Order>
  order(order: { tenantId: string; id: string }): Promise<Order>
  /** The token of the order's latest link. */
  token(order: { tenantId: string; id: string }): Promise<string>
  /** Runs every timer that is due, again and again, until none is. */
  runDue(): Promise<void>
  /** Moves the clock, stopping at every timer on the way. */
  pass(ms: number): Promise<void>
  notices(order: { tenantId: string; id: string }): Promise<string[]>
  events(order: { tenantId: string; id: string }): Promise<string[]>
  /** Throws where units or pesos do not balance. */
  audit(): Promise<void>
  close(): Promise<void>
}

export async function openMoneyWorld(
  database: TestDatabase,
  options: { accounts?: string[]; store?: Store } = {},
): Promise<MoneyWorld> {
  const clock = { now: NOON }
  const slugs = options.accounts ?? ['acme', 'bravo']
  const flow = await startFakeFlow({
    accounts: Object.fromEntries(slugs.map((slug) => [`KEY-${slug}`, `secret-${slug}`])),
    now: () => clock.now,
  })
  const baseUrl = 'http://127.0.0.1:9001'
  const store = options.store ?? database.store
  const { db } = database.store
  const deps: MoneyDeps = {
    store,
    now: () => clock.now,
    log: silentLog,
    baseUrl,
    providers: {
      async provider(tenantId, name) {
        if (name === 'local') return createLocal({ db, tenantId, baseUrl, now: () => clock.now })
        const slug = tenantId.replace('tnt_', '')
        return createFlow(
          { apiUrl: flow.url, apiKey: `KEY-${slug}`, secretKey: `secret-${slug}` },
          { deadlineMs: 2000 },
        )
      },
    },
  }
  const applyEffects = createApplyEffects({ baseUrl })
  const jobs = moneyJobs(deps)

  async function nextJob() {
    return db
      .selectFrom('job')
      .selectAll()
      .where('status', '=', 'pending')
      .where('kind', 'in', Object.keys(jobs))
      .where('run_at', '<=', clock.now)
      .orderBy('run_at')
      .orderBy('id')
      .limit(1)
      .executeTakeFirst()
  }

  async function runOne(row: NonNullable<Awaited<ReturnType<typeof nextJob>>>): Promise<void> {
    const attempt = row.attempts + 1
    // As the timers do: leased with an owner, so that a handler that sets the same timer anew is not undone.
    await db.updateTable('job').set({ attempts: attempt, locked_by: 'test' }).where('id', '=', row.id).execute()
    const job = {
      id: row.id,
      tenantId: row.tenant_id,
      kind: row.kind,
      key: row.key,
      payload: fromJson<unknown>(row.payload),
      attempt,
    }
    let runAt: number | null
    try {
      runAt = (await jobs[row.kind]!(job))?.again ?? null
    } catch (error) {
      if (!(error instanceof BotctlError) && !(error as { crash?: true }).crash) throw error
      runAt = clock.now + 1000
    }
    const mine = db.updateTable('job').where('id', '=', row.id).where('locked_by', '=', 'test')
    if (runAt === null) {
      await db.deleteFrom('job').where('id', '=', row.id).where('locked_by', '=', 'test').execute()
    } else await mine.set({ run_at: runAt, locked_by: null }).execute()
  }

  const world: MoneyWorld = {
    database,
    deps,
    flow,
    clock,
    shop: (slug, settings) => plantShop(db, slug, settings),
    async shopper(tenantId, phone) {
      const context = await plantShopper(db, tenantId, phone, clock.now)
      await db
        .insertInto('channel')
        .values({
          id: `chn_${tenantId}`,
          tenant_id: tenantId,
          provider: 'local',
          address: tenantId,
          display_number: null,
          secrets: null,
          blocked_until: null,
          blocked_reason: null,
          created_at: NOON,
          updated_at: NOON,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      await db
        .updateTable('conversation')
        .set({ channel_id: `chn_${tenantId}` })
        .where('tenant_id', '=', tenantId)
        .execute()
      return context
    },
    apply: (context, ...effects) =>
      store.transaction((trx) => applyEffects(trx, { ...context, now: clock.now }, effects)),
    async place(context, effect) {
      const applied = await world.apply(context, effect)
      if (applied.outcome !== 'applied' || applied.order === null) throw new Error(JSON.stringify(applied))
      return (await findOrderByNumber(db, context.tenantId, applied.order.number))!
    },
    order: async (order) => (await findOrder(db, order.tenantId, order.id))!,
    async token(order) {
      const row = await db
        .selectFrom('payment')
        .select('ref')
        .where('tenant_id', '=', order.tenantId)
        .where('order_id', '=', order.id)
        .where('ref', 'is not', null)
        .orderBy('attempt', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow()
      return row.ref!
    },
    async runDue() {
      for (let job = await nextJob(); job !== undefined; job = await nextJob()) await runOne(job)
    },
    async pass(ms) {
      const until = clock.now + ms
      for (;;) {
        await world.runDue()
        const next = await db
          .selectFrom('job')
          .select('run_at')
          .where('status', '=', 'pending')
          .where('kind', 'in', Object.keys(jobs))
          .where('run_at', '<=', until)
          .orderBy('run_at')
          .limit(1)
          .executeTakeFirst()
        if (next === undefined) break
        clock.now = Math.max(clock.now, next.run_at)
      }
      clock.now = until
    },
    async notices(order) {
      const rows = await db.selectFrom('outbox').select(['source', 'body']).orderBy('id').execute()
      return rows
        .filter((row) => row.source.startsWith(`order:${order.id}:`))
        .map((row) => `${row.source.split(':')[2]}: ${fromJson<{ reply: { text: string } }>(row.body).reply.text}`)
    },
    async events(order) {
      const rows = await db
        .selectFrom('order_event')
        .select('kind')
        .where('tenant_id', '=', order.tenantId)
        .where('order_id', '=', order.id)
        .orderBy('id')
        .execute()
      return rows.map((row) => row.kind)
    },
    audit: () => audit(db),
    close: () => flow.close(),
  }
  return world
}

const SOLD = new Set(['paid', 'preparing', 'shipped', 'delivered'])

/** Units where the orders say; one payment's money for each sold order; what is over is on its way back. */
async function audit(db: Store['db']): Promise<void> {
  const faults = await findStockFaults(db)
  if (faults.length > 0) throw new Error(`stock does not balance: ${JSON.stringify(faults)}`)
  const orders = await db.selectFrom('orders').selectAll().execute()
  const payments = await db.selectFrom('payment').selectAll().where('status', '=', 'paid').execute()
  const refunds = await db.selectFrom('refund').selectAll().where('status', '!=', 'rejected').execute()
  for (const order of orders) {
    const paid = sum(payments.filter((each) => each.order_id === order.id))
    const back = sum(refunds.filter((each) => each.order_id === order.id))
    const finished = sum(refunds.filter((each) => each.order_id === order.id && each.status === 'refunded'))
    const held = SOLD.has(order.status) ? order.total : 0
    // A refund that an operator asked for is under way while its order is still sold.
    const operators = sum(
      refunds.filter((each) => each.order_id === order.id && each.actor !== 'system' && each.status !== 'refunded'),
    )
    if (paid - back !== held - operators) {
      throw new Error(`order ${order.status} of ${order.total}: paid ${paid}, going back ${back} (${finished} done)`)
    }
  }
}

function sum(rows: ReadonlyArray<{ amount: number }>): number {
  return rows.reduce((total, row) => total + row.amount, 0)
}
