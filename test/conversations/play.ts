import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createProductImporter } from '../../src/services/products/import-products.ts'
import type { Faculties } from '../../src/engine/turn-types.ts'
import type { Model } from '../../src/models/port.ts'
import { editProfile } from '../../src/services/profiles/profiles.ts'
import { createTenantCreator } from '../../src/services/tenants/create-tenant.ts'
import { createTester } from '../../src/services/turns/test-message.ts'
import { createTurns } from '../../src/services/turns/create-turns.ts'
import type { TurnDocument } from '../../src/services/turns/types.ts'
import type { Store } from '../../src/store/store.ts'

/** What matters at a turn; what is absent is not looked at. */
export interface Expectation {
  intent?: string | string[]
  products_include?: string[]
  cart?: Record<string, number>
  order_status?: string
  reply_includes?: string[]
  reply_excludes?: string[]
}

export interface Dialogue {
  id: string
  tenant: string
  turns: Array<{ user: string; expect: Expectation }>
}

const HERE = fileURLToPath(new URL('.', import.meta.url))

/** Every conversation beside this file, in the order of the files' names. */
export function readDialogues(folder = HERE): Dialogue[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted()
    .flatMap((name) => readFileSync(`${folder}/${name}`, 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line) as Dialogue)
}

/**
 * Opens the shops of these conversations and returns a way to write to them. With a model, every message is put to it that
 * can be, whatever the local understanding thinks of itself.
 */
export async function openShops(
  store: Store,
  slugs: readonly string[],
  options: { model?: Model; modelDeadlineMs?: number; folder?: string; faculties?: Faculties } = {},
) {
  const { model = null, folder = `${HERE}shops`, faculties } = options
  let now = Date.parse('2026-11-23T15:00:00Z')
  const clock = () => (now += 1000)
  const create = createTenantCreator({ store, now: clock })
  const load = createProductImporter({ store, now: clock })
  for (const [at, slug] of slugs.entries()) {
    await create({ slug, name: slug, type: 'other', phone: `+5690000${String(1000 + at)}` })
    const { report } = await load({ tenant: slug, source: `${folder}/${slug}.csv` })
    if (report.rejected.length > 0 || report.created === 0) throw new Error(`catalog of ${slug} not taken in`)
    if (model !== null) {
      const generous = { threshold: 1, dailyBudgetMicros: 1e8, personBudgetMicros: 1e8, turnBudgetMicros: 1e8 }
      await editProfile({ store, now: clock }, { slug, changes: { model: generous }, author: 'test', note: null })
    }
  }
  const config = { host: '127.0.0.1', port: 9001 }
  const { drive } = await createTurns({
    store,
    config,
    now: clock,
    model,
    ...(faculties === undefined ? {} : { faculties }),
    ...(options.modelDeadlineMs === undefined ? {} : { modelDeadlineMs: options.modelDeadlineMs }),
  })
  return createTester({ store, drive, now: clock })
}

/** What a turn did other than expected; empty where all is well. */
export function differences(expect: Expectation, document: TurnDocument): string[] {
  const found: string[] = []
  const intents = expect.intent === undefined ? null : [expect.intent].flat()
  if (intents && !intents.includes(document.intent)) found.push(`intent ${document.intent}, not ${intents.join('/')}`)
  const shown = document.products.map((product) => product.sku)
  const missing = (expect.products_include ?? []).filter((sku) => !shown.includes(sku))
  if (missing.length > 0) found.push(`shows ${shown.join(' ') || 'nothing'}, lacks ${missing.join(' ')}`)
  if (expect.cart) {
    const cart = sorted(document.cart.items.map((item) => [item.sku, item.quantity]))
    const wanted = sorted(Object.entries(expect.cart))
    if (cart !== wanted) found.push(`cart ${cart}, not ${wanted}`)
  }
  if (expect.order_status !== undefined && document.order?.status !== expect.order_status)
    found.push(`order ${document.order?.status ?? 'none'}, not ${expect.order_status}`)
  const said = fold(JSON.stringify(document.replies) + document.replies.map((reply) => reply.text).join('\n'))
  for (const text of expect.reply_includes ?? []) if (!said.includes(fold(text))) found.push(`does not say "${text}"`)
  for (const text of expect.reply_excludes ?? []) if (said.includes(fold(text))) found.push(`says "${text}"`)
  return found
}

function sorted(entries: Array<[string, number]>): string {
  return JSON.stringify(entries.toSorted(([a], [b]) => a.localeCompare(b)))
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
