import { loadFaculties } from './load-faculties.ts'
import { createOpenAiModel } from '../../models/openai/model.ts'
import type { Faculties } from '../../engine/turn-types.ts'
import type { Model } from '../../models/port.ts'
import { createApplyEffects } from '../../store/commerce.ts'
import type { Store } from '../../store/store.ts'
import { createCatalogCache } from '../products/catalog-cache.ts'
import { createModelDesk } from './ask-model.ts'
import { createDrive, type Drive } from './drive.ts'
import { createTurnRunner, type BatchTurnRunner } from './run-turn.ts'
import { createShops } from './shops.ts'
import { createListeningRunner, type VoiceSource } from './hear-voice.ts'
import type { TurnRunner } from './types.ts'

export interface TurnsDeps {
  store: Store
  config: {
    openaiApiKey?: string | null
    openaiBaseUrl?: string | null
    openaiModel?: string | null
    publicUrl?: string | null
    flowApiUrl?: string | null
    flowApiKey?: string | null
    flowSecretKey?: string | null
    host: string
    port: number
  }
  now: () => number
  /** Instead of the configured one, for tests. Null: none. */
  model?: Model | null
  modelDeadlineMs?: number
  /** Instead of the trained ones. */
  faculties?: Faculties
}

export interface Turns {
  runner: BatchTurnRunner
  drive: Drive
  /** The same runner, and it hears voice notes where a model can. */
  listening(voice: VoiceSource): TurnRunner
}

/** Everything that answers shoppers, put together once a process: the runner for daemons, the drive for commands. */
export async function createTurns(deps: TurnsDeps): Promise<Turns> {
  const { store, config, now } = deps
  const model = deps.model === undefined ? configuredModel(config) : deps.model
  const shops = createShops({
    store,
    environment: {
      flowApiUrl: config.flowApiUrl ?? null,
      flowApiKey: config.flowApiKey ?? null,
      flowSecretKey: config.flowSecretKey ?? null,
    },
  })
  const desk =
    model === null
      ? undefined
      : createModelDesk({
          model,
          store,
          now,
          ...(deps.modelDeadlineMs === undefined ? {} : { deadlineMs: deps.modelDeadlineMs }),
        })
  const runner = createTurnRunner({
    store,
    now,
    faculties: deps.faculties ?? (await loadFaculties()),
    catalogs: createCatalogCache({ store, now }),
    shops,
    desk,
  })
  const applyEffects = createApplyEffects({ baseUrl: config.publicUrl ?? `http://${config.host}:${config.port}` })
  return {
    runner,
    drive: createDrive({ store, runner, applyEffects, now }),
    listening: (voice) => (desk && model?.transcribe ? createListeningRunner({ runner, voice, desk, shops }) : runner),
  }
}

function configuredModel(config: TurnsDeps['config']): Model | null {
  if (!config.openaiApiKey) return null
  return createOpenAiModel({
    apiKey: config.openaiApiKey,
    baseUrl: config.openaiBaseUrl ?? undefined,
    model: config.openaiModel ?? undefined,
  })
}
