import type { EpochMs } from '../engine/types.ts'
import type { Db } from './store.ts'

/** An erased shopper by the random name of the row that is gone: it leads to nobody but in a backup that still has it. */
export interface Erasure {
  tenantId: string
  ref: string
  at: EpochMs
}

export async function recordErasure(db: Db, erasure: Erasure): Promise<void> {
  await db
    .insertInto('erasure')
    .values({ tenant_id: erasure.tenantId, ref: erasure.ref, at: erasure.at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function listErasures(db: Db): Promise<Erasure[]> {
  const rows = await db.selectFrom('erasure').selectAll().orderBy('at').orderBy('ref').execute()
  return rows.map((row) => ({ tenantId: row.tenant_id, ref: row.ref, at: row.at }))
}

/** The contact that a backup still holds; null where it is gone here too, or came after the backup. */
export async function findErased(db: Db, erasure: Erasure): Promise<string | null> {
  const row = await db
    .selectFrom('contact')
    .select('id')
    .where('tenant_id', '=', erasure.tenantId)
    .where('ref', '=', erasure.ref)
    .executeTakeFirst()
  return row?.id ?? null
}
