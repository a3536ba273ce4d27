import { createHttp } from '../../src/daemon/http/app.ts'
import type { HttpApp, HttpDeps } from '../../src/daemon/http/app.ts'
import { createDatabaseHealth } from '../../src/daemon/database-errors.ts'
import { createInbox } from '../../src/daemon/inbox/create-inbox.ts'
import { createMeter } from '../../src/daemon/meter.ts'
import { createSecretBox } from '../../src/secrets.ts'
import type { SecretBox } from '../../src/secrets.ts'
import { chooseTestTenant } from '../../src/services/channels/choose-test-tenant.ts'
import { createDirectory } from '../../src/services/channels/directory.ts'
import type { Directory } from '../../src/services/channels/directory.ts'
import type { EnvironmentAccounts } from '../../src/services/channels/environment.ts'
import { createReadiness } from '../../src/services/health/check-readiness.ts'
import { takeSnapshot } from '../../src/services/snapshot/take-snapshot.ts'
import { insertChannel } from '../../src/store/channels.ts'
import { openPipeline } from '../../src/store/pipeline.ts'
import type { Store } from '../../src/store/store.ts'
import { insertTenant } from '../../src/store/tenants.ts'
import { APP_SECRET, PHONE_NUMBER_ID } from './meta.ts'

export const TWILIO_NUMBER = '+56223456789'
export const TWILIO_TOKEN = '0123456789abcdef0123456789abcdef'
export const PUBLIC_URL = 'https://bot.example.cl'

export const NO_ENVIRONMENT: EnvironmentAccounts = {
  meta: { address: null, secrets: {} },
  twilio: { address: null, secrets: {} },
}

export interface Edge extends HttpApp {
  store: Store
  directory: Directory
  secrets: SecretBox
  /** What was reported as unexpected: must stay empty. */
  bugs: unknown[]
  counts(): Promise<{ inbox: number; receipt: number; quarantine: number }>
}

/** The real app over a real database: the real inbox, directory and readiness; nothing processes the messages. */
export async function openEdge(
  store: Store,
  options: { environment?: EnvironmentAccounts; now?: () => number; http?: Partial<HttpDeps> } = {},
): Promise<Edge> {
  const now = options.now ?? Date.now
  const secrets = createSecretBox('a key for tests, long enough')
  const directory = createDirectory({ store, secrets, environment: options.environment ?? NO_ENVIRONMENT, now })
  const pipeline = await openPipeline(store)
  const inbox = createInbox({
    store: pipeline,
    now,
    meter: createMeter({ now, conversations: () => ({ active: 0, waiting: 0 }) }),
    health: createDatabaseHealth({ now }),
    onMessages() {},
    onReceipts() {},
  })
  const bugs: unknown[] = []
  const http = createHttp({
    inbox,
    directory,
    now,
    version: '0.0.0-test',
    publicUrls: () => [PUBLIC_URL],
    testWebhook: {
      open: false,
      token: null,
      play: () => Promise.reject(new Error('no engine in this test')),
      chooseTenant: (wanted) => chooseTestTenant({ db: store.db }, wanted),
    },
    checkReadiness: createReadiness({ store, now }),
    takeSnapshot: () => takeSnapshot({ db: store.db }, { now: now() }),
    routes: [],
    onBug: (error) => bugs.push(error),
    ...options.http,
  })
  const count = async (table: 'inbox' | 'receipt' | 'quarantine'): Promise<number> => {
    const row = await store.db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    return Number(row.n)
  }
  return {
    ...http,
    store,
    directory,
    secrets,
    bugs,
    counts: async () => ({
      inbox: await count('inbox'),
      receipt: await count('receipt'),
      quarantine: await count('quarantine'),
    }),
  }
}

/** A shop, and its channels where given. Returns its id. */
export async function addShop(
  edge: Pick<Edge, 'store' | 'secrets'>,
  shop: {
    slug: string
    phone?: string
    meta?: { address?: string; secrets?: Record<string, string> | null }
    twilio?: { address?: string; secrets?: Record<string, string> | null }
  },
): Promise<string> {
  const { store, secrets } = edge
  const id = `ten_${shop.slug}`
  await insertTenant(store.db, {
    id,
    slug: shop.slug,
    name: shop.slug,
    type: 'other',
    phone: shop.phone ?? null,
    status: 'active',
    timezone: 'America/Santiago',
    settings: {},
    createdAt: 1,
    updatedAt: 1,
  })
  const seal = (given: Record<string, string> | null | undefined, fallback: Record<string, string>): string | null =>
    given === null ? null : secrets.sealJson(given ?? fallback, id)
  if (shop.meta) {
    await insertChannel(store.db, {
      id: `chn_meta_${shop.slug}`,
      tenantId: id,
      provider: 'meta',
      address: shop.meta.address ?? PHONE_NUMBER_ID,
      displayNumber: null,
      secrets: seal(shop.meta.secrets, { token: 'EAAG', appSecret: APP_SECRET, verifyToken: 'verify-me' }),
      settings: {},
      createdAt: 1,
      updatedAt: 1,
    })
  }
  if (shop.twilio) {
    await insertChannel(store.db, {
      id: `chn_twilio_${shop.slug}`,
      tenantId: id,
      provider: 'twilio',
      address: shop.twilio.address ?? TWILIO_NUMBER,
      displayNumber: null,
      secrets: seal(shop.twilio.secrets, { accountSid: 'AC01', authToken: TWILIO_TOKEN }),
      settings: {},
      createdAt: 1,
      updatedAt: 1,
    })
  }
  return id
}
