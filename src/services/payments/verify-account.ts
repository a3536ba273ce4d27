import { BotctlError } from '../../errors.ts'
import { chileDay } from '../../payments/flow/chile-time.ts'
import { requireTenant } from '../../store/tenants.ts'
import type { MoneyDeps } from './deps.ts'

export interface Verification {
  tenant: string
  provider: string
  ok: boolean
  /** In plain words, what is wrong and what mends it. Empty where all is well. */
  findings: string[]
}

/**
 * Asks the provider a question that only good keys can ask (today's payments), and looks whether it can reach us.
 * Changes nothing. Throws `tenant_not_found` (66) and `payment_account_missing` (78).
 */
export async function verifyAccount(
  deps: MoneyDeps & { publicUrl: string | null },
  wanted: { tenant: string; provider: string },
): Promise<Verification> {
  const tenant = await requireTenant(deps.store.db, wanted.tenant)
  const provider = await deps.providers.provider(tenant.id, wanted.provider)
  const findings: string[] = []
  try {
    await provider.listByDate(chileDay(deps.now()))
  } catch (error) {
    if (!(error instanceof BotctlError)) throw error
    findings.push(`${error.message}${error.hint === undefined ? '' : `: ${error.hint}`}`)
  }
  if (wanted.provider === 'flow' && (deps.publicUrl === null || !deps.publicUrl.startsWith('https://'))) {
    findings.push(
      'Flow cannot confirm payments without a public https address: set PUBLIC_URL (the poller still finds them)',
    )
  }
  return { tenant: tenant.slug, provider: wanted.provider, ok: findings.length === 0, findings }
}
