import type { ServerResponse } from 'node:http'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/support/databases.ts'
import { sayAnswer, startFakeOpenAi, type FakeOpenAi, type Script } from '../../../test/support/fake-openai.ts'
import { sendJson } from '../../../test/support/fake-provider.ts'
import { NOON, plantShop } from '../../../test/support/shop.ts'
import { DEFAULT_PROFILE } from '../../engine/reply/profile.ts'
import type { ModelRequest } from '../../engine/turn-types.ts'
import { createModelDesk } from '../../services/turns/ask-model.ts'
import { createOpenAiModel } from './model.ts'

const REQUEST: ModelRequest = {
  purpose: 'understand',
  text: 'tiene algo rico?',
  situation: ['cart: empty'],
  candidates: [{ sku: 'BRW', name: 'Brownie', category: 'Comestibles', description: '' }],
  policies: [],
  manner: null,
  tone: 'cercano',
  language: 'es',
}
const GOOD = { intent: 'recommend', confidence: 0.8, items: [{ sku: 'BRW', quantity: null }], prose: null }
const DEADLINE_MS = 400

let script: Script = () => GOOD
let fake: FakeOpenAi
beforeAll(async () => {
  fake = await startFakeOpenAi((asked, response) => script(asked, response))
})
afterAll(() => fake.close())

describe('a model behind the OpenAI API', () => {
  let database: TestDatabase
  let tenantId: string
  let now = NOON
  beforeEach(async () => {
    database = await openTestDatabase('sqlite')
    tenantId = await plantShop(database.store.db, 'tienda')
    now = NOON
    script = () => GOOD
  })
  afterEach(() => database.remove())

  const model = () => createOpenAiModel({ apiKey: 'sk-test', baseUrl: fake.baseUrl })
  const desk = () => createModelDesk({ model: model(), store: database.store, now: () => now, deadlineMs: DEADLINE_MS })
  let turn = 0
  const who = (conversationId = 'cnv_1') => ({ tenantId, conversationId, messages: [{ id: `m${(turn += 1)}` }] })
  const calls = () => database.store.db.selectFrom('model_call').selectAll().orderBy('id').execute()

  it('sends rules, facts and the shopper’s words apart, and takes the answer', async () => {
    const asked = await desk().ask(who(), DEFAULT_PROFILE, REQUEST)
    expect(asked).toMatchObject({ outcome: 'answered', answer: GOOD })
    const heard = fake.asked().at(-1)
    expect(heard?.user).toBe(REQUEST.text)
    expect(heard?.system).not.toContain(REQUEST.text)
    expect(heard?.skus).toEqual(['BRW'])
    expect(fake.heard.at(-1)?.headers.authorization).toBe('Bearer sk-test')
    expect(await calls()).toMatchObject([
      { outcome: 'answered', input_tokens: 900, output_tokens: 60, cost_micros: 171 },
    ])
  })

  const hang = (): void => {}
  const cases: Array<[string, Script, string, 'free' | 'known' | 'worst']> = [
    ['hangs', hang, 'timeout', 'worst'],
    [
      'is 60 s late',
      (_, response) => void setTimeout(() => sayAnswer(response, GOOD), 60_000).unref(),
      'timeout',
      'worst',
    ],
    [
      'sends its head and nothing more',
      (_, response) => void response.writeHead(200, { 'content-type': 'application/json' }).write('{"id'),
      'timeout',
      'worst',
    ],
    ['drips a byte at a time', drip, 'timeout', 'worst'],
    [
      'is limited',
      (_, response) => sendJson(response, 429, { error: { message: 'slow down' } }, { 'retry-after': '60' }),
      'failed',
      'free',
    ],
    ['is broken', (_, response) => sendJson(response, 500, { error: { message: 'oops' } }), 'failed', 'free'],
    ['is broken at length', (_, response) => void response.writeHead(500).end('x'.repeat(3_000_000)), 'failed', 'free'],
    ['cuts the line', (_, response) => void response.destroy(), 'failed', 'free'],
    ['says no JSON', (_, response) => sayAnswer(response, 'Claro, te confirmo tu pedido por $1!'), 'garbage', 'known'],
    ['says half of it', (_, response) => sayAnswer(response, '{"intent":"affirm"'), 'garbage', 'known'],
    [
      'answers in HTML',
      (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>hi</h1>'),
      'garbage',
      'worst',
    ],
    [
      'answers broken JSON',
      (_, response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"choices":['),
      'garbage',
      'worst',
    ],
    ['answers null', (_, response) => sendJson(response, 200, null), 'garbage', 'worst'],
    ['has no choices', (_, response) => sendJson(response, 200, { choices: [] }), 'garbage', 'worst'],
    [
      'says an object where text belongs',
      (_, response) => sendJson(response, 200, { choices: [{ message: { content: { a: 1 } } }] }),
      'garbage',
      'worst',
    ],
    ['adds a field of its own', () => ({ ...GOOD, price: 1 }), 'garbage', 'known'],
    ['makes up an intent', () => ({ ...GOOD, intent: 'set_price' }), 'garbage', 'known'],
    ['is surer than sure', () => ({ ...GOOD, confidence: 17 }), 'garbage', 'known'],
    ['wants minus three', () => ({ ...GOOD, items: [{ sku: 'BRW', quantity: -3 }] }), 'garbage', 'known'],
    ['wants 1e21', () => ({ ...GOOD, items: [{ sku: 'BRW', quantity: 1e21 }] }), 'garbage', 'known'],
    ['prices an item', () => ({ ...GOOD, items: [{ sku: 'BRW', quantity: 1, unit_price: 1 }] }), 'garbage', 'known'],
    ['talks for pages', () => ({ ...GOOD, prose: 'a'.repeat(5000) }), 'garbage', 'known'],
    ['sends 5 MB', (_, response) => sayAnswer(response, 'x'.repeat(5_000_000)), 'garbage', 'worst'],
    [
      'uses tokens below zero',
      (_, response) => sayAnswer(response, GOOD, { prompt_tokens: -1e9, completion_tokens: -1 }),
      'answered',
      'worst',
    ],
    ['tells no usage', (_, response) => sayAnswer(response, GOOD, null), 'answered', 'worst'],
  ]
  it.each(cases)('that %s never holds a turn, and its cost is on the books', async (_name, does, outcome, cost) => {
    script = does
    const clock = performance.now()
    const before = process.memoryUsage().rss
    const asked = await desk().ask(who(), DEFAULT_PROFILE, REQUEST)
    expect(asked.outcome).toBe(outcome)
    if (outcome !== 'answered') expect(asked.answer).toBeNull()
    // Beyond the deadline only what a busy machine adds.
    expect(performance.now() - clock).toBeLessThan(DEADLINE_MS + 1500)
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000)
    const [call] = await calls()
    expect(call?.outcome).toBe(outcome)
    if (cost === 'free') expect(call?.cost_micros).toBe(0)
    if (cost === 'known') expect(call?.cost_micros).toBe(171)
    if (cost === 'worst') expect(call?.cost_micros).toBeGreaterThan(1000)
  })

  it('that names other products is heard for those it was given alone', async () => {
    script = () => ({
      ...GOOD,
      items: [
        { sku: 'OTHER-SHOP-1', quantity: 1 },
        { sku: 'BRW', quantity: 2 },
        { sku: '__proto__', quantity: 1 },
      ],
    })
    expect((await desk().ask(who(), DEFAULT_PROFILE, REQUEST)).answer?.items).toEqual([{ sku: 'BRW', quantity: 2 }])
  })

  it('that recites its rules or the shop’s manner is heard without its prose', async () => {
    const asking = desk()
    const told = { ...REQUEST, purpose: 'prose' as const, manner: 'Habla como la tía Quilapán, canario azul' }
    for (const prose of [
      'Mis reglas: classify one message that a shopper wrote',
      'Me dijeron: HABLA COMO… la tía Quilapán!',
      'la tía Quilapán, canario azul',
    ]) {
      script = () => ({ ...GOOD, prose })
      expect((await asking.ask(who(), DEFAULT_PROFILE, told)).answer).toEqual({ ...GOOD, prose: null })
    }
    script = () => ({ ...GOOD, prose: 'El brownie es húmedo y muy rico.' })
    expect((await asking.ask(who(), DEFAULT_PROFILE, told)).answer?.prose).toBe('El brownie es húmedo y muy rico.')
  })

  it('that is down is left alone after five tries, garbage or refusals alike, and asked again after a while', async () => {
    for (const does of [
      (_: unknown, response: ServerResponse) => sendJson(response, 500, {}),
      () => 'garbage',
    ] as Script[]) {
      script = does
      const asking = desk()
      const before = fake.asked().length
      for (let turn = 0; turn < 9; turn++) await asking.ask(who(), DEFAULT_PROFILE, REQUEST)
      expect(fake.asked().length - before).toBe(5)
      expect((await asking.ask(who(), DEFAULT_PROFILE, REQUEST)).outcome).toBe('open')
      now += 31_000
      script = () => GOOD
      expect((await asking.ask(who(), DEFAULT_PROFILE, REQUEST)).outcome).toBe('answered')
      now += 31_000
    }
  })

  it('never costs a shop more than its day’s budget, with forty questions at once from two daemons', async () => {
    const profile = { ...DEFAULT_PROFILE, model: { ...DEFAULT_PROFILE.model, dailyBudgetMicros: 9000 } }
    const desks = [desk(), desk()]
    // What a shopper can send at most, in letters that cost most.
    const long = { ...REQUEST, text: '🤖'.repeat(300) }
    script = (_, response) => sayAnswer(response, GOOD, { prompt_tokens: 2000, completion_tokens: 300 })
    for (let round = 0; round < 5; round++) {
      await Promise.all([...desks, ...desks, ...desks, ...desks].map((each) => each.ask(who(), profile, long)))
    }
    const rows = await calls()
    const spent = rows.reduce((sum, row) => sum + row.cost_micros, 0)
    expect(rows.length).toBeGreaterThan(2)
    expect(rows.length).toBeLessThan(40)
    expect(spent).toBeLessThanOrEqual(9000)
    // Tomorrow there is a new budget.
    now += 86_400_000
    expect((await desks[0]?.ask(who(), profile, REQUEST))?.outcome).toBe('answered')
  })

  it('never costs more than its share for one shopper, nor for one turn, under a flood of long messages', async () => {
    const model = { ...DEFAULT_PROFILE.model, dailyBudgetMicros: 60_000, personBudgetMicros: 15_000 }
    const profile = { ...DEFAULT_PROFILE, model: { ...model, turnBudgetMicros: 9000 } }
    const long = { ...REQUEST, text: '🤖'.repeat(300) }
    script = (_, response) => sayAnswer(response, GOOD, { prompt_tokens: 2000, completion_tokens: 300 })
    const [first, second] = [desk(), desk()]
    const flood = (conversationId: string, messages: Array<{ id: string }> | null) =>
      Promise.all(
        Array.from({ length: 12 }, (_, at) =>
          (at % 2 === 0 ? first : second).ask(
            { ...who(conversationId), ...(messages === null ? {} : { messages }) },
            profile,
            long,
          ),
        ),
      )
    const spent = async (of: (row: Awaited<ReturnType<typeof calls>>[number]) => boolean) =>
      (await calls()).filter(of).reduce((sum, row) => sum + row.cost_micros, 0)
    for (let round = 0; round < 4; round++) await flood('cnv_flood', null)
    const flooded = await spent((row) => row.conversation_id === 'cnv_flood')
    expect(flooded).toBeGreaterThan(3000)
    expect(flooded).toBeLessThanOrEqual(15_000)
    // Somebody else is answered as if nothing had happened.
    expect((await first.ask(who('cnv_calm'), profile, REQUEST)).outcome).toBe('answered')
    // The same turn, decided again and again.
    await flood('cnv_turn', [{ id: 'm_same' }])
    await flood('cnv_turn', [{ id: 'm_same' }])
    expect(await spent((row) => row.turn === 'm_same')).toBeLessThanOrEqual(9000)
    expect(await spent((row) => row.turn === 'm_same')).toBeGreaterThan(0)
    for (let person = 0; person < 12; person++) await flood(`cnv_${person}`, null)
    expect(await spent(() => true)).toBeLessThanOrEqual(60_000)
  })

  it('writes down voice notes within the same budget, and refuses what is too long', async () => {
    const asking = desk()
    expect(
      await asking.transcribe(who(), DEFAULT_PROFILE, { bytes: Buffer.alloc(20_000), mimeType: 'audio/ogg' }),
    ).toBe('hola')
    expect(fake.heard.at(-1)?.body).toContain('voice.ogg')
    expect(await calls()).toMatchObject([{ purpose: 'transcribe', outcome: 'answered', cost_micros: 2700 }])
    const heard = fake.heard.length
    const off = { ...DEFAULT_PROFILE, model: { ...DEFAULT_PROFILE.model, enabled: false } }
    const poor = { ...DEFAULT_PROFILE, model: { ...DEFAULT_PROFILE.model, dailyBudgetMicros: 3000 } }
    expect(
      await asking.transcribe(who(), DEFAULT_PROFILE, { bytes: Buffer.alloc(2_000_000), mimeType: 'audio/ogg' }),
    ).toBeNull()
    expect(await asking.transcribe(who(), off, { bytes: Buffer.alloc(10), mimeType: 'audio/ogg' })).toBeNull()
    expect(await asking.transcribe(who(), poor, { bytes: Buffer.alloc(20_000), mimeType: 'audio/ogg' })).toBeNull()
    expect(fake.heard.length).toBe(heard)
  })
})

function drip(_: unknown, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' })
  const timer = setInterval(() => response.write(' '), 20)
  response.on('close', () => clearInterval(timer))
}
