import type { InboxRow, Stored } from '../../daemon/inbox/port.ts'
import type { InboxStore } from '../inbox.ts'
import { toJson } from '../json.ts'
import type { ConversationKey } from '../leases.ts'
import type { PostgresStore } from './open.ts'
import { columns, onPool } from './statements.ts'

// In the order of arrival: ids order a conversation. Two daemons with the same redelivered rows in another order may
// deadlock on the unique index; the caller runs the loser again.
const APPEND = {
  name: 'inbox-append',
  text: `INSERT INTO inbox (tenant_id, provider_key, channel_id, conversation_id, kind, body, received_at)
    SELECT t, k, c, v, d, b, $7 FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
      WITH ORDINALITY AS r (t, k, c, v, d, b, n) ORDER BY n
    ON CONFLICT (tenant_id, provider_key) DO NOTHING RETURNING tenant_id AS a, provider_key AS b`,
}
const SET_ASIDE = {
  name: 'inbox-set-aside',
  text: `INSERT INTO inbox (tenant_id, provider_key, channel_id, conversation_id, kind, body, received_at, status, error)
    SELECT t, k, c, v, d, b, $7, 'parked', $8
    FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
      WITH ORDINALITY AS r (t, k, c, v, d, b, n) ORDER BY n
    ON CONFLICT (tenant_id, provider_key) DO NOTHING RETURNING tenant_id AS a, provider_key AS b`,
}
const QUARANTINE = {
  name: 'inbox-quarantine',
  text: `INSERT INTO quarantine (provider, provider_key, reason, address, body, received_at)
    SELECT p, k, r, a, b, $6 FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) AS x (p, k, r, a, b)
    ORDER BY p, k ON CONFLICT (provider, provider_key) DO NOTHING RETURNING provider AS a, provider_key AS b`,
}
// A loose scan over the partial index finds the shops; a lateral one takes a few conversations of each.
const WAITING = {
  name: 'inbox-waiting',
  text: `WITH RECURSIVE shop AS (
      SELECT min(tenant_id) AS t FROM inbox WHERE status = 'pending'
      UNION ALL
      SELECT (SELECT min(tenant_id) FROM inbox WHERE status = 'pending' AND tenant_id > shop.t) FROM shop WHERE shop.t IS NOT NULL
    )
    SELECT shop.t AS "tenantId", w.conversation_id AS "conversationId" FROM shop, LATERAL (
      SELECT DISTINCT i.conversation_id FROM inbox i
      WHERE i.status = 'pending' AND i.tenant_id = shop.t AND i.received_at <= $1
        AND NOT EXISTS (SELECT 1 FROM lease l
          WHERE l.tenant_id = i.tenant_id AND l.conversation_id = i.conversation_id AND l.until > $2)
      LIMIT $3) w
    WHERE shop.t IS NOT NULL AND (SELECT status FROM tenant WHERE id = shop.t) IS DISTINCT FROM 'paused'`,
}
const DEPTH = {
  name: 'inbox-depth',
  text: `SELECT count(*) AS pending, min(received_at) AS oldest,
    (SELECT count(*) FROM inbox WHERE status = 'parked') AS parked FROM inbox WHERE status = 'pending'`,
}

export function postgresInbox({ pool }: PostgresStore): InboxStore {
  const run = onPool(pool)
  return {
    async append(rows, now) {
      const stored = await run<Pair>(APPEND, [...messageColumns(rows), now])
      return answers(rows, stored, (row) => row.tenantId)
    },
    async setAside(rows, reason, now) {
      const stored = await run<Pair>(SET_ASIDE, [...messageColumns(rows), now, reason])
      return answers(rows, stored, (row) => row.tenantId)
    },
    async quarantine(rows, now) {
      const values = columns(
        rows,
        (row) => row.provider,
        (row) => row.providerKey,
        (row) => row.reason,
        (row) => row.address,
        (row) => row.body,
      )
      const stored = await run<Pair>(QUARANTINE, [...values, now])
      return answers(rows, stored, (row) => row.provider)
    },
    waiting: (before, now, perTenant) => run<ConversationKey>(WAITING, [before, now, perTenant]),
    async depth() {
      const [row] = await run<{ pending: number; parked: number; oldest: number | null }>(DEPTH, [])
      return row ?? { pending: 0, parked: 0, oldest: null }
    },
  }
}

function messageColumns(rows: readonly InboxRow[]): unknown[][] {
  return columns(
    rows,
    (row) => row.tenantId,
    (row) => row.providerKey,
    (row) => row.channelId,
    (row) => row.conversationId,
    (row) => row.kind,
    (row) => toJson(row.body),
  )
}

export interface Pair {
  a: string
  b: string
}

/** Which rows were new: of two with the same key in one batch only the first. */
export function answers<Row extends { providerKey: string }>(
  rows: readonly Row[],
  stored: Pair[],
  scope: (row: Row) => string,
): Stored[] {
  const fresh = new Set(stored.map((pair) => `${pair.a} ${pair.b}`))
  return rows.map((row) => (fresh.delete(`${scope(row)} ${row.providerKey}`) ? 'stored' : 'duplicate'))
}
