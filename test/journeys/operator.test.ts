import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { QuickstartResult } from '../../src/services/setup/quickstart.ts'
import { openProgram, type Program } from '../support/program.ts'

/** A new operator's first hour, with the built program. */
let program: Program
let home: string

beforeAll(async () => {
  program = await openProgram('sqlite')
  home = mkdtempSync(join(tmpdir(), 'botctl-operator-'))
})
afterAll(async () => {
  await program.remove()
  rmSync(home, { recursive: true, force: true })
})

it('quickstart makes everything from nothing, sells once, and keeps all of it when run again', async () => {
  // From nothing: no database, no key, an empty home.
  const env = { HOME: home, DATABASE_URL: '', SECRET_KEY: '' }
  const first = await program.run(['quickstart', '--once', '--json'], { env })
  expect([first.code, first.stderr]).toEqual([0, ''])
  const made = first.json as QuickstartResult & { secret_key: string }
  expect(made.secret_key).toBe('made')
  expect(made.shops.map((shop) => [shop.slug, shop.created])).toEqual([
    ['acme-cannabis-2024', true],
    ['bravo-gaming-2024', true],
    ['mundo-canino-2024', true],
    ['nueva-tienda-2024', true],
  ])
  expect(made.shops.every((shop) => shop.products >= 40)).toBe(true)
  expect(made.order).toMatchObject({ status: 'pending_payment', subtotal: 49_980 })
  const file = join(home, '.config', 'botctl', 'config.env')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const key = readFileSync(file, 'utf8')
  // Conversations are in it: nobody else on this machine reads them, whatever the umask says.
  expect(statSync(join(home, '.local', 'share', 'botctl', 'botctl.sqlite')).mode & 0o077).toBe(0)

  const second = await program.run(['quickstart', '--once', '--json'], { env })
  expect(second.code).toBe(0)
  const kept = second.json as QuickstartResult & { secret_key: string }
  expect(kept).toMatchObject({ secret_key: 'kept', migrations: [] })
  expect(kept.shops.map((shop) => [shop.created, shop.products])).toEqual(
    made.shops.map((shop) => [false, shop.products]),
  )
  expect(kept.order?.number).not.toBe(made.order?.number)
  expect(readFileSync(file, 'utf8')).toBe(key)
})

it('quickstart says that its port is taken before it makes or prints anything', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => taken.once('listening', resolve))
  const { port } = taken.address() as AddressInfo
  const nowhere = join(home, 'nowhere')
  const env = { HOME: nowhere, DATABASE_URL: '', SECRET_KEY: '' }
  const ran = await program.run(['quickstart', '--json', '--port', String(port)], { env })
  taken.close()
  expect([ran.code, ran.json]).toMatchObject([69, { error: { code: 'port_unavailable' } }])
  expect(existsSync(nowhere)).toBe(false)
})

it('smoke walks a signed journey through the daemon, reaches no provider, and leaves nothing', async () => {
  let calls = 0
  const graph = createServer((_request, response) => {
    calls += 1
    response.writeHead(500).end()
  })
  await new Promise<void>((resolve) => graph.listen(0, '127.0.0.1', resolve))
  const env = { META_GRAPH_URL: `http://127.0.0.1:${(graph.address() as AddressInfo).port}` }
  expect((await program.run(['migrate'])).code).toBe(0)
  expect((await program.run(['smoke', '--url', 'http://127.0.0.1:1', '--json'])).code).toBe(69)
  const served = await program.serve([], env)
  const smoke = await program.run(['smoke', '--url', served.url, '--json'])
  expect(smoke.json).toMatchObject({ ok: true })
  expect(smoke.code).toBe(0)
  expect(calls).toBe(0)
  expect((await program.run(['tenant', 'list', '--json'])).json).toEqual([])
  const status = await program.run(['status', '--json'])
  const seen = status.json as { state: string; daemons: number }
  expect(seen.daemons).toBe(1)
  // On a busy machine it may call the daemon slow; exit code and verdict must agree all the same.
  expect([seen.state, status.code]).toEqual(seen.state === 'serving' ? ['serving', 0] : ['troubled', 1])
  const doctor = await program.run(['doctor', '--offline', '--json'])
  expect((doctor.json as { findings: unknown[] }).findings).toEqual([])
  const logs = await program.run(['logs', '--json'])
  expect(logs.stdout).toContain('daemon_started')
  expect(await served.stop()).toBe(0)
  expect((await program.run(['status', '--json'])).code).toBe(1)
  graph.close()
})

it('an error is one document with --json, a sentence and a remedy without, and never a stack', async () => {
  const refused = await program.run(['tenant', 'show', 'nobody', '--json'])
  expect(refused.code).toBe(66)
  expect(refused.stderr).toBe('')
  expect(Object.keys((refused.json as { error: object }).error)).toEqual(['code', 'message', 'hint'])
  const said = await program.run(['tenant', 'lst'])
  expect([said.code, said.stdout]).toEqual([64, ''])
  expect(said.stderr).toContain('did you mean: botctl tenant list')
  expect(said.stderr).not.toContain('    at ')
  await program.run(['tenant', 'create', '--name', 'Tienda', '--slug', 'tienda', '--type', 'other'])
  const vague = await program.run(['tenant', 'profile', 'edit', '--tenant', 'tienda', '--set', 'termsUrl=nowhere'])
  expect([vague.code, vague.stdout]).toEqual([65, ''])
  // The fields that the hint speaks of are there without a second run with --json.
  expect(vague.stderr).toMatch(/^ {2}termsUrl: /m)
  const away = await program.run(['tenant', 'list'], { env: { DATABASE_URL: 'postgres://u:hunter2@127.0.0.1:1/x' } })
  expect(away.code).toBe(69)
  expect(away.stderr).not.toContain('hunter2')
})
