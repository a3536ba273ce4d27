import type { ConsentPurpose } from '../engine/commerce/effects.ts'
import type { PostgresStore } from './postgres/open.ts'
import type { SqliteStore } from './sqlite/open.ts'
import type { Store } from './store.ts'

/** What a turn must know of its shopper, read in one go for many conversations at once. */
export interface FactsRow {
  mode: 'bot' | 'waiting' | 'human'
  modeSince: number | null
  takeoverUntil: number | null
  contactId: string | null
  name: string | null
  /** JSON: what the shopper agreed to have remembered. */
  data: string | null
  /** JSON; null where there is none yet. */
  state: string | null
  cartVersion: number
  cartUpdatedAt: number | null
  expiresAt: number
  /** The latest word on being written to; null where nothing was said. */
  granted: boolean | null
  /** The same on being reminded of a cart, and on data being kept for the next purchase. */
  reminders: boolean | null
  remember: boolean | null
  /** So that the orders of the many who have none are never asked for. */
  hasOrders: boolean
  tenantVersion: number
  catalogVersion: number
}

export interface FactsKey {
  tenantId: string
  conversationId: string
  contactId: string
}

export interface FactsStore {
  /** One row a key, in the order given. */
  load(keys: readonly FactsKey[]): Promise<FactsRow[]>
}

export async function openFacts(store: Store): Promise<FactsStore> {
  if (store.dialect === 'sqlite') {
    const { sqliteFacts } = await import('./sqlite/facts.ts')
    return sqliteFacts(store as SqliteStore)
  }
  const { postgresFacts } = await import('./postgres/facts.ts')
  return postgresFacts(store as PostgresStore)
}

/** What both databases answer, in their own types. */
export interface RawFacts {
  mode: FactsRow['mode'] | null
  mode_since: number | null
  takeover_until: number | null
  contact_id: string | null
  name: string | null
  data: string | null
  state: string | null
  cart_version: number | null
  cart_updated_at: number | null
  expires_at: number | null
  granted: number | null
  reminders: number | null
  remember: number | null
  has_orders: number | boolean
  tenant_version: number | null
  catalog_version: number | null
}

export function toFacts(row: RawFacts): FactsRow {
  return {
    mode: row.mode ?? 'bot',
    modeSince: row.mode_since,
    takeoverUntil: row.takeover_until,
    contactId: row.contact_id,
    name: row.name,
    data: row.data,
    state: row.state,
    cartVersion: row.cart_version ?? 0,
    cartUpdatedAt: row.cart_updated_at,
    expiresAt: row.expires_at ?? 0,
    granted: said(row.granted),
    reminders: said(row.reminders),
    remember: said(row.remember),
    hasOrders: row.has_orders === 1 || row.has_orders === true,
    tenantVersion: row.tenant_version ?? 0,
    catalogVersion: row.catalog_version ?? 0,
  }
}

function said(granted: number | null): boolean | null {
  return granted === null ? null : granted === 1
}

/** The latest word on a purpose: one look-up in the ledger's index. */
const lastWord = (purpose: ConsentPurpose, name: string): string =>
  `(SELECT s.granted FROM consent s WHERE s.tenant_id = q.tenant_id AND s.contact_id = coalesce(c.contact_id, q.contact_id)
    AND s.purpose = '${purpose}' ORDER BY s.id DESC LIMIT 1) AS ${name}`

/** The columns, the same for both dialects; `q` holds the keys. */
export const FACTS_COLUMNS = `
  c.mode, c.mode_since, c.takeover_until, c.contact_id, k.name, k.data, x.state, x.cart_version, x.cart_updated_at, x.expires_at,
  ${lastWord('messages', 'granted')},
  ${lastWord('reminders', 'reminders')},
  ${lastWord('remember_data', 'remember')},
  EXISTS (SELECT 1 FROM orders o WHERE o.tenant_id = q.tenant_id AND o.contact_id = coalesce(c.contact_id, q.contact_id)) AS has_orders,
  t.version AS tenant_version, t.catalog_version`

export const FACTS_JOINS = `
  LEFT JOIN tenant t ON t.id = q.tenant_id
  LEFT JOIN conversation c ON c.tenant_id = q.tenant_id AND c.id = q.conversation_id
  LEFT JOIN conversation_context x ON x.tenant_id = q.tenant_id AND x.conversation_id = q.conversation_id
  LEFT JOIN contact k ON k.tenant_id = q.tenant_id AND k.id = coalesce(c.contact_id, q.contact_id)`
