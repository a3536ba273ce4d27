import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { BotctlError, EXIT } from '../../errors.ts'
import { migrationStatus } from '../../store/migrate.ts'
import { openStore } from '../../store/open.ts'
import { findStockFaults } from '../../store/stock.ts'
import type { Store } from '../../store/store.ts'
import { tablesInOrder } from '../../store/tables.ts'
import type { BackupFormat } from './create-backup.ts'
import { backupFormat, restoreBackup } from './restore-backup.ts'

export interface VerifyResult {
  ok: boolean
  format: BackupFormat
  rows: Record<string, number>
  /** What is wrong; empty where the backup can be relied on. */
  faults: string[]
}

/**
 * Restores the backup into a scratch database, looks whether it is whole (integrity, schema, stock equation), counts
 * its rows and removes the scratch database. A dump of pg_dump needs a Postgres to restore into: `databaseUrl`'s server.
 * Throws `backup_not_found` (66), `backup_damaged` (65), `verify_denied` (77).
 */
export async function verifyBackup(file: string, options: { databaseUrl: string; now: number }): Promise<VerifyResult> {
  const format = backupFormat(file)
  const scratch = format === 'pg_dump' ? await scratchPostgres(options.databaseUrl) : scratchSqlite()
  try {
    await restoreBackup(file, scratch.url, options.now)
    const store = await openStore(scratch.url)
    try {
      const faults = await findFaults(store)
      return { ok: faults.length === 0, format, rows: await countRows(store), faults }
    } finally {
      await store.close()
    }
  } finally {
    await scratch.remove()
  }
}

async function findFaults(store: Store): Promise<string[]> {
  const faults: string[] = []
  if (store.dialect === 'sqlite') {
    const { rows } = await sql<{ integrity_check: string }>`PRAGMA integrity_check`.execute(store.db)
    for (const row of rows) if (row.integrity_check !== 'ok') faults.push(`integrity: ${row.integrity_check}`)
    const broken = await sql`PRAGMA foreign_key_check`.execute(store.db)
    if (broken.rows.length > 0) faults.push(`${broken.rows.length} rows point at rows that are not there`)
  }
  const { pending, unknown } = await migrationStatus(store)
  if (unknown.length > 0) faults.push(`made by a newer botctl: ${unknown.join(', ')}`)
  // An older backup lacks columns that the stock check reads; it is whole all the same.
  if (pending.length > 0 || faults.length > 0) return faults
  for (const fault of await findStockFaults(store.db)) {
    faults.push(`stock ${fault.fault} of ${fault.object}: expected ${fault.expected}, found ${fault.found}`)
  }
  return faults
}

async function countRows(store: Store): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of await tablesInOrder(store)) {
    const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.table(table)}`.execute(store.db)
    counts[table] = rows[0]?.n ?? 0
  }
  return counts
}

interface Scratch {
  url: string
  remove(): void | Promise<void>
}

function scratchSqlite(): Scratch {
  const folder = mkdtempSync(join(tmpdir(), 'botctl-verify-'))
  return {
    url: `sqlite:${join(folder, 'scratch.sqlite')}`,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

async function scratchPostgres(databaseUrl: string): Promise<Scratch> {
  if (!databaseUrl.startsWith('postgres')) {
    throw new BotctlError('backup_kind', 'a dump of pg_dump needs a Postgres to be verified on', {
      hint: 'set DATABASE_URL to a server where this user may create databases',
      exit: EXIT.usage,
    })
  }
  const name = `botctl_verify_${randomBytes(6).toString('hex')}`
  const admin = await openStore(databaseUrl)
  try {
    await sql`CREATE DATABASE ${sql.id(name)}`.execute(admin.db)
  } catch (cause) {
    await admin.close()
    // insufficient_privilege
    if ((cause as { code?: string }).code !== '42501') throw cause
    throw new BotctlError('verify_denied', 'this database user may not create the scratch database to verify in', {
      hint: 'ALTER ROLE … CREATEDB, or verify with the DATABASE_URL of a user who may; a --portable backup needs none',
      exit: EXIT.notAllowed,
      cause,
    })
  }
  const url = new URL(databaseUrl)
  url.pathname = `/${name}`
  return {
    url: url.toString(),
    async remove() {
      await sql`DROP DATABASE IF EXISTS ${sql.id(name)} WITH (FORCE)`.execute(admin.db)
      await admin.close()
    },
  }
}
