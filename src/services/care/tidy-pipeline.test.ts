import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { describeStores, type TestDatabase } from '../../../test/support/databases.ts'
import { addShop, textRow } from '../../../test/support/pipeline.ts'
import { createId } from '../../ids.ts'
import { openPipeline } from '../../store/pipeline.ts'
import { tidyPipeline } from './tidy-pipeline.ts'

const DAY = 86_400_000
const NOW = 100 * DAY

describeStores('tidying the pipeline', (open) => {
  let database: TestDatabase
  const tidy = (options: { keepMs?: number; batch?: number } = {}) =>
    tidyPipeline({ store: database.store, now: () => NOW }, options)

  beforeAll(async () => {
    database = await open()
    await addShop(database.store, 'shop')
  })
  beforeEach(async () => {
    for (const table of ['inbox', 'outbox', 'receipt'] as const) await database.store.db.deleteFrom(table).execute()
  })
  afterAll(() => database.remove())

  async function message(key: string, status: 'done' | 'pending' | 'parked', days: number): Promise<void> {
    const { db } = database.store
    await db
      .insertInto('inbox')
      .values({
        tenant_id: 'shop',
        provider_key: key,
        conversation_id: 'c',
        body: '{}',
        status,
        received_at: NOW - days * DAY,
      })
      .execute()
  }
  async function bubble(
    source: string,
    status: 'sent' | 'queued' | 'sending' | 'waiting' | 'dead' | 'dropped',
    days: number,
    deadline: number | null = null,
  ): Promise<void> {
    await database.store.db
      .insertInto('outbox')
      .values({
        opaque_id: createId('ob'),
        tenant_id: 'shop',
        conversation_id: 'c',
        source,
        body: '{}',
        status,
        next_at: 0,
        deadline,
        created_at: NOW - days * DAY,
      })
      .execute()
  }
  const keys = async () =>
    (await database.store.db.selectFrom('inbox').select('provider_key').orderBy('id').execute()).map(
      (r) => r.provider_key,
    )
  const bubbles = async () =>
    Object.fromEntries(
      (await database.store.db.selectFrom('outbox').select(['source', 'status']).execute()).map((r) => [
        r.source,
        r.status,
      ]),
    )

  it('keeps nine days, and for longer only what is not finished', async () => {
    await message('old', 'done', 10)
    await message('old parked', 'parked', 10)
    await message('old pending', 'pending', 10)
    await message('young', 'done', 8.9)
    for (const status of ['sent', 'dead', 'dropped', 'queued', 'sending', 'waiting'] as const)
      await bubble(status, status, 10)
    await bubble('young', 'sent', 8.9)
    for (const [key, days] of [
      ['old', 10],
      ['young', 8],
    ] as const) {
      await database.store.db
        .insertInto('receipt')
        .values({
          provider: 'meta',
          provider_key: key,
          provider_message_id: key,
          state: 'sent',
          received_at: NOW - days * DAY,
        })
        .execute()
    }
    expect(await tidy()).toEqual({ removed: 6, expired: 0, more: false })
    expect(await keys()).toEqual(['old pending', 'young'])
    expect(await bubbles()).toEqual({ queued: 'queued', sending: 'sending', waiting: 'waiting', young: 'sent' })
    expect(await database.store.db.selectFrom('receipt').select('provider_key').execute()).toEqual([
      { provider_key: 'young' },
    ])
  })

  it('never forgets what a provider may still deliver again, whatever is asked for', async () => {
    await message('a', 'done', 7.9)
    expect(await tidy({ keepMs: DAY })).toMatchObject({ removed: 0 })
    const pipeline = await openPipeline(database.store)
    expect(await pipeline.inbox.append([textRow('shop', '+56911111111', 'a')], NOW)).toEqual(['duplicate'])
  })

  it('ends what waited for a shopper past its deadline, and nothing else', async () => {
    await bubble('past', 'waiting', 1, NOW - 1)
    await bubble('future', 'waiting', 1, NOW + 1)
    await bubble('endless', 'waiting', 1)
    await bubble('queued', 'queued', 1, NOW - 1)
    expect(await tidy()).toEqual({ removed: 0, expired: 1, more: false })
    expect(await bubbles()).toEqual({ past: 'dropped', future: 'waiting', endless: 'waiting', queued: 'queued' })
  })

  it('works in small batches and says where more is left', async () => {
    for (let at = 0; at < 45; at++) await message(`m${at}`, 'done', 20)
    expect(await tidy({ batch: 1 })).toEqual({ removed: 40, expired: 0, more: true })
    expect(await tidy({ batch: 2 })).toEqual({ removed: 5, expired: 0, more: false })
    expect(await keys()).toEqual([])
  })
})
