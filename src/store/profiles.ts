import { sql } from 'kysely'
import { BotctlError, EXIT } from '../errors.ts'
import { fromJson, toJson } from './json.ts'
import type { Db, Store } from './store.ts'

/** One version of a shop's bot profile, as it was saved; fields that it lacks are at their defaults. */
export interface StoredProfile {
  version: number
  body: unknown
  author: string
  note: string | null
  createdAt: number
}

/** The live one: the latest version. Null where the shop never saved one. */
export async function latestProfile(db: Db, tenantId: string): Promise<StoredProfile | null> {
  const row = await db
    .selectFrom('profile')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? toProfile(row) : null
}

export async function findProfile(db: Db, tenantId: string, version: number): Promise<StoredProfile | null> {
  const row = await db
    .selectFrom('profile')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('version', '=', version)
    .executeTakeFirst()
  return row ? toProfile(row) : null
}

/** Newest first, without the bodies. */
export async function listProfiles(db: Db, tenantId: string): Promise<Array<Omit<StoredProfile, 'body'>>> {
  const rows = await db
    .selectFrom('profile')
    .select(['version', 'author', 'note', 'created_at'])
    .where('tenant_id', '=', tenantId)
    .orderBy('version', 'desc')
    .execute()
  return rows.map((row) => ({ version: row.version, author: row.author, note: row.note, createdAt: row.created_at }))
}

/**
 * Saves the next version and moves the shop's version, which tells every daemon that its copy is old. `basedOn` is the
 * version that was edited: where another was saved meanwhile, `profile_changed` (exit 75) and nothing is written.
 */
export async function saveProfile(
  store: Store,
  profile: { tenantId: string; basedOn: number; body: unknown; author: string; note: string | null; now: number },
  /** Runs in the same transaction once the version stands. */
  also: (trx: Db, version: number) => Promise<void> = async () => {},
): Promise<number> {
  return store.transaction(async (trx) => {
    // The tenant's row is the lock: two editors at once are one after the other on both databases.
    await trx
      .updateTable('tenant')
      .set({ version: sql`version + 1`, updated_at: profile.now })
      .where('id', '=', profile.tenantId)
      .execute()
    const latest = await latestProfile(trx, profile.tenantId)
    if ((latest?.version ?? 0) !== profile.basedOn) {
      throw new BotctlError('profile_changed', 'somebody saved another version meanwhile', {
        hint: 'look at it with botctl tenant profile show, and edit again',
        exit: EXIT.tryAgain,
      })
    }
    const version = profile.basedOn + 1
    await insertProfile(trx, { ...profile, version })
    await also(trx, version)
    return version
  })
}

export async function insertProfile(
  db: Db,
  profile: { tenantId: string; version: number; body: unknown; author: string; note: string | null; now: number },
): Promise<void> {
  await db
    .insertInto('profile')
    .values({
      tenant_id: profile.tenantId,
      version: profile.version,
      body: toJson(profile.body),
      author: profile.author,
      note: profile.note,
      created_at: profile.now,
    })
    .execute()
}

function toProfile(row: {
  version: number
  body: string
  author: string
  note: string | null
  created_at: number
}): StoredProfile {
  return {
    version: row.version,
    body: fromJson<unknown>(row.body),
    author: row.author,
    note: row.note,
    createdAt: row.created_at,
  }
}
