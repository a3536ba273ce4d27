import type { TransferAccount } from '../../engine/commerce/notices.ts'
import { BotctlError, EXIT } from '../../errors.ts'
import type { SecretBox } from '../../secrets.ts'
import { fromJson, toJson } from '../../store/json.ts'
import type { Db, Store } from '../../store/store.ts'
import { requireTenant, updateTenant } from '../../store/tenants.ts'
import { recordAudit } from '../audit/record-audit.ts'
import { flowEnvironment, flowUrl, type EnvironmentAccount, type FlowEnvironment } from './directory.ts'

/** A way to collect as commands and the API print it: no secret, not even its length. */
export interface PaymentAccountDocument {
  tenant: string
  provider: 'flow' | 'transfer' | 'local'
  /** Plain to see: `production` takes real money. Null where nothing leaves botctl. */
  environment: FlowEnvironment | 'other' | null
  account: 'own' | 'environment' | 'none'
  status: string
  confirmation_url: string | null
}

export interface AccountDeps {
  store: Store
  now: () => number
  actor: string
  environment: EnvironmentAccount
  secrets: () => Promise<SecretBox>
  baseUrl: string
}

/**
 * Gives a shop its own Flow account, or replaces its keys. Throws `tenant_not_found` (66), `credentials_missing` (78).
 */
export async function addFlow(
  deps: AccountDeps,
  wanted: { tenant: string; environment: FlowEnvironment; apiKey: string | null; secretKey: string | null },
): Promise<PaymentAccountDocument> {
  const { store } = deps
  const tenant = await requireTenant(store.db, wanted.tenant)
  const { apiKey, secretKey } = wanted
  if ((apiKey === null) !== (secretKey === null) || (apiKey === null && !hasEnvironment(deps.environment))) {
    throw new BotctlError('credentials_missing', 'Flow needs an API key and a secret key', {
      hint: 'give --api-key-file and --secret-key-file, or set FLOW_API_KEY and FLOW_SECRET_KEY',
      exit: EXIT.configuration,
    })
  }
  const sealed = apiKey === null ? null : (await deps.secrets()).sealJson({ apiKey, secretKey }, tenant.id)
  await saveAccount(deps, tenant.id, {
    provider: 'flow',
    environment: wanted.environment,
    secrets: sealed,
    settings: {},
  })
  return document(deps, tenant.slug, {
    provider: 'flow',
    environment: wanted.environment,
    secrets: sealed,
    status: 'active',
  })
}

/** The account that shoppers transfer to, shown to them as it is. Throws `tenant_not_found` (66). */
export async function addTransfer(
  deps: AccountDeps,
  wanted: { tenant: string; account: TransferAccount },
): Promise<PaymentAccountDocument> {
  const tenant = await requireTenant(deps.store.db, wanted.tenant)
  const settings = { account: wanted.account }
  await saveAccount(deps, tenant.id, { provider: 'transfer', environment: 'production', secrets: null, settings })
  return document(deps, tenant.slug, { provider: 'transfer', environment: '', secrets: null, status: 'active' })
}

async function saveAccount(
  deps: AccountDeps,
  tenantId: string,
  account: { provider: string; environment: string; secrets: string | null; settings: object },
): Promise<void> {
  const now = deps.now()
  await deps.store.transaction(async (trx) => {
    const before = await trx
      .selectFrom('payment_account')
      .select(['provider', 'environment', 'status'])
      .where('tenant_id', '=', tenantId)
      .where('provider', '=', account.provider)
      .executeTakeFirst()
    const columns = {
      environment: account.environment,
      secrets: account.secrets,
      settings: toJson(account.settings),
      status: 'active',
      updated_at: now,
    }
    await trx
      .insertInto('payment_account')
      .values({ tenant_id: tenantId, provider: account.provider, created_at: now, ...columns })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'provider']).doUpdateSet(columns))
      .execute()
    // Daemons keep a shop's ways to pay by its version.
    await updateTenant(trx, tenantId, {}, now)
    const after = { provider: account.provider, environment: account.environment }
    const entry = { tenantId, actor: deps.actor, action: 'payment.add', object: account.provider }
    await recordAudit(trx, { ...entry, before, after }, now)
  })
}

/** The ways to collect of a shop or of all; a shop with none of its own shows what it falls back to. */
export async function listAccounts(
  deps: Omit<AccountDeps, 'secrets' | 'actor'>,
  filter: { tenant?: string | undefined },
): Promise<PaymentAccountDocument[]> {
  const { db } = deps.store
  const only = filter.tenant === undefined ? null : await requireTenant(db, filter.tenant)
  const tenants = await db
    .selectFrom('tenant')
    .select(['id', 'slug'])
    .$if(only !== null, (query) => query.where('id', '=', only?.id ?? ''))
    .orderBy('slug')
    .execute()
  const rows = await db.selectFrom('payment_account').selectAll().orderBy('provider').execute()
  return tenants.flatMap(({ id, slug }) => {
    const own = rows.filter((row) => row.tenant_id === id)
    if (own.length > 0) return own.map((row) => document(deps, slug, row))
    const fallback = hasEnvironment(deps.environment) ? 'flow' : 'local'
    return [document(deps, slug, { provider: fallback, environment: null, secrets: null, status: 'active' })]
  })
}

/**
 * Takes a way to collect from a shop. Refused while one of its links can still be paid, unless `anyway`: without the keys
 * nobody could ask whether it was, and the money would be nobody's. Throws `payments_open` (65).
 */
export async function removeAccount(
  deps: Pick<AccountDeps, 'store' | 'now' | 'actor'>,
  wanted: { tenant: string; provider: string; anyway?: boolean },
): Promise<{ tenant: string; provider: string; removed: true }> {
  const { store } = deps
  const tenant = await requireTenant(store.db, wanted.tenant)
  const now = deps.now()
  await store.transaction(async (trx) => {
    if (wanted.anyway !== true) await refuseOpenLinks(trx, tenant, wanted.provider)
    const before = await trx
      .deleteFrom('payment_account')
      .where('tenant_id', '=', tenant.id)
      .where('provider', '=', wanted.provider)
      .returning(['provider', 'environment', 'status'])
      .executeTakeFirst()
    if (before === undefined) {
      throw new BotctlError('payment_account_missing', 'the shop has no such account', {
        hint: 'botctl payment list shows what it has',
        exit: EXIT.notFound,
      })
    }
    await updateTenant(trx, tenant.id, {}, now)
    await recordAudit(
      trx,
      { tenantId: tenant.id, actor: deps.actor, action: 'payment.remove', object: wanted.provider, before },
      now,
    )
  })
  return { tenant: tenant.slug, provider: wanted.provider, removed: true }
}

/** A transfer has no link: what arrives is seen on the account, and marked with `order pay --manual`, as before. */
async function refuseOpenLinks(trx: Db, tenant: { id: string; slug: string }, provider: string): Promise<void> {
  if (provider === 'transfer') return
  const open = await trx
    .selectFrom('payment')
    .innerJoin('orders', (join) =>
      join.onRef('orders.tenant_id', '=', 'payment.tenant_id').onRef('orders.id', '=', 'payment.order_id'),
    )
    .select('orders.number')
    .where('payment.tenant_id', '=', tenant.id)
    .where('payment.provider', '=', provider)
    .where('payment.status', 'in', ['creating', 'pending'])
    .where('orders.status', '=', 'pending_payment')
    .orderBy('orders.number')
    .execute()
  if (open.length === 0) return
  throw new BotctlError('payments_open', 'orders wait for their payment through this account', {
    hint: `wait until they are paid or expire: botctl order list --tenant ${tenant.slug} --status pending_payment; --yes removes it all the same`,
    exit: EXIT.badData,
    details: { orders: open.map((row) => row.number) },
  })
}

/** The account that the shop's shoppers transfer to; null where it has none. */
export async function transferAccount(db: Db, tenantId: string): Promise<TransferAccount | null> {
  const row = await db
    .selectFrom('payment_account')
    .select('settings')
    .where('tenant_id', '=', tenantId)
    .where('provider', '=', 'transfer')
    .executeTakeFirst()
  return row === undefined ? null : (fromJson<{ account?: TransferAccount }>(row.settings).account ?? null)
}

function hasEnvironment(environment: EnvironmentAccount): boolean {
  return environment.flowApiKey !== null && environment.flowSecretKey !== null
}

function document(
  deps: Pick<AccountDeps, 'environment' | 'baseUrl'>,
  slug: string,
  row: { provider: string; environment: string | null; secrets: string | null; status: string },
): PaymentAccountDocument {
  const flow = row.provider === 'flow'
  const own = row.secrets !== null
  const url = flow ? flowUrl(own ? (row.environment as FlowEnvironment) : null, deps.environment.flowApiUrl) : null
  return {
    tenant: slug,
    provider: row.provider as PaymentAccountDocument['provider'],
    environment: url === null ? null : (flowEnvironment(url) ?? 'other'),
    account: flow ? (own ? 'own' : 'environment') : row.provider === 'transfer' ? 'own' : 'none',
    status: row.status,
    confirmation_url: flow ? `${deps.baseUrl}/webhook/flow` : null,
  }
}
