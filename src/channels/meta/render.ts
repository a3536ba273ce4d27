import type { ListRow, Reply, ReplyButton } from '../../engine/types.ts'
import { LIMITS } from '../limits.ts'
import { replyAsText } from '../numbered.ts'
import { clipLine, codePoints, splitText } from '../text.ts'

/**
 * One reply as the bubbles that the Cloud API takes (meta.md §8). Text too long for the part that carries buttons goes
 * ahead in bubbles of its own; more buttons than three become a list; more rows than ten, further lists.
 */
export function renderForMeta(reply: Reply): Reply[] {
  switch (reply.type) {
    case 'text':
      return textBubbles(reply.text)
    case 'buttons':
      return renderButtons(reply)
    case 'list':
      return renderList(reply)
    case 'link':
      return renderLink(reply)
    case 'image':
      return renderImage(reply)
  }
}

function textBubbles(text: string): Reply[] {
  // The API refuses an empty body, and there is nothing to say in one.
  if (text.trim() === '') return []
  return splitText(text, LIMITS.textBody).map((piece) => ({ type: 'text', text: piece }))
}

/** The text ahead of an interactive part, and what remains for its body. */
function splitBody(text: string): { ahead: Reply[]; body: string } {
  if (text.trim() === '') return { ahead: [], body: '…' }
  if (codePoints(text) <= LIMITS.interactiveBody) return { ahead: [], body: text }
  const pieces = splitText(text, LIMITS.interactiveBody)
  const body = pieces.pop() ?? ''
  return { ahead: textBubbles(pieces.join('\n\n')), body }
}

function renderButtons(reply: Extract<Reply, { type: 'buttons' }>): Reply[] {
  const buttons = usable(reply.buttons, LIMITS.buttonId)
  if (buttons.length === 0) return textBubbles(replyAsText(reply))
  if (buttons.length > LIMITS.buttons) {
    return renderList({
      type: 'list',
      text: reply.text,
      button: 'Ver opciones',
      sections: [{ title: '', rows: buttons }],
    })
  }
  const { ahead, body } = splitBody(reply.text)
  const titles = uniqueTitles(buttons, LIMITS.buttonTitle)
  return [
    ...ahead,
    {
      type: 'buttons',
      text: body,
      buttons: buttons.map((button, index) => ({ id: button.id, title: titles[index] ?? '' })),
    },
  ]
}

function renderList(reply: Extract<Reply, { type: 'list' }>): Reply[] {
  const sections = reply.sections
    .map((section) => ({ title: section.title, rows: usable(section.rows, LIMITS.rowId) }))
    .filter((section) => section.rows.length > 0)
  if (sections.length === 0) return textBubbles(reply.text)
  const { ahead, body } = splitBody(reply.text)
  const button = clipLine(reply.button, LIMITS.listButton) || 'Ver opciones'
  const lists = pages(sections).map((page, index): Reply => ({
    type: 'list',
    text: index === 0 ? body : 'Más opciones:',
    button,
    sections: page,
  }))
  return [...ahead, ...lists]
}

/** At most ten rows in all and ten sections a list; several sections need a title each. */
function pages(sections: Array<{ title: string; rows: ListRow[] }>): Array<Array<{ title: string; rows: ListRow[] }>> {
  const found: Array<Array<{ title: string; rows: ListRow[] }>> = []
  let page: Array<{ title: string; rows: ListRow[] }> = []
  let room: number = LIMITS.listRows
  for (const section of sections) {
    let rows = section.rows
    while (rows.length > 0) {
      if (room === 0) {
        found.push(page)
        page = []
        room = LIMITS.listRows
      }
      const taken = rows.slice(0, room)
      page.push({ title: section.title, rows: taken })
      room -= taken.length
      rows = rows.slice(taken.length)
    }
  }
  if (page.length > 0) found.push(page)
  return found.map((list) =>
    list.map((section) => {
      const title = clipLine(section.title, LIMITS.sectionTitle)
      const titles = uniqueTitles(section.rows, LIMITS.rowTitle)
      return {
        title: title === '' && list.length > 1 ? 'Más' : title,
        rows: section.rows.map((row, index) => fitRow(row, titles[index] ?? '')),
      }
    }),
  )
}

/** A name too long for the title goes on in the description, ahead of what stands there. */
function fitRow(row: ListRow, title: string): ListRow {
  const full = row.title.replaceAll(/\s+/g, ' ').trim()
  const given = row.description ?? ''
  const wanted = title !== full && !given.includes(full) ? [full, given].filter(Boolean).join(' · ') : given
  // The price at the description's end must survive: where both do not fit, the description alone stands.
  const description =
    codePoints(wanted) <= LIMITS.rowDescription ? wanted : clipLine(given || wanted, LIMITS.rowDescription)
  return { id: row.id, title, ...(description === '' ? {} : { description }) }
}

function renderLink(reply: Extract<Reply, { type: 'link' }>): Reply[] {
  // The button takes https alone; a link of a local payment page stays readable as text.
  if (!/^https:\/\//i.test(reply.url)) return textBubbles(replyAsText(reply))
  const { ahead, body } = splitBody(reply.text)
  return [
    ...ahead,
    { type: 'link', text: body, title: clipLine(reply.title, LIMITS.linkTitle) || 'Abrir', url: reply.url },
  ]
}

function renderImage(reply: Extract<Reply, { type: 'image' }>): Reply[] {
  // The provider fetches the picture itself: what it cannot reach is worth nothing to the shopper.
  if (!/^https?:\/\//i.test(reply.url)) return textBubbles(reply.text)
  if (codePoints(reply.text) <= LIMITS.caption) return [reply]
  return [{ type: 'image', url: reply.url, text: '' }, ...textBubbles(reply.text)]
}

/** Options that can be sent: with a title, with an id that fits, each id once. */
function usable<Option extends ReplyButton>(options: readonly Option[], idMax: number): Option[] {
  const seen = new Set<string>()
  return options.filter((option) => {
    if (option.title.trim() === '' || option.id === '' || codePoints(option.id) > idMax || seen.has(option.id))
      return false
    seen.add(option.id)
    return true
  })
}

/** Titles must differ after they were cut: "Aceite CBD 10% 30ml" and "… 60ml" get a number at their end. */
function uniqueTitles(options: readonly ReplyButton[], max: number): string[] {
  const seen = new Set<string>()
  return options.map((option) => {
    let title = clipLine(option.title, max)
    for (let number = 2; seen.has(title); number++) {
      const suffix = ` ${number}`
      title = `${clipLine(option.title, max - suffix.length)}${suffix}`
    }
    seen.add(title)
    return title
  })
}
