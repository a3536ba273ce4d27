import { LRUCache } from 'lru-cache'
import { buildCatalogIndex, withStock } from '../../engine/catalog/build-index.ts'
import type { CatalogIndex } from '../../engine/catalog/types.ts'
import type { EpochMs } from '../../engine/types.ts'
import { BotctlError, EXIT } from '../../errors.ts'
import { loadCatalog, loadChanges, type CatalogChanges } from '../../store/products.ts'
import type { Store } from '../../store/store.ts'

export interface CatalogCache {
  /**
   * The shop's index, at most REFRESH_MS behind the database. `version`, where the caller has just read it, saves asking.
   * Throws `tenant_not_found` (66).
   */
  get(tenantId: string, version?: number): Promise<CatalogIndex>
  /** The same, as the database is now: after a turn lost a race over price or stock. */
  refresh(tenantId: string): Promise<CatalogIndex>
  /** Shops held and products in them, for metrics. */
  size(): { shops: number; products: number }
}

interface Entry {
  index: CatalogIndex
  version: number
  changedAt: EpochMs
  /** When this process first knew of the change at `changedAt`, by its own clock. */
  knownAt: EpochMs
  checkedAt: EpochMs
}

/** Prices and stock must be seen within a second; a quarter of one costs four small queries a second and busy shop. */
const REFRESH_MS = 250
/** Products held over all shops. An index takes some 2 KB a product, so this is about half a gigabyte at the very most. */
const MOST_PRODUCTS = 250_000

/** One index a shop, shared by all turns of this process; the shops not asked for longest are let go. */
export function createCatalogCache(deps: { store: Store; now: () => number; mostProducts?: number }): CatalogCache {
  const entries = new LRUCache<string, Entry>({
    maxSize: deps.mostProducts ?? MOST_PRODUCTS,
    // A shop larger than the whole cache is still served, and let go with the next one.
    sizeCalculation: (entry) => Math.min(entry.index.size + 1, deps.mostProducts ?? MOST_PRODUCTS),
  })
  /** Many conversations of one shop ask at once: one of them reads, all get the answer. */
  const reading = new Map<string, Promise<CatalogIndex>>()

  return {
    async get(tenantId, version) {
      const entry = entries.get(tenantId)
      const current = entry !== undefined && (version === undefined || version <= entry.version)
      if (current && deps.now() - entry.checkedAt < REFRESH_MS) return entry.index
      return once(tenantId, () => (current ? update(tenantId, entry) : load(tenantId)))
    },
    async refresh(tenantId) {
      // What is under way may have read before the caller's race: wait for it, then look again.
      await reading.get(tenantId)?.catch(() => undefined)
      const entry = entries.get(tenantId)
      return once(tenantId, () => (entry ? update(tenantId, entry) : load(tenantId)))
    },
    size() {
      let products = 0
      for (const entry of entries.values()) products += entry.index.size
      return { shops: entries.size, products }
    },
  }

  function once(tenantId: string, read: () => Promise<CatalogIndex>): Promise<CatalogIndex> {
    const pending = reading.get(tenantId)
    if (pending) return pending
    const started = read().finally(() => reading.delete(tenantId))
    reading.set(tenantId, started)
    return started
  }

  async function load(tenantId: string): Promise<CatalogIndex> {
    const checkedAt = deps.now()
    const loaded = await loadCatalog(deps.store.db, tenantId)
    if (!loaded) throw unknownTenant()
    const index = buildCatalogIndex(loaded.products)
    entries.set(tenantId, {
      index,
      version: loaded.version,
      changedAt: loaded.changedAt,
      knownAt: checkedAt,
      checkedAt,
    })
    return index
  }

  async function update(tenantId: string, entry: Entry): Promise<CatalogIndex> {
    const checkedAt = deps.now()
    const { changedAt, knownAt } = entry
    const news = await loadChanges(deps.store.db, tenantId, { changedAt, heldMs: checkedAt - knownAt })
    if (!news) {
      entries.delete(tenantId)
      throw unknownTenant()
    }
    if (news.version !== entry.version) return load(tenantId)
    const real = news.changes.filter((change) => differs(entry.index, change))
    const index = real.length === 0 ? entry.index : withStock(entry.index, real)
    entries.set(tenantId, {
      index,
      version: entry.version,
      changedAt: news.changedAt,
      knownAt: news.changedAt === changedAt ? knownAt : checkedAt,
      checkedAt,
    })
    return index
  }
}

function differs(index: CatalogIndex, change: CatalogChanges['changes'][number]): boolean {
  const held = index.bySku.get(change.sku)
  return (
    held !== undefined &&
    (held.stock !== change.stock ||
      held.price !== change.price ||
      held.salePrice !== change.salePrice ||
      held.saleFrom !== change.saleFrom ||
      held.saleUntil !== change.saleUntil)
  )
}

function unknownTenant(): BotctlError {
  return new BotctlError('tenant_not_found', 'there is no such shop', {
    hint: 'botctl tenant list shows them',
    exit: EXIT.notFound,
  })
}
