import { z } from 'zod'
import type { ModelAnswer, ModelRequest } from '../engine/turn-types.ts'
import { INTENTS } from '../engine/types.ts'

/** The closed set of what a model may say; no field for a price, a stock, a discount, a link or an order. */
const answerSchema = z.strictObject({
  intent: z.enum(INTENTS),
  confidence: z.number().min(0).max(1),
  items: z.array(z.strictObject({ sku: z.string().max(100), quantity: z.int().min(1).max(999).nullable() })).max(12),
  prose: z.string().max(700).nullable(),
})

/** The same as JSON Schema for structured output; SKUs are an enum of the candidates, so no other can be said. */
export function answerJsonSchema(request: ModelRequest): Record<string, unknown> {
  const skus = request.candidates.map((candidate) => candidate.sku)
  return {
    type: 'object',
    additionalProperties: false,
    required: ['intent', 'confidence', 'items', 'prose'],
    properties: {
      intent: { type: 'string', enum: [...INTENTS] },
      confidence: { type: 'number' },
      items: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['sku', 'quantity'],
          properties: {
            sku: skus.length > 0 ? { type: 'string', enum: skus } : { type: 'string' },
            quantity: { type: ['integer', 'null'] },
          },
        },
      },
      prose: { type: ['string', 'null'] },
    },
  }
}

/** What a model said, checked against the schema and the candidates; null where it is anything else. */
export function parseAnswer(text: string, request: ModelRequest): ModelAnswer | null {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    return null
  }
  const parsed = answerSchema.safeParse(raw)
  if (!parsed.success) return null
  const known = new Set(request.candidates.map((candidate) => candidate.sku))
  return { ...parsed.data, items: parsed.data.items.filter((item) => known.has(item.sku)) }
}

/** So many words of the rules in a row are a quotation; fewer occur in any two texts. */
const QUOTED_WORDS = 4

/** True where `prose` quotes `rules`: what a shop tells its model is nothing for shoppers. */
export function quotes(prose: string, rules: string): boolean {
  const held = ` ${wordsOf(rules).join(' ')} `
  const words = wordsOf(prose)
  return words.some((_, at) => {
    const run = words.slice(at, at + QUOTED_WORDS)
    return run.length === QUOTED_WORDS && held.includes(` ${run.join(' ')} `)
  })
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
