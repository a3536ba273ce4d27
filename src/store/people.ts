import { sql } from 'kysely'
import { createId } from '../ids.ts'
import type { EpochMs } from '../engine/types.ts'
import { recordErasure } from './erasures.ts'
import type { Db } from './store.ts'

/** A shopper of a shop, with every name that the database knows them by. */
export interface Person {
  tenantId: string
  contactId: string
  phone: string | null
  userId: string | null
  name: string | null
  aliases: string[]
  conversationIds: string[]
}

/** By phone, business-scoped id, alias or contact id; null where the shop knows nobody of that name. */
export async function findPerson(db: Db, tenantId: string, wanted: string): Promise<Person | null> {
  const text = wanted.trim()
  const phone = /^\+?[\d\s().-]{7,}$/.test(text) ? `+${text.replace(/\D/g, '')}` : null
  const alias = await db
    .selectFrom('contact_alias')
    .select('contact_id')
    .where('tenant_id', '=', tenantId)
    .where('alias', 'in', phone === null ? [text] : [text, phone])
    .executeTakeFirst()
  const row = await db
    .selectFrom('contact')
    .select(['id', 'phone', 'user_id', 'name'])
    .where('tenant_id', '=', tenantId)
    .where((eb) =>
      eb.or([
        eb('id', '=', alias?.contact_id ?? text),
        eb('user_id', '=', text),
        ...(phone === null ? [] : [eb('phone', '=', phone)]),
      ]),
    )
    .executeTakeFirst()
  if (row === undefined) return null
  const aliases = await db
    .selectFrom('contact_alias')
    .select('alias')
    .where('tenant_id', '=', tenantId)
    .where('contact_id', '=', row.id)
    .execute()
  const conversations = await db
    .selectFrom('conversation')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('contact_id', '=', row.id)
    .execute()
  return {
    tenantId,
    contactId: row.id,
    phone: row.phone,
    userId: row.user_id,
    name: row.name,
    aliases: aliases.map((each) => each.alias),
    conversationIds: conversations.map((each) => each.id),
  }
}

/** Removes everything that says who somebody is or what they said. Orders stay, as sales without a person. */
export async function erasePerson(trx: Db, person: Person, now: EpochMs): Promise<{ anonymous: string }> {
  const { tenantId, contactId } = person
  const anonymous = createId('anon')
  await anonymizeOrders(trx, person, anonymous, now)
  for (const conversation of person.conversationIds) {
    const bubbles = trx
      .selectFrom('outbox')
      .select('opaque_id')
      .where('tenant_id', '=', tenantId)
      .where('conversation_id', '=', conversation)
    await trx.deleteFrom('receipt').where('opaque_id', 'in', bubbles).execute()
    for (const table of ['outbox', 'inbox', 'lease', 'conversation_context', 'conversation_history'] as const) {
      await trx
        .deleteFrom(table)
        .where('tenant_id', '=', tenantId)
        .where('conversation_id', '=', conversation)
        .execute()
    }
    await trx.deleteFrom('log_line').where('conversation_id', '=', conversation).execute()
    await trx
      .updateTable('model_call')
      .set({ conversation_id: null })
      .where('tenant_id', '=', tenantId)
      .where('conversation_id', '=', conversation)
      .execute()
    await trx
      .deleteFrom('job')
      .where('tenant_id', '=', tenantId)
      .where((eb) => eb.or([eb('key', 'like', `%${conversation}%`), eb('payload', 'like', `%${conversation}%`)]))
      .execute()
  }
  for (const table of ['support_case', 'consent'] as const) {
    await trx.deleteFrom(table).where('tenant_id', '=', tenantId).where('contact_id', '=', contactId).execute()
  }
  // Earlier requests stay as proof that they were answered, under a name that leads nowhere.
  await trx
    .updateTable('privacy_request')
    .set({ contact_id: anonymous, proof: null })
    .where('tenant_id', '=', tenantId)
    .where('contact_id', '=', contactId)
    .execute()
  // The audit log tells that something was done, by whom and when; to whom is what is erased.
  await trx
    .updateTable('audit')
    .set({ object: anonymous, before: null, after: null })
    .where('tenant_id', '=', tenantId)
    .where('object', 'in', [contactId, ...person.conversationIds])
    .execute()
  await eraseAddresses(trx, person)
  const { ref } = await trx
    .selectFrom('contact')
    .select('ref')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', contactId)
    .executeTakeFirstOrThrow()
  await recordErasure(trx, { tenantId, ref, at: now })
  await trx.deleteFrom('conversation').where('tenant_id', '=', tenantId).where('contact_id', '=', contactId).execute()
  await trx.deleteFrom('contact').where('tenant_id', '=', tenantId).where('id', '=', contactId).execute()
  return { anonymous }
}

/** What was sold, for how much and when stays: the books need it. Who bought it, where to and what they wrote goes. */
export async function anonymizeOrders(
  trx: Db,
  who: { tenantId: string; contactId: string; conversationIds: readonly string[] },
  anonymous: string,
  now: EpochMs,
): Promise<void> {
  const { tenantId, contactId } = who
  const orders = trx
    .selectFrom('orders')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('contact_id', '=', contactId)
  await trx
    .updateTable('order_event')
    .set({ body: '{}' })
    .where('tenant_id', '=', tenantId)
    .where('order_id', 'in', orders)
    .execute()
  await trx
    .updateTable('payment')
    .set({ raw: null, url: null, reason: null })
    .where('tenant_id', '=', tenantId)
    .where('order_id', 'in', orders)
    .execute()
  await trx
    .updateTable('refund')
    .set({ reason: 'erased' })
    .where('tenant_id', '=', tenantId)
    .where('order_id', 'in', orders)
    .execute()
  await trx
    .updateTable('discount_use')
    .set({ contact_id: anonymous })
    .where('tenant_id', '=', tenantId)
    .where('contact_id', '=', contactId)
    .execute()
  const conversations = await trx
    .selectFrom('orders')
    .select('conversation_id')
    .distinct()
    .where('tenant_id', '=', tenantId)
    .where('contact_id', '=', contactId)
    .execute()
  for (const { conversation_id } of conversations) {
    await trx
      .updateTable('orders')
      .set({
        contact_id: anonymous,
        // One new name a conversation: cart versions stay unique within it.
        conversation_id: createId('anon'),
        customer: '{}',
        delivery: '{}',
        payment_url: null,
        accepted_message_id: null,
        tracking: null,
        updated_at: now,
      })
      .where('tenant_id', '=', tenantId)
      .where('contact_id', '=', contactId)
      .where('conversation_id', '=', conversation_id)
      .execute()
  }
}

/** Where a bare number stands: pins of shared numbers, raw webhooks that could not be placed, other people's rows. */
async function eraseAddresses(trx: Db, person: Person): Promise<void> {
  const names = [person.phone, person.userId, ...person.aliases].filter((name): name is string => name !== null)
  for (const name of new Set(names)) {
    await trx.deleteFrom('route').where('phone', '=', name).where('tenant_id', '=', person.tenantId).execute()
    const bare = name.replace(/^\+/, '')
    // A short alias could stand in anybody's message.
    if (bare.length < 8) continue
    await trx
      .deleteFrom('quarantine')
      .where(sql<boolean>`body LIKE ${`%${bare}%`}`)
      .execute()
    await trx
      .deleteFrom('log_line')
      .where(sql<boolean>`body LIKE ${`%${bare}%`}`)
      .execute()
  }
}
