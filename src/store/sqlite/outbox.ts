import type { ConversationKey } from '../leases.ts'
import type { OutboxStore } from '../outbox.ts'
import type { SqliteStore } from './open.ts'
import { clean } from './turns.ts'
import { numbered, type Write } from './writer.ts'

export function sqliteOutbox({ raw }: SqliteStore, write: Write): OutboxStore {
  const held = raw.prepare('SELECT 1 FROM lease WHERE tenant_id = ? AND conversation_id = ? AND fence = ?')
  // A receipt may have been faster than we are: what is sent stays sent.
  const update = raw.prepare(
    `UPDATE outbox SET status = ?1, attempts = ?2, next_at = ?3,
       provider_message_id = coalesce(?4, provider_message_id), error_class = ?5, error_code = ?6, error_detail = ?7,
       sent_at = CASE WHEN ?1 = 'sent' THEN coalesce(sent_at, ?8) ELSE sent_at END
     WHERE id = ?9 AND tenant_id = ?10 AND (status IN ('queued','sending','waiting') OR (?1 = 'sent' AND status = 'sent'))`,
  )
  const delay = raw.prepare(
    `UPDATE outbox SET next_at = ?1 WHERE tenant_id = ?2 AND conversation_id = ?3
     AND status IN ('queued','sending','waiting') AND status <> 'waiting' AND next_at < ?1`,
  )
  const free = raw.prepare(
    "UPDATE lease SET owner = '', until = 0, fence = fence + 1 WHERE tenant_id = ? AND conversation_id = ? AND fence = ?",
  )
  const due = raw.prepare(
    `SELECT DISTINCT o.tenant_id AS tenantId, o.conversation_id AS conversationId FROM outbox o
     WHERE o.status IN ('queued','sending') AND o.next_at <= ?1
       AND NOT EXISTS (SELECT 1 FROM lease l
         WHERE l.tenant_id = o.tenant_id AND l.conversation_id = o.conversation_id AND l.until > ?1)
     LIMIT ?2`,
  )
  const depth = raw.prepare(
    `SELECT count(*) AS unsent, min(created_at) AS oldest,
       (SELECT count(*) FROM outbox WHERE status = 'dead') AS dead
     FROM outbox WHERE status IN ('queued','sending','waiting')`,
  )
  const unreachable = raw.prepare(
    'UPDATE contact SET unreachable_reason = ?, updated_at = ? WHERE tenant_id = ? AND id = ?',
  )
  const block = raw.prepare('UPDATE channel SET blocked_until = ?, blocked_reason = ?, updated_at = ? WHERE id = ?')
  return {
    settle: (settlements, now) =>
      write(() =>
        settlements.map(({ lease, updates, delayRest, release }) => {
          if (held.get(lease.tenantId, lease.conversationId, lease.fence) === undefined) return false
          for (const row of updates) {
            update.run(
              numbered(
                row.status,
                row.attempts,
                row.nextAt,
                row.providerMessageId,
                row.errorClass,
                row.errorCode,
                clean(row.errorDetail),
                now,
                row.id,
                lease.tenantId,
              ),
            )
          }
          if (delayRest !== null) delay.run(numbered(delayRest, lease.tenantId, lease.conversationId))
          if (release) free.run(lease.tenantId, lease.conversationId, lease.fence)
          return true
        }),
      ),
    async due(now, limit) {
      return due.all(numbered(now, limit)) as ConversationKey[]
    },
    async depth() {
      return depth.get() as { unsent: number; dead: number; oldest: number | null }
    },
    markUnreachable: (tenantId, contactId, reason, now) =>
      write(() => void unreachable.run(reason, now, tenantId, contactId)),
    blockChannel: (channelId, until, reason, now) => write(() => void block.run(until, reason, now, channelId)),
  }
}
