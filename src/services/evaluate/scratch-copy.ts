import { openStore } from '../../store/open.ts'
import { migrate } from '../../store/migrate.ts'
import type { Store } from '../../store/store.ts'
import { requireTenant } from '../../store/tenants.ts'

/** What a shop answers from; orders, shoppers and secrets stay where they are. */
const COPIED = ['profile', 'product', 'discount', 'shipping_zone'] as const
/** Under SQLite's limit of bound values, at some thirty columns a row. */
const CHUNK = 500

/**
 * Copies shops into a database in memory, so that an evaluation neither writes to nor reserves stock in the real one.
 * Throws `tenant_not_found` (66). The caller closes it.
 */
export async function scratchCopy(source: Store, slugs: readonly string[], now: number): Promise<Store> {
  const tenants = await Promise.all(slugs.map((slug) => requireTenant(source.db, slug)))
  const scratch = await openStore('sqlite::memory:')
  try {
    await migrate(scratch, { now })
    for (const { id } of tenants) {
      const tenant = await source.db.selectFrom('tenant').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
      await scratch.db
        .insertInto('tenant')
        .values({ ...tenant, status: 'active' })
        .execute()
      for (const table of COPIED) {
        const rows = await source.db.selectFrom(table).selectAll().where('tenant_id', '=', id).execute()
        for (let at = 0; at < rows.length; at += CHUNK) {
          await scratch.db
            .insertInto(table)
            .values(rows.slice(at, at + CHUNK))
            .execute()
        }
      }
    }
    return scratch
  } catch (error) {
    await scratch.close()
    throw error
  }
}
