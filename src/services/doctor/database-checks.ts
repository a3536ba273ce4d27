import { statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { sql } from 'kysely'
import { migrate, migrationStatus } from '../../store/migrate.ts'
import { findStockFaults } from '../../store/stock.ts'
import type { Store } from '../../store/store.ts'
import { cleanupContexts } from '../care/cleanup-contexts.ts'
import { findings } from './check.ts'
import type { Check, DoctorContext } from './check.ts'
import { findSchemaDrift } from './schema-drift.ts'

/** Leases, deadlines and signatures compare times of two machines; five seconds is beyond any honest network. */
const MOST_SKEW_MS = 5000
/** Below this SQLite and logs run full within hours of a busy day. */
const LEAST_FREE_BYTES = 512 * 1024 * 1024
const DAY_MS = 86_400_000

export const DATABASE_CHECKS: readonly Check[] = [
  {
    id: 'migrations',
    title: 'every migration is applied',
    needs: ['connection'],
    async run({ rawStore }) {
      const { problem } = findings('migrations')
      const { pending, unknown } = await migrationStatus(rawStore as Store)
      return [
        ...(unknown.length > 0
          ? [problem(`the database is newer than this botctl (${unknown.join(', ')})`, 'upgrade botctl')]
          : []),
        ...(pending.length > 0 ? [problem(`the database lacks ${pending.join(', ')}`, 'botctl migrate')] : []),
      ]
    },
    async fix({ rawStore, now }) {
      const applied = await migrate(rawStore as Store, { now })
      return `applied ${applied.join(', ')}`
    },
  },
  {
    id: 'schema_drift',
    title: "the schema is the migrations' own",
    needs: ['database'],
    async run({ store }) {
      const { warning } = findings('schema_drift')
      const drift = await findSchemaDrift(store as Store)
      if (drift.length === 0) return []
      const shown = drift.slice(0, 5).join(', ') + (drift.length > 5 ? ` and ${drift.length - 5} more` : '')
      return [warning(`the schema was changed by hand: ${shown}`, 'undo it, or make it a migration')]
    },
  },
  {
    id: 'stock_equation',
    title: 'stocked = available + reserved + sold, and orders hold what products say',
    needs: ['database'],
    async run({ store }) {
      const { problem } = findings('stock_equation')
      const faults = await findStockFaults((store as Store).db)
      return faults
        .slice(0, 10)
        .map((fault) =>
          problem(
            `${fault.fault} of ${fault.object}: expected ${fault.expected}, found ${fault.found}`,
            'botctl audit list and botctl order list show who changed it; correct it with botctl product update',
          ),
        )
    },
  },
  {
    id: 'clock',
    title: "the database's clock and ours agree",
    needs: ['database'],
    async run({ store, now }) {
      const { problem } = findings('clock')
      const { db, dialect } = store as Store
      const future = await db
        .selectFrom('daemon')
        .select(['host', 'beat_at'])
        .where('beat_at', '>', now + MOST_SKEW_MS)
        .execute()
      const found = future.map((daemon) =>
        problem(
          `the clock of ${daemon.host} is ${Math.round((daemon.beat_at - now) / 1000)} s ahead of ours`,
          'enable NTP on both: timedatectl set-ntp true',
        ),
      )
      if (dialect === 'sqlite') return found
      const { rows } = await sql<{ at: number }>`SELECT extract(epoch FROM clock_timestamp()) * 1000 AS at`.execute(db)
      const skew = Math.round(Math.abs(Number(rows[0]?.at) - Date.now()))
      if (skew <= MOST_SKEW_MS) return found
      return [
        ...found,
        problem(
          `the database's clock differs from ours by ${Math.round(skew / 1000)} s`,
          'enable NTP on both: timedatectl set-ntp true',
        ),
      ]
    },
  },
  {
    id: 'disk',
    title: 'there is room on the disk',
    needs: ['connection'],
    async run(context) {
      const { problem } = findings('disk')
      const folder = sqliteFile(context) === null ? process.cwd() : dirname(sqliteFile(context) ?? '.')
      const { bavail, bsize } = await statfs(folder)
      const free = bavail * bsize
      if (free >= LEAST_FREE_BYTES) return []
      return [
        problem(
          `only ${Math.round(free / 1024 / 1024)} MiB are free on the disk of ${folder}`,
          'make room, or move the database',
        ),
      ]
    },
  },
  {
    id: 'database_file',
    title: 'the SQLite file is its owner’s alone',
    needs: ['connection'],
    async run(context) {
      const file = sqliteFile(context)
      if (file === null || process.platform === 'win32') return []
      const { warning } = findings('database_file')
      // The folder guards it as well: without the way in, the file's own mode matters to nobody.
      const open = (statSync(file).mode & 0o077) !== 0 && (statSync(dirname(file)).mode & 0o055) !== 0
      return open ? [warning(`others may read ${file}, which holds conversations`, `chmod 600 ${file}`)] : []
    },
  },
  {
    id: 'contexts',
    title: 'expired conversation contexts are cleaned up',
    needs: ['database'],
    async run({ store, now }) {
      const { warning } = findings('contexts')
      const { db } = store as Store
      // The daemon cleans once a day; two days late means that it does not.
      const { removed } = await cleanupContexts({ db, now: () => now - 2 * DAY_MS }, { dryRun: true })
      return removed === 0
        ? []
        : [warning(`${removed} conversation contexts expired more than two days ago`, 'botctl context cleanup')]
    },
    async fix({ store, now }) {
      const { removed } = await cleanupContexts({ db: (store as Store).db, now: () => now })
      return `removed ${removed} expired contexts`
    },
  },
]

function sqliteFile(context: DoctorContext): string | null {
  const url = context.config.databaseUrl
  return url.startsWith('sqlite:') && url !== 'sqlite::memory:' ? url.slice('sqlite:'.length) : null
}
