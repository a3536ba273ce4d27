/**
 * The crash figures whole, D1–D16, against real daemon processes, fake providers on loopback and a real, fsyncing Postgres.
 * One line a figure; exit 1 where one is missed. It stops by itself.
 *
 *   npm run chaos                       everything, one after the other: about an hour on two cores
 *   npm run chaos -- --only D8,D9       those
 *   npm run chaos -- --short            a tenth of the messages and kills (`--scale 0.1`)
 *   npm run chaos -- --seed 7           as far as the machine allows, the same again
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startPostgres } from '../test/support/postgres-server.ts'
import { moneyRuns } from './chaos/money-runs.ts'
import { pipelineRuns } from './chaos/pipeline-runs.ts'
import type { Run } from './chaos/run.ts'
import { scenarioRuns } from './chaos/scenario-runs.ts'
import { upgradeRuns } from './chaos/upgrade-run.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    short: { type: 'boolean', default: false },
    scale: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
  },
})
const scale = Number(values.scale ?? (values.short ? '0.1' : '1'))
const seed = Number(values.seed)
const wanted = values.only?.split(',')
/** The figures that a run of another name shows as well. */
const SHOWN_BY: Readonly<Record<string, string>> = { D7: 'D6', D14: 'D6', D5b: 'D5', D15b: 'D15' }
/** D8 takes half an hour on two busy cores; one that hangs must not hold the rest up for ever. */
const RUN_LIMIT_MS = 60 * 60_000

const server = await startPostgres()
const folder = mkdtempSync(join(tmpdir(), 'botctl-chaos-'))
let databases = 0
let failed = 0
try {
  out(`seed ${seed}, scale ${scale}; each run ends with D16: nothing pending, nothing unsent, no lease in the future`)
  for (const [index, run] of [...pipelineRuns, ...moneyRuns, ...scenarioRuns, ...upgradeRuns].entries()) {
    if (!isWanted(run.id)) continue
    const startedAt = Date.now()
    const { ok, report } = await play(run, index)
    if (!ok) failed += 1
    out(`${ok ? 'ok  ' : 'FAIL'} ${run.id.padEnd(4)} ${run.what}, ${Math.round((Date.now() - startedAt) / 1000)} s`)
    out(`     ${JSON.stringify(report)}`)
  }
} finally {
  await server.remove()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(failed === 0 ? 0 : 1)

async function play(run: Run, index: number): Promise<{ ok: boolean; report: object }> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the run did not end in time')), RUN_LIMIT_MS)
  })
  const ground = {
    server,
    seed: seed + index,
    some: (count: number) => Math.max(1, Math.round(count * scale)),
    database: async (dialect: 'sqlite' | 'postgres') => {
      databases += 1
      return dialect === 'sqlite'
        ? `sqlite:${join(folder, `${databases}.sqlite`)}`
        : server.createDatabase(`chaos${databases}`)
    },
  }
  try {
    return await Promise.race([run.play(ground), tooLong])
  } catch (error) {
    return { ok: false, report: { broke: (error as Error).message } }
  } finally {
    clearTimeout(timer)
  }
}

function isWanted(id: string): boolean {
  return wanted === undefined || wanted.some((each) => each === id || SHOWN_BY[each] === id || SHOWN_BY[id] === each)
}

function out(line: string): void {
  process.stdout.write(`${line}\n`)
}
