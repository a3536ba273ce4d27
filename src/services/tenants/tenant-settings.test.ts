import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeStores, type TestDatabase } from '../../../test/support/databases.ts'
import { createDebounce } from '../../daemon/channel-settings.ts'
import { moneyTerms } from '../../engine/commerce/terms.ts'
import { requireTenant } from '../../store/tenants.ts'
import { listAudit } from '../audit/record-audit.ts'
import { createTenantCreator } from './create-tenant.ts'
import { changeSettings, showSettings } from './tenant-settings.ts'

describeStores('shop settings', (open) => {
  let database: TestDatabase
  let shops = 0
  const deps = () => ({ store: database.store, now: () => 5000, actor: 'cli:ana' })
  const shop = async () => (await createTenantCreator(deps())({ name: 'Tienda', slug: `tienda-${++shops}` })).slug
  const terms = async (slug: string) => moneyTerms((await requireTenant(database.store.db, slug)).settings)

  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.remove())

  it('reach the engine at both ends of what they allow, and are refused beyond', async () => {
    const tenant = await shop()
    const shown = await showSettings({ db: database.store.db }, tenant)
    const whole = shown.settings.filter((each) => each.key !== 'debounce_ms' && /\d+ to \d+/.test(each.allowed))
    expect(whole.length).toBeGreaterThan(8)
    for (const { key, allowed } of whole) {
      const [least = 0, most = 0] = (/(\d+) to (\d+)/.exec(allowed) ?? []).slice(1).map(Number)
      for (const value of [least, most]) {
        const after = await changeSettings(deps(), { tenant, changes: { [key]: String(value) } })
        // What is shown is read through the engine's own eyes: a bound of ours beyond the engine's would show here.
        expect([key, after.settings.find((each) => each.key === key)?.value]).toEqual([key, value])
      }
      for (const value of [String(least - 1), String(most + 1), '1.5', '0x10', 'x', '1e3', ' ']) {
        await expect(changeSettings(deps(), { tenant, changes: { [key]: value } })).rejects.toMatchObject({
          code: 'setting_invalid',
          exit: 65,
        })
      }
      await changeSettings(deps(), { tenant, changes: { [key]: 'default' } })
    }
    expect(await showSettings({ db: database.store.db }, tenant)).toEqual(shown)
  })

  it('change all or none, and say who changed what from what', async () => {
    const tenant = await shop()
    const before = await requireTenant(database.store.db, tenant)
    await expect(
      changeSettings(deps(), { tenant, changes: { reservation_minutes: '45', surprise: '1' } }),
    ).rejects.toMatchObject({ code: 'setting_unknown' })
    expect(await requireTenant(database.store.db, tenant)).toEqual(before)
    const done = await changeSettings(deps(), {
      tenant,
      changes: { reservation_minutes: '45', retention_orders_days: 'never', 'template.shipped': 'pedido_enviado' },
    })
    expect(done.changed.toSorted()).toEqual(['reservation_minutes', 'retention_orders_days', 'template.shipped'])
    expect(await terms(tenant)).toMatchObject({
      reservationMinutes: 45,
      retention: { messagesDays: 730, ordersDays: null },
      templates: { shipped: 'pedido_enviado' },
    })
    expect((await requireTenant(database.store.db, tenant)).version).toBeGreaterThan(before.version)
    const [entry] = await listAudit(database.store.db, { tenantId: before.id, limit: 1 })
    expect(entry).toMatchObject({
      action: 'tenant.settings',
      before: { reservation_minutes: 30, retention_orders_days: 2190, 'template.shipped': null },
      after: { reservation_minutes: 45, retention_orders_days: null, 'template.shipped': 'pedido_enviado' },
    })
    const again = await changeSettings(deps(), { tenant, changes: { reservation_minutes: '45' } })
    expect(again.changed).toEqual([])
    await changeSettings(deps(), { tenant, changes: { 'template.shipped': '' } })
    expect((await terms(tenant)).templates).toEqual({})
  })

  it('set the silence that the daemon waits for on every channel of the shop', async () => {
    const tenant = await shop()
    await changeSettings(deps(), { tenant, changes: { debounce_ms: '1500' } })
    const { id } = await requireTenant(database.store.db, tenant)
    const channel = await database.store.db
      .selectFrom('channel')
      .select('id')
      .where('tenant_id', '=', id)
      .executeTakeFirstOrThrow()
    expect(await createDebounce({ store: database.store, now: () => 5000 })(channel.id)).toBe(1500)
  })
})
