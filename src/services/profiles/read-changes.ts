import { readFile } from 'node:fs/promises'
import { BotctlError, EXIT } from '../../errors.ts'

/**
 * What to change in a profile: a JSON file (`-` is stdin), and `field.inner=value` pairs on top. A value is JSON where it
 * reads as JSON, else text; an empty one is null.
 */
export async function readChanges(
  file: string | undefined,
  pairs: readonly string[],
): Promise<Record<string, unknown>> {
  const changes = file === undefined ? {} : parseFile(await readText(file))
  for (const pair of pairs) {
    const at = pair.indexOf('=')
    if (at < 1) {
      throw new BotctlError('field_invalid', 'a change is written field=value', {
        hint: 'such as --set tone=formal --set policies.hours="lunes a viernes de 10 a 19"',
        exit: EXIT.usage,
      })
    }
    put(changes, pair.slice(0, at).split('.'), readValue(pair.slice(at + 1)))
  }
  return changes
}

function put(target: Record<string, unknown>, path: string[], value: unknown): void {
  let place = target
  for (const key of path.slice(0, -1)) {
    const inner = place[key]
    const next: Record<string, unknown> =
      typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : {}
    place[key] = next
    place = next
  }
  place[path.at(-1) ?? ''] = value
}

function readValue(text: string): unknown {
  if (text === '') return null
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

async function readText(file: string): Promise<string> {
  if (file !== '-') {
    return readFile(file, 'utf8').catch((cause: unknown) => {
      throw new BotctlError('file_unreadable', `cannot read ${file}`, {
        hint: 'give a JSON file, or - for stdin',
        exit: EXIT.notFound,
        cause,
      })
    })
  }
  const parts: Buffer[] = []
  for await (const part of process.stdin) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

function parseFile(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {
    // Said below, the same for every file that is no object.
  }
  throw new BotctlError('profile_invalid', 'the file is no JSON object', {
    hint: 'botctl tenant profile show --tenant SHOP --json prints one to start from',
  })
}
