/**
 * Speed, as ratios within one run on one machine.
 *
 *   npm run bench                           acks and turns on both databases, and memory over 100,000 messages
 *   npm run bench -- --only acks --rounds 5
 *   npm run bench -- --only memory --messages 20000
 *   npm run bench -- --only startup,catalog,large-shop,dashboard   what is not in every run: CLI start-up, search and whole
 *                                           turns in a catalog of 50,000 products, the dashboard
 *   npm run bench -- --only line,full       V10: acks beside callbacks at half load; V11: acks on a database of a million rows
 *   npm run bench -- --only turns --on sqlite           on one of the two databases
 *   npm run bench -- --only turns --profile FOLDER      with a processor profile of the daemon a run
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { startPostgres } from '../test/support/postgres-server.ts'
import { measureAcks } from './acks.ts'
import { median } from './client.ts'
import { fillDatabase } from './full.ts'
import { measureLine } from './line.ts'
import { measureTurns } from './turns.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    on: { type: 'string', default: 'sqlite,postgres' },
    rounds: { type: 'string', default: '3' },
    requests: { type: 'string', default: '60000' },
    turns: { type: 'string', default: '20000' },
    messages: { type: 'string', default: '100000' },
    profile: { type: 'string' },
  },
})
const rounds = Number(values.rounds)
const dialects = (['sqlite', 'postgres'] as const).filter((dialect) => values.on.split(',').includes(dialect))
const folder = mkdtempSync(join(tmpdir(), 'botctl-bench-'))
const server = await startPostgres()
let counter = 0
async function fresh(dialect: 'sqlite' | 'postgres'): Promise<string> {
  counter += 1
  return dialect === 'sqlite' ? `sqlite:${join(folder, `${counter}.sqlite`)}` : server.createDatabase(`bench${counter}`)
}
const out = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

try {
  out(
    `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, load before: ${loadavg()[0]?.toFixed(1)}`,
  )
  if (wants('acks')) await acks()
  if (wants('turns')) await turns()
  if (wants('memory')) await memory()
  if (values.only !== undefined && wants('line')) await line()
  if (values.only !== undefined && wants('full')) await full()
  for (const part of ['startup', 'catalog', 'large-shop', 'dashboard'])
    if (values.only !== undefined && wants(part)) alone(part)
} finally {
  await server.remove()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(0)

function wants(what: string): boolean {
  return values.only === undefined || values.only.split(',').includes(what)
}

/** Those that are programs of their own. */
function alone(part: string): void {
  const file = fileURLToPath(new URL(`${part}.ts`, import.meta.url))
  out(`${part}:`)
  spawnSync(process.execPath, ['--expose-gc', file], { stdio: 'inherit' })
}

/** Bare and ours take turns, so that whatever else the machine does falls on both. */
async function acks(): Promise<void> {
  const options = { requests: Number(values.requests), connections: 64, profile: values.profile }
  for (const dialect of dialects) {
    const ratios: number[] = []
    const cpuRatios: number[] = []
    for (let run = 0; run < rounds; run++) {
      const bare = await measureAcks({ kind: 'bare' }, { ...options, run })
      const ours = await measureAcks({ kind: 'daemon', databaseUrl: await fresh(dialect) }, { ...options, run })
      ratios.push(ours.perSecond / bare.perSecond)
      cpuRatios.push(ours.cpu / bare.cpu)
      out(
        `acks ${dialect} ${run + 1}: ${ours.perSecond.toFixed(0)}/s of ${bare.perSecond.toFixed(0)}/s bare, ` +
          `p50 ${ours.p50.toFixed(1)} ms, p99 ${ours.p99.toFixed(1)} ms, cpu ${ours.cpu.toFixed(0)} of ${bare.cpu.toFixed(0)} µs`,
      )
    }
    out(
      `acks ${dialect}: ${median(ratios).toFixed(2)} of bare fastify, ${median(cpuRatios).toFixed(1)} × its processor time (medians of ${rounds})`,
    )
  }
}

async function turns(): Promise<void> {
  for (const dialect of dialects) {
    const rates: number[] = []
    const shares: number[] = []
    for (let run = 0; run < rounds; run++) {
      // What this machine can do at this moment: an absolute rate says more about the machine than about us.
      const bare = await measureAcks({ kind: 'bare' }, { requests: 10_000, connections: 64, run })
      const result = await measureTurns(await fresh(dialect), {
        messages: Number(values.turns),
        conversations: 100,
        profile: values.profile,
      })
      rates.push(result.perSecond)
      shares.push(result.perSecond / bare.perSecond)
      out(
        `turns ${dialect} ${run + 1}: ${result.perSecond.toFixed(0)}/s, p50 ${result.p50.toFixed(1)} ms, ` +
          `p99 ${result.p99.toFixed(1)} ms, cpu ${result.cpu.toFixed(0)} µs a turn (${bare.cpu.toFixed(0)} a bare request)`,
      )
    }
    out(
      `turns ${dialect}: ${median(rates).toFixed(0)}/s, ${median(shares).toFixed(3)} of bare fastify (medians of ${rounds})`,
    )
  }
}

/** V10. Half of what whole turns came to right before, on the same database and machine. */
async function line(): Promise<void> {
  for (const dialect of dialects) {
    const measured = await measureTurns(await fresh(dialect), { messages: 4000, conversations: 100 })
    const perSecond = Math.max(1, measured.perSecond / 2)
    const result = await measureLine(await fresh(dialect), { perSecond, seconds: 30 })
    const good = result.p50 < 25 && result.p99 < 250 && result.unanswered === 0
    out(
      `${good ? 'ok  ' : 'MISS'} V10 ${dialect}: ${result.perSecond.toFixed(0)}/s of a capacity of ${measured.perSecond.toFixed(0)}/s, ` +
        `3 callbacks a reply: ack p50 ${result.p50.toFixed(1)} ms, p99 ${result.p99.toFixed(1)} ms, ${result.unanswered} unanswered`,
    )
  }
}

/** V11. Empty and full take turns. */
async function full(): Promise<void> {
  const options = { requests: Number(values.requests), connections: 64 }
  for (const dialect of dialects) {
    const filled = await fresh(dialect)
    await fillDatabase(filled)
    const ratios: number[] = []
    for (let run = 0; run < rounds; run++) {
      const empty = await measureAcks({ kind: 'daemon', databaseUrl: await fresh(dialect) }, { ...options, run })
      const large = await measureAcks({ kind: 'daemon', databaseUrl: filled }, { ...options, run })
      ratios.push(large.perSecond / empty.perSecond)
      out(`V11 ${dialect} ${run + 1}: ${large.perSecond.toFixed(0)}/s full, ${empty.perSecond.toFixed(0)}/s empty`)
    }
    const ratio = median(ratios)
    out(
      `${ratio >= 0.8 ? 'ok  ' : 'MISS'} V11 ${dialect}: ${ratio.toFixed(2)} of the empty database (median of ${rounds})`,
    )
  }
}

async function memory(): Promise<void> {
  const result = await measureTurns(await fresh('sqlite'), { messages: Number(values.messages), conversations: 100 })
  out(`memory over ${values.messages} messages, MB after each tenth: ${result.rss.join(' ')}`)
}
