import { createReadStream, statSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { BotctlError, EXIT } from '../../errors.ts'

/** The lines of a file, or of stdin for `-`, one at a time and no more in memory. Throws `file_unreadable`, exit 66. */
export function readLines(path: string): AsyncIterable<string> {
  if (path !== '-') {
    try {
      if (!statSync(path).isFile()) throw new Error('not a file')
    } catch (cause) {
      throw new BotctlError('file_unreadable', `cannot read ${path}`, {
        hint: 'give the path of a file with a JSON object a line, or - for stdin',
        exit: EXIT.notFound,
        cause,
      })
    }
  }
  const input = path === '-' ? process.stdin : createReadStream(path)
  return createInterface({ input, crlfDelay: Infinity })
}
