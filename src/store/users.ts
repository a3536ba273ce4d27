import { sql } from 'kysely'
import { findTenant } from './tenants.ts'
import type { Db, Store } from './store.ts'

export type Role = 'owner' | 'operator' | 'agent' | 'viewer'

/** A person with a login. The hash never leaves `services/users`. */
export interface User {
  id: string
  email: string
  name: string
  role: Role
  status: 'active' | 'disabled'
  tokenEpoch: number
  createdAt: number
  updatedAt: number
  /** Slugs of the shops they were given; an owner sees all without being given any. */
  tenants: string[]
}

export interface UserWithHash extends User {
  passwordHash: string
}

export async function insertUser(
  db: Db,
  user: { id: string; email: string; name: string; passwordHash: string; role: Role; now: number },
): Promise<void> {
  await db
    .insertInto('users')
    .values({
      id: user.id,
      email: user.email,
      name: user.name,
      password_hash: user.passwordHash,
      role: user.role,
      created_at: user.now,
      updated_at: user.now,
    })
    .execute()
}

/** Gives exactly these shops; answers the slugs that do not exist and changes nothing where there are any. */
export async function setUserTenants(db: Db, userId: string, slugs: readonly string[]): Promise<string[]> {
  const tenants = await Promise.all(slugs.map(async (slug) => ({ slug, tenant: await findTenant(db, slug) })))
  const missing = tenants.filter(({ tenant }) => tenant === null).map(({ slug }) => slug)
  if (missing.length > 0) return missing
  await db.deleteFrom('user_tenant').where('user_id', '=', userId).execute()
  for (const { tenant } of tenants)
    if (tenant !== null)
      await db
        .insertInto('user_tenant')
        .values({ user_id: userId, tenant_id: tenant.id })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
  return []
}

export async function updateUser(
  db: Db,
  id: string,
  change: { passwordHash?: string; role?: Role; status?: 'active' | 'disabled'; name?: string; revoke?: boolean },
  now: number,
): Promise<void> {
  await db
    .updateTable('users')
    .set((row) => ({
      updated_at: now,
      ...(change.passwordHash === undefined ? {} : { password_hash: change.passwordHash }),
      ...(change.role === undefined ? {} : { role: change.role }),
      ...(change.status === undefined ? {} : { status: change.status }),
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.revoke ? { token_epoch: row('token_epoch', '+', 1) } : {}),
    }))
    .where('id', '=', id)
    .execute()
  if (change.revoke) await db.deleteFrom('refresh_token').where('user_id', '=', id).execute()
}

export async function listUsers(db: Db): Promise<User[]> {
  const [users, grants] = await Promise.all([
    db.selectFrom('users').selectAll().orderBy('email').execute(),
    db
      .selectFrom('user_tenant')
      .innerJoin('tenant', 'tenant.id', 'user_tenant.tenant_id')
      .select(['user_tenant.user_id', 'tenant.slug'])
      .orderBy('tenant.slug')
      .execute(),
  ])
  return users.map((row) =>
    withoutHash(
      toUser(
        row,
        grants.filter((grant) => grant.user_id === row.id).map((grant) => grant.slug),
      ),
    ),
  )
}

export async function findUserById(db: Db, id: string): Promise<UserWithHash | null> {
  const row = await db.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : toUser(row, await grantedSlugs(db, row.id))
}

/** By e-mail address, or by the part before its @ where only one user has it. Case does not matter. */
export async function findUserByLogin(db: Db, login: string): Promise<UserWithHash | null> {
  const wanted = login.trim().toLowerCase()
  if (wanted === '') return null
  const byName = !wanted.includes('@')
  const rows = await db
    .selectFrom('users')
    .selectAll()
    .where((row) =>
      byName
        ? // No LIKE: what someone types as a name may hold its wildcards.
          row(sql<string>`substr(email, 1, ${sql.raw(String(wanted.length + 1))})`, '=', `${wanted}@`)
        : row('email', '=', wanted),
    )
    .limit(2)
    .execute()
  const [row] = rows
  return row === undefined || rows.length > 1 ? null : toUser(row, await grantedSlugs(db, row.id))
}

/** Ids of the shops a user may see; null is all. */
export async function visibleTenantIds(db: Db, user: { id: string; role: Role }): Promise<string[] | null> {
  if (user.role === 'owner') return null
  const rows = await db.selectFrom('user_tenant').select('tenant_id').where('user_id', '=', user.id).execute()
  return rows.map((row) => row.tenant_id)
}

export async function countOwners(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom('users')
    .select((row) => row.fn.countAll<number>().as('n'))
    .where('role', '=', 'owner')
    .where('status', '=', 'active')
    .executeTakeFirstOrThrow()
  return n
}

export interface RefreshToken {
  hash: string
  userId: string
  family: string
  usedAt: number | null
  expiresAt: number
}

export async function insertRefreshToken(db: Db, token: Omit<RefreshToken, 'usedAt'>, now: number): Promise<void> {
  await db
    .insertInto('refresh_token')
    .values({
      hash: token.hash,
      user_id: token.userId,
      family: token.family,
      used_at: null,
      expires_at: token.expiresAt,
      created_at: now,
    })
    .execute()
}

export async function findRefreshToken(db: Db, hash: string): Promise<RefreshToken | null> {
  const row = await db.selectFrom('refresh_token').selectAll().where('hash', '=', hash).executeTakeFirst()
  if (row === undefined) return null
  return { hash: row.hash, userId: row.user_id, family: row.family, usedAt: row.used_at, expiresAt: row.expires_at }
}

/** True for the one who used it first: two requests with one token cannot both win. */
export async function useRefreshToken(db: Db, hash: string, now: number): Promise<boolean> {
  const result = await db
    .updateTable('refresh_token')
    .set({ used_at: now })
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export async function deleteRefreshFamily(db: Db, family: string): Promise<void> {
  await db.deleteFrom('refresh_token').where('family', '=', family).execute()
}

export async function deleteExpiredRefreshTokens(db: Db, now: number): Promise<void> {
  await db.deleteFrom('refresh_token').where('expires_at', '<', now).execute()
}

/**
 * Takes one place for each key, or none where any key has used up its `limit` within `windowMs`; answers the wait in ms
 * then. In one transaction that both databases serialize by key, so that parallel guesses cannot slip through together.
 */
export async function takeAttempt(
  store: Store,
  query: { keys: readonly string[]; limit: number; windowMs: number; now: number },
): Promise<{ allowed: true } | { allowed: false; retryAfterMs: number }> {
  const keys = [...query.keys].sort()
  const since = query.now - query.windowMs
  return store.transaction(async (trx) => {
    if (store.dialect === 'postgres')
      for (const key of keys) await sql`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 7203))`.execute(trx)
    // An hour is long past any window; the table stays as small as the last hour's attempts.
    await trx
      .deleteFrom('login_attempt')
      .where('at', '<', query.now - 3_600_000)
      .execute()
    const used = await trx
      .selectFrom('login_attempt')
      .select(['key', 'at'])
      .where('key', 'in', keys)
      .where('at', '>', since)
      .orderBy('at')
      .execute()
    for (const key of keys) {
      const own = used.filter((row) => row.key === key)
      const oldest = own[own.length - query.limit]
      if (own.length >= query.limit && oldest !== undefined)
        return { allowed: false, retryAfterMs: Math.max(1, oldest.at + query.windowMs - query.now) }
    }
    for (const key of keys) await trx.insertInto('login_attempt').values({ key, at: query.now }).execute()
    return { allowed: true }
  })
}

/** A login that succeeded gives its places back: an office behind one address is not locked out by logging in. */
export async function forgiveAttempt(db: Db, keys: readonly string[], at: number): Promise<void> {
  await db
    .deleteFrom('login_attempt')
    .where('key', 'in', [...keys])
    .where('at', '=', at)
    .execute()
}

async function grantedSlugs(db: Db, userId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('user_tenant')
    .innerJoin('tenant', 'tenant.id', 'user_tenant.tenant_id')
    .select('tenant.slug')
    .where('user_tenant.user_id', '=', userId)
    .orderBy('tenant.slug')
    .execute()
  return rows.map((row) => row.slug)
}

function toUser(
  row: {
    id: string
    email: string
    name: string
    password_hash: string
    role: Role
    status: 'active' | 'disabled'
    token_epoch: number
    created_at: number
    updated_at: number
  },
  tenants: string[],
): UserWithHash {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role,
    status: row.status,
    tokenEpoch: row.token_epoch,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    tenants,
    passwordHash: row.password_hash,
  }
}

export function withoutHash(user: UserWithHash): User {
  const { passwordHash, ...rest } = user
  void passwordHash
  return rest
}
