import { toJson } from '../json.ts'
import type { InboxStore } from '../inbox.ts'
import type { ConversationKey } from '../leases.ts'
import type { SqliteStore } from './open.ts'
import { numbered, type Write } from './writer.ts'

export function sqliteInbox({ raw }: SqliteStore, write: Write): InboxStore {
  const insert = raw.prepare(
    `INSERT INTO inbox (tenant_id, provider_key, channel_id, conversation_id, kind, body, received_at)
     VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenant_id, provider_key) DO NOTHING`,
  )
  const insertAside = raw.prepare(
    `INSERT INTO inbox (tenant_id, provider_key, channel_id, conversation_id, kind, body, received_at, status, error)
     VALUES (?, ?, ?, ?, ?, ?, ?, 'parked', ?) ON CONFLICT (tenant_id, provider_key) DO NOTHING`,
  )
  const insertQuarantine = raw.prepare(
    `INSERT INTO quarantine (provider, provider_key, reason, address, body, received_at)
     VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (provider, provider_key) DO NOTHING`,
  )
  // A loose scan: one seek a shop, whatever its backlog.
  const nextTenant = raw.prepare(`SELECT min(tenant_id) FROM inbox WHERE status = 'pending' AND tenant_id > ?`).pluck()
  const waitingOf = raw.prepare(
    `SELECT DISTINCT i.tenant_id AS tenantId, i.conversation_id AS conversationId FROM inbox i
     WHERE i.status = 'pending' AND i.tenant_id = ?1 AND i.received_at <= ?2
       AND (SELECT status FROM tenant WHERE id = ?1) IS NOT 'paused'
       AND NOT EXISTS (SELECT 1 FROM lease l
         WHERE l.tenant_id = i.tenant_id AND l.conversation_id = i.conversation_id AND l.until > ?3)
     LIMIT ?4`,
  )
  const depth = raw.prepare(
    `SELECT count(*) AS pending, min(received_at) AS oldest,
       (SELECT count(*) FROM inbox WHERE status = 'parked') AS parked FROM inbox WHERE status = 'pending'`,
  )
  return {
    append: (rows, now) =>
      write(() =>
        rows.map((row) => {
          const { changes } = insert.run(
            row.tenantId,
            row.providerKey,
            row.channelId,
            row.conversationId,
            row.kind,
            toJson(row.body),
            now,
          )
          return changes > 0 ? 'stored' : 'duplicate'
        }),
      ),
    setAside: (rows, reason, now) =>
      write(() =>
        rows.map((row) => {
          const { tenantId, providerKey, channelId, conversationId, kind } = row
          const body = toJson(row.body)
          const { changes } = insertAside.run(tenantId, providerKey, channelId, conversationId, kind, body, now, reason)
          return changes > 0 ? 'stored' : 'duplicate'
        }),
      ),
    quarantine: (rows, now) =>
      write(() =>
        rows.map((row) => {
          const { changes } = insertQuarantine.run(
            row.provider,
            row.providerKey,
            row.reason,
            row.address,
            row.body,
            now,
          )
          return changes > 0 ? 'stored' : 'duplicate'
        }),
      ),
    async waiting(before, now, perTenant) {
      const found: ConversationKey[] = []
      let tenant = nextTenant.get('') as string | null
      while (tenant !== null) {
        found.push(...(waitingOf.all(numbered(tenant, before, now, perTenant)) as ConversationKey[]))
        tenant = nextTenant.get(tenant) as string | null
      }
      return found
    },
    async depth() {
      return depth.get() as { pending: number; parked: number; oldest: number | null }
    },
  }
}
