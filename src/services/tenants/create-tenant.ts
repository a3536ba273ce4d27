import { BotctlError, EXIT } from '../../errors.ts'
import { createId } from '../../ids.ts'
import { toJson } from '../../store/json.ts'
import { insertProfile } from '../../store/profiles.ts'
import type { Db } from '../../store/store.ts'
import { findTenant, findTenantByPhone, findTenantById, insertTenant } from '../../store/tenants.ts'
import type { Tenant } from '../../store/tenants.ts'
import { auditTenant } from './audit-tenant.ts'
import type { TenantDeps } from './audit-tenant.ts'
import { toTenantDocument } from './describe-tenant.ts'
import { checkName, checkPhone, checkSlug, checkTimezone, checkType, slugFrom } from './tenant-input.ts'

export interface NewTenant {
  name: string
  /** Made of the name where it is not given. */
  slug?: string | undefined
  type?: string | undefined
  phone?: string | undefined
  timezone?: string | undefined
}

/**
 * Opens a shop: the tenant, its first profile and its local channel, all or nothing.
 * Throws `slug_invalid`, `name_invalid`, `type_unknown`, `phone_invalid`, `timezone_invalid`, `slug_in_use` or
 * `phone_in_use`, exit 65.
 */
export function createTenantCreator(deps: TenantDeps): (input: NewTenant) => Promise<Tenant> {
  return async (input) => {
    const name = checkName(input.name)
    const slug = checkSlug(input.slug ?? slugFrom(name))
    const tenant = {
      id: createId('ten'),
      slug,
      name,
      type: checkType(input.type ?? 'other'),
      phone: input.phone === undefined ? null : checkPhone(input.phone),
      status: 'active' as const,
      timezone: checkTimezone(input.timezone ?? 'America/Santiago'),
      settings: {},
      createdAt: deps.now(),
      updatedAt: deps.now(),
    }
    return deps.store
      .transaction(async (trx) => {
        await refuseInUse(trx, tenant)
        await insertTenant(trx, tenant)
        await insertLocalChannel(trx, tenant)
        await insertFirstProfile(trx, tenant, deps.actor ?? 'botctl')
        const created = (await findTenantById(trx, tenant.id)) as Tenant
        await auditTenant(trx, deps, 'tenant.create', { tenantId: tenant.id, slug, after: toTenantDocument(created) })
        return created
      })
      .catch((error: unknown) => {
        throw inUse(error) ?? error
      })
  }
}

async function refuseInUse(db: Db, tenant: { slug: string; phone: string | null }): Promise<void> {
  if ((await findTenant(db, tenant.slug)) !== null) throw slugInUse()
  if (tenant.phone !== null && (await findTenantByPhone(db, tenant.phone)) !== null) throw phoneInUse()
}

/** Two creations at once: the database's own constraint decides, and says the same words. */
export function inUse(error: unknown): BotctlError | null {
  const { code, constraint, message } = error as { code?: string; constraint?: string; message?: string }
  const unique = code === '23505' || code === 'SQLITE_CONSTRAINT_UNIQUE'
  if (!unique) return null
  const text = `${constraint ?? ''} ${message ?? ''}`
  if (/tenant[._]slug/.test(text)) return slugInUse()
  if (/tenant[._]phone/.test(text)) return phoneInUse()
  return null
}

function slugInUse(): BotctlError {
  return new BotctlError('slug_in_use', 'another shop has that slug', {
    hint: 'choose another with --slug; botctl tenant list shows those in use',
    exit: EXIT.badData,
    status: 409,
  })
}

function phoneInUse(): BotctlError {
  return new BotctlError('phone_in_use', 'another shop has that number', {
    hint: 'a WhatsApp number belongs to one shop; botctl tenant list shows them',
    exit: EXIT.badData,
    status: 409,
  })
}

/** Empty: a field that nobody set is at its default, today's and those of later releases. */
function insertFirstProfile(db: Db, tenant: { id: string; createdAt: number }, author: string): Promise<void> {
  const note = 'as the shop was opened'
  return insertProfile(db, { tenantId: tenant.id, version: 1, body: {}, author, note, now: tenant.createdAt })
}

/** The way that `test-message`, the test webhook and the simulator take; it reaches no provider. */
async function insertLocalChannel(db: Db, tenant: { id: string; slug: string; createdAt: number }): Promise<void> {
  await db
    .insertInto('channel')
    .values({
      id: createId('chn'),
      tenant_id: tenant.id,
      provider: 'local',
      address: tenant.slug,
      settings: toJson({}),
      created_at: tenant.createdAt,
      updated_at: tenant.createdAt,
    })
    .execute()
}
