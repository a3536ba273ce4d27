import type { ConversationKey, Lease, LeaseStore, PendingMessage } from '../leases.ts'
import { fromJson } from '../json.ts'
import { type RawBubble, toBubble } from '../sqlite/leases.ts'
import type { PostgresStore } from './open.ts'
import { columns, onPool } from './statements.ts'

/** A burst longer than this is taken in slices; so is a backlog of bubbles. */
const SLICE = 50

// Keys are sorted so that two daemons after the same conversations lock them in the same order.
const CLAIM = {
  name: 'lease-claim',
  text: `INSERT INTO lease (tenant_id, conversation_id, owner, until, fence)
    SELECT t, c, $3, $4, 1 FROM unnest($1::text[], $2::text[]) AS k (t, c) ORDER BY t, c
    ON CONFLICT (tenant_id, conversation_id) DO UPDATE
      SET owner = excluded.owner, until = excluded.until, fence = lease.fence + 1
      WHERE lease.until <= $5 OR lease.owner = excluded.owner
    RETURNING tenant_id AS "tenantId", conversation_id AS "conversationId", fence`,
}
const MESSAGES = {
  name: 'lease-messages',
  text: `SELECT k.n, i.id, i.channel_id AS "channelId", i.kind, i.body, i.attempts, i.received_at AS "receivedAt"
    FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS k (t, c, n), LATERAL (
      SELECT * FROM inbox WHERE tenant_id = k.t AND conversation_id = k.c AND status = 'pending'
        AND (SELECT status FROM tenant WHERE id = k.t) IS DISTINCT FROM 'paused' ORDER BY id LIMIT ${SLICE}) i
    ORDER BY k.n, i.id`,
}
const BUBBLES = {
  name: 'lease-bubbles',
  text: `SELECT k.n, o.id, o.opaque_id AS "opaqueId", coalesce(o.channel_id, v.channel_id) AS "channelId", o.class, o.body,
      o.status, o.attempts, o.error_class AS "errorClass", o.next_at AS "nextAt", o.deadline, o.created_at AS "createdAt",
      c.phone, c.user_id AS "userId", c.id AS "contactId", c.blocked_at AS "blockedAt",
      c.unreachable_reason AS "unreachableReason", v.last_inbound_at AS "lastInboundAt"
    FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS k (t, c, n)
    CROSS JOIN LATERAL (SELECT * FROM outbox WHERE tenant_id = k.t AND conversation_id = k.c
      AND status IN ('queued','sending','waiting') ORDER BY id LIMIT ${SLICE}) o
    LEFT JOIN conversation v ON v.tenant_id = o.tenant_id AND v.id = o.conversation_id
    LEFT JOIN contact c ON c.tenant_id = v.tenant_id AND c.id = v.contact_id
    ORDER BY k.n, o.id`,
}
const RENEW = {
  name: 'lease-renew',
  text: `UPDATE lease SET until = $4 FROM (
      SELECT l.tenant_id, l.conversation_id FROM unnest($1::text[], $2::text[], $3::bigint[]) AS k (t, c, f)
      JOIN lease l ON l.tenant_id = k.t AND l.conversation_id = k.c AND l.fence = k.f AND l.until > 0
      ORDER BY 1, 2 FOR UPDATE OF l) held
    WHERE lease.tenant_id = held.tenant_id AND lease.conversation_id = held.conversation_id
    RETURNING lease.tenant_id AS "tenantId", lease.conversation_id AS "conversationId", lease.fence, lease.until`,
}
const RELEASE = {
  name: 'lease-release',
  text: `UPDATE lease SET owner = '', until = $4, fence = lease.fence + 1 FROM (
      SELECT l.tenant_id, l.conversation_id FROM unnest($1::text[], $2::text[], $3::bigint[]) AS k (t, c, f)
      JOIN lease l ON l.tenant_id = k.t AND l.conversation_id = k.c AND l.fence = k.f
      ORDER BY 1, 2 FOR UPDATE OF l) held
    WHERE lease.tenant_id = held.tenant_id AND lease.conversation_id = held.conversation_id`,
}
const ORPHANS = {
  name: 'lease-orphans',
  text: `UPDATE lease SET owner = '', until = 0, fence = fence + 1 WHERE until > 0 AND owner LIKE $1 RETURNING 1`,
}

export function postgresLeases({ pool }: PostgresStore): LeaseStore {
  const run = onPool(pool)
  return {
    async claim(keys, owner, now, until) {
      const [tenants, conversations] = keyColumns(keys)
      const rows = await run<Omit<Lease, 'until'>>(CLAIM, [tenants, conversations, owner, until, now])
      return rows.map((row) => ({ ...row, until }))
    },
    async open(leases) {
      const keys = keyColumns(leases)
      const [messages, bubbles] = await Promise.all([
        run<Numbered<Omit<PendingMessage, 'body'> & { body: string }>>(MESSAGES, keys),
        run<Numbered<RawBubble>>(BUBBLES, keys),
      ])
      const work = leases.map((lease) => ({ lease, messages: [] as PendingMessage[], bubbles: [] as RawBubble[] }))
      for (const { n, ...row } of messages) {
        work[n - 1]?.messages.push({ ...row, body: fromJson<PendingMessage['body']>(row.body) })
      }
      for (const { n, ...row } of bubbles) work[n - 1]?.bubbles.push(row)
      return work.map((entry) => ({ ...entry, bubbles: entry.bubbles.map(toBubble) }))
    },
    renew: (leases, until) => run<Lease>(RENEW, [...leaseColumns(leases), until]),
    async release(leases, until = 0) {
      await run(RELEASE, [...leaseColumns(leases), until])
    },
    async freeOrphans(prefix) {
      return (await run(ORPHANS, [`${prefix}%`])).length
    },
  }
}

/** `n` counts the keys from 1, as WITH ORDINALITY does. */
type Numbered<Row> = Row & { n: number }

function keyColumns(keys: readonly ConversationKey[]): unknown[][] {
  return columns(
    keys,
    (key) => key.tenantId,
    (key) => key.conversationId,
  )
}

export function leaseColumns(leases: readonly Lease[]): unknown[][] {
  return columns(
    leases,
    (lease) => lease.tenantId,
    (lease) => lease.conversationId,
    (lease) => lease.fence,
  )
}
