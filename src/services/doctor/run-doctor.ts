import { loadUsableConfig } from '../../config.ts'
import type { ConfigSources } from '../../config.ts'
import { BotctlError } from '../../errors.ts'
import { createSecretBox } from '../../secrets.ts'
import type { SecretBox } from '../../secrets.ts'
import { connectStore } from '../../store/connect.ts'
import { requireMigrated } from '../../store/migrate.ts'
import type { Store } from '../../store/store.ts'
import { checkConfig } from '../setup/check-config.ts'
import type { Check, DoctorContext } from './check.ts'
import { DATABASE_CHECKS } from './database-checks.ts'
import type { Finding } from './finding.ts'
import { NETWORK_CHECKS } from './network-checks.ts'
import { SHOP_CHECKS } from './shop-checks.ts'
import { WORK_CHECKS } from './work-checks.ts'

export const CHECKS: readonly Check[] = [...DATABASE_CHECKS, ...WORK_CHECKS, ...SHOP_CHECKS, ...NETWORK_CHECKS]

export interface DoctorReport {
  ok: boolean
  checks: Array<{ id: string; title: string; state: 'ok' | 'problem' | 'warning' | 'skipped' }>
  findings: Finding[]
  /** What `--fix` did. */
  fixed: string[]
}

/** Runs every check that makes sense here, mends what is safe to mend where `fix` is set, and looks again. */
export async function runDoctor(options: {
  sources?: ConfigSources
  now: () => number
  fix?: boolean
  online?: boolean
}): Promise<DoctorReport> {
  const sources = options.sources ?? {}
  const report: DoctorReport = { ok: true, checks: [], findings: [], fixed: [] }
  add(report, 'configuration', 'the configuration is complete and no template', checkConfig(sources))
  const opened = await open(sources)
  add(report, 'connection', 'the database lets us in', opened.finding === null ? [] : [opened.finding])
  const context: DoctorContext = {
    ...opened.context,
    sources,
    now: options.now(),
    online: options.online ?? true,
  }
  try {
    for (const check of CHECKS) {
      if (!applies(check, context)) {
        report.checks.push({ id: check.id, title: check.title, state: 'skipped' })
        continue
      }
      let found = await attempt(check, context)
      if (found.length > 0 && options.fix && check.fix) {
        report.fixed.push(await check.fix(context))
        // Migrations that were just applied make the schema ours: what comes after can look.
        context.store ??= await usable(context.rawStore)
        found = await attempt(check, context)
      }
      add(report, check.id, check.title, found)
    }
  } finally {
    await context.rawStore?.close()
  }
  report.ok = report.findings.length === 0
  return report
}

function add(report: DoctorReport, id: string, title: string, found: Finding[]): void {
  const state = found.length === 0 ? 'ok' : found.some((one) => one.level === 'problem') ? 'problem' : 'warning'
  report.checks.push({ id, title, state })
  report.findings.push(...found)
}

function applies(check: Check, context: DoctorContext): boolean {
  return check.needs.every((need) => {
    if (need === 'connection') return context.rawStore !== null
    if (need === 'database') return context.store !== null
    return context.online
  })
}

/** A check that breaks is a finding of its own: a doctor must not die of a disease. */
async function attempt(check: Check, context: DoctorContext): Promise<Finding[]> {
  try {
    return await check.run(context)
  } catch (error) {
    const why = error instanceof BotctlError ? error.code : ((error as { code?: string }).code ?? (error as Error).name)
    return [
      {
        check: check.id,
        level: 'warning',
        message: `could not look whether ${check.title} (${why})`,
        remedy: 'BOTCTL_DEBUG=1 botctl doctor',
      },
    ]
  }
}

async function open(sources: ConfigSources): Promise<{
  context: Pick<DoctorContext, 'config' | 'store' | 'rawStore' | 'secrets'>
  finding: Finding | null
}> {
  const config = loadUsableConfig(sources)
  const secrets: SecretBox | null =
    config.secretKey === null
      ? null
      : createSecretBox(
          config.secretKey,
          (config.secretKeyOld ?? '').split(',').filter((key) => key !== ''),
        )
  try {
    const rawStore = await connectStore(config.databaseUrl)
    return { context: { config, secrets, rawStore, store: await usable(rawStore) }, finding: null }
  } catch (error) {
    const { message, hint } = error as BotctlError
    const finding: Finding = {
      check: 'connection',
      level: 'problem',
      message,
      remedy: hint ?? 'check DATABASE_URL',
    }
    return { context: { config, secrets, rawStore: null, store: null }, finding }
  }
}

async function usable(store: Store | null): Promise<Store | null> {
  if (store === null) return null
  return requireMigrated(store).then(
    () => store,
    () => null,
  )
}
