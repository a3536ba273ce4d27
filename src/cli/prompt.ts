import { createInterface } from 'node:readline/promises'
import { BotctlError, EXIT } from '../errors.ts'

/** Asks on stderr, so that stdout stays data. */
export async function askLine(question: string): Promise<string> {
  const reader = createInterface({ input: process.stdin, output: process.stderr })
  // Ctrl-C at a prompt is an interruption, not an empty answer.
  reader.once('SIGINT', () => process.exit(EXIT.interrupted))
  try {
    return await reader.question(question)
  } finally {
    reader.close()
  }
}

/** Asks without echo. The terminal is put back whatever happens. */
export async function askHidden(question: string): Promise<string> {
  const { stdin, stderr } = process
  stderr.write(question)
  stdin.setRawMode(true)
  stdin.setEncoding('utf8')
  stdin.resume()
  try {
    return await new Promise<string>((resolve, reject) => {
      let typed = ''
      const onData = (chunk: string): void => {
        for (const key of chunk) {
          if (key === '\r' || key === '\n' || key === '\u0004') {
            stdin.off('data', onData)
            resolve(typed)
            return
          }
          if (key === '\u0003') {
            stdin.off('data', onData)
            reject(new BotctlError('interrupted', 'interrupted', { exit: EXIT.interrupted }))
            return
          }
          typed = key === '\u007f' || key === '\b' ? typed.slice(0, -1) : typed + key
        }
      }
      stdin.on('data', onData)
    })
  } finally {
    stdin.setRawMode(false)
    stdin.pause()
    stderr.write('\n')
  }
}
