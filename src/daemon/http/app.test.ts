import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeStores } from '../../../test/support/databases.ts'
import type { TestDatabase } from '../../../test/support/databases.ts'
import { addShop, openEdge, PUBLIC_URL, TWILIO_NUMBER, TWILIO_TOKEN } from '../../../test/support/edge.ts'
import type { Edge } from '../../../test/support/edge.ts'
import { MESSAGES, metaBody, metaText, metaValue, signedMeta, STATUSES } from '../../../test/support/meta.ts'
import { signTwilioRequest } from '../../channels/twilio/signature.ts'
import { conversationId } from '../../ids.ts'

const twilioForm = (fields: Record<string, string>, path = '/webhook/twilio', token = TWILIO_TOKEN) => ({
  payload: new URLSearchParams(fields).toString(),
  headers: {
    'content-type': 'application/x-www-form-urlencoded',
    'x-twilio-signature': signTwilioRequest(`${PUBLIC_URL}${path}`, Object.entries(fields), token),
  },
})

describeStores('webhooks', (open) => {
  let database: TestDatabase
  let edge: Edge
  beforeAll(async () => {
    database = await open()
    edge = await openEdge(database.store)
    await addShop(edge, { slug: 'acme', phone: '+56950915617', meta: {}, twilio: {} })
    await addShop(edge, {
      slug: 'bravo',
      meta: {
        address: '222',
        secrets: { token: 't', appSecret: 'bravo-secret', appSecretOld: 'bravo-old', verifyToken: 'v2' },
      },
    })
  })
  afterAll(async () => {
    expect(edge.bugs).toEqual([])
    await edge.app.close()
    await database.remove()
  })
  const post = (body: unknown, secret?: string) =>
    edge.app.inject({ method: 'POST', url: '/webhook/meta', ...signedMeta(body, secret) })

  it('verifies the webhook: the raw challenge for the right token, 403 otherwise', async () => {
    const get = (query: string) => edge.app.inject({ method: 'GET', url: `/webhook/meta?${query}` })
    const good = await get('hub.mode=subscribe&hub.challenge=1234567&hub.verify_token=verify-me')
    expect([good.statusCode, good.body]).toEqual([200, '1234567'])
    for (const query of [
      'hub.mode=subscribe&hub.challenge=1&hub.verify_token=wrong',
      'hub.mode=subscribe&hub.challenge=1&hub.verify_token=',
      'hub.mode=subscribe&hub.challenge=1',
      'hub.mode=subscribe&hub.verify_token=verify-me',
      'hub.mode=other&hub.challenge=1&hub.verify_token=verify-me',
      'hub.mode=subscribe&hub.challenge=1&hub.verify_token=wrong&hub.verify_token=verify-me',
      '',
    ]) {
      const bad = await get(query)
      expect([query, bad.statusCode]).toEqual([query, 403])
      expect(bad.body).not.toContain('verify-me')
    }
  })

  it('stores a message for the shop of the number before it says 200', async () => {
    const answer = await post(metaBody(metaValue({ messages: [MESSAGES.text] })))
    expect(answer.statusCode).toBe(200)
    const row = await edge.store.db
      .selectFrom('inbox')
      .selectAll()
      .where('provider_key', 'like', '%TEST0001')
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({
      tenant_id: 'ten_acme',
      channel_id: 'chn_meta_acme',
      conversation_id: conversationId('ten_acme', '+56912345678'),
      kind: 'message',
      status: 'pending',
    })
    expect(JSON.parse(row.body)).toMatchObject({ sender: { phone: '+56912345678' }, message: { text: 'Hola' } })
  })

  it('takes a redelivery for what it is', async () => {
    const before = await edge.counts()
    for (let n = 0; n < 3; n++)
      expect((await post(metaBody(metaValue({ messages: [MESSAGES.text] })))).statusCode).toBe(200)
    expect(await edge.counts()).toEqual(before)
  })

  it('keeps every part of a mixed batch, and what is malformed or for nobody aside', async () => {
    const before = await edge.counts()
    const body = metaBody(
      metaValue({ messages: [MESSAGES.button, MESSAGES.list, { id: 7 }], statuses: STATUSES }),
      metaValue({ messages: [metaText('wamid.NOBODY', '56912345678', 'hola')] }, '999'),
      metaValue({ messages: [MESSAGES.order] }),
    ) as { entry: Array<{ changes: unknown[] }> }
    body.entry[0]?.changes.push({ field: 'account_update', value: { event: 'VERIFIED_ACCOUNT' } })
    expect((await post(body)).statusCode).toBe(200)
    const after = await edge.counts()
    expect({
      inbox: after.inbox - before.inbox,
      receipt: after.receipt - before.receipt,
      quarantine: after.quarantine - before.quarantine,
    }).toEqual({ inbox: 3, receipt: 2, quarantine: 3 })
    const reasons = await edge.store.db.selectFrom('quarantine').select('reason').execute()
    expect(reasons.map((row) => row.reason).sort()).toEqual([
      'message_without_id',
      'notice:account_update',
      'number_unknown',
    ])
  })

  it('401 without a good signature, and nothing is written', async () => {
    const before = await edge.counts()
    const good = signedMeta(metaBody(metaValue({ messages: [metaText('wamid.F', '56912345678', 'x')] })))
    const send = (headers: Record<string, string>, payload = good.payload) =>
      edge.app.inject({ method: 'POST', url: '/webhook/meta', headers, payload })
    const type = { 'content-type': 'application/json' }
    const signature = good.headers['x-hub-signature-256']
    for (const answer of [
      await send(type),
      await send({ ...type, 'x-hub-signature-256': '' }),
      await send({ ...type, 'x-hub-signature-256': signature.toUpperCase() }),
      await send({ ...type, 'x-hub-signature-256': signature }, `${good.payload} `),
      await post(metaBody(metaValue({ messages: [metaText('wamid.F', '56912345678', 'x')] })), 'bravo-secret'),
    ]) {
      expect(answer.statusCode).toBe(401)
      expect(answer.json()).toEqual({ error: { code: 'signature_invalid', message: expect.any(String), hint: null } })
    }
    expect(await edge.counts()).toEqual(before)
  })

  it("one app's secret never carries another app's shop, wherever in the batch it hides", async () => {
    const before = await edge.counts()
    const own = metaValue({ messages: [metaText('wamid.own', '56912345678', 'x')] }, '222')
    const foreign = metaValue({ messages: [metaText('wamid.foreign', '56912345678', 'x')] })
    expect((await post(metaBody(own, foreign), 'bravo-secret')).statusCode).toBe(401)
    expect((await post(metaBody(foreign, own), 'bravo-secret')).statusCode).toBe(401)
    const hidden = JSON.stringify(metaBody(foreign)).replace('"phone_number_id":"', '"phone_number\\u005fid" : "')
    expect((await post(hidden, 'bravo-secret')).statusCode).toBe(401)
    expect(await edge.counts()).toEqual(before)
    expect((await post(metaBody(own), 'bravo-old')).statusCode).toBe(200)
    expect((await post(JSON.stringify(metaBody(foreign), null, 2))).statusCode).toBe(200)
  })

  it.each([
    '',
    'x',
    '{',
    '[]',
    'null',
    '"x"',
    '7',
    '{"object":"page","entry":[]}',
    '{"object":"whatsapp_business_account"}',
  ])('400 for a signed body that is not what it claims: %s', async (payload) => {
    const answer = await edge.app.inject({ method: 'POST', url: '/webhook/meta', ...signedMeta(payload) })
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ error: { code: 'not_a_webhook' } })
  })

  it('stores what a database would choke on: NUL, lone surrogates, huge numbers, deep nesting', async () => {
    const before = await edge.counts()
    const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`
    const payload =
      '{"object":"whatsapp_business_account","entry":[{"id":1e999,"changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"106540352242922"},"messages":[' +
      '{"from":"56912345678","id":"wamid.ODD","timestamp":99999999999999999999999,"type":"text","text":{"body":"a\\u0000b\\ud800c"}},' +
      `{"from":"56912345678","id":"wamid.DEEP","type":"text","text":${deep}}]}},{"field":"x\\u0000","value":${deep}}]}]}`
    expect((await edge.app.inject({ method: 'POST', url: '/webhook/meta', ...signedMeta(payload) })).statusCode).toBe(
      200,
    )
    const after = await edge.counts()
    expect([after.inbox - before.inbox, after.quarantine - before.quarantine]).toEqual([1, 2])
  })

  it('takes 3 MB, refuses above 4 MB by its length', async () => {
    const big = metaBody(metaValue({ messages: [metaText('wamid.BIG', '56912345678', 'x'.repeat(3_000_000))] }))
    expect((await post(big)).statusCode).toBe(200)
    const answer = await post(`{"a":"${'x'.repeat(4 * 1024 * 1024)}"}`)
    expect(answer.statusCode).toBe(413)
    expect(answer.json()).toMatchObject({ error: { code: 'too_large' } })
  })

  it('Twilio: stores messages, keeps statuses with our id from the URL, and answers TwiML', async () => {
    const fields = {
      MessageSid: 'SM01',
      AccountSid: 'AC01',
      From: 'whatsapp:+56912345678',
      To: `whatsapp:${TWILIO_NUMBER}`,
      Body: '',
      NumMedia: '0',
      ProfileName: 'Camila',
      MessageType: 'button',
      ButtonText: 'Confirmo',
      ButtonPayload: 'ord:42:confirm',
    }
    const answer = await edge.app.inject({ method: 'POST', url: '/webhook/twilio', ...twilioForm(fields) })
    expect([answer.statusCode, answer.body, answer.headers['content-type']]).toEqual([
      200,
      '<Response/>',
      expect.stringContaining('text/xml'),
    ])
    const row = await edge.store.db
      .selectFrom('inbox')
      .select(['tenant_id', 'channel_id', 'body'])
      .where('provider_key', '=', 'twilio:SM01')
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ tenant_id: 'ten_acme', channel_id: 'chn_twilio_acme' })
    expect(JSON.parse(row.body)).toMatchObject({ message: { kind: 'choice', choiceId: 'ord:42:confirm' } })

    const status = {
      MessageSid: 'SM77',
      MessageStatus: 'undelivered',
      ErrorCode: '63016',
      From: `whatsapp:${TWILIO_NUMBER}`,
      To: 'whatsapp:+56912345678',
      AccountSid: 'AC01',
    }
    const path = '/webhook/twilio/status?ob=ob_7'
    expect((await edge.app.inject({ method: 'POST', url: path, ...twilioForm(status, path) })).statusCode).toBe(200)
    const receipt = await edge.store.db
      .selectFrom('receipt')
      .selectAll()
      .where('provider', '=', 'twilio')
      .executeTakeFirstOrThrow()
    expect(receipt).toMatchObject({
      provider_message_id: 'SM77',
      opaque_id: 'ob_7',
      state: 'failed',
      error_code: '63016',
    })
  })

  it('Twilio: 401 for a forged form, 400 for a signed one that is no message, an unknown number aside', async () => {
    const before = await edge.counts()
    const fields = {
      MessageSid: 'SM9',
      AccountSid: 'AC01',
      From: 'whatsapp:+56912345678',
      To: `whatsapp:${TWILIO_NUMBER}`,
      Body: 'x',
    }
    const forged = twilioForm(fields, '/webhook/twilio', 'wrong')
    expect((await edge.app.inject({ method: 'POST', url: '/webhook/twilio', ...forged })).statusCode).toBe(401)
    const { 'x-twilio-signature': _, ...unsigned } = twilioForm(fields).headers
    expect(
      (await edge.app.inject({ method: 'POST', url: '/webhook/twilio', payload: 'Body=x', headers: unsigned }))
        .statusCode,
    ).toBe(401)
    const empty = twilioForm({ AccountSid: 'AC01', To: `whatsapp:${TWILIO_NUMBER}` })
    expect((await edge.app.inject({ method: 'POST', url: '/webhook/twilio', ...empty })).statusCode).toBe(400)
    expect(await edge.counts()).toEqual(before)
    const stranger = twilioForm({ ...fields, To: 'whatsapp:+56999999999' })
    expect((await edge.app.inject({ method: 'POST', url: '/webhook/twilio', ...stranger })).statusCode).toBe(200)
    expect((await edge.counts()).quarantine).toBe(before.quarantine + 1)
  })

  it('says 404 and 400 in the same shape, with nothing of the inside', async () => {
    for (const [url, status] of [
      ['/nothing', 404],
      ['/%zz', 400],
      ['/webhook', 404],
      ['/webhook/acme', 404],
    ] as const) {
      const answer = await edge.app.inject({ method: 'POST', url, payload: '{}' })
      expect([url, answer.statusCode]).toEqual([url, status])
      expect(answer.json()).toEqual({ error: { code: expect.any(String), message: expect.any(String), hint: null } })
    }
  })

  it('is alive, ready and measured', async () => {
    expect((await edge.app.inject('/health')).json()).toMatchObject({ status: 'ok' })
    const ready = await edge.app.inject('/ready')
    expect([ready.statusCode, ready.json()]).toEqual([200, { ready: true, reasons: [] }])
    const metrics = await edge.app.inject('/metrics')
    expect(metrics.headers['content-type']).toContain('text/plain')
    expect(metrics.body).toMatch(/botctl_inbox_depth \d+/)
    expect(metrics.body).toContain('botctl_database_up 1')
    expect(metrics.body).toMatch(/botctl_webhook_requests_total\{provider="meta",outcome="signature_invalid"\} \d+/)
  })
})

describeStores('a database that is away', (open) => {
  it('503 with Retry-After on every route that needs it, never 200', async () => {
    const database = await open()
    const edge = await openEdge(database.store)
    await addShop(edge, { slug: 'acme', meta: {}, twilio: {} })
    const message = signedMeta(metaBody(metaValue({ messages: [MESSAGES.text] })))
    // The first request fills the memory, the later ones meet the closed database both with and without it.
    expect((await edge.app.inject({ method: 'POST', url: '/webhook/meta', ...message })).statusCode).toBe(200)
    await database.store.close()
    for (const url of ['/webhook/meta', '/webhook/meta']) {
      const answer = await edge.app.inject({ method: 'POST', url, ...message })
      expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5'])
      edge.directory.invalidate()
    }
    const ready = await edge.app.inject('/ready')
    expect([ready.statusCode, ready.json()]).toMatchObject([
      503,
      { ready: false, reasons: [{ code: 'database_unavailable' }] },
    ])
    expect((await edge.app.inject('/metrics')).body).toContain('botctl_database_up 0')
    expect(edge.bugs).toEqual([])
    await edge.app.close()
    await database.remove()
  })
})

describe('slow and broken connections', () => {
  it('a request line that is none, and headers without an end, harm nobody', async () => {
    const { openTestDatabase } = await import('../../../test/support/databases.ts')
    const database = await openTestDatabase('sqlite')
    const edge = await openEdge(database.store)
    await edge.app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = edge.app.server.address() as { port: number }
    const garbage = await raw(port, 'NOT HTTP AT ALL\r\n\r\n')
    expect(garbage).toMatch(/^HTTP\/1.1 400/)
    const huge = await raw(port, `GET /health HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(40_000)}\r\n\r\n`)
    expect(huge).toMatch(/^HTTP\/1.1 431/)
    const lying = await raw(port, 'POST /webhook/meta HTTP/1.1\r\nhost: x\r\ncontent-length: 99999999\r\n\r\nabc')
    expect(lying).toMatch(/^HTTP\/1.1 413/)
    // Chunks announce no length: the count while they arrive stops them.
    const chunk = `100000\r\n${'x'.repeat(0x100000)}\r\n`
    const endless = await raw(
      port,
      `POST /webhook/meta HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n${chunk.repeat(5)}`,
    )
    expect(endless).toMatch(/^HTTP\/1.1 413/)
    expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200)
    await edge.app.close()
    await database.remove()
  })
})

/** What the server says to these bytes. */
function raw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1')
      if (heard.includes('\r\n\r\n')) socket.destroy()
    })
    socket.on('close', () => resolve(heard))
    socket.on('error', reject)
  })
}
