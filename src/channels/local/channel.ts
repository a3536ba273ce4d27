import { createHash } from 'node:crypto'
import type { Channel, OutgoingBubble } from '../port.ts'

/**
 * No provider: the test webhook, `test-message` and quickstart. What is sent is handed to `deliver`; the id follows from
 * our own, so sending twice is seen.
 */
export function createLocalChannel(options: { deliver?: (bubble: OutgoingBubble) => void } = {}): Channel {
  return {
    provider: 'local',
    render: (reply) => [reply],
    async send(_account, bubble) {
      options.deliver?.(bubble)
      const digest = createHash('sha256').update(bubble.opaqueId).digest('hex').slice(0, 24)
      return { ok: true, providerMessageId: `local.${digest}` }
    },
    async acknowledge() {},
    async verify() {
      return { ok: true, findings: [] }
    },
  }
}
