import type { Store } from '../../store/store.ts'
import { findings } from './check.ts'
import type { Check } from './check.ts'

export const SHOP_CHECKS: readonly Check[] = [
  {
    id: 'catalogs',
    title: 'every open shop has something to sell',
    needs: ['database'],
    async run({ store }) {
      const { warning } = findings('catalogs')
      const rows = await (store as Store).db
        .selectFrom('tenant')
        .leftJoin('product', (join) =>
          join
            .onRef('product.tenant_id', '=', 'tenant.id')
            .on('product.status', '=', 'active')
            .on('product.available', '>', 0),
        )
        .select((eb) => ['tenant.slug', eb.fn.count<number>('product.id').as('n')])
        .where('tenant.status', '=', 'active')
        .groupBy('tenant.slug')
        .orderBy('tenant.slug')
        .execute()
      return rows
        .filter((row) => row.n === 0)
        .map((row) => warning(`${row.slug} has nothing in stock`, `botctl product import FILE --tenant ${row.slug}`))
    },
  },
  {
    id: 'channels',
    title: 'no channel is cut off by its provider',
    needs: ['database'],
    async run({ store, now }) {
      const { problem } = findings('channels')
      const rows = await (store as Store).db
        .selectFrom('channel')
        .innerJoin('tenant', 'tenant.id', 'channel.tenant_id')
        .select(['tenant.slug', 'channel.provider', 'channel.blocked_reason'])
        .where('channel.status', '=', 'active')
        .where('channel.blocked_until', '>', now)
        .execute()
      return rows.map((row) =>
        problem(
          `${row.provider} of ${row.slug} is blocked (${row.blocked_reason ?? 'no reason given'})`,
          `botctl channel verify --tenant ${row.slug}`,
        ),
      )
    },
  },
  {
    id: 'secrets',
    title: 'stored secrets open with SECRET_KEY',
    needs: ['database'],
    async run({ store, secrets }) {
      const { problem } = findings('secrets')
      if (secrets === null) return []
      const unreadable: string[] = []
      for (const table of ['channel', 'payment_account'] as const) {
        const rows = await (store as Store).db
          .selectFrom(table)
          .innerJoin('tenant', 'tenant.id', `${table}.tenant_id`)
          .select(['tenant.slug', `${table}.tenant_id as owner`, `${table}.secrets as sealed`])
          .where(`${table}.secrets`, 'is not', null)
          .execute()
        for (const row of rows) {
          try {
            secrets.open(row.sealed ?? '', row.owner)
          } catch {
            unreadable.push(`${row.slug} (${table})`)
          }
        }
      }
      return unreadable.map((whose) =>
        problem(
          `a stored secret of ${whose} cannot be opened`,
          'set the SECRET_KEY it was stored under, or SECRET_KEY_OLD, or store it again',
        ),
      )
    },
  },
]
