import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { configFile, loadConfig } from './config.ts'
import { BotctlError } from './errors.ts'

describe('configuration', () => {
  let folder: string
  let env: Record<string, string>
  const origin = (key: string, flags: Record<string, string> = {}) => {
    const config = loadConfig({ env, cwd: folder, flags })
    const found = config.entries.find((entry) => entry.key === key)
    return [found?.value, found?.name, found?.origin]
  }

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'botctl-config-'))
  })
  beforeEach(() => {
    env = { HOME: folder }
    rmSync(join(folder, '.env'), { force: true })
    rmSync(configFile(env), { force: true })
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('works from nothing: SQLite in the data folder, loopback, port 9001, no secret', () => {
    const config = loadConfig({ env, cwd: folder })
    expect(config).toMatchObject({ host: '127.0.0.1', port: 9001, secretKey: null, openaiApiKey: null })
    expect(config.databaseUrl).toContain('botctl.sqlite')
    expect(config.databaseUrl).toContain(folder)
  })

  it('takes flag before environment before .env before config file before default, and says which', () => {
    expect(origin('port')).toEqual(['9001', 'PORT', 'default'])
    mkdirSync(join(folder, '.config', 'botctl'), { recursive: true })
    writeFileSync(configFile(env), 'PORT=1\n')
    expect(origin('port')).toEqual(['1', 'PORT', 'config file'])
    writeFileSync(join(folder, '.env'), 'PORT=2\n')
    expect(origin('port')).toEqual(['2', 'PORT', '.env'])
    env.PORT = '3'
    expect(origin('port')).toEqual(['3', 'PORT', 'environment'])
    expect(origin('port', { port: '4' })).toEqual(['4', 'PORT', 'flag'])
  })

  it("keeps the guide's names, the first one winning", () => {
    writeFileSync(
      join(folder, '.env'),
      '# guide\nBACKEND_PORT=8000\nWHATSAPP_BOT_PORT=9002\nBACKEND_URL=https://tienda.cl/\nWHATSAPP_BOT_URL=https://bot.tienda.cl:9001/\n',
    )
    expect(origin('port')).toEqual(['9002', 'WHATSAPP_BOT_PORT', '.env'])
    expect(origin('publicUrl')).toEqual(['https://bot.tienda.cl:9001', 'WHATSAPP_BOT_URL', '.env'])
  })

  it('takes an empty value for none, and a byte order mark for nothing', () => {
    writeFileSync(join(folder, '.env'), '\uFEFFOPENAI_API_KEY=\nHOST=0.0.0.0\n')
    expect(loadConfig({ env, cwd: folder })).toMatchObject({ openaiApiKey: null, host: '0.0.0.0' })
  })

  it('refuses a wrong value by name and without repeating it', () => {
    for (const [name, value] of [
      ['PORT', '99999'],
      ['PUBLIC_URL', 'tienda.cl'],
      ['DATABASE_URL', 'mysql://root:hunter2@db/x'],
      ['LOG_LEVEL', 'loud'],
    ] as const) {
      const load = () => loadConfig({ env: { ...env, [name]: value }, cwd: folder })
      expect(load).toThrow(BotctlError)
      expect(load).toThrow(name)
      expect(load).not.toThrow('hunter2')
    }
  })

  it('takes a wrong flag for a wrong command, not for a wrong configuration', () => {
    const load = () => loadConfig({ env, cwd: folder, flags: { port: 'nine' } })
    expect(load).toThrow(expect.objectContaining({ code: 'flag_invalid', exit: 64 }) as Error)
    expect(load).toThrow(/^--port is not a port/)
  })

  it('never shows a secret or a password, not even in part', () => {
    const secret = 'sk-proj-abcdefghijklmnop'
    const config = loadConfig({
      env: { ...env, OPENAI_API_KEY: secret, DATABASE_URL: 'postgres://botctl:hunter2@db.local/shop' },
      cwd: folder,
    })
    const shown = JSON.stringify(config.entries.map((entry) => entry.shown))
    expect(shown).not.toContain('hunter2')
    expect(shown).not.toContain('abc')
    expect(shown).toContain('botctl:…@db.local/shop')
    expect(config.databaseUrl).toContain('hunter2')
  })
})
