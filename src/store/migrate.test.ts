import { expect, it } from 'vitest'
import { describeStores } from '../../test/support/databases.ts'
import { migrate, migrationStatus } from './migrate.ts'

describeStores('migrate', (open) => {
  it('applies everything once', async () => {
    const database = await open()
    const status = await migrationStatus(database.store)
    expect(status.pending).toEqual([])
    expect(status.applied.length).toBeGreaterThan(3)
    expect(await migrate(database.store, { now: 1 })).toEqual([])
    await database.remove()
  })
})
