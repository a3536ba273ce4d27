import { countUnits } from '../commerce/cart.ts'
import type { UnderstandContext, Understanding } from '../understand/types.ts'
import { withBudget } from './budget.ts'
import { byClause } from './clauses.ts'
import { askedOf } from './state.ts'
import { evidenceOf, note, openOrders, type Talk } from './talk.ts'

/** Understands `talk.text` in the conversation as it stands, and notes how it came to that. */
export function understandTalk(talk: Talk): Understanding {
  const { asked, field } = askedOf(talk.state)
  const context: UnderstandContext = {
    asked,
    field,
    listed: talk.state.listFresh ? talk.state.listed.length : 0,
    focus: talk.state.focus.length > 0,
    cartItems: countUnits(talk.state.cart),
    openOrder: openOrders(talk).length > 0,
    evidence: evidenceOf(talk, talk.text),
  }
  const read = (clause: string) => talk.faculties.understand(clause, { ...context, evidence: evidenceOf(talk, clause) })
  const u = byClause(talk, withBudget(talk, talk.faculties.understand(talk.text, context)), read)
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
