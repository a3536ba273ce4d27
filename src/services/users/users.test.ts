import { createHmac, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { describeStores, type TestDatabase } from '../../../test/support/databases.ts'
import { seedShop } from '../../../test/support/operators.ts'
import type { BotctlError } from '../../errors.ts'
import { listAudit } from '../audit/record-audit.ts'
import { createLogins, type Logins } from './log-in.ts'
import {
  changePassword,
  createUser,
  listUserDocuments,
  setUserStatus,
  updateUserRights,
  type UserDeps,
} from './manage-users.ts'
import { hashPassword } from './password.ts'
import { ACCESS_SECONDS, createTokens } from './tokens.ts'

const PASSWORD = 'caballo grapa pila correcta'
const KEY = randomBytes(32)

describeStores('users', (open) => {
  let database: TestDatabase
  let clock = 1_800_000_000_000
  let deps: UserDeps
  let logins: Logins
  beforeEach(async () => {
    database = await open()
    deps = { store: database.store, now: () => clock, actor: 'cli:test' }
    logins = createLogins({
      store: database.store,
      tokens: createTokens({ key: KEY, now: () => clock }),
      now: () => clock,
    })
    await seedShop(database.store, { id: 't_a', slug: 'acme' })
    await seedShop(database.store, { id: 't_b', slug: 'bravo' })
  })
  afterEach(() => database.remove())

  const owner = () =>
    createUser(deps, { email: 'Admin@Example.cl', name: '', role: 'owner', tenants: [], password: PASSWORD })
  const code = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => (error as BotctlError).code,
    )

  it('are made once, with a shop unless they own all, and a password worth the name', async () => {
    expect(await owner()).toMatchObject({ email: 'admin@example.cl', name: 'admin', role: 'owner', tenants: null })
    expect(await code(owner())).toBe('user_exists')
    const agent = { email: 'ana@example.cl', name: 'Ana', role: 'agent' as const, password: PASSWORD }
    expect(await code(createUser(deps, { ...agent, tenants: [] }))).toBe('tenants_missing')
    expect(await code(createUser(deps, { ...agent, tenants: ['acme', 'nope'] }))).toBe('tenant_not_found')
    expect(await listUserDocuments(database.store.db)).toHaveLength(1)
    for (const password of ['short', 'aaaaaaaaaaaaaaa', 'admin12345', 'x'.repeat(600)])
      expect(await code(hashPassword(password, 'admin@example.cl'))).toBe('password_weak')
    expect(await code(createUser(deps, { ...agent, email: 'nobody', tenants: ['acme'] }))).toBe('email_invalid')
    expect(await createUser(deps, { ...agent, tenants: ['bravo', 'acme'] })).toMatchObject({
      tenants: ['acme', 'bravo'],
    })
  })

  it('keep no password and show no hash', async () => {
    await owner()
    const { password_hash } = await database.store.db
      .selectFrom('users')
      .select('password_hash')
      .executeTakeFirstOrThrow()
    expect(password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(JSON.stringify(await listUserDocuments(database.store.db))).not.toContain('argon2')
    expect(JSON.stringify(await listAudit(database.store.db, { tenantId: null, limit: 50 }))).not.toMatch(
      /argon2|caballo/,
    )
  })

  it('log in by e-mail address or its name part, in any case', async () => {
    await owner()
    for (const login of ['admin@example.cl', 'ADMIN@example.cl', 'admin', ' Admin ']) {
      const result = await logins.logIn({ login, password: PASSWORD, ip: '10.0.0.1' })
      expect(result).toMatchObject({
        outcome: 'welcome',
        session: { token_type: 'bearer', expires_in: ACCESS_SECONDS },
      })
    }
    for (const login of ['adm', 'admin@', '%', 'a_min', '', 'nobody@example.cl']) {
      clock += 61_000
      expect(await logins.logIn({ login, password: PASSWORD, ip: '10.0.0.1' })).toEqual({ outcome: 'refused' })
    }
    // Two with the same name part: neither may be meant.
    await createUser(deps, { email: 'admin@other.cl', name: '', role: 'owner', tenants: [], password: PASSWORD })
    clock += 61_000
    expect(await logins.logIn({ login: 'admin', password: PASSWORD, ip: '10.0.0.1' })).toEqual({ outcome: 'refused' })
  })

  it('are guessed at no more than five times a minute, by account and by address (2,000 guesses, forty at a time)', async () => {
    await owner()
    let evaluated = 0
    const guess = async (login: string, ip: string) => {
      const result = await logins.logIn({ login, password: 'wrong wrong wrong', ip })
      if (result.outcome === 'refused') evaluated += 1
    }
    // One account from everywhere, forty at a time.
    for (let round = 0; round < 25; round++)
      await Promise.all(Array.from({ length: 40 }, (_, index) => guess('admin@example.cl', `10.1.${round}.${index}`)))
    expect(evaluated).toBeLessThanOrEqual(5)
    expect(evaluated).toBeGreaterThan(0)
    // Every account from one address.
    evaluated = 0
    clock += 61_000
    for (let round = 0; round < 25; round++)
      await Promise.all(Array.from({ length: 40 }, (_, index) => guess(`user${round}-${index}@example.cl`, '10.0.0.9')))
    expect(evaluated).toBeLessThanOrEqual(5)
    // The right password does not help while the account is under attack, and does a minute later.
    evaluated = 0
    clock += 61_000
    for (let index = 0; index < 5; index++) await guess('admin@example.cl', `10.2.0.${index}`)
    const during = await logins.logIn({ login: 'admin@example.cl', password: PASSWORD, ip: '10.0.0.1' })
    expect(during).toMatchObject({ outcome: 'throttled' })
    clock += 61_000
    expect(await logins.logIn({ login: 'admin@example.cl', password: PASSWORD, ip: '10.0.0.1' })).toMatchObject({
      outcome: 'welcome',
    })
  }, 120_000)

  it('stay logged in for longer than five logins a minute from one office', async () => {
    await owner()
    for (let index = 0; index < 12; index++) {
      clock += 10
      expect((await logins.logIn({ login: 'admin', password: PASSWORD, ip: '10.0.0.1' })).outcome).toBe('welcome')
    }
  })

  it('trade a refresh token once; the second use ends the family', async () => {
    await owner()
    const first = await session(logins.logIn({ login: 'admin', password: PASSWORD, ip: '1' }))
    const second = await session(logins.refresh(first.refresh_token))
    expect(second.refresh_token).not.toBe(first.refresh_token)
    const third = await session(logins.refresh(second.refresh_token))
    // A thief comes with the first one.
    expect(await logins.refresh(first.refresh_token)).toEqual({ outcome: 'refused' })
    expect(await logins.refresh(third.refresh_token)).toEqual({ outcome: 'refused' })
    const log = await listAudit(database.store.db, { tenantId: null, limit: 10, action: 'user.refresh_reused' })
    expect(log).toHaveLength(1)
    expect(await logins.refresh('rt_made_up')).toEqual({ outcome: 'refused' })
  })

  it('win only once with one refresh token used twice at the same time', async () => {
    await owner()
    const { refresh_token } = await session(logins.logIn({ login: 'admin', password: PASSWORD, ip: '1' }))
    const both = await Promise.all([logins.refresh(refresh_token), logins.refresh(refresh_token)])
    expect(both.filter((result) => result.outcome === 'welcome').length).toBeLessThanOrEqual(1)
  })

  it('lose their tokens with a new password, when disabled, on log-out and after their time', async () => {
    await owner()
    await createUser(deps, {
      email: 'ana@example.cl',
      name: 'Ana',
      role: 'agent',
      tenants: ['acme'],
      password: PASSWORD,
    })
    const enter = () => session(logins.logIn({ login: 'ana', password: PASSWORD, ip: '1' }))
    const one = await enter()
    expect(await logins.identify(one.access_token)).toMatchObject({
      user: { email: 'ana@example.cl' },
      tenantIds: ['t_a'],
    })
    await changePassword(deps, 'ana', `${PASSWORD} dos`)
    expect(await logins.identify(one.access_token)).toBeNull()
    expect(await logins.refresh(one.refresh_token)).toEqual({ outcome: 'refused' })
    await changePassword(deps, 'ana', PASSWORD)
    const two = await enter()
    await setUserStatus(deps, 'ana', 'disabled')
    expect(await logins.identify(two.access_token)).toBeNull()
    expect(await logins.logIn({ login: 'ana', password: PASSWORD, ip: '1' })).toEqual({ outcome: 'refused' })
    await setUserStatus(deps, 'ana', 'active')
    const three = await enter()
    await logins.logOut(three.refresh_token)
    expect(await logins.refresh(three.refresh_token)).toEqual({ outcome: 'refused' })
    expect(await logins.identify(three.access_token)).not.toBeNull()
    clock += ACCESS_SECONDS * 1000
    expect(await logins.identify(three.access_token)).toBeNull()
  })

  it('see other shops as soon as they are given them, with the token they have', async () => {
    await owner()
    await createUser(deps, {
      email: 'ana@example.cl',
      name: 'Ana',
      role: 'agent',
      tenants: ['acme'],
      password: PASSWORD,
    })
    const { access_token } = await session(logins.logIn({ login: 'ana', password: PASSWORD, ip: '1' }))
    await updateUserRights(deps, 'ana', { tenants: ['bravo'] })
    expect((await logins.identify(access_token))?.tenantIds).toEqual(['t_b'])
    await updateUserRights(deps, 'ana', { role: 'viewer' })
    expect(await logins.identify(access_token)).toBeNull()
    const log = await listAudit(database.store.db, { tenantId: null, limit: 1 })
    expect(log[0]).toMatchObject({
      actor: 'cli:test',
      action: 'user.update',
      before: { role: 'agent' },
      after: { role: 'viewer' },
    })
  })

  it('include an owner who can get in, always', async () => {
    await owner()
    expect(await code(setUserStatus(deps, 'admin', 'disabled'))).toBe('last_owner')
    expect(await code(updateUserRights(deps, 'admin', { role: 'viewer' }))).toBe('last_owner')
    expect((await listUserDocuments(database.store.db))[0]).toMatchObject({ status: 'active', role: 'owner' })
  })
})

describe('an access token', () => {
  const now = () => 1_800_000_000_000
  const tokens = createTokens({ key: KEY, now })
  const seconds = now() / 1000
  const claims = {
    sub: 'usr_1',
    role: 'owner',
    epoch: 0,
    iss: 'botctl',
    aud: 'botctl-api',
    iat: seconds,
    exp: seconds + 900,
  }
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const hs256 = (header: object, payload: object, key: Buffer | string = KEY) => {
    const body = `${part(header)}.${part(payload)}`
    return `${body}.${createHmac('sha256', key).update(body).digest('base64url')}`
  }

  it('is ours, fresh and whole, or nothing', async () => {
    const good = await tokens.sign({ userId: 'usr_1', role: 'owner', epoch: 0 })
    const [header = '', , signature = ''] = good.split('.')
    const ours = JSON.parse(Buffer.from(header, 'base64url').toString()) as { kid: string; alg: string; typ: string }
    expect(await tokens.verify(good)).toEqual({ userId: 'usr_1', role: 'owner', epoch: 0 })
    // The forger knows everything but the key.
    expect(await tokens.verify(hs256(ours, claims))).not.toBeNull()
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const rs256 = `${part({ ...ours, alg: 'RS256' })}.${part(claims)}`
    const forged = [
      '',
      'x.y.z',
      `${part({ ...ours, alg: 'none' })}.${part(claims)}.`,
      `${part({ ...ours, alg: 'none' })}.${part(claims)}.${signature}`,
      `${part({ ...ours, alg: 'None' })}.${part(claims)}.`,
      `${rs256}.${sign('sha256', Buffer.from(rs256), privateKey).toString('base64url')}`,
      hs256(ours, claims, publicKey.export({ type: 'spki', format: 'pem' })),
      hs256(ours, claims, ''),
      hs256(ours, claims, randomBytes(32)),
      hs256({ ...ours, alg: 'HS512' }, claims),
      hs256({ ...ours, kid: '../../../../dev/null' }, claims, ''),
      hs256({ ...ours, kid: "' UNION SELECT 'x" }, claims),
      hs256({ ...ours, kid: undefined }, claims),
      hs256({ ...ours, typ: 'JWT' }, claims),
      hs256({ ...ours, jku: 'http://127.0.0.1/keys', jwk: { kty: 'oct', k: 'AA' } }, claims, 'AA'),
      hs256({ ...ours, crit: ['b64'], b64: false }, claims),
      hs256(ours, { ...claims, exp: seconds - 1 }),
      hs256(ours, { ...claims, exp: seconds }),
      hs256(ours, { ...claims, exp: undefined }),
      hs256(ours, { ...claims, iat: seconds - 1000, exp: seconds + 10_000 }),
      hs256(ours, { ...claims, nbf: seconds + 60 }),
      hs256(ours, { ...claims, aud: 'other' }),
      hs256(ours, { ...claims, aud: undefined }),
      hs256(ours, { ...claims, iss: 'https://accounts.example.com' }),
      hs256(ours, { ...claims, sub: undefined }),
      hs256(ours, { ...claims, epoch: undefined }),
      good.slice(0, -2),
      `${good}x`,
      good.replace('.', '..'),
      'a'.repeat(100_000),
    ]
    for (const token of forged)
      expect([token.slice(0, 60), await tokens.verify(token)]).toEqual([token.slice(0, 60), null])
    expect(ACCESS_SECONDS).toBeLessThanOrEqual(900)
  })
})

async function session(result: ReturnType<Logins['logIn']>) {
  const outcome = await result
  if (outcome.outcome !== 'welcome') throw new Error(`expected a welcome, got ${outcome.outcome}`)
  return outcome.session
}
