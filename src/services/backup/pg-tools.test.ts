import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDatabase, openTestDatabase, type TestDatabase } from '../../../test/support/databases.ts'
import { openAsWorker } from '../../../test/support/worker-role.ts'
import { createBackupMaker } from './create-backup.ts'
import { restoreBackup } from './restore-backup.ts'
import { verifyBackup } from './verify-backup.ts'

/**
 * How pg_dump and pg_restore are called, by stand-ins that write down what they were given: not every machine has them, and
 * an older one refuses the server. With Debian's own, on a server of its version, the same was done by hand.
 */
describe('pg_dump', () => {
  let database: TestDatabase
  let folder: string
  const path = process.env.PATH ?? ''
  beforeEach(async () => {
    database = await openTestDatabase('postgres')
    folder = mkdtempSync(join(tmpdir(), 'botctl-pg-tools-'))
    mkdirSync(join(folder, 'bin'))
    process.env.PATH = `${join(folder, 'bin')}:${path}`
  })
  afterEach(async () => {
    process.env.PATH = path
    await database.remove()
    rmSync(folder, { recursive: true, force: true })
  })

  function install(tool: 'pg_dump' | 'pg_restore', version: string, fails = false): void {
    const file = join(folder, 'bin', tool)
    const script = `#!/bin/sh
if [ "$1" = --version ]; then echo "${tool} (PostgreSQL) ${version}"; exit 0; fi
printf '%s\\n' "$@" > ${folder}/${tool}.args
env | grep ^PG > ${folder}/${tool}.env
for one in "$@"; do case $one in --file=*) printf 'PGDMP a dump' > "\${one#--file=}" ;; esac; done
${fails ? 'echo "out of disk" >&2; exit 1' : 'exit 0'}
`
    writeFileSync(file, script)
    chmodSync(file, 0o755)
  }
  const told = (file: string) => readFileSync(join(folder, file), 'utf8').trim().split('\n')
  const make = () =>
    createBackupMaker({ store: database.store, databaseUrl: database.url, now: () => 1_800_000_000_000 })({
      folder: join(folder, 'backups'),
    })

  it('is used where it is as new as the server; it sees all rows, and its password is in no argument', async () => {
    install('pg_dump', '99.1')
    install('pg_restore', '99.1')
    const made = await make()
    expect(made.format).toBe('pg_dump')
    expect(statSync(made.file).mode & 0o077).toBe(0)
    const url = new URL(database.url)
    expect(told('pg_dump.args')).toEqual(expect.arrayContaining(['--format=custom', '--enable-row-security']))
    expect(told('pg_dump.args').join(' ')).not.toContain(url.password)
    expect(told('pg_dump.env')).toEqual(
      expect.arrayContaining([
        `PGDATABASE=${url.pathname.slice(1)}`,
        `PGPASSWORD=${url.password}`,
        'PGOPTIONS=-c botctl.scope=system',
      ]),
    )
    const target = await createDatabase('postgres')
    try {
      expect(await restoreBackup(made.file, target.url, 0)).toEqual({ format: 'pg_dump' })
      expect(told('pg_restore.args')).toEqual(
        expect.arrayContaining(['--single-transaction', '--exit-on-error', '--no-owner', made.file]),
      )
      expect(told('pg_restore.args').join(' ')).not.toContain(new URL(target.url).password)
    } finally {
      await target.drop()
    }
  })

  it('is passed over where it is older than the server, or comes without pg_restore', async () => {
    install('pg_dump', '9.6.2')
    install('pg_restore', '9.6.2')
    expect((await make()).format).toBe('portable')
    rmSync(join(folder, 'backups'), { recursive: true })
    install('pg_dump', '99.1')
    writeFileSync(join(folder, 'bin', 'pg_restore'), '#!/bin/sh\nexit 127\n')
    expect((await make()).format).toBe('portable')
  })

  it('that fails leaves no half backup, and says what it said', async () => {
    install('pg_dump', '99.1', true)
    install('pg_restore', '99.1')
    await expect(make()).rejects.toMatchObject({
      code: 'backup_tool_failed',
      exit: 69,
      message: expect.stringContaining('out of disk'),
    })
    expect(readdirSync(join(folder, 'backups'))).toEqual([])
  })

  it('cannot be verified by a role that may create no database, which is said and not a bug', async () => {
    install('pg_dump', '99.1')
    install('pg_restore', '99.1')
    const { file } = await make()
    const worker = await openAsWorker(database)
    try {
      await expect(verifyBackup(file, { databaseUrl: worker.url, now: 0 })).rejects.toMatchObject({
        code: 'verify_denied',
        exit: 77,
      })
    } finally {
      await worker.close()
    }
  })
})
