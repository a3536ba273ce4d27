import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeStores, type TestDatabase } from '../../../test/support/databases.ts'
import { seedConversation, seedOrder, seedShop } from '../../../test/support/operators.ts'
import { openCase } from '../../store/cases.ts'
import { listAudit } from '../audit/record-audit.ts'
import { closeCaseAs, listCases, showCase } from './manage-cases.ts'

describeStores('cases', (open) => {
  let database: TestDatabase
  const deps = () => ({ store: database.store, now: () => 9000, actor: 'cli:ana' })
  const db = () => database.store.db

  beforeAll(async () => {
    database = await open()
    for (const shop of ['a', 'b']) {
      await seedShop(database.store, { id: `ten_${shop}`, slug: shop })
      await seedConversation(database.store, { tenant: `ten_${shop}`, id: `cnv_${shop}`, at: 1 })
      await seedOrder(database.store, {
        tenant: `ten_${shop}`,
        id: `ord_${shop}`,
        conversation: `cnv_${shop}`,
        total: 1000,
        placedAt: 1,
      })
    }
    const about = { conversationId: 'cnv_a', contactId: 'ctc_cnv_a', orderId: 'ord_a', tenantId: 'ten_a' }
    await openCase(db(), { ...about, kind: 'transfer_proof', summary: 'mandó una foto', source: '2' }, 2000)
    await openCase(db(), { ...about, kind: 'complaint', summary: 'llegó roto', source: '1', orderId: null }, 1000)
    const theirs = { tenantId: 'ten_b', conversationId: 'cnv_b', contactId: null, orderId: 'ord_b' }
    await openCase(db(), { ...theirs, kind: 'refund', summary: 'pagó tarde', source: '1' }, 1500)
  })
  afterAll(() => database.remove())

  it('are listed with the one that has waited longest first, and name what deals with them', async () => {
    const all = await listCases({ db: db() }, { limit: 10 })
    expect(all.map(({ tenant, kind, order, next }) => [tenant, kind, order, next])).toEqual([
      ['a', 'complaint', null, 'botctl conversation show cnv_a'],
      ['b', 'refund', 'ord_b', 'botctl order refund ord_b --tenant b --done'],
      ['a', 'transfer_proof', 'ord_a', 'botctl order pay ord_a --tenant a --manual'],
    ])
    expect((await listCases({ db: db() }, { tenant: 'a', kind: 'complaint', limit: 10 })).length).toBe(1)
    await expect(listCases({ db: db() }, { tenant: 'nope', limit: 1 })).rejects.toMatchObject({
      code: 'tenant_not_found',
    })
  })

  it('are closed once, by whoever was first, which is written down once', async () => {
    const [first] = await listCases({ db: db() }, { limit: 1 })
    const id = first?.id ?? ''
    const closings = await Promise.all([
      closeCaseAs(deps(), { id, note: 'cambiado' }),
      closeCaseAs({ ...deps(), actor: 'cli:luis' }, { id }),
    ])
    const closed = await showCase({ db: db() }, id)
    expect(closed).toMatchObject({ status: 'closed', closed_at: new Date(9000).toISOString() })
    expect(closings.map((each) => each.id)).toEqual([id, id])
    const log = await listAudit(db(), { tenantId: 'ten_a', limit: 10, action: 'case.close' })
    expect(log.map((entry) => [entry.object, entry.actor])).toEqual([[id, closed.closed_by]])
    expect((await listCases({ db: db() }, { limit: 10 })).map((each) => each.id)).not.toContain(id)
    expect((await listCases({ db: db() }, { limit: 10, all: true })).length).toBe(3)
  })

  it('of another shop are not there', async () => {
    const [theirs] = await listCases({ db: db() }, { tenant: 'b', limit: 1 })
    const id = theirs?.id ?? ''
    await expect(showCase({ db: db() }, id, 'ten_a')).rejects.toMatchObject({ code: 'case_not_found', exit: 66 })
    await expect(closeCaseAs(deps(), { id, scope: ['ten_a'] })).rejects.toMatchObject({ code: 'case_not_found' })
    expect((await showCase({ db: db() }, id)).status).toBe('open')
  })
})
