import { afterEach, expect, it } from 'vitest'
import { describeStores, type TestDatabase } from '../../../test/support/databases.ts'
import { NOON, plantShop } from '../../../test/support/shop.ts'
import { conversationId } from '../../ids.ts'
import { listConsents, refusesReminders } from '../../store/consent.ts'
import { createTurns } from '../turns/create-turns.ts'
import { remindCarts } from './remind-carts.ts'

const HOUR = 3_600_000
const PHONE = '+56987654321'

/*
 * What a shopper and a shop live through, from the question to the last reminder, by the words that are written and the
 * rows that come of them. NOON is a Monday's twelve o'clock in Santiago.
 */
describeStores('consent in a conversation', (open) => {
  let database: TestDatabase | undefined
  afterEach(async () => {
    await database?.remove()
    database = undefined
  })

  async function openShop() {
    database = await open()
    const { store } = database
    const tenantId = await plantShop(store.db, 'tienda')
    const clock = { now: NOON }
    const now = () => clock.now
    const channelId = 'chn_1'
    const channel = { id: channelId, tenant_id: tenantId, provider: 'local' as const, address: '+56911111111' }
    await store.db
      .insertInto('channel')
      .values({ ...channel, display_number: null, secrets: null, created_at: NOON, updated_at: NOON })
      .execute()
    const { drive } = await createTurns({ store, config: { host: '127.0.0.1', port: 9001 }, now, model: null })
    let count = 0
    const conversation = conversationId(tenantId, PHONE)
    const send = async (message: { text: string; choiceId?: string }) => {
      clock.now += 20_000
      count += 1
      const kind = message.choiceId === undefined ? ('text' as const) : ('choice' as const)
      const document = await drive.turn({
        tenantId,
        conversationId: conversation,
        channelId,
        sender: { phone: PHONE, userId: null, name: null },
        messages: [{ id: `msg_${count}`, at: clock.now, kind, ...message }],
      })
      return document.replies.map((reply) => reply.text).join('\n')
    }
    const contact = async () =>
      store.db.selectFrom('contact').select(['id', 'data']).where('tenant_id', '=', tenantId).executeTakeFirstOrThrow()
    /** Half-hourly, as the daemon's timer does; answers when reminders were queued. */
    const pass = async (hours: number) => {
      const sent: number[] = []
      for (let step = 0; step < hours * 2; step++) {
        clock.now += HOUR / 2
        if ((await remindCarts({ store, now })) > 0) sent.push(clock.now)
      }
      return sent
    }
    return {
      store,
      clock,
      say: (text: string) => send({ text }),
      tap: (choiceId: string) => send({ text: '', choiceId }),
      consents: async () => listConsents(store.db, { tenantId, contactId: (await contact()).id }),
      kept: async () => JSON.parse((await contact()).data) as unknown,
      refuses: async () => refusesReminders(store.db, tenantId, (await contact()).id),
      pass,
    }
  }

  it('reminds nobody who was not asked, or did not answer', async () => {
    const { say, tap, pass, consents } = await openShop()
    await tap('add:BRW:1')
    expect(await say('lo voy a pensar')).toContain('¿Te recuerdo el carrito por aquí?')
    expect(await pass(72)).toEqual([])
    expect(await consents()).toEqual([])
  })

  it('reminds at most twice, a day apart, by day, of the one who said yes to it', async () => {
    const { clock, say, tap, pass, consents } = await openShop()
    await tap('add:BRW:1')
    await say('lo voy a pensar')
    await say('ya, recuérdame')
    expect(await consents()).toMatchObject([{ purpose: 'reminders', granted: true, proof: 'msg_3' }])
    const asked = clock.now
    const sent = await pass(96)
    expect(sent).toHaveLength(2)
    const [first = 0, second = 0] = sent
    expect(first - asked).toBeGreaterThan(2 * HOUR)
    expect(second - first).toBeGreaterThanOrEqual(24 * HOUR)
    for (const at of sent) {
      const hour = new Intl.DateTimeFormat('en-GB', { timeZone: 'America/Santiago', hour: '2-digit' }).format(at)
      expect(Number(hour)).toBeGreaterThanOrEqual(10)
      expect(Number(hour)).toBeLessThan(20)
    }
  })

  it('waits until the morning where the evening has come', async () => {
    const { clock, say, tap, pass } = await openShop()
    clock.now = NOON + 6 * HOUR
    await tap('add:BRW:1')
    await say('lo voy a pensar')
    await tap('remind:yes')
    const [first = 0] = await pass(24)
    // 18:00 and three hours are past eight in the evening; ten the next morning is not.
    expect(first).toBeGreaterThanOrEqual(NOON + 22 * HOUR)
    expect(first).toBeLessThan(NOON + 23 * HOUR)
  })

  it('does not remind after the purchase', async () => {
    const { say, tap, pass } = await openShop()
    await tap('add:BRW:1')
    await say('lo voy a pensar')
    await tap('remind:yes')
    await tap('checkout')
    await say('Camila Rojas, Av. Italia 1234, Ñuñoa')
    expect(await say('confirmo')).toContain('quedó tomado')
    expect(await pass(48)).toEqual([])
  })

  it.each([
    ['BAJA', 'messages'],
    ['no quiero recordatorios', 'reminders'],
  ])('stops with "%s", also what is queued and not yet sent', async (words, purpose) => {
    const { say, tap, pass, consents, refuses } = await openShop()
    await tap('add:BRW:1')
    await say('lo voy a pensar')
    await tap('remind:yes')
    expect(await pass(4)).toHaveLength(1)
    expect(await refuses()).toBe(false)
    await say(words)
    expect(await refuses()).toBe(true)
    expect(await consents()).toContainEqual(expect.objectContaining({ purpose, granted: false }))
    expect(await pass(72)).toEqual([])
  })

  it('keeps name and address with the shopper’s word only, offers them, and forgets them when told to', async () => {
    const { say, tap, consents, kept } = await openShop()
    const buy = async () => {
      await tap('add:BRW:1')
      return tap('checkout')
    }
    await buy()
    await say('Camila Rojas, Av. Italia 1234, Ñuñoa')
    expect(await say('confirmo')).toContain('¿Guardo tu nombre y dirección')
    expect(await kept()).toEqual({})
    await tap('remember:no')
    expect(await kept()).toEqual({})
    expect(await buy()).not.toContain('Italia')
    await say('Camila Rojas, Av. Italia 1234, Ñuñoa')
    expect(await say('confirmo')).not.toContain('¿Guardo')
    // An old button still counts: the word is new, and so is its proof.
    await tap('remember:yes')
    await buy()
    await say('Camila Rojas, Av. Italia 1234, Ñuñoa')
    await say('confirmo')
    expect(await kept()).toMatchObject({ customer: { name: 'Camila Rojas' } })
    expect(await consents()).toMatchObject([
      { purpose: 'remember_data', granted: false },
      { purpose: 'remember_data', granted: true },
    ])
    expect(await buy()).toContain('¿Lo enviamos a *Av. Italia 1234, Ñuñoa* como la otra vez?')
    await say('olvida mis datos')
    expect(await kept()).toEqual({})
    expect(await buy()).not.toContain('Italia')
  })

  it('writes a request for erasure down once, with thirty days to answer it', async () => {
    const { store, clock, say } = await openShop()
    await say('borren todos mis datos')
    const asked = clock.now
    await say('borren todos mis datos por favor')
    const rows = await store.db.selectFrom('privacy_request').selectAll().execute()
    expect(rows).toMatchObject([{ kind: 'erase', done_at: null, due_at: asked + 30 * 24 * HOUR, proof: 'msg_1' }])
  })
})
