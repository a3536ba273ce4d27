import type { ConsentPurpose } from '../../engine/commerce/effects.ts'
import { BotctlError, EXIT } from '../../errors.ts'
import { listConsents, recordConsent } from '../../store/consent.ts'
import type { Db, Store } from '../../store/store.ts'
import { recordAudit } from '../audit/record-audit.ts'
import { requirePerson } from './find-person.ts'

export interface ConsentLedger {
  tenant: string
  contact: string
  /** The latest word on each purpose; null where nothing was ever said. */
  now: Record<ConsentPurpose, boolean | null>
  entries: Array<{ purpose: ConsentPurpose; granted: boolean; proof: string; at: string }>
}

/** What a shopper agreed to and took back, with its proofs. Throws `tenant_not_found` or `contact_not_found` (66). */
export async function showConsents(
  deps: { db: Db },
  wanted: { tenant: string; contact: string },
): Promise<ConsentLedger> {
  const { tenant, person } = await requirePerson(deps.db, wanted)
  const entries = await listConsents(deps.db, { tenantId: tenant.id, contactId: person.contactId })
  const last = (purpose: ConsentPurpose) => entries.findLast((entry) => entry.purpose === purpose)?.granted ?? null
  return {
    tenant: tenant.slug,
    contact: person.contactId,
    now: { messages: last('messages'), reminders: last('reminders'), remember_data: last('remember_data') },
    entries: entries.map(({ at, ...entry }) => ({ ...entry, at: new Date(at).toISOString() })),
  }
}

/**
 * Writes down what a shopper said outside the chat: at the counter, by telephone, on paper. A grant needs a proof that can
 * be shown later; taking back needs none, and for remembered data it forgets them in the same breath.
 * Throws `proof_missing` (64), `contact_not_found` (66).
 */
export async function changeConsent(
  deps: { store: Store; now: () => number; actor: string },
  wanted: { tenant: string; contact: string; purpose: ConsentPurpose; granted: boolean; proof?: string | undefined },
): Promise<ConsentLedger> {
  const { store } = deps
  const said = wanted.proof?.trim() ?? ''
  if (wanted.granted && said === '') {
    throw new BotctlError('proof_missing', 'a consent without a proof is none', {
      hint: '--proof "form of 2026-11-22, box 14": where it can be looked up, and nothing personal',
      exit: EXIT.usage,
    })
  }
  const { tenant, person } = await requirePerson(store.db, wanted)
  const now = deps.now()
  const who = { tenantId: tenant.id, contactId: person.contactId }
  const { purpose, granted } = wanted
  await store.transaction(async (trx) => {
    await recordConsent(trx, who, {
      purpose,
      granted,
      proof: `${deps.actor}: ${said || 'taken back'}`.slice(0, 300),
      at: now,
    })
    if (purpose === 'remember_data' && !granted) {
      await trx
        .updateTable('contact')
        .set({ data: '{}', updated_at: now })
        .where('tenant_id', '=', tenant.id)
        .where('id', '=', person.contactId)
        .execute()
    }
    const entry = { tenantId: tenant.id, actor: deps.actor, action: 'privacy.consent', object: person.contactId }
    await recordAudit(trx, { ...entry, after: { purpose, granted } }, now)
  })
  return showConsents({ db: store.db }, wanted)
}
