import type OpenAI from 'openai'
import { answerJsonSchema, parseAnswer, quotes } from '../answer-schema.ts'
import type { Model, ModelResult, ModelUsage } from '../port.ts'
import { contextPrompt, systemPrompt } from './prompt.ts'

export interface OpenAiOptions {
  apiKey: string
  /** Any server that speaks the API. */
  baseUrl?: string | undefined
  model?: string | undefined
}

const DEFAULT_MODEL = 'gpt-4o-mini'
/** An answer is a line of JSON; a model that wants more has lost the thread. */
const MAX_TOKENS = 400

/** US dollars a million tokens, in and out. Unknown models count as the dearest of these: a budget errs on the safe side. */
const PRICES: ReadonlyArray<readonly [RegExp, number, number]> = [
  [/^gpt-4o-mini/, 0.15, 0.6],
  [/^gpt-4\.1-nano/, 0.1, 0.4],
  [/^gpt-4\.1-mini/, 0.4, 1.6],
]
const DEAREST = [0.6, 2.4] as const

/** A model behind the OpenAI API. The package is loaded with the first question, not with the process. */
export function createOpenAiModel(options: OpenAiOptions): Model {
  const name = options.model ?? DEFAULT_MODEL
  let client: Promise<OpenAI> | undefined
  const connect = (): Promise<OpenAI> => {
    client ??= import('openai').then(
      ({ default: Client }) =>
        // Retries would outlive the turn's deadline; the local answer is the retry.
        new Client({ apiKey: options.apiKey, baseURL: options.baseUrl ?? null, maxRetries: 0, fetch: cappedFetch }),
    )
    return client
  }
  return {
    name,
    async prepare() {
      await connect()
    },
    async answer(request, signal): Promise<ModelResult> {
      const [openai, { APIError }] = await Promise.all([connect(), import('openai')])
      const completion = await openai.chat.completions
        .create(
          {
            model: name,
            temperature: 0,
            max_tokens: MAX_TOKENS,
            messages: [
              { role: 'system', content: systemPrompt(request) },
              { role: 'system', content: contextPrompt(request) },
              { role: 'user', content: request.text },
            ],
            response_format: {
              type: 'json_schema',
              json_schema: { name: 'shopper_message', strict: true, schema: answerJsonSchema(request) },
            },
          },
          { signal },
        )
        .catch((error: unknown) => {
          // Refused or not reached: the caller's to count. Answered, but not in JSON or too much of it: charged, and of no use.
          if (error instanceof APIError || signal.aborted) throw error
          return null
        })
      const usage = usageOf(name, completion?.usage)
      const said: unknown = completion?.choices?.[0]?.message?.content
      const answer = typeof said === 'string' ? parseAnswer(said, request) : null
      if (answer === null) return { outcome: 'garbage', usage }
      const leaks = answer.prose !== null && quotes(answer.prose, systemPrompt(request))
      return { outcome: 'answered', answer: leaks ? { ...answer, prose: null } : answer, usage }
    },
    async transcribe(audio, signal) {
      const [openai, { toFile }] = await Promise.all([connect(), import('openai')])
      const extension = /ogg|opus/.test(audio.mimeType) ? 'ogg' : /mp4|m4a|aac/.test(audio.mimeType) ? 'm4a' : 'mp3'
      const file = await toFile(audio.bytes, `voice.${extension}`, { type: audio.mimeType })
      const heard = await openai.audio.transcriptions.create({ file, model: 'whisper-1', language: 'es' }, { signal })
      const text: unknown = heard?.text
      return typeof text === 'string' ? text.trim() : ''
    },
  }
}

/** What a server says it used, where that can be: a budget must not grow by a negative number. */
function usageOf(
  model: string,
  usage: { prompt_tokens?: unknown; completion_tokens?: unknown } | null | undefined,
): ModelUsage {
  const inputTokens = usage?.prompt_tokens
  const outputTokens = usage?.completion_tokens
  if (!isCount(inputTokens) || !isCount(outputTokens)) return { inputTokens: 0, outputTokens: 0, costMicros: null }
  const [, input, output] = PRICES.find(([pattern]) => pattern.test(model)) ?? [null, ...DEAREST]
  return { inputTokens, outputTokens, costMicros: Math.ceil(inputTokens * input + outputTokens * output) }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value < 1e9
}

/** An answer is some hundred bytes, and a wordy error some thousand. What sends more must not fill our memory. */
const MOST_BYTES = 256 * 1024

const cappedFetch: typeof fetch = async (input, init) => {
  const response = await fetch(input, init)
  if (response.body === null) return response
  let size = 0
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        size += chunk.byteLength
        if (size > MOST_BYTES) controller.error(new Error('the answer is larger than any answer is'))
        else controller.enqueue(chunk)
      },
    }),
  )
  return new Response(counted, { status: response.status, statusText: response.statusText, headers: response.headers })
}
