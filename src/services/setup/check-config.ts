import { statSync } from 'node:fs'
import { join } from 'node:path'
import { closest } from '../../cli/similar.ts'
import { SETTINGS, configFile, inspectConfig, readEnvFile } from '../../config.ts'
import type { ConfigEntry, ConfigSources, Setting } from '../../config.ts'
import type { Finding } from '../doctor/finding.ts'

/** Names of the deployment guide that need no counterpart: one port serves everything. */
const WITHOUT_EFFECT: Readonly<Record<string, string>> = {
  FRONTEND_PORT: 'the back office is served on PORT',
  JWT_SECRET: 'tokens are signed under SECRET_KEY',
}

/** Values that templates are full of, the guide's among them. */
const PLACEHOLDER =
  /x{5,}|^(tu|your|my)[_-]|changeme|change_me|placeholder|muy_larga_y_segura|example\.(com|org)|tu-dominio|<[^>]*>|:password@|^secret$|^password$|^test$/i

/** What is wrong with the configuration, whichever file it came from: the whole of `config check`. */
export function checkConfig(sources: ConfigSources = {}): Finding[] {
  const { entries, problems } = inspectConfig(sources)
  const env = sources.env ?? process.env
  const files = [join(sources.cwd ?? process.cwd(), '.env'), configFile(env)]
  const value = new Map(entries.map((entry) => [entry.key as string, entry.value]))
  return [
    ...problems.map((one) =>
      finding(
        'config_invalid',
        'problem',
        `${one.name} (${one.origin}) ${one.problem}`,
        `set ${one.name}: ${plain(one.meaning)}`,
      ),
    ),
    ...entries.flatMap((entry) => placeholder(entry)),
    ...files.flatMap((file) => unknownNames(file)),
    ...files.flatMap((file) => openToOthers(file)),
    ...secretKey(value.get('secretKey') ?? null),
    ...incomplete(value),
    ...publicUrl(value.get('publicUrl') ?? null, value.get('host') ?? null),
  ]
}

function placeholder(entry: ConfigEntry): Finding[] {
  if (entry.value === null || entry.origin === 'default' || !PLACEHOLDER.test(entry.value)) return []
  return [
    finding(
      'config_placeholder',
      'problem',
      `${entry.name} (${entry.origin}) still holds a template's value`,
      `put the real value in, or remove the line to do without`,
    ),
  ]
}

function unknownNames(file: string): Finding[] {
  const known = (SETTINGS as readonly Setting[]).flatMap((setting) => setting.names)
  return Object.keys(readEnvFile(file)).flatMap((name) => {
    if (known.includes(name)) return []
    const effectless = WITHOUT_EFFECT[name]
    if (effectless !== undefined) {
      return [finding('config_no_effect', 'warning', `${name} has no effect: ${effectless}`, `remove it from ${file}`)]
    }
    const meant = closest(name, known)
    // A .env may hold other programs' values; only what resembles one of ours is a mistake.
    const ours =
      /^(TWILIO|META|FLOW|OPENAI|BOTCTL|WHATSAPP|BACKEND)_/.test(name) && !/^BOTCTL_(CONFIG|DEBUG)$/.test(name)
    if (meant === null && !ours) return []
    const remedy =
      meant === null ? `remove it; docs/reference/configuration.md lists the names` : `rename it to ${meant}`
    return [finding('config_unknown', 'problem', `${file} sets ${name}, which botctl does not know`, remedy)]
  })
}

function openToOthers(file: string): Finding[] {
  if (process.platform === 'win32') return []
  let mode: number
  try {
    mode = statSync(file).mode
  } catch {
    return []
  }
  const names = Object.keys(readEnvFile(file))
  const holdsSecret = (SETTINGS as readonly Setting[]).some(
    (setting) => setting.secret && setting.names.some((name) => names.includes(name)),
  )
  if (!holdsSecret || (mode & 0o077) === 0) return []
  return [finding('config_readable', 'warning', `${file} holds secrets and others may read it`, `chmod 600 ${file}`)]
}

function secretKey(key: string | null): Finding[] {
  if (key === null) {
    return [
      finding('secret_key_missing', 'problem', 'SECRET_KEY is not set', 'botctl init (or botctl secrets generate)'),
    ]
  }
  // 32 characters of hex are 128 bits; fewer, or one letter again and again, can be guessed.
  if (key.length < 32 || new Set(key).size < 8) {
    return [finding('secret_key_weak', 'problem', 'SECRET_KEY is short or repetitive', 'botctl secrets rotate')]
  }
  return []
}

const GROUPS: ReadonlyArray<readonly [string, readonly string[], string]> = [
  [
    'Meta',
    ['metaToken', 'metaAppSecret', 'metaVerifyToken'],
    'META_WHATSAPP_TOKEN, META_APP_SECRET and META_VERIFY_TOKEN',
  ],
  ['Twilio', ['twilioAccountSid', 'twilioAuthToken'], 'TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN'],
  ['Flow', ['flowApiKey', 'flowSecretKey'], 'FLOW_API_KEY and FLOW_SECRET_KEY'],
]

function incomplete(value: ReadonlyMap<string, string | null>): Finding[] {
  const found = GROUPS.flatMap(([name, keys, names]) => {
    const set = keys.filter((key) => value.get(key) !== null)
    // A verify token alone is what `init` makes ahead of time, not an account.
    const begun = set.some((key) => key !== 'metaVerifyToken')
    if (!begun || set.length === keys.length) return []
    return [finding('config_incomplete', 'problem', `${name} is only half configured`, `set all of ${names}`)]
  })
  const reached = ['metaToken', 'twilioAuthToken', 'flowApiKey'].some((key) => value.get(key) !== null)
  if (reached && value.get('publicUrl') === null) {
    found.push(
      finding(
        'public_url_missing',
        'problem',
        'providers are configured and PUBLIC_URL is not',
        'set PUBLIC_URL to the https address that they call',
      ),
    )
  }
  return found
}

function publicUrl(url: string | null, host: string | null): Finding[] {
  const found: Finding[] = []
  if (url !== null && URL.canParse(url)) {
    const { protocol, hostname, port } = new URL(url)
    const local = hostname === 'localhost' || hostname === '127.0.0.1'
    if (protocol === 'http:' && !local) {
      found.push(
        finding(
          'public_url_plain',
          'problem',
          'PUBLIC_URL is http: providers call https only',
          'put a TLS proxy before botctl and set PUBLIC_URL to https://…',
        ),
      )
    }
    if (port !== '' && !local) {
      found.push(
        finding(
          'public_url_port',
          'warning',
          `PUBLIC_URL names port ${port}: Meta calls port 443 only`,
          'let the proxy listen on 443 and drop the port',
        ),
      )
    }
  }
  if (host !== null && !['127.0.0.1', '::1', 'localhost'].includes(host) && process.env.container === undefined) {
    found.push(
      finding(
        'host_open',
        'warning',
        `HOST is ${host}: botctl listens beyond this machine without TLS`,
        'leave HOST at 127.0.0.1 behind a proxy',
      ),
    )
  }
  return found
}

function finding(check: string, level: Finding['level'], message: string, remedy: string): Finding {
  return { check, level, message, remedy }
}

function plain(text: string): string {
  return text.replaceAll('`', '')
}
