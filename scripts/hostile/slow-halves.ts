import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { median, quantile, type Figure, type Target } from './target.ts'

const HALVES = 500
const ROUNDS = 5
const ACKS = 1000

/** H5: others' p99 while 500 half requests are held open, quiet and held in turn, as a shared machine drifts. */
export async function slowHalves(target: Target, figure: Figure): Promise<void> {
  const port = Number(new URL(target.url).port)
  const quiet: number[] = []
  const held: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    await target.untilQuiet()
    quiet.push(quantile(await target.acks(ACKS), 0.99))
    const slow = holdHalves(port)
    await sleep(500)
    await target.untilQuiet()
    held.push(quantile(await target.acks(ACKS), 0.99))
    slow.end()
  }
  const ratio = median(held.map((ms, round) => ms / (quiet[round] ?? ms)))
  const list = (values: number[]): string => values.map((ms) => ms.toFixed(0)).join('/')
  figure(
    `H5 p99 of others beside ${HALVES} half requests`,
    `${list(quiet)} ms quiet, ${list(held)} ms beside them: ${ratio.toFixed(2)} × (median of ${ROUNDS} rounds)`,
    ratio < 2,
  )
  const last = holdHalves(port)
  last.letGo()
  // Headers are given 8 s, a whole request 15 s, and the look-out passes every 2 s.
  const until = Date.now() + 20_000
  while (Date.now() < until && last.open() > 0) await sleep(200)
  figure('H5 half requests still held after 20 s', String(last.open()), last.open() === 0)
  last.end()
}

/** Keeps half requests open: who is shown the door comes again, until told to let go. */
function holdHalves(port: number): { open(): number; letGo(): void; end(): void } {
  const sockets = new Set<Socket>()
  let holding = true
  const start = (n: number): void => {
    const socket = connect(port, '127.0.0.1')
    sockets.add(socket)
    socket.on('error', () => {})
    // What the server says must be read, or its goodbye is never seen.
    socket.resume()
    socket.on('close', () => {
      sockets.delete(socket)
      if (holding) start(n)
    })
    socket.write(
      n % 2 === 0
        ? 'POST /webhook/meta HTTP/1.1\r\nhost: x\r\nx-slow: '
        : 'POST /webhook/meta HTTP/1.1\r\nhost: x\r\ncontent-length: 500\r\n\r\n{"obj',
    )
  }
  for (let n = 0; n < HALVES; n++) start(n)
  return {
    open: () => sockets.size,
    letGo() {
      holding = false
    },
    end() {
      holding = false
      for (const socket of sockets) socket.destroy()
    },
  }
}
