import type { PostgresServer } from '../../test/support/postgres-server.ts'

/** What a run may use. */
export interface Ground {
  server: PostgresServer
  /** Another database a call. */
  database(dialect: 'sqlite' | 'postgres'): Promise<string>
  /** So many of the whole: all, or the share that `--scale` asks for; one at least. */
  some(count: number): number
  seed: number
}

/** One figure of the crash table, played on one database. */
export interface Run {
  id: string
  what: string
  play(ground: Ground): Promise<{ ok: boolean; report: object }>
}
