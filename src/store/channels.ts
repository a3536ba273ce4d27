import type { Selectable } from 'kysely'
import type { ChannelProvider } from '../channels/port.ts'
import { fromJson, toJson } from './json.ts'
import type { ChannelTable } from './schema.ts'
import type { Db } from './store.ts'

/** A shop's way to WhatsApp. `secrets` is sealed; null: the environment's account. */
export interface ChannelRecord {
  id: string
  tenantId: string
  provider: ChannelProvider
  /** Meta: phone_number_id. Twilio: the number in E.164. */
  address: string
  displayNumber: string | null
  secrets: string | null
  settings: Readonly<Record<string, unknown>>
  status: 'active' | 'disabled'
  blockedUntil: number | null
  blockedReason: string | null
  createdAt: number
  updatedAt: number
}

/** Every active channel on a business number: more than one where shops share it. */
export async function findChannelsByAddress(
  db: Db,
  provider: ChannelProvider,
  address: string,
): Promise<ChannelRecord[]> {
  const rows = await db
    .selectFrom('channel')
    .selectAll()
    .where('provider', '=', provider)
    .where('address', '=', address)
    .where('status', '=', 'active')
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(toChannel)
}

export async function findChannel(db: Db, id: string): Promise<ChannelRecord | null> {
  const row = await db.selectFrom('channel').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toChannel(row) : null
}

export interface ListedChannel extends ChannelRecord {
  tenant: string
}

/** With the shop's slug, in its order. */
export async function listChannels(
  db: Db,
  filter: { tenantId?: string; provider?: ChannelProvider } = {},
): Promise<ListedChannel[]> {
  let query = db
    .selectFrom('channel')
    .innerJoin('tenant', 'tenant.id', 'channel.tenant_id')
    .selectAll('channel')
    .select('tenant.slug as tenant')
    .orderBy('tenant.slug')
    .orderBy('channel.created_at')
    .orderBy('channel.id')
  if (filter.tenantId !== undefined) query = query.where('channel.tenant_id', '=', filter.tenantId)
  if (filter.provider !== undefined) query = query.where('channel.provider', '=', filter.provider)
  const rows = await query.execute()
  return rows.map((row) => ({ ...toChannel(row), tenant: row.tenant }))
}

export async function insertChannel(
  db: Db,
  channel: Omit<ChannelRecord, 'blockedUntil' | 'blockedReason' | 'status'>,
): Promise<void> {
  await db
    .insertInto('channel')
    .values({
      id: channel.id,
      tenant_id: channel.tenantId,
      provider: channel.provider,
      address: channel.address,
      display_number: channel.displayNumber,
      secrets: channel.secrets,
      settings: toJson(channel.settings),
      created_at: channel.createdAt,
      updated_at: channel.updatedAt,
    })
    .execute()
}

export type ChannelChange = Partial<
  Pick<ChannelRecord, 'displayNumber' | 'secrets' | 'status' | 'blockedUntil' | 'blockedReason'>
>

/** Writes what is given and moves `updated_at`, by which daemons see that their copy is old. */
export async function updateChannel(db: Db, id: string, change: ChannelChange, now: number): Promise<void> {
  await db
    .updateTable('channel')
    .set({
      ...(change.displayNumber === undefined ? {} : { display_number: change.displayNumber }),
      ...(change.secrets === undefined ? {} : { secrets: change.secrets }),
      ...(change.status === undefined ? {} : { status: change.status }),
      ...(change.blockedUntil === undefined ? {} : { blocked_until: change.blockedUntil }),
      ...(change.blockedReason === undefined ? {} : { blocked_reason: change.blockedReason }),
      updated_at: now,
    })
    .where('id', '=', id)
    .execute()
}

export async function deleteChannel(db: Db, id: string): Promise<void> {
  await db.deleteFrom('channel').where('id', '=', id).execute()
}

/** Shops with no channel of that provider, which therefore use the environment's account. */
export async function tenantsWithoutChannel(
  db: Db,
  provider: ChannelProvider,
): Promise<Array<{ id: string; phone: string | null }>> {
  return db
    .selectFrom('tenant')
    .select(['id', 'phone'])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('channel')
            .select('channel.id')
            .whereRef('channel.tenant_id', '=', 'tenant.id')
            .where('channel.provider', '=', provider),
        ),
      ),
    )
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

/**
 * A word that changes whenever a shop, a channel or a route does: daemons compare it to know whether what they remember
 * is old. Three short tables are read; no index would be faster.
 */
export async function readDirectoryStamp(db: Db): Promise<string> {
  const [channels, tenants, routes] = await Promise.all([
    db
      .selectFrom('channel')
      .select((eb) => [eb.fn.countAll<number>().as('n'), eb.fn.max('updated_at').as('last')])
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('tenant')
      .select((eb) => [
        eb.fn.countAll<number>().as('n'),
        eb.fn.max('updated_at').as('last'),
        eb.fn.sum<number>('version').as('versions'),
      ])
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('route')
      .select((eb) => [eb.fn.countAll<number>().as('n'), eb.fn.max('created_at').as('last')])
      .executeTakeFirstOrThrow(),
  ])
  return [channels.n, channels.last, tenants.n, tenants.last, tenants.versions, routes.n, routes.last].join('/')
}

function toChannel(row: Selectable<ChannelTable>): ChannelRecord {
  return {
    id: row.id,
    tenantId: row.tenant_id,
    provider: row.provider,
    address: row.address,
    displayNumber: row.display_number,
    secrets: row.secrets,
    settings: fromJson<Record<string, unknown>>(row.settings),
    status: row.status,
    blockedUntil: row.blocked_until,
    blockedReason: row.blocked_reason,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
