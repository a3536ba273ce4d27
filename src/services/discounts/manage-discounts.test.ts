import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeStores, type TestDatabase } from '../../../test/support/databases.ts'
import { plantShop } from '../../../test/support/shop.ts'
import { createDiscount } from './manage-discounts.ts'

describeStores('making a discount', (open) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await open()
    await plantShop(database.store.db, 'acme')
  })
  afterAll(() => database.remove())

  const make = (over: Partial<Parameters<typeof createDiscount>[1]>) =>
    createDiscount(
      { store: database.store, now: () => 5000, actor: 'cli:ana' },
      { tenant: 'acme', name: 'Cyber', percent: 10, ...over },
    )

  it('refuses a category that no product has: it would silently never count', async () => {
    await expect(make({ categories: ['Comestibles', 'Comestibels'] })).rejects.toMatchObject({
      code: 'category_not_found',
      exit: 66,
      details: { missing: ['Comestibels'] },
    })
  })

  it('takes a category however it is written', async () => {
    expect((await make({ categories: ['COMESTIBLES'] })).on).toEqual({ categories: ['COMESTIBLES'] })
  })

  it('refuses one without a name, which shoppers would read as "Descuento ()"', async () => {
    await expect(make({ name: '  ' })).rejects.toMatchObject({ code: 'discount_invalid', exit: 65 })
    expect((await make({ name: ' Cyber ' })).name).toBe('Cyber')
  })
})
