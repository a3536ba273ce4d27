import { BotctlError, EXIT } from '../../errors.ts'
import { createId } from '../../ids.ts'
import type { Db, Store } from '../../store/store.ts'
import {
  countOwners,
  findUserById,
  findUserByLogin,
  insertUser,
  listUsers,
  setUserTenants,
  updateUser,
  type Role,
  type User,
} from '../../store/users.ts'
import { recordAudit } from '../audit/record-audit.ts'
import { hashPassword } from './password.ts'

/** A user as the outside sees it. */
export interface UserDocument {
  id: string
  email: string
  name: string
  role: Role
  status: 'active' | 'disabled'
  /** Slugs; `null` for an owner, who sees all. */
  tenants: string[] | null
  created_at: string
}

export interface UserDeps {
  store: Store
  now: () => number
  /** Who is doing this, for the audit log. */
  actor: string
}

/** Throws `email_invalid`, `user_exists`, `password_weak`, `tenants_missing` (65), `tenant_not_found` (66). */
export async function createUser(
  deps: UserDeps,
  input: { email: string; name: string; role: Role; tenants: readonly string[]; password: string },
): Promise<UserDocument> {
  const email = checkEmail(input.email)
  if (input.role !== 'owner' && input.tenants.length === 0)
    throw new BotctlError('tenants_missing', `a user with the role ${input.role} needs at least one shop`, {
      hint: 'give --tenant SLUG, once for each shop',
      exit: EXIT.badData,
    })
  const passwordHash = await hashPassword(input.password, email)
  const now = deps.now()
  return deps.store.transaction(async (trx) => {
    if ((await findUserByLogin(trx, email)) !== null)
      throw new BotctlError('user_exists', 'there is already a user with this e-mail address', {
        hint: 'botctl user list shows them; botctl user passwd sets a new password',
        exit: EXIT.badData,
        status: 409,
      })
    const id = createId('usr')
    const name = input.name.trim() === '' ? (email.split('@')[0] ?? email) : input.name.trim().slice(0, 200)
    await insertUser(trx, { id, email, name, passwordHash, role: input.role, now })
    refuseMissing(await setUserTenants(trx, id, input.tenants))
    const user = toUserDocument(await requireUserById(trx, id))
    await recordAudit(trx, { tenantId: null, actor: deps.actor, action: 'user.create', object: id, after: user }, now)
    return user
  })
}

export async function listUserDocuments(db: Db): Promise<UserDocument[]> {
  return (await listUsers(db)).map(toUserDocument)
}

/** By e-mail address, its name part, or id. Throws `user_not_found` (66). */
export async function requireUser(db: Db, login: string): Promise<User> {
  const user = login.startsWith('usr_') ? await findUserById(db, login) : await findUserByLogin(db, login)
  if (user === null)
    throw new BotctlError('user_not_found', 'there is no such user', {
      hint: 'botctl user list shows them',
      exit: EXIT.notFound,
    })
  return user
}

/** A new password. All tokens of the user end at once: whoever stole one is out. */
export async function changePassword(deps: UserDeps, login: string, password: string): Promise<UserDocument> {
  const user = await requireUser(deps.store.db, login)
  const passwordHash = await hashPassword(password, user.email)
  return change(deps, user.id, { passwordHash, revoke: true }, 'user.passwd')
}

/** No login and no token of this user is good any more. Throws `last_owner` (65): someone must be able to get in. */
export async function setUserStatus(
  deps: UserDeps,
  login: string,
  status: 'active' | 'disabled',
): Promise<UserDocument> {
  const user = await requireUser(deps.store.db, login)
  return change(
    deps,
    user.id,
    { status, revoke: status === 'disabled' },
    status === 'disabled' ? 'user.disable' : 'user.enable',
  )
}

/** Another role, other shops, another name. What is not given stays. */
export async function updateUserRights(
  deps: UserDeps,
  login: string,
  rights: { role?: Role | undefined; tenants?: readonly string[] | undefined; name?: string | undefined },
): Promise<UserDocument> {
  const user = await requireUser(deps.store.db, login)
  return change(
    deps,
    user.id,
    {
      ...(rights.role === undefined ? {} : { role: rights.role }),
      ...(rights.name === undefined ? {} : { name: rights.name }),
      revoke: rights.role !== undefined && rights.role !== user.role,
    },
    'user.update',
    rights.tenants,
  )
}

async function change(
  deps: UserDeps,
  id: string,
  set: Parameters<typeof updateUser>[2],
  action: string,
  tenants?: readonly string[],
): Promise<UserDocument> {
  const now = deps.now()
  return deps.store.transaction(async (trx) => {
    const before = toUserDocument(await requireUserById(trx, id))
    await updateUser(trx, id, set, now)
    if (tenants !== undefined) refuseMissing(await setUserTenants(trx, id, tenants))
    if (before.role === 'owner' && before.status === 'active' && (await countOwners(trx)) === 0)
      throw new BotctlError('last_owner', 'this is the last active owner', {
        hint: 'make another user an owner first',
        exit: EXIT.badData,
        status: 409,
      })
    const after = toUserDocument(await requireUserById(trx, id))
    await recordAudit(trx, { tenantId: null, actor: deps.actor, action, object: id, before, after }, now)
    return after
  })
}

async function requireUserById(db: Db, id: string): Promise<User> {
  return requireUser(db, id)
}

function refuseMissing(slugs: string[]): void {
  if (slugs.length === 0) return
  throw new BotctlError('tenant_not_found', 'there is no shop with that slug', {
    hint: 'botctl tenant list shows them',
    exit: EXIT.notFound,
    details: { missing: slugs },
  })
}

export function toUserDocument(user: User): UserDocument {
  return {
    id: user.id,
    email: user.email,
    name: user.name,
    role: user.role,
    status: user.status,
    tenants: user.role === 'owner' ? null : user.tenants,
    created_at: new Date(user.createdAt).toISOString(),
  }
}

function checkEmail(text: string): string {
  const email = text.trim().toLowerCase()
  if (/^[^\s@,;<>"']{1,64}@[a-z0-9.-]{1,190}$/.test(email) && email.length <= 254) return email
  throw new BotctlError('email_invalid', 'that is not an e-mail address', { exit: EXIT.badData })
}
