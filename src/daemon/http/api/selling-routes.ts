import { z } from 'zod'
import {
  createDiscount,
  listDiscounts,
  showDiscount,
  stopDiscount,
} from '../../../services/discounts/manage-discounts.ts'
import { addZone, listZones, removeZone } from '../../../services/shipping/manage-zones.ts'
import { pageOf, pageOfAll, pageQuery } from './page.ts'
import { defineRoute, defineWrite, type ApiRoute } from './route.ts'

const slug = z.string().max(100)
const names = z.array(z.string().max(100)).max(400)
const pesos = z.number().int().min(0).max(1_000_000_000)

const discount = z.object({
  id: z.string(),
  name: z.string(),
  code: z.string().nullable(),
  percent: z.number().nullable(),
  amount: z.number().nullable(),
  on: z.union([
    z.object({ all: z.literal(true) }),
    z.object({ categories: z.array(z.string()).readonly() }),
    z.object({ skus: z.array(z.string()).readonly() }),
  ]),
  minimum: z.number(),
  stackable: z.boolean(),
  limit: z.number().nullable(),
  limit_per_shopper: z.number().nullable(),
  used: z.number(),
  starts_at: z.string().nullable(),
  ends_at: z.string().nullable(),
  status: z.enum(['active', 'disabled']),
})
const zone = z.object({
  id: z.string(),
  name: z.string(),
  comunas: z.array(z.string()).readonly(),
  regions: z.array(z.string()).readonly(),
  everywhere_else: z.boolean(),
  price: z.number(),
  free_from: z.number().nullable(),
  days: z.string().nullable(),
})

/** What is sold for how much and where it goes: discounts and shipping zones. */
export const sellingRoutes: ApiRoute[] = [
  defineRoute({
    method: 'GET',
    path: '/api/clients/:slug/discounts',
    summary: 'Reductions and codes',
    role: 'viewer',
    params: z.object({ slug }),
    query: z.strictObject({ ...pageQuery, all: z.stringbool().default(false).describe('disabled ones, too') }),
    response: pageOf(discount),
    async handle({ store }, { tenant, query }) {
      const all = await listDiscounts({ db: store.db }, { tenant: tenant!.slug, all: query.all })
      return pageOfAll(
        all,
        query,
        (each) => each,
        ({ id }) => id,
      )
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/clients/:slug/discounts/:discount',
    summary: 'One of them, by id, code or name',
    role: 'viewer',
    params: z.object({ slug, discount: z.string().max(200) }),
    response: discount,
    handle: ({ store }, { tenant, params }) =>
      showDiscount({ db: store.db }, { tenant: tenant!.slug, discount: params.discount }),
  }),
  defineWrite({
    method: 'POST',
    path: '/api/clients/:slug/discounts',
    summary: 'Make a reduction; it counts at once',
    role: 'operator',
    audit: null,
    params: z.object({ slug }),
    body: z.strictObject({
      name: z.string().min(1).max(100),
      code: z.string().min(1).max(40).optional().describe('only with this coupon'),
      percent: z.number().int().min(1).max(100).optional(),
      amount: pesos.optional(),
      categories: names.optional(),
      skus: names.optional(),
      minimum: pesos.optional(),
      stackable: z.boolean().optional(),
      limit: z.number().int().min(1).optional(),
      limit_per_shopper: z.number().int().min(1).optional(),
      starts_at: z.iso.datetime().optional(),
      ends_at: z.iso.datetime().optional(),
    }),
    response: discount,
    async handle({ store, now }, { tenant, body, actor }) {
      const { limit_per_shopper, starts_at, ends_at, ...rest } = body
      const data = await createDiscount(
        { store, now, actor },
        {
          ...rest,
          tenant: tenant!.slug,
          limitPerShopper: limit_per_shopper,
          startsAt: starts_at === undefined ? undefined : Date.parse(starts_at),
          endsAt: ends_at === undefined ? undefined : Date.parse(ends_at),
        },
      )
      return { data, object: data.id }
    },
  }),
  defineWrite({
    method: 'POST',
    path: '/api/clients/:slug/discounts/:discount/disable',
    summary: 'From now on it counts for nobody; orders that have it keep it',
    role: 'operator',
    audit: null,
    params: z.object({ slug, discount: z.string().max(200) }),
    response: discount,
    async handle({ store, now }, { tenant, params, actor }) {
      const data = await stopDiscount({ store, now, actor }, { tenant: tenant!.slug, discount: params.discount })
      return { data, object: data.id }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/clients/:slug/shipping-zones',
    summary: 'Where parcels go and what that costs',
    role: 'viewer',
    params: z.object({ slug }),
    query: z.strictObject(pageQuery),
    response: pageOf(zone),
    async handle({ store }, { tenant, query }) {
      return pageOfAll(
        await listZones({ db: store.db }, { tenant: tenant!.slug }),
        query,
        (each) => each,
        ({ id }) => id,
      )
    },
  }),
  defineWrite({
    method: 'POST',
    path: '/api/clients/:slug/shipping-zones',
    summary: 'Add a zone; with neither comunas nor regions, every place that no other names',
    role: 'operator',
    audit: null,
    params: z.object({ slug }),
    body: z.strictObject({
      name: z.string().min(1).max(100),
      comunas: names.default([]),
      regions: names.default([]),
      price: pesos,
      free_from: pesos.optional(),
      days: z.string().max(100).optional(),
    }),
    response: zone,
    async handle({ store, now }, { tenant, body, actor }) {
      const { free_from: freeFrom, ...rest } = body
      const data = await addZone({ store, now, actor }, { ...rest, tenant: tenant!.slug, freeFrom })
      return { data, object: data.id }
    },
  }),
  defineWrite({
    method: 'DELETE',
    path: '/api/clients/:slug/shipping-zones/:zone',
    summary: 'Deliver there no more',
    role: 'operator',
    audit: null,
    params: z.object({ slug, zone: z.string().max(200) }),
    response: zone,
    async handle({ store, now }, { tenant, params, actor }) {
      const data = await removeZone({ store, now, actor }, { tenant: tenant!.slug, zone: params.zone })
      return { data, object: data.id }
    },
  }),
]
