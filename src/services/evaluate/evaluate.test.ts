import { describe, expect, it } from 'vitest'
import { describeStores } from '../../../test/support/databases.ts'
import type { TurnDocument } from '../turns/types.ts'
import { evaluate } from './evaluate.ts'
import { readLabelled } from './read-labelled.ts'
import { missed, scoreMessages } from './score.ts'

async function* lines(...rows: unknown[]): AsyncGenerator<string> {
  for (const row of rows) yield typeof row === 'string' ? row : JSON.stringify(row)
}

describe('reading labels', () => {
  it.each([
    ['{', 'line 1'],
    ['{"tenant":"a","text":"hola","intent":"dance"}', 'intent'],
    ['{"text":"hola","intent":"greeting"}', 'tenant'],
    ['{"tenant":"a","turns":[{"expect":{}}]}', 'user'],
  ])('%s is refused with the line and the reason', async (line, part) => {
    await expect(readLabelled(lines(line))).rejects.toMatchObject({
      code: 'labels_invalid',
      exit: 65,
      message: expect.stringContaining(part) as string,
    })
  })
  it('refuses an empty file', async () => {
    await expect(readLabelled(lines(''))).rejects.toMatchObject({ code: 'labels_empty' })
  })
})

const answer = (intent: string, skus: string[], confidence = 1): TurnDocument =>
  ({
    intent,
    confidence,
    products: skus.map((sku) => ({ sku })),
    cart: { items: [] },
    order: null,
    replies: [{ type: 'text', text: 'Son $1.990' }],
  }) as unknown as TurnDocument

it('scores accuracy, F1, hits and calibration by their definitions', () => {
  const score = scoreMessages([
    { label: { tenant: 't', text: 'a', intent: 'buy_product', products: ['A'] }, answer: answer('buy_product', ['A']) },
    {
      label: { tenant: 't', text: 'b', intent: 'buy_product', products: ['A'] },
      answer: answer('buy_product', ['B', 'A']),
    },
    { label: { tenant: 't', text: 'c', intent: 'greeting', products: [] }, answer: answer('thanks', [], 0.5) },
    { label: { tenant: 't', text: 'd', intent: 'stock_query', products: [] }, answer: answer('stock_query', []) },
  ])
  expect(score).toMatchObject({ accuracy: 0.75, hitAt1: 0.5, hitAt3: 1, emptyKeptEmpty: 1 })
  expect(score.macroF1).toBeCloseTo(2 / 3)
  expect(score.calibrationError).toBeCloseTo(0.125)
  expect(score.confusions).toEqual([{ expected: 'greeting', got: 'thanks', count: 1, example: 'c' }])
})

it('says what a turn misses, without accents and case', () => {
  expect(missed({ intent: ['greeting', 'thanks'], reply_includes: ['SON $1.990'] }, answer('thanks', []))).toEqual([])
  expect(
    missed(
      { intent: ['greeting'], products_include: ['A'], cart: { A: 1 }, order_status: 'paid', reply_excludes: ['son'] },
      answer('thanks', []),
    ),
  ).toHaveLength(5)
})

describeStores('evaluate', (open) => {
  it('plays on a copy: figures come back, and the shop’s own database is untouched', async () => {
    const database = await open()
    const { store } = database
    await store.db
      .insertInto('tenant')
      .values({ id: 'tnt_1', slug: 'tienda', name: 'Tienda', type: 'other', phone: null, created_at: 1, updated_at: 1 })
      .execute()
    await store.db
      .insertInto('product')
      .values({
        tenant_id: 'tnt_1',
        id: 'p1',
        sku: 'MAR',
        name: 'Martillo carpintero',
        price: 7990,
        stocked: 3,
        available: 3,
        currency: 'CLP',
        position: 0,
        created_at: 1,
        updated_at: 1,
      })
      .execute()
    const labelled = await readLabelled(
      lines(
        { tenant: 'tienda', text: 'hola', intent: 'greeting', products: [] },
        { tenant: 'tienda', text: 'precio del martillo', intent: 'price_query', products: ['MAR'] },
        {
          id: 'c1',
          tenant: 'tienda',
          turns: [
            { user: 'dame 2 martillos', expect: { cart: { MAR: 2 } } },
            { user: 'cuánto va', expect: { reply_includes: ['15.980'] } },
          ],
        },
        { id: 'c2', tenant: 'tienda', turns: [{ user: 'hola', expect: { intent: 'thanks' } }] },
      ),
    )
    const result = await evaluate(
      { store, now: () => 1_800_000_000_000, model: null, config: { host: '127.0.0.1', port: 9001 } },
      labelled,
    )
    expect(result.messages).toMatchObject({ messages: 2, accuracy: 1, hitAt1: 1 })
    expect(result.conversations).toMatchObject({ conversations: 2, succeeded: 1, failures: [{ id: 'c2', turn: 1 }] })
    const written = await store.db
      .selectFrom('conversation_history')
      .select((row) => row.fn.countAll().as('n'))
      .executeTakeFirst()
    expect(Number(written?.n)).toBe(0)
    await expect(
      evaluate(
        { store, now: () => 1, model: null, config: { host: 'h', port: 1 } },
        await readLabelled(lines({ tenant: 'nadie', text: 'hola', intent: 'greeting' })),
      ),
    ).rejects.toMatchObject({ exit: 66 })
    await database.remove()
  })
})
