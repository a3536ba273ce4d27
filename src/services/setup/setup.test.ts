import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { describeStores } from '../../../test/support/databases.ts'
import type { TestDatabase } from '../../../test/support/databases.ts'
import { loadConfig } from '../../config.ts'
import { createSecretBox } from '../../secrets.ts'
import { createTenantCreator } from '../tenants/create-tenant.ts'
import { checkConfig } from './check-config.ts'
import { setEnvLines } from './env-file.ts'
import { initConfig } from './init.ts'
import { createSecretRotation } from './rotate-secrets.ts'
import { createSecretKey } from './secret-key.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'botctl-setup-'))
  return () => rmSync(folder, { recursive: true })
})

describe('env files', () => {
  it('change only the lines they are told to, and keep secrets from others', () => {
    const file = join(folder, 'deep', '.env')
    setEnvLines(file, { PORT: '1', NAME: 'with space' })
    writeFileSync(file, `# mine\nexport PORT=1\nOTHER="a b"\nNAME='with space'\n`)
    setEnvLines(file, { PORT: '2', NAME: null, NEW: 'x' })
    expect(readFileSync(file, 'utf8')).toBe('# mine\nPORT=2\nOTHER="a b"\nNEW=x\n')
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })
})

describe('init', () => {
  it('writes what is missing, makes secrets, and keeps what is there when run again', () => {
    const file = join(folder, '.env')
    const first = initConfig(file, { publicUrl: 'https://bot.tienda.cl/', port: '9005' })
    expect(first.written).toEqual(['PUBLIC_URL', 'PORT', 'SECRET_KEY', 'META_VERIFY_TOKEN'])
    expect(first.urls[0]).toEqual({ provider: 'Meta', url: 'https://bot.tienda.cl/webhook/meta' })
    const values = parseEnv(readFileSync(file, 'utf8'))
    expect(values.SECRET_KEY).toMatch(/^[0-9a-f]{64}$/)
    const again = initConfig(file, { port: '1' })
    expect(again.written).toEqual([])
    expect(again.kept).toContain('PORT')
    expect(parseEnv(readFileSync(file, 'utf8'))).toEqual(values)
  })

  it('leaves a port that the guide named otherwise alone', () => {
    const file = join(folder, '.env')
    writeFileSync(file, 'WHATSAPP_BOT_PORT=9001\n')
    expect(initConfig(file, { port: '7000' }).kept).toContain('PORT')
  })

  it('takes the key that secrets are stored under already, and makes another only where there is none', () => {
    const file = join(folder, '.env')
    initConfig(file, { secretKey: 'the-key-that-quickstart-made' })
    expect(readFileSync(file, 'utf8')).toContain('SECRET_KEY=the-key-that-quickstart-made')
  })

  it('writes nothing where an answer is wrong', () => {
    const file = join(folder, '.env')
    expect(() => initConfig(file, { databaseUrl: 'mysql://x' })).toThrow('DATABASE_URL')
    expect(() => statSync(file)).toThrow('ENOENT')
  })
})

describe('config check', () => {
  const check = (text: string, env: Record<string, string> = {}) => {
    writeFileSync(join(folder, '.env'), text, { mode: 0o600 })
    return checkConfig({ cwd: folder, env: { HOME: folder, ...env } }).map((finding) => finding.check)
  }
  const key = `SECRET_KEY=${createSecretKey()}\n`

  it('finds nothing in what init writes', () => {
    initConfig(join(folder, '.env'), { databaseUrl: 'postgres://botctl:9f8e7d@db/botctl' })
    expect(checkConfig({ cwd: folder, env: { HOME: folder } }).map((one) => one.check)).toEqual([])
  })

  it('finds each kind of mistake', () => {
    expect(check('')).toEqual(['secret_key_missing'])
    expect(check('SECRET_KEY=short')).toEqual(['secret_key_weak'])
    expect(check(`${key}OPENAI_API_KEY=sk-proj-xxxxxxxxxxxxx`)).toEqual(['config_placeholder'])
    expect(check(`${key}TWILIO_ACOUNT_SID=AC1`)).toEqual(['config_unknown'])
    expect(check(`${key}PORT=abc`)).toEqual(['config_invalid'])
    expect(check(`${key}FLOW_API_KEY=a1b2c3\nPUBLIC_URL=https://a.cl`)).toEqual(['config_incomplete'])
    expect(check(`${key}FLOW_API_KEY=a1b2c3\nFLOW_SECRET_KEY=d4`)).toEqual(['public_url_missing'])
    expect(check(`${key}PUBLIC_URL=http://bot.cl`)).toEqual(['public_url_plain'])
    expect(check(`${key}PUBLIC_URL=https://bot.cl:9001`)).toEqual(['public_url_port'])
    expect(check(`${key}FRONTEND_PORT=3000`)).toEqual(['config_no_effect'])
    expect(check(`${key}EDITOR_THEME=dark`)).toEqual([])
    expect(check(key)).toEqual([])
    chmodSync(join(folder, '.env'), 0o644)
    expect(checkConfig({ cwd: folder, env: { HOME: folder } }).map((one) => one.check)).toEqual(['config_readable'])
  })

  it("names every trap of the guide's own template", () => {
    const found = check(
      'OPENAI_API_KEY=sk-proj-xxxxxxxxxxxxx\nDATABASE_URL=postgresql://user:password@localhost:5432/x\nSECRET_KEY=tu_clave_secreta_muy_larga_y_segura\n',
    )
    expect(found.filter((one) => one === 'config_placeholder')).toHaveLength(3)
  })
})

describeStores('secrets rotate', (open) => {
  let database: TestDatabase
  const now = 1_000_000
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.remove())

  async function shopWithSecret(slug: string, key: string): Promise<string> {
    const { store } = database
    const tenant = await createTenantCreator({ store, now: () => now })({ name: slug, slug })
    await store.db
      .insertInto('channel')
      .values({
        id: `chn_${slug}`,
        tenant_id: tenant.id,
        provider: 'meta',
        address: slug,
        secrets: createSecretBox(key).seal('the-token', tenant.id),
        created_at: now,
        updated_at: now,
      })
      .execute()
    return tenant.id
  }
  const secretOf = async (slug: string) =>
    (
      await database.store.db
        .selectFrom('channel')
        .select('secrets')
        .where('id', '=', `chn_${slug}`)
        .executeTakeFirstOrThrow()
    ).secrets ?? ''
  const config = () => loadConfig({ cwd: folder, env: { HOME: folder } })
  const rotation = () => createSecretRotation({ store: database.store, config: config(), now: () => now })

  it('moves everything at once where no daemon runs', async () => {
    const file = join(folder, '.env')
    initConfig(file, {})
    const old = config().secretKey ?? ''
    const owner = await shopWithSecret('quiet', old)
    expect(await rotation().rotate({ '.env': file })).toMatchObject({ stage: 'done', resealed: 1, daemons: 0 })
    const { secretKey, secretKeyOld } = config()
    expect(secretKeyOld).toBeNull()
    expect(secretKey).not.toBe(old)
    expect(createSecretBox(secretKey ?? '').open(await secretOf('quiet'), owner)).toBe('the-token')
    expect(() => createSecretBox(old).open('', owner)).toThrow()
    await database.store.db.deleteFrom('channel').where('id', '=', 'chn_quiet').execute()
  })

  it('keeps both keys while a daemon runs, and finishes after it restarted', async () => {
    const file = join(folder, '.env')
    initConfig(file, {})
    const old = config().secretKey ?? ''
    const owner = await shopWithSecret('busy', old)
    await database.store.db
      .insertInto('daemon')
      .values({ id: 'dmn_1', host: 'h', pid: 1, version: '0', started_at: now, beat_at: now })
      .execute()
    expect(await rotation().rotate({ '.env': file })).toMatchObject({ stage: 'prepared', resealed: 0, daemons: 1 })
    // The running daemon still reads it with the old key, a restarted one with both.
    expect(createSecretBox(old).open(await secretOf('busy'), owner)).toBe('the-token')
    const both = createSecretBox(config().secretKey ?? '', [config().secretKeyOld ?? ''])
    expect(both.open(await secretOf('busy'), owner)).toBe('the-token')
    expect(await rotation().reseal({ '.env': file })).toMatchObject({ stage: 'done', resealed: 1 })
    expect(config().secretKeyOld).toBeNull()
    expect(createSecretBox(config().secretKey ?? '').open(await secretOf('busy'), owner)).toBe('the-token')
    expect(await rotation().reseal({ '.env': file })).toMatchObject({ resealed: 0 })
  })
})
