import { userInfo } from 'node:os'
import { insertAudit, readAudit, type AuditRow } from '../../store/audit.ts'
import { toJson } from '../../store/json.ts'
import type { TenantScope } from '../../store/scope.ts'
import type { Db } from '../../store/store.ts'

export interface AuditEntry {
  /** The shop it happened in; null for what is above shops (users, configuration). */
  tenantId: string | null
  /** `user:<e-mail>` through the API, `cli:<login>` from a shell, `daemon` for what runs by itself. */
  actor: string
  /** What was done, as a stable word: `product.update`, `user.disable`. */
  action: string
  /** To what: an id, SKU or number; never a person's data. */
  object: string
  before?: unknown
  after?: unknown
}

/** Writes down who did what. Inside the change's own transaction where there is one, so that neither is there alone. */
export async function recordAudit(db: Db, entry: AuditEntry, now: number): Promise<void> {
  await insertAudit(db, {
    tenantId: entry.tenantId,
    actor: entry.actor,
    action: entry.action,
    object: entry.object,
    before: entry.before === undefined ? null : toJson(withoutSecrets(entry.before)),
    after: entry.after === undefined ? null : toJson(withoutSecrets(entry.after)),
    at: now,
  })
}

/** What a service that changes something is told about who asks. */
export interface AuditedBy {
  now: () => number
  /** Without it the caller writes it down: the API does for its routes, the dashboard for its keys. */
  actor?: string | undefined
}

/** The same for a service that knows its actor only where a person asked. */
export async function recordBy(deps: AuditedBy, db: Db, entry: Omit<AuditEntry, 'actor'>): Promise<void> {
  if (deps.actor !== undefined) await recordAudit(db, { ...entry, actor: deps.actor }, deps.now())
}

export interface AuditDocument {
  id: number
  at: number
  tenant: string | null
  actor: string
  action: string
  object: string
  before: unknown
  after: unknown
}

export async function listAudit(
  db: Db,
  query: {
    tenantId: TenantScope
    limit: number
    beforeId?: number | undefined
    since?: number | undefined
    actor?: string | undefined
    action?: string | undefined
  },
): Promise<AuditDocument[]> {
  return (await readAudit(db, query)).map(toAuditDocument)
}

function toAuditDocument(row: AuditRow): AuditDocument {
  return {
    id: row.id,
    at: row.at,
    tenant: row.tenant,
    actor: row.actor,
    action: row.action,
    object: row.object,
    before: row.before === null ? null : JSON.parse(row.before),
    after: row.after === null ? null : JSON.parse(row.after),
  }
}

/** Who is typing, for the audit log. Containers may run as a number that has no name. */
export function cliActor(): string {
  try {
    return `cli:${userInfo().username}`
  } catch {
    return `cli:${process.getuid?.() ?? 'unknown'}`
  }
}

const SECRET = /password|secret|token|hash|credential|api_?key/i

/** Whatever a caller passes by mistake: values under such names are never written down. */
function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, SECRET.test(key) ? '(hidden)' : withoutSecrets(inner)]),
  )
}
