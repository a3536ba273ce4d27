import { connect, type Socket } from 'node:net'

/** One HTTP/1.1 connection, one request at a time, and next to no work of its own: both sides of a ratio use it. */
export interface Connection {
  /** Posts a prepared request (see `prepare`); resolves with the status. */
  send(request: Buffer): Promise<number>
  close(): void
}

/** The whole request as bytes, so that the measured loop only writes. */
export function prepare(path: string, body: string, headers: Record<string, string> = {}): Buffer {
  const lines = Object.entries({
    host: '127.0.0.1',
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}`)
  return Buffer.from(`POST ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`)
}

export async function open(port: number): Promise<Connection> {
  const socket: Socket = connect({ host: '127.0.0.1', port, noDelay: true })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('error', reject)
  })
  let waiting: { resolve(status: number): void; reject(error: Error): void } | null = null
  let text = ''
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1')
    const end = text.indexOf('\r\n\r\n')
    if (end === -1) return
    const length = /content-length: (\d+)/i.exec(text)
    if (text.length < end + 4 + Number(length?.[1] ?? 0)) return
    const status = Number(text.slice(9, 12))
    text = ''
    const done = waiting
    waiting = null
    done?.resolve(status)
  })
  const fail = (error?: Error): void => {
    waiting?.reject(error ?? new Error('the connection was closed'))
    waiting = null
  }
  socket.on('error', fail)
  socket.on('close', () => fail())
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        socket.write(request)
      }),
    close: () => {
      socket.destroy()
    },
  }
}

export function quantile(sorted: readonly number[], q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0
}

export function median(values: readonly number[]): number {
  return quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  )
}
