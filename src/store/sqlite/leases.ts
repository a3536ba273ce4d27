import { fromJson } from '../json.ts'
import type { Lease, LeaseStore, PendingMessage } from '../leases.ts'
import type { UnsentBubble } from '../outbox.ts'
import type { SqliteStore } from './open.ts'
import { numbered, type Write } from './writer.ts'

/** A burst longer than this is taken in slices; so is a backlog of bubbles. */
const SLICE = 50

export function sqliteLeases({ raw }: SqliteStore, write: Write): LeaseStore {
  const claim = raw
    .prepare(
      `INSERT INTO lease (tenant_id, conversation_id, owner, until, fence) VALUES (?, ?, ?, ?, 1)
       ON CONFLICT (tenant_id, conversation_id) DO UPDATE
         SET owner = excluded.owner, until = excluded.until, fence = lease.fence + 1
         WHERE lease.until <= ? OR lease.owner = excluded.owner
       RETURNING fence`,
    )
    .pluck()
  // `= (SELECT ?)`: SQLite plans a statement with ORDER BY anew whenever a bare parameter it compares a column with
  // changes, which costs five times what running it does.
  const messages = raw.prepare(
    `SELECT id, channel_id AS channelId, kind, body, attempts, received_at AS receivedAt FROM inbox
     WHERE tenant_id = (SELECT ?1) AND conversation_id = (SELECT ?2) AND status = 'pending'
       AND (SELECT status FROM tenant WHERE id = ?1) IS NOT 'paused' ORDER BY id LIMIT ${SLICE}`,
  )
  const bubbles = raw.prepare(
    `SELECT o.id, o.opaque_id AS opaqueId, coalesce(o.channel_id, v.channel_id) AS channelId, o.class, o.body, o.status,
       o.attempts, o.error_class AS errorClass, o.next_at AS nextAt, o.deadline, o.created_at AS createdAt,
       c.phone, c.user_id AS userId, c.id AS contactId, c.blocked_at AS blockedAt,
       c.unreachable_reason AS unreachableReason, v.last_inbound_at AS lastInboundAt
     FROM outbox o
     LEFT JOIN conversation v ON v.tenant_id = o.tenant_id AND v.id = o.conversation_id
     LEFT JOIN contact c ON c.tenant_id = v.tenant_id AND c.id = v.contact_id
     WHERE o.tenant_id = (SELECT ?) AND o.conversation_id = (SELECT ?) AND o.status IN ('queued','sending','waiting')
     ORDER BY o.id LIMIT ${SLICE}`,
  )
  const renew = raw.prepare(
    'UPDATE lease SET until = ? WHERE tenant_id = ? AND conversation_id = ? AND fence = ? AND until > 0',
  )
  const release = raw.prepare(
    "UPDATE lease SET owner = '', until = ?, fence = fence + 1 WHERE tenant_id = ? AND conversation_id = ? AND fence = ?",
  )
  const orphans = raw.prepare(
    "UPDATE lease SET owner = '', until = 0, fence = fence + 1 WHERE until > 0 AND owner LIKE ?",
  )
  return {
    claim: (keys, owner, now, until) =>
      write(() => {
        const leases: Lease[] = []
        for (const key of keys) {
          const fence = claim.get(key.tenantId, key.conversationId, owner, until, now) as number | undefined
          if (fence !== undefined) leases.push({ ...key, fence, until })
        }
        return leases
      }),
    async open(leases) {
      return leases.map((lease) => ({
        lease,
        messages: (messages.all(numbered(lease.tenantId, lease.conversationId)) as RawMessage[]).map(toMessage),
        bubbles: (bubbles.all(lease.tenantId, lease.conversationId) as RawBubble[]).map(toBubble),
      }))
    },
    renew: (leases, until) =>
      write(() =>
        leases
          .filter((lease) => renew.run(until, lease.tenantId, lease.conversationId, lease.fence).changes > 0)
          .map((lease) => ({ ...lease, until })),
      ),
    release: (leases, until = 0) =>
      write(() => {
        for (const lease of leases) release.run(until, lease.tenantId, lease.conversationId, lease.fence)
      }),
    freeOrphans: (prefix) => write(() => orphans.run(`${prefix}%`).changes),
  }
}

type RawMessage = Omit<PendingMessage, 'body'> & { body: string }

/** A bubble's row as both databases answer it. */
export type RawBubble = Omit<UnsentBubble, 'body' | 'to' | 'contact'> & {
  body: string
  phone: string | null
  userId: string | null
  contactId: string | null
  blockedAt: number | null
  unreachableReason: string | null
}

function toMessage(row: RawMessage): PendingMessage {
  return { ...row, body: fromJson<PendingMessage['body']>(row.body) }
}

export function toBubble(row: RawBubble): UnsentBubble {
  const { body, phone, userId, contactId, blockedAt, unreachableReason, ...rest } = row
  return {
    ...rest,
    body: fromJson<UnsentBubble['body']>(body),
    to: { phone, userId },
    contact: contactId === null ? null : { id: contactId, blockedAt, unreachableReason },
  }
}
