import { deleteChannel } from '../../store/channels.ts'
import type { Store } from '../../store/store.ts'
import { requireChannel } from './find-channel.ts'

export interface RemovedChannel {
  id: string
  tenant: string
  provider: string
  address: string
  removed: true
}

/** Takes a way to WhatsApp from a shop, its secrets with it. What was said and sent stays. */
export function createChannelRemover(deps: {
  store: Store
}): (wanted: { channel?: string | undefined; tenant?: string | undefined }) => Promise<RemovedChannel> {
  return async (wanted) => {
    const channel = await requireChannel(deps.store.db, wanted)
    await deleteChannel(deps.store.db, channel.id)
    const { id, tenant, provider, address } = channel
    return { id, tenant, provider, address, removed: true }
  }
}
