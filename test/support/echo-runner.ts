import { contactId } from '../../src/ids.ts'
import type { TurnRequest, TurnResult, TurnRunner } from '../../src/services/turns/types.ts'

/**
 * Answers `eco <text>`, so that each reply names its message. What it is told to break, breaks: `veneno` throws at every
 * try. It keeps count in the conversation's context, so that a turn that ran twice or out of order would show.
 */
export function createEchoRunner(now: () => number = Date.now): TurnRunner {
  return {
    async run(request) {
      const text = request.messages.map((message) => message.text).join(' + ')
      if (text.includes('veneno')) throw new Error('this message breaks its handler')
      return echo(request, text, now())
    },
  }
}

function echo(request: TurnRequest, text: string, now: number): TurnResult {
  const { tenantId, conversationId, channelId, sender } = request
  const last = request.messages.at(-1)
  const who = sender.phone ?? sender.userId ?? ''
  const replies = [{ type: 'text' as const, text: `eco ${text}` }]
  const at = last?.at ?? 0
  return {
    writes: {
      tenantId,
      conversationId,
      contact: { id: contactId(tenantId, who), phone: sender.phone, userId: sender.userId, name: sender.name },
      channelId,
      mode: null,
      lastInboundAt: Math.max(at, now),
      context: { state: { last: text }, cartVersion: 0, cartItems: 0, cartUpdatedAt: null, expiresAt: at + 86_400_000 },
      history: {
        messageId: last?.id ?? '',
        text,
        replies,
        intent: 'smalltalk',
        confidence: 1,
        source: 'local',
        latencyMs: 0,
        products: [],
        trace: null,
      },
      replies: replies.map((reply) => ({ reply, class: 'reply' as const })),
      effects: [],
      jobs: [],
    },
    document: {
      tenant: tenantId,
      from: who,
      conversation: conversationId,
      text,
      intent: 'smalltalk',
      confidence: 1,
      source: 'local',
      products: [],
      cart: { items: [], subtotal: 0, total: 0 },
      order: null,
      replies,
      latency_ms: 0,
    },
  }
}
