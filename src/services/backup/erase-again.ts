import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { BotctlError, EXIT } from '../../errors.ts'
import { findErased, listErasures, recordErasure, type Erasure } from '../../store/erasures.ts'
import { openStore } from '../../store/open.ts'
import { erasePerson, findPerson } from '../../store/people.ts'
import { recordRequest } from '../../store/privacy-requests.ts'
import type { Store } from '../../store/store.ts'
import { recordAudit } from '../audit/record-audit.ts'

const ledger = z.object({
  erasures: z.array(z.object({ tenant_id: z.string().min(1), ref: z.string().min(1), at: z.iso.datetime() })),
})

export interface ErasureLedger {
  erasures: Array<{ tenant_id: string; ref: string; at: string }>
}

/** All erasures, to be kept beside the backups: random names and dates, nothing of anybody. */
export async function showErasures(deps: { store: Store }): Promise<ErasureLedger> {
  const rows = await listErasures(deps.store.db)
  return {
    erasures: rows.map((row) => ({ tenant_id: row.tenantId, ref: row.ref, at: new Date(row.at).toISOString() })),
  }
}

/**
 * Who was erased, from a database URL or a file of `privacy erasures --json`. Without `must`, null where the database does
 * not answer: it may be the one that was lost. Throws `erasures_unreadable` (65) or the database's own error.
 */
export async function readErasures(source: string, options: { must: boolean }): Promise<Erasure[] | null> {
  if (!/^(?:sqlite:|postgres(?:ql)?:)/.test(source)) return readLedger(source)
  // Opening a file that is gone would make an empty one in its place.
  if (!options.must && source.startsWith('sqlite:') && !existsSync(source.slice('sqlite:'.length))) return null
  try {
    const store = await openStore(source)
    try {
      return await listErasures(store.db)
    } finally {
      await store.close()
    }
  } catch (error) {
    if (options.must) throw error
    return null
  }
}

async function readLedger(file: string): Promise<Erasure[]> {
  try {
    const { erasures } = ledger.parse(JSON.parse(await readFile(file, 'utf8')))
    return erasures.map((each) => ({ tenantId: each.tenant_id, ref: each.ref, at: Date.parse(each.at) }))
  } catch {
    throw new BotctlError('erasures_unreadable', `${file} is no list of erasures`, {
      hint: 'botctl privacy erasures --json > erasures.json makes one',
      exit: EXIT.badData,
    })
  }
}

/**
 * Forgets in a restored database whom the backup still holds though they were erased since; how many that were. The law
 * does not ask whether an order was open when the backup was made: it was closed when they were erased.
 */
export async function eraseAgain(
  deps: { store: Store; now: () => number; actor: string },
  erasures: readonly Erasure[],
): Promise<number> {
  let count = 0
  for (const erasure of erasures) {
    const erased = await deps.store.transaction(async (trx) => {
      const contactId = await findErased(trx, erasure)
      const person = contactId === null ? null : await findPerson(trx, erasure.tenantId, contactId)
      if (person === null) {
        await recordErasure(trx, erasure)
        return false
      }
      const now = deps.now()
      const { anonymous } = await erasePerson(trx, person, now)
      const proof = 'erased again after a backup was restored'
      const { tenantId } = erasure
      await recordRequest(trx, {
        tenantId,
        contactId: anonymous,
        kind: 'erase',
        requestedAt: erasure.at,
        doneAt: now,
        proof,
      })
      await recordAudit(
        trx,
        { tenantId, actor: deps.actor, action: 'privacy.erase', object: anonymous, after: { restored: true } },
        now,
      )
      return true
    })
    if (erased) count += 1
  }
  return count
}
