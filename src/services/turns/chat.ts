import { createInterface } from 'node:readline/promises'
import { styleText } from 'node:util'
import type { Reply } from '../../engine/types.ts'
import type { TurnDocument } from './types.ts'

/** A turn for the eye: the bot's bubbles, and below how it was understood. */
export function turnText(document: TurnDocument): string {
  const bubbles = document.replies.map(bubbleText)
  const sure = `${document.intent} ${Math.round(document.confidence * 100)} % · ${document.source} · ${document.latency_ms.toFixed(1)} ms`
  return [...bubbles, styleText('dim', sure)].join('\n')
}

/** A conversation on the terminal until end of input or Ctrl-C.  */
export async function runChat(send: (text: string) => Promise<TurnDocument>): Promise<void> {
  const reader = createInterface({ input: process.stdin, output: process.stderr })
  process.stderr.write(styleText('dim', 'Write as a shopper would; Ctrl-D ends.\n'))
  reader.setPrompt(styleText('cyan', '› '))
  reader.prompt()
  for await (const line of reader) {
    if (line.trim() !== '') process.stdout.write(`${turnText(await send(line))}\n`)
    reader.prompt()
  }
  reader.close()
  process.stderr.write('\n')
}

export function bubbleText(reply: Reply): string {
  const text = reply.text
    .split('\n')
    .map((line) => `${styleText('green', '│')} ${line}`)
    .join('\n')
  if (reply.type === 'buttons')
    return `${text}\n${reply.buttons.map((button) => styleText('inverse', ` ${button.title} `)).join(' ')}`
  if (reply.type === 'list') return `${text}\n${styleText('inverse', ` ${reply.button} ▾ `)}`
  if (reply.type === 'link') return `${text}\n${styleText('inverse', ` ${reply.title} → ${reply.url} `)}`
  if (reply.type === 'image') return `${styleText('dim', `[image ${reply.url}]`)}\n${text}`
  return text
}
