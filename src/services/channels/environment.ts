import type { ChannelProvider } from '../../channels/port.ts'
import type { Config } from '../../config.ts'

/** The account that shops without one of their own use; null parts are not configured. */
export interface EnvironmentAccount {
  /** Meta: phone_number_id. Twilio: +56… */
  address: string | null
  secrets: Readonly<Record<string, string>>
}

export type EnvironmentAccounts = Readonly<Record<'meta' | 'twilio', EnvironmentAccount>>

type Settings = Pick<
  Config,
  | 'metaToken'
  | 'metaAppSecret'
  | 'metaVerifyToken'
  | 'metaPhoneNumberId'
  | 'twilioAccountSid'
  | 'twilioAuthToken'
  | 'twilioNumber'
>

export function environmentAccounts(config: Settings): EnvironmentAccounts {
  return {
    meta: {
      address: config.metaPhoneNumberId,
      secrets: filled({
        token: config.metaToken,
        appSecret: config.metaAppSecret,
        verifyToken: config.metaVerifyToken,
      }),
    },
    twilio: {
      address: config.twilioNumber?.replace(/^whatsapp:/i, '') ?? null,
      secrets: filled({ accountSid: config.twilioAccountSid, authToken: config.twilioAuthToken }),
    },
  }
}

/**
 * A shop's own secrets over the environment's: one Meta app often serves many numbers, so a shop may bring a token alone.
 * An old secret of the environment's never stands beside a new one of the shop's.
 */
export function mergeSecrets(
  shared: Readonly<Record<string, string>>,
  own: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  // Twilio's token belongs to its account: with an account of its own, the shop brings both.
  return own.accountSid !== undefined && own.accountSid !== shared.accountSid ? own : { ...shared, ...own }
}

/** A channel that no row describes: the environment's account, used by that shop on that number. */
export function environmentChannelId(provider: ChannelProvider, tenantId: string, address: string): string {
  return `env:${provider}:${tenantId}:${address}`
}

export function parseEnvironmentChannelId(
  id: string,
): { provider: 'meta' | 'twilio'; tenantId: string; address: string } | null {
  const match = /^env:(meta|twilio):([^:]*):(.*)$/.exec(id)
  if (!match) return null
  return { provider: match[1] as 'meta' | 'twilio', tenantId: match[2] ?? '', address: match[3] ?? '' }
}

function filled(values: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter((pair): pair is [string, string] => Boolean(pair[1])))
}
