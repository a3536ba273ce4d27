import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { describeStores, type TestDatabase } from '../../../test/support/databases.ts'
import { NOON, plantShop, plantShopper, wipe } from '../../../test/support/shop.ts'
import { changeConsent, showConsents } from './consents.ts'

const PHONE = '+56987654321'
const who = { tenant: 'tienda', contact: PHONE }

describeStores('consent that an operator writes down', (open) => {
  let database: TestDatabase
  const deps = () => ({ store: database.store, now: () => NOON, actor: 'cli:ana' })

  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.remove())
  beforeEach(async () => {
    await wipe(database.store.db)
    const tenantId = await plantShop(database.store.db, 'tienda')
    const { contactId } = await plantShopper(database.store.db, tenantId, PHONE)
    await database.store.db
      .updateTable('contact')
      .set({ data: '{"customer":{"name":"Camila"}}' })
      .where('id', '=', contactId)
      .execute()
  })

  it('is added to the ledger with who wrote it and where it can be looked up', async () => {
    expect((await showConsents({ db: database.store.db }, who)).now).toEqual({
      messages: null,
      reminders: null,
      remember_data: null,
    })
    await changeConsent(deps(), { ...who, purpose: 'reminders', granted: true, proof: 'formulario 14' })
    const ledger = await changeConsent(deps(), { ...who, purpose: 'reminders', granted: false })
    expect(ledger.now.reminders).toBe(false)
    expect(ledger.entries.map(({ granted, proof }) => [granted, proof])).toEqual([
      [true, 'cli:ana: formulario 14'],
      [false, 'cli:ana: taken back'],
    ])
    const audit = await database.store.db.selectFrom('audit').select(['action', 'after']).execute()
    expect(audit.map((row) => row.action)).toEqual(['privacy.consent', 'privacy.consent'])
  })

  it('is refused without a proof, and of nobody', async () => {
    for (const proof of [undefined, '  ']) {
      await expect(changeConsent(deps(), { ...who, purpose: 'messages', granted: true, proof })).rejects.toMatchObject({
        code: 'proof_missing',
        exit: 64,
      })
    }
    await expect(
      changeConsent(deps(), { ...who, contact: '+56900000001', purpose: 'messages', granted: false }),
    ).rejects.toMatchObject({ code: 'contact_not_found', exit: 66 })
    expect((await showConsents({ db: database.store.db }, who)).entries).toEqual([])
  })

  it('forgets what was remembered as soon as it is taken back', async () => {
    const data = async () =>
      (await database.store.db.selectFrom('contact').select('data').executeTakeFirstOrThrow()).data
    await changeConsent(deps(), { ...who, purpose: 'reminders', granted: false })
    expect(await data()).toContain('Camila')
    await changeConsent(deps(), { ...who, purpose: 'remember_data', granted: false })
    expect(JSON.parse(await data())).toEqual({})
  })
})
