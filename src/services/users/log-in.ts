import { createHash } from 'node:crypto'
import { createId } from '../../ids.ts'
import type { Store } from '../../store/store.ts'
import {
  deleteExpiredRefreshTokens,
  deleteRefreshFamily,
  findRefreshToken,
  findUserById,
  findUserByLogin,
  forgiveAttempt,
  insertRefreshToken,
  takeAttempt,
  useRefreshToken,
  visibleTenantIds,
  withoutHash,
  type User,
} from '../../store/users.ts'
import { recordAudit } from '../audit/record-audit.ts'
import { verifyPassword } from './password.ts'
import { ACCESS_SECONDS, createRefreshToken, hashRefreshToken, REFRESH_MS, type Tokens } from './tokens.ts'

/** A person mistypes twice or three times; a program guesses thousands of times. */
const ATTEMPTS = 5
const WINDOW_MS = 60_000
/** Each verification takes 19 MiB and some 20 ms of a core: more at once would starve the webhooks. */
const MAX_PARALLEL = 4

export interface LoginDeps {
  store: Store
  tokens: Tokens
  now: () => number
}

export interface Session {
  access_token: string
  token_type: 'bearer'
  expires_in: number
  refresh_token: string
}

export type LoginOutcome =
  | { outcome: 'welcome'; session: Session }
  /** Unknown user, wrong password, disabled: the same to whoever asks. */
  | { outcome: 'refused' }
  | { outcome: 'throttled'; retryAfterMs: number }

/** Who is asking, as far as a valid token says. */
export interface Identity {
  user: User
  /** Shops they may see; null is all. */
  tenantIds: string[] | null
}

export interface Logins {
  logIn(input: { login: string; password: string; ip: string }): Promise<LoginOutcome>
  /** A new pair for a refresh token. One that was used before ends its whole family: someone has a copy. */
  refresh(token: string): Promise<LoginOutcome>
  logOut(token: string): Promise<void>
  /** Null where the token is not ours, has expired, was revoked, or its user is gone or disabled. */
  identify(accessToken: string): Promise<Identity | null>
}

export function createLogins(deps: LoginDeps): Logins {
  const { store, tokens, now } = deps
  let running = 0

  async function logIn(input: { login: string; password: string; ip: string }): Promise<LoginOutcome> {
    const login = input.login.trim().toLowerCase()
    const at = now()
    // The digest: what people type into the name field is now and then their password.
    const keys = [`account:${createHash('sha256').update(login).digest('hex').slice(0, 32)}`, `ip:${input.ip}`]
    if (running >= MAX_PARALLEL) return { outcome: 'throttled', retryAfterMs: 1000 }
    running += 1
    try {
      const attempt = await takeAttempt(store, { keys, limit: ATTEMPTS, windowMs: WINDOW_MS, now: at })
      if (!attempt.allowed) return { outcome: 'throttled', retryAfterMs: attempt.retryAfterMs }
      const user = await findUserByLogin(store.db, login)
      const right = await verifyPassword(user?.passwordHash ?? null, input.password)
      if (user === null || !right || user.status !== 'active') return { outcome: 'refused' }
      await forgiveAttempt(store.db, keys, at)
      const session = await open(user, createId('fam'))
      await recordAudit(
        store.db,
        { tenantId: null, actor: `user:${user.email}`, action: 'user.login', object: user.id },
        at,
      )
      return { outcome: 'welcome', session }
    } finally {
      running -= 1
    }
  }

  async function refresh(token: string): Promise<LoginOutcome> {
    const known = await findRefreshToken(store.db, hashRefreshToken(token))
    if (known === null || known.expiresAt <= now()) return { outcome: 'refused' }
    if (known.usedAt !== null || !(await useRefreshToken(store.db, known.hash, now()))) {
      await deleteRefreshFamily(store.db, known.family)
      await recordAudit(
        store.db,
        { tenantId: null, actor: 'daemon', action: 'user.refresh_reused', object: known.userId },
        now(),
      )
      return { outcome: 'refused' }
    }
    const user = await findUserById(store.db, known.userId)
    if (user === null || user.status !== 'active') return { outcome: 'refused' }
    return { outcome: 'welcome', session: await open(user, known.family) }
  }

  async function open(user: User, family: string): Promise<Session> {
    const { token, hash } = createRefreshToken()
    await deleteExpiredRefreshTokens(store.db, now())
    await insertRefreshToken(store.db, { hash, userId: user.id, family, expiresAt: now() + REFRESH_MS }, now())
    const access = await tokens.sign({ userId: user.id, role: user.role, epoch: user.tokenEpoch })
    return { access_token: access, token_type: 'bearer', expires_in: ACCESS_SECONDS, refresh_token: token }
  }

  return {
    logIn,
    refresh,
    async logOut(token) {
      const known = await findRefreshToken(store.db, hashRefreshToken(token))
      if (known !== null) await deleteRefreshFamily(store.db, known.family)
    },
    async identify(accessToken) {
      const claims = await tokens.verify(accessToken)
      if (claims === null) return null
      const user = await findUserById(store.db, claims.userId)
      // The role in the token is only a hint for clients; what counts is what the user has now.
      if (user === null || user.status !== 'active' || user.tokenEpoch !== claims.epoch) return null
      return { user: withoutHash(user), tenantIds: await visibleTenantIds(store.db, user) }
    },
  }
}
