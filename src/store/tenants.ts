import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import { BotctlError, EXIT } from '../errors.ts'
import { fromJson, toJson } from './json.ts'
import type { TenantTable } from './schema.ts'
import type { Db, Store } from './store.ts'

/** A shop. */
export interface Tenant {
  id: string
  slug: string
  name: string
  type: string
  /** The shop's own WhatsApp number, E.164. */
  phone: string | null
  status: 'active' | 'paused'
  timezone: string
  settings: Readonly<Record<string, unknown>>
  version: number
  catalogVersion: number
  createdAt: number
  updatedAt: number
}

export async function findTenant(db: Db, slug: string): Promise<Tenant | null> {
  const row = await db.selectFrom('tenant').selectAll().where('slug', '=', slug).executeTakeFirst()
  return row ? toTenant(row) : null
}

export async function findTenantById(db: Db, id: string): Promise<Tenant | null> {
  const row = await db.selectFrom('tenant').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toTenant(row) : null
}

export async function findTenantByPhone(db: Db, phone: string): Promise<Tenant | null> {
  const row = await db.selectFrom('tenant').selectAll().where('phone', '=', phone).executeTakeFirst()
  return row ? toTenant(row) : null
}

/** The shop of that slug. Throws `tenant_not_found`, exit 66. */
export async function requireTenant(db: Db, slug: string): Promise<Tenant> {
  const tenant = await findTenant(db, slug)
  if (tenant !== null) return tenant
  throw new BotctlError('tenant_not_found', 'there is no shop with that slug', {
    hint: 'botctl tenant list shows them; botctl tenant create makes one',
    exit: EXIT.notFound,
  })
}

export async function listTenants(db: Db, filter: { status?: 'active' | 'paused' } = {}): Promise<Tenant[]> {
  let query = db.selectFrom('tenant').selectAll().orderBy('slug')
  if (filter.status !== undefined) query = query.where('status', '=', filter.status)
  return (await query.execute()).map(toTenant)
}

export async function insertTenant(db: Db, tenant: Omit<Tenant, 'version' | 'catalogVersion'>): Promise<void> {
  await db
    .insertInto('tenant')
    .values({
      id: tenant.id,
      slug: tenant.slug,
      name: tenant.name,
      type: tenant.type,
      phone: tenant.phone,
      status: tenant.status,
      timezone: tenant.timezone,
      settings: toJson(tenant.settings),
      created_at: tenant.createdAt,
      updated_at: tenant.updatedAt,
    })
    .execute()
}

export type TenantChange = Partial<Pick<Tenant, 'name' | 'type' | 'phone' | 'status' | 'timezone' | 'settings'>>

/** Writes what is given and moves the version, by which daemons see that their copy is old. */
export async function updateTenant(db: Db, id: string, change: TenantChange, now: number): Promise<void> {
  const { settings, ...columns } = change
  await db
    .updateTable('tenant')
    .set({
      ...columns,
      ...(settings === undefined ? {} : { settings: toJson(settings) }),
      updated_at: now,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .execute()
}

/** Everything that belongs to the shop, in every table. The audit log stays: it tells who removed it. */
export async function deleteTenant(store: Store, db: Db, id: string): Promise<void> {
  await db.deleteFrom('tenant').where('id', '=', id).execute()
  for (const table of await tenantTables(store, db)) {
    if (table !== 'audit') await sql`DELETE FROM ${sql.table(table)} WHERE tenant_id = ${id}`.execute(db)
  }
}

/** Every table with a `tenant_id`, asked from the database itself, so that a new table is never forgotten. */
export async function tenantTables(store: Store, db: Db): Promise<string[]> {
  const { rows } =
    store.dialect === 'sqlite'
      ? await sql<{ name: string }>`
          SELECT m.name AS name FROM sqlite_master m JOIN pragma_table_info(m.name) c ON c.name = 'tenant_id'
          WHERE m.type = 'table' ORDER BY m.name`.execute(db)
      : await sql<{ name: string }>`
          SELECT c.table_name AS name FROM information_schema.columns c
          JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
          WHERE c.column_name = 'tenant_id' AND c.table_schema = current_schema() AND t.table_type = 'BASE TABLE'
          ORDER BY c.table_name`.execute(db)
  return rows.map((row) => row.name)
}

export interface TenantCounts {
  products: number
  channels: number
  conversations: number
  orders: number
}

export async function countTenant(db: Db, id: string): Promise<TenantCounts> {
  const count = async (table: 'product' | 'channel' | 'conversation' | 'orders'): Promise<number> => {
    const row = await db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('tenant_id', '=', id)
      .executeTakeFirstOrThrow()
    return Number(row.n)
  }
  return {
    products: await count('product'),
    channels: await count('channel'),
    conversations: await count('conversation'),
    orders: await count('orders'),
  }
}

function toTenant(row: Selectable<TenantTable>): Tenant {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    type: row.type,
    phone: row.phone,
    status: row.status,
    timezone: row.timezone,
    settings: fromJson<Record<string, unknown>>(row.settings),
    version: row.version,
    catalogVersion: row.catalog_version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
