import { listChannels } from '../../store/channels.ts'
import type { ListedChannel } from '../../store/channels.ts'
import type { Store } from '../../store/store.ts'
import { requireTenant } from '../../store/tenants.ts'
import { webhookUrl } from './webhook-url.ts'

/** A channel as commands and the API print it: no secret, not even its length. */
export interface ChannelDocument {
  id: string
  tenant: string
  provider: 'meta' | 'twilio' | 'local'
  address: string
  account: 'own' | 'environment' | 'none'
  status: 'active' | 'disabled' | 'blocked'
  blocked_until: string | null
  blocked_reason: string | null
  webhook_url: string
  created_at: string
}

/** The channels of a shop or of all. Throws `tenant_not_found`, exit 66. */
export function createChannelLister(deps: {
  store: Store
  baseUrl: string
  now: () => number
}): (filter: { tenant?: string | undefined }) => Promise<ChannelDocument[]> {
  return async ({ tenant }) => {
    const { db } = deps.store
    const filter = tenant === undefined ? {} : { tenantId: (await requireTenant(db, tenant)).id }
    const channels = await listChannels(db, filter)
    return channels.map((channel) => toChannelDocument(channel, deps.baseUrl, deps.now()))
  }
}

export function toChannelDocument(channel: ListedChannel, baseUrl: string, now: number): ChannelDocument {
  const blocked = channel.blockedUntil !== null && channel.blockedUntil > now
  return {
    id: channel.id,
    tenant: channel.tenant,
    provider: channel.provider,
    address: channel.address,
    account: channel.provider === 'local' ? 'none' : channel.secrets === null ? 'environment' : 'own',
    status: blocked ? 'blocked' : channel.status,
    blocked_until: blocked ? new Date(channel.blockedUntil ?? 0).toISOString() : null,
    blocked_reason: blocked ? channel.blockedReason : null,
    webhook_url: webhookUrl(baseUrl, channel.provider),
    created_at: new Date(channel.createdAt).toISOString(),
  }
}
