import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { sql } from 'kysely'
import { BotctlError, EXIT } from '../../errors.ts'
import type { Store } from '../../store/store.ts'
import { requireTenant, tenantTables } from '../../store/tenants.ts'

/** Credentials stay behind: they are sealed for this installation and of no use elsewhere. */
const WITHOUT = new Set(['secrets'])

/**
 * Writes all rows of a shop as JSON lines, `{"table","row"}`, to a new file that only its owner may read.
 * Throws `tenant_not_found` (66), `export_exists` or `export_unwritable` (65).
 */
export function createTenantExporter(deps: {
  store: Store
}): (slug: string, file: string) => Promise<{ file: string; rows: number }> {
  return async (slug, file) => {
    const tenant = await requireTenant(deps.store.db, slug)
    // `wx` and 0600: never over something else, never readable by others, not even for a moment.
    const out = createWriteStream(file, { flags: 'wx', mode: 0o600 })
    await once(out, 'open').catch((cause: NodeJS.ErrnoException) => {
      const exists = cause.code === 'EEXIST'
      throw new BotctlError(
        exists ? 'export_exists' : 'export_unwritable',
        exists ? 'a file of that name is already there' : 'the export file cannot be written',
        { hint: 'give another path with --export', exit: EXIT.badData, cause },
      )
    })
    let rows = 0
    const write = async (table: string, row: Record<string, unknown>): Promise<void> => {
      rows += 1
      const kept = Object.fromEntries(Object.entries(row).filter(([column]) => !WITHOUT.has(column)))
      if (!out.write(`${JSON.stringify({ table, row: kept })}\n`)) await once(out, 'drain')
    }
    const { rows: own } = await sql<Record<string, unknown>>`SELECT * FROM tenant WHERE id = ${tenant.id}`.execute(
      deps.store.db,
    )
    for (const row of own) await write('tenant', row)
    for (const table of await tenantTables(deps.store, deps.store.db)) {
      const { rows: found } = await sql<
        Record<string, unknown>
      >`SELECT * FROM ${sql.table(table)} WHERE tenant_id = ${tenant.id}`.execute(deps.store.db)
      for (const row of found) await write(table, row)
    }
    out.end()
    await finished(out)
    return { file, rows }
  }
}
