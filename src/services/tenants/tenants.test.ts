import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeStores } from '../../../test/support/databases.ts'
import type { TestDatabase } from '../../../test/support/databases.ts'
import { BotctlError } from '../../errors.ts'
import { findTenant, listTenants } from '../../store/tenants.ts'
import { createTenantCreator } from './create-tenant.ts'
import { createTenantRemover } from './delete-tenant.ts'
import { createTenantDescriber, nextSteps } from './describe-tenant.ts'
import { createTenantExporter } from './export-tenant.ts'
import { checkSlug, slugFrom } from './tenant-input.ts'
import { createTenantUpdater } from './update-tenant.ts'

const guide = {
  name: 'Nueva Tienda',
  slug: 'nueva-tienda-2024',
  type: 'electronics',
  phone: '+56 9 8765 4321',
}

describeStores('shops', (open) => {
  let database: TestDatabase
  let now = 1000
  const deps = () => ({ store: database.store, now: () => now })
  const code = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => (error instanceof BotctlError ? `${error.code} ${error.exit}` : String(error)),
    )

  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.remove())

  it("opens a shop with the guide's values, its profile and its local channel, and names the next steps", async () => {
    const created = await createTenantCreator(deps())(guide)
    expect(created).toMatchObject({ slug: guide.slug, phone: '+56987654321', status: 'active', type: 'electronics' })
    const details = await createTenantDescriber(deps())(guide.slug)
    expect(details.channels).toEqual([expect.objectContaining({ provider: 'local', status: 'active' })])
    expect(nextSteps(details)[0]).toContain('product import --sample electronics --tenant nueva-tienda-2024')
  })

  it('refuses a slug or number in use, and leaves nothing behind', async () => {
    const create = createTenantCreator(deps())
    expect(await code(create({ ...guide, phone: '+56911110000' }))).toBe('slug_in_use 65')
    expect(await code(create({ ...guide, slug: 'other-slug' }))).toBe('phone_in_use 65')
    expect(await findTenant(database.store.db, 'other-slug')).toBeNull()
  })

  it('lets one of several creations at once win and tells the others why', async () => {
    const create = createTenantCreator(deps())
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, () => code(create({ name: 'Carrera', phone: '+56933330000' }))),
    )
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1)
    // Both are in use by then; which one a loser is told first is the database's choice.
    const told = outcomes.filter((outcome) => outcome !== 'done')
    expect(told.every((outcome) => outcome === 'slug_in_use 65' || outcome === 'phone_in_use 65')).toBe(true)
  })

  it('refuses wrong values with a word for each', async () => {
    const create = createTenantCreator(deps())
    expect(await code(create({ name: '  ' }))).toBe('name_invalid 65')
    expect(await code(create({ name: 'x', slug: 'Twilio!' }))).toBe('slug_invalid 65')
    expect(await code(create({ name: 'x', slug: 'twilio' }))).toBe('slug_invalid 65')
    expect(await code(create({ name: 'ok', type: 'bikes' }))).toBe('type_unknown 65')
    expect(await code(create({ name: 'ok', phone: 'call me' }))).toBe('phone_invalid 65')
    expect(await code(create({ name: 'ok', timezone: 'Mars/Base' }))).toBe('timezone_invalid 65')
  })

  it('changes what differs and moves the version, and nothing where nothing differs', async () => {
    now = 2000
    const update = createTenantUpdater(deps())
    const changed = await update(guide.slug, { name: 'La Nueva', status: 'paused' })
    expect(changed.after).toMatchObject({ name: 'La Nueva', status: 'paused', version: 2, updatedAt: 2000 })
    expect((await update(guide.slug, { status: 'paused' })).after.version).toBe(2)
    expect(await code(update(guide.slug, {}))).toBe('nothing_to_change 64')
    expect(await code(update(guide.slug, { phone: '+56933330000' }))).toBe('phone_in_use 65')
    expect(await code(update('no-such', { name: 'x' }))).toBe('tenant_not_found 66')
    expect((await listTenants(database.store.db, { status: 'paused' })).map((tenant) => tenant.slug)).toEqual([
      guide.slug,
    ])
  })

  it('exports every row without credentials to a file of its owner alone, then removes the shop everywhere', async () => {
    const tenant = await findTenant(database.store.db, guide.slug)
    await database.store.db
      .insertInto('inbox')
      .values({
        tenant_id: tenant?.id ?? '',
        provider_key: 'local:1',
        conversation_id: 'cnv_1',
        body: '{}',
        received_at: 1,
      })
      .execute()
    const folder = mkdtempSync(join(tmpdir(), 'botctl-export-'))
    const file = join(folder, 'shop.jsonl')
    const exported = await createTenantExporter(deps())(guide.slug, file)
    const lines = readFileSync(file, 'utf8').trim().split('\n')
    expect(lines).toHaveLength(exported.rows)
    expect(lines.join('')).toContain('"table":"inbox"')
    expect(lines.join('')).not.toContain('"secrets"')
    expect(await code(createTenantExporter(deps())(guide.slug, file))).toBe('export_exists 65')
    rmSync(folder, { recursive: true })

    await createTenantRemover({ ...deps(), actor: 'cli:ana' })(guide.slug)
    // Who removed it is the one thing that stays.
    const audit = await database.store.db.selectFrom('audit').select(['actor', 'action', 'object', 'before']).execute()
    expect(audit).toEqual([expect.objectContaining({ actor: 'cli:ana', action: 'tenant.delete', object: guide.slug })])
    expect(audit[0]?.before).toContain('"La Nueva"')
    expect(await findTenant(database.store.db, guide.slug)).toBeNull()
    const left = await database.store.db
      .selectFrom('inbox')
      .selectAll()
      .where('tenant_id', '=', tenant?.id ?? '')
      .execute()
    expect(left).toEqual([])
    expect(await findTenant(database.store.db, 'carrera')).not.toBeNull()
    expect(await code(createTenantRemover(deps())(guide.slug))).toBe('tenant_not_found 66')
  })
})

describe('slugs', () => {
  it('made of any name are accepted or empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (name) => {
        const slug = slugFrom(name)
        if (slug.length >= 2 && !['meta', 'twilio', 'flow', 'test', 'status', 'local'].includes(slug)) {
          expect(checkSlug(slug)).toBe(slug)
        }
      }),
    )
  })

  it('of hostile text are refused, whatever it is', () => {
    for (const slug of [
      "'; DROP TABLE tenant;--",
      '../../etc',
      'a/b',
      'ä',
      'a b',
      '',
      '-',
      'a--b',
      'a'.repeat(64),
      '\u0000',
      '%2e',
    ]) {
      expect(() => checkSlug(slug)).toThrow(BotctlError)
    }
  })
})
