import { INTENTS, type Intent } from '../../engine/types.ts'
import { BotctlError, EXIT } from '../../errors.ts'

/** A labelled message: `{"tenant","text","intent","products":[SKU…],"quantity"?}`. */
export interface LabelledMessage {
  tenant: string
  text: string
  intent: Intent
  /** What a good answer shows, best first; empty where it shows none. */
  products: string[]
}

/** What must hold after a turn of a labelled conversation; only what is there is checked. */
export interface Expectation {
  intent?: Intent[]
  products_include?: string[]
  cart?: Record<string, number>
  order_status?: string
  reply_includes?: string[]
  reply_excludes?: string[]
}

/** A labelled conversation: `{"id","tenant","turns":[{"user","expect"}]}`. */
export interface LabelledConversation {
  id: string
  tenant: string
  turns: Array<{ user: string; expect: Expectation }>
}

export interface Labelled {
  messages: LabelledMessage[]
  conversations: LabelledConversation[]
}

/** Reads a file of labelled messages, conversations, or both. Throws `labels_invalid` (65) with the line and the reason. */
export async function readLabelled(lines: AsyncIterable<string>): Promise<Labelled> {
  const found: Labelled = { messages: [], conversations: [] }
  let number = 0
  for await (const line of lines) {
    number += 1
    if (line.trim() === '') continue
    const row = parse(line, number)
    if (Array.isArray(row.turns)) found.conversations.push(readConversation(row, number))
    else found.messages.push(readMessage(row, number))
  }
  if (found.messages.length + found.conversations.length === 0) {
    throw new BotctlError('labels_empty', 'the file holds no labelled message', {
      hint: 'one JSON object a line: {"tenant","text","intent","products"} or {"id","tenant","turns"}',
      exit: EXIT.badData,
    })
  }
  return found
}

function parse(line: string, number: number): Record<string, unknown> {
  try {
    const row: unknown = JSON.parse(line)
    if (typeof row === 'object' && row !== null && !Array.isArray(row)) return row as Record<string, unknown>
  } catch {
    // Told below, as for anything else that is no object.
  }
  throw invalid(number, 'is not a JSON object')
}

function readMessage(row: Record<string, unknown>, number: number): LabelledMessage {
  return {
    tenant: text(row.tenant, 'tenant', number),
    text: text(row.text, 'text', number),
    intent: intent(row.intent, number),
    products: row.products === undefined ? [] : texts(row.products, 'products', number),
  }
}

function readConversation(row: Record<string, unknown>, number: number): LabelledConversation {
  const turns = (row.turns as unknown[]).map((each) => {
    const turn = (each ?? {}) as Record<string, unknown>
    const raw = (turn.expect ?? {}) as Record<string, unknown>
    const expect: Expectation = {}
    if (raw.intent !== undefined) expect.intent = [raw.intent].flat().map((name) => intent(name, number))
    if (raw.products_include !== undefined)
      expect.products_include = texts(raw.products_include, 'products_include', number)
    if (raw.reply_includes !== undefined) expect.reply_includes = texts(raw.reply_includes, 'reply_includes', number)
    if (raw.reply_excludes !== undefined) expect.reply_excludes = texts(raw.reply_excludes, 'reply_excludes', number)
    if (raw.order_status !== undefined) expect.order_status = text(raw.order_status, 'order_status', number)
    if (raw.cart !== undefined) expect.cart = cart(raw.cart, number)
    return { user: text(turn.user, 'user', number), expect }
  })
  return { id: text(row.id ?? `line ${number}`, 'id', number), tenant: text(row.tenant, 'tenant', number), turns }
}

function cart(value: unknown, number: number): Record<string, number> {
  const entries = Object.entries((value ?? {}) as Record<string, unknown>)
  for (const [, quantity] of entries)
    if (!Number.isInteger(quantity)) throw invalid(number, 'has a cart quantity that is no whole number')
  return Object.fromEntries(entries) as Record<string, number>
}

function intent(value: unknown, number: number): Intent {
  if (INTENTS.includes(value as Intent)) return value as Intent
  throw invalid(number, 'has an intent that is none of the taxonomy')
}

function text(value: unknown, field: string, number: number): string {
  if (typeof value === 'string') return value
  throw invalid(number, `lacks "${field}"`)
}

function texts(value: unknown, field: string, number: number): string[] {
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value
  throw invalid(number, `has a "${field}" that is no list of texts`)
}

function invalid(line: number, reason: string): BotctlError {
  return new BotctlError('labels_invalid', `line ${line} ${reason}`, {
    hint: 'mend the line; the formats are in `botctl eval --help`',
    exit: EXIT.badData,
    details: { line },
  })
}
