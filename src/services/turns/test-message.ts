import { createId, conversationId } from '../../ids.ts'
import { BotctlError, EXIT, toErrorDocument, type ErrorDocument } from '../../errors.ts'
import { requireTenant } from '../../store/tenants.ts'
import type { Store } from '../../store/store.ts'
import type { Drive } from './drive.ts'
import type { TurnDocument } from './types.ts'

/** Who writes where nobody is named: a number that no Chilean operator assigns. */
export const DEFAULT_SENDER = '+56900000000'

export interface TestMessage {
  tenant: string
  from: string
  text: string
  /** A tapped button's id, with its title as the text. */
  choiceId?: string
}

/**
 * One message through the real engine and the real database, with no provider. Throws `tenant_not_found` (66),
 * `sender_invalid` (65).
 */
export function createTester(deps: { store: Store; drive: Drive; now: () => number }) {
  const tenants = new Map<string, string>()
  return async function test(message: TestMessage): Promise<TurnDocument> {
    const tenantId = tenants.get(message.tenant) ?? (await requireTenant(deps.store.db, message.tenant)).id
    tenants.set(message.tenant, tenantId)
    const phone = normalizePhone(message.from)
    return deps.drive.turn({
      tenantId,
      conversationId: conversationId(tenantId, phone),
      channelId: null,
      sender: { phone, userId: null, name: null },
      messages: [
        {
          id: createId('tst'),
          at: deps.now(),
          kind: message.choiceId === undefined ? 'text' : 'choice',
          text: message.text.replaceAll('\u0000', '').toWellFormed().slice(0, 4096),
          ...(message.choiceId === undefined ? {} : { choiceId: message.choiceId }),
        },
      ],
    })
  }
}

/** A line a message in, a document a line out, in order; a line that cannot be played is answered with its error. */
export async function* playBatch(
  test: (message: TestMessage) => Promise<TurnDocument>,
  lines: AsyncIterable<string>,
  defaults: { tenant?: string; from?: string },
): AsyncGenerator<TurnDocument | (ErrorDocument & { line: number })> {
  let line = 0
  for await (const text of lines) {
    line += 1
    if (text.trim() === '') continue
    try {
      yield await test(readLine(text, defaults))
    } catch (error) {
      yield { ...toErrorDocument(error), line }
    }
  }
}

function readLine(text: string, defaults: { tenant?: string; from?: string }): TestMessage {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new BotctlError('line_not_json', 'the line is not JSON', {
      hint: 'one object a line: {"tenant":"…","from":"+569…","text":"…"}',
    })
  }
  const {
    tenant,
    from,
    text: said,
    choice,
  } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  const shop = tenant ?? defaults.tenant
  if (typeof shop !== 'string' || typeof said !== 'string') {
    throw new BotctlError('line_incomplete', 'the line needs a tenant and a text', {
      hint: 'one object a line: {"tenant":"…","from":"+569…","text":"…"}',
    })
  }
  const sender = from ?? defaults.from ?? DEFAULT_SENDER
  if (typeof sender !== 'string' && typeof sender !== 'number') throw invalidSender()
  return { tenant: shop, from: String(sender), text: said, ...(typeof choice === 'string' ? { choiceId: choice } : {}) }
}

/** E.164 with +. Spaces and hyphens are taken out; nine digits are a Chilean mobile. */
export function normalizePhone(from: string): string {
  const digits = from.replace(/^whatsapp:/, '').replace(/[\s()-]/g, '')
  if (/^\+?\d{8,15}$/.test(digits)) {
    const bare = digits.replace(/^\+/, '')
    return bare.length === 9 && bare.startsWith('9') ? `+56${bare}` : `+${bare}`
  }
  throw invalidSender()
}

function invalidSender(): BotctlError {
  return new BotctlError('sender_invalid', 'the sender is no phone number', {
    hint: 'write it as +56912345678',
    exit: EXIT.badData,
  })
}
