import type { Pesos } from '../types.ts'
import { comunaNamed, foldPlace, regionNamed, regionOf } from './comunas.ts'
import type { Delivery } from './effects.ts'

/** A place that a shop delivers to, and for how much. With neither comunas nor regions: everywhere else. */
export interface ShippingZone {
  id: string
  name: string
  comunas: readonly string[]
  regions: readonly string[]
  price: Pesos
  /** Products for this much or more (before discounts) travel free; null: never. */
  freeFrom: Pesos | null
  /** As the shop words it: "1 a 3 días hábiles". */
  days: string | null
  /** Ties go to the lowest. */
  position: number
}

export type Destination = Pick<Delivery, 'method' | 'comuna' | 'region'>

export type ShippingQuote =
  /** Where to is not known yet: nothing is charged and nothing promised. */
  | { state: 'unknown'; price: 0; zone: null }
  | { state: 'pickup'; price: 0; zone: null }
  /** The shop set no zones: it arranges delivery itself, and charges nothing here. */
  | { state: 'unpriced'; price: 0; zone: null }
  | { state: 'quoted'; price: Pesos; zone: ShippingZone; free: boolean }
  /** The shop set zones and this place is in none of them. */
  | { state: 'undeliverable'; price: 0; zone: null }

/**
 * What it costs to send products worth `subtotal` there. A zone that names the comuna wins over one that names its
 * region, which wins over "everywhere else"; between equals the lowest position, then the id.
 */
export function quoteShipping(
  zones: readonly ShippingZone[],
  destination: Destination | null,
  subtotal: Pesos,
): ShippingQuote {
  if (destination?.method === 'pickup') return { state: 'pickup', price: 0, zone: null }
  if (zones.length === 0) return { state: 'unpriced', price: 0, zone: null }
  if (destination === null) return { state: 'unknown', price: 0, zone: null }
  // With one zone, and that everywhere, the place makes no difference.
  const everywhere = zones.every((zone) => zone.comunas.length === 0 && zone.regions.length === 0)
  const place = destination.comuna ?? destination.region
  if (!everywhere && (place === undefined || place.trim() === '')) return { state: 'unknown', price: 0, zone: null }
  const zone = findZone(zones, destination)
  if (zone === null) return { state: 'undeliverable', price: 0, zone: null }
  const free = zone.freeFrom !== null && subtotal >= zone.freeFrom
  return { state: 'quoted', price: free ? 0 : zone.price, zone, free: free || zone.price === 0 }
}

/** The zone that a place belongs to; null where none has it. */
export function findZone(zones: readonly ShippingZone[], destination: Destination): ShippingZone | null {
  const comuna = destination.comuna === undefined ? null : canonicalComuna(destination.comuna)
  const region = destination.region === undefined ? null : canonicalRegion(destination.region)
  const home = region ?? (destination.comuna === undefined ? null : regionOf(destination.comuna))
  const sorted = [...zones].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
  return (
    sorted.find((zone) => comuna !== null && zone.comunas.some((name) => canonicalComuna(name) === comuna)) ??
    sorted.find(
      (zone) => home !== null && zone.regions.some((name) => canonicalRegion(name) === canonicalRegion(home)),
    ) ??
    sorted.find((zone) => zone.comunas.length === 0 && zone.regions.length === 0) ??
    null
  )
}

function canonicalComuna(text: string): string {
  return foldPlace(comunaNamed(text) ?? text)
}

function canonicalRegion(text: string): string {
  return foldPlace(regionNamed(text) ?? text)
}
