import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { describeStores } from '../../../test/support/databases.ts'
import type { TestDatabase } from '../../../test/support/databases.ts'
import { addShop, NO_ENVIRONMENT } from '../../../test/support/edge.ts'
import { createSecretBox } from '../../secrets.ts'
import { findChannel } from '../../store/channels.ts'
import { createChannelAdder } from './add-channel.ts'
import { chooseTestTenant } from './choose-test-tenant.ts'
import { createChannelLister } from './list-channels.ts'
import { createChannelRemover } from './remove-channel.ts'
import { listQuarantined } from './list-quarantined.ts'
import { createRouter } from './route-shopper.ts'

const secrets = createSecretBox('a key for tests, long enough')
const OWN = { token: 'EAAG', appSecret: 'shh', verifyToken: 'v' }

describeStores('channels of a shop', (open) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await open()
  })
  beforeEach(async () => {
    await database.store.db.deleteFrom('tenant').execute()
    await addShop({ store: database.store, secrets }, { slug: 'acme', phone: '+56950915617' })
    await addShop({ store: database.store, secrets }, { slug: 'bravo' })
  })
  afterAll(() => database.remove())
  const adder = (environment = NO_ENVIRONMENT, now = 100) =>
    createChannelAdder({
      store: database.store,
      secretBox: async () => secrets,
      environment,
      baseUrl: 'https://bot.example.cl/',
      now: () => now,
    })
  const opened = async (id: string) => {
    const row = await findChannel(database.store.db, id)
    return secrets.openJson(row?.secrets ?? '', row?.tenantId ?? '')
  }

  it('stores the secrets sealed and says where the provider must call', async () => {
    const added = await adder()({ tenant: 'acme', provider: 'meta', address: '111', secrets: OWN })
    expect(added).toMatchObject({
      tenant: 'acme',
      account: 'own',
      created: true,
      webhook_url: 'https://bot.example.cl/webhook/meta',
      shared_with: [],
    })
    const row = await findChannel(database.store.db, added.id)
    expect(row?.secrets).not.toContain('EAAG')
    expect(await opened(added.id)).toEqual(OWN)
  })

  it('makes up a verify token where none is given, and tells it once', async () => {
    const { verifyToken: _, ...rest } = OWN
    const added = await adder()({ tenant: 'acme', provider: 'meta', address: '111', secrets: rest })
    expect(added.verify_token).toMatch(/^[\w-]{24}$/)
    expect(await opened(added.id)).toEqual({ ...rest, verifyToken: added.verify_token })
  })

  it('added again, it replaces the secrets and keeps the old app secret good', async () => {
    const first = await adder()({ tenant: 'acme', provider: 'meta', address: '111', secrets: OWN })
    const again = await adder()({ tenant: 'acme', provider: 'meta', address: '111', secrets: { appSecret: 'new' } })
    expect(again).toMatchObject({ id: first.id, created: false })
    expect(await opened(first.id)).toEqual({ ...OWN, appSecret: 'new', appSecretOld: 'shh' })
  })

  it("uses the environment's account where nothing is given, and refuses where there is none", async () => {
    const environment = { ...NO_ENVIRONMENT, twilio: { address: null, secrets: { accountSid: 'AC', authToken: 't' } } }
    const added = await adder(environment)({
      tenant: 'acme',
      provider: 'twilio',
      address: '+56 2 2345 6789',
      secrets: {},
    })
    expect(added).toMatchObject({ account: 'environment', address: '+56223456789' })
    expect((await findChannel(database.store.db, added.id))?.secrets).toBeNull()
    await expect(adder()({ tenant: 'acme', provider: 'meta', address: '1', secrets: {} })).rejects.toMatchObject({
      code: 'credentials_missing',
      exit: 78,
    })
    await expect(
      adder(environment)({
        tenant: 'acme',
        provider: 'twilio',
        address: '+56223456789',
        secrets: { accountSid: 'ACown' },
      }),
    ).rejects.toMatchObject({ code: 'credentials_missing', details: { missing: ['authToken'] } })
  })

  it('tells which shops share the number', async () => {
    await adder()({ tenant: 'acme', provider: 'meta', address: '111', secrets: OWN })
    const added = await adder()({ tenant: 'bravo', provider: 'meta', address: '111', secrets: OWN })
    expect(added.shared_with).toEqual(['acme'])
  })

  it.each([
    [{ tenant: 'nobody', address: '1' }, 'tenant_not_found', 66],
    [{ tenant: 'acme', address: '1; DROP' }, 'address_invalid', 65],
    [{ tenant: 'acme', address: '' }, 'address_invalid', 65],
  ])('refuses %j', async (request, code, exit) => {
    await expect(adder()({ provider: 'meta', secrets: OWN, ...request })).rejects.toMatchObject({ code, exit })
  })

  it('lists without any secret, finds by id, address or provider, and removes', async () => {
    const added = await adder()({ tenant: 'acme', provider: 'meta', address: '111', secrets: OWN })
    const list = createChannelLister({ store: database.store, baseUrl: 'http://127.0.0.1:9001', now: () => 1 })
    const listed = await list({})
    expect(listed).toMatchObject([{ id: added.id, tenant: 'acme', account: 'own', status: 'active' }])
    expect(JSON.stringify(listed)).not.toMatch(/EAAG|shh|s1\./)
    const remove = createChannelRemover({ store: database.store, now: () => 7 })
    await expect(remove({ channel: 'twilio' })).rejects.toMatchObject({ code: 'channel_not_found', exit: 66 })
    await expect(remove({ channel: added.id, tenant: 'bravo' })).rejects.toMatchObject({ code: 'channel_not_found' })
    expect(await remove({ channel: '111' })).toMatchObject({ id: added.id, removed: true })
    expect(await list({ tenant: 'acme' })).toEqual([])
  })

  it('pins shoppers to shops, moves and unpins them', async () => {
    const router = createRouter({ store: database.store, now: () => 7 })
    expect(await router.pin('9 1234 5678', 'acme')).toEqual({ phone: '+56912345678', tenant: 'acme', before: null })
    expect(await router.pin('+56912345678', 'bravo')).toEqual({
      phone: '+56912345678',
      tenant: 'bravo',
      before: 'acme',
    })
    expect(await router.list()).toEqual([{ phone: '+56912345678', tenant: 'bravo' }])
    expect(await router.list('acme')).toEqual([])
    await expect(router.pin('12', 'acme')).rejects.toMatchObject({ code: 'phone_invalid', exit: 65 })
    await router.unpin('+56912345678')
    await expect(router.unpin('+56912345678')).rejects.toMatchObject({ code: 'route_not_found', exit: 66 })
  })

  it("the test webhook's shop: asked for, pinned, the owner of the number, else a clear question", async () => {
    const { db } = database.store
    const choose = (slug: string | null, phone: string) => chooseTestTenant({ db }, { slug, phone })
    expect(await choose('bravo', '+56950915617')).toBe('ten_bravo')
    expect(await choose(null, '+56950915617')).toBe('ten_acme')
    await expect(choose(null, '+56912345678')).rejects.toMatchObject({ code: 'tenant_needed', status: 400 })
    await expect(choose('nobody', '+56912345678')).rejects.toMatchObject({ code: 'tenant_not_found', status: 404 })
    await createRouter({ store: database.store, now: () => 7 }).pin('+56912345678', 'bravo')
    expect(await choose(null, '+56912345678')).toBe('ten_bravo')
    await db.deleteFrom('tenant').where('id', '=', 'ten_acme').execute()
    expect(await choose(null, '+56900000000')).toBe('ten_bravo')
    await db.deleteFrom('tenant').execute()
    await expect(choose(null, '+56900000000')).rejects.toMatchObject({ code: 'tenant_none', status: 400 })
  })

  it('shows what is in quarantine, newest first, with what would have placed it', async () => {
    const { db } = database.store
    const row = (key: string, reason: string, at: number) => ({
      provider: 'meta',
      provider_key: key,
      reason,
      address: '999',
      body: '{}',
      received_at: at,
    })
    await db
      .insertInto('quarantine')
      .values([row('a', 'number_unknown', 1), row('b', 'number_shared', 2), row('c', 'notice:account_update', 3)])
      .execute()
    const all = await listQuarantined({ store: database.store }, { limit: 10 })
    expect(all.map((one) => one.reason)).toEqual(['notice:account_update', 'number_shared', 'number_unknown'])
    expect(all[2]?.hint).toContain('botctl channel add meta')
    expect(await listQuarantined({ store: database.store }, { limit: 10, reason: 'number_shared' })).toHaveLength(1)
  })
})
