import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../test/support/databases.ts'
import { startFakeFlow, type FakeFlow } from '../../test/support/fake-flow.ts'
import { plantShop } from '../../test/support/shop.ts'
import { createFlow } from './flow/flow.ts'
import { chileDay } from './flow/chile-time.ts'
import { createLocal, playLocalPayment } from './local/local.ts'
import type { PaymentProvider, PaymentRequest } from './port.ts'

/** How a suite acts for the shopper at the provider's own page. */
interface Stage {
  provider: PaymentProvider
  /** The same provider with another shop's account. */
  stranger: PaymentProvider
  pay(ref: string): Promise<void> | void
  reject(ref: string): Promise<void> | void
  cancel(ref: string): Promise<void> | void
  coupon(ref: string): Promise<void> | void
  finishRefund(ref: string): void
}

let sequence = 0
function request(changes: Partial<PaymentRequest> = {}): PaymentRequest {
  return {
    reference: `1042-1-${++sequence}`,
    amount: 12_990,
    currency: 'CLP',
    subject: 'Pedido 1042 · Ñuñoa & más',
    email: 'camila+compras@correo.cl',
    timeoutSeconds: 900,
    confirmationUrl: 'https://bot.example.cl/webhook/flow',
    returnUrl: 'https://bot.example.cl/pay/return?x=1&y=ñ',
    ...changes,
  }
}

/** What every way to collect must do; a new adapter is done when it passes. */
function describeProvider(name: string, open: () => Promise<Stage>): void {
  describe(`a payment provider (${name})`, () => {
    let stage: Stage
    beforeAll(async () => {
      stage = await open()
    })

    it('creates a payment with a link of its own, pending until the shopper pays', async () => {
      const wanted = request()
      const created = await stage.provider.create(wanted)
      expect(created.url).toContain(created.ref)
      expect(URL.canParse(created.url)).toBe(true)
      expect(await stage.provider.fetch(created.ref)).toMatchObject({
        state: 'pending',
        amount: 12_990,
        currency: 'CLP',
        reference: wanted.reference,
        awaitingCash: false,
      })
    })

    it('never gives two payments the same token', async () => {
      const refs = await Promise.all([1, 2, 3].map(async () => (await stage.provider.create(request())).ref))
      expect(new Set(refs).size).toBe(3)
    })

    it('tells that it was paid, when, and still tells so the next time', async () => {
      const { ref } = await stage.provider.create(request())
      await stage.pay(ref)
      for (let n = 0; n < 2; n++) {
        expect(await stage.provider.fetch(ref)).toMatchObject({ state: 'paid', paidAt: expect.any(Number) })
      }
    })

    it('tells rejection and cancelling apart from paid', async () => {
      const rejected = await stage.provider.create(request())
      await stage.reject(rejected.ref)
      expect(await stage.provider.fetch(rejected.ref)).toMatchObject({ state: 'rejected', reason: 'rejected' })
      const cancelled = await stage.provider.create(request())
      await stage.cancel(cancelled.ref)
      expect((await stage.provider.fetch(cancelled.ref)).state).toBe('cancelled')
    })

    it('tells that a cash coupon was issued and is not paid yet', async () => {
      const { ref } = await stage.provider.create(request())
      await stage.coupon(ref)
      expect(await stage.provider.fetch(ref)).toMatchObject({ state: 'pending', awaitingCash: true })
      await stage.pay(ref)
      expect(await stage.provider.fetch(ref)).toMatchObject({ state: 'paid', awaitingCash: false })
    })

    it('finds a payment by our reference, and null where it holds none', async () => {
      const wanted = request()
      await stage.provider.create(wanted)
      expect(await stage.provider.fetchByReference(wanted.reference)).toMatchObject({ reference: wanted.reference })
      expect(await stage.provider.fetchByReference('1042-9-nope')).toBeNull()
    })

    it("shows nothing of another account's payments", async () => {
      const wanted = request()
      const { ref } = await stage.provider.create(wanted)
      await expect(stage.stranger.fetch(ref)).rejects.toMatchObject({ code: 'payment_rejected' })
      expect(await stage.stranger.fetchByReference(wanted.reference)).toBeNull()
      const day = await stage.stranger.listByDate(chileDay(Date.now()))
      expect(day.map((each) => each.reference)).not.toContain(wanted.reference)
    })

    it('lists a day, however many there are', async () => {
      const wanted = Array.from({ length: 130 }, () => request())
      for (const each of wanted) await stage.provider.create(each)
      const listed = await stage.provider.listByDate(chileDay(Date.now()))
      const references = listed.map((report) => report.reference)
      expect(references).toEqual(expect.arrayContaining(wanted.map((each) => each.reference)))
      expect(new Set(references).size).toBe(references.length)
    })

    it('gives back what was paid, and nothing that was not', async () => {
      const paid = request()
      const { ref } = await stage.provider.create(paid)
      const refund = {
        reference: `r-${paid.reference}`,
        amount: 12_990,
        email: paid.email,
        paymentReference: paid.reference,
        callbackUrl: 'https://bot.example.cl/webhook/flow',
      }
      await expect(stage.provider.refund(refund)).rejects.toMatchObject({ code: 'payment_rejected' })
      await stage.pay(ref)
      const made = await stage.provider.refund(refund)
      stage.finishRefund(made.ref)
      expect(await stage.provider.refundState(made.ref)).toBe('refunded')
    })

    it('refuses a token that it never gave', async () => {
      await expect(stage.provider.fetch('FORGED')).rejects.toMatchObject({ code: 'payment_rejected' })
    })
  })
}

let database: TestDatabase
let flow: FakeFlow
beforeAll(async () => {
  database = await openTestDatabase('sqlite')
  flow = await startFakeFlow({ accounts: { 'KEY-A': 'secret-a', 'KEY-B': 'secret-b' } })
})
afterAll(async () => {
  await flow.close()
  await database.remove()
})

describeProvider('local', async () => {
  const { db } = database.store
  const of = (tenantId: string) => createLocal({ db, tenantId, baseUrl: 'http://127.0.0.1:9001', now: Date.now })
  const play = (outcome: 'paid' | 'rejected' | 'cancelled' | 'cash') => (ref: string) =>
    playLocalPayment(db, ref, outcome, Date.now())
  return {
    provider: of(await plantShop(db, 'one')),
    stranger: of(await plantShop(db, 'two')),
    pay: play('paid'),
    reject: play('rejected'),
    cancel: play('cancelled'),
    coupon: play('cash'),
    finishRefund: () => {},
  }
})

describeProvider('flow', async () => ({
  provider: createFlow({ apiUrl: flow.url, apiKey: 'KEY-A', secretKey: 'secret-a' }),
  stranger: createFlow({ apiUrl: flow.url, apiKey: 'KEY-B', secretKey: 'secret-b' }),
  pay: (ref) => flow.pay(ref),
  reject: (ref) => flow.reject(ref),
  cancel: (ref) => flow.cancel(ref),
  coupon: (ref) => flow.issueCoupon(ref),
  finishRefund: (ref) => flow.finishRefund(ref),
}))

describe('Flow in trouble', () => {
  let provider: PaymentProvider
  beforeEach(() => {
    provider = createFlow({ apiUrl: flow.url, apiKey: 'KEY-A', secretKey: 'secret-a' }, { deadlineMs: 300 })
  })

  it.each(['lose-reply', 'lose-request', 'hang', 'garbage', 500, 502] as const)(
    'calls a create that ended in %s ambiguous: it must be looked up before it is tried again',
    async (how) => {
      flow.trouble('/payment/create', how)
      await expect(provider.create(request())).rejects.toMatchObject({ code: 'payment_ambiguous' })
    },
  )

  it.each(['lose-reply', 'lose-request', 'hang', 'garbage', 429, 500, 503] as const)(
    'calls a question that ended in %s unavailable: it may be asked again',
    async (how) => {
      const { ref } = await provider.create(request())
      flow.trouble('/payment/getStatus', how)
      await expect(provider.fetch(ref)).rejects.toMatchObject({ code: 'payment_unavailable' })
      expect((await provider.fetch(ref)).state).toBe('pending')
    },
  )

  it('does not take trouble for "no such payment"', async () => {
    const wanted = request()
    await provider.create(wanted)
    for (const how of ['lose-reply', 401, 500] as const) {
      flow.trouble('/payment/getStatusByCommerceId', how)
      await expect(provider.fetchByReference(wanted.reference)).rejects.toThrow()
    }
  })

  it('calls wrong keys by their name', async () => {
    for (const [apiKey, secretKey] of [
      ['KEY-A', 'wrong'],
      ['KEY-X', 'secret-a'],
    ] as const) {
      const broken = createFlow({ apiUrl: flow.url, apiKey, secretKey })
      await expect(broken.create(request())).rejects.toMatchObject({ code: 'payment_credentials', exit: 78 })
      await expect(broken.fetch('x')).rejects.toMatchObject({ code: 'payment_credentials' })
    }
  })

  it('calls a refused request final, and repeats neither e-mail nor keys in the error', async () => {
    const refused = provider.create(request({ email: 'no-mail' }))
    await expect(refused).rejects.toMatchObject({ code: 'payment_rejected', details: { status: 400, code: '102' } })
    await expect(refused).rejects.not.toThrow(/no-mail|KEY-A|secret/)
  })

  it('where nobody listens, nothing was created', async () => {
    const gone = await startFakeFlow({ accounts: {} })
    await gone.close()
    const away = createFlow({ apiUrl: gone.url, apiKey: 'KEY-A', secretKey: 'secret-a' })
    await expect(away.create(request())).rejects.toMatchObject({ code: 'payment_unavailable' })
  })

  it('signs every call as Flow checks it', () => {
    expect(
      flow.calls
        .filter((call) => call.refused === 'Invalid signature')
        .every((call) => call.parameters.apiKey === 'KEY-A'),
    ).toBe(true)
    const created = flow.calls.find((call) => call.path === '/payment/create' && call.refused === null)
    expect(created?.parameters).toMatchObject({ timeout: '900', currency: 'CLP', amount: '12990', paymentMethod: '9' })
  })
})
