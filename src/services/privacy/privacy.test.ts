import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { describeStores, type TestDatabase } from '../../../test/support/databases.ts'
import { openMoneyWorld, type MoneyWorld } from '../../../test/support/money-world.ts'
import { brownies, wipe } from '../../../test/support/shop.ts'
import type { EffectContext } from '../../engine/commerce/effects.ts'
import { enqueueBubble } from '../../store/outbox.ts'
import { setJob } from '../../store/jobs.ts'
import { isOptedOut } from '../../store/consent.ts'
import { fulfilOrder } from '../orders/fulfil-order.ts'
import { cancelOrder } from '../orders/cancel-order.ts'
import { remindCarts } from '../consent/remind-carts.ts'
import { applyRetention } from './apply-retention.ts'
import { blockShopper } from './block-person.ts'
import { eraseShopper } from './erase-person.ts'
import { exportPerson } from './export-person.ts'
import { recordRequest } from '../../store/privacy-requests.ts'
import { listRequests } from './requests.ts'

const DAY = 24 * 3_600_000
const PHONE = '+56987654321'

describeStores('respect', (open) => {
  let database: TestDatabase
  let world: MoneyWorld
  let acme: string
  let camila: EffectContext
  const actor = 'cli:ana'

  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.remove())
  beforeEach(async () => {
    world = await openMoneyWorld(database)
    acme = await world.shop('acme')
    camila = await world.shopper(acme, PHONE)
  })
  afterEach(async () => {
    await world.audit()
    await world.close()
    await wipe(database.store.db)
    await database.store.db.deleteFrom('quarantine').execute()
    await database.store.db.deleteFrom('log_line').execute()
    await database.store.db.deleteFrom('receipt').execute()
  })

  const deps = () => ({ store: database.store, now: world.deps.now, actor })
  const wanted = { tenant: 'acme', contact: PHONE }

  /** Leaves traces of Camila wherever the system can hold some. */
  async function live() {
    const { db } = database.store
    const { tenantId, conversationId: conversation, contactId: contact } = camila
    await world.apply(
      camila,
      { type: 'consent', purpose: 'remember_data', granted: true, proof: 'msg_ok' },
      { type: 'consent', purpose: 'reminders', granted: true, proof: 'msg_rem' },
      { type: 'remember_customer', customer: { name: 'Camila Rojas', email: 'camila@correo.cl' }, delivery: null },
      { type: 'hand_over', reason: 'pidió', summary: 'Camila Rojas quiere hablar' },
    )
    const order = await world.place(camila, brownies({ paymentMethod: 'flow' }))
    await world.runDue()
    world.flow.pay(await world.token(order))
    await world.pass(60_000)
    await fulfilOrder(deps(), { tenant: 'acme', number: order.number, step: 'delivered' })
    const cancelled = await world.place(camila, brownies({ cartVersion: 2 }))
    await cancelOrder(deps(), { tenant: 'acme', number: cancelled.number, reason: 'Camila Rojas ya no quiere' })
    await db
      .insertInto('conversation_history')
      .values({
        tenant_id: tenantId,
        conversation_id: conversation,
        message_id: 'msg_1',
        text: 'soy Camila Rojas, Av. Italia 1234',
        replies: JSON.stringify([{ type: 'text', text: 'Hola Camila Rojas' }]),
        intent: null,
        confidence: null,
        source: null,
        latency_ms: null,
        trace: JSON.stringify({ phone: PHONE }),
        created_at: world.clock.now,
      })
      .execute()
    await db
      .insertInto('conversation_context')
      .values({
        tenant_id: tenantId,
        conversation_id: conversation,
        state: JSON.stringify({ checkout: { customer: { name: 'Camila Rojas' } } }),
        cart_version: 3,
        cart_items: 1,
        cart_updated_at: world.clock.now,
        updated_at: world.clock.now,
        expires_at: world.clock.now + DAY,
      })
      .execute()
    await db
      .insertInto('inbox')
      .values({
        tenant_id: tenantId,
        provider_key: 'meta:wamid.1',
        channel_id: null,
        conversation_id: conversation,
        body: JSON.stringify({ sender: { phone: PHONE } }),
        error: null,
        received_at: world.clock.now,
        done_at: null,
      })
      .execute()
    await db
      .insertInto('contact_alias')
      .values({ tenant_id: tenantId, alias: 'CL.camila123', contact_id: contact, created_at: 0 })
      .execute()
    await db.insertInto('route').values({ phone: PHONE, tenant_id: tenantId, created_at: 0 }).execute()
    await db
      .insertInto('quarantine')
      .values({
        provider: 'meta',
        provider_key: 'q1',
        reason: 'x',
        address: null,
        body: `{"from":"${PHONE.slice(1)}"}`,
        received_at: 0,
      })
      .execute()
    await db
      .insertInto('log_line')
      .values({ at: 0, level: 30, tenant_id: tenantId, conversation_id: conversation, code: 'x', body: '{}' })
      .execute()
    await setJob(db, { tenantId, kind: 'x', key: `k:${conversation}`, payload: {}, runAt: 0 }, 0)
    await enqueueBubble(
      db,
      {
        tenantId,
        conversationId: conversation,
        source: 's1',
        class: 'operator',
        body: { reply: { type: 'text', text: 'Camila Rojas, te espero' } },
      },
      0,
    )
    return order
  }

  /** Every text column of every table: where somebody can still be found. */
  async function tracesOf(needles: readonly string[]): Promise<string[]> {
    const { db, dialect } = database.store
    const { rows: columns } =
      dialect === 'sqlite'
        ? await sql<{ tbl: string; col: string }>`
            SELECT m.name AS tbl, c.name AS col FROM sqlite_master m JOIN pragma_table_info(m.name) c
            WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND c.type = 'TEXT'`.execute(db)
        : await sql<{ tbl: string; col: string }>`
            SELECT table_name AS tbl, column_name AS col FROM information_schema.columns
            WHERE table_schema = current_schema() AND data_type = 'text'`.execute(db)
    const found: string[] = []
    for (const { tbl, col } of columns) {
      for (const needle of needles) {
        const { rows } = await sql<{ n: number }>`
          SELECT count(*) AS n FROM ${sql.table(tbl)} WHERE ${sql.ref(col)} LIKE ${`%${needle}%`}`.execute(db)
        if (Number(rows[0]?.n) > 0) found.push(`${tbl}.${col}: ${needle}`)
      }
    }
    return found
  }

  it('export holds everything that the shop holds', async () => {
    const order = await live()
    const data = await exportPerson(deps(), wanted)
    expect(data).toMatchObject({
      shop: 'Tienda acme',
      person: {
        phone: PHONE,
        other_numbers: ['CL.camila123'],
        remembered: { customer: { email: 'camila@correo.cl' } },
      },
      consents: [{ purpose: 'remember_data', granted: true, proof: 'msg_ok' }, { purpose: 'reminders' }],
      conversations: [{ text: 'soy Camila Rojas, Av. Italia 1234', answers: ['Hola Camila Rojas'] }],
      cases: [{ kind: 'hand_over' }],
    })
    expect(data.orders).toContainEqual(expect.objectContaining({ number: order.number, total: 9980 }))
    expect(JSON.stringify(data.messages_waiting)).toContain('te espero')
    const audit = await database.store.db
      .selectFrom('audit')
      .select('action')
      .where('action', '=', 'privacy.export')
      .execute()
    expect(audit).toHaveLength(1)
  })

  it('erase leaves no trace in any column of any table, and keeps the sales', async () => {
    const order = await live()
    const needles = ['Camila', 'camila', PHONE.slice(1), 'Italia 1234', camila.contactId, camila.conversationId]
    expect((await tracesOf(needles)).length).toBeGreaterThan(20)
    await exportPerson(deps(), wanted)
    const erased = await eraseShopper(deps(), wanted)
    expect(erased).toMatchObject({ erased: true, orders_kept: 2 })
    expect(await tracesOf(needles)).toEqual([])
    const kept = await database.store.db
      .selectFrom('orders')
      .select(['number', 'total', 'status'])
      .orderBy('placed_at')
      .execute()
    expect(kept[0]).toEqual({ number: order.number, total: 9980, status: 'delivered' })
    await expect(exportPerson(deps(), wanted)).rejects.toMatchObject({ code: 'contact_not_found', exit: 66 })
    const answered = await listRequests({ db: database.store.db, now: world.deps.now }, { tenant: 'acme', all: true })
    expect(answered).toHaveLength(2)
    expect(answered).toContainEqual(expect.objectContaining({ kind: 'export', state: 'done' }))
    expect(answered).toContainEqual(
      expect.objectContaining({ kind: 'erase', state: 'done', proof: '2 orders kept without the person' }),
    )
  })

  it('erase waits until the parcel has arrived and the money is settled', async () => {
    const order = await world.place(camila, brownies())
    await expect(eraseShopper(deps(), wanted)).rejects.toMatchObject({ code: 'privacy_open_orders', exit: 65 })
    await cancelOrder(deps(), { tenant: 'acme', number: order.number, reason: 'x' })
    expect(await eraseShopper(deps(), wanted)).toMatchObject({ erased: true })
  })

  it("erases in one shop what the other shop keeps, and shows nobody the other shop's people", async () => {
    const bravo = await world.shop('bravo')
    await world.shopper(bravo, PHONE)
    await eraseShopper(deps(), wanted)
    expect((await exportPerson(deps(), { tenant: 'bravo', contact: PHONE })).person.phone).toBe(PHONE)
    const inAcme = { tenant: 'bravo', contact: camila.contactId }
    await expect(exportPerson(deps(), inAcme)).rejects.toMatchObject({ code: 'contact_not_found' })
  })

  it('counts thirty days from the request, and says what is overdue', async () => {
    const { db } = database.store
    await recordRequest(db, {
      tenantId: acme,
      contactId: camila.contactId,
      kind: 'erase',
      requestedAt: world.clock.now,
      doneAt: null,
      proof: null,
    })
    const open = () => listRequests({ db, now: world.deps.now }, {})
    expect(await open()).toMatchObject([{ state: 'open', due_at: new Date(world.clock.now + 30 * DAY).toISOString() }])
    world.clock.now += 31 * DAY
    expect(await open()).toMatchObject([{ state: 'overdue' }])
    await eraseShopper(deps(), wanted)
    expect(await open()).toEqual([])
  })

  it('block stops what is unasked, and can be lifted', async () => {
    const blocked = async () =>
      (await database.store.db.selectFrom('contact').select('blocked_at').executeTakeFirstOrThrow()).blocked_at
    await blockShopper(deps(), { ...wanted, lift: false })
    expect(await blocked()).toBe(world.clock.now)
    await blockShopper(deps(), { ...wanted, lift: true })
    expect(await blocked()).toBeNull()
  })

  it('retention forgets what is older than the shop keeps it, and nothing that waits', async () => {
    await live()
    await database.store.db
      .updateTable('tenant')
      .set({ settings: JSON.stringify({ money: { retention: { messagesDays: 30, ordersDays: 60 } } }) })
      .execute()
    expect(await applyRetention(deps())).toEqual({ messages: 0, orders: 0 })
    world.clock.now += 31 * DAY
    expect(await applyRetention(deps())).toEqual({ messages: 1, orders: 0 })
    const waiting = await database.store.db
      .selectFrom('outbox')
      .select('status')
      .where('status', '=', 'queued')
      .execute()
    expect(waiting.length).toBeGreaterThan(0)
    world.clock.now += 30 * DAY
    expect(await applyRetention(deps())).toEqual({ messages: 0, orders: 2 })
    expect(await tracesOf(['Italia 1234'])).toEqual([])
    expect(await applyRetention(deps())).toEqual({ messages: 0, orders: 0 })
  })

  async function leaveCart(now = world.clock.now) {
    await database.store.db
      .insertInto('conversation_context')
      .values({
        tenant_id: acme,
        conversation_id: camila.conversationId,
        state: '{}',
        cart_version: 1,
        cart_items: 2,
        cart_updated_at: now,
        updated_at: now,
        expires_at: now + 30 * DAY,
      })
      .execute()
  }
  const agree = (granted = true) =>
    world.apply(camila, { type: 'consent', purpose: 'reminders', granted, proof: 'msg_r' })

  it('a cart is recalled at most twice, a day apart, with consent, in daytime', async () => {
    await leaveCart()
    const at: number[] = []
    const start = world.clock.now
    await agree()
    for (let hour = 0; hour < 96; hour++) {
      if ((await remindCarts(deps())) > 0) at.push(world.clock.now)
      world.clock.now += DAY / 24
    }
    expect(at).toHaveLength(2)
    expect(at[0]! - start).toBeGreaterThanOrEqual(3 * 3_600_000)
    expect(at[1]! - at[0]!).toBeGreaterThanOrEqual(DAY)
    for (const moment of at) {
      const hour = Number(
        new Intl.DateTimeFormat('en-GB', { timeZone: 'America/Santiago', hour: '2-digit' }).format(moment),
      )
      expect(hour >= 10 && hour < 20).toBe(true)
    }
  })

  it.each([
    ['without consent', async () => {}],
    ['after the consent was taken back', async () => void (await agree().then(() => agree(false)))],
    [
      'after opting out of everything',
      async () => {
        await agree()
        await world.apply(camila, { type: 'consent', purpose: 'messages', granted: false, proof: 'msg_baja' })
        expect(await isOptedOut(database.store.db, acme, camila.contactId)).toBe(true)
      },
    ],
    ['after a purchase', async () => void (await agree().then(() => world.place(camila, brownies())))],
    [
      'while a person has the conversation',
      async () =>
        void (await agree().then(() => world.apply(camila, { type: 'hand_over', reason: 'x', summary: 'x' }))),
    ],
  ])('nobody is reminded %s', async (_, prepare) => {
    await leaveCart()
    world.clock.now += 60_000
    await prepare()
    world.clock.now += 4 * 3_600_000
    expect(await remindCarts(deps())).toBe(0)
  })

  it('a reminder that is queued is dropped by the purchase', async () => {
    await leaveCart()
    await agree()
    world.clock.now += 4 * 3_600_000
    expect(await remindCarts(deps())).toBe(1)
    await world.place(camila, brownies())
    const rows = await database.store.db
      .selectFrom('outbox')
      .select(['status', 'error_code'])
      .where('class', '=', 'campaign')
      .execute()
    expect(rows).toEqual([{ status: 'dropped', error_code: 'purchased' }])
  })
})
