import type { BotProfile } from '../../engine/reply/profile.ts'
import { completeProfile } from '../../engine/reply/profile.ts'
import { BotctlError, EXIT } from '../../errors.ts'
import { findProfile, latestProfile, listProfiles, saveProfile } from '../../store/profiles.ts'
import type { Db, Store } from '../../store/store.ts'
import { requireTenant } from '../../store/tenants.ts'
import { recordBy, type AuditedBy } from '../audit/record-audit.ts'
import { merge, parseProfile } from './profile-schema.ts'

export interface ProfileView {
  tenant: string
  /** 0: nothing was ever saved, these are the defaults. */
  version: number
  author: string | null
  note: string | null
  profile: BotProfile
}

type Deps = AuditedBy & { store: Store }

/** The live profile of a shop, or one version of it. Throws `tenant_not_found`, `profile_not_found`. */
export async function showProfile(deps: Deps, slug: string, version?: number): Promise<ProfileView> {
  const tenant = await requireTenant(deps.store.db, slug)
  const stored =
    version === undefined
      ? await latestProfile(deps.store.db, tenant.id)
      : await findProfile(deps.store.db, tenant.id, version)
  if (version !== undefined && version > 0 && !stored) throw noVersion()
  return {
    tenant: slug,
    version: stored?.version ?? 0,
    author: stored?.author ?? null,
    note: stored?.note ?? null,
    profile: completeProfile(stored?.body),
  }
}

export async function profileHistory(deps: Deps, slug: string): Promise<Awaited<ReturnType<typeof listProfiles>>> {
  const tenant = await requireTenant(deps.store.db, slug)
  return listProfiles(deps.store.db, tenant.id)
}

/** Saves changes on top of the live version. Live in every daemon with its next turn. */
export async function editProfile(
  deps: Deps,
  edit: { slug: string; changes: Record<string, unknown>; author: string; note: string | null },
): Promise<ProfileView> {
  const tenant = await requireTenant(deps.store.db, edit.slug)
  const latest = await latestProfile(deps.store.db, tenant.id)
  const base = completeProfile(latest?.body) as unknown as Record<string, unknown>
  const profile = parseProfile(merge(base, edit.changes))
  const version = await saveProfile(
    deps.store,
    {
      tenantId: tenant.id,
      basedOn: latest?.version ?? 0,
      body: profile,
      author: edit.author,
      note: edit.note,
      now: deps.now(),
    },
    (trx, saved) => audit(deps, trx, 'profile.edit', { tenant, version: saved, from: base, to: profile }),
  )
  return { tenant: edit.slug, version, author: edit.author, note: edit.note, profile }
}

/** An old version saved again as the newest: history only ever grows. Version 0 is the defaults. */
export async function rollbackProfile(
  deps: Deps,
  request: { slug: string; version: number; author: string },
): Promise<ProfileView> {
  const tenant = await requireTenant(deps.store.db, request.slug)
  const old = request.version === 0 ? null : await findProfile(deps.store.db, tenant.id, request.version)
  if (request.version !== 0 && !old) throw noVersion()
  const latest = await latestProfile(deps.store.db, tenant.id)
  const profile = completeProfile(old?.body)
  const note = `rollback to ${request.version}`
  const version = await saveProfile(
    deps.store,
    {
      tenantId: tenant.id,
      basedOn: latest?.version ?? 0,
      body: profile,
      author: request.author,
      note,
      now: deps.now(),
    },
    (trx, saved) =>
      audit(deps, trx, 'profile.rollback', {
        tenant,
        version: saved,
        from: completeProfile(latest?.body),
        to: profile,
      }),
  )
  return { tenant: request.slug, version, author: request.author, note, profile }
}

export interface FieldChange {
  field: string
  before: unknown
  after: unknown
}

/** What differs between two versions, field by field. */
export async function diffProfiles(deps: Deps, slug: string, from: number, to?: number): Promise<FieldChange[]> {
  const [before, after] = await Promise.all([showProfile(deps, slug, from), showProfile(deps, slug, to)])
  return diffFields(before.profile, after.profile)
}

export function diffFields(before: unknown, after: unknown, path = ''): FieldChange[] {
  if (isPlain(before) && isPlain(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)])
    return [...keys].flatMap((key) => diffFields(before[key], after[key], path === '' ? key : `${path}.${key}`))
  }
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ field: path, before, after }]
}

/** The fields that moved, by their paths; the versions themselves stay whole in the profile's history. */
async function audit(
  deps: Deps,
  trx: Db,
  action: 'profile.edit' | 'profile.rollback',
  change: { tenant: { id: string; slug: string }; version: number; from: unknown; to: unknown },
): Promise<void> {
  const { tenant, version } = change
  const fields = diffFields(change.from, change.to)
  await recordBy(deps, trx, {
    tenantId: tenant.id,
    action,
    object: tenant.slug,
    before: { version: version - 1, ...Object.fromEntries(fields.map(({ field, before }) => [field, before])) },
    after: { version, ...Object.fromEntries(fields.map(({ field, after }) => [field, after])) },
  })
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function noVersion(): BotctlError {
  return new BotctlError('profile_not_found', 'this shop has no profile of that version', {
    hint: 'botctl tenant profile show --history lists them',
    exit: EXIT.notFound,
  })
}
