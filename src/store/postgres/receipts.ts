import { type FailedReceipt, RECEIPT_RANK, type ReceiptStore, type Rejection } from '../receipts.ts'
import { answers, type Pair } from './inbox.ts'
import type { PostgresStore } from './open.ts'
import { columns, inTransaction, onPool } from './statements.ts'
import { clean } from './turns.ts'

const APPEND = {
  name: 'receipt-append',
  text: `INSERT INTO receipt (provider, provider_key, provider_message_id, opaque_id, state, error_code, error_detail, received_at)
    SELECT *, $8::bigint FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
      AS r (p, k, m, o, s, c, d) ORDER BY p, k
    ON CONFLICT (provider, provider_key) DO NOTHING RETURNING provider AS a, provider_key AS b`,
}
// SKIP LOCKED: several daemons share the work. The bubble is found by our own id, which the provider echoes, else by the
// provider's; a receipt can be here before our own send is committed.
const FRESH = {
  name: 'receipt-fresh',
  text: `WITH fresh AS (
      SELECT * FROM receipt WHERE applied = 0 ORDER BY received_at LIMIT $1 FOR UPDATE SKIP LOCKED)
    SELECT f.provider, f.provider_key AS "providerKey", f.provider_message_id AS "providerMessageId", f.state,
      f.error_code AS "errorCode", f.error_detail AS "errorDetail", f.received_at AS "receivedAt",
      b.id AS "bubbleId", b.attempts, b.tenant_id AS "tenantId", b.conversation_id AS "conversationId"
    FROM fresh f LEFT JOIN LATERAL (
      SELECT id, tenant_id, conversation_id, attempts FROM outbox WHERE opaque_id = f.opaque_id
      UNION ALL
      SELECT id, tenant_id, conversation_id, attempts FROM outbox WHERE provider_message_id = f.provider_message_id
      LIMIT 1) b ON true
    WHERE b.id IS NOT NULL OR f.received_at <= $2`,
}
const LOCK = {
  name: 'receipt-lock',
  text: 'SELECT id FROM outbox WHERE id = ANY ($1::bigint[]) ORDER BY id FOR UPDATE',
}
const RAISE = {
  name: 'receipt-raise',
  text: `UPDATE outbox o SET receipt = r.rank, provider_message_id = coalesce(o.provider_message_id, r.m),
      sent_at = coalesce(o.sent_at, r.at), status = CASE WHEN o.status IN ('queued','sending','waiting') THEN 'sent' ELSE o.status END
    FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::bigint[]) AS r (id, rank, m, at)
    WHERE o.id = r.id AND o.receipt < r.rank AND o.receipt >= 0`,
}
const LOWER = {
  name: 'receipt-lower',
  text: `UPDATE outbox o SET receipt = -1, provider_message_id = coalesce(o.provider_message_id, r.m)
    FROM unnest($1::bigint[], $2::text[]) AS r (id, m) WHERE o.id = r.id AND o.receipt BETWEEN 0 AND 1 RETURNING o.id`,
}
const REJECT = {
  name: 'receipt-reject',
  text: `UPDATE outbox o SET status = r.st, error_class = r.k, error_code = r.c, error_detail = r.d,
      next_at = coalesce(r.at, o.next_at), opaque_id = coalesce(r.oid, o.opaque_id),
      receipt = CASE WHEN r.st = 'queued' THEN 0 ELSE o.receipt END,
      provider_message_id = CASE WHEN r.st = 'queued' THEN NULL ELSE o.provider_message_id END,
      sent_at = CASE WHEN r.st = 'queued' THEN NULL ELSE o.sent_at END
    FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::text[])
      AS r (id, st, k, c, d, at, oid) WHERE o.id = r.id`,
}
const APPLIED = {
  name: 'receipt-applied',
  text: `UPDATE receipt SET applied = 1 FROM unnest($1::text[], $2::text[]) AS r (p, k)
    WHERE receipt.provider = r.p AND receipt.provider_key = r.k`,
}
const FIND = {
  name: 'receipt-find',
  text: `SELECT opaque_id AS "opaqueId", min(provider_message_id) AS "providerMessageId", bool_or(state = 'failed') AS failed
    FROM receipt WHERE opaque_id = ANY ($1::text[]) GROUP BY opaque_id`,
}

interface Row extends Omit<FailedReceipt, 'bubbleId'> {
  providerKey: string
  providerMessageId: string
  state: keyof typeof RECEIPT_RANK
  receivedAt: number
  bubbleId: number | null
}

export function postgresReceipts({ pool }: PostgresStore): ReceiptStore {
  const run = onPool(pool)
  return {
    async append(rows, now) {
      const values = columns(
        rows,
        (row) => row.provider,
        (row) => row.providerKey,
        (row) => row.status.providerMessageId,
        (row) => row.status.opaqueId,
        (row) => row.status.state,
        (row) => row.status.errorCode,
        (row) => clean(row.status.errorDetail),
      )
      return answers(rows, await run<Pair>(APPEND, [...values, now]), (row) => row.provider)
    },
    apply: (limit, now, orphanAfter, reject) =>
      inTransaction(pool, async (run) => {
        const rows = await run<Row>(FRESH, [limit, now - orphanAfter])
        const found = rows.filter((row): row is Row & { bubbleId: number } => row.bubbleId !== null)
        if (found.length > 0) await run(LOCK, [found.map((row) => row.bubbleId)])
        const raised = highest(found.filter((row) => row.state !== 'failed'))
        if (raised.length > 0) {
          const values = columns(
            raised,
            (row) => row.bubbleId,
            (row) => RECEIPT_RANK[row.state],
            (row) => row.providerMessageId,
            (row) => row.receivedAt,
          )
          await run(RAISE, values)
        }
        const refused = found.filter((row) => row.state === 'failed')
        const lowered = new Set<number>()
        if (refused.length > 0) {
          const values = columns(
            refused,
            (row) => row.bubbleId,
            (row) => row.providerMessageId,
          )
          for (const row of await run<{ id: number }>(LOWER, values)) lowered.add(row.id)
        }
        if (rows.length > 0) {
          const values = columns(
            rows,
            (row) => row.provider,
            (row) => row.providerKey,
          )
          await run(APPLIED, values)
        }
        const failed = refused.filter((row) => lowered.delete(row.bubbleId))
        if (failed.length > 0) await run(REJECT, rejections(failed, reject))
        return { seen: rows.length, failed }
      }),
    async find(opaqueIds) {
      const rows = await run<{ opaqueId: string; providerMessageId: string; failed: boolean }>(FIND, [opaqueIds])
      return new Map(rows.map(({ opaqueId, ...rest }) => [opaqueId, rest]))
    },
  }
}

function rejections(failed: FailedReceipt[], reject: (failed: FailedReceipt) => Rejection): unknown[][] {
  return columns(
    failed.map((row) => ({ row, verdict: reject(row) })),
    ({ row }) => row.bubbleId,
    ({ verdict }) => verdict.status,
    ({ verdict }) => verdict.errorClass,
    ({ row }) => row.errorCode,
    ({ row }) => row.errorDetail,
    ({ verdict }) => (verdict.status === 'queued' ? verdict.nextAt : null),
    ({ verdict }) => (verdict.status === 'queued' ? verdict.opaqueId : null),
  )
}

/** A row can be written once a statement: of several receipts for one bubble the highest. */
function highest<R extends { bubbleId: number; state: keyof typeof RECEIPT_RANK }>(rows: R[]): R[] {
  const best = new Map<number, R>()
  for (const row of rows) {
    const other = best.get(row.bubbleId)
    if (!other || RECEIPT_RANK[row.state] > RECEIPT_RANK[other.state]) best.set(row.bubbleId, row)
  }
  return [...best.values()]
}
