import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const bin = fileURLToPath(new URL('../../bin/run.js', import.meta.url))
const hook = fileURLToPath(new URL('../support/record-imports.mjs', import.meta.url))
const HEAVY = ['ink', 'react', 'fastify', 'twilio', 'openai', 'pino', 'undici', 'prom-client', 'pg']

describe('start-up', () => {
  let home: string
  const env = () => ({ PATH: process.env.PATH ?? '', HOME: home })
  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'botctl-startup-'))
    execFileSync(process.execPath, [bin, 'migrate', '--json'], { env: env(), cwd: home })
  })
  afterAll(() => rmSync(home, { recursive: true }))

  function packagesLoadedBy(args: string[]): Set<string> {
    const out = join(home, 'imports')
    execFileSync(process.execPath, ['--import', hook, bin, ...args], { env: { ...env(), IMPORTS_TO: out }, cwd: home })
    const names = readFileSync(out, 'utf8').matchAll(/node_modules\/((?:@[^/]+\/)?[^/\n]+)\/(?!node_modules)/g)
    const loaded = new Set([...names].map((match) => match[1] ?? ''))
    // The build puts Kysely into one file of its own.
    if (/dist\/vendor\/kysely\.js/.test(readFileSync(out, 'utf8'))) loaded.add('kysely')
    return loaded
  }

  it('of tenant list loads the database driver and nothing that serves, draws or calls', () => {
    const loaded = packagesLoadedBy(['tenant', 'list', '--json'])
    // The recorder works: what must be there is there.
    expect(loaded).toContain('better-sqlite3')
    expect(loaded).toContain('kysely')
    for (const name of HEAVY) expect(loaded).not.toContain(name)
  })

  it('takes help before a command for --help behind it', () => {
    const said = (...args: string[]) =>
      execFileSync(process.execPath, [bin, ...args], { env: env(), cwd: home }).toString()
    expect(said('help', 'tenant', 'list')).toBe(said('tenant', 'list', '--help'))
    expect(said('help')).toBe(said('--help'))
  })

  it('of --version and --help loads no driver either', () => {
    for (const args of [['--version'], ['tenant', 'list', '--help']]) {
      const loaded = packagesLoadedBy(args)
      expect(loaded).toContain('@oclif/core')
      for (const name of [...HEAVY, 'better-sqlite3', 'kysely', 'zod']) expect(loaded).not.toContain(name)
    }
  })
})

describe('the lockfile', () => {
  const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as {
    packages: Record<
      string,
      {
        resolved?: string
        integrity?: string
        dev?: boolean
        hasInstallScript?: boolean
        optionalDependencies?: Record<string, string>
      }
    >
  }

  it('names every platform binary, so that npm ci works on a machine other than the one that made it', () => {
    const paths = Object.keys(lock.packages)
    for (const entry of Object.values(lock.packages)) {
      for (const name of Object.keys(entry.optionalDependencies ?? {})) {
        expect(
          paths.some((path) => path.endsWith(`node_modules/${name}`)),
          name,
        ).toBe(true)
      }
    }
  })

  it('ships nothing that runs a script when it is installed, and checks all of it', () => {
    const shipped = Object.entries(lock.packages).filter(([path, entry]) => path !== '' && entry.dev !== true)
    expect(shipped.length).toBeGreaterThan(20)
    expect(shipped.filter(([, entry]) => entry.hasInstallScript).map(([path]) => path)).toEqual([])
    expect(shipped.filter(([, entry]) => entry.integrity === undefined).map(([path]) => path)).toEqual([])
  })

  it('holds no download addresses', () => {
    expect(Object.values(lock.packages).filter((entry) => entry.resolved?.startsWith('http'))).toEqual([])
  })
})

it('migrations come in pairs, one for each database', () => {
  const folder = (dialect: string) => readdirSync(new URL(`../../migrations/${dialect}`, import.meta.url)).sort()
  expect(folder('sqlite')).toEqual(folder('postgres'))
})
