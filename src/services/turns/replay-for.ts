import { loadFaculties } from './load-faculties.ts'
import { BotctlError, EXIT } from '../../errors.ts'
import type { Store } from '../../store/store.ts'
import { requireTenant } from '../../store/tenants.ts'
import { requireConversation } from '../conversations/conversations.ts'
import { createCatalogCache } from '../products/catalog-cache.ts'
import { replay, type ReplayReport } from './replay.ts'
import { createShops } from './shops.ts'

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 7 * 86_400_000 }

/** Replays one conversation, or a shop's turns since a while ago. Throws `conversation_not_found`, `tenant_not_found`. */
export async function replayFor(
  deps: { store: Store; now: () => number },
  query: { conversation: string | undefined; tenant: string | undefined; since: string },
): Promise<ReplayReport> {
  const parts = {
    store: deps.store,
    faculties: await loadFaculties(),
    catalogs: createCatalogCache(deps),
    shops: createShops(deps),
  }
  if (query.conversation !== undefined) {
    const { tenantId, id } = await requireConversation(deps, query.conversation)
    return replay(parts, { tenantId, conversationId: id })
  }
  if (query.tenant === undefined) {
    throw new BotctlError('replay_what', 'neither a conversation nor a shop was named', {
      hint: 'give a conversation id, or --tenant with --since',
      exit: EXIT.usage,
    })
  }
  const tenant = await requireTenant(deps.store.db, query.tenant)
  return replay(parts, { tenantId: tenant.id, since: deps.now() - parseSpan(query.since) })
}

/** "7d", "12h", "30m" in milliseconds. Throws `span_invalid`, exit 64. */
export function parseSpan(text: string): number {
  const match = /^(\d{1,5})\s*([mhdw])$/.exec(text.trim())
  const unit = UNITS[match?.[2] ?? '']
  if (match && unit !== undefined) return Number(match[1]) * unit
  throw new BotctlError('span_invalid', 'that is no span of time', {
    hint: 'write it as 30m, 12h or 7d',
    exit: EXIT.usage,
  })
}
