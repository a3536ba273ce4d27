import type { Reply } from '../engine/types.ts'

/**
 * A reply as plain text, its options numbered from 1 in the order of buttons or rows (through all sections), so that a
 * shopper can answer with the number where the channel has no buttons. The dialogue resolves "2" against the same order.
 */
export function replyAsText(reply: Reply): string {
  switch (reply.type) {
    case 'text':
      return reply.text
    case 'buttons':
      return withOptions(reply.text, numbered(reply.buttons.map((button) => button.title)))
    case 'list':
      return withOptions(reply.text, listLines(reply.sections))
    case 'link':
      return `${reply.text}\n\n${reply.title}: ${reply.url}`.trim()
    case 'image':
      return reply.text === '' ? reply.url : `${reply.text}\n${reply.url}`
  }
}

/** All replies of a turn as one text: `respuesta` of the test webhook. */
export function repliesAsText(replies: readonly Reply[]): string {
  return replies.map(replyAsText).join('\n\n')
}

const ASK_FOR_NUMBER = 'Responde con el número de tu opción.'

function withOptions(text: string, options: string): string {
  if (options === '') return text
  return `${text}\n\n${options}\n\n${ASK_FOR_NUMBER}`.trim()
}

function numbered(titles: readonly string[]): string {
  return titles.map((title, index) => `${index + 1}. ${title}`).join('\n')
}

function listLines(sections: Extract<Reply, { type: 'list' }>['sections']): string {
  const lines: string[] = []
  let number = 0
  const filled = sections.filter((section) => section.rows.length > 0)
  for (const section of filled) {
    // One section alone needs no heading: the text above already is one.
    if (filled.length > 1 && section.title !== '') lines.push(`${lines.length > 0 ? '\n' : ''}*${section.title}*`)
    for (const row of section.rows) {
      number++
      lines.push(`${number}. ${row.title}${row.description ? ` – ${row.description}` : ''}`)
    }
  }
  return lines.join('\n')
}
