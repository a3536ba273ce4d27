import type { Effect, EffectContext } from '../../src/engine/commerce/effects.ts'
import { contactId, conversationId } from '../../src/ids.ts'
import type { Db } from '../../src/store/store.ts'

export const NOON = Date.parse('2026-11-23T15:00:00Z')

/** A shop with three products: BRW (4.990, 10 units), OIL (29.990, on sale for 24.990, 5 units), PAP (1.000, 3 units). */
export async function plantShop(db: Db, slug: string, settings: object = {}): Promise<string> {
  const id = `tnt_${slug}`
  await db
    .insertInto('tenant')
    .values({
      id,
      slug,
      name: `Tienda ${slug}`,
      type: 'other',
      phone: null,
      settings: JSON.stringify(settings),
      created_at: NOON,
      updated_at: NOON,
    })
    .execute()
  const product = (sku: string, name: string, price: number, stock: number, sale: number | null = null) => ({
    tenant_id: id,
    id: `prd_${sku}`,
    sku,
    name,
    category: 'Comestibles',
    price,
    sale_price: sale,
    sale_from: null,
    sale_until: null,
    stocked: stock,
    available: stock,
    created_at: NOON,
    updated_at: NOON,
  })
  await db
    .insertInto('product')
    .values([
      product('BRW', 'Brownie', 4990, 10),
      product('OIL', 'Aceite', 29_990, 5, 24_990),
      product('PAP', 'Papelillos', 1000, 3),
    ])
    .execute()
  return id
}

/** A shopper who has written to the shop; who they are follows from the phone. */
export async function plantShopper(db: Db, tenantId: string, phone: string, now = NOON): Promise<EffectContext> {
  const context = {
    tenantId,
    conversationId: conversationId(tenantId, phone),
    contactId: contactId(tenantId, phone),
    now,
  }
  await db
    .insertInto('contact')
    .values({
      tenant_id: tenantId,
      id: context.contactId,
      phone,
      user_id: null,
      name: 'Camila',
      unreachable_reason: null,
      blocked_at: null,
      erased_at: null,
      created_at: now,
      updated_at: now,
    })
    .execute()
  await db
    .insertInto('conversation')
    .values({
      tenant_id: tenantId,
      id: context.conversationId,
      contact_id: context.contactId,
      channel_id: null,
      mode_reason: null,
      mode_since: null,
      takeover_by: null,
      takeover_until: null,
      last_inbound_at: now,
      last_outbound_at: null,
      created_at: now,
      updated_at: now,
    })
    .execute()
  return context
}

type PlaceOrder = Extract<Effect, { type: 'place_order' }>

/** Two brownies for 9.980, as a shopper would have confirmed them. */
export function brownies(changes: Partial<PlaceOrder> = {}): PlaceOrder {
  const quantity = changes.items?.[0]?.quantity ?? 2
  const subtotal = quantity * 4990
  return {
    type: 'place_order',
    cartVersion: 1,
    items: [{ sku: 'BRW', name: 'Brownie', quantity, unitPrice: 4990 }],
    subtotal,
    discount: 0,
    shipping: 0,
    total: subtotal,
    discounts: [],
    customer: { name: 'Camila Rojas', email: 'camila@correo.cl' },
    delivery: { method: 'delivery', address: 'Av. Italia 1234', comuna: 'Ñuñoa' },
    paymentMethod: 'local',
    acceptedMessageId: 'msg_yes',
    ...changes,
  }
}

/** So many brownies. */
export function browniesTimes(quantity: number, changes: Partial<PlaceOrder> = {}): PlaceOrder {
  return brownies({ items: [{ sku: 'BRW', name: 'Brownie', quantity, unitPrice: 4990 }], ...changes })
}

/** Empties the database between tests of one suite: quicker than another database each. */
export async function wipe(db: Db): Promise<void> {
  await db.deleteFrom('tenant').execute()
  for (const table of [
    'job',
    'outbox',
    'inbox',
    'audit',
    'conversation_context',
    'discount_use',
    'privacy_request',
    'erasure',
  ] as const) {
    await db.deleteFrom(table).execute()
  }
}
