import type { Store } from '../../store/store.ts'
import { explainConversation } from './explain-conversation.ts'
import { readConversationDetail } from './read-conversation.ts'
import { listConversations, listDeadLetters, listOrders } from './read-lists.ts'
import type { DashboardSource } from './source.ts'
import { takeSnapshot } from './take-snapshot.ts'

export interface SourceDeps {
  store: Store
  now: () => number
  /** Told each time personal data is shown in clear, so that it can be written down who looked. */
  onReveal?: (tenantId: string, conversationId: string) => Promise<void>
}

/** The dashboard's data, from the database alone. */
export function createSource(deps: SourceDeps): DashboardSource {
  const { db } = deps.store
  const revealed = new Set<string>()
  return {
    snapshot: (tenantId) => takeSnapshot({ db }, { now: deps.now(), tenantId }),
    conversations: (tenantId) => listConversations(db, { tenantId }),
    async conversation(tenantId, id, { reveal }) {
      const key = `${tenantId} ${id}`
      // A screen asks every second; one look is one line in the audit log.
      if (reveal && !revealed.has(key)) {
        revealed.add(key)
        await deps.onReveal?.(tenantId, id)
      }
      if (!reveal) revealed.delete(key)
      return readConversationDetail(db, { tenantId, id, reveal })
    },
    orders: (tenantId) => listOrders(db, { tenantId }),
    deadLetters: (tenantId) => listDeadLetters(db, { tenantId }),
    explain: (tenantId, conversationId) => explainConversation(db, { tenantId, conversationId }),
  }
}
