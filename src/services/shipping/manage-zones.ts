import { comunaNamed, foldPlace, regionNamed } from '../../engine/commerce/comunas.ts'
import type { ShippingZone } from '../../engine/commerce/shipping.ts'
import { BotctlError, EXIT } from '../../errors.ts'
import { createId } from '../../ids.ts'
import { deleteZone, insertZone, loadZones } from '../../store/shipping.ts'
import type { Db, Store } from '../../store/store.ts'
import { requireTenant, updateTenant } from '../../store/tenants.ts'
import { recordAudit } from '../audit/record-audit.ts'

/** A zone as commands and the API print it. */
export interface ZoneDocument {
  id: string
  tenant: string
  name: string
  comunas: readonly string[]
  regions: readonly string[]
  /** True for the zone of every place that no other names. */
  everywhere_else: boolean
  price: number
  free_from: number | null
  days: string | null
}

interface Deps {
  store: Store
  now: () => number
  actor: string
}

/**
 * Adds a place that the shop delivers to; with neither comunas nor regions, every place that no other zone names.
 * Names are checked and stored as the state writes them. Throws `tenant_not_found` (66), `place_unknown` and
 * `zone_overlaps` (65).
 */
export async function addZone(
  deps: Deps,
  request: {
    tenant: string
    name: string
    comunas: readonly string[]
    regions: readonly string[]
    price: number
    freeFrom?: number | undefined
    days?: string | undefined
  },
): Promise<ZoneDocument> {
  const tenant = await requireTenant(deps.store.db, request.tenant)
  const now = deps.now()
  const comunas = request.comunas.map((name) => official(name, comunaNamed(name), 'comuna'))
  const regions = request.regions.map((name) => official(name, regionNamed(name), 'region'))
  return deps.store.transaction(async (trx) => {
    const zones = await loadZones(trx, tenant.id)
    const zone: ShippingZone = {
      id: createId('zon'),
      name: request.name,
      comunas,
      regions,
      price: request.price,
      freeFrom: request.freeFrom ?? null,
      days: request.days ?? null,
      position: Math.max(0, ...zones.map((each) => each.position)) + 1,
    }
    refuseOverlap(zones, zone)
    await insertZone(trx, tenant.id, zone, now)
    await updateTenant(trx, tenant.id, {}, now)
    await recordAudit(
      trx,
      {
        tenantId: tenant.id,
        actor: deps.actor,
        action: 'shipping.add',
        object: zone.id,
        after: toDocument(zone, tenant.slug),
      },
      now,
    )
    return toDocument(zone, tenant.slug)
  })
}

export async function listZones(deps: { db: Db }, filter: { tenant: string }): Promise<ZoneDocument[]> {
  const tenant = await requireTenant(deps.db, filter.tenant)
  return (await loadZones(deps.db, tenant.id)).map((zone) => toDocument(zone, tenant.slug))
}

/** By id or name. Throws `zone_not_found` (66), `zone_ambiguous` (64). */
export async function removeZone(deps: Deps, wanted: { tenant: string; zone: string }): Promise<ZoneDocument> {
  const tenant = await requireTenant(deps.store.db, wanted.tenant)
  const now = deps.now()
  return deps.store.transaction(async (trx) => {
    const fits = (await loadZones(trx, tenant.id)).filter(
      (zone) => zone.id === wanted.zone || foldPlace(zone.name) === foldPlace(wanted.zone),
    )
    const [zone] = fits
    if (zone === undefined) {
      throw new BotctlError('zone_not_found', 'the shop has no such zone', {
        hint: 'botctl shipping zone list --tenant SLUG shows them',
        exit: EXIT.notFound,
      })
    }
    if (fits.length > 1) {
      throw new BotctlError('zone_ambiguous', 'several zones have that name', {
        hint: 'give the id, as botctl shipping zone list shows it',
        exit: EXIT.usage,
      })
    }
    await deleteZone(trx, tenant.id, zone.id)
    await updateTenant(trx, tenant.id, {}, now)
    await recordAudit(
      trx,
      {
        tenantId: tenant.id,
        actor: deps.actor,
        action: 'shipping.remove',
        object: zone.id,
        before: toDocument(zone, tenant.slug),
      },
      now,
    )
    return toDocument(zone, tenant.slug)
  })
}

function official(given: string, found: string | null, kind: 'comuna' | 'region'): string {
  if (found !== null) return found
  throw new BotctlError('place_unknown', `Chile has no ${kind} of that name`, {
    hint: 'check the spelling; accents and case do not matter',
    details: { [kind]: given },
  })
}

/** A place in two zones would cost what was added first: that is never what was meant. */
function refuseOverlap(zones: readonly ShippingZone[], added: ShippingZone): void {
  const other = zones.find(
    (zone) =>
      zone.comunas.some((name) => added.comunas.includes(name)) ||
      zone.regions.some((name) => added.regions.includes(name)) ||
      (isEverywhere(zone) && isEverywhere(added)),
  )
  if (other === undefined) return
  throw new BotctlError('zone_overlaps', 'another zone has that place already', {
    hint: 'remove it first: botctl shipping zone remove ZONE --tenant SLUG',
    details: { zone: other.id, name: other.name },
  })
}

function isEverywhere(zone: ShippingZone): boolean {
  return zone.comunas.length === 0 && zone.regions.length === 0
}

function toDocument(zone: ShippingZone, tenant: string): ZoneDocument {
  return {
    id: zone.id,
    tenant,
    name: zone.name,
    comunas: zone.comunas,
    regions: zone.regions,
    everywhere_else: isEverywhere(zone),
    price: zone.price,
    free_from: zone.freeFrom,
    days: zone.days,
  }
}
