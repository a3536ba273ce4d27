import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { BotctlError, EXIT } from '../../errors.ts'
import type { Dialect } from '../../store/store.ts'

/** First line of a dump. */
export interface DumpHeader {
  format: 'botctl-dump'
  version: 1
  createdAt: number
  dialect: Dialect
  migrations: string[]
}

export type DumpRow = unknown[]

export interface DumpWriter {
  /** Begins a table; rows follow. */
  table(name: string, columns: readonly string[]): Promise<void>
  row(values: DumpRow): Promise<void>
  /** Writes the closing line with counts and checksum, and waits until all is on disk. */
  finish(): Promise<Record<string, number>>
}

/**
 * botctl's own dump: gzipped JSON lines, the same for both databases, so that it also moves a shop from SQLite to
 * Postgres. The last line holds the number of rows a table and a SHA-256 of all lines before: a dump that was cut off
 * or changed is never taken for a whole one.
 */
export async function createDumpWriter(file: string, header: DumpHeader): Promise<DumpWriter> {
  const gzip = createGzip()
  const out = createWriteStream(file, { flags: 'wx', mode: 0o600 })
  await once(out, 'open')
  const written = pipeline(gzip, out)
  const hash = createHash('sha256')
  const counts: Record<string, number> = {}
  let current = ''
  await line(header)
  return {
    async table(name, columns) {
      current = name
      counts[name] = 0
      await line({ t: name, c: columns })
    },
    async row(values) {
      counts[current] = (counts[current] ?? 0) + 1
      await line(values)
    },
    async finish() {
      gzip.end(`${JSON.stringify({ end: true, rows: counts, sha256: hash.digest('hex') })}\n`)
      await written
      return counts
    },
  }

  async function line(value: unknown): Promise<void> {
    const text = `${JSON.stringify(value)}\n`
    hash.update(text)
    if (!gzip.write(text)) await once(gzip, 'drain')
  }
}

/**
 * Reads a dump: header first, then each table and row to `sink`. Throws `backup_damaged`, exit 65, where the file is
 * cut off, changed or something else; nothing may be kept of what was read before that.
 */
export async function readDump(
  file: string,
  sink: {
    header(header: DumpHeader): Promise<void>
    table(name: string, columns: string[]): Promise<void>
    row(values: DumpRow): Promise<void>
  },
): Promise<Record<string, number>> {
  const hash = createHash('sha256')
  let first = true
  try {
    for await (const text of readLines(file)) {
      const value = JSON.parse(text) as DumpHeader | DumpRow | { t: string; c: string[] } | Ending
      if (first) {
        if ((value as DumpHeader).format !== 'botctl-dump') throw damaged('it is no dump of botctl')
        await sink.header(value as DumpHeader)
        first = false
      } else if (Array.isArray(value)) await sink.row(value)
      else if ('end' in value) {
        if (value.sha256 !== hash.digest('hex')) throw damaged('its checksum is wrong')
        return value.rows
      } else if ('t' in value) await sink.table(value.t, value.c)
      hash.update(`${text}\n`)
    }
  } catch (error) {
    if (error instanceof BotctlError || !isFormat(error)) throw error
    throw damaged('it cannot be unpacked', error)
  }
  throw damaged('its end is missing')
}

/** The first line alone. Throws `backup_damaged`, exit 65. */
export async function readHeader(file: string): Promise<DumpHeader> {
  const enough = new Error('enough')
  let header: DumpHeader | undefined
  await readDump(file, {
    header(found) {
      header = found
      return Promise.reject(enough)
    },
    table: () => Promise.resolve(),
    row: () => Promise.resolve(),
  }).catch((error: unknown) => {
    if (error !== enough) throw error
  })
  return header as DumpHeader
}

/** Iterates the unpacking stream itself, so that a file that ends too early is an error and never a wait. */
async function* readLines(file: string): AsyncGenerator<string> {
  const source = createReadStream(file)
  const unpacked = createGunzip()
  source.once('error', (error) => unpacked.destroy(error))
  source.pipe(unpacked).setEncoding('utf8')
  let rest = ''
  try {
    for await (const chunk of unpacked) {
      const lines = (rest + (chunk as string)).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
    if (rest !== '') yield rest
  } finally {
    source.destroy()
  }
}

interface Ending {
  end: true
  rows: Record<string, number>
  sha256: string
}

function isFormat(error: unknown): boolean {
  return error instanceof SyntaxError || String((error as { code?: string }).code).startsWith('Z_')
}

function damaged(why: string, cause?: unknown): BotctlError {
  return new BotctlError('backup_damaged', `this backup cannot be used: ${why}`, {
    hint: 'use another backup; botctl backup verify tells which are whole',
    exit: EXIT.badData,
    cause,
  })
}
