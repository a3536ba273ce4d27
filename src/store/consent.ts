import type { ConsentPurpose } from '../engine/commerce/effects.ts'
import type { EpochMs } from '../engine/types.ts'
import type { Db } from './store.ts'

export interface ConsentEntry {
  purpose: ConsentPurpose
  granted: boolean
  /** The message that said so. */
  proof: string
  at: EpochMs
}

/** Adds to the ledger; nothing in it is ever changed. */
export async function recordConsent(
  db: Db,
  who: { tenantId: string; contactId: string },
  entry: ConsentEntry,
): Promise<void> {
  await db
    .insertInto('consent')
    .values({
      tenant_id: who.tenantId,
      contact_id: who.contactId,
      purpose: entry.purpose,
      granted: entry.granted ? 1 : 0,
      proof: entry.proof,
      at: entry.at,
    })
    .execute()
}

/** The latest word on a purpose; null where nothing was ever said. */
export async function consentTo(
  db: Db,
  who: { tenantId: string; contactId: string },
  purpose: ConsentPurpose,
): Promise<boolean | null> {
  const row = await db
    .selectFrom('consent')
    .select('granted')
    .where('tenant_id', '=', who.tenantId)
    .where('contact_id', '=', who.contactId)
    .where('purpose', '=', purpose)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : row.granted === 1
}

/**
 * Whether the shopper asked not to be written to. The sender asks before everything that is not an answer: an opted-out
 * shopper who writes is still answered.
 */
export async function isOptedOut(db: Db, tenantId: string, contactId: string): Promise<boolean> {
  return (await consentTo(db, { tenantId, contactId }, 'messages')) === false
}

/** Whether a reminder is unwelcome by now: the consent it was queued on may have been taken back since. */
export async function refusesReminders(db: Db, tenantId: string, contactId: string): Promise<boolean> {
  const who = { tenantId, contactId }
  return (await consentTo(db, who, 'messages')) === false || (await consentTo(db, who, 'reminders')) === false
}

export async function listConsents(db: Db, who: { tenantId: string; contactId: string }): Promise<ConsentEntry[]> {
  const rows = await db
    .selectFrom('consent')
    .select(['purpose', 'granted', 'proof', 'at'])
    .where('tenant_id', '=', who.tenantId)
    .where('contact_id', '=', who.contactId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    purpose: row.purpose as ConsentPurpose,
    granted: row.granted === 1,
    proof: row.proof,
    at: row.at,
  }))
}
