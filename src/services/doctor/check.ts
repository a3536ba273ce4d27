import type { Config, ConfigSources } from '../../config.ts'
import type { SecretBox } from '../../secrets.ts'
import type { Store } from '../../store/store.ts'
import type { Finding } from './finding.ts'

export interface DoctorContext {
  config: Config
  sources: ConfigSources
  now: number
  /** Null where the database does not let us in, or where its schema is not ours; then checks that need it are skipped. */
  store: Store | null
  /** The database as it is, migrated or not. */
  rawStore: Store | null
  secrets: SecretBox | null
  /** False with --offline: nobody outside is asked. */
  online: boolean
}

/** One thing to look at, as data. */
export interface Check {
  /** Stable word; findings carry it. */
  id: string
  title: string
  /** What must be there for it to make sense. */
  needs: ReadonlyArray<'connection' | 'database' | 'network'>
  run(context: DoctorContext): Promise<Finding[]>
  /** Mends what it found where that cannot hurt; says what it did. */
  fix?(context: DoctorContext): Promise<string>
}

/** A check's findings all carry its id: `problem('…', '…')`. */
export function findings(check: string) {
  return {
    problem: (message: string, remedy: string): Finding => ({ check, level: 'problem', message, remedy }),
    warning: (message: string, remedy: string): Finding => ({ check, level: 'warning', message, remedy }),
  }
}

/** 45 s, 12 min, 3 h, 2 d. */
export function spanText(ms: number): string {
  if (ms < 120_000) return `${Math.round(ms / 1000)} s`
  if (ms < 7_200_000) return `${Math.round(ms / 60_000)} min`
  if (ms < 172_800_000) return `${Math.round(ms / 3_600_000)} h`
  return `${Math.round(ms / 86_400_000)} d`
}
