import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { BotctlError, EXIT } from '../../errors.ts'

/**
 * Sets `NAME=value` lines in a file, keeping every other line as it is. A null removes the line. The file is replaced
 * in one step and readable by its owner alone: it holds secrets. Throws `config_unwritable`, exit 78.
 */
export function setEnvLines(path: string, values: Readonly<Record<string, string | null>>): void {
  const lines = existsSync(path) ? readFileSync(path, 'utf8').replace(/\n$/, '').split('\n') : []
  for (const [name, value] of Object.entries(values)) {
    const at = lines.findIndex((line) => new RegExp(`^\\s*(export\\s+)?${name}\\s*=`).test(line))
    if (value === null) {
      if (at >= 0) lines.splice(at, 1)
    } else if (at >= 0) lines[at] = `${name}=${quoted(value)}`
    else lines.push(`${name}=${quoted(value)}`)
  }
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    const fresh = `${path}.${process.pid}`
    writeFileSync(fresh, `${lines.join('\n')}\n`, { mode: 0o600 })
    chmodSync(fresh, 0o600)
    renameSync(fresh, path)
  } catch (cause) {
    throw new BotctlError('config_unwritable', `cannot write ${path}`, {
      hint: 'check that its folder exists and may be written, or name another file',
      exit: EXIT.configuration,
      cause,
    })
  }
}

/** What `util.parseEnv` reads back unchanged. */
function quoted(value: string): string {
  if (/^[\w./:@+,%-]*$/.test(value)) return value
  if (!value.includes("'") && !value.includes('\n')) return `'${value}'`
  throw new BotctlError('config_value', 'the value has characters that a .env file cannot hold', {
    hint: 'use a value without quotes and line breaks',
    exit: EXIT.badData,
  })
}
