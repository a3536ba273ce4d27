import type { ConversationKey } from '../leases.ts'
import type { OutboxStore, Settlement } from '../outbox.ts'
import { leaseColumns } from './leases.ts'
import type { PostgresStore } from './open.ts'
import { columns, onPool } from './statements.ts'
import { clean } from './turns.ts'

// One statement, one commit: the leases are locked in key order, then the bubbles, the rest of the conversation and the
// leases themselves are written. A receipt may have been faster than we are: what is sent stays sent.
const SETTLE = {
  name: 'outbox-settle',
  text: `WITH held AS (
      SELECT k.n, l.tenant_id AS t, l.conversation_id AS c, k.d, k.r
      FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::boolean[]) WITH ORDINALITY AS k (t, c, f, d, r, n)
      JOIN lease l ON l.tenant_id = k.t AND l.conversation_id = k.c AND l.fence = k.f
      ORDER BY 2, 3 FOR UPDATE OF l),
    bubble AS (
      UPDATE outbox o SET status = u.st, attempts = u.a, next_at = greatest(u.at, held.d),
        provider_message_id = coalesce(u.m, o.provider_message_id), error_class = u.ec, error_code = u.er, error_detail = u.ed,
        sent_at = CASE WHEN u.st = 'sent' THEN coalesce(o.sent_at, $15::bigint) ELSE o.sent_at END
      FROM held JOIN unnest($6::bigint[], $7::bigint[], $8::text[], $9::bigint[], $10::bigint[], $11::text[], $12::text[],
        $13::text[], $14::text[]) AS u (n, id, st, a, at, m, ec, er, ed) ON u.n = held.n
      WHERE o.id = u.id AND o.tenant_id = held.t
        AND (o.status IN ('queued','sending','waiting') OR (u.st = 'sent' AND o.status = 'sent'))),
    rest AS (
      UPDATE outbox o SET next_at = held.d FROM held
      WHERE o.tenant_id = held.t AND o.conversation_id = held.c AND held.d IS NOT NULL
        AND o.status IN ('queued','sending') AND o.next_at < held.d AND NOT o.id = ANY ($7::bigint[])),
    freed AS (
      UPDATE lease SET owner = '', until = 0, fence = lease.fence + 1 FROM held
      WHERE held.r AND lease.tenant_id = held.t AND lease.conversation_id = held.c)
    SELECT n FROM held`,
}
const DUE = {
  name: 'outbox-due',
  text: `SELECT DISTINCT o.tenant_id AS "tenantId", o.conversation_id AS "conversationId" FROM outbox o
    WHERE o.status IN ('queued','sending') AND o.next_at <= $1
      AND NOT EXISTS (SELECT 1 FROM lease l
        WHERE l.tenant_id = o.tenant_id AND l.conversation_id = o.conversation_id AND l.until > $1)
    LIMIT $2`,
}
const DEPTH = {
  name: 'outbox-depth',
  text: `SELECT count(*) AS unsent, min(created_at) AS oldest, (SELECT count(*) FROM outbox WHERE status = 'dead') AS dead
    FROM outbox WHERE status IN ('queued','sending','waiting')`,
}
const UNREACHABLE = {
  name: 'outbox-unreachable',
  text: 'UPDATE contact SET unreachable_reason = $1, updated_at = $2 WHERE tenant_id = $3 AND id = $4',
}
const BLOCK = {
  name: 'outbox-block',
  text: 'UPDATE channel SET blocked_until = $1, blocked_reason = $2, updated_at = $3 WHERE id = $4',
}

export function postgresOutbox({ pool }: PostgresStore): OutboxStore {
  const run = onPool(pool)
  return {
    async settle(settlements, now) {
      const held = await run<{ n: number }>(SETTLE, [...settleColumns(settlements), now])
      const positions = new Set(held.map((row) => row.n))
      return settlements.map((_, index) => positions.has(index + 1))
    },
    due: (now, limit) => run<ConversationKey>(DUE, [now, limit]),
    async depth() {
      const [row] = await run<{ unsent: number; dead: number; oldest: number | null }>(DEPTH, [])
      return row ?? { unsent: 0, dead: 0, oldest: null }
    },
    async markUnreachable(tenantId, contactId, reason, now) {
      await run(UNREACHABLE, [reason, now, tenantId, contactId])
    },
    async blockChannel(channelId, until, reason, now) {
      await run(BLOCK, [until, reason, now, channelId])
    },
  }
}

function settleColumns(settlements: Settlement[]): unknown[][] {
  const updates = settlements.flatMap((settlement, index) =>
    settlement.updates.map((row) => ({ ...row, n: index + 1 })),
  )
  return [
    ...leaseColumns(settlements.map((settlement) => settlement.lease)),
    ...columns(
      settlements,
      (settlement) => settlement.delayRest,
      (settlement) => settlement.release,
    ),
    ...columns(
      updates,
      (row) => row.n,
      (row) => row.id,
      (row) => row.status,
      (row) => row.attempts,
      (row) => row.nextAt,
      (row) => row.providerMessageId,
      (row) => row.errorClass,
      (row) => row.errorCode,
      (row) => clean(row.errorDetail),
    ),
  ]
}
