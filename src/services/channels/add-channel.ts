import { randomBytes } from 'node:crypto'
import { toE164 } from '../../channels/phone.ts'
import { BotctlError, EXIT } from '../../errors.ts'
import { createId } from '../../ids.ts'
import type { SecretBox } from '../../secrets.ts'
import { findChannelsByAddress, insertChannel, listChannels, updateChannel } from '../../store/channels.ts'
import type { ListedChannel } from '../../store/channels.ts'
import type { Store } from '../../store/store.ts'
import { findTenantById, requireTenant } from '../../store/tenants.ts'
import { recordBy, type AuditedBy } from '../audit/record-audit.ts'
import { mergeSecrets } from './environment.ts'
import type { EnvironmentAccounts } from './environment.ts'
import { webhookUrl } from './webhook-url.ts'

export interface AddChannelDeps extends AuditedBy {
  store: Store
  /** Opened only where a secret is stored: an environment's account needs no SECRET_KEY. */
  secretBox: () => Promise<SecretBox>
  environment: EnvironmentAccounts
  baseUrl: string
}

export interface ChannelRequest {
  tenant: string
  provider: 'meta' | 'twilio'
  /** Meta: phone_number_id. Twilio: the number. */
  address: string
  /** The shop's own; what is missing comes from the environment. */
  secrets: Readonly<Record<string, string>>
}

export interface AddedChannel {
  id: string
  tenant: string
  provider: 'meta' | 'twilio'
  address: string
  /** Whose credentials it uses. */
  account: 'own' | 'environment'
  /** False where the channel was there and its secrets were replaced. */
  created: boolean
  webhook_url: string
  /** What Meta asks for beside the URL, where botctl made it up; shown this once. */
  verify_token?: string
  /** Other shops on the same number: their shoppers need `tenant route`. */
  shared_with: string[]
}

/**
 * Gives a shop a way to WhatsApp, or replaces the secrets of one it has: the old app secret or auth token stays good
 * until the next replacement, as both providers sign with either for a while.
 * Throws `tenant_not_found` (66), `address_invalid` (65), `credentials_missing` (78).
 */
export function createChannelAdder(deps: AddChannelDeps): (request: ChannelRequest) => Promise<AddedChannel> {
  const { store, environment } = deps

  return async ({ tenant: slug, provider, address: given, secrets }) => {
    const tenant = await requireTenant(store.db, slug)
    const address = checkAddress(provider, given)
    const own = { ...secrets }
    const before = (await listChannels(store.db, { tenantId: tenant.id, provider })).find(
      (channel) => channel.address === address,
    )
    const replacing = Object.keys(own).length > 0
    if (replacing && before?.secrets) await keepOld(own, before, tenant.id)
    const madeUp = provider === 'meta' ? makeVerifyToken(own) : null
    checkComplete(provider, mergeSecrets(environment[provider].secrets, own))

    const isOwn = Object.keys(own).length > 0
    const sealed = isOwn ? (await deps.secretBox()).sealJson(own, tenant.id) : null
    const id = before?.id ?? createId('chn')
    const now = deps.now()
    await store.transaction(async (trx) => {
      if (before) {
        // New credentials close the circuit that bad ones had opened.
        const healed = { status: 'active' as const, blockedUntil: null, blockedReason: null }
        await updateChannel(trx, id, { secrets: sealed, ...healed }, now)
      } else {
        const displayNumber = provider === 'twilio' ? address : null
        await insertChannel(trx, {
          id,
          tenantId: tenant.id,
          provider,
          address,
          displayNumber,
          secrets: sealed,
          settings: {},
          createdAt: now,
          updatedAt: now,
        })
      }
      await recordBy(deps, trx, {
        tenantId: tenant.id,
        action: 'channel.add',
        object: id,
        ...(before && { before: { provider, address, account: before.secrets === null ? 'environment' : 'own' } }),
        // That there are new ones, and which: never what they are.
        after: { provider, address, account: isOwn ? 'own' : 'environment', replaced: Object.keys(secrets) },
      })
    })
    return {
      id,
      tenant: tenant.slug,
      provider,
      address,
      account: isOwn ? 'own' : 'environment',
      created: before === undefined,
      webhook_url: webhookUrl(deps.baseUrl, provider),
      ...(madeUp === null ? {} : { verify_token: madeUp }),
      shared_with: await sharedWith(provider, address, tenant.id),
    }
  }

  /** Replaced secrets stay acceptable, and what is not given again stays as it was. */
  async function keepOld(own: Record<string, string>, before: ListedChannel, tenantId: string): Promise<void> {
    const old = (await deps.secretBox()).openJson(before.secrets ?? '', tenantId) as Record<string, string>
    if (own.appSecret && old.appSecret && own.appSecret !== old.appSecret) own.appSecretOld = old.appSecret
    if (own.authToken && old.authToken && own.authToken !== old.authToken) own.authTokenOld = old.authToken
    for (const [name, value] of Object.entries(old)) own[name] ??= value
  }

  /** Meta wants a verify token and anyone may make it up: without one, we do. */
  function makeVerifyToken(own: Record<string, string>): string | null {
    if (own.verifyToken !== undefined || environment.meta.secrets.verifyToken !== undefined) return null
    if (Object.keys(own).length === 0) return null
    own.verifyToken = randomBytes(18).toString('base64url')
    return own.verifyToken
  }

  async function sharedWith(provider: 'meta' | 'twilio', address: string, tenantId: string): Promise<string[]> {
    const others = (await findChannelsByAddress(store.db, provider, address)).filter(
      (channel) => channel.tenantId !== tenantId,
    )
    const tenants = await Promise.all(others.map((channel) => findTenantById(store.db, channel.tenantId)))
    return tenants.flatMap((tenant) => (tenant === null ? [] : [tenant.slug]))
  }
}

const NEEDED = {
  meta: [
    ['token', '--token-file', 'META_WHATSAPP_TOKEN'],
    ['appSecret', '--app-secret-file', 'META_APP_SECRET'],
  ],
  twilio: [
    ['accountSid', '--account-sid', 'TWILIO_ACCOUNT_SID'],
    ['authToken', '--auth-token-file', 'TWILIO_AUTH_TOKEN'],
  ],
} as const

function checkComplete(provider: 'meta' | 'twilio', secrets: Readonly<Record<string, string>>): void {
  const missing = NEEDED[provider].filter(([name]) => !secrets[name])
  if (missing.length === 0) return
  throw new BotctlError('credentials_missing', `the ${provider} account lacks what it needs to send and to verify`, {
    hint: `give ${missing.map(([, flag, name]) => `${flag} (or set ${name})`).join(' and ')}`,
    exit: EXIT.configuration,
    details: { missing: missing.map(([name]) => name) },
  })
}

function checkAddress(provider: 'meta' | 'twilio', given: string): string {
  const address = provider === 'meta' ? (/^[\w.-]{1,64}$/.test(given.trim()) ? given.trim() : null) : toE164(given)
  if (address !== null) return address
  const message =
    provider === 'meta' ? 'this is no phone number id of Meta' : 'this is no WhatsApp number such as +56223456789'
  throw new BotctlError('address_invalid', message, {
    hint:
      provider === 'meta'
        ? 'it stands in the app dashboard under WhatsApp, API setup, and is not the number itself'
        : 'give it in international form, with + and country code',
    exit: EXIT.badData,
  })
}
