import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { SETTINGS, readEnvFile } from '../../config.ts'
import type { Setting } from '../../config.ts'
import { BotctlError, EXIT } from '../../errors.ts'
import { setEnvLines } from './env-file.ts'
import { createSecretKey } from './secret-key.ts'

/** What `init` was told; what is left out is not written. */
export interface InitAnswers {
  databaseUrl?: string | undefined
  publicUrl?: string | undefined
  port?: string | undefined
  openaiApiKey?: string | undefined
  /** The key in use, from wherever it is configured: another one would lock stored secrets away. */
  secretKey?: string | undefined
}

export interface InitResult {
  file: string
  /** Names that this run wrote. */
  written: string[]
  /** Names that were there and stay as they are. */
  kept: string[]
  /** The addresses to give to providers; empty without a public URL. */
  urls: Array<{ provider: string; url: string }>
  warnings: string[]
}

/**
 * Writes what is missing into `file`: the answers, a META_VERIFY_TOKEN, and the SECRET_KEY in use or a
 * new one. What is there stays.
 * Throws `config_invalid` (78) before anything is written.
 */
export function initConfig(file: string, answers: InitAnswers): InitResult {
  const present = readEnvFile(file)
  const wanted: Record<string, string | undefined> = {
    DATABASE_URL: answers.databaseUrl,
    PUBLIC_URL: answers.publicUrl,
    PORT: answers.port,
    OPENAI_API_KEY: answers.openaiApiKey,
    SECRET_KEY: answers.secretKey ?? createSecretKey(),
    META_VERIFY_TOKEN: createSecretKey().slice(0, 32),
  }
  const values: Record<string, string> = {}
  const kept: string[] = []
  for (const [name, value] of Object.entries(wanted)) {
    if (anyNameSet(name, present)) kept.push(name)
    else if (value !== undefined && value !== '') values[name] = value
  }
  refuseWrong(values)
  if (Object.keys(values).length > 0) setEnvLines(file, values)
  const url = values.PUBLIC_URL ?? present.PUBLIC_URL
  return {
    file,
    written: Object.keys(values),
    kept,
    urls: url === undefined ? [] : webhookUrls(url),
    warnings: ignoredByGit(file) ? [] : [`${file} holds secrets: add it to .gitignore`],
  }
}

/** What to enter at each provider. */
export function webhookUrls(publicUrl: string): Array<{ provider: string; url: string }> {
  const base = publicUrl.replace(/\/+$/, '')
  return [
    { provider: 'Meta', url: `${base}/webhook/meta` },
    { provider: 'Twilio', url: `${base}/webhook/twilio` },
    { provider: 'Twilio status', url: `${base}/webhook/twilio/status` },
    { provider: 'Flow', url: `${base}/webhook/flow` },
  ]
}

function anyNameSet(name: string, present: Readonly<Record<string, string | undefined>>): boolean {
  const setting = (SETTINGS as readonly Setting[]).find((one) => one.names.includes(name))
  return (setting?.names ?? [name]).some((one) => (present[one] ?? '').trim() !== '')
}

function refuseWrong(values: Readonly<Record<string, string>>): void {
  const wrong = [
    ['DATABASE_URL', /^(sqlite:.|postgres(ql)?:\/\/)/, 'is neither sqlite: nor postgres://'],
    ['PUBLIC_URL', /^https?:\/\/[^/]+/, 'is not an http or https URL'],
    ['PORT', /^([0-9]{1,4}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])$/, 'is not a port'],
  ] as const
  for (const [name, shape, problem] of wrong) {
    const value = values[name]
    if (value !== undefined && !shape.test(value)) {
      throw new BotctlError('config_invalid', `${name} ${problem}`, {
        hint: 'nothing was written: run botctl init again',
        exit: EXIT.configuration,
      })
    }
  }
}

/** True where no repository is around, or one that ignores the file by name. */
function ignoredByGit(file: string): boolean {
  const folder = dirname(file)
  if (!existsSync(join(folder, '.git'))) return true
  const ignore = join(folder, '.gitignore')
  return existsSync(ignore) && /^\/?\.env\s*$/m.test(readFileSync(ignore, 'utf8'))
}
