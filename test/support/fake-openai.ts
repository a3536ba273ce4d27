import type { ServerResponse } from 'node:http'
import { sendJson, startFake, type FakeServer, type Heard } from './fake-provider.ts'

/** What the model was asked, as the wire shows it. */
export interface Asked {
  system: string
  user: string
  skus: string[]
  raw: string
}

export interface FakeOpenAi extends FakeServer {
  /** For OPENAI_BASE_URL. */
  baseUrl: string
  asked(): Asked[]
}

/** The JSON that the model should say, or whatever it does instead. */
export type Script = (asked: Asked, response: ServerResponse) => object | string | void

/** A server on loopback that speaks the OpenAI API; `script` says what it answers, or answers by itself. */
export async function startFakeOpenAi(
  script: Script,
  hear: (body: Heard) => string = () => 'hola',
): Promise<FakeOpenAi> {
  const chats: Asked[] = []
  const fake = await startFake((request, response) => {
    if (request.url.endsWith('/audio/transcriptions')) return sendJson(response, 200, { text: hear(request) })
    const asked = read(request.body)
    chats.push(asked)
    const said = script(asked, response)
    if (said !== undefined) sayAnswer(response, said)
    return undefined
  })
  return { ...fake, baseUrl: `${fake.url}/v1`, asked: () => chats }
}

export function sayAnswer(
  response: ServerResponse,
  said: object | string,
  usage: object | null = { prompt_tokens: 900, completion_tokens: 60, total_tokens: 960 },
): void {
  sendJson(response, 200, {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 0,
    model: 'fake',
    choices: [
      {
        index: 0,
        finish_reason: 'stop',
        message: { role: 'assistant', content: typeof said === 'string' ? said : JSON.stringify(said) },
      },
    ],
    ...(usage === null ? {} : { usage }),
  })
}

function read(raw: string): Asked {
  const body = JSON.parse(raw) as {
    messages: Array<{ role: string; content: string }>
    response_format: {
      json_schema: { schema: { properties: { items: { items: { properties: { sku: { enum?: string[] } } } } } } }
    }
  }
  const said = (role: string): string =>
    body.messages
      .filter((message) => message.role === role)
      .map((message) => message.content)
      .join('\n')
  return {
    raw,
    system: said('system'),
    user: said('user'),
    skus: body.response_format.json_schema.schema.properties.items.items.properties.sku.enum ?? [],
  }
}
