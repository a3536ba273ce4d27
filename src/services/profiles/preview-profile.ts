import { initialState } from '../../engine/dialogue/state.ts'
import { completeProfile } from '../../engine/reply/profile.ts'
import { fillSlots } from '../../engine/reply/slots.ts'
import { decide } from '../../engine/turn.ts'
import type { Reply } from '../../engine/types.ts'
import type { Store } from '../../store/store.ts'
import { requireTenant } from '../../store/tenants.ts'
import { createCatalogCache } from '../products/catalog-cache.ts'
import { loadFaculties } from '../turns/load-faculties.ts'
import { createShops } from '../turns/shops.ts'
import { merge, parseProfile } from './profile-schema.ts'

export interface PreviewTurn {
  text: string
  intent: string
  replies: Reply[]
}

/** What most shoppers say, in the order they say it. */
export const SCRIPT = [
  'hola',
  '¿qué tienes?',
  '¿hasta qué hora atienden?',
  '¿despachan a regiones?',
  '¿cómo puedo pagar?',
  '¿puedo devolver algo?',
  'gracias',
  'chao',
]

/**
 * The real engine with a profile that is not saved yet, on a scratch conversation: nothing is written, nothing is sent.
 * `changes` go on top of the live profile.
 */
export async function previewProfile(
  deps: { store: Store; now: () => number },
  request: { slug: string; changes: Record<string, unknown>; say: readonly string[] },
): Promise<PreviewTurn[]> {
  const tenant = await requireTenant(deps.store.db, request.slug)
  const [faculties, shop, catalog] = await Promise.all([
    loadFaculties(),
    createShops(deps).get(tenant.id, 0),
    createCatalogCache(deps).get(tenant.id),
  ])
  const base = completeProfile(shop.facts.profile) as unknown as Record<string, unknown>
  const profile = parseProfile(merge(base, request.changes))
  let state = initialState()
  return request.say.map((text, index) => {
    const now = deps.now()
    const step = decide(
      {
        shop: { ...shop.facts, profile, open: true },
        catalog,
        state,
        messages: [{ id: `preview-${index}`, at: now, kind: 'text', text }],
        facts: {
          now,
          mode: 'bot',
          orders: [],
          contactUses: {},
          optedOut: false,
          consents: { reminders: null, remember: null },
          remembered: null,
          profileName: null,
        },
      },
      faculties,
    )
    if (step.kind === 'ask') throw new Error('no model was offered')
    state = step.outcome.state
    const order = step.outcome.effects.some((effect) => effect.type === 'place_order')
      ? { number: '1001', paymentUrl: 'https://example.com/pago' }
      : null
    return { text, intent: step.outcome.intent, replies: fillSlots(step.outcome.replies, order) }
  })
}
