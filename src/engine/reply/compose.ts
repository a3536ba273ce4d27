import type { Reply } from '../types.ts'
import { clip, codePoints } from './format.ts'

/** Meta's limits for interactive bodies; longer text goes before them as a bubble of its own. */
const INTERACTIVE_BODY = 1024
const TEXT_BODY = 4000

export interface Draft {
  parts: readonly string[]
  buttons: ReadonlyArray<{ id: string; title: string }>
  rows: { button: string; title: string; rows: Array<{ id: string; title: string; description?: string }> } | null
  image: string | null
}

/**
 * One bubble where one will do: bubbles cost money and three in a row feel like spam. Buttons win over a list, since
 * they answer the question that closes the message.
 */
export function compose(draft: Draft, finish: (text: string) => string): Reply[] {
  const text = clip(finish(draft.parts.filter((part) => part.trim() !== '').join('\n\n')), TEXT_BODY)
  if (text === '') return []
  const buttons = draft.buttons
    .slice(0, 3)
    .map((button) => ({ id: clip(button.id, 256), title: clip(button.title, 20) }))
  const rows = draft.rows?.rows.slice(0, 10) ?? []
  // The caption asks the question, so that a word answers it; a caption too long is the channel's to split.
  if (draft.image !== null) return [{ type: 'image', url: draft.image, text }]
  if (buttons.length === 0 && rows.length === 0) return [{ type: 'text', text }]
  const { before, body } = split(text)
  const lead: Reply[] = before === '' ? [] : [{ type: 'text', text: before }]
  if (buttons.length > 0) return [...lead, { type: 'buttons', text: body, buttons: distinct(buttons) }]
  return [
    ...lead,
    {
      type: 'list',
      text: body,
      button: clip(draft.rows?.button ?? 'Ver opciones', 20),
      sections: [{ title: clip(draft.rows?.title ?? 'Opciones', 24), rows }],
    },
  ]
}

/** The end of the text stays with the buttons: that is where the question stands. */
function split(text: string): { before: string; body: string } {
  if (codePoints(text) <= INTERACTIVE_BODY) return { before: '', body: text }
  const paragraphs = text.split('\n\n')
  let body = paragraphs.pop() ?? ''
  while (paragraphs.length > 0 && codePoints(body) + codePoints(paragraphs.at(-1) ?? '') + 2 <= INTERACTIVE_BODY) {
    body = `${paragraphs.pop() ?? ''}\n\n${body}`
  }
  return { before: paragraphs.join('\n\n'), body: clip(body, INTERACTIVE_BODY) }
}

/** Providers refuse two buttons of one title. */
function distinct(buttons: Array<{ id: string; title: string }>): Array<{ id: string; title: string }> {
  const seen = new Set<string>()
  return buttons.filter(({ title }) => !seen.has(title) && Boolean(seen.add(title)))
}
