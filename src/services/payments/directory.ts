import { BotctlError, EXIT } from '../../errors.ts'
import type { PaymentMethod } from '../../engine/turn-types.ts'
import type { SecretBox } from '../../secrets.ts'
import { fromJson } from '../../store/json.ts'
import type { Db, Store } from '../../store/store.ts'
import type { PaymentDirectory } from './deps.ts'

export type FlowEnvironment = 'sandbox' | 'production'

export interface FlowSecrets {
  apiKey: string
  secretKey: string
}

/** The environment's own Flow account, for shops without one. */
export interface EnvironmentAccount {
  flowApiUrl: string | null
  flowApiKey: string | null
  flowSecretKey: string | null
}

const HOSTS: Record<FlowEnvironment, string> = {
  sandbox: 'https://sandbox.flow.cl/api',
  production: 'https://www.flow.cl/api',
}

/**
 * Which Flow to talk to. FLOW_API_URL counts for the environment's own account, and for every account where it names
 * another host than Flow's: then it is a fake, and real money must not be reached past it.
 */
export function flowUrl(environment: FlowEnvironment | null, configured: string | null): string {
  if (configured !== null && !isFlowHost(configured)) return configured
  if (environment !== null) return HOSTS[environment]
  if (configured === null) return HOSTS.sandbox
  // The guide writes the host alone.
  return new URL(configured).pathname === '/' ? `${configured.replace(/\/+$/, '')}/api` : configured
}

/** What a URL of Flow's stands for; null for any other host. */
export function flowEnvironment(url: string): FlowEnvironment | null {
  if (!isFlowHost(url)) return null
  return new URL(url).hostname.startsWith('sandbox') ? 'sandbox' : 'production'
}

function isFlowHost(url: string): boolean {
  const { hostname } = new URL(url)
  return hostname === 'flow.cl' || hostname.endsWith('.flow.cl')
}

/** Opens a shop's accounts. Adapters are loaded where they are used. */
export function createPaymentDirectory(deps: {
  store: Store
  environment: EnvironmentAccount
  /** Opened only where a shop has secrets of its own. */
  secrets: () => Promise<SecretBox>
  baseUrl: string
  now: () => number
}): PaymentDirectory {
  return {
    async provider(tenantId, name) {
      if (name === 'local') {
        const { createLocal } = await import('../../payments/local/local.ts')
        return createLocal({ db: deps.store.db, tenantId, baseUrl: deps.baseUrl, now: deps.now })
      }
      if (name !== 'flow') throw missing(name)
      const { createFlow } = await import('../../payments/flow/flow.ts')
      const row = await deps.store.db
        .selectFrom('payment_account')
        .select(['environment', 'secrets', 'status'])
        .where('tenant_id', '=', tenantId)
        .where('provider', '=', 'flow')
        .executeTakeFirst()
      const { flowApiUrl, flowApiKey, flowSecretKey } = deps.environment
      if (row?.secrets) {
        const own = (await deps.secrets()).openJson(row.secrets, tenantId) as FlowSecrets
        return createFlow({ apiUrl: flowUrl(row.environment as FlowEnvironment, flowApiUrl), ...own })
      }
      if (flowApiKey === null || flowSecretKey === null) throw missing(name)
      return createFlow({ apiUrl: flowUrl(null, flowApiUrl), apiKey: flowApiKey, secretKey: flowSecretKey })
    },
  }
}

const LABELS: Record<string, PaymentMethod> = {
  flow: { name: 'flow', label: 'tarjeta de débito o crédito, transferencia o efectivo (Flow)', needsEmail: true },
  transfer: { name: 'transfer', label: 'transferencia bancaria', needsEmail: false },
  local: { name: 'local', label: 'enlace de pago', needsEmail: false },
}

/**
 * The ways to pay at a shop, the first one being what an order takes by itself: its own Flow account or the
 * environment's, then transfer. A shop with neither gets links of the local ledger, so that it can be tried out.
 */
export async function paymentMethods(
  db: Db,
  tenantId: string,
  environment: EnvironmentAccount,
): Promise<PaymentMethod[]> {
  const rows = await db
    .selectFrom('payment_account')
    .select(['provider', 'settings'])
    .where('tenant_id', '=', tenantId)
    .where('status', '=', 'active')
    .execute()
  const has = (name: string) => rows.some((row) => row.provider === name)
  const flow = has('flow') || (environment.flowApiKey !== null && environment.flowSecretKey !== null)
  const transfer = rows.some(
    (row) => row.provider === 'transfer' && fromJson<{ account?: unknown }>(row.settings).account !== undefined,
  )
  const names = [...(flow ? ['flow'] : []), ...(transfer ? ['transfer'] : [])]
  return (names.length === 0 ? ['local'] : names).map((name) => LABELS[name]!)
}

function missing(provider: string): BotctlError {
  return new BotctlError('payment_account_missing', `the shop has no ${provider} account to collect with`, {
    hint: 'botctl payment add flow --tenant SLUG --api-key-file FILE --secret-key-file FILE',
    exit: EXIT.configuration,
  })
}
