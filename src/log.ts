import { isIPv4 } from 'node:net'
import { BotctlError } from './errors.ts'
import { maskPhone } from './mask-phone.ts'

/**
 * What may be logged: the fields that are named here and no others. There is no field for what a shopper wrote, for a
 * name, an address or a secret, and every text is scrubbed on its way out, so personal data cannot slip in.
 */
export interface LogFields {
  tenant?: string | undefined
  conversation?: string | undefined
  channel?: string | undefined
  provider?: string | undefined
  daemon?: string | undefined
  order?: string | undefined
  message?: string | undefined
  kind?: string | undefined
  outcome?: string | undefined
  route?: string | undefined
  method?: string | undefined
  status?: number | undefined
  count?: number | undefined
  attempts?: number | undefined
  ms?: number | undefined
  bytes?: number | undefined
  pid?: number | undefined
  port?: number | undefined
  host?: string | undefined
  version?: string | undefined
  database?: string | undefined
  /** Shown masked: +56 ••••• 5617. */
  phone?: string | null | undefined
  /** Why, in words; scrubbed and cut. */
  reason?: string | undefined
  error?: unknown
}

/** `code` is a stable snake_case word; it is what `botctl logs` and alerts look for. */
export interface Log {
  debug(code: string, fields?: LogFields): void
  info(code: string, fields?: LogFields): void
  warn(code: string, fields?: LogFields): void
  error(code: string, fields?: LogFields): void
  child(fields: LogFields): Log
}

export interface LogLine {
  at: number
  /** pino's numbers: 20 debug, 30 info, 40 warn, 50 error. */
  level: number
  tenant: string | null
  conversation: string | null
  code: string
  body: Record<string, unknown>
}

export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {}, child: () => silentLog }

/** JSON lines through pino, one an event, on `destination` (default stdout) and, where given, into `sink`. */
export async function createLog(options: {
  level: string
  now: () => number
  destination?: { write(text: string): void }
  sink?: (line: LogLine) => void
}): Promise<Log> {
  const { default: pino } = await import('pino')
  const root = pino(
    { level: options.level, base: null, messageKey: 'code', timestamp: () => `,"at":${options.now()}` },
    options.destination ?? pino.destination({ fd: 1, sync: false }),
  )
  return wrap(root, {})

  function wrap(logger: typeof root, bound: LogFields): Log {
    const at =
      (name: 'debug' | 'info' | 'warn' | 'error') =>
      (code: string, fields: LogFields = {}): void => {
        const level = root.levels.values[name] ?? 30
        if (!root.isLevelEnabled(name)) return
        const body = safeFields({ ...bound, ...fields })
        logger[name](body, code)
        options.sink?.({
          at: options.now(),
          level,
          tenant: (body.tenant as string | undefined) ?? null,
          conversation: (body.conversation as string | undefined) ?? null,
          code,
          body,
        })
      }
    return {
      debug: at('debug'),
      info: at('info'),
      warn: at('warn'),
      error: at('error'),
      child: (fields) => wrap(logger, { ...bound, ...fields }),
    }
  }
}

const TEXT_FIELDS = [
  'tenant', 'conversation', 'channel', 'provider', 'daemon', 'order', 'message', 'kind', 'outcome',
  'route', 'method', 'host', 'version', 'database', 'reason',
] as const // prettier-ignore
const NUMBER_FIELDS = ['status', 'count', 'attempts', 'ms', 'bytes', 'pid', 'port'] as const

/** Only known fields, each of its kind, texts scrubbed. Exported for tests and for the sink's readers. */
export function safeFields(fields: LogFields): Record<string, unknown> {
  const safe: Record<string, unknown> = {}
  for (const name of TEXT_FIELDS) {
    const value = fields[name]
    // A host's or a version's digits are nobody's number.
    if (typeof value === 'string')
      safe[name] = name === 'host' || name === 'version' ? value.slice(0, 100) : scrub(value)
  }
  for (const name of NUMBER_FIELDS) {
    const value = fields[name]
    if (typeof value === 'number') safe[name] = value
  }
  if (typeof fields.phone === 'string') safe.phone = maskPhone(fields.phone)
  if (fields.error !== undefined) safe.error = safeError(fields.error)
  return safe
}

/** Masks what looks like a phone, a card, an e-mail or a credential; one line, at most 300 characters. */
export function scrub(text: string): string {
  return (
    text
      .replaceAll(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '(e-mail)')
      .replaceAll(/(\/\/[^:@/\s]*:)[^@\s]*@/g, '$1…@')
      .replaceAll(/\b(sk-|EAA|Bearer\s+|SG\.)[\w.-]{8,}/g, '(secret)')
      // Which machine does not answer is what the line is for; nobody writes a phone as four groups below 256.
      .replaceAll(/(?<![\w.])\+?\d[\d\s().-]{6,}\d(?!\w)/g, (found) => (isIPv4(found) ? found : '(number)'))
      // Glued to letters it is rarely an id and may be a phone; an id masked once in ten thousand costs less.
      .replaceAll(/\d{8,}/g, '(number)')
      .replaceAll(/\s+/g, ' ')
      .slice(0, 300)
  )
}

function safeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error }
  const code = error instanceof BotctlError ? error.code : ((error as NodeJS.ErrnoException).code ?? undefined)
  return {
    name: error.name,
    ...(code === undefined ? {} : { code }),
    message: scrub(error.message),
    // Where, not what: the stack's first line repeats the message.
    at: (error.stack ?? '')
      .split('\n')
      .filter((line) => line.trimStart().startsWith('at '))
      .slice(0, 6)
      .map((line) => line.trim()),
  }
}
