import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { faults, runUpgrade } from '../../test/support/chaos.ts'
import type { Run } from './run.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Nothing has been released yet, so the old release is a commit: the first with row-level security, whose tables today's
 * daemon still understands and whose daemon understands today's.
 */
const OLD_COMMIT = 'c75bced3b0e095d50de6857ecb755038d13f68ae'

/** D15: old and new on one Postgres, each stopped and started in turn while messages flow. */
export const upgradeRuns: Run[] = [
  {
    id: 'D15',
    what: `a daemon of ${OLD_COMMIT.slice(0, 7)} and today's on one database, 1,000 messages`,
    async play({ database, some, seed }) {
      const old = unpack(OLD_COMMIT)
      if (old === null) return { ok: true, report: { skipped: 'this checkout has no history; D15b was played' } }
      try {
        const databaseUrl = await database('postgres')
        const report = await runUpgrade({ databaseUrl, messages: some(1000), seed, oldEntry: old.entry })
        return { ok: Object.keys(faults(report)).length === 0, report }
      } finally {
        old.remove()
      }
    },
  },
  {
    id: 'D15',
    what: "today's daemon beside another version, on tables with a future release's columns",
    async play({ database, some, seed }) {
      const report = await runUpgrade({ databaseUrl: await database('postgres'), messages: some(1000), seed })
      return { ok: Object.keys(faults(report)).length === 0, report }
    },
  },
]

/** The sources of a commit in a folder of their own, with today's packages; null where git does not have it. */
function unpack(commit: string): { entry: string; remove(): void } | null {
  if (!existsSync(join(ROOT, '.git'))) return null
  const folder = mkdtempSync(join(tmpdir(), 'botctl-old-'))
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  try {
    const parts = ['src', 'test/support', 'migrations', 'assets', 'package.json']
    const tar = execFileSync('git', ['archive', commit, ...parts], { cwd: ROOT, maxBuffer: 1 << 30, stdio: 'pipe' })
    execFileSync('tar', ['-x', '-C', folder], { input: tar })
  } catch {
    remove()
    return null
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  return { entry: join(folder, 'test/support/echo-daemon.ts'), remove }
}
