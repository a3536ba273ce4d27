import type { Channel } from '../port.ts'
import type { Requester } from '../request.ts'
import { renderForMeta } from './render.ts'
import { acknowledgeViaMeta, META_GRAPH_URL, META_GRAPH_VERSION, sendViaMeta } from './send.ts'
import type { MetaApi } from './send.ts'
import { verifyMeta } from './verify.ts'

/** WhatsApp through Meta's Cloud API. */
export function createMetaChannel(options: {
  request: Requester
  graphUrl?: string | null
  version?: string | null
}): Channel {
  const api: MetaApi = {
    request: options.request,
    graphUrl: options.graphUrl ?? META_GRAPH_URL,
    version: options.version ?? META_GRAPH_VERSION,
  }
  return {
    provider: 'meta',
    render: renderForMeta,
    send: (account, bubble) => sendViaMeta(api, account, bubble),
    acknowledge: (account, providerMessageId) => acknowledgeViaMeta(api, account, providerMessageId),
    verify: (account) => verifyMeta(api, account),
  }
}
