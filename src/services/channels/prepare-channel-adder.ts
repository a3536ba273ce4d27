import { BotctlError, EXIT } from '../../errors.ts'
import type { Runtime } from '../../runtime.ts'
import { cliActor } from '../audit/record-audit.ts'
import { createChannelAdder } from './add-channel.ts'
import type { AddedChannel, ChannelRequest } from './add-channel.ts'
import { environmentAccounts } from './environment.ts'
import { baseUrlOf } from './webhook-url.ts'

/** Reads a secret from a file or asks for it without echo; null where neither is possible. */
type ReadSecret = (name: string, file: string | undefined) => Promise<string | null>

export interface ChannelAdder {
  add(request: ChannelRequest): Promise<AddedChannel>
  /** The given files' contents; asks only where no file is given and the environment has no account either. */
  collect(
    provider: 'meta' | 'twilio',
    read: ReadSecret,
    wanted: Readonly<Record<string, readonly [name: string, file: string | undefined]>>,
  ): Promise<Record<string, string>>
}

/** What `channel add meta` and `channel add twilio` share. */
export async function prepareChannelAdder(runtime: Runtime): Promise<ChannelAdder> {
  const environment = environmentAccounts(runtime.config)
  const add = createChannelAdder({
    store: await runtime.store(),
    secretBox: () => runtime.secretBox(),
    environment,
    baseUrl: baseUrlOf(runtime.config),
    now: runtime.now,
    actor: cliActor(),
  })
  return {
    add,
    async collect(provider, read, wanted) {
      const entries = Object.entries(wanted)
      if (entries.filter(([, [, file]]) => file === '-').length > 1) {
        throw new BotctlError('stdin_twice', 'only one secret can come from stdin', {
          hint: 'give the others as files',
          exit: EXIT.usage,
        })
      }
      const given = entries.some(([, [, file]]) => file !== undefined)
      const secrets: Record<string, string> = {}
      for (const [key, [name, file]] of entries) {
        // One file given means that the rest is meant to come from the environment; none, that there may be questions.
        if (file === undefined && (given || environment[provider].secrets[key] !== undefined)) continue
        const value = await read(name, file)
        if (value !== null) secrets[key] = value
      }
      return secrets
    },
  }
}
