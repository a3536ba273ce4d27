import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addShop } from '../../test/support/pipeline.ts'
import { describeStores, type TestDatabase } from '../../test/support/databases.ts'
import { setJob } from './jobs.ts'
import { enqueueBubble } from './outbox.ts'
import { openPipeline } from './pipeline.ts'
import { readWake, wakeDaemons, type Wake } from './wake.ts'

it('takes what it does not understand as a reason to look at everything', () => {
  expect(readWake('timer')).toEqual({ type: 'timer' })
  expect(readWake('tnt_a cnv_1')).toEqual({
    type: 'conversation',
    key: { tenantId: 'tnt_a', conversationId: 'cnv_1' },
  })
  for (const text of [undefined, '', 'a', 'a ', ' b', 'a b c']) expect(readWake(text)).toEqual({ type: 'all' })
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(readWake(text).type).toMatch(/^(conversation|timer|all)$/)
    }),
  )
})

describeStores('waking daemons', (open, dialect) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await open()
    await addShop(database.store, 'shop')
  })
  afterAll(() => database.remove())

  it.runIf(dialect === 'postgres')(
    'tells what was committed, and nothing of what was undone or is for later',
    async () => {
      const { store } = database
      const heard: Wake[] = []
      const until = async (count: number): Promise<void> => {
        const deadline = Date.now() + 15_000
        while (heard.length < count) {
          if (Date.now() > deadline) throw new Error(`heard only ${JSON.stringify(heard)}`)
          await new Promise((resolve) => {
            setTimeout(resolve, 5)
          })
        }
      }
      const listening = (await openPipeline(store)).wake.listen((wake) => heard.push(wake))
      try {
        await until(1)
        const key = { tenantId: 'shop', conversationId: 'cnv_1' }
        const job = (name: string, runAt: number) => ({ tenantId: 'shop', kind: 'k', key: name, payload: null, runAt })
        const notice = { ...key, source: 'n', class: 'notice', body: { reply: { type: 'text', text: 'x' } } } as const
        await store
          .transaction(async (trx) => {
            await enqueueBubble(trx, notice, 1)
            throw new Error('undone')
          })
          .catch(() => {})
        await setJob(store.db, job('later', 2), 1)
        await enqueueBubble(store.db, notice, 1)
        await enqueueBubble(store.db, notice, 1)
        await setJob(store.db, job('now', 1), 1)
        await until(3)
        expect(heard).toEqual([{ type: 'all' }, { type: 'conversation', key }, { type: 'timer' }])
      } finally {
        await listening.stop()
      }
    },
  )

  it.runIf(dialect === 'sqlite')('says nothing on SQLite, where the one daemon polls', async () => {
    const listening = (await openPipeline(database.store)).wake.listen(() => {
      throw new Error('nobody can have said anything')
    })
    await wakeDaemons(database.store.db, { type: 'timer' })
    await listening.stop()
  })
})
