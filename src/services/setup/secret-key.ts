import { randomBytes } from 'node:crypto'
import type { Config } from '../../config.ts'
import { configFile } from '../../config.ts'
import { setEnvLines } from './env-file.ts'

/** 32 random bytes in hex: 256 bits, and safe in every file and shell. */
export function createSecretKey(): string {
  return randomBytes(32).toString('hex')
}

/** Makes SECRET_KEY where none is set and keeps it in the config file; returns the file, or null where one was set. */
export function ensureSecretKey(config: Config): string | null {
  if (config.secretKey !== null) return null
  const file = configFile()
  setEnvLines(file, { SECRET_KEY: createSecretKey() })
  return file
}
