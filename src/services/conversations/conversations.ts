import { BotctlError, EXIT } from '../../errors.ts'
import { createId } from '../../ids.ts'
import { addSaying, findConversation, setConversationMode, type Conversation } from '../../store/conversations.ts'
import { enqueueBubble, withdrawBubbles } from '../../store/outbox.ts'
import type { Db, Store } from '../../store/store.ts'
import { recordBy, type AuditedBy } from '../audit/record-audit.ts'

/** A takeover that nobody ends: after eight hours, a working day, the bot answers again rather than nobody. */
export const TAKEOVER_MS = 8 * 3_600_000

type Deps = AuditedBy & { store: Store }

export interface ModeChange {
  conversation: string
  mode: Conversation['mode']
  by: string | null
  until: number | null
}

/**
 * A person takes the conversation: the bot listens and is quiet until it is released, or for eight hours, and what it had
 * still to say is dropped.
 */
export async function takeOver(
  deps: Deps,
  request: { id: string; tenantId?: string; by: string },
): Promise<ModeChange> {
  const conversation = await requireConversation(deps, request.id, request.tenantId)
  const now = deps.now()
  if (
    conversation.mode === 'human' &&
    conversation.takeoverBy !== request.by &&
    (conversation.takeoverUntil ?? Infinity) > now
  ) {
    throw new BotctlError('conversation_taken', 'somebody else has this conversation', {
      hint: 'let them release it first',
      exit: EXIT.notAllowed,
    })
  }
  const until = now + TAKEOVER_MS
  await deps.store.transaction(async (trx) => {
    await setConversationMode(trx, conversation, { mode: 'human', reason: 'takeover', by: request.by, until }, now)
    await withdrawBubbles(trx, keyOf(conversation))
    await audit(deps, trx, 'takeover', conversation, { mode: 'human', by: request.by })
  })
  return { conversation: request.id, mode: 'human', by: request.by, until }
}

/** The bot answers again, from where the shopper left off. */
export async function release(deps: Deps, request: { id: string; tenantId?: string }): Promise<ModeChange> {
  const conversation = await requireConversation(deps, request.id, request.tenantId)
  const now = deps.now()
  await deps.store.transaction(async (trx) => {
    await setConversationMode(trx, conversation, { mode: 'bot', reason: null, by: null, until: null }, now)
    await audit(deps, trx, 'release', conversation, { mode: 'bot', by: null })
  })
  return { conversation: request.id, mode: 'bot', by: null, until: null }
}

/**
 * An operator's words to a shopper, through the outbox like every bubble. The conversation becomes theirs: a bot that
 * answers the shopper's answer would talk over them.
 */
export async function replyAsOperator(
  deps: Deps,
  request: { id: string; tenantId?: string; by: string; text: string },
): Promise<{ conversation: string; queued: boolean; windowOpen: boolean }> {
  const text = request.text.trim()
  if (text === '' || text.length > 4096) {
    throw new BotctlError('text_invalid', 'the text is empty or longer than 4,096 characters', { exit: EXIT.badData })
  }
  const conversation = await requireConversation(deps, request.id, request.tenantId)
  const now = deps.now()
  const messageId = createId('opr')
  await deps.store.transaction(async (trx) => {
    await setConversationMode(
      trx,
      conversation,
      { mode: 'human', reason: 'reply', by: request.by, until: now + TAKEOVER_MS },
      now,
    )
    await withdrawBubbles(trx, keyOf(conversation))
    await addSaying(trx, { ...keyOf(conversation), messageId, author: 'operator', text, now })
    await enqueueBubble(
      trx,
      {
        ...keyOf(conversation),
        channelId: conversation.channelId,
        source: `operator:${messageId}`,
        class: 'operator',
        body: { reply: { type: 'text', text } },
      },
      now,
    )
    // What was said stands in the conversation; here its length is enough.
    const after = { mode: 'human' as const, by: request.by, characters: text.length }
    await audit(deps, trx, 'reply', conversation, after)
  })
  // The 24 hours are decided at dispatch; the operator is told now, while the answer can still be changed.
  return { conversation: request.id, queued: true, windowOpen: now - (conversation.lastInboundAt ?? 0) < 86_400_000 }
}

export async function requireConversation(
  deps: { store: Store },
  id: string,
  tenantId?: string,
): Promise<Conversation> {
  const conversation = await findConversation(deps.store.db, id, tenantId)
  if (conversation) return conversation
  throw new BotctlError('conversation_not_found', 'there is no conversation with that id', {
    hint: 'botctl conversation list shows them',
    exit: EXIT.notFound,
  })
}

async function audit(
  deps: Deps,
  trx: Db,
  action: 'takeover' | 'release' | 'reply',
  conversation: Conversation,
  after: { mode: Conversation['mode']; by: string | null; characters?: number },
): Promise<void> {
  await recordBy(deps, trx, {
    tenantId: conversation.tenantId,
    action: `conversation.${action}`,
    object: conversation.id,
    before: { mode: conversation.mode, by: conversation.takeoverBy },
    after,
  })
}

function keyOf(conversation: Conversation): { tenantId: string; conversationId: string } {
  return { tenantId: conversation.tenantId, conversationId: conversation.id }
}
