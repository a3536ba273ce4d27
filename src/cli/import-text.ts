import type { ImportProgress, ImportReport } from '../services/products/import-products.ts'
import { table } from './table.ts'

/** As many faults as fit a screen; `--json` has them all. */
const FAULTS_SHOWN = 20
const BAR = 24

export function importText(report: ImportReport, written: boolean, tenant: string): string {
  const { created, updated, unchanged, rejected } = report
  const lines: string[] = []
  if (rejected.length > 0) {
    lines.push(
      table(rejected.slice(0, FAULTS_SHOWN), [
        { header: 'LINE', value: (fault) => fault.line, align: 'right' },
        { header: 'FIELD', value: (fault) => fault.field, max: 20 },
        { header: 'REASON', value: (fault) => fault.reason, max: 80 },
      ]),
    )
    if (rejected.length > FAULTS_SHOWN) lines.push(`… and ${rejected.length - FAULTS_SHOWN} more; --json lists them`)
    lines.push('')
  }
  if (!written) {
    lines.push(`nothing was written: ${rejected.length} fault(s); correct them, or use --partial to take the good rows`)
    return lines.join('\n')
  }
  lines.push(`${created} created, ${updated} updated, ${unchanged} unchanged, ${rejected.length} rejected`)
  if (created > 0) lines.push(`try: botctl test-message "¿qué tienes?" --tenant ${tenant}`)
  return lines.join('\n')
}

export function progressText({ phase, rows, share }: ImportProgress): string {
  const full = Math.round(Math.min(1, Math.max(0, share)) * BAR)
  const bar = '█'.repeat(full) + '░'.repeat(BAR - full)
  return `${phase === 'check' ? 'checking' : 'writing'} ${bar} ${rows} products`
}
