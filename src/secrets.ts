import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes, scryptSync } from 'node:crypto'
import { BotctlError, EXIT } from './errors.ts'

/**
 * Secrets at rest: AES-256-GCM under SECRET_KEY, a nonce of its own per value, the owner (tenant id) as associated
 * data, so that a value copied to another shop's row does not open.
 */
export interface SecretBox {
  /** Names the key in use, from a digest of the derived key: tells nothing of the key itself. */
  readonly keyId: string
  /** Seals `plain` for `owner`. The text holds version, key id, nonce and ciphertext, and fits a TEXT column. */
  seal(plain: string, owner: string): string
  /** Throws `secret_unreadable` where key, owner or text do not match. */
  open(sealed: string, owner: string): string
  sealJson(value: unknown, owner: string): string
  openJson(sealed: string, owner: string): unknown
  /** False for a value under an old key: `secrets rotate` seals it again. */
  isCurrent(sealed: string): boolean
  /** 32 bytes for another use (signing tokens, say); the same for the same `purpose`, unrelated between purposes. */
  derive(purpose: string): Buffer
}

interface Key {
  id: string
  bytes: Buffer
}

const VERSION = 's1'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * `secretKey` is SECRET_KEY; `oldKeys` are earlier ones that may still open what they sealed (rotation).
 * Derivation is lazy: commands that open no secret do not pay for it.
 */
export function createSecretBox(secretKey: string, oldKeys: readonly string[] = []): SecretBox {
  if (secretKey === '') {
    throw new BotctlError('secret_key_missing', 'SECRET_KEY is not set, so secrets can be neither stored nor read', {
      hint: 'run "botctl init", or set SECRET_KEY to 32 random bytes in hex',
      exit: EXIT.configuration,
    })
  }
  let current: Key | undefined
  const older = new Map<number, Key>()
  const currentKey = (): Key => (current ??= deriveKey(secretKey))

  function keyById(id: string): Key | null {
    if (currentKey().id === id) return currentKey()
    for (const [index, old] of oldKeys.entries()) {
      const key = older.get(index) ?? deriveKey(old)
      older.set(index, key)
      if (key.id === id) return key
    }
    return null
  }

  function seal(plain: string, owner: string): string {
    const key = currentKey()
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce, { authTagLength: TAG_BYTES })
    cipher.setAAD(associatedData(key.id, owner))
    const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
    return [VERSION, key.id, nonce.toString('base64url'), sealed.toString('base64url')].join('.')
  }

  function open(sealed: string, owner: string): string {
    const [version, id, nonceText, bodyText] = sealed.split('.')
    if (version !== VERSION || id === undefined || nonceText === undefined || bodyText === undefined) {
      throw unreadable('its format is unknown')
    }
    const key = keyById(id)
    if (!key) throw unreadable('it was sealed with another SECRET_KEY')
    const nonce = Buffer.from(nonceText, 'base64url')
    const body = Buffer.from(bodyText, 'base64url')
    if (nonce.length !== NONCE_BYTES || body.length < TAG_BYTES) throw unreadable('it is cut off')
    const decipher = createDecipheriv('aes-256-gcm', key.bytes, nonce, { authTagLength: TAG_BYTES })
    decipher.setAAD(associatedData(key.id, owner))
    decipher.setAuthTag(body.subarray(body.length - TAG_BYTES))
    try {
      const plain = Buffer.concat([decipher.update(body.subarray(0, body.length - TAG_BYTES)), decipher.final()])
      return plain.toString('utf8')
    } catch {
      // The cipher's own error says nothing more; and it must not carry ciphertext into a log.
      throw unreadable('it was changed, or belongs to another shop')
    }
  }

  return {
    get keyId() {
      return currentKey().id
    },
    seal,
    open,
    sealJson: (value, owner) => seal(JSON.stringify(value), owner),
    openJson: (sealed, owner) => JSON.parse(open(sealed, owner)) as unknown,
    isCurrent: (sealed) => sealed.startsWith(`${VERSION}.${currentKey().id}.`),
    derive: (purpose) => Buffer.from(hkdfSync('sha256', currentKey().bytes, 'botctl', `botctl/${purpose}`, 32)),
  }
}

/**
 * scrypt, because people choose passphrases; at N = 2^15 a guess costs 32 MiB and some 60 ms, and a process pays once.
 * The salt is fixed: the same SECRET_KEY must give the same key on every daemon, with nothing stored beside it.
 */
function deriveKey(secretKey: string): Key {
  const bytes = scryptSync(secretKey.normalize('NFC'), 'botctl/secrets/1', 32, {
    N: 2 ** 15,
    r: 8,
    p: 1,
    maxmem: 64 * 1024 * 1024,
  })
  return { id: createHash('sha256').update('botctl/key-id').update(bytes).digest('hex').slice(0, 8), bytes }
}

function associatedData(keyId: string, owner: string): Buffer {
  return Buffer.from(`${VERSION}:${keyId}:${owner}`, 'utf8')
}

function unreadable(why: string): BotctlError {
  return new BotctlError('secret_unreadable', `a stored secret cannot be read: ${why}`, {
    hint: 'set the SECRET_KEY it was stored with (or SECRET_KEY_OLD), or store the secret again',
    exit: EXIT.configuration,
  })
}
