import type { UnderstandContext, Understanding } from '../understand/types.ts'
import { withBudget } from './budget.ts'
import { byClause } from './clauses.ts'
import { answerFrom } from './product-sheet.ts'
import { focused } from './show-products.ts'
import { askedOf } from './state.ts'
import { evidenceOf, note, openOrders, type Talk } from './talk.ts'

/** Understands `talk.text` in the conversation as it stands, and notes how it came to that. */
export function understandTalk(talk: Talk): Understanding {
  const { asked, field } = askedOf(talk.state)
  const [about] = focused(talk)
  const read = (text: string) => {
    const context: UnderstandContext = {
      asked,
      field,
      listed: talk.state.listFresh ? talk.state.listed.length : 0,
      lastListed: talk.state.listed.length,
      focus: talk.state.focus.length > 0,
      onSheet: about ? answerFrom(about, text).shared : 0,
      cartLines: talk.state.cart.lines.length,
      openOrder: openOrders(talk).length > 0,
      evidence: evidenceOf(talk, text),
    }
    return talk.faculties.understand(text, context)
  }
  const u = byClause(talk, withBudget(talk, read(talk.text)), read)
  note(
    talk,
    `${u.intent} ${u.confidence.toFixed(2)}; else ${u.alternatives
      .slice(0, 2)
      .map((each) => `${each.intent} ${each.confidence.toFixed(2)}`)
      .join(', ')}`,
  )
  for (const because of u.because.slice(0, 6)) note(talk, because)
  return u
}
