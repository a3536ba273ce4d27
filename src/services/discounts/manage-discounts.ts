import { foldCategory, normalizeCode, type Discount, type DiscountScope } from '../../engine/commerce/discounts.ts'
import { BotctlError, EXIT } from '../../errors.ts'
import { createId } from '../../ids.ts'
import { disableDiscount, findDiscount, insertDiscount, loadDiscounts } from '../../store/discounts.ts'
import type { Db, Store } from '../../store/store.ts'
import { requireTenant, updateTenant } from '../../store/tenants.ts'
import { recordAudit } from '../audit/record-audit.ts'

/** A discount as commands and the API print it. */
export interface DiscountDocument {
  id: string
  tenant: string
  name: string
  code: string | null
  percent: number | null
  amount: number | null
  on: { all: true } | { categories: readonly string[] } | { skus: readonly string[] }
  minimum: number
  stackable: boolean
  limit: number | null
  limit_per_shopper: number | null
  used: number
  starts_at: string | null
  ends_at: string | null
  status: 'active' | 'disabled'
}

export interface DiscountRequest {
  tenant: string
  name: string
  code?: string | undefined
  percent?: number | undefined
  amount?: number | undefined
  categories?: readonly string[] | undefined
  skus?: readonly string[] | undefined
  minimum?: number | undefined
  stackable?: boolean | undefined
  limit?: number | undefined
  limitPerShopper?: number | undefined
  startsAt?: number | undefined
  endsAt?: number | undefined
}

interface Deps {
  store: Store
  now: () => number
  actor: string
}

/**
 * Makes a discount; it counts at once. Throws `tenant_not_found`, `product_not_found`, `category_not_found` (66), `discount_invalid` and
 * `discount_code_taken` (65).
 */
export async function createDiscount(deps: Deps, request: DiscountRequest): Promise<DiscountDocument> {
  const { store } = deps
  const tenant = await requireTenant(store.db, request.tenant)
  const now = deps.now()
  const discount = read(request)
  await checkScope(store.db, tenant.id, discount.scope)
  await store.transaction(async (trx) => {
    if (discount.code !== null && (await findDiscount(trx, tenant.id, discount.code)) !== null) {
      throw new BotctlError('discount_code_taken', 'the shop has a discount with that code already', {
        hint: 'botctl discount list shows it; a disabled one keeps its code, so that old orders stay readable',
      })
    }
    await insertDiscount(trx, tenant.id, discount, now)
    await updateTenant(trx, tenant.id, {}, now)
    await recordAudit(
      trx,
      {
        tenantId: tenant.id,
        actor: deps.actor,
        action: 'discount.create',
        object: discount.id,
        after: { kind: discount.kind, value: discount.value, scope: discount.scope, minimum: discount.minimum },
      },
      now,
    )
  })
  return toDocument(discount, tenant.slug)
}

export async function listDiscounts(
  deps: { db: Db },
  filter: { tenant: string; all?: boolean },
): Promise<DiscountDocument[]> {
  const tenant = await requireTenant(deps.db, filter.tenant)
  const found = await loadDiscounts(deps.db, tenant.id, filter.all === true ? { all: true } : {})
  return found.map((discount) => toDocument(discount, tenant.slug))
}

/** By id, code or name. Throws `discount_not_found` (66). */
export async function showDiscount(
  deps: { db: Db },
  wanted: { tenant: string; discount: string },
): Promise<DiscountDocument> {
  const tenant = await requireTenant(deps.db, wanted.tenant)
  return toDocument(await requireDiscount(deps.db, tenant.id, wanted.discount), tenant.slug)
}

/** From now on it counts for nobody; orders that have it keep it. */
export async function stopDiscount(
  deps: Deps,
  wanted: { tenant: string; discount: string },
): Promise<DiscountDocument> {
  const tenant = await requireTenant(deps.store.db, wanted.tenant)
  const now = deps.now()
  return deps.store.transaction(async (trx) => {
    const discount = await requireDiscount(trx, tenant.id, wanted.discount)
    await disableDiscount(trx, tenant.id, discount.id, now)
    await updateTenant(trx, tenant.id, {}, now)
    await recordAudit(
      trx,
      {
        tenantId: tenant.id,
        actor: deps.actor,
        action: 'discount.disable',
        object: discount.id,
        before: { active: discount.active },
        after: { active: false },
      },
      now,
    )
    return toDocument({ ...discount, active: false }, tenant.slug)
  })
}

async function requireDiscount(db: Db, tenantId: string, wanted: string): Promise<Discount> {
  const found = (await findDiscount(db, tenantId, wanted)) ?? (await findDiscount(db, tenantId, normalizeCode(wanted)))
  if (found !== null) return found
  throw new BotctlError('discount_not_found', 'the shop has no such discount', {
    hint: 'botctl discount list --tenant SLUG --all shows them',
    exit: EXIT.notFound,
  })
}

function read(request: DiscountRequest): Discount {
  const { percent, amount, categories, skus } = request
  if ((percent === undefined) === (amount === undefined)) throw invalid('give either --percent or --amount')
  if (percent !== undefined && (percent < 1 || percent > 100)) throw invalid('a percentage is from 1 to 100')
  if (amount !== undefined && amount < 1) throw invalid('an amount is at least one peso')
  if (categories !== undefined && skus !== undefined) throw invalid('it is on categories or on products, not both')
  if (request.startsAt !== undefined && request.endsAt !== undefined && request.endsAt <= request.startsAt) {
    throw invalid('it ends before it starts')
  }
  const code = request.code === undefined ? null : normalizeCode(request.code)
  if (code === '') throw invalid('the code is empty')
  // Shoppers read it in the summary, behind "Descuento".
  const name = request.name.trim()
  if (name === '') throw invalid('it has no name')
  const scope: DiscountScope =
    skus !== undefined
      ? { on: 'products', skus }
      : categories !== undefined
        ? { on: 'category', categories }
        : { on: 'all' }
  return {
    id: createId('dsc'),
    name,
    code,
    kind: percent === undefined ? 'amount' : 'percent',
    value: percent ?? amount ?? 0,
    scope,
    minimum: request.minimum ?? 0,
    stackable: request.stackable ?? false,
    usageLimit: request.limit ?? null,
    usagePerContact: request.limitPerShopper ?? null,
    used: 0,
    startsAt: request.startsAt ?? null,
    endsAt: request.endsAt ?? null,
    active: true,
  }
}

/** A discount on a SKU or a category with a slip in it would silently never count. */
async function checkScope(db: Db, tenantId: string, scope: DiscountScope): Promise<void> {
  if (scope.on === 'category') return checkCategories(db, tenantId, scope.categories)
  if (scope.on !== 'products') return
  const rows = await db
    .selectFrom('product')
    .select('sku')
    .where('tenant_id', '=', tenantId)
    .where('sku', 'in', [...scope.skus])
    .execute()
  const missing = scope.skus.filter((sku) => !rows.some((row) => row.sku === sku))
  if (missing.length === 0) return
  throw new BotctlError('product_not_found', 'the shop has no product of that SKU', {
    hint: 'botctl product list --tenant SLUG shows them',
    exit: EXIT.notFound,
    details: { missing },
  })
}

async function checkCategories(db: Db, tenantId: string, categories: readonly string[]): Promise<void> {
  const rows = await db.selectFrom('product').select('category').distinct().where('tenant_id', '=', tenantId).execute()
  const known = new Set(rows.map((row) => foldCategory(row.category)))
  const missing = categories.filter((category) => !known.has(foldCategory(category)))
  if (missing.length === 0) return
  throw new BotctlError('category_not_found', 'the shop has no product of that category', {
    hint: 'botctl product list --tenant SLUG shows them',
    exit: EXIT.notFound,
    details: { missing },
  })
}

function invalid(why: string): BotctlError {
  return new BotctlError('discount_invalid', `that is no discount: ${why}`, {
    hint: 'botctl discount create --help shows examples',
  })
}

function toDocument(discount: Discount, tenant: string): DiscountDocument {
  const { scope } = discount
  return {
    id: discount.id,
    tenant,
    name: discount.name,
    code: discount.code,
    percent: discount.kind === 'percent' ? discount.value : null,
    amount: discount.kind === 'amount' ? discount.value : null,
    on:
      scope.on === 'all'
        ? { all: true }
        : scope.on === 'category'
          ? { categories: scope.categories }
          : { skus: scope.skus },
    minimum: discount.minimum,
    stackable: discount.stackable,
    limit: discount.usageLimit,
    limit_per_shopper: discount.usagePerContact,
    used: discount.used,
    starts_at: discount.startsAt === null ? null : new Date(discount.startsAt).toISOString(),
    ends_at: discount.endsAt === null ? null : new Date(discount.endsAt).toISOString(),
    status: discount.active ? 'active' : 'disabled',
  }
}
