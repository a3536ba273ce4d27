import { randomInt } from 'node:crypto'
import { loadConfig } from '../../config.ts'
import type { Config } from '../../config.ts'
import { migrate } from '../../store/migrate.ts'
import type { Store } from '../../store/store.ts'
import { createTurns } from '../turns/create-turns.ts'
import { createTester } from '../turns/test-message.ts'
import type { TurnDocument } from '../turns/types.ts'
import { playPurchase } from './play-purchase.ts'
import type { PlayedTurn } from './play-purchase.ts'
import { createSampleShops } from './sample-shops.ts'
import type { SampleShopResult } from './sample-shops.ts'
import { ensureSecretKey } from './secret-key.ts'

export interface QuickstartResult {
  database: string
  migrations: string[]
  /** The file that a fresh SECRET_KEY was put into; null where one was set. */
  secretKeyFile: string | null
  shops: SampleShopResult[]
  turns: TurnDocument[]
  order: TurnDocument['order']
}

/**
 * From nothing to shops that sell: key, schema, sample shops, one purchase. Run again it finds what is there and only
 * plays another purchase, as another shopper.
 */
export async function runQuickstart(
  deps: { store: Store; config: Config; now: () => number },
  options: {
    onStep: (text: string) => void
    onTurn: (played: PlayedTurn) => void | Promise<void>
  },
): Promise<QuickstartResult> {
  const { store, now } = deps
  const secretKeyFile = ensureSecretKey(deps.config)
  options.onStep(secretKeyFile === null ? 'SECRET_KEY is set' : `made a SECRET_KEY and keep it in ${secretKeyFile}`)
  const migrations = await migrate(store, { now: now() })
  options.onStep(
    `${store.label}: ${migrations.length === 0 ? 'schema is current' : `applied ${migrations.length} migrations`}`,
  )
  const shops = await createSampleShops(deps)()
  for (const shop of shops) {
    options.onStep(`${shop.created ? 'opened' : 'found'} ${shop.slug} with ${shop.products} products`)
  }
  const { drive } = await createTurns({ store, config: deps.config, now })
  const played = await playPurchase(createTester({ store, drive, now }), {
    from: demoShopper(),
    onTurn: options.onTurn,
  })
  return {
    database: store.label,
    migrations,
    secretKeyFile,
    shops,
    turns: played.turns.map(({ turn }) => turn),
    order: played.order,
  }
}

/** Configuration as the next step reads it, with the key that was just made; logs only what is wrong unless told. */
export function reloadConfig(flags: Record<string, string | undefined>): Config {
  const config = loadConfig({ flags })
  const told = config.entries.some((entry) => entry.key === 'logLevel' && entry.origin !== 'default')
  return told ? config : { ...config, logLevel: 'warn' }
}

/** Another number each run, two within a second included, in a block that no Chilean operator assigns. */
function demoShopper(): string {
  return `+56900${String(randomInt(1_000_000)).padStart(6, '0')}`
}
