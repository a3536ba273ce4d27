import { styleText } from 'node:util'
import stringWidth from 'string-width'
import type { Reply } from '../engine/types.ts'

/** A chat as it looks on a phone: the shopper on the right, the bot on the left, latency beside its first bubble. */
export function chatText(said: string, replies: readonly Reply[], latencyMs: number, width: number): string {
  const wide = Math.max(30, Math.min(width, 100))
  const bubble = Math.floor(wide * 0.7)
  const lines: string[] = []
  for (const line of box(said.split('\n'), bubble)) {
    lines.push(' '.repeat(Math.max(0, wide - stringWidth(line))) + styleText('cyan', line))
  }
  for (const [index, reply] of replies.entries()) {
    const drawn = box(replyLines(reply), bubble)
    for (const [row, line] of drawn.entries()) {
      const beside = index === 0 && row === 1 ? styleText('dim', `  ${latencyMs.toFixed(1)} ms`) : ''
      lines.push(styleText('green', line) + beside)
    }
  }
  return lines.join('\n')
}

function replyLines(reply: Reply): string[] {
  const text = reply.text.split('\n')
  if (reply.type === 'buttons') return [...text, ...reply.buttons.map((button) => `[ ${button.title} ]`)]
  if (reply.type === 'link') return [...text, `[ ${reply.title} ]`, reply.url]
  if (reply.type === 'image') return [`(image ${reply.url})`, ...text]
  if (reply.type === 'list') {
    return [...text, ...reply.sections.flatMap((section) => section.rows.map((row) => `· ${row.title}`))]
  }
  return text
}

function box(paragraphs: readonly string[], most: number): string[] {
  const rows = paragraphs.flatMap((paragraph) => wrap(paragraph, most - 4))
  const inner = Math.max(...rows.map((row) => stringWidth(row)))
  return [
    `╭${'─'.repeat(inner + 2)}╮`,
    ...rows.map((row) => `│ ${row}${' '.repeat(inner - stringWidth(row))} │`),
    `╰${'─'.repeat(inner + 2)}╯`,
  ]
}

/** Breaks at spaces; a word that is wider than the line (a link) keeps its own line whole. */
function wrap(text: string, most: number): string[] {
  const rows: string[] = []
  let row = ''
  for (const word of text.split(' ')) {
    const longer = row === '' ? word : `${row} ${word}`
    if (row !== '' && stringWidth(longer) > most) {
      rows.push(row)
      row = word
    } else row = longer
  }
  return [...rows, row]
}
