import { createHash, randomBytes } from 'node:crypto'
import { jwtVerify, SignJWT } from 'jose'
import type { Role } from '../../store/users.ts'

/** Long enough to work through an outage of the token endpoint, short enough that a stolen one soon ends. */
export const ACCESS_SECONDS = 15 * 60
/** A shop's owner logs in once a month at the most; each use starts it anew. */
export const REFRESH_MS = 30 * 24 * 60 * 60 * 1000

const ISSUER = 'botctl'
const AUDIENCE = 'botctl-api'
const ALGORITHM = 'HS256'

export interface AccessClaims {
  userId: string
  role: Role
  /** Moves when a password changes or a user is disabled; older tokens are then worth nothing. */
  epoch: number
}

export interface Tokens {
  sign(claims: AccessClaims): Promise<string>
  /** Null for anything but a token of ours that is valid now. */
  verify(token: string): Promise<AccessClaims | null>
}

/**
 * Access tokens: HS256 under a key derived from SECRET_KEY for this use alone, with issuer, audience and key id. The
 * algorithm is fixed on our side, so that `none`, RS256 with our key as public key, and `kid` tricks end here.
 */
export function createTokens(deps: { key: Buffer; now: () => number }): Tokens {
  const kid = createHash('sha256').update('botctl access key id').update(deps.key).digest('hex').slice(0, 16)
  return {
    async sign(claims) {
      const issuedAt = Math.floor(deps.now() / 1000)
      return new SignJWT({ role: claims.role, epoch: claims.epoch })
        .setProtectedHeader({ alg: ALGORITHM, typ: 'at+jwt', kid })
        .setSubject(claims.userId)
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + ACCESS_SECONDS)
        .setJti(randomBytes(12).toString('base64url'))
        .sign(deps.key)
    },
    async verify(token) {
      // No token of ours is longer than a few hundred bytes.
      if (token.length > 2000) return null
      try {
        const { payload, protectedHeader } = await jwtVerify(token, deps.key, {
          algorithms: [ALGORITHM],
          issuer: ISSUER,
          audience: AUDIENCE,
          typ: 'at+jwt',
          requiredClaims: ['sub', 'exp', 'iat'],
          maxTokenAge: ACCESS_SECONDS,
          currentDate: new Date(deps.now()),
        })
        if (protectedHeader.kid !== kid) return null
        const { sub, role, epoch } = payload
        if (typeof sub !== 'string' || typeof role !== 'string' || typeof epoch !== 'number') return null
        return { userId: sub, role: role as Role, epoch }
      } catch {
        return null
      }
    },
  }
}

/** 256 random bits; the database keeps only a digest, so that its thief cannot log in. */
export function createRefreshToken(): { token: string; hash: string } {
  const token = `rt_${randomBytes(32).toString('base64url')}`
  return { token, hash: hashRefreshToken(token) }
}

export function hashRefreshToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
