import { longForm } from '../text/shorthand.ts'
import { foldPhrase } from '../text/fold.ts'
import type { Intent } from '../types.ts'
import { kindlyYes, noButLook, notThisButThat, takesTheRest, theOtherOne } from './rules/answer-rules.ts'
import { addition, addsToSummary, emptiesCart, haggles, takesAll } from './rules/cart-rules.ts'
import { asksWhatOfIt } from './rules/deed-rules.ts'
import { ellipsis } from './rules/ellipsis-rules.ts'
import { addsAnother, enough, notSoMany, shallBe, soManyRather, theOtherWay } from './rules/number-rules.ts'
import { acceptsConditionally, cameBad, link, paysRatherThanNods, tellsOfTheCase } from './rules/order-rules.ts'
import { asksToSeeIt } from './rules/photo-rules.ts'
import { andOneInSize, andThatSize, kindsAsked, superlativeOfThem } from './rules/pointing-rules.ts'
import { priceOfSoMany, priceOfTheCart } from './rules/price-rules.ts'
import { idleQuestion, needTold, tellsItsSize } from './rules/question-rules.ts'
import { keepsOnly, takesItOut } from './rules/removal-rules.ts'
import { FIRM, type Rule, type Seen, type Verdict } from './rules/rule.ts'
import { answeredBySheet, howManyLeft, whenAgain } from './rules/sheet-rules.ts'
import { asksOpening } from './rules/shop-rules.ts'
import { addsDuringCheckout, kindAtTheEnd, ofSeveralFor, wantsTheOnlyOne } from './rules/story-rules.ts'
import {
  asksWhatToDo,
  namedAtLeast,
  namedByCode,
  pointsAtOne,
  thingOrKind,
  whichIsBest,
} from './rules/subject-rules.ts'
import { focused } from './show-products.ts'
import { note, type Talk } from './talk.ts'

/**
 * The understanding knows words and what was asked; this knows the shop, the product being talked about, the list on the
 * screen and the cart. Each rule is about the conversation, never about one shop's words. The first that speaks counts.
 */
export function decideIntent(talk: Talk): Intent {
  const seen: Seen = {
    intent: talk.u.intent,
    confidence: talk.u.confidence,
    // "jajaja ya, un jack daniels": laughter says nothing of what is wanted.
    phrase: longForm(foldPhrase(talk.text)).replace(/^(?:(?:(?:j[aeiou]*){2,}|jsjs\w*|xd+|lol) )+/, ''),
    question: /[?¿]/.test(talk.text),
    cart: talk.state.cart.lines.length > 0,
    about: focused(talk)[0],
  }
  for (const rule of RULES) {
    const verdict = rule(talk, seen)
    if (verdict === null) continue
    if (verdict.intent !== seen.intent) note(talk, `${seen.intent} taken as ${verdict.intent}: ${verdict.because}`)
    return verdict.intent
  }
  return seen.intent
}

/** The order decides: what an open order or a summary makes of a message comes before what a list or a cart does. */
const RULES: readonly Rule[] = [
  // What the checkout waits for, and what is no business of this turn.
  link,
  acceptsConditionally,
  asksOpening,
  idleQuestion,
  haggles,
  emptiesCart,
  takesItOut,
  // When something comes, and what became of an order.
  addsDuringCheckout,
  addsToSummary,
  tellsOfTheCase,
  // Pictures, and what came.
  asksToSeeIt,
  cameBad,
  // Numbers of what is in the cart.
  takesAll,
  keepsOnly,
  notSoMany,
  theOtherWay,
  shallBe,
  soManyRather,
  enough,
  addsAnother,
  // A yes or a no in few words, with what it brings instead.
  kindlyYes,
  takesTheRest,
  theOtherOne,
  notThisButThat,
  noButLook,
  // Guesses that lack the word they would need.
  andOneInSize,
  andThatSize,
  priceOfSoMany,
  priceOfTheCart,
  asksWhatToDo,
  // From here on, what is said plainly stands.
  firm,
  // The list on the screen.
  pointsAtOne,
  // Stories and orders, and what is told before them.
  ofSeveralFor,
  wantsTheOnlyOne,
  kindAtTheEnd,
  // Questions, by what they are asked of.
  tellsItsSize,
  howManyLeft,
  whenAgain,
  asksWhatOfIt,
  whichIsBest,
  superlativeOfThem,
  thingOrKind,
  // Messages that only what stands on the table makes whole.
  needTold,
  // The cart again, where nothing before it spoke.
  paysRatherThanNods,
  // What a sheet, a kind or a price answers.
  answeredBySheet,
  kindsAsked,
  namedByCode,
  namedAtLeast,
  // What is left: a thing and a number.
  addition,
  ellipsis,
]

/** What is said plainly is not argued with; the rules before it know better even so. */
function firm(_: Talk, { intent, confidence }: Seen): Verdict {
  return FIRM.has(intent) && confidence > 0.6 ? { intent, because: 'said plainly' } : null
}
