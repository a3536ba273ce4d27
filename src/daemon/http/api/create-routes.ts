import type { Log } from '../../../log.ts'
import type { SecretBox } from '../../../secrets.ts'
import type { EnvironmentAccounts } from '../../../services/channels/environment.ts'
import { createLogins } from '../../../services/users/log-in.ts'
import { createTokens } from '../../../services/users/tokens.ts'
import type { Store } from '../../../store/store.ts'
import type { Routes } from '../app.ts'
import { registerAuth } from '../auth/register-auth.ts'
import { registerBackoffice } from '../backoffice/register-backoffice.ts'
import { registerApi } from './register-api.ts'

/** Login, API and back office for `createHttp`. */
export function createOperatorRoutes(deps: {
  store: Store
  secrets: SecretBox
  now: () => number
  log: Log
  version: string
  /** Where local payment links point to. */
  baseUrl: string
  /** The accounts that shops without one of their own use. */
  environment: EnvironmentAccounts
}): Routes[] {
  // Scrypt behind `derive` takes a moment: at the first request that needs a token, not at the daemon's start.
  let made: ReturnType<typeof createLogins> | undefined
  const logins = (): ReturnType<typeof createLogins> =>
    (made ??= createLogins({
      store: deps.store,
      now: deps.now,
      tokens: createTokens({ key: deps.secrets.derive('api access tokens'), now: deps.now }),
    }))
  const lazy = {
    logIn: (input: Parameters<ReturnType<typeof createLogins>['logIn']>[0]) => logins().logIn(input),
    refresh: (token: string) => logins().refresh(token),
    logOut: (token: string) => logins().logOut(token),
    identify: (token: string) => logins().identify(token),
  }
  return [
    (app) => registerAuth(app, { logins: lazy }),
    (app) => registerApi(app, { ...deps, logins: lazy }),
    (app) => registerBackoffice(app),
  ]
}
