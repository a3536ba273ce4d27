import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/support/databases.ts'
import { createLogins } from './log-in.ts'
import { createUser } from './manage-users.ts'
import { createTokens } from './tokens.ts'

/** The hashes that argon2 was asked to verify against, in order: what a guess costs and what its time could tell. */
const verified = vi.hoisted((): string[] => [])
vi.mock(import('@node-rs/argon2'), async (original) => {
  const argon2 = await original()
  return {
    ...argon2,
    verify: ((hashed: string, password: string) => {
      verified.push(hashed)
      return argon2.verify(hashed, password)
    }) as typeof argon2.verify,
  }
})

let database: TestDatabase
let clock = 1_800_000_000_000
beforeEach(async () => {
  database = await openTestDatabase('sqlite')
  verified.length = 0
})
afterEach(() => database.remove())

async function open() {
  const now = () => clock
  await createUser(
    { store: database.store, now, actor: 'cli:test' },
    { email: 'ana@example.cl', name: '', role: 'owner', tenants: [], password: 'caballo grapa pila correcta' },
  )
  return createLogins({ store: database.store, tokens: createTokens({ key: randomBytes(32), now }), now })
}

it('10,000 guesses in two minutes cost twenty evaluations at most: five a minute for the account, five for the address', async () => {
  const logins = await open()
  for (let minute = 0; minute < 2; minute++) {
    for (let round = 0; round < 100; round++)
      await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          index % 2 === 0
            ? logins.logIn({ login: 'ana@example.cl', password: `no ${round}`, ip: `10.${minute}.${round}.${index}` })
            : logins.logIn({ login: `user${round}-${index}@example.cl`, password: 'no', ip: '10.9.9.9' }),
        ),
      )
    expect(verified.length).toBeGreaterThan(0)
    expect(verified.length).toBeLessThanOrEqual(10 * (minute + 1))
    clock += 61_000
  }
}, 120_000)

it('refuses an unknown user, a wrong password and a disabled user with the same work', async () => {
  const logins = await open()
  const cost = async (login: string): Promise<string[]> => {
    verified.length = 0
    clock += 61_000
    expect(await logins.logIn({ login, password: 'no no no no', ip: '10.0.0.1' })).toEqual({ outcome: 'refused' })
    // Algorithm, version and cost: all that the time of a verification depends on.
    return verified.map((hashed) => hashed.split('$').slice(0, 4).join('$'))
  }
  const known = await cost('ana@example.cl')
  expect(known).toEqual(['$argon2id$v=19$m=19456,t=2,p=1'])
  expect(await cost('nobody@example.cl')).toEqual(known)
  await database.store.db.updateTable('users').set({ status: 'disabled' }).execute()
  expect(await cost('ana@example.cl')).toEqual(known)
})
