import { readFileSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { BotctlError, EXIT } from './errors.ts'

export type Origin = 'flag' | 'environment' | '.env' | 'config file' | 'default'

/** One line of the table: where a value may come from and what it means. The reference in docs/ is made from it. */
export interface Setting {
  key: string
  /** Names of the environment; the first one wins where several are set. */
  names: readonly string[]
  secret?: true
  kind: 'text' | 'url' | 'port' | 'database' | 'level'
  default?: string
  meaning: string
}

export const SETTINGS = [
  {
    key: 'databaseUrl',
    names: ['DATABASE_URL'],
    kind: 'database',
    meaning: '`sqlite:PATH`, `sqlite::memory:` or `postgres://…`; by default a SQLite file under your data folder',
  },
  {
    key: 'secretKey',
    names: ['SECRET_KEY'],
    secret: true,
    kind: 'text',
    meaning: 'encrypts secrets at rest and signs tokens; `botctl quickstart` and `botctl init` make one',
  },
  {
    key: 'secretKeyOld',
    names: ['SECRET_KEY_OLD'],
    secret: true,
    kind: 'text',
    meaning: 'earlier keys, separated by commas, that may still open what they sealed; see `botctl secrets rotate`',
  },
  {
    key: 'port',
    names: ['PORT', 'WHATSAPP_BOT_PORT', 'BACKEND_PORT'],
    kind: 'port',
    default: '9001',
    meaning: 'one port serves the webhooks, the API and the back office',
  },
  { key: 'host', names: ['HOST'], kind: 'text', default: '127.0.0.1', meaning: 'the address to listen on' },
  {
    key: 'publicUrl',
    names: ['PUBLIC_URL', 'WHATSAPP_BOT_URL', 'BACKEND_URL'],
    kind: 'url',
    meaning: 'what providers call; Twilio signs this URL',
  },
  {
    key: 'openaiApiKey',
    names: ['OPENAI_API_KEY'],
    secret: true,
    kind: 'text',
    meaning: 'without a key no model is asked, and everything still sells',
  },
  {
    key: 'openaiBaseUrl',
    names: ['OPENAI_BASE_URL'],
    kind: 'url',
    meaning: 'any server that speaks the OpenAI API',
  },
  { key: 'openaiModel', names: ['OPENAI_MODEL'], kind: 'text', meaning: 'the model to ask' },
  {
    key: 'twilioAccountSid',
    names: ['TWILIO_ACCOUNT_SID'],
    kind: 'text',
    meaning: 'the account of shops without one of their own',
  },
  { key: 'twilioAuthToken', names: ['TWILIO_AUTH_TOKEN'], secret: true, kind: 'text', meaning: 'its token' },
  {
    key: 'twilioNumber',
    names: ['TWILIO_WHATSAPP_NUMBER'],
    kind: 'text',
    meaning: 'its WhatsApp number, +56…',
  },
  { key: 'twilioApiUrl', names: ['TWILIO_API_URL'], kind: 'url', meaning: 'another Twilio, for tests' },
  {
    key: 'metaToken',
    names: ['META_WHATSAPP_TOKEN'],
    secret: true,
    kind: 'text',
    meaning: 'the access token of shops without one of their own',
  },
  {
    key: 'metaVerifyToken',
    names: ['META_VERIFY_TOKEN'],
    secret: true,
    kind: 'text',
    meaning: 'what Meta must say when it verifies the webhook',
  },
  {
    key: 'metaAppSecret',
    names: ['META_APP_SECRET'],
    secret: true,
    kind: 'text',
    meaning: 'signs the webhooks that Meta sends',
  },
  {
    key: 'metaPhoneNumberId',
    names: ['META_PHONE_NUMBER_ID'],
    kind: 'text',
    meaning: 'the id of the business number',
  },
  { key: 'metaGraphUrl', names: ['META_GRAPH_URL'], kind: 'url', meaning: 'another Graph API, for tests' },
  { key: 'metaGraphVersion', names: ['META_GRAPH_VERSION'], kind: 'text', meaning: 'its version, such as v23.0' },
  {
    key: 'flowApiUrl',
    names: ['FLOW_API_URL'],
    kind: 'url',
    meaning: 'Flow.cl, production or sandbox',
  },
  {
    key: 'flowApiKey',
    names: ['FLOW_API_KEY'],
    secret: true,
    kind: 'text',
    meaning: 'the account that collects for shops without one of their own',
  },
  {
    key: 'flowSecretKey',
    names: ['FLOW_SECRET_KEY'],
    secret: true,
    kind: 'text',
    meaning: 'signs what is sent to Flow',
  },
  {
    key: 'testWebhookToken',
    names: ['TEST_WEBHOOK_TOKEN'],
    secret: true,
    kind: 'text',
    meaning: 'opens `POST /webhook` beyond the loopback address',
  },
  {
    key: 'logLevel',
    names: ['LOG_LEVEL'],
    kind: 'level',
    default: 'info',
    meaning: '`debug`, `info`, `warn`, `error` or `silent`',
  },
] as const satisfies readonly Setting[]

export type SettingKey = (typeof SETTINGS)[number]['key']

/** One value and where it came from; `shown` is safe to print. */
export interface ConfigEntry {
  key: SettingKey
  /** The name that it was set by, or the first of its names. */
  name: string
  value: string | null
  shown: string | null
  origin: Origin
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

export interface Config extends Record<
  Exclude<SettingKey, 'port' | 'databaseUrl' | 'host' | 'logLevel'>,
  string | null
> {
  databaseUrl: string
  port: number
  host: string
  logLevel: LogLevel
  entries: readonly ConfigEntry[]
}

export interface ConfigSources {
  /** By setting key (`port`, `databaseUrl`), as typed. */
  flags?: Readonly<Record<string, string | undefined>>
  env?: Readonly<Record<string, string | undefined>>
  /** The working folder, where `.env` is looked for. */
  cwd?: string
}

/** Flag, then environment, then `.env`, then the config file, then the default. Throws `config_invalid`, exit 78; for a flag `flag_invalid`, 64. */
export function loadConfig(sources: ConfigSources = {}): Config {
  const { entries, problems } = inspectConfig(sources)
  const [first] = problems
  if (first) {
    // What was typed on the command line is a wrong use of it, not a wrong configuration.
    if (first.origin === 'flag') {
      throw new BotctlError('flag_invalid', `--${first.name.toLowerCase()} ${first.problem}`, {
        hint: `--${first.name.toLowerCase()}: ${first.meaning.replaceAll('`', '')}`,
        exit: EXIT.usage,
      })
    }
    throw new BotctlError('config_invalid', `${first.name} (${first.origin}) ${first.problem}`, {
      hint: `${first.name}: ${first.meaning.replaceAll('`', '')}; botctl config check lists everything`,
      exit: EXIT.configuration,
      details: { name: first.name },
    })
  }
  return toConfig(entries, sources)
}

/** The same for a doctor: a value that is wrong counts as not set, and the rest is as it is. */
export function loadUsableConfig(sources: ConfigSources = {}): Config {
  const { entries, problems } = inspectConfig(sources)
  const wrong = new Set(problems.map((one) => one.name))
  const defaults: readonly Setting[] = SETTINGS
  const usable = entries.map((one, index) =>
    wrong.has(one.name) && one.origin !== 'default' ? { ...one, value: defaults[index]?.default ?? null } : one,
  )
  return toConfig(usable, sources)
}

function toConfig(entries: readonly ConfigEntry[], sources: ConfigSources): Config {
  const values = Object.fromEntries(entries.map((one) => [one.key, one.value])) as Record<SettingKey, string | null>
  return {
    ...values,
    databaseUrl: values.databaseUrl ?? defaultDatabaseUrl(sources.env),
    port: Number(values.port),
    host: values.host ?? '127.0.0.1',
    logLevel: (values.logLevel ?? 'info') as LogLevel,
    entries,
  }
}

/** A value that cannot be used; the value itself is not repeated. */
export interface ConfigProblem {
  name: string
  origin: Origin
  problem: string
  meaning: string
}

/** Every value with its origin, and every value that is wrong: what `config show` and `config check` print. */
export function inspectConfig(sources: ConfigSources = {}): { entries: ConfigEntry[]; problems: ConfigProblem[] } {
  const env = sources.env ?? process.env
  const layers: Layer[] = [
    ['environment', env],
    ['.env', readEnvFile(join(sources.cwd ?? process.cwd(), '.env'))],
    ['config file', readEnvFile(configFile(env))],
  ]
  const entries = SETTINGS.map((setting) => resolveEntry(setting, sources.flags ?? {}, layers, env))
  const problems = entries.flatMap((one, index) => {
    const setting: Setting = SETTINGS[index] as Setting
    const problem = one.origin === 'default' || one.value === null ? null : problemOf(setting, one.value)
    return problem === null ? [] : [{ name: one.name, origin: one.origin, problem, meaning: setting.meaning }]
  })
  return { entries, problems }
}

/** Where `quickstart` and `init` keep what they make: `KEY=value` lines, readable by its owner alone. */
export function configFile(env: Readonly<Record<string, string | undefined>> = process.env): string {
  if (env.BOTCTL_CONFIG) return env.BOTCTL_CONFIG
  if (process.platform === 'win32')
    return join(env.APPDATA ?? join(homeOf(env), 'AppData', 'Roaming'), 'botctl', 'config.env')
  return join(env.XDG_CONFIG_HOME || join(homeOf(env), '.config'), 'botctl', 'config.env')
}

/** The user's data folder: the default database and backups live there. */
export function dataFolder(env: Readonly<Record<string, string | undefined>> = process.env): string {
  if (env.XDG_DATA_HOME) return join(env.XDG_DATA_HOME, 'botctl')
  if (process.platform === 'win32') return join(env.LOCALAPPDATA ?? join(homeOf(env), 'AppData', 'Local'), 'botctl')
  if (process.platform === 'darwin') return join(homeOf(env), 'Library', 'Application Support', 'botctl')
  return join(homeOf(env), '.local', 'share', 'botctl')
}

export function defaultDatabaseUrl(env: Readonly<Record<string, string | undefined>> = process.env): string {
  return `sqlite:${join(dataFolder(env), 'botctl.sqlite')}`
}

/** `KEY=value` lines of a file; empty where there is none. */
export function readEnvFile(path: string): Record<string, string | undefined> {
  let text: string
  try {
    // A folder of that name, or a device, is not a configuration.
    if (!statSync(path).isFile()) return {}
    text = readFileSync(path, 'utf8')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw new BotctlError('config_unreadable', `cannot read ${path}`, {
      hint: `make it readable for this user: chmod u+r ${path}`,
      exit: EXIT.configuration,
      cause,
    })
  }
  return parseEnv(text.replace(/^\uFEFF/, ''))
}

function homeOf(env: Readonly<Record<string, string | undefined>>): string {
  return env.HOME || homedir()
}

type Layer = [Origin, Readonly<Record<string, string | undefined>>]

function resolveEntry(
  setting: Setting & { key: SettingKey },
  flags: Readonly<Record<string, string | undefined>>,
  layers: readonly Layer[],
  env: Readonly<Record<string, string | undefined>>,
): ConfigEntry {
  const first = setting.names[0] ?? setting.key
  const flag = flags[setting.key]
  if (flag !== undefined) return entry(setting, first, flag, 'flag')
  for (const [origin, layer] of layers) {
    for (const name of setting.names) {
      const value = layer[name]?.trim()
      // `NAME=` in a file means "not set": the guide's template is full of them.
      if (value) return entry(setting, name, value, origin)
    }
  }
  const fallback = setting.key === 'databaseUrl' ? defaultDatabaseUrl(env) : (setting.default ?? null)
  return entry(setting, first, fallback, 'default')
}

function entry(setting: Setting & { key: SettingKey }, name: string, text: string | null, origin: Origin): ConfigEntry {
  const value = setting.kind === 'url' && text !== null ? text.replace(/\/+$/, '') : text
  return { key: setting.key, name, value, shown: shown(setting, value), origin }
}

function shown(setting: Setting, value: string | null): string | null {
  if (value === null) return null
  // Never a part of the secret itself: its length says whether it is the one you think of.
  if (setting.secret) return `(secret, ${value.length} characters)`
  if (setting.kind === 'database' || setting.kind === 'url') return value.replace(/(\/\/[^:@/]*:)[^@]*@/, '$1…@')
  return value
}

function problemOf(setting: Setting, value: string): string | null {
  if (setting.kind === 'port') {
    return /^\d{1,5}$/.test(value) && Number(value) <= 65_535 ? null : 'is not a port (0 to 65535)'
  }
  if (setting.kind === 'url') {
    return URL.canParse(value) && /^https?:/.test(value) ? null : 'is not an http or https URL'
  }
  if (setting.kind === 'level') {
    return ['debug', 'info', 'warn', 'error', 'silent'].includes(value) ? null : 'is not a log level'
  }
  if (setting.kind === 'database') {
    return /^(sqlite:.|postgres(ql)?:\/\/)/.test(value) ? null : 'is neither sqlite: nor postgres://'
  }
  return null
}
