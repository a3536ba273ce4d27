import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { INTENTS, type Intent } from '../src/engine/types.ts'
import type { Asked, CheckoutField, UnderstandContext } from '../src/engine/understand/types.ts'
import { plausibleContext } from './contexts.ts'
import { addNoise } from './noise.ts'
import { randomFrom, type Random } from './prng.ts'
import { loadTrainingShops, type TrainingShop } from './shops.ts'
import { loadSlots, type Slots } from './slots.ts'
import { expand, parseTemplate, tidy, type Template } from './templates.ts'

export type ExampleContext = Partial<Omit<UnderstandContext, 'evidence'>>

/** A message to a training shop, what it means, and what the bot had said before (nothing where left out). */
export interface Example {
  shop: string
  text: string
  intent: Intent
  context: ExampleContext
}

export interface CorpusOptions {
  /** Equal seeds give equal corpora. */
  seed: number
  /** How many examples in all; 80,000 where left out. */
  size?: number
  /** Shops held back, to check with. */
  exclude?: readonly string[]
}

/** A line of `training/data/intents`: `3* tienes {kinds} @listed=4`. */
export interface IntentTemplate {
  source: string
  template: Template
  weight: number
  /** One value of each is taken; empty where the line means the same whatever was said before. */
  context: ReadonlyArray<{ key: keyof ExampleContext; values: readonly string[] }>
}

const INTENT_FOLDER = join(import.meta.dirname, 'data', 'intents')

/** Intents with more ways to say them, or easily taken for another, get a larger share. */
const SHARES: Partial<Record<Intent, number>> = {
  browse_category: 2.6,
  recommend: 3,
  product_info: 2.4,
  price_query: 2,
  stock_query: 2.2,
  buy_product: 3,
  order_status: 1.4,
  shipping: 1.5,
  out_of_scope: 1.8,
  select_option: 1.4,
  provide_info: 1.4,
  change_quantity: 1.3,
  remove_from_cart: 1.2,
  complaint: 1.3,
  greeting: 0.6,
  goodbye: 0.6,
  thanks: 0.7,
  opt_in: 0.8,
  opt_out: 0.8,
}

/** Messages that stand alone: a "hola" in front would make them another message, or nobody writes it. */
const BARE = new Set<Intent>(['greeting', 'goodbye', 'thanks', 'affirm', 'deny', 'select_option', 'provide_info'])

/** A share of the lines is spoilt; the rest is written as in a letter, as some shoppers do. */
const NOISY = 0.62
const OPENED = 0.2
const CLOSED = 0.12
/** How often a line that means the same anywhere is given some conversation around it. */
const IN_CONVERSATION = 0.5

/** Reads the templates of one intent. Throws on a line that is not understood. */
export function loadTemplates(intent: Intent, folder: string = INTENT_FOLDER): IntentTemplate[] {
  return readFileSync(join(folder, `${intent}.txt`), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('# '))
    .map(readTemplate)
}

/** Writes the corpus. Some seconds for 100,000 examples. */
export function generateCorpus(options: CorpusOptions): Example[] {
  const random = randomFrom(options.seed)
  const excluded = new Set(options.exclude)
  const shops = loadTrainingShops().filter((shop) => !excluded.has(shop.id))
  if (shops.length === 0) throw new RangeError('every training shop is excluded')
  const slots = loadSlots()
  const size = options.size ?? 80_000
  const whole = INTENTS.reduce((sum, intent) => sum + (SHARES[intent] ?? 1), 0)
  return INTENTS.flatMap((intent) =>
    writeIntent(intent, Math.round((size * (SHARES[intent] ?? 1)) / whole), { shops, slots, random }),
  )
}

interface Writer {
  shops: readonly TrainingShop[]
  slots: Slots
  random: Random
}

/** Every template in turn, so that a line with few variants counts as much as one with thousands. */
function writeIntent(intent: Intent, count: number, { shops, slots, random }: Writer): Example[] {
  const turns = loadTemplates(intent).flatMap((line) => Array.from({ length: line.weight }, () => line))
  const examples: Example[] = []
  const seen = new Map<string, number>()
  // A line without choices repeats itself sooner or later; noise makes it new, and after so many tries it may stay.
  const tries = count * 3
  for (let at = 0; examples.length < count && at < tries; at++) {
    const line = turns[at % turns.length]
    if (!line) break
    const shop = random.pick(shops)
    const text = writeLine(intent, line, shop, slots, random)
    const times = seen.get(text) ?? 0
    if (text === '' || times >= REPEATS) continue
    seen.set(text, times + 1)
    examples.push({ shop: shop.id, text, intent, context: contextOf(intent, line, random) })
  }
  return examples
}

/** "Hola" and "sí" are said a thousand times, but need not be learnt a thousand times. */
const REPEATS = 6

function writeLine(intent: Intent, line: IntentTemplate, shop: TrainingShop, slots: Slots, random: Random): string {
  const fill = (slot: string): string => slots.fill(slot, shop, random)
  let text = tidy(expand(line.template, random, fill))
  if (!BARE.has(intent)) {
    if (random.chance(OPENED)) text = `${fill('greet')}${random.pick([' ', ', ', ', ', '! ', '. ', '\n'])}${text}`
    if (random.chance(CLOSED))
      text = `${text}${random.pick([' ', ', ', '. '])}${fill(random.pick(['thanks', 'porfa', 'bro']))}`
  }
  text = tidy(text)
  return random.chance(NOISY) ? addNoise(text, random).trim() : text
}

function contextOf(intent: Intent, line: IntentTemplate, random: Random): ExampleContext {
  if (line.context.length === 0) return random.chance(IN_CONVERSATION) ? plausibleContext(intent, random) : {}
  const context: ExampleContext = {}
  for (const { key, values } of line.context) setContext(context, key, random.pick(values))
  return context
}

function setContext(context: ExampleContext, key: keyof ExampleContext, value: string): void {
  if (key === 'asked') context.asked = value as Asked
  else if (key === 'field') context.field = value as CheckoutField
  else if (key === 'listed' || key === 'cartLines') context[key] = Number(value)
  else if (key === 'focus' || key === 'openOrder') context[key] = value !== 'no'
}

const CONTEXT_KEYS: Readonly<Record<string, keyof ExampleContext>> = {
  asked: 'asked',
  field: 'field',
  listed: 'listed',
  cart: 'cartLines',
  focus: 'focus',
  openOrder: 'openOrder',
}

function readTemplate(source: string): IntentTemplate {
  const match = /^(?:(\d+)\* )?(.+?)(?: @([a-z][\w=|,]*))?$/i.exec(source.trim())
  if (!match) throw new SyntaxError(`line not understood: ${source}`)
  const context = (match[3] ?? '')
    .split(',')
    .filter((part) => part !== '')
    .map((part) => {
      const [name = '', values = 'yes'] = part.split('=')
      const key = CONTEXT_KEYS[name]
      if (!key) throw new SyntaxError(`unknown context "${name}" in: ${source}`)
      return { key, values: values.split('|') }
    })
  return { source, template: parseTemplate(match[2] ?? ''), weight: Number(match[1] ?? 1), context }
}
