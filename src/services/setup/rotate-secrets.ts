import type { Config, Origin } from '../../config.ts'
import { BotctlError, EXIT } from '../../errors.ts'
import { createSecretBox } from '../../secrets.ts'
import type { SecretBox } from '../../secrets.ts'
import type { Store } from '../../store/store.ts'
import { recordBy, type AuditedBy } from '../audit/record-audit.ts'
import { setEnvLines } from './env-file.ts'
import { createSecretKey } from './secret-key.ts'

/** A daemon that beat within this time is taken for running; three missed beats of five seconds and some slack. */
const ALIVE_MS = 30_000

export interface RotationResult {
  /** `prepared`: new key written, daemons must restart before stored secrets move. `done`: everything under the new key. */
  stage: 'prepared' | 'done'
  resealed: number
  daemons: number
  file: string | null
}

/**
 * Moves stored secrets to a new SECRET_KEY without a moment in which a running daemon cannot read them:
 * first the key file gets the new key beside the old one, then daemons restart (and read both), then values are sealed
 * again and the old key goes. With no daemon running all of it happens at once. Interrupted, it is simply run again.
 */
export function createSecretRotation(deps: AuditedBy & { store: Store; config: Config }) {
  return { rotate, reseal }

  /** Throws `secret_key_missing` or `secret_key_from_environment`, exit 78. */
  async function rotate(files: Partial<Record<Origin, string>>): Promise<RotationResult> {
    const old = deps.config.secretKey
    const origin = deps.config.entries.find((entry) => entry.key === 'secretKey')?.origin ?? 'default'
    const file = files[origin]
    if (old === null) {
      throw new BotctlError('secret_key_missing', 'there is no SECRET_KEY to rotate', {
        hint: 'run botctl init, which makes one',
        exit: EXIT.configuration,
      })
    }
    if (file === undefined) {
      throw new BotctlError(
        'secret_key_from_environment',
        'SECRET_KEY comes from the environment, which botctl cannot change',
        {
          hint: 'set SECRET_KEY to the output of botctl secrets generate and SECRET_KEY_OLD to the old one, restart the daemons, then run botctl secrets rotate --reseal',
          exit: EXIT.configuration,
        },
      )
    }
    const fresh = createSecretKey()
    const olds = [old, ...oldKeys(deps.config)]
    setEnvLines(file, { SECRET_KEY: fresh, SECRET_KEY_OLD: olds.join(',') })
    const daemons = await countDaemons()
    if (daemons > 0) return note('secrets.rotate', { stage: 'prepared', resealed: 0, daemons, file })
    const resealed = await resealAll(createSecretBox(fresh, olds))
    setEnvLines(file, { SECRET_KEY_OLD: null })
    return note('secrets.rotate', { stage: 'done', resealed, daemons, file })
  }

  /** The second half: seals what is still under an old key, and drops the old keys from the file that holds them. */
  async function reseal(files: Partial<Record<Origin, string>>): Promise<RotationResult> {
    const box = createSecretBox(deps.config.secretKey ?? '', oldKeys(deps.config))
    const resealed = await resealAll(box)
    const origin = deps.config.entries.find((entry) => entry.key === 'secretKeyOld')?.origin ?? 'default'
    const file = files[origin] ?? null
    if (file !== null) setEnvLines(file, { SECRET_KEY_OLD: null })
    return note('secrets.reseal', { stage: 'done', resealed, daemons: await countDaemons(), file })
  }

  /** The keys themselves are nowhere but in their file. */
  async function note(action: string, result: RotationResult): Promise<RotationResult> {
    const { stage, resealed } = result
    await recordBy(deps, deps.store.db, { tenantId: null, action, object: 'SECRET_KEY', after: { stage, resealed } })
    return result
  }

  async function resealAll(box: SecretBox): Promise<number> {
    let count = 0
    for (const table of ['channel', 'payment_account'] as const) {
      const rows = await deps.store.db
        .selectFrom(table)
        .select(['tenant_id', 'secrets'])
        .where('secrets', 'is not', null)
        .execute()
      for (const row of rows) {
        if (row.secrets === null || box.isCurrent(row.secrets)) continue
        const sealed = box.seal(box.open(row.secrets, row.tenant_id), row.tenant_id)
        // Only where nobody changed it meanwhile: a newer secret is under the new key already.
        const { numUpdatedRows } = await deps.store.db
          .updateTable(table)
          .set({ secrets: sealed })
          .where('tenant_id', '=', row.tenant_id)
          .where('secrets', '=', row.secrets)
          .executeTakeFirst()
        count += Number(numUpdatedRows)
      }
    }
    return count
  }

  async function countDaemons(): Promise<number> {
    const { n } = await deps.store.db
      .selectFrom('daemon')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('beat_at', '>', deps.now() - ALIVE_MS)
      .where('stopped_at', 'is', null)
      .executeTakeFirstOrThrow()
    return n
  }
}

function oldKeys(config: Config): string[] {
  return (config.secretKeyOld ?? '').split(',').filter((key) => key !== '')
}
