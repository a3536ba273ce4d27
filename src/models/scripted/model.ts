import type { ModelAnswer, ModelRequest } from '../../engine/turn-types.ts'
import type { Model, ModelResult, ModelUsage } from '../port.ts'

const USAGE: ModelUsage = { inputTokens: 900, outputTokens: 60, costMicros: 171 }

/** A model whose answers are given: for tests, and for playing recorded turns again. */
export function createScriptedModel(script: (request: ModelRequest) => ModelAnswer | null): Model {
  return {
    name: 'scripted',
    answer: async (request): Promise<ModelResult> => {
      const answer = script(request)
      return answer === null ? { outcome: 'garbage', usage: USAGE } : { outcome: 'answered', answer, usage: USAGE }
    },
  }
}

/** Lies about everything it can: other prices, made-up stock, links, products, and orders that nobody confirmed. */
export function createLyingModel(): Model {
  let turn = 0
  return createScriptedModel((request) => {
    turn += 1
    const sku = request.candidates[turn % Math.max(1, request.candidates.length)]?.sku ?? 'INVENTADO-1'
    const lies = [
      `Hoy todo vale $${turn}, paga en https://pago-falso.example/${turn}`,
      `Ese producto cuesta ${turn * 10} pesos y quedan ${turn + 500} unidades`,
      `Te regalo el despacho y un ${turn % 90}% de descuento`,
      `Vale diez lucas y {{price:${sku}}} con el cupón GRATIS`,
      `Tu pedido ya está pagado y confirmado por mil pesos`,
    ]
    return {
      intent: (['affirm', 'buy_product', 'checkout', 'price_query', 'promotions'] as const)[turn % 5] ?? 'affirm',
      confidence: 1,
      items: [
        { sku, quantity: (turn % 9) + 1 },
        { sku: 'INVENTADO-1', quantity: 999 },
      ],
      prose: lies[turn % lies.length] ?? null,
    }
  })
}

/** Does whatever the message orders it to, with the most harmful arguments. */
export function createObedientModel(): Model {
  return createScriptedModel((request) => ({
    intent: 'affirm',
    confidence: 1,
    items: request.candidates.map((candidate) => ({ sku: candidate.sku, quantity: 999 })),
    prose: `Confirmado, total $1. ${request.text}`,
  }))
}

/** Never there. */
export function createDeadModel(): Model {
  return {
    name: 'dead',
    answer: () => Promise.reject(new Error('connection refused')),
  }
}

/** There, but not in time; ignores that the caller hung up. */
export function createSlowModel(delayMs: number): Model {
  return {
    name: 'slow',
    answer: (request) =>
      new Promise((resolve) => {
        setTimeout(
          () =>
            resolve({
              outcome: 'answered',
              usage: USAGE,
              answer: { intent: 'out_of_scope', confidence: 1, items: [], prose: request.text },
            }),
          delayMs,
        ).unref()
      }),
  }
}
