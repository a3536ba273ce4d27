import { sql } from 'kysely'
import type { Db } from '../../store/store.ts'

/** Rows removed at a time: a turn that waits for one batch waits milliseconds. */
const BATCH = 2000

export interface CleanupOptions {
  /** Remove what was not touched for this long, expired or not; without it, what has expired. */
  olderThanMs?: number | undefined
  /** Count only. */
  dryRun?: boolean
}

/**
 * Removes conversation contexts: carts and what the bot remembers between messages. Conversations, history and orders
 * stay. A shopper who writes again begins anew.
 */
export async function cleanupContexts(
  deps: { db: Db; now: () => number },
  options: CleanupOptions = {},
): Promise<{ removed: number }> {
  const now = deps.now()
  const due =
    options.olderThanMs === undefined
      ? sql<boolean>`expires_at <= ${now}`
      : sql<boolean>`updated_at <= ${now - options.olderThanMs}`
  if (options.dryRun) {
    const { n } = await deps.db
      .selectFrom('conversation_context')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where(due)
      .executeTakeFirstOrThrow()
    return { removed: n }
  }
  let removed = 0
  for (;;) {
    // The condition stands in the DELETE too: a context that came to life in between stays.
    const { rows } = await sql<{ conversation_id: string }>`
      DELETE FROM conversation_context WHERE ${due} AND (tenant_id, conversation_id) IN (
        SELECT tenant_id, conversation_id FROM conversation_context WHERE ${due} LIMIT ${BATCH}
      ) RETURNING conversation_id`.execute(deps.db)
    removed += rows.length
    if (rows.length < BATCH) return { removed }
  }
}
