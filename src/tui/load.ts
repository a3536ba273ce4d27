import type { DashboardSource } from '../services/snapshot/source.ts'
import type { Load, Loaded } from './state.ts'

/** A database that hangs (a cut cable, a stopped server) counts as away: the screen must say so, not stand still. */
const PATIENCE_MS = 6000

/** Everything that one screen needs, in one round. */
export async function load(source: DashboardSource, wanted: Load): Promise<Loaded> {
  const { tenantId } = wanted.snapshot
  const work = Promise.all([
    source.snapshot(tenantId),
    wanted.list === 'conversations' ? source.conversations(tenantId) : undefined,
    wanted.list === 'orders' ? source.orders(tenantId) : undefined,
    wanted.list === 'dead-letters' ? source.deadLetters(tenantId) : undefined,
    wanted.detail === null
      ? undefined
      : source.conversation(wanted.detail.tenantId, wanted.detail.id, { reveal: wanted.detail.reveal }),
    wanted.detail?.why ? source.explain(wanted.detail.tenantId, wanted.detail.id) : undefined,
  ])
  const [snapshot, conversations, orders, deadLetters, detail, why] = await within(work, PATIENCE_MS)
  return {
    snapshot,
    ...(conversations && { conversations }),
    ...(orders && { orders }),
    ...(deadLetters && { deadLetters }),
    ...(detail !== undefined && { detail }),
    ...(why && { why }),
  }
}

async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer from the database for ${ms / 1000} s`)), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
