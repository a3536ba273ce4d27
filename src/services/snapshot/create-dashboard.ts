import type { Store } from '../../store/store.ts'
import { createSource } from './create-source.ts'
import type { DashboardActions, DashboardSource } from './source.ts'

export interface DashboardDeps {
  store: Store
  now: () => number
}

/** What a live screen needs: where its data comes from, and, where it may change anything, what its keys do. */
export function createDashboard(
  deps: DashboardDeps,
  _options: { readonly: boolean },
): { source: DashboardSource; actions: DashboardActions | null } {
  return { source: createSource(deps), actions: null }
}
