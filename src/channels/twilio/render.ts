import type { Reply } from '../../engine/types.ts'
import { LIMITS } from '../limits.ts'
import { replyAsText } from '../numbered.ts'
import { codePoints, splitText } from '../text.ts'

/**
 * One reply as the bubbles that Twilio takes: text of 1,600 characters, and pictures. Buttons and lists become numbered
 * text: Twilio's own need a stored Content resource per shape, approved outside a session, while a number typed by the
 * shopper always works.
 */
export function renderForTwilio(reply: Reply): Reply[] {
  if (reply.type === 'image') {
    // Twilio fetches the picture itself, so it must be public.
    if (!/^https?:\/\//i.test(reply.url)) return textBubbles(reply.text)
    if (codePoints(reply.text) <= LIMITS.caption) return [reply]
    return [{ type: 'image', url: reply.url, text: '' }, ...textBubbles(reply.text)]
  }
  return textBubbles(replyAsText(reply))
}

function textBubbles(text: string): Reply[] {
  if (text.trim() === '') return []
  return splitText(text, LIMITS.twilioBody).map((piece) => ({ type: 'text', text: piece }))
}
