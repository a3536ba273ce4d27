/** The replies of a turn (JSON of `Reply[]`) as one readable text; null where there are none. */
export function replyText(replies: string): string | null {
  let parsed: unknown
  try {
    parsed = JSON.parse(replies)
  } catch {
    return null
  }
  if (!Array.isArray(parsed)) return null
  const texts = parsed.flatMap((reply: unknown) => bubbleText(reply) ?? [])
  return texts.length === 0 ? null : texts.join('\n')
}

/** One bubble's words with its buttons or rows in brackets; null for what is not a bubble. */
export function bubbleText(reply: unknown): string | null {
  if (typeof reply !== 'object' || reply === null) return null
  const bubble = reply as Record<string, unknown>
  const words = text(bubble['text'])
  if (bubble['type'] === 'template') return `template ${text(bubble['name'])}`
  if (bubble['type'] === 'image') return `🖼 ${words || text(bubble['url'])}`
  if (bubble['type'] === 'link') return `${words}\n[${text(bubble['title']) || 'link'}]`
  const rows = list(bubble['sections']).flatMap((section) => list(section['rows']))
  const choices = [...list(bubble['buttons']), ...rows].map((choice) => `[${text(choice['title'])}]`).join(' ')
  return choices === '' ? words : `${words}\n${choices}`
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function list(value: unknown): Array<Record<string, unknown>> {
  return Array.isArray(value) ? (value as Array<Record<string, unknown>>) : []
}
