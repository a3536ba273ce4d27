/**
 * H1–H6 whole, against the daemon as `botctl serve` runs it, on both databases, on loopback. One line a figure on stdout;
 * exit 1 where one is missed. It stops by itself.
 *
 *   npm run hostile                           everything: about ten minutes a database on two cores
 *   npm run hostile -- --only H6 --on sqlite  the flood alone; H1 stands for H1–H5
 *   npm run hostile -- --short                a tenth of it
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startPostgres } from '../test/support/postgres-server.ts'
import { playHostile } from './hostile/attacks.ts'
import { flood } from './hostile/flood.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    on: { type: 'string', default: 'sqlite,postgres' },
    seed: { type: 'string', default: '20261122' },
    short: { type: 'boolean', default: false },
  },
})
const share = values.short ? 0.1 : 1
const wanted = values.only?.split(',')
const folder = mkdtempSync(join(tmpdir(), 'botctl-hostile-'))
const databases = values.on.split(',')
const server = databases.includes('postgres') ? await startPostgres() : null
let made = 0
let missed = 0
try {
  for (const dialect of databases) {
    const fresh = async (): Promise<string> => {
      made += 1
      return server !== null && dialect === 'postgres'
        ? server.createDatabase(`hostile${made}`)
        : `sqlite:${join(folder, `${made}.sqlite`)}`
    }
    const figure = (name: string, value: string, good: boolean): void => {
      if (!good) missed += 1
      process.stdout.write(`${good ? 'ok  ' : 'MISS'} ${dialect} ${name}: ${value}\n`)
    }
    if (wants(['H1', 'H2', 'H3', 'H4', 'H5'])) {
      await playHostile({ databaseUrl: await fresh(), seed: Number(values.seed), share, figure })
    }
    if (wants(['H6'])) await flood({ databaseUrl: await fresh(), seconds: Math.round(60 * share), figure })
  }
} finally {
  await server?.remove()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(missed === 0 ? 0 : 1)

function wants(figures: readonly string[]): boolean {
  return wanted === undefined || figures.some((each) => wanted.includes(each))
}
