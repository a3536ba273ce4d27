import { z } from 'zod'
import type { ApiRoute } from './route.ts'

const ERROR = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message', 'hint'],
      properties: {
        code: { type: 'string', description: 'stable; what programs look at' },
        message: { type: 'string' },
        hint: { type: ['string', 'null'] },
        details: {},
      },
    },
  },
}

/** OpenAPI 3.1 of the routes, made from the schemas that check requests and cut responses. */
export function openApi(routes: readonly ApiRoute[], version: string): unknown {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) {
    const path = route.path.replaceAll(/:([a-z]+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) }
  }
  paths['/auth/login'] = { post: LOGIN }
  return {
    openapi: '3.1.0',
    info: { title: 'botctl', version, description: 'Shops on WhatsApp: the API behind the back office.' },
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { Error: ERROR },
    },
  }
}

function operation(route: ApiRoute): unknown {
  return {
    summary: route.summary,
    description: `Needs the role ${route.role} or a higher one.`,
    tags: [route.path.split('/')[2] ?? 'api'],
    parameters: [...parameters(route.params, 'path'), ...parameters(route.query, 'query')],
    ...(route.body && { requestBody: { required: true, content: json(z.toJSONSchema(route.body, { io: 'input' })) } }),
    responses: {
      200: { description: 'done', content: json(z.toJSONSchema(route.response)) },
      ...Object.fromEntries(
        [
          [400, 'the request is not as described here'],
          [401, 'no token, or one that is no longer good'],
          [403, 'the role does not allow it'],
          [404, 'there is no such thing among the user’s shops'],
        ].map(([status, description]) => [
          status,
          { description, content: json({ $ref: '#/components/schemas/Error' }) },
        ]),
      ),
    },
  }
}

function parameters(schema: z.ZodObject | undefined, where: 'path' | 'query'): unknown[] {
  if (schema === undefined) return []
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input' }) as {
    properties?: Record<string, { description?: string }>
    required?: string[]
  }
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    ...(description && { description }),
    schema: rest,
  }))
}

function json(schema: unknown): unknown {
  return { 'application/json': { schema } }
}

const LOGIN = {
  summary: 'Trade a password for a token',
  security: [],
  tags: ['auth'],
  requestBody: {
    required: true,
    content: json({
      type: 'object',
      required: ['password'],
      properties: {
        email: { type: 'string' },
        username: { type: 'string', description: 'the e-mail address or the part before its @' },
        password: { type: 'string' },
      },
    }),
  },
  responses: {
    200: {
      description: 'welcome',
      content: json({
        type: 'object',
        required: ['access_token', 'token_type', 'expires_in', 'refresh_token'],
        properties: {
          access_token: { type: 'string' },
          token_type: { const: 'bearer' },
          expires_in: { type: 'integer', description: 'seconds' },
          refresh_token: { type: 'string', description: 'for POST /auth/refresh, once' },
        },
      }),
    },
    401: { description: 'unknown user or wrong password', content: json({ $ref: '#/components/schemas/Error' }) },
    429: { description: 'too many attempts; see Retry-After', content: json({ $ref: '#/components/schemas/Error' }) },
  },
}
