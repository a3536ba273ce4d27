import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { BotctlError, EXIT } from '../../errors.ts'

export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be'

/** A catalog file on disk, known to be text. */
export interface StagedFile {
  path: string
  bytes: number
  encoding: Encoding
  format: 'csv' | 'json' | 'ndjson'
  /** A folder of this import's own, gone after `remove`. */
  folder: string
  remove(): void
}

/** A catalog of 50,000 products is some 15 MB; beyond this it is another kind of file, or an attack. */
const LARGEST_FILE = 512 * 1024 * 1024

/**
 * Puts a catalog where it can be read twice (once to check, once to write) and finds out how it is written. Stdin goes
 * to a temporary file: memory stays bounded. Throws `file_unreadable` (66), `file_too_large`, `file_empty`, `file_binary` (65).
 */
export async function stageFile(source: string | Readable): Promise<StagedFile> {
  const folder = mkdtempSync(join(tmpdir(), 'botctl-import-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    const path = typeof source === 'string' ? source : await spool(source, join(folder, 'input'))
    const bytes = sizeOf(path)
    if (bytes === 0) {
      throw new BotctlError('file_empty', 'the catalog file is empty', { hint: HEADER_HINT, exit: EXIT.badData })
    }
    if (bytes > LARGEST_FILE) throw tooLarge()
    const { encoding, format } = await inspect(path)
    return { path, bytes, encoding, format, folder, remove }
  } catch (error) {
    remove()
    throw error
  }
}

/** The file's text, piece by piece. */
export async function* textOf(file: StagedFile, onBytes?: (read: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder(file.encoding)
  let read = 0
  for await (const chunk of createReadStream(file.path, { highWaterMark: CHUNK })) {
    read += (chunk as Buffer).length
    onBytes?.(read)
    yield decoder.decode(chunk as Buffer, { stream: true })
  }
  yield decoder.decode()
}

const HEADER_HINT = 'it needs a header line: sku,name,description,category,price,currency,stock,tags'
const CHUNK = 256 * 1024

async function spool(source: Readable, path: string): Promise<string> {
  let bytes = 0
  source.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > LARGEST_FILE) source.destroy(tooLarge())
  })
  await pipeline(source, createWriteStream(path, { mode: 0o600 }))
  return path
}

function sizeOf(path: string): number {
  try {
    const facts = statSync(path)
    if (facts.isFile()) return facts.size
  } catch (cause) {
    throw new BotctlError('file_unreadable', 'there is no such file, or it may not be read', {
      hint: 'check the path; - reads from stdin',
      exit: EXIT.notFound,
      cause,
    })
  }
  throw new BotctlError('file_unreadable', 'that is not a file', {
    hint: 'give the path of a CSV or JSON file; - reads from stdin',
    exit: EXIT.notFound,
  })
}

function tooLarge(): BotctlError {
  return new BotctlError('file_too_large', 'the catalog file is larger than 512 MB', {
    hint: 'is it the right file? split it if it is',
    exit: EXIT.badData,
  })
}

/** UTF-8 where it is valid UTF-8; else Windows-1252, as Excel writes in Chile. UTF-16 by its mark alone. */
async function inspect(path: string): Promise<Pick<StagedFile, 'encoding' | 'format'>> {
  const head = await readHead(path)
  if (head.length >= 4 && head.readUInt32LE(0) === ZIP_MAGIC) {
    throw new BotctlError('file_binary', 'this is a spreadsheet or an archive, not a CSV', {
      hint: 'open it and save it as "CSV UTF-8"',
      exit: EXIT.badData,
    })
  }
  let encoding: Encoding | null = null
  if (head[0] === 0xff && head[1] === 0xfe) encoding = 'utf-16le'
  else if (head[0] === 0xfe && head[1] === 0xff) encoding = 'utf-16be'
  encoding ??= (await isUtf8(path)) ? 'utf-8' : 'windows-1252'
  const start = new TextDecoder(encoding).decode(head).trimStart()
  const format = start.startsWith('[') ? 'json' : start.startsWith('{') ? 'ndjson' : 'csv'
  return { encoding, format }
}

const ZIP_MAGIC = 0x04034b50

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** Reads the whole file once: a wrong byte may stand in its last line. NUL bytes are in no text. */
async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let valid = true
  let read = 0
  for await (const part of createReadStream(path, { highWaterMark: CHUNK })) {
    const chunk = part as Buffer
    const zero = chunk.indexOf(0)
    if (zero >= 0) {
      throw new BotctlError('file_binary', 'the file holds NUL bytes, so it is not text', {
        hint: 'save the catalog as "CSV UTF-8" or JSON',
        details: { byte: read + zero },
        exit: EXIT.badData,
      })
    }
    read += chunk.length
    try {
      if (valid) decoder.decode(chunk, { stream: true })
    } catch {
      valid = false
    }
  }
  try {
    if (valid) decoder.decode()
  } catch {
    valid = false
  }
  return valid
}
