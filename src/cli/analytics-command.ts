import * as Flags from '@oclif/core/flags'
import type { ReportQuery } from '../services/analytics/reports.ts'
import type { Store } from '../store/store.ts'
import { BotctlCommand } from './command.ts'
import { parseSince } from './since.ts'

export const reportFlags = {
  tenant: Flags.string({ char: 't', description: 'only this shop', helpValue: 'SLUG' }),
  since: Flags.string({ default: '30d', description: 'from when on: 24h, 7d, a date' }),
  until: Flags.string({ description: 'up to when; now without it' }),
  csv: Flags.boolean({ description: 'comma-separated values', exclusive: ['json'] }),
}

/** What the analytics commands share: a shop, a span of time, and three ways to print. */
export abstract class AnalyticsCommand extends BotctlCommand {
  async report(flags: { tenant?: string | undefined; since: string; until?: string | undefined }): Promise<{
    store: Store
    query: ReportQuery
  }> {
    const { store, now } = await (await this.runtime()).deps()
    const { requireTenant } = await import('../store/tenants.ts')
    const tenant = flags.tenant === undefined ? null : await requireTenant(store.db, flags.tenant)
    const query: ReportQuery = {
      tenantId: tenant?.id ?? null,
      since: parseSince(flags.since, now()),
      until: flags.until === undefined ? now() + 1 : parseSince(flags.until, now()),
      timezone: tenant?.timezone ?? 'America/Santiago',
    }
    return { store, query }
  }

  /** JSON, CSV or text, as asked for. */
  async show(
    flags: { csv: boolean },
    data: unknown,
    rows: readonly object[],
    human: () => string | Promise<string>,
  ): Promise<void> {
    await this.print(data, flags.csv ? () => toCsv(rows) : human)
  }
}

function toCsv(rows: readonly object[]): string {
  const [first] = rows
  if (first === undefined) return ''
  const columns = Object.keys(first)
  const lines = rows.map((row) => columns.map((column) => csvCell((row as Record<string, unknown>)[column])).join(','))
  return [columns.join(','), ...lines].join('\n')
}

function csvCell(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  // A spreadsheet takes these beginnings for a formula and runs it: shoppers write the texts.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
