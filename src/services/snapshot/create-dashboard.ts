import { BotctlError, EXIT } from '../../errors.ts'
import { findOrder } from '../../store/orders.ts'
import type { Store } from '../../store/store.ts'
import { findTenantById } from '../../store/tenants.ts'
import { recordAudit } from '../audit/record-audit.ts'
import { closeCaseAs } from '../cases/manage-cases.ts'
import { release, replyAsOperator, takeOver } from '../conversations/conversations.ts'
import { resendLink } from '../orders/resend-link.ts'
import { createTenantUpdater } from '../tenants/update-tenant.ts'
import { createSource } from './create-source.ts'
import { dropDeadLetter, retryDeadLetter } from './dead-letters.ts'
import type { DashboardActions, DashboardSource } from './source.ts'

export interface DashboardDeps {
  store: Store
  now: () => number
  /** Who is at the screen: holds conversations and stands in the audit log. */
  actor: string
  /** Where local payment links point to. */
  baseUrl: string
}

/** What a live screen needs: where its data comes from, and, where it may change anything, what its keys do. */
export function createDashboard(
  deps: DashboardDeps,
  options: { readonly: boolean },
): { source: DashboardSource; actions: DashboardActions | null } {
  const source = createSource({
    store: deps.store,
    now: deps.now,
    onReveal: (tenantId, conversationId) => note(deps, tenantId, 'conversation.reveal', conversationId),
  })
  return { source, actions: options.readonly ? null : createActions(deps) }
}

function createActions(deps: DashboardDeps): DashboardActions {
  const { store, now, actor } = deps
  const setStatus = async (tenantId: string, status: 'active' | 'paused'): Promise<string> => {
    const slug = await slugOf(deps, tenantId)
    const { before } = await createTenantUpdater({ store, now })(slug, { status })
    await note(deps, tenantId, status === 'paused' ? 'tenant.pause' : 'tenant.resume', slug, before.status, status)
    return status === 'paused' ? `${slug} is paused: messages wait until you resume it` : `${slug} answers again`
  }
  return {
    async takeOver(tenantId, id) {
      await takeOver({ store, now }, { id, tenantId, by: actor })
      await note(deps, tenantId, 'conversation.takeover', id)
      return 'it is yours for eight hours; r replies, R gives it back'
    },
    async reply(tenantId, id, text) {
      const { windowOpen } = await replyAsOperator({ store, now }, { id, tenantId, by: actor, text })
      await note(deps, tenantId, 'conversation.reply', id)
      return windowOpen
        ? 'your reply is on its way'
        : 'queued, but the shopper wrote more than 24 hours ago: it waits until they write again'
    },
    async release(tenantId, id) {
      await release({ store, now }, { id, tenantId })
      await note(deps, tenantId, 'conversation.release', id)
      return 'the bot answers again'
    },
    async retryDeadLetter(tenantId, id) {
      await retryDeadLetter({ store, now, actor }, { tenantId, id })
      return 'it is back in the queue'
    },
    async dropDeadLetter(tenantId, id) {
      await dropDeadLetter({ store, now, actor }, { tenantId, id })
      return 'it is dropped and will never be sent'
    },
    async closeCase(tenantId, id) {
      const closed = await closeCaseAs({ store, now, actor }, { id, scope: tenantId })
      return `the ${closed.kind.replaceAll('_', ' ')} is closed`
    },
    pauseShop: (tenantId) => setStatus(tenantId, 'paused'),
    resumeShop: (tenantId) => setStatus(tenantId, 'active'),
    async resendPaymentLink(tenantId, orderId) {
      const order = await findOrder(store.db, tenantId, orderId)
      if (order === null)
        throw new BotctlError('order_not_found', 'this order is not there any more', { exit: EXIT.notFound })
      const tenant = await slugOf(deps, tenantId)
      const sent = await resendLink({ store, now, actor, baseUrl: deps.baseUrl }, { tenant, number: order.number })
      if (sent.payment_url === null) return `order ${order.number}: the link follows as soon as the provider made it`
      return sent.told === 'no_channel'
        ? `order ${order.number} has a link, but its shopper has no channel to send it through`
        : `the link of order ${order.number} is on its way`
    },
  }
}

async function slugOf(deps: DashboardDeps, tenantId: string): Promise<string> {
  const tenant = await findTenantById(deps.store.db, tenantId)
  if (tenant !== null) return tenant.slug
  throw new BotctlError('tenant_not_found', 'this shop is not there any more', { exit: EXIT.notFound })
}

async function note(
  deps: DashboardDeps,
  tenantId: string,
  action: string,
  object: string,
  before?: string,
  after?: string,
): Promise<void> {
  await recordAudit(
    deps.store.db,
    {
      tenantId,
      actor: deps.actor,
      action,
      object,
      ...(before !== undefined && { before: { status: before } }),
      ...(after !== undefined && { after: { status: after } }),
    },
    deps.now(),
  )
}
