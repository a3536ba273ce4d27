import { hash, verify } from '@node-rs/argon2'
import { BotctlError, EXIT } from '../../errors.ts'

/** OWASP's minimum for argon2id: 19 MiB, two passes, one lane. Some 20 ms here: bearable for us, dear for a thief. */
const ARGON2ID = 2
const OPTIONS = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Ten characters: with five guesses a minute, no list of common passwords gets anywhere near them. */
export const MIN_PASSWORD = 10
/** A longer one only costs time to hash. */
export const MAX_PASSWORD = 512

/** Throws `password_weak` (65). */
export async function hashPassword(password: string, email: string): Promise<string> {
  const name = email.split('@')[0]?.toLowerCase() ?? ''
  const weak =
    password.length < MIN_PASSWORD
      ? `it has fewer than ${MIN_PASSWORD} characters`
      : password.length > MAX_PASSWORD
        ? `it has more than ${MAX_PASSWORD} characters`
        : name.length >= 4 && password.length < 20 && password.toLowerCase().includes(name)
          ? 'it holds the name of its user'
          : new Set(password).size < 4
            ? 'it is one or two characters over and over'
            : null
  if (weak !== null)
    throw new BotctlError('password_weak', `this password is not accepted: ${weak}`, {
      hint: 'four unrelated words make a good one',
      exit: EXIT.badData,
    })
  return hash(password, OPTIONS)
}

let decoy: Promise<string> | undefined

/** True where it is right. Without a user it takes as long and says false, so that time does not tell who exists. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hash('botctl decoy: nobody has this password', OPTIONS)
  // Awaited for everyone: the first login after a start would else tell by its time whether the user exists.
  const none = await decoy
  // Longer than any password can be: hashing it would only be work for an attacker's sake.
  const right = await verify(passwordHash ?? none, password.slice(0, MAX_PASSWORD + 1))
  return right && passwordHash !== null
}
