import { deleteChannel } from '../../store/channels.ts'
import type { Store } from '../../store/store.ts'
import { recordBy, type AuditedBy } from '../audit/record-audit.ts'
import { requireChannel } from './find-channel.ts'

export interface RemovedChannel {
  id: string
  tenant: string
  provider: string
  address: string
  removed: true
}

/** Takes a way to WhatsApp from a shop, its secrets with it. What was said and sent stays. */
export function createChannelRemover(
  deps: AuditedBy & { store: Store },
): (wanted: { channel?: string | undefined; tenant?: string | undefined }) => Promise<RemovedChannel> {
  return async (wanted) => {
    const channel = await requireChannel(deps.store.db, wanted)
    const { id, tenant, provider, address } = channel
    await deps.store.transaction(async (trx) => {
      await deleteChannel(trx, id)
      const before = { provider, address, account: channel.secrets === null ? 'environment' : 'own' }
      await recordBy(deps, trx, { tenantId: channel.tenantId, action: 'channel.remove', object: id, before })
    })
    return { id, tenant, provider, address, removed: true }
  }
}
