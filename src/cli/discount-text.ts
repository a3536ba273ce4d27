import { money } from '../engine/reply/format.ts'
import { chileDay } from '../payments/flow/chile-time.ts'
import type { DiscountDocument } from '../services/discounts/manage-discounts.ts'
import { facts, table } from './table.ts'

export function discountText(discount: DiscountDocument): string {
  return facts([
    ['discount', `${discount.name} (${discount.id})`],
    ['gives', worth(discount)],
    ['on', on(discount)],
    ['code', discount.code ?? 'applies by itself'],
    ['from a cart of', discount.minimum === 0 ? null : money(discount.minimum)],
    ['stacks', discount.stackable ? 'with other stackable ones' : 'counts alone'],
    ['used', discount.limit === null ? discount.used : `${discount.used} of ${discount.limit}`],
    ['per shopper', discount.limit_per_shopper],
    ['from', day(discount.starts_at)],
    ['until', day(discount.ends_at)],
    ['status', discount.status],
  ])
}

export function discountTable(discounts: readonly DiscountDocument[]): string {
  return table(discounts, [
    { header: 'ID', value: (row) => row.id },
    { header: 'NAME', value: (row) => row.name, max: 30 },
    { header: 'CODE', value: (row) => row.code },
    { header: 'GIVES', value: worth, align: 'right' },
    { header: 'ON', value: on, max: 30 },
    { header: 'USED', value: (row) => (row.limit === null ? row.used : `${row.used}/${row.limit}`), align: 'right' },
    { header: 'UNTIL', value: (row) => day(row.ends_at) },
    { header: 'STATUS', value: (row) => row.status },
  ])
}

/** As it was typed: the day in Chile, which begins at three or four in the morning of the document's UTC. */
function day(at: string | null): string | null {
  return at === null ? null : chileDay(Date.parse(at))
}

function worth(discount: DiscountDocument): string {
  return discount.percent === null ? money(discount.amount ?? 0) : `${discount.percent} %`
}

function on(discount: DiscountDocument): string {
  if ('categories' in discount.on) return discount.on.categories.join(', ')
  return 'skus' in discount.on ? discount.on.skus.join(', ') : 'everything'
}
