import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { describeStores, type TestDatabase } from '../../../test/support/databases.ts'
import { openMoneyWorld, type MoneyWorld } from '../../../test/support/money-world.ts'
import { brownies, wipe } from '../../../test/support/shop.ts'
import { removeAccount } from './manage-accounts.ts'

describeStores('taking a way to collect from a shop', (open) => {
  let database: TestDatabase
  let world: MoneyWorld
  let acme: string

  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.remove())
  beforeEach(async () => {
    world = await openMoneyWorld(database)
    acme = await world.shop('acme')
    await database.store.db
      .insertInto('payment_account')
      .values({
        tenant_id: acme,

        provider: 'flow',
        environment: 'sandbox',
        secrets: null,
        created_at: 0,
        updated_at: 0,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  })
  afterEach(async () => {
    await world.close()
    await wipe(database.store.db)
  })

  const remove = (anyway = false) =>
    removeAccount(
      { store: database.store, now: world.deps.now, actor: 'cli:ana' },
      { tenant: 'acme', provider: 'flow', anyway },
    )

  it('is refused while an order waits for its payment through it, and names the order', async () => {
    const camila = await world.shopper(acme, '+56911111111')
    const order = await world.place(camila, brownies({ paymentMethod: 'flow' }))
    await world.runDue()
    await expect(remove()).rejects.toMatchObject({
      code: 'payments_open',
      exit: 65,
      details: { orders: [order.number] },
    })
    world.flow.pay(await world.token(order))
    await world.pass(60_000)
    expect(await remove()).toMatchObject({ removed: true })
  })

  it('is done all the same for who says so', async () => {
    const camila = await world.shopper(acme, '+56911111111')
    await world.place(camila, brownies({ paymentMethod: 'flow' }))
    await world.runDue()
    expect(await remove(true)).toMatchObject({ removed: true })
  })
})
