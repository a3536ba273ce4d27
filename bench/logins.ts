/**
 * Whether the time of a refusal tells who exists: wrong passwords against users that there are and users that there are not,
 * taken in turns. The suite counts the work (guessing.test.ts); this measures it. `node bench/logins.ts`
 */
import { hashPassword, verifyPassword } from '../src/services/users/password.ts'
import { median } from './client.ts'

const ROUNDS = 200
const known = await hashPassword('caballo grapa pila correcta', 'ana@example.cl')
await verifyPassword(null, 'warm up')
const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
for (let round = 0; round < ROUNDS; round++)
  for (const [who, hash] of [
    ['known', known],
    ['unknown', null],
  ] as const) {
    const started = performance.now()
    await verifyPassword(hash, `wrong ${round}`)
    times[who].push(performance.now() - started)
  }
const [a, b] = [median(times.known), median(times.unknown)]
process.stdout.write(
  `a wrong password ${a.toFixed(1)} ms, an unknown user ${b.toFixed(1)} ms: ${(b / a).toFixed(3)} (medians of ${ROUNDS})\n`,
)
