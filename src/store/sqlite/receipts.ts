import { type FailedReceipt, RECEIPT_RANK, type ReceiptStore } from '../receipts.ts'
import type { SqliteStore } from './open.ts'
import { clean } from './turns.ts'
import { numbered, type Write } from './writer.ts'

interface Row {
  provider: FailedReceipt['provider']
  providerKey: string
  providerMessageId: string
  opaqueId: string | null
  state: keyof typeof RECEIPT_RANK
  errorCode: string | null
  errorDetail: string | null
  receivedAt: number
}

export function sqliteReceipts({ raw }: SqliteStore, write: Write): ReceiptStore {
  const insert = raw.prepare(
    `INSERT INTO receipt (provider, provider_key, provider_message_id, opaque_id, state, error_code, error_detail, received_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (provider, provider_key) DO NOTHING`,
  )
  const fresh = raw.prepare(
    `SELECT provider, provider_key AS providerKey, provider_message_id AS providerMessageId, opaque_id AS opaqueId, state,
       error_code AS errorCode, error_detail AS errorDetail, received_at AS receivedAt
     FROM receipt WHERE applied = 0 ORDER BY received_at LIMIT ?`,
  )
  const byOpaque = raw.prepare('SELECT id, tenant_id, conversation_id, attempts FROM outbox WHERE opaque_id = ?')
  const byMessage = raw.prepare(
    'SELECT id, tenant_id, conversation_id, attempts FROM outbox WHERE provider_message_id = ?',
  )
  const raise = raw.prepare(
    `UPDATE outbox SET receipt = ?1, provider_message_id = coalesce(provider_message_id, ?2),
       sent_at = coalesce(sent_at, ?3), status = CASE WHEN status IN ('queued','sending','waiting') THEN 'sent' ELSE status END
     WHERE id = ?4 AND receipt < ?1 AND receipt >= 0`,
  )
  const lower = raw.prepare(
    `UPDATE outbox SET receipt = -1, provider_message_id = coalesce(provider_message_id, ?1) WHERE id = ?2
     AND receipt BETWEEN 0 AND 1`,
  )
  const dead = raw.prepare(
    "UPDATE outbox SET status = 'dead', error_class = ?, error_code = ?, error_detail = ? WHERE id = ?",
  )
  const again = raw.prepare(
    `UPDATE outbox SET status = 'queued', receipt = 0, provider_message_id = NULL, sent_at = NULL, next_at = ?,
       opaque_id = ?, error_class = ?, error_code = ?, error_detail = ? WHERE id = ?`,
  )
  const applied = raw.prepare('UPDATE receipt SET applied = 1 WHERE provider = ? AND provider_key = ?')
  const found = raw.prepare('SELECT provider_message_id AS providerMessageId, state FROM receipt WHERE opaque_id = ?')
  return {
    append: (rows, now) =>
      write(() =>
        rows.map(({ provider, providerKey, status }) => {
          const { changes } = insert.run(
            provider,
            providerKey,
            status.providerMessageId,
            status.opaqueId,
            status.state,
            status.errorCode,
            clean(status.errorDetail),
            now,
          )
          return changes > 0 ? 'stored' : 'duplicate'
        }),
      ),
    apply: (limit, now, orphanAfter, reject) =>
      write(() => {
        const failed: FailedReceipt[] = []
        let seen = 0
        for (const row of fresh.all(limit) as Row[]) {
          const bubble = (
            row.opaqueId === null
              ? byMessage.get(row.providerMessageId)
              : (byOpaque.get(row.opaqueId) ?? byMessage.get(row.providerMessageId))
          ) as { id: number; tenant_id: string; conversation_id: string; attempts: number } | undefined
          if (!bubble && row.receivedAt > now - orphanAfter) continue
          seen += 1
          applied.run(row.provider, row.providerKey)
          if (!bubble) continue
          if (row.state !== 'failed') {
            raise.run(numbered(RECEIPT_RANK[row.state], row.providerMessageId, row.receivedAt, bubble.id))
          } else if (lower.run(numbered(row.providerMessageId, bubble.id)).changes > 0) {
            const failure: FailedReceipt = {
              bubbleId: bubble.id,
              tenantId: bubble.tenant_id,
              conversationId: bubble.conversation_id,
              provider: row.provider,
              attempts: bubble.attempts,
              errorCode: row.errorCode,
              errorDetail: row.errorDetail,
            }
            const verdict = reject(failure)
            if (verdict.status === 'dead') {
              dead.run(verdict.errorClass, row.errorCode, row.errorDetail, bubble.id)
            } else {
              again.run(verdict.nextAt, verdict.opaqueId, verdict.errorClass, row.errorCode, row.errorDetail, bubble.id)
            }
            failed.push(failure)
          }
        }
        return { seen, failed }
      }),
    async find(opaqueIds) {
      const map = new Map<string, { providerMessageId: string; failed: boolean }>()
      for (const id of opaqueIds) {
        const rows = found.all(id) as Array<{ providerMessageId: string; state: string }>
        const first = rows[0]
        if (first)
          map.set(id, {
            providerMessageId: first.providerMessageId,
            failed: rows.some((row) => row.state === 'failed'),
          })
      }
      return map
    },
  }
}
