import type { EpochMs, Pesos } from '../types.ts'

export type DiscountScope =
  | { on: 'all' }
  | { on: 'category'; categories: readonly string[] }
  | { on: 'products'; skus: readonly string[] }

/** A discount as pricing sees it. `used` counts the orders that hold it and were not given back. */
export interface Discount {
  id: string
  name: string
  /** What the shopper must say to have it; null: it applies by itself. */
  code: string | null
  kind: 'percent' | 'amount'
  /** 1..100 for a percentage, pesos for an amount. */
  value: number
  scope: DiscountScope
  /** The whole cart (sale prices, before discounts) must come to this much. */
  minimum: Pesos
  stackable: boolean
  usageLimit: number | null
  usagePerContact: number | null
  used: number
  startsAt: EpochMs | null
  /** Exclusive: at this moment it is over. */
  endsAt: EpochMs | null
  active: boolean
}

/** A line as far as discounts go: what is left to pay of it. */
export interface DiscountableLine {
  sku: string
  category: string
  amount: Pesos
}

export type DiscountRefusal =
  | 'unknown_coupon'
  | 'not_started'
  | 'ended'
  | 'used_up'
  | 'used_by_you'
  | 'below_minimum'
  | 'nothing_eligible'
  /** It is good, but another discount that cannot be combined with it saves more. */
  | 'another_is_better'

export interface AppliedDiscount {
  id: string
  name: string
  code: string | null
  amount: Pesos
}

export interface DiscountOutcome {
  applied: AppliedDiscount[]
  /** What each line gets off, in the order of the lines. */
  perLine: Pesos[]
  /** Why the coupon that was brought does not count; null where it does, or none was brought. */
  couponRefusal: { reason: DiscountRefusal; minimum?: Pesos } | null
}

/**
 * Which discounts count, and what each takes off.
 *
 * The rules, in this order:
 * 1. A sale price is a price: discounts come off it.
 * 2. A discount counts while it is active, between its dates, within its limits (over all, and by shopper), when the
 *    cart comes to its minimum, and when it covers something in the cart. One with a code counts only if it was brought.
 * 3. Stackable ones count together. One that is not counts alone. The shopper gets whichever saves most; on a tie the
 *    coupon that was brought, then the stackable set, then the first in the order of rule 4.
 * 4. Together: percentages first, then amounts, each by id, each on what the ones before have left.
 * 5. A percentage is rounded to whole pesos once, half up, over the sum of what it covers; an amount takes off at most
 *    what is left of what it covers. Nothing goes below zero. Shipping is never discounted.
 */
export function applyDiscounts(request: {
  lines: readonly DiscountableLine[]
  discounts: readonly Discount[]
  /** As the shopper wrote it; null: none. */
  coupon: string | null
  /** How often this shopper has used each discount, by id. */
  contactUses: Readonly<Record<string, number>>
  now: EpochMs
}): DiscountOutcome {
  const { lines, now } = request
  const subtotal = sum(lines.map((line) => line.amount))
  const code = request.coupon === null ? null : normalizeCode(request.coupon)
  const discounts = [...request.discounts].sort(byKindThenId)
  const brought = code === null ? null : (discounts.find((discount) => matches(discount, code)) ?? null)
  const refusalOf = (discount: Discount) =>
    refuse(discount, lines, subtotal, request.contactUses[discount.id] ?? 0, now)

  const eligible = discounts
    .filter((discount) => discount.code === null || discount === brought)
    .filter((discount) => refusalOf(discount) === null)

  const together = eligible.filter((discount) => discount.stackable)
  const choices = [together, ...eligible.filter((discount) => !discount.stackable).map((discount) => [discount])]
    .filter((set) => set.length > 0)
    .map((set) => takeOff(lines, set))
  const best = choices.reduce<(typeof choices)[number] | null>((winner, choice) => {
    if (winner === null || choice.total > winner.total) return choice
    const broughtNow = brought !== null && choice.set.includes(brought) && !winner.set.includes(brought)
    return choice.total === winner.total && broughtNow ? choice : winner
  }, null)

  return {
    applied: best?.applied ?? [],
    perLine: best?.perLine ?? lines.map(() => 0),
    couponRefusal: couponRefusal(code, brought, brought === null ? null : refusalOf(brought), best?.set ?? []),
  }
}

/** Codes are compared without case, spaces and hyphens: shoppers type them from a flyer. */
export function normalizeCode(code: string): string {
  return code
    .normalize('NFKC')
    .replace(/[\s-]+/g, '')
    .toUpperCase()
}

function matches(discount: Discount, code: string): boolean {
  return discount.code !== null && normalizeCode(discount.code) === code
}

function couponRefusal(
  code: string | null,
  brought: Discount | null,
  refusal: DiscountRefusal | null,
  chosen: readonly Discount[],
): DiscountOutcome['couponRefusal'] {
  if (code === null) return null
  if (brought === null) return { reason: 'unknown_coupon' }
  if (refusal === 'below_minimum') return { reason: refusal, minimum: brought.minimum }
  if (refusal !== null) return { reason: refusal }
  return chosen.includes(brought) ? null : { reason: 'another_is_better' }
}

function refuse(
  discount: Discount,
  lines: readonly DiscountableLine[],
  subtotal: Pesos,
  usesByContact: number,
  now: EpochMs,
): DiscountRefusal | null {
  // A disabled coupon is answered like one that never was: it tells nothing about the shop's campaigns.
  if (!discount.active) return 'unknown_coupon'
  if (discount.startsAt !== null && now < discount.startsAt) return 'not_started'
  if (discount.endsAt !== null && now >= discount.endsAt) return 'ended'
  if (discount.usageLimit !== null && discount.used >= discount.usageLimit) return 'used_up'
  if (discount.usagePerContact !== null && usesByContact >= discount.usagePerContact) return 'used_by_you'
  if (!lines.some((line) => line.amount > 0 && covers(discount, line))) return 'nothing_eligible'
  if (subtotal < discount.minimum) return 'below_minimum'
  return null
}

function covers(discount: Discount, line: DiscountableLine): boolean {
  const { scope } = discount
  if (scope.on === 'all') return true
  if (scope.on === 'products') return scope.skus.includes(line.sku)
  return scope.categories.some((category) => foldCategory(category) === foldCategory(line.category))
}

/** Categories are compared without case and accents. */
export function foldCategory(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .trim()
}

function takeOff(
  lines: readonly DiscountableLine[],
  set: readonly Discount[],
): { set: readonly Discount[]; total: Pesos; applied: AppliedDiscount[]; perLine: Pesos[] } {
  const left = lines.map((line) => line.amount)
  const applied: AppliedDiscount[] = []
  for (const discount of set) {
    const share = lines.map((line, index) => (covers(discount, line) ? (left[index] ?? 0) : 0))
    const base = sum(share)
    const amount =
      discount.kind === 'percent'
        ? Math.min(base, roundHalfUp(base, Math.min(100, Math.max(0, discount.value))))
        : Math.min(base, Math.max(0, Math.trunc(discount.value)))
    if (amount === 0) continue
    spread(amount, share).forEach((part, index) => (left[index] = (left[index] ?? 0) - part))
    applied.push({ id: discount.id, name: discount.name, code: discount.code, amount })
  }
  const perLine = lines.map((line, index) => line.amount - (left[index] ?? 0))
  return { set, total: sum(perLine), applied, perLine }
}

/** Percent of an amount in whole pesos, exact for every amount that a number holds exactly. */
function roundHalfUp(amount: Pesos, percent: number): Pesos {
  return Math.floor((amount * percent + 50) / 100)
}

/** Splits `amount` over lines in proportion to what is left of each; the odd pesos go to the largest remainders. */
function spread(amount: Pesos, share: readonly Pesos[]): Pesos[] {
  const base = sum(share)
  // Products of two amounts pass 2^53 for carts above 95 million pesos: whole-number arithmetic stays exact.
  const products = share.map((value) => BigInt(amount) * BigInt(value))
  const parts = products.map((product) => Number(product / BigInt(base)))
  const order = products
    .map((product, index) => ({ index, remainder: Number(product % BigInt(base)) }))
    .filter(({ index }) => (share[index] ?? 0) > (parts[index] ?? 0))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
  let odd = amount - sum(parts)
  for (const { index } of order) {
    if (odd === 0) break
    parts[index] = (parts[index] ?? 0) + 1
    odd -= 1
  }
  return parts
}

function byKindThenId(a: Discount, b: Discount): number {
  if (a.kind !== b.kind) return a.kind === 'percent' ? -1 : 1
  return a.id < b.id ? -1 : 1
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
