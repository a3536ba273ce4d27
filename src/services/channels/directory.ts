import { LRUCache } from 'lru-cache'
import type { ChannelAccount, ChannelProvider, Sender } from '../../channels/port.ts'
import { BotctlError, EXIT } from '../../errors.ts'
import { conversationId } from '../../ids.ts'
import type { SecretBox } from '../../secrets.ts'
import { findConversationByUserId } from '../../store/aliases.ts'
import { createAliases } from './aliases.ts'
import {
  findChannel,
  findChannelsByAddress,
  listChannels,
  readDirectoryStamp,
  tenantsWithoutChannel,
} from '../../store/channels.ts'
import type { ChannelRecord } from '../../store/channels.ts'
import { findRoute } from '../../store/routes.ts'
import type { Store } from '../../store/store.ts'
import { environmentChannelId, mergeSecrets, parseEnvironmentChannelId } from './environment.ts'
import type { EnvironmentAccounts } from './environment.ts'

/** Whose message it is, or why nobody's. */
export type Placement =
  | { placed: true; tenantId: string; channelId: string; conversationId: string }
  | { placed: false; reason: 'number_unknown' | 'number_shared' }

/** Who the business numbers belong to, what signs for them, and which conversation a shopper has. */
export interface Directory {
  /** `becomes`: who the sender is from now on; what they write under the new number or id comes to the same place. */
  place(provider: ChannelProvider, address: string, sender: Sender, becomes?: Sender): Promise<Placement>
  /** App secrets that may sign for that number; for an unknown number (or none) every secret there is. */
  metaSecrets(address: string | null): readonly string[] | Promise<readonly string[]>
  /** True where `secret` may sign for `address`, or nobody has that number. */
  metaSecretFits(address: string, secret: string): Promise<boolean>
  metaVerifyTokens(): Promise<readonly string[]>
  /** Auth tokens that may sign for that number; for an unknown one, those of `accountSid`. */
  twilioTokens(address: string | null, accountSid: string | null): Promise<readonly string[]>
  /** The account with its secrets opened; null where the channel is gone or disabled. */
  account(channelId: string): Promise<ChannelAccount | null>
  /** Forget everything now; without it a change is seen within a second. */
  invalidate(): void
}

export interface DirectoryDeps {
  store: Store
  secrets: SecretBox
  environment: EnvironmentAccounts
  now: () => number
  /** A stored secret that does not open (another SECRET_KEY): that channel's webhooks are refused. */
  onUnreadable?: (channelId: string) => void
}

/** One business number: the shops on it. */
interface NumberEntry {
  owners: readonly ChannelAccount[]
  /** What may sign for it: app secrets or auth tokens, old ones included. */
  signers: readonly string[]
}

/** A change must be seen within a second; below that, what is remembered is good without asking. */
const STAMP_LIFE_MS = 1000
/** From here on the stamp is asked for behind the request's back, so that no request ever waits for it. */
const STAMP_REFRESH_MS = 500
/** A first turn is committed within milliseconds; a second later its conversation is found. */
const UNKNOWN_USER_MS = 1000
/** Numbers, routes and aliases remembered each: some megabytes, and far more than one daemon can be busy with. */
const REMEMBERED = 20_000

/**
 * The hot path reads memory alone: a stamp, asked for at most twice a second, tells when anything changed, and then
 * everything is forgotten. Rejects with `database_unavailable` (503) where it must read and cannot.
 */
export function createDirectory(deps: DirectoryDeps): Directory {
  const { store, environment } = deps
  const numbers = new LRUCache<string, NumberEntry>({ max: REMEMBERED })
  const routes = new LRUCache<string, { tenantId: string | null }>({ max: REMEMBERED })
  const users = new LRUCache<string, { conversationId: string | null }>({ max: REMEMBERED })
  const conversations = new LRUCache<string, string>({ max: REMEMBERED })
  const aliases = createAliases({ db: store.db, now: deps.now, most: REMEMBERED })
  const accounts = new LRUCache<string, { account: ChannelAccount | null }>({ max: REMEMBERED })
  let everyMeta: Promise<ChannelAccount[]> | null = null
  let everyTwilio: Promise<ChannelAccount[]> | null = null
  let stamp: string | null = null
  let stampAt = Number.NEGATIVE_INFINITY
  let asking: Promise<void> | null = null

  function invalidate(): void {
    numbers.clear()
    routes.clear()
    users.clear()
    accounts.clear()
    everyMeta = null
    everyTwilio = null
  }

  /** Awaited before anything remembered is used; undefined (nothing to wait for) on nearly every request. */
  function fresh(): Promise<void> | undefined {
    const age = deps.now() - stampAt
    // A clock set back must not freeze what is remembered.
    if (age >= 0 && age < STAMP_REFRESH_MS) return undefined
    asking ??= askStamp()
    return age >= 0 && age < STAMP_LIFE_MS ? undefined : asking
  }

  async function askStamp(): Promise<void> {
    const askedAt = deps.now()
    try {
      const [next] = await Promise.all([readDirectoryStamp(store.db), aliases.refresh()])
      if (next !== stamp) invalidate()
      stamp = next
      stampAt = askedAt
    } catch {
      // The database is away: what is remembered stays in use (storing the message will tell), and the next asks again.
    } finally {
      asking = null
    }
  }

  /** Not a promise where it is in memory: a tick a request is worth saving on this path. */
  function number(provider: ChannelProvider, address: string): NumberEntry | Promise<NumberEntry> {
    const wait = fresh()
    if (wait === undefined) {
      const known = numbers.get(`${provider}:${address}`)
      if (known !== undefined) return known
    }
    return readNumber(provider, address, wait)
  }

  async function readNumber(
    provider: ChannelProvider,
    address: string,
    wait: Promise<void> | undefined,
  ): Promise<NumberEntry> {
    await wait
    const key = `${provider}:${address}`
    const known = numbers.get(key)
    if (known !== undefined) return known
    const owners = await reading(loadOwners(provider, address))
    const entry = { owners, signers: signersOf(owners) }
    numbers.set(key, entry)
    return entry
  }

  async function loadOwners(provider: ChannelProvider, address: string): Promise<ChannelAccount[]> {
    const rows = await findChannelsByAddress(store.db, provider, address)
    const owners = rows.map(open)
    if (provider === 'local') return owners
    const own = environment[provider]
    const isEnvironments = own.address === address
    // A shop's own number (its `phone`) on the environment's Twilio account needs no channel of its own.
    const mayBeShops = provider === 'twilio' && owners.length === 0 && own.secrets.authToken !== undefined
    if (!isEnvironments && !mayBeShops) return owners
    const without = await tenantsWithoutChannel(store.db, provider)
    const matching = without.filter((tenant) => tenant.phone === address)
    const using = matching.length > 0 ? matching : isEnvironments ? without : []
    return [...owners, ...using.map((tenant) => environmentAccount(provider, tenant.id, address))]
  }

  function open(row: ChannelRecord): ChannelAccount {
    const { id: channelId, tenantId, provider, address } = row
    const shared = provider === 'local' ? {} : environment[provider].secrets
    if (row.secrets === null) return { channelId, tenantId, provider, address, secrets: shared }
    try {
      const own = deps.secrets.openJson(row.secrets, tenantId) as Record<string, string>
      return { channelId, tenantId, provider, address, secrets: mergeSecrets(shared, own) }
    } catch {
      // One unreadable row must not take the other shops down; without secrets nothing verifies for it.
      deps.onUnreadable?.(channelId)
      return { channelId, tenantId, provider, address, secrets: {} }
    }
  }

  function environmentAccount(provider: 'meta' | 'twilio', tenantId: string, address: string): ChannelAccount {
    const channelId = environmentChannelId(provider, tenantId, address)
    return { channelId, tenantId, provider, address, secrets: environment[provider].secrets }
  }

  async function everyAccount(provider: 'meta' | 'twilio'): Promise<ChannelAccount[]> {
    await fresh()
    const load = (): Promise<ChannelAccount[]> =>
      reading(listChannels(store.db, { provider })).then((rows) => [
        environmentAccount(provider, '', environment[provider].address ?? ''),
        ...rows.filter((row) => row.status === 'active').map(open),
      ])
    const loading = provider === 'meta' ? (everyMeta ??= load()) : (everyTwilio ??= load())
    try {
      return await loading
    } catch (error) {
      if (provider === 'meta') everyMeta = null
      else everyTwilio = null
      throw error
    }
  }

  async function chooseOwner(entry: NumberEntry, sender: Sender): Promise<ChannelAccount | null> {
    for (const who of [sender.phone, sender.userId]) {
      if (who === null) continue
      let route = routes.get(who)
      if (route === undefined) {
        route = { tenantId: await reading(findRoute(store.db, who)) }
        routes.set(who, route)
      }
      const owner = entry.owners.find((candidate) => candidate.tenantId === route.tenantId)
      if (owner !== undefined) return owner
    }
    return null
  }

  /** Remembered: a digest for every message is a twentieth of what a webhook costs. */
  function conversationOf(tenantId: string, who: string): string {
    const key = `${tenantId}:${who}`
    let id = conversations.get(key)
    if (id === undefined) {
      id = conversationId(tenantId, who)
      conversations.set(key, id)
    }
    return id
  }

  /** Once found it never changes; until then (the first turn is not committed) it is asked again now and then. */
  async function conversationOfUser(tenantId: string, userId: string): Promise<string | null> {
    const key = `${tenantId}:${userId}`
    const known = users.get(key)
    if (known !== undefined) return known.conversationId
    const found = await reading(findConversationByUserId(store.db, tenantId, userId))
    users.set(key, { conversationId: found }, found === null ? { ttl: UNKNOWN_USER_MS } : {})
    return found
  }

  const everyMetaSecret = async (): Promise<readonly string[]> => signersOf(await everyAccount('meta'))
  const secretsOf = (entry: NumberEntry): readonly string[] | Promise<readonly string[]> =>
    entry.owners.length > 0 ? entry.signers : everyMetaSecret()

  return {
    async place(provider, address, sender, becomes) {
      const entry = await number(provider, address)
      if (entry.owners.length === 0) return { placed: false, reason: 'number_unknown' }
      const owner = entry.owners.length === 1 ? entry.owners[0] : await chooseOwner(entry, sender)
      if (!owner) return { placed: false, reason: 'number_shared' }
      const { tenantId, channelId } = owner
      // A business-scoped id outlives a number, and may come without one: what it began goes on.
      const known = sender.userId === null ? null : await conversationOfUser(tenantId, sender.userId)
      const led = known === null && sender.phone !== null ? aliases.find(tenantId, sender.phone) : null
      const other = led instanceof Promise ? await reading(led) : led
      const id = known ?? other ?? conversationOf(tenantId, sender.phone ?? sender.userId ?? '')
      // The turn that writes it down is not committed yet, and the next message may carry a number beside the id, or only one.
      if (known === null && sender.userId !== null) {
        users.set(`${tenantId}:${sender.userId}`, { conversationId: id }, { ttl: UNKNOWN_USER_MS })
      }
      if (becomes) {
        // Before the turn that writes it down, and for this daemon's own requests: the next message may be here already.
        if (becomes.phone !== null) aliases.learn(tenantId, becomes.phone, id)
        if (becomes.userId !== null) users.set(`${tenantId}:${becomes.userId}`, { conversationId: id })
      }
      return { placed: true, tenantId, channelId, conversationId: id }
    },
    metaSecrets(address) {
      const entry = address === null ? null : number('meta', address)
      if (entry === null) return everyMetaSecret()
      if (entry instanceof Promise) return entry.then((read) => secretsOf(read))
      return secretsOf(entry)
    },
    async metaSecretFits(address, secret) {
      const { owners, signers } = await number('meta', address)
      return owners.length === 0 || signers.includes(secret)
    },
    async metaVerifyTokens() {
      return distinct((await everyAccount('meta')).map((account) => account.secrets.verifyToken))
    },
    async twilioTokens(address, accountSid) {
      const entry = address === null ? null : await number('twilio', address)
      if (entry !== null && entry.owners.length > 0) return entry.signers
      const every = await everyAccount('twilio')
      return signersOf(every.filter((account) => account.secrets.accountSid === accountSid))
    },
    async account(channelId) {
      await fresh()
      const known = accounts.get(channelId)
      if (known !== undefined) return known.account
      const shared = parseEnvironmentChannelId(channelId)
      let account: ChannelAccount | null
      if (shared !== null) {
        account = environmentAccount(shared.provider, shared.tenantId, shared.address)
      } else {
        const row = await reading(findChannel(store.db, channelId))
        account = row?.status === 'active' ? open(row) : null
      }
      accounts.set(channelId, { account })
      return account
    },
    invalidate,
  }
}

/** What the driver throws becomes the one error that the edge answers 503 to. */
async function reading<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (cause) {
    throw new BotctlError('database_unavailable', 'the database does not answer', { exit: EXIT.tryAgain, cause })
  }
}

/** App secrets (Meta) and auth tokens (Twilio); two a shop while one is being replaced. */
function signersOf(accounts: readonly ChannelAccount[]): string[] {
  return distinct(
    accounts.flatMap(({ provider, secrets }) =>
      provider === 'meta'
        ? [secrets.appSecret, secrets.appSecretOld]
        : provider === 'twilio'
          ? [secrets.authToken, secrets.authTokenOld]
          : [],
    ),
  )
}

function distinct(values: ReadonlyArray<string | undefined>): string[] {
  return [...new Set(values.filter((value): value is string => value !== undefined && value !== ''))]
}
