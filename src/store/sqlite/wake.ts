import type { WakeStore } from '../wake.ts'

/** SQLite tells nobody anything: the one daemon on the file polls, twice a second. */
export function sqliteWake(): WakeStore {
  return { listen: () => ({ stop: () => Promise.resolve() }) }
}
