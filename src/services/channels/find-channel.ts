import { BotctlError, EXIT } from '../../errors.ts'
import { listChannels } from '../../store/channels.ts'
import type { ListedChannel } from '../../store/channels.ts'
import type { Db } from '../../store/store.ts'
import { requireTenant } from '../../store/tenants.ts'

/**
 * One channel by its id, its address or its provider's name, within a shop where one is given; with a shop alone, the
 * only channel it has to a provider. Throws `channel_not_found` (66), `channel_ambiguous` (64), `tenant_not_found` (66).
 */
export async function requireChannel(
  db: Db,
  wanted: { channel?: string | undefined; tenant?: string | undefined },
): Promise<ListedChannel> {
  const tenantId = wanted.tenant === undefined ? undefined : (await requireTenant(db, wanted.tenant)).id
  const all = await listChannels(db, tenantId === undefined ? {} : { tenantId })
  const { channel } = wanted
  const found =
    channel === undefined
      ? all.filter((one) => one.provider !== 'local')
      : all.filter((one) => one.id === channel || one.address === channel || one.provider === channel)
  if (found.length === 1 && found[0] !== undefined) return found[0]
  if (found.length === 0) {
    throw new BotctlError('channel_not_found', 'there is no such channel', {
      hint: 'botctl channel list shows them; botctl channel add makes one',
      exit: EXIT.notFound,
    })
  }
  throw new BotctlError('channel_ambiguous', 'several channels fit', {
    hint: 'name one by its id',
    exit: EXIT.usage,
    details: { channels: found.map((one) => one.id) },
  })
}
