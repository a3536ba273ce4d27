import { money } from '../engine/reply/format.ts'
import type { ZoneDocument } from '../services/shipping/manage-zones.ts'
import { table } from './table.ts'

export function zoneTable(zones: readonly ZoneDocument[]): string {
  return table(zones, [
    { header: 'ID', value: (row) => row.id },
    { header: 'NAME', value: (row) => row.name, max: 24 },
    { header: 'WHERE', value: where, max: 48 },
    { header: 'PRICE', value: (row) => money(row.price), align: 'right' },
    { header: 'FREE FROM', value: (row) => (row.free_from === null ? null : money(row.free_from)), align: 'right' },
    { header: 'TAKES', value: (row) => row.days, max: 24 },
  ])
}

function where(zone: ZoneDocument): string {
  return zone.everywhere_else ? 'everywhere else' : [...zone.comunas, ...zone.regions].join(', ')
}
