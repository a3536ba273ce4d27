/**
 * Plays labelled conversations and stand-alone messages, and writes each turn down with what the conversation stood at:
 *   node training/record-turns.ts
 * Reads the suite's conversations, `training/data/conversations` (those that do not come out right yet),
 * `training/data/messages` and the catalogs in `test/conversations/shops`; writes `training/data/turns/<shop>.jsonl`, and to
 * `training/data/references/<shop>.jsonl` those that are about products, with what lay on the table. It takes trained models
 * to play, so it is run by hand: after conversations were added, or where a turn is to be recorded with more than before.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { askedOf, initialState, reviveState, type ConversationState } from '../src/engine/dialogue/state.ts'
import { tableOf } from '../src/engine/dialogue/referent.ts'
import type { Faculties } from '../src/engine/turn-types.ts'
import type { Intent } from '../src/engine/types.ts'
import type { UnderstandContext } from '../src/engine/understand/types.ts'
import { loadFaculties } from '../src/services/turns/load-faculties.ts'
import type { TurnDocument } from '../src/services/turns/types.ts'
import type { Store } from '../src/store/store.ts'
import { differences, openShops, readDialogues, type Dialogue, type Expectation } from '../test/conversations/play.ts'
import { openTestDatabase } from '../test/support/databases.ts'
import { readMessages } from './checking-data.ts'
import { NO_CONTEXT } from './dataset.ts'
import { MESSAGES, TURNS } from './real-turns.ts'
import { REFERENCES, type RecordedReference } from './referent-cases.ts'

const UNFINISHED = join(import.meta.dirname, 'data', 'conversations')

interface Heard {
  text: string
  context: UnderstandContext
}

/** What is bought, changed or taken out. */
const CHANGES: ReadonlySet<Intent> = new Set(['buy_product', 'change_quantity', 'remove_from_cart', 'select_option'])
/** What is asked of a product, or picked. */
const ASKS: ReadonlySet<Intent> = new Set([
  'product_info',
  'price_query',
  'stock_query',
  'select_option',
  'buy_product',
])

let heard: Heard | null = null
const trained = await loadFaculties()
const listening: Faculties = {
  ...trained,
  understand: (text, context) => {
    heard ??= { text, context }
    return trained.understand(text, context)
  },
}

const lines = new Map<string, string[]>()
const references = new Map<string, string[]>()
let number = 0
const dialogues = Map.groupBy([...readDialogues(), ...readDialogues(UNFINISHED)], (dialogue) => dialogue.tenant)
for (const [shop, conversations] of dialogues) await recordConversations(shop, conversations)
const messages = readdirSync(MESSAGES).flatMap((name) => readMessages(join(MESSAGES, name)))
for (const { shop, text, intent } of messages) write(shop, { text, intent })

writeFolder(TURNS, lines)
writeFolder(REFERENCES, references)
process.stderr.write(
  `${[...lines.values()].flat().length} turns of ${lines.size} shops, ${[...references.values()].flat().length} references\n`,
)

function writeFolder(folder: string, files: ReadonlyMap<string, string[]>): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [shop, rows] of files) writeFileSync(join(folder, `${shop}.jsonl`), `${rows.join('\n')}\n`)
}

/** A turn counts up to the first that goes wrong: what stands on the table after it is not what its writer saw. */
async function recordConversations(shop: string, conversations: readonly Dialogue[]): Promise<void> {
  const database = await openTestDatabase('sqlite')
  const tell = await openShops(database.store, [shop], { faculties: listening })
  for (const { turns } of conversations) {
    const from = `+569${String(10_000_000 + number++)}`
    let cart: Cart = {}
    for (const { user, expect } of turns) {
      heard = null
      const before = await stateOf(database.store, from)
      const document = await tell({ tenant: shop, from, text: user })
      const intents = [expect.intent ?? []].flat()
      const intent = intents.includes(document.intent) ? document.intent : intents[0]
      const turn = heard as Heard | null
      if (intent !== undefined && turn !== null) write(shop, { ...turn, intent })
      if (turn !== null) writeReference(shop, { ...turn, before, cart, expect, document })
      cart = cartOf(document)
      if (differences(expect, document).length > 0) break
    }
  }
  await database.remove()
}

type Cart = Record<string, number>

function cartOf({ cart }: TurnDocument): Cart {
  return Object.fromEntries(cart.items.map((item) => [item.sku, item.quantity]))
}

async function stateOf(store: Store, from: string): Promise<ConversationState> {
  const row = await store.db
    .selectFrom('conversation_context as x')
    .innerJoin('conversation as c', 'c.id', 'x.conversation_id')
    .innerJoin('contact as k', 'k.id', 'c.contact_id')
    .select('x.state')
    .where('k.phone', '=', from)
    .executeTakeFirst()
  return row === undefined ? initialState() : reviveState(JSON.parse(row.state))
}

/** Written where the label says which product was meant, and the message was taken for what it is. */
function writeReference(
  shop: string,
  turn: Heard & { before: ConversationState; cart: Cart; expect: Expectation; document: TurnDocument },
): void {
  const { text, context, before, cart, expect, document } = turn
  const { intent } = document
  if (expect.intent !== undefined && ![expect.intent].flat().includes(intent)) return
  const wanted = expect.cart ?? cart
  const changed = Object.fromEntries(
    [...new Set([...Object.keys(cart), ...Object.keys(wanted)])]
      .map((sku) => [sku, (wanted[sku] ?? 0) - (cart[sku] ?? 0)] as const)
      .filter(([, change]) => change !== 0),
  )
  const changes = Object.values(changed)
  const orders = intent === 'buy_product' && changes.every((change) => change > 0)
  if (changes.length > 0 && !(CHANGES.has(intent) && (changes.length === 1 || orders))) return
  const shown = changes.length === 0 && ASKS.has(intent) ? expect.products_include : undefined
  if (changes.length === 0 && (shown ?? []).length === 0) return
  const row: RecordedReference = {
    text,
    intent,
    context: unusual({ ...context, ...askedOf(before) }),
    table: tableOf(before),
    ...(shown === undefined ? { changed } : { shown }),
  }
  append(references, shop, row)
}

/** Only what differs from the first message of a conversation is written down. */
function unusual(context: UnderstandContext | undefined): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(NO_CONTEXT)
      .map(([key, usual]) => [key, context?.[key as keyof typeof NO_CONTEXT] ?? usual, usual] as const)
      .filter(([, value, usual]) => value !== usual)
      .map(([key, value]) => [key, value]),
  )
}

function write(shop: string, turn: { text: string; intent: string; context?: UnderstandContext }): void {
  const context = unusual(turn.context)
  const row = { text: turn.text, intent: turn.intent, ...(Object.keys(context).length === 0 ? {} : { context }) }
  append(lines, shop, row)
}

function append(files: Map<string, string[]>, shop: string, row: unknown): void {
  files.set(shop, [...(files.get(shop) ?? []), JSON.stringify(row)])
}
