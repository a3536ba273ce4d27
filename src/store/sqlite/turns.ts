import { storableText, toJson } from '../json.ts'
import type { Lease } from '../leases.ts'
import type { NewBubble } from '../outbox.ts'
import type { CommitOutcome, TurnCommit, TurnStore } from '../turns.ts'
import type { SqliteStore } from './open.ts'
import { numbered, type Write } from './writer.ts'

/** Leaves a transaction or savepoint without a trace; never seen outside this file. */
class Undo extends Error {}

export function sqliteTurns(store: SqliteStore, write: Write): TurnStore {
  const { raw } = store
  const held = raw.prepare('SELECT 1 FROM lease WHERE tenant_id = ? AND conversation_id = ? AND fence = ?')
  const finish = raw.prepare(
    "UPDATE inbox SET status = 'done', done_at = ?, error = NULL WHERE id = ? AND status = 'pending'",
  )
  const contact = raw.prepare(
    `INSERT INTO contact (tenant_id, id, phone, user_id, name, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (tenant_id, id) DO UPDATE SET phone = coalesce(excluded.phone, contact.phone),
       user_id = coalesce(excluded.user_id, contact.user_id), name = coalesce(excluded.name, contact.name),
       unreachable_reason = NULL, updated_at = excluded.updated_at
     WHERE coalesce(excluded.phone, contact.phone) IS NOT contact.phone
       OR coalesce(excluded.user_id, contact.user_id) IS NOT contact.user_id
       OR coalesce(excluded.name, contact.name) IS NOT contact.name OR contact.unreachable_reason IS NOT NULL`,
  )
  const conversation = raw.prepare(
    `INSERT INTO conversation (tenant_id, id, contact_id, channel_id, mode, mode_reason, mode_since, last_inbound_at,
       last_outbound_at, created_at, updated_at) VALUES (?1, ?2, ?3, ?4, coalesce(?5, 'bot'), ?6, ?7, ?8, ?9, ?10, ?10)
     ON CONFLICT (tenant_id, id) DO UPDATE SET contact_id = excluded.contact_id,
       channel_id = coalesce(excluded.channel_id, conversation.channel_id), mode = coalesce(?5, conversation.mode),
       mode_reason = CASE WHEN ?5 IS NULL THEN conversation.mode_reason ELSE ?6 END,
       mode_since = CASE WHEN ?5 IS NULL OR ?5 = conversation.mode THEN conversation.mode_since ELSE ?7 END,
       last_inbound_at = CASE WHEN excluded.last_inbound_at IS NULL THEN conversation.last_inbound_at
         ELSE max(excluded.last_inbound_at, coalesce(conversation.last_inbound_at, 0)) END,
       last_outbound_at = coalesce(excluded.last_outbound_at, conversation.last_outbound_at),
       updated_at = excluded.updated_at`,
  )
  const context = raw.prepare(
    `INSERT INTO conversation_context (tenant_id, conversation_id, state, cart_version, cart_items, cart_updated_at,
       updated_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (tenant_id, conversation_id) DO UPDATE SET state = excluded.state, cart_version = excluded.cart_version,
       cart_items = excluded.cart_items, cart_updated_at = excluded.cart_updated_at, updated_at = excluded.updated_at,
       expires_at = excluded.expires_at`,
  )
  const history = raw.prepare(
    `INSERT INTO conversation_history (tenant_id, conversation_id, message_id, text, replies, intent, confidence, source,
       latency_ms, products, trace, created_at, author) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (tenant_id, message_id) DO NOTHING`,
  )
  const bubble = raw.prepare(
    `INSERT INTO outbox (opaque_id, tenant_id, conversation_id, channel_id, source, class, body, status, next_at,
       created_at, sent_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (tenant_id, source) DO NOTHING`,
  )
  const job = raw.prepare(
    `INSERT INTO job (tenant_id, kind, key, payload, run_at, created_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (kind, key) DO UPDATE SET payload = excluded.payload, run_at = excluded.run_at, attempts = 0,
       status = 'pending', locked_by = NULL, locked_until = NULL`,
  )
  const free = raw.prepare(
    "UPDATE lease SET owner = '', until = ?, fence = fence + 1 WHERE tenant_id = ? AND conversation_id = ? AND fence = ?",
  )
  // The list of states, said as the partial index says it, is what makes SQLite use it; without, it reads the whole shop.
  const reopen = raw.prepare(
    `UPDATE outbox SET status = 'queued', error_class = NULL, next_at = ?
     WHERE tenant_id = ? AND conversation_id = ? AND status IN ('queued','sending','waiting')
       AND status = 'waiting' AND error_class = 'window'`,
  )
  const alias = raw.prepare(
    `INSERT INTO contact_alias (tenant_id, alias, contact_id, created_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (tenant_id, alias) DO UPDATE SET contact_id = excluded.contact_id, created_at = excluded.created_at
     WHERE contact_alias.contact_id <> excluded.contact_id`,
  )
  const lead = raw.prepare(
    `UPDATE conversation SET takeover_until = ?2,
       takeover_by = CASE WHEN takeover_until > ?5 THEN coalesce(takeover_by, ?1) ELSE ?1 END
     WHERE tenant_id = ?3 AND id = ?4`,
  )
  const withdraw = raw.prepare(
    `UPDATE outbox SET status = 'dropped', error_class = NULL, error_code = 'withdrawn'
     WHERE tenant_id = ? AND conversation_id = ? AND status IN ('queued','sending','waiting')
       AND status <> 'sending' AND class IN ('reply','campaign')`,
  )
  const failed = raw.prepare(
    "UPDATE inbox SET attempts = attempts + 1, error = ?, status = ? WHERE id = ? AND status = 'pending'",
  )

  function begin(lease: Lease, inboxIds: number[], now: number): void {
    if (held.get(lease.tenantId, lease.conversationId, lease.fence) === undefined) throw new Undo()
    for (const id of inboxIds) if (finish.run(now, id).changes === 0) throw new Undo()
  }

  function addBubble(lease: Lease, row: NewBubble, now: number): number[] {
    const { changes, lastInsertRowid } = bubble.run(
      row.opaqueId,
      lease.tenantId,
      lease.conversationId,
      row.channelId,
      row.source,
      row.class,
      toJson(row.body),
      row.status,
      row.nextAt,
      now,
      row.status === 'sent' ? now : null,
    )
    return changes === 0 ? [] : [Number(lastInsertRowid)]
  }

  function apply(lease: Lease, turn: Pick<TurnCommit, 'writes' | 'bubbles' | 'release'>, now: number): CommitOutcome {
    const { writes } = turn
    const { tenantId, conversationId } = lease
    const who = writes.contact
    contact.run(tenantId, who.id, who.phone, who.userId, clean(who.name), now, now)
    conversation.run(
      numbered(
        tenantId,
        conversationId,
        who.id,
        writes.channelId,
        writes.mode?.mode ?? null,
        clean(writes.mode?.reason ?? null),
        writes.mode ? now : null,
        writes.lastInboundAt,
        turn.bubbles.length > 0 || writes.history.author === 'owner' ? now : null,
        now,
      ),
    )
    const memory = writes.context
    context.run(
      tenantId,
      conversationId,
      toJson(memory.state),
      memory.cartVersion,
      memory.cartItems,
      memory.cartUpdatedAt,
      now,
      memory.expiresAt,
    )
    const said = writes.history
    history.run(
      tenantId,
      conversationId,
      said.messageId,
      storableText(said.text),
      toJson(said.replies),
      said.intent,
      said.confidence,
      said.source,
      said.latencyMs,
      toJson(said.products),
      said.trace == null ? null : toJson(said.trace),
      now,
      said.author ?? 'shopper',
    )
    for (const each of writes.aliases ?? []) alias.run(tenantId, each, who.id, now)
    const takeover = writes.mode?.takeover
    if (takeover) lead.run(numbered(takeover.by, takeover.until, tenantId, conversationId, now))
    if (writes.withdraw) withdraw.run(tenantId, conversationId)
    // The shopper wrote: what waited for the 24-hour window to open may go now.
    if (writes.lastInboundAt !== null) reopen.run(now, tenantId, conversationId)
    const bubbleIds = turn.bubbles.flatMap((row) => addBubble(lease, row, now))
    for (const timer of writes.jobs) job.run(tenantId, timer.kind, timer.key, toJson(timer.payload), timer.runAt, now)
    if (turn.release) free.run(0, tenantId, conversationId, lease.fence)
    return { outcome: 'committed', bubbleIds }
  }

  return {
    commit: (turns, now) =>
      Promise.all(
        turns.map((turn) =>
          write(() => {
            begin(turn.lease, turn.inboxIds, now)
            return apply(turn.lease, turn, now)
          }).catch((error: unknown) =>
            error instanceof Undo ? { outcome: 'lost' as const } : { outcome: 'failed' as const, error },
          ),
        ),
      ),
    async commitAlone(lease, inboxIds, now, decide) {
      let declined = false
      try {
        return await store.transaction(async (trx) => {
          begin(lease, inboxIds, now)
          const turn = await decide(trx)
          if (turn) return apply(lease, turn, now)
          declined = true
          throw new Undo()
        })
      } catch (error) {
        if (!(error instanceof Undo)) throw error
        return { outcome: declined ? 'declined' : 'lost' }
      }
    },
    fail: (turn, now) =>
      write(() => {
        const { lease } = turn
        if (held.get(lease.tenantId, lease.conversationId, lease.fence) === undefined) return false
        for (const id of turn.inboxIds) failed.run(turn.error, turn.parked ? 'parked' : 'pending', id)
        if (turn.notice) addBubble(lease, turn.notice, now)
        free.run(turn.retryAt, lease.tenantId, lease.conversationId, lease.fence)
        return true
      }),
  }
}

export function clean(text: string | null): string | null {
  return text === null ? null : storableText(text)
}
