import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeStores, type TestDatabase } from '../../test/support/databases.ts'
import { addShop, bubble, plainWrites, textRow } from '../../test/support/pipeline.ts'
import { createId } from '../ids.ts'
import { setJob } from './jobs.ts'
import type { Lease } from './leases.ts'
import { enqueueBubble, type BubbleUpdate } from './outbox.ts'
import { openPipeline, type PipelineStore } from './pipeline.ts'

const ANA = '+56911111111'
const LUZ = '+56922222222'

describeStores('the pipeline store', (open) => {
  let database: TestDatabase
  let pipeline: PipelineStore

  beforeEach(async () => {
    database = await open()
    pipeline = await openPipeline(database.store)
    await addShop(database.store, 'shop')
  })
  afterEach(() => database.remove())

  async function lease(phone = ANA, now = 1000, owner = 'a', until = now + 1000): Promise<Lease | undefined> {
    const { tenantId, conversationId } = textRow('shop', phone, '')
    return (await pipeline.leases.claim([{ tenantId, conversationId }], owner, now, until))[0]
  }

  async function leased(phone = ANA, now = 1000): Promise<Lease> {
    const found = await lease(phone, now)
    if (!found) throw new Error('not leased')
    return found
  }

  async function work(of: Lease) {
    const [found] = await pipeline.leases.open([of])
    if (!found) throw new Error('no work')
    return found
  }

  function sent(id: number): BubbleUpdate {
    return {
      id,
      status: 'sent',
      attempts: 1,
      nextAt: 0,
      providerMessageId: `wamid.${id}`,
      errorClass: null,
      errorCode: null,
      errorDetail: null,
    }
  }

  /** Stores one message of `phone`, answers it with `replies`, and hands back the lease and the bubbles' ids. */
  async function answered(phone: string, key: string, replies: string[]) {
    await pipeline.inbox.append([textRow('shop', phone, key)], 1)
    const held = await leased(phone)
    const { messages } = await work(held)
    const bubbles = replies.map((text, index) => bubble(`in:${key}:${index}`, text))
    const [outcome] = await pipeline.turns.commit(
      [
        {
          lease: held,
          inboxIds: messages.map((message) => message.id),
          writes: plainWrites('shop', phone, key, 1, replies),
          bubbles,
          release: false,
        },
      ],
      1000,
    )
    if (outcome?.outcome !== 'committed') throw new Error(JSON.stringify(outcome))
    return { lease: held, ids: outcome.bubbleIds, bubbles }
  }

  it('stores a message once, whatever the provider repeats, in the order it came', async () => {
    const rows = [textRow('shop', ANA, 'm2'), textRow('shop', ANA, 'm1'), textRow('shop', ANA, 'm2')]
    expect(await pipeline.inbox.append(rows, 5)).toEqual(['stored', 'stored', 'duplicate'])
    expect(await pipeline.inbox.append(rows, 6)).toEqual(['duplicate', 'duplicate', 'duplicate'])
    const { messages } = await work(await leased())
    expect(messages.map((message) => message.body.message.id)).toEqual(['m2', 'm1'])
    expect(messages[0]).toMatchObject({ receivedAt: 5, attempts: 0, kind: 'message' })
  })

  it('keeps the same provider key apart between shops', async () => {
    await addShop(database.store, 'other')
    const rows = [textRow('shop', ANA, 'm1'), textRow('other', ANA, 'm1')]
    expect(await pipeline.inbox.append(rows, 5)).toEqual(['stored', 'stored'])
  })

  it('quarantines an update once', async () => {
    const row = { provider: 'meta' as const, providerKey: 'k', reason: 'unknown_number', address: '1', body: '{}' }
    expect(await pipeline.inbox.quarantine([row, row], 1)).toEqual(['stored', 'duplicate'])
  })

  it('gives a conversation to one owner at a time, and to the next one after it expired', async () => {
    const first = await lease(ANA, 1000, 'a', 2000)
    expect(first).toMatchObject({ fence: 1, until: 2000 })
    expect(await lease(ANA, 1999, 'b')).toBeUndefined()
    expect(await lease(ANA, 2000, 'b')).toMatchObject({ fence: 2 })
    expect(await pipeline.leases.renew([first as Lease], 9000)).toEqual([])
  })

  it('gives a lease that was given up back to its own owner at once', async () => {
    await lease(ANA, 1000, 'a')
    expect(await lease(ANA, 1001, 'a')).toMatchObject({ fence: 2 })
  })

  it('moves the fence on release, so that a renewal under way cannot revive the lease', async () => {
    const held = await leased()
    await pipeline.leases.release([held])
    expect(await pipeline.leases.renew([held], 9000)).toEqual([])
    expect(await lease(ANA, 1001, 'b')).toMatchObject({ fence: 3 })
  })

  it('keeps everybody away until a released lease may be taken again, its old owner too', async () => {
    await pipeline.leases.release([await leased()], 5000)
    expect(await lease(ANA, 4999, 'a')).toBeUndefined()
    expect(await lease(ANA, 5000, 'b')).toBeDefined()
  })

  it('renews what still holds', async () => {
    const held = await leased()
    expect(await pipeline.leases.renew([held], 9000)).toEqual([{ ...held, until: 9000 }])
    expect(await lease(ANA, 8999, 'b')).toBeUndefined()
  })

  it('commits a turn whole: message done, people, context, history, bubbles, timers', async () => {
    await pipeline.inbox.append([textRow('shop', ANA, 'm1')], 1)
    const held = await leased()
    const { messages } = await work(held)
    const writes = plainWrites('shop', ANA, 'm1', 7, ['uno', 'dos'])
    writes.jobs.push({ kind: 'nudge', key: 'n1', payload: { a: 1 }, runAt: 50 })
    writes.mode = { mode: 'waiting', reason: 'asked' }
    const [outcome] = await pipeline.turns.commit(
      [
        {
          lease: held,
          inboxIds: messages.map((message) => message.id),
          writes,
          bubbles: [bubble('in:1:0', 'uno'), bubble('in:1:1', 'dos')],
          release: true,
        },
      ],
      1000,
    )
    expect(outcome).toMatchObject({ outcome: 'committed', bubbleIds: [expect.any(Number), expect.any(Number)] })
    const { db } = database.store
    expect(await db.selectFrom('inbox').select(['status', 'done_at']).execute()).toEqual([
      { status: 'done', done_at: 1000 },
    ])
    expect(
      await db.selectFrom('conversation').select(['mode', 'mode_reason', 'last_inbound_at', 'mode_since']).execute(),
    ).toEqual([{ mode: 'waiting', mode_reason: 'asked', last_inbound_at: 7, mode_since: 1000 }])
    expect(await db.selectFrom('conversation_context').select('state').execute()).toEqual([{ state: '{"last":"m1"}' }])
    expect(await db.selectFrom('conversation_history').select(['message_id', 'intent']).execute()).toEqual([
      { message_id: 'm1', intent: 'greeting' },
    ])
    expect(await db.selectFrom('job').select(['kind', 'payload', 'run_at']).execute()).toEqual([
      { kind: 'nudge', payload: '{"a":1}', run_at: 50 },
    ])
    const next = await lease(ANA, 1001, 'b')
    expect((await work(next as Lease)).bubbles.map((row) => row.body.reply)).toEqual([
      { type: 'text', text: 'uno' },
      { type: 'text', text: 'dos' },
    ])
  })

  it('keeps a mode that a turn says nothing about', async () => {
    await answered(ANA, 'm1', [])
    await database.store.db.updateTable('conversation').set({ mode: 'human', mode_since: 3 }).execute()
    await answered(ANA, 'm2', [])
    expect(await database.store.db.selectFrom('conversation').select(['mode', 'mode_since']).execute()).toEqual([
      { mode: 'human', mode_since: 3 },
    ])
  })

  it('refuses a turn whose fence has moved, and lets the others of its group through', async () => {
    await pipeline.inbox.append([textRow('shop', ANA, 'm1'), textRow('shop', LUZ, 'm2')], 1)
    const stale = await leased(ANA)
    const fresh = await leased(LUZ)
    const turns = await Promise.all(
      [stale, fresh].map(async (held, index) => ({
        lease: held,
        inboxIds: (await work(held)).messages.map((message) => message.id),
        writes: plainWrites('shop', index === 0 ? ANA : LUZ, `m${index + 1}`, 1, ['x']),
        bubbles: [bubble(`s${index}`)],
        release: true,
      })),
    )
    await lease(ANA, 5000, 'b')
    const outcomes = await pipeline.turns.commit(turns, 5000)
    expect(outcomes.map((outcome) => outcome.outcome)).toEqual(['lost', 'committed'])
    expect(await pipeline.inbox.depth()).toEqual({ pending: 1, parked: 0, oldest: 1 })
    expect((await pipeline.outbox.depth()).unsent).toBe(1)
  })

  it('refuses a turn about a message that is no longer pending', async () => {
    const { lease: held } = await answered(ANA, 'm1', [])
    const done = await database.store.db.selectFrom('inbox').select('id').execute()
    const [outcome] = await pipeline.turns.commit(
      [
        {
          lease: held,
          inboxIds: done.map((row) => row.id),
          writes: plainWrites('shop', ANA, 'again', 1, []),
          bubbles: [bubble('x')],
          release: false,
        },
      ],
      1000,
    )
    expect(outcome).toEqual({ outcome: 'lost' })
    expect((await pipeline.outbox.depth()).unsent).toBe(0)
  })

  it('lets one turn that breaks fail alone', async () => {
    await pipeline.inbox.append([textRow('shop', ANA, 'm1'), textRow('nobody', LUZ, 'm2')], 1)
    const mine = await leased(ANA)
    const [theirs] = await pipeline.leases.claim(
      [{ tenantId: 'nobody', conversationId: textRow('nobody', LUZ, '').conversationId }],
      'a',
      1000,
      2000,
    )
    const turns = await Promise.all(
      [mine, theirs as Lease].map(async (held, index) => ({
        lease: held,
        inboxIds: (await work(held)).messages.map((message) => message.id),
        // A shop that does not exist breaks its foreign key.
        writes: plainWrites(held.tenantId, index === 0 ? ANA : LUZ, `m${index + 1}`, 1, []),
        bubbles: [],
        release: true,
      })),
    )
    const outcomes = await pipeline.turns.commit(turns, 1000)
    expect(outcomes.map((outcome) => outcome.outcome)).toEqual(['committed', 'failed'])
  })

  it('commits a turn with effects in one transaction with them, or leaves no trace', async () => {
    await pipeline.inbox.append([textRow('shop', ANA, 'm1')], 1)
    const held = await leased()
    const ids = (await work(held)).messages.map((message) => message.id)
    const declined = await pipeline.turns.commitAlone(held, ids, 1000, async (trx) => {
      await trx.updateTable('tenant').set({ name: 'touched' }).execute()
      return null
    })
    expect(declined).toEqual({ outcome: 'declined' })
    expect(await database.store.db.selectFrom('tenant').select('name').execute()).toEqual([{ name: 'shop' }])
    const outcome = await pipeline.turns.commitAlone(held, ids, 1000, async (trx) => {
      await trx.updateTable('tenant').set({ name: 'touched' }).execute()
      return { writes: plainWrites('shop', ANA, 'm1', 1, ['x']), bubbles: [bubble('x')], release: true }
    })
    expect(outcome).toMatchObject({ outcome: 'committed' })
    expect(await database.store.db.selectFrom('tenant').select('name').execute()).toEqual([{ name: 'touched' }])
    expect(
      (await pipeline.turns.commitAlone(held, ids, 1000, () => Promise.reject(new Error('never asked')))).outcome,
    ).toBe('lost')
  })

  it('parks a message with its error and tells the shopper once', async () => {
    await pipeline.inbox.append([textRow('shop', ANA, 'm1')], 1)
    const held = await leased()
    const inboxIds = (await work(held)).messages.map((message) => message.id)
    expect(
      await pipeline.turns.fail(
        { lease: held, inboxIds, error: 'boom', parked: false, notice: null, retryAt: 3000 },
        1000,
      ),
    ).toBe(true)
    expect(await lease(ANA, 2999, 'a')).toBeUndefined()
    const again = (await lease(ANA, 3000, 'a', 4000)) as Lease
    expect((await work(again)).messages[0]?.attempts).toBe(1)
    await pipeline.turns.fail(
      { lease: again, inboxIds, error: 'boom', parked: true, notice: bubble('sorry', 'perdón', 'queued'), retryAt: 0 },
      3000,
    )
    expect(await pipeline.inbox.depth()).toEqual({ pending: 0, parked: 1, oldest: null })
    expect((await work((await lease(ANA, 3001, 'b')) as Lease)).bubbles).toHaveLength(1)
  })

  it('settles bubbles under the fence and frees the lease with them', async () => {
    const { lease: held, ids } = await answered(ANA, 'm1', ['a', 'b'])
    const settled = await pipeline.outbox.settle(
      [{ lease: held, updates: ids.map(sent), delayRest: null, release: true }],
      2000,
    )
    expect(settled).toEqual([true])
    expect(await pipeline.outbox.depth()).toEqual({ unsent: 0, dead: 0, oldest: null })
    expect(await lease(ANA, 1001, 'b')).toBeDefined()
    expect(await pipeline.outbox.settle([{ lease: held, updates: [], delayRest: null, release: false }], 2000)).toEqual(
      [false],
    )
  })

  it('holds the later bubbles of a conversation back with the first', async () => {
    const { lease: held, ids } = await answered(ANA, 'm1', ['a', 'b'])
    const first = { ...sent(ids[0] as number), status: 'queued' as const, nextAt: 9000, errorClass: 'rate' as const }
    await pipeline.outbox.settle([{ lease: held, updates: [first], delayRest: 9000, release: true }], 1000)
    expect(await pipeline.outbox.due(8999, 10)).toEqual([])
    expect(await pipeline.outbox.due(9000, 10)).toHaveLength(1)
  })

  it('finds what other processes put into the outbox, with the way to the shopper', async () => {
    const { lease: held } = await answered(ANA, 'm1', [])
    await pipeline.leases.release([held])
    const notice = {
      tenantId: 'shop',
      conversationId: held.conversationId,
      source: 'order:1:paid',
      class: 'notice' as const,
      body: { reply: { type: 'text' as const, text: 'Pagado' } },
    }
    expect(await enqueueBubble(database.store.db, notice, 2000)).toBe(true)
    expect(await enqueueBubble(database.store.db, notice, 2001)).toBe(false)
    expect(await pipeline.outbox.due(2000, 10)).toHaveLength(1)
    const { bubbles } = await work(await leased(ANA, 5000))
    expect(bubbles[0]).toMatchObject({
      to: { phone: ANA, userId: null },
      class: 'notice',
      lastInboundAt: 1,
      status: 'queued',
    })
  })

  it('finds waiting conversations of every shop, not those being worked on', async () => {
    await addShop(database.store, 'other')
    await pipeline.inbox.append(
      [textRow('shop', ANA, 'm1'), textRow('shop', LUZ, 'm2'), textRow('other', ANA, 'm3')],
      1,
    )
    const held = await leased()
    const found = await pipeline.inbox.waiting(1, 1500, 10)
    expect(found.map((key) => key.tenantId).sort()).toEqual(['other', 'shop'])
    await pipeline.leases.release([held])
    expect(await pipeline.inbox.waiting(1, 1500, 10)).toHaveLength(3)
    expect(await pipeline.inbox.waiting(1, 1500, 1)).toHaveLength(2)
    expect(await pipeline.inbox.waiting(0, 1500, 10)).toEqual([])
  })

  it('raises a bubble by rank and never lowers it, and takes a receipt as proof of an ambiguous send', async () => {
    const { bubbles } = await answered(ANA, 'm1', ['a'])
    const opaqueId = bubbles[0]?.opaqueId as string
    const status = (state: 'sent' | 'delivered' | 'read', at: number) => ({
      provider: 'meta' as const,
      providerKey: `wamid.9:${state}`,
      status: { providerMessageId: 'wamid.9', opaqueId, state, at, errorCode: null, errorDetail: null },
    })
    expect(await pipeline.receipts.append([status('read', 1), status('sent', 1), status('sent', 1)], 10)).toEqual([
      'stored',
      'stored',
      'duplicate',
    ])
    expect(await pipeline.receipts.find([opaqueId])).toEqual(
      new Map([[opaqueId, { providerMessageId: 'wamid.9', failed: false }]]),
    )
    const reject = () => ({ status: 'dead' as const, errorClass: 'undeliverable' as const })
    expect(await pipeline.receipts.apply(100, 20, 1000, reject)).toEqual({ seen: 2, failed: [] })
    await pipeline.receipts.append([status('delivered', 1)], 30)
    await pipeline.receipts.apply(100, 40, 1000, reject)
    const rows = await database.store.db
      .selectFrom('outbox')
      .select(['status', 'receipt', 'provider_message_id'])
      .execute()
    expect(rows).toEqual([{ status: 'sent', receipt: 3, provider_message_id: 'wamid.9' }])
  })

  it('keeps an early receipt for a bubble that is not there yet, and gives up on a stranger', async () => {
    const stranger = {
      provider: 'twilio' as const,
      providerKey: 'SM1:sent',
      status: {
        providerMessageId: 'SM1',
        opaqueId: null,
        state: 'sent' as const,
        at: 1,
        errorCode: null,
        errorDetail: null,
      },
    }
    const reject = () => ({ status: 'dead' as const, errorClass: 'undeliverable' as const })
    await pipeline.receipts.append([stranger], 10)
    expect((await pipeline.receipts.apply(10, 500, 1000, reject)).seen).toBe(0)
    expect((await pipeline.receipts.apply(10, 1011, 1000, reject)).seen).toBe(1)
    expect((await pipeline.receipts.apply(10, 1011, 1000, reject)).seen).toBe(0)
  })

  it('buries or repeats a bubble that the provider took and could not deliver', async () => {
    const { lease: held, ids, bubbles } = await answered(ANA, 'm1', ['a', 'b'])
    await pipeline.outbox.settle([{ lease: held, updates: ids.map(sent), delayRest: null, release: true }], 2000)
    const failed = bubbles.map((row, index) => ({
      provider: 'meta' as const,
      providerKey: `f${index}`,
      status: {
        providerMessageId: `w${index}`,
        opaqueId: row.opaqueId,
        state: 'failed' as const,
        at: 1,
        errorCode: index === 0 ? '131026' : '131000',
        errorDetail: null,
      },
    }))
    await pipeline.receipts.append(failed, 10)
    const fresh = createId('ob')
    const result = await pipeline.receipts.apply(10, 20, 1000, (row) =>
      row.errorCode === '131026'
        ? { status: 'dead', errorClass: 'undeliverable' }
        : { status: 'queued', errorClass: 'transient', nextAt: 77, opaqueId: fresh },
    )
    expect(result.failed.map((row) => row.errorCode).sort((a, b) => String(a).localeCompare(String(b)))).toEqual([
      '131000',
      '131026',
    ])
    const rows = await database.store.db
      .selectFrom('outbox')
      .select(['status', 'receipt', 'opaque_id', 'next_at', 'error_code'])
      .orderBy('id')
      .execute()
    expect(rows[0]).toMatchObject({ status: 'dead', receipt: -1, error_code: '131026' })
    expect(rows[1]).toMatchObject({ status: 'queued', receipt: 0, opaque_id: fresh, next_at: 77 })
  })

  it('runs a timer once, keeps one that was set again while it ran, and buries one that is dead', async () => {
    const { db } = database.store
    await setJob(db, { tenantId: 'shop', kind: 'nudge', key: 'k', payload: { n: 1 }, runAt: 100 }, 1)
    expect(await pipeline.jobs.claim(['nudge'], 'a', 99, 500, 10)).toEqual([])
    expect(await pipeline.jobs.claim(['other'], 'a', 100, 500, 10)).toEqual([])
    const [job] = await pipeline.jobs.claim(['nudge'], 'a', 100, 500, 10)
    expect(job).toMatchObject({ tenantId: 'shop', payload: { n: 1 }, attempt: 1 })
    expect(await pipeline.jobs.claim(['nudge'], 'b', 499, 900, 10)).toEqual([])
    await setJob(db, { tenantId: 'shop', kind: 'nudge', key: 'k', payload: { n: 2 }, runAt: 100 }, 1)
    if (job) await pipeline.jobs.finish(job, 'a')
    const [again] = await pipeline.jobs.claim(['nudge'], 'b', 100, 500, 10)
    expect(again).toMatchObject({ payload: { n: 2 } })
    if (again) await pipeline.jobs.reschedule(again, 'b', 300, 'flaky')
    const [third] = await pipeline.jobs.claim(['nudge'], 'b', 300, 500, 10)
    expect(third?.attempt).toBe(2)
    if (third) await pipeline.jobs.bury(third, 'b', 'hopeless')
    expect(await pipeline.jobs.claim(['nudge'], 'b', 9000, 9500, 10)).toEqual([])
  })
})
