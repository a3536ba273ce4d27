import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { describeStores } from '../../../test/support/databases.ts'
import type { TestDatabase } from '../../../test/support/databases.ts'
import { addShop } from '../../../test/support/edge.ts'
import { conversationId } from '../../ids.ts'
import { createSecretBox } from '../../secrets.ts'
import { deleteChannel, updateChannel } from '../../store/channels.ts'
import { upsertRoute } from '../../store/routes.ts'
import { createDirectory } from './directory.ts'
import type { Directory } from './directory.ts'
import type { EnvironmentAccounts } from './environment.ts'

const secrets = createSecretBox('a key for tests, long enough')
const ENVIRONMENT: EnvironmentAccounts = {
  meta: { address: '777', secrets: { token: 'env-token', appSecret: 'env-secret', verifyToken: 'env-verify' } },
  twilio: { address: '+56200000000', secrets: { accountSid: 'ACenv', authToken: 'env-auth' } },
}
const camila = { phone: '+56912345678', userId: null, name: null }

describeStores('directory', (open) => {
  let database: TestDatabase
  let directory: Directory
  let time = 1000
  const unreadable: string[] = []
  const shop = (options: Parameters<typeof addShop>[1]) => addShop({ store: database.store, secrets }, options)
  beforeAll(async () => {
    database = await open()
  })
  beforeEach(async () => {
    await database.store.db.deleteFrom('tenant').execute()
    time = 1000
    directory = createDirectory({
      store: database.store,
      secrets,
      environment: ENVIRONMENT,
      now: () => time,
      onUnreadable: (id) => unreadable.push(id),
    })
  })
  afterAll(() => database.remove())

  it('the business number decides the shop, and an unknown one belongs to nobody', async () => {
    await shop({ slug: 'acme', meta: { address: '111' } })
    await shop({ slug: 'bravo', meta: { address: '222' } })
    expect(await directory.place('meta', '222', camila)).toEqual({
      placed: true,
      tenantId: 'ten_bravo',
      channelId: 'chn_meta_bravo',
      conversationId: conversationId('ten_bravo', '+56912345678'),
    })
    expect(await directory.place('meta', '999', camila)).toEqual({ placed: false, reason: 'number_unknown' })
    expect(await directory.place('twilio', '222', camila)).toEqual({ placed: false, reason: 'number_unknown' })
  })

  it('on a shared number the route decides, and without one nobody is guessed', async () => {
    await shop({ slug: 'acme', twilio: {} })
    await shop({ slug: 'bravo', twilio: {} })
    expect(await directory.place('twilio', '+56223456789', camila)).toEqual({ placed: false, reason: 'number_shared' })
    await upsertRoute(database.store.db, { phone: '+56912345678', tenantId: 'ten_bravo' }, 2000)
    directory.invalidate()
    expect(await directory.place('twilio', '+56223456789', camila)).toMatchObject({ tenantId: 'ten_bravo' })
  })

  it('sees a new channel, a changed secret, a route and a removal within a second, and reads nothing in between', async () => {
    await shop({ slug: 'acme', meta: { address: '111' } })
    expect(await directory.place('meta', '222', camila)).toMatchObject({ placed: false })
    await shop({ slug: 'bravo', meta: { address: '222' } })
    time += 400
    expect(await directory.place('meta', '222', camila)).toMatchObject({ placed: false })
    time += 1000
    expect(await directory.place('meta', '222', camila)).toMatchObject({ tenantId: 'ten_bravo' })
    const next = secrets.sealJson({ appSecret: 'new' }, 'ten_bravo')
    await updateChannel(database.store.db, 'chn_meta_bravo', { secrets: next }, 5000)
    time += 1000
    expect(await directory.metaSecrets('222')).toEqual(['new'])
    await deleteChannel(database.store.db, 'chn_meta_bravo')
    time += 1000
    expect(await directory.place('meta', '222', camila)).toMatchObject({ placed: false })
    expect(await directory.account('chn_meta_bravo')).toBeNull()
  })

  it('knows who signs for a number: its own secrets, old and new; for an unknown number anyone known', async () => {
    await shop({
      slug: 'acme',
      meta: { address: '111', secrets: { appSecret: 'a-new', appSecretOld: 'a-old', token: 't' } },
    })
    await shop({ slug: 'bravo', meta: { address: '222', secrets: null } })
    expect(await directory.metaSecrets('111')).toEqual(['a-new', 'a-old'])
    expect(await directory.metaSecrets('222')).toEqual(['env-secret'])
    expect(new Set(await directory.metaSecrets(null))).toEqual(new Set(['env-secret', 'a-new', 'a-old']))
    expect(new Set(await directory.metaSecrets('999'))).toEqual(new Set(['env-secret', 'a-new', 'a-old']))
    expect(await directory.metaSecretFits('111', 'env-secret')).toBe(false)
    expect(await directory.metaSecretFits('999', 'env-secret')).toBe(true)
    expect(new Set(await directory.metaVerifyTokens())).toEqual(new Set(['env-verify']))
  })

  it("Twilio: an unknown number is judged by its account's token, and no account opens it with another's", async () => {
    await shop({ slug: 'acme', twilio: { secrets: { accountSid: 'AC1', authToken: 'one', authTokenOld: 'zero' } } })
    expect(await directory.twilioTokens('+56223456789', 'ACenv')).toEqual(['one', 'zero'])
    expect(await directory.twilioTokens('+56999999999', 'AC1')).toEqual(['one', 'zero'])
    expect(await directory.twilioTokens(null, 'ACenv')).toEqual(['env-auth'])
    expect(await directory.twilioTokens(null, 'ACother')).toEqual([])
  })

  it("the environment's number belongs to the one shop without a channel; a shop's own number to that shop", async () => {
    await shop({ slug: 'acme', phone: '+56950915617', meta: { address: '111' } })
    await shop({ slug: 'bravo', phone: '+56999888777' })
    const placed = await directory.place('meta', '777', camila)
    expect(placed).toMatchObject({ tenantId: 'ten_bravo', channelId: 'env:meta:ten_bravo:777' })
    expect(await directory.account('env:meta:ten_bravo:777')).toMatchObject({
      tenantId: 'ten_bravo',
      address: '777',
      secrets: { token: 'env-token' },
    })
    expect(await directory.place('twilio', '+56950915617', camila)).toMatchObject({ tenantId: 'ten_acme' })
    expect(await directory.place('twilio', '+56200000000', camila)).toMatchObject({ reason: 'number_shared' })
  })

  it("a shop's own token stands over the environment's account, never beside another account's SID", async () => {
    await shop({
      slug: 'acme',
      meta: { address: '111', secrets: { token: 'own' } },
      twilio: { secrets: { accountSid: 'AC1' } },
    })
    expect((await directory.account('chn_meta_acme'))?.secrets).toEqual({
      token: 'own',
      appSecret: 'env-secret',
      verifyToken: 'env-verify',
    })
    expect((await directory.account('chn_twilio_acme'))?.secrets).toEqual({ accountSid: 'AC1' })
  })

  it("one secret that does not open refuses its own webhooks and nobody else's", async () => {
    await shop({ slug: 'acme', meta: { address: '111' } })
    await shop({ slug: 'bravo', meta: { address: '222' } })
    const foreign = createSecretBox('another key').sealJson({ appSecret: 'x' }, 'ten_acme')
    await updateChannel(database.store.db, 'chn_meta_acme', { secrets: foreign }, 9)
    expect(await directory.metaSecrets('111')).toEqual([])
    expect(await directory.metaSecrets('222')).toEqual(['app_secret_123'])
    expect(unreadable).toContain('chn_meta_acme')
  })

  it('a shopper goes on in the conversation that a business-scoped id began, with and without a number', async () => {
    await shop({ slug: 'acme', meta: { address: '111' } })
    const { db } = database.store
    const person = (id: string, phone: string | null, userId: string, conversation: string) => async () => {
      const row = { tenant_id: 'ten_acme', id, phone, user_id: userId, name: null, created_at: 1, updated_at: 1 }
      await db
        .insertInto('contact')
        .values({ ...row, unreachable_reason: null, blocked_at: null, erased_at: null })
        .execute()
      await db
        .insertInto('conversation')
        .values({
          tenant_id: 'ten_acme',
          id: conversation,
          contact_id: id,
          channel_id: null,
          mode_reason: null,
          mode_since: null,
          takeover_by: null,
          takeover_until: null,
          last_inbound_at: null,
          last_outbound_at: null,
          created_at: 1,
          updated_at: 1,
        })
        .execute()
    }
    const where = async (phone: string | null, userId: string | null) => {
      const placed = await directory.place('meta', '111', { phone, userId, name: null })
      return placed.placed ? placed.conversationId : null
    }
    const byPhone = conversationId('ten_acme', '+56912345678')
    const byId = conversationId('ten_acme', 'CL.only')
    // First seen with a number, later without.
    await person('ctc_1', '+56912345678', 'CL.abc', byPhone)()
    expect(await where('+56912345678', 'CL.abc')).toBe(byPhone)
    expect(await where(null, 'CL.abc')).toBe(byPhone)
    // A changed number with the same id.
    expect(await where('+56987654321', 'CL.abc')).toBe(byPhone)
    // First seen without a number, later with one.
    await person('ctc_2', null, 'CL.only', byId)()
    expect(await where('+56911111111', 'CL.only')).toBe(byId)
    // An id it had before.
    await db
      .insertInto('contact_alias')
      .values({ tenant_id: 'ten_acme', alias: 'CL.old', contact_id: 'ctc_1', created_at: 1 })
      .execute()
    expect(await where(null, 'CL.old')).toBe(byPhone)
    // Nobody yet.
    expect(await where(null, 'CL.new')).toBe(conversationId('ten_acme', 'CL.new'))
    expect(await where('+56922222222', 'CL.new2')).toBe(conversationId('ten_acme', '+56922222222'))
  })
})
