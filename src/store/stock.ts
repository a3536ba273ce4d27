import type { EpochMs } from '../engine/types.ts'
import { BotctlError, EXIT } from '../errors.ts'
import type { Db } from './store.ts'

/** Where units are: on the shelf, promised to an unpaid order, or sold. */
type Place = 'available' | 'reserved' | 'sold'

export type StockMove = 'reserve' | 'release' | 'sell' | 'restock'

const PLACES: Record<StockMove, { from: Place; to: Place }> = {
  reserve: { from: 'available', to: 'reserved' },
  release: { from: 'reserved', to: 'available' },
  sell: { from: 'reserved', to: 'sold' },
  restock: { from: 'sold', to: 'available' },
}

export interface StockItem {
  productId: string
  quantity: number
}

/**
 * Moves an order's units, one conditional UPDATE a product, and writes down why. Rows are taken in id order, so that two
 * orders over the same products wait for each other and never lock crosswise.
 * Answers the first product that has too few; the caller then rolls its transaction (or savepoint) back.
 */
export async function moveStock(
  trx: Db,
  request: {
    tenantId: string
    orderId: string
    move: StockMove
    items: readonly StockItem[]
    reason: string
    now: EpochMs
  },
): Promise<{ ok: true } | { ok: false; productId: string }> {
  const { tenantId, orderId, move, now } = request
  const { from, to } = PLACES[move]
  const items = [...request.items].sort((a, b) => (a.productId < b.productId ? -1 : 1))
  for (const { productId, quantity } of items) {
    const result = await trx
      .updateTable('product')
      .set((row) => ({ [from]: row(from, '-', quantity), [to]: row(to, '+', quantity), updated_at: now }))
      .where('tenant_id', '=', tenantId)
      .where('id', '=', productId)
      .where(from, '>=', quantity)
      .executeTakeFirst()
    if (result.numUpdatedRows > 0n) continue
    if (move === 'reserve') return { ok: false, productId }
    await requireGone(trx, tenantId, productId, move)
  }
  if (items.length > 0) {
    await trx
      .insertInto('stock_movement')
      .values(
        items.map(({ productId, quantity }) => ({
          tenant_id: tenantId,
          product_id: productId,
          kind: move,
          quantity,
          order_id: orderId,
          reason: request.reason,
          at: now,
        })),
      )
      .execute()
  }
  return { ok: true }
}

/** Units that an order holds must be there to be given back or sold; only a product that was deleted may lack them. */
async function requireGone(trx: Db, tenantId: string, productId: string, move: StockMove): Promise<void> {
  const product = await trx
    .selectFrom('product')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', productId)
    .executeTakeFirst()
  if (product === undefined) return
  throw new BotctlError(
    'stock_broken',
    `a product has fewer units than its orders hold, so none can be moved: ${move}`,
    {
      hint: 'botctl doctor shows which product and order disagree',
      exit: EXIT.bug,
    },
  )
}

export interface StockFault {
  tenantId: string
  fault: 'equation' | 'reserved' | 'sold' | 'movements' | 'order'
  /** The product, or the order whose units are not where its status says. */
  object: string
  expected: number | string
  found: number | string
}

/**
 * Everything that the stock equation promises, asked of the database: `stocked = available + reserved + sold`; what is
 * reserved and sold is what the orders hold; the movements tell the same; and every order's units are where its status
 * says. Empty where all is well.
 */
export async function findStockFaults(db: Db, tenantId?: string): Promise<StockFault[]> {
  const faults: StockFault[] = []
  const products = await db
    .selectFrom('product')
    .select(['tenant_id', 'id', 'stocked', 'available', 'reserved', 'sold'])
    .$if(tenantId !== undefined, (query) => query.where('tenant_id', '=', tenantId ?? ''))
    .execute()
  const held = await unitsHeld(db, tenantId)
  const moved = await unitsMoved(db, tenantId)
  for (const product of products) {
    const key = `${product.tenant_id}/${product.id}`
    const add = (fault: StockFault['fault'], expected: number, found: number) => {
      if (expected !== found) faults.push({ tenantId: product.tenant_id, fault, object: product.id, expected, found })
    }
    add('equation', product.stocked, product.available + product.reserved + product.sold)
    const orders = held.get(key) ?? { reserved: 0, sold: 0 }
    add('reserved', orders.reserved, product.reserved)
    add('sold', orders.sold, product.sold)
    const movements = moved.get(key) ?? { reserved: 0, sold: 0 }
    add('movements', movements.reserved, product.reserved)
    add('movements', movements.sold, product.sold)
  }
  return [...faults, ...(await misplacedOrders(db, tenantId))]
}

type Units = Map<string, { reserved: number; sold: number }>

async function unitsHeld(db: Db, tenantId: string | undefined): Promise<Units> {
  const rows = await db
    .selectFrom('order_item')
    .innerJoin('orders', (join) =>
      join.onRef('orders.tenant_id', '=', 'order_item.tenant_id').onRef('orders.id', '=', 'order_item.order_id'),
    )
    .select((row) => [
      'order_item.tenant_id as tenant_id',
      'order_item.product_id as product_id',
      'orders.stock_state as state',
      row.fn.sum<number>('order_item.quantity').as('units'),
    ])
    .where('orders.stock_state', '!=', 'released')
    .$if(tenantId !== undefined, (query) => query.where('order_item.tenant_id', '=', tenantId ?? ''))
    .groupBy(['order_item.tenant_id', 'order_item.product_id', 'orders.stock_state'])
    .execute()
  const units: Units = new Map()
  for (const row of rows) {
    const both = at(units, `${row.tenant_id}/${row.product_id}`)
    if (row.state === 'reserved') both.reserved += row.units
    if (row.state === 'sold') both.sold += row.units
  }
  return units
}

async function unitsMoved(db: Db, tenantId: string | undefined): Promise<Units> {
  const rows = await db
    .selectFrom('stock_movement')
    .select((row) => ['tenant_id', 'product_id', 'kind', row.fn.sum<number>('quantity').as('units')])
    .where('kind', '!=', 'stock')
    .$if(tenantId !== undefined, (query) => query.where('tenant_id', '=', tenantId ?? ''))
    .groupBy(['tenant_id', 'product_id', 'kind'])
    .execute()
  const units: Units = new Map()
  for (const row of rows) {
    const both = at(units, `${row.tenant_id}/${row.product_id}`)
    const { from, to } = PLACES[row.kind as StockMove]
    if (from !== 'available') both[from] -= row.units
    if (to !== 'available') both[to] += row.units
  }
  return units
}

/** A refunded order's units are sold, or back on the shelf where they came back. */
const STATES_BY_STATUS: Record<string, readonly string[]> = {
  pending_payment: ['reserved'],
  paid: ['sold'],
  preparing: ['sold'],
  shipped: ['sold'],
  delivered: ['sold'],
  cancelled: ['released'],
  expired: ['released'],
  refunded: ['sold', 'released'],
}

async function misplacedOrders(db: Db, tenantId: string | undefined): Promise<StockFault[]> {
  const faults: StockFault[] = []
  const groups = await db
    .selectFrom('orders')
    .select((row) => ['tenant_id', 'status', 'stock_state', row.fn.min('id').as('example')])
    .$if(tenantId !== undefined, (query) => query.where('tenant_id', '=', tenantId ?? ''))
    .groupBy(['tenant_id', 'status', 'stock_state'])
    .execute()
  for (const { tenant_id, status, stock_state, example } of groups) {
    const expected = STATES_BY_STATUS[status] ?? []
    if (expected.includes(stock_state)) continue
    faults.push({
      tenantId: tenant_id,
      fault: 'order',
      object: example,
      expected: expected.join(' or '),
      found: stock_state,
    })
  }
  return faults
}

function at(units: Units, key: string): { reserved: number; sold: number } {
  const found = units.get(key) ?? { reserved: 0, sold: 0 }
  units.set(key, found)
  return found
}
