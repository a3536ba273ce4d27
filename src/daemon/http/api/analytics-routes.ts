import { z } from 'zod'
import * as reports from '../../../services/analytics/reports.ts'
import { tenantQuery } from './page.ts'
import { defineRoute, type ApiRequest, type ApiRoute } from './route.ts'

const DAY_MS = 86_400_000
const query = z.strictObject({
  ...tenantQuery,
  days: z.coerce.number().int().min(1).max(366).default(30).describe('how many days back'),
})
const share = z.number().nullable()

function span(now: number, request: ApiRequest<unknown, z.infer<typeof query>>): reports.ReportQuery {
  return {
    tenantId: request.scope,
    since: now - request.query.days * DAY_MS,
    until: now + 1,
    timezone: request.tenant?.timezone ?? 'America/Santiago',
  }
}

export const analyticsRoutes: ApiRoute[] = [
  defineRoute({
    method: 'GET',
    path: '/api/ai-analytics/conversation-stats',
    summary: 'How much is said, day by day, and who answered',
    role: 'viewer',
    query,
    response: z.object({
      conversations: z.number(),
      turns: z.number(),
      operator_messages: z.number(),
      turns_per_conversation: z.number().nullable(),
      average_confidence: z.number().nullable(),
      average_latency_ms: z.number().nullable(),
      sources: z.object({ local: z.number(), model: z.number() }),
      by_day: z.array(z.object({ day: z.string(), turns: z.number(), new_conversations: z.number() })),
    }),
    handle: async ({ store, now }, request) => reports.reportConversations(store, span(now(), request)),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/ai-analytics/intent-analysis',
    summary: 'What shoppers want, and how sure the bot was',
    role: 'viewer',
    query,
    response: z.object({
      intents: z.array(
        z.object({
          intent: z.string(),
          count: z.number(),
          share: z.number(),
          conversations: z.number(),
          average_confidence: z.number().nullable(),
          unsure: z.number(),
        }),
      ),
    }),
    handle: async ({ store, now }, request) => ({ intents: await reports.reportIntents(store, span(now(), request)) }),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/ai-analytics/funnel',
    summary: 'From chat to payment',
    role: 'viewer',
    query,
    response: z.object({
      steps: z.array(z.object({ step: z.string(), conversations: z.number(), share, from_previous: share })),
    }),
    handle: async ({ store, now }, request) => ({ steps: await reports.reportFunnel(store, span(now(), request)) }),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/ai-analytics/products',
    summary: 'What is shown, ordered and paid',
    role: 'viewer',
    query,
    response: z.object({
      products: z.array(
        z.object({
          tenant: z.string(),
          sku: z.string(),
          name: z.string(),
          shown: z.number(),
          ordered: z.number(),
          paid: z.number(),
          revenue: z.number(),
        }),
      ),
    }),
    handle: async ({ store, now }, request) => ({
      products: await reports.reportProducts(store, span(now(), request)),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/ai-analytics/response-times',
    summary: 'How fast the bot answers, by intent',
    role: 'viewer',
    query,
    response: z.object({
      rows: z.array(
        z.object({
          intent: z.string(),
          turns: z.number(),
          p50_ms: z.number(),
          p95_ms: z.number(),
          p99_ms: z.number(),
          max_ms: z.number(),
          model_share: z.number(),
        }),
      ),
    }),
    handle: async ({ store, now }, request) => ({
      rows: await reports.reportResponseTimes(store, span(now(), request)),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/ai-analytics/unanswered',
    summary: 'What the bot did not understand; personal data is masked',
    role: 'viewer',
    query,
    response: z.object({
      messages: z.array(
        z.object({
          tenant: z.string(),
          text: z.string(),
          count: z.number(),
          intent: z.string().nullable(),
          lowest_confidence: z.number().nullable(),
          last_at: z.number(),
          conversation: z.string(),
        }),
      ),
    }),
    handle: async ({ store, now }, request) => ({
      messages: (await reports.reportUnanswered(store, span(now(), request))).slice(0, 200),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/ai-analytics/cost',
    summary: 'What language models cost',
    role: 'viewer',
    query,
    response: z.object({
      rows: z.array(
        z.object({
          tenant: z.string(),
          model: z.string(),
          purpose: z.string(),
          calls: z.number(),
          failed: z.number(),
          input_tokens: z.number(),
          output_tokens: z.number(),
          cost_micros: z.number(),
          average_latency_ms: z.number(),
        }),
      ),
    }),
    handle: async ({ store, now }, request) => ({ rows: await reports.reportCost(store, span(now(), request)) }),
  }),
]
