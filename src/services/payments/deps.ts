import type { EpochMs } from '../../engine/types.ts'
import type { Log } from '../../log.ts'
import type { PaymentProvider } from '../../payments/port.ts'
import type { Store } from '../../store/store.ts'

/** Who collects for a shop. */
export interface PaymentDirectory {
  /**
   * The provider with this shop's own keys (or the environment's, where it has none).
   * Throws `payment_account_missing` (exit 78) where there is no account.
   */
  provider(tenantId: string, name: string): Promise<PaymentProvider>
}

/** What money services are made from. */
export interface MoneyDeps {
  store: Store
  now: () => EpochMs
  log: Log
  /** PUBLIC_URL, or the daemon's own address: where providers call back and local links lead. No slash at its end. */
  baseUrl: string
  providers: PaymentDirectory
}
