import { storableText, toJson } from '../json.ts'
import type { Lease } from '../leases.ts'
import type { NewBubble } from '../outbox.ts'
import type { CommitOutcome, TurnCommit, TurnStore } from '../turns.ts'
import { leaseColumns } from './leases.ts'
import type { PostgresStore } from './open.ts'
import { columns, inTransaction, onTransaction, type Run } from './statements.ts'

const HOLD = {
  name: 'turn-hold',
  text: `SELECT k.n FROM unnest($1::text[], $2::text[], $3::bigint[]) WITH ORDINALITY AS k (t, c, f, n)
    JOIN lease l ON l.tenant_id = k.t AND l.conversation_id = k.c AND l.fence = k.f
    ORDER BY l.tenant_id, l.conversation_id FOR UPDATE OF l`,
}
const FINISH = {
  name: 'turn-finish',
  text: `UPDATE inbox SET status = 'done', done_at = $2, error = NULL WHERE id = ANY ($1::bigint[]) AND status = 'pending' RETURNING id`,
}
const CONTACT = {
  name: 'turn-contact',
  text: `INSERT INTO contact (tenant_id, id, phone, user_id, name, created_at, updated_at)
    SELECT t, i, p, u, m, $6, $6 FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) AS x (t, i, p, u, m)
    ORDER BY t, i
    ON CONFLICT (tenant_id, id) DO UPDATE SET phone = coalesce(excluded.phone, contact.phone),
      user_id = coalesce(excluded.user_id, contact.user_id), name = coalesce(excluded.name, contact.name),
      unreachable_reason = NULL, updated_at = excluded.updated_at
    WHERE coalesce(excluded.phone, contact.phone) IS DISTINCT FROM contact.phone
      OR coalesce(excluded.user_id, contact.user_id) IS DISTINCT FROM contact.user_id
      OR coalesce(excluded.name, contact.name) IS DISTINCT FROM contact.name OR contact.unreachable_reason IS NOT NULL`,
}
// `mode` NULL leaves the conversation's mode as it is; a new conversation starts with the bot.
const CONVERSATION = {
  name: 'turn-conversation',
  text: `WITH x AS (SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[],
        $8::boolean[]) AS x (t, i, c, ch, mode, reason, inbound, outbound)),
    put AS (
      INSERT INTO conversation (tenant_id, id, contact_id, channel_id, mode, mode_reason, mode_since, last_inbound_at,
        last_outbound_at, created_at, updated_at)
      SELECT t, i, c, ch, coalesce(mode, 'bot'), reason, CASE WHEN mode IS NULL THEN NULL ELSE $9::bigint END, inbound,
        CASE WHEN outbound THEN $9::bigint END, $9, $9 FROM x ORDER BY t, i
      ON CONFLICT (tenant_id, id) DO UPDATE SET contact_id = excluded.contact_id,
        channel_id = coalesce(excluded.channel_id, conversation.channel_id),
        last_inbound_at = greatest(excluded.last_inbound_at, conversation.last_inbound_at),
        last_outbound_at = coalesce(excluded.last_outbound_at, conversation.last_outbound_at),
        -- mode_since is set exactly where the turn has a word on the mode
        mode = CASE WHEN excluded.mode_since IS NULL THEN conversation.mode ELSE excluded.mode END,
        mode_reason = CASE WHEN excluded.mode_since IS NULL THEN conversation.mode_reason ELSE excluded.mode_reason END,
        mode_since = CASE WHEN excluded.mode_since IS NULL OR excluded.mode = conversation.mode
          THEN conversation.mode_since ELSE excluded.mode_since END,
        updated_at = excluded.updated_at)
    UPDATE outbox SET status = 'queued', error_class = NULL, next_at = $9 FROM x
    WHERE outbox.tenant_id = x.t AND outbox.conversation_id = x.i AND outbox.status = 'waiting' AND outbox.error_class = 'window'
      AND x.inbound IS NOT NULL`,
}
const CONTEXT = {
  name: 'turn-context',
  text: `INSERT INTO conversation_context (tenant_id, conversation_id, state, cart_version, cart_items, cart_updated_at,
      updated_at, expires_at)
    SELECT t, i, s, v, n, u, $8, e FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[],
      $7::bigint[]) AS x (t, i, s, v, n, u, e) ORDER BY t, i
    ON CONFLICT (tenant_id, conversation_id) DO UPDATE SET state = excluded.state, cart_version = excluded.cart_version,
      cart_items = excluded.cart_items, cart_updated_at = excluded.cart_updated_at, updated_at = excluded.updated_at,
      expires_at = excluded.expires_at`,
}
const HISTORY = {
  name: 'turn-history',
  text: `INSERT INTO conversation_history (tenant_id, conversation_id, message_id, text, replies, intent, confidence, source,
      latency_ms, products, trace, author, created_at)
    SELECT *, $13::bigint FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::float8[],
      $8::text[], $9::float8[], $10::text[], $11::text[], $12::text[])
    ON CONFLICT (tenant_id, message_id) DO NOTHING`,
}
const ALIAS = {
  name: 'turn-alias',
  text: `INSERT INTO contact_alias (tenant_id, alias, contact_id, created_at) SELECT $1, a, $3, $4 FROM unnest($2::text[]) AS x (a)
    ON CONFLICT (tenant_id, alias) DO UPDATE SET contact_id = excluded.contact_id, created_at = excluded.created_at
    WHERE contact_alias.contact_id <> excluded.contact_id`,
}
const LEAD = {
  name: 'turn-lead',
  text: `UPDATE conversation SET takeover_until = $2,
      takeover_by = CASE WHEN takeover_until > $5 THEN coalesce(takeover_by, $1) ELSE $1 END
    WHERE tenant_id = $3 AND id = $4`,
}
const WITHDRAW = {
  name: 'turn-withdraw',
  text: `UPDATE outbox SET status = 'dropped', error_class = NULL, error_code = 'withdrawn'
    WHERE tenant_id = $1 AND conversation_id = $2 AND status IN ('queued','waiting') AND class IN ('reply','campaign')`,
}
const BUBBLE = {
  name: 'turn-bubble',
  text: `INSERT INTO outbox (opaque_id, tenant_id, conversation_id, channel_id, source, class, body, status, next_at, created_at,
      sent_at)
    SELECT o, t, c, ch, s, k, b, st, at, $10, CASE WHEN st = 'sent' THEN $10::bigint END
    FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::bigint[])
      WITH ORDINALITY AS x (o, t, c, ch, s, k, b, st, at, n) ORDER BY n
    ON CONFLICT (tenant_id, source) DO NOTHING RETURNING id, opaque_id AS "opaqueId"`,
}
const JOB = {
  name: 'turn-job',
  text: `INSERT INTO job (tenant_id, kind, key, payload, run_at, created_at)
    SELECT *, $6::bigint FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[]) AS x (t, kind, key, p, r)
      ORDER BY kind, key
    ON CONFLICT (kind, key) DO UPDATE SET payload = excluded.payload, run_at = excluded.run_at, attempts = 0,
      status = 'pending', locked_by = NULL, locked_until = NULL`,
}
// The rows are locked already by HOLD.
const FREE = {
  name: 'turn-free',
  text: `UPDATE lease SET owner = '', until = k.u, fence = lease.fence + 1
    FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[]) AS k (t, c, f, u)
    WHERE lease.tenant_id = k.t AND lease.conversation_id = k.c AND lease.fence = k.f`,
}
const FAIL = {
  name: 'turn-fail',
  text: `UPDATE inbox SET attempts = attempts + 1, error = $2, status = $3 WHERE id = ANY ($1::bigint[]) AND status = 'pending'`,
}

/** Leaves a transaction without a trace; never seen outside this file. */
class Undo extends Error {}

export function postgresTurns(store: PostgresStore): TurnStore {
  /**
   * All turns or none: a lease that is gone, a message that is no longer pending, or one bad row undoes the group. All
   * statements are on their way before the first is answered; the commit follows when all answers are seen and good.
   */
  async function commitGroup(turns: TurnCommit[], now: number): Promise<CommitOutcome[]> {
    return inTransaction(store.pool, async (run) => {
      const leases = turns.map((turn) => turn.lease)
      const [held, outcomes] = await Promise.all([hold(run, leases), applyTurns(run, turns, now)])
      if (held.size < turns.length) throw new Undo()
      return turns.map((turn) => outcomes.get(turn) ?? { outcome: 'lost' })
    })
  }

  return {
    async commit(turns, now) {
      if (turns.length > 1) {
        try {
          return await commitGroup(turns, now)
        } catch {
          // One of them spoils the rest: each alone, so that only the guilty one fails.
        }
      }
      return Promise.all(
        turns.map(async (turn) => {
          try {
            const [outcome] = await commitGroup([turn], now)
            return outcome ?? { outcome: 'lost' as const }
          } catch (error) {
            return error instanceof Undo ? { outcome: 'lost' as const } : { outcome: 'failed' as const, error }
          }
        }),
      )
    },
    async commitAlone(lease, inboxIds, now, decide) {
      let declined = false
      try {
        return await store.transaction(async (trx) => {
          const run = onTransaction(trx)
          if ((await hold(run, [lease])).size === 0) throw new Undo()
          const turn = await decide(trx)
          if (!turn) {
            declined = true
            throw new Undo()
          }
          const commit = { lease, inboxIds, ...turn }
          return (await applyTurns(run, [commit], now)).get(commit) ?? { outcome: 'lost' as const }
        })
      } catch (error) {
        if (!(error instanceof Undo)) throw error
        return { outcome: declined ? 'declined' : 'lost' }
      }
    },
    fail: (turn, now) =>
      inTransaction(store.pool, async (run) => {
        if ((await hold(run, [turn.lease])).size === 0) return false
        await run(FAIL, [turn.inboxIds, turn.error, turn.parked ? 'parked' : 'pending'])
        if (turn.notice) await addBubbles(run, [{ lease: turn.lease, bubbles: [turn.notice] }], now)
        await run(FREE, [...leaseColumns([turn.lease]), [turn.retryAt]])
        return true
      }),
  }
}

/** Locks the leases in key order; answers the positions of those whose fence still holds. */
async function hold(run: Run, leases: Lease[]): Promise<Set<number>> {
  const rows = await run<{ n: number }>(HOLD, leaseColumns(leases))
  return new Set(rows.map((row) => row.n - 1))
}

async function applyTurns(run: Run, turns: TurnCommit[], now: number): Promise<Map<TurnCommit, CommitOutcome>> {
  const outcomes = new Map<TurnCommit, CommitOutcome>()
  if (turns.length === 0) return outcomes
  const inboxIds = turns.flatMap((turn) => turn.inboxIds)
  const released = turns.filter((turn) => turn.release).map((turn) => turn.lease)
  // All are asked before the first is answered, and run in the order of asking: what is withdrawn goes before what is new.
  const [finished, , , , bubbleIds] = await Promise.all([
    run(FINISH, [inboxIds, now]),
    writeConversations(run, turns, now),
    writeHistory(run, turns, now),
    Promise.all(turns.flatMap((turn) => writePeople(run, turn, now))),
    addBubbles(run, turns, now),
    setJobs(run, turns, now),
    released.length > 0 ? run(FREE, [...leaseColumns(released), released.map(() => 0)]) : [],
  ])
  if (finished.length !== inboxIds.length) throw new Undo()
  for (const turn of turns) {
    outcomes.set(turn, {
      outcome: 'committed',
      bubbleIds: turn.bubbles.flatMap((bubble) => bubbleIds.get(bubble.opaqueId) ?? []),
    })
  }
  return outcomes
}

function writeConversations(run: Run, turns: TurnCommit[], now: number): Promise<unknown> {
  // Two conversations may belong to one contact, and a row can be written once a statement.
  const contacts = lastOfEach(turns, ({ writes }) => `${writes.tenantId} ${writes.contact.id}`)
  const contact = run(CONTACT, [
    ...columns(
      contacts,
      ({ writes }) => writes.tenantId,
      ({ writes }) => writes.contact.id,
      ({ writes }) => writes.contact.phone,
      ({ writes }) => writes.contact.userId,
      ({ writes }) => clean(writes.contact.name),
    ),
    now,
  ])
  const conversation = run(CONVERSATION, [
    ...columns(
      turns,
      ({ lease }) => lease.tenantId,
      ({ lease }) => lease.conversationId,
      ({ writes }) => writes.contact.id,
      ({ writes }) => writes.channelId,
      ({ writes }) => writes.mode?.mode ?? null,
      ({ writes }) => clean(writes.mode?.reason ?? null),
      ({ writes }) => writes.lastInboundAt,
      ({ bubbles, writes }) => bubbles.length > 0 || writes.history.author === 'owner',
    ),
    now,
  ])
  const context = run(CONTEXT, [
    ...columns(
      turns,
      ({ lease }) => lease.tenantId,
      ({ lease }) => lease.conversationId,
      ({ writes }) => toJson(writes.context.state),
      ({ writes }) => writes.context.cartVersion,
      ({ writes }) => writes.context.cartItems,
      ({ writes }) => writes.context.cartUpdatedAt,
      ({ writes }) => writes.context.expiresAt,
    ),
    now,
  ])
  return Promise.all([contact, conversation, context])
}

async function writeHistory(run: Run, turns: TurnCommit[], now: number): Promise<void> {
  await run(HISTORY, [
    ...columns(
      turns,
      ({ lease }) => lease.tenantId,
      ({ lease }) => lease.conversationId,
      ({ writes }) => writes.history.messageId,
      ({ writes }) => storableText(writes.history.text),
      ({ writes }) => toJson(writes.history.replies),
      ({ writes }) => writes.history.intent,
      ({ writes }) => writes.history.confidence,
      ({ writes }) => writes.history.source,
      ({ writes }) => writes.history.latencyMs,
      ({ writes }) => toJson(writes.history.products),
      ({ writes }) => (writes.history.trace == null ? null : toJson(writes.history.trace)),
      ({ writes }) => writes.history.author ?? 'shopper',
    ),
    now,
  ])
}

/** What few turns have: another number or id of the shopper, and a person who leads from here on. */
function writePeople(run: Run, { lease, writes }: TurnCommit, now: number): Array<Promise<unknown>> {
  const { tenantId, conversationId } = lease
  const asked: Array<Promise<unknown>> = []
  if (writes.aliases?.length) asked.push(run(ALIAS, [tenantId, [...writes.aliases].sort(), writes.contact.id, now]))
  const takeover = writes.mode?.takeover
  if (takeover) asked.push(run(LEAD, [takeover.by, takeover.until, tenantId, conversationId, now]))
  if (writes.withdraw) asked.push(run(WITHDRAW, [tenantId, conversationId]))
  return asked
}

async function addBubbles(
  run: Run,
  turns: Array<{ lease: Lease; bubbles: NewBubble[] }>,
  now: number,
): Promise<Map<string, number>> {
  const rows = turns.flatMap(({ lease, bubbles }) => bubbles.map((bubble) => ({ lease, bubble })))
  if (rows.length === 0) return new Map()
  const stored = await run<{ id: number; opaqueId: string }>(BUBBLE, [
    ...columns(
      rows,
      ({ bubble }) => bubble.opaqueId,
      ({ lease }) => lease.tenantId,
      ({ lease }) => lease.conversationId,
      ({ bubble }) => bubble.channelId,
      ({ bubble }) => bubble.source,
      ({ bubble }) => bubble.class,
      ({ bubble }) => toJson(bubble.body),
      ({ bubble }) => bubble.status,
      ({ bubble }) => bubble.nextAt,
    ),
    now,
  ])
  return new Map(stored.map((row) => [row.opaqueId, row.id]))
}

async function setJobs(run: Run, turns: TurnCommit[], now: number): Promise<void> {
  const all = turns.flatMap(({ lease, writes }) => writes.jobs.map((job) => ({ ...job, tenantId: lease.tenantId })))
  if (all.length === 0) return
  const jobs = lastOfEach(all, (job) => `${job.kind} ${job.key}`)
  await run(JOB, [
    ...columns(
      jobs,
      (job) => job.tenantId,
      (job) => job.kind,
      (job) => job.key,
      (job) => toJson(job.payload),
      (job) => job.runAt,
    ),
    now,
  ])
}

function lastOfEach<Row>(rows: readonly Row[], key: (row: Row) => string): Row[] {
  return [...new Map(rows.map((row) => [key(row), row])).values()]
}

export function clean(text: string | null): string | null {
  return text === null ? null : storableText(text)
}
