import { createProductImporter } from '../products/import-products.ts'
import { samplePath } from '../products/sample-catalogs.ts'
import { upsertRoute } from '../../store/routes.ts'
import type { Store } from '../../store/store.ts'
import { countTenant, findTenant, findTenantByPhone } from '../../store/tenants.ts'
import { createTenantCreator } from '../tenants/create-tenant.ts'

interface SampleShop {
  slug: string
  name: string
  type: string
  phone: string
}

/** The shops of the deployment guide, with its numbers. */
export const SAMPLE_SHOPS: readonly SampleShop[] = [
  { slug: 'acme-cannabis-2024', name: 'Acme Cannabis', type: 'cannabis', phone: '+56950915617' },
  { slug: 'bravo-gaming-2024', name: 'Bravo Gaming', type: 'gaming', phone: '+56999888777' },
  { slug: 'mundo-canino-2024', name: 'Mundo Canino', type: 'pets', phone: '+56988777666' },
  { slug: 'nueva-tienda-2024', name: 'Nueva Tienda', type: 'electronics', phone: '+56987654321' },
]

export interface SampleShopResult {
  slug: string
  created: boolean
  products: number
}

/** Opens the sample shops that are missing and fills those that are empty; what is there stays as it is. */
export function createSampleShops(deps: { store: Store; now: () => number }): () => Promise<SampleShopResult[]> {
  const { store, now } = deps
  const create = createTenantCreator(deps)
  const importProducts = createProductImporter(deps)
  return async () => {
    const results: SampleShopResult[] = []
    for (const shop of SAMPLE_SHOPS) results.push(await ensure(shop))
    return results
  }

  async function ensure(shop: SampleShop): Promise<SampleShopResult> {
    const existing = await findTenant(store.db, shop.slug)
    // Somebody's own shop may have the sample's number already: then the sample goes without.
    const taken = existing === null && (await findTenantByPhone(store.db, shop.phone)) !== null
    const tenant = existing ?? (await create({ ...shop, phone: taken ? undefined : shop.phone }))
    // The guide writes to `POST /webhook` as these numbers and names no shop.
    if (existing === null) await upsertRoute(store.db, { phone: shop.phone, tenantId: tenant.id }, now())
    const { products } = await countTenant(store.db, tenant.id)
    if (products > 0) return { slug: shop.slug, created: existing === null, products }
    const { report } = await importProducts({ tenant: shop.slug, source: samplePath(shop.type) })
    return { slug: shop.slug, created: existing === null, products: report.created }
  }
}
