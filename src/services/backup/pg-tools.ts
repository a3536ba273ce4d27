import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { sql } from 'kysely'
import { BotctlError, EXIT } from '../../errors.ts'
import type { Store } from '../../store/store.ts'

/** pg_dump refuses a server newer than itself. */
export async function canPgDump(store: Store): Promise<boolean> {
  const tool = await toolVersion('pg_dump')
  if (tool === null || (await toolVersion('pg_restore')) === null) return false
  const { rows } = await sql<{ server_version: string }>`SHOW server_version`.execute(store.db)
  return tool >= Number.parseInt(rows[0]?.server_version ?? '', 10)
}

export async function runPgDump(url: string, file: string): Promise<void> {
  // Made first and by us: pg_dump would make it readable for everybody, as long as the dump takes and after.
  closeSync(openSync(file, 'wx', 0o600))
  // As a role that row-level security holds for, pg_dump refuses to dump what it might not see in full; here it sees all.
  const args = ['--format=custom', '--no-owner', '--no-privileges', '--enable-row-security', `--file=${file}`]
  await run('pg_dump', args, url)
}

/** All or nothing: one transaction, ended by the first error. */
export async function runPgRestore(url: string, file: string): Promise<void> {
  const { database } = connection(url)
  await run('pg_restore', ['--no-owner', '--single-transaction', '--exit-on-error', `--dbname=${database}`, file], url)
}

async function toolVersion(tool: string): Promise<number | null> {
  const { code, out } = await collect(tool, ['--version'], {})
  const match = /(\d+)(\.\d+)?/.exec(out)
  return code === 0 && match ? Number(match[1]) : null
}

async function run(tool: string, args: string[], url: string): Promise<void> {
  const { env } = connection(url)
  const { code, err } = await collect(tool, args, env)
  if (code === 0) return
  throw new BotctlError('backup_tool_failed', `${tool} failed: ${err.trim().split('\n').at(-1) ?? ''}`, {
    hint: 'botctl backup create --portable does without it',
    exit: EXIT.unavailable,
  })
}

/** The password goes by environment: an argument would stand in the process list. */
function connection(url: string): { database: string; env: Record<string, string> } {
  const parsed = new URL(url)
  const database = decodeURIComponent(parsed.pathname.slice(1)) || decodeURIComponent(parsed.username)
  const env: Record<string, string> = {
    PGHOST: parsed.searchParams.get('host') ?? decodeURIComponent(parsed.hostname),
    PGPORT: parsed.port || '5432',
    PGDATABASE: database,
    // Who works for all shops says so: see migrations/postgres/0005_isolation.sql.
    PGOPTIONS: '-c botctl.scope=system',
  }
  if (parsed.username !== '') env.PGUSER = decodeURIComponent(parsed.username)
  if (parsed.password !== '') env.PGPASSWORD = decodeURIComponent(parsed.password)
  const ssl = parsed.searchParams.get('sslmode')
  if (ssl !== null) env.PGSSLMODE = ssl
  return { database, env }
}

function collect(
  tool: string,
  args: string[],
  env: Record<string, string>,
): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(tool, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
    child.once('error', () => resolve({ code: 127, out, err: `${tool} is not installed` }))
    child.once('close', (code) => resolve({ code: code ?? 1, out, err }))
  })
}
