import { longForm } from '../text/shorthand.ts'
import { foldPhrase } from '../text/fold.ts'
import type { Intent } from '../types.ts'
import {
  addition,
  addsAnother,
  addsInSpite,
  addsToSummary,
  cartWithoutAWord,
  contentsOfCart,
  counted,
  countsTheLine,
  fewerOfALine,
  keepsOnly,
  recountsLines,
  nothingToClear,
  priceOfAnother,
  removalWithoutAWord,
  takesAll,
  takesIt,
  takesSomeOut,
  thatIsAll,
  totalOfCart,
} from './rules/cart-rules.ts'
import {
  acceptsConditionally,
  amendsOrder,
  boughtBefore,
  comunaAlone,
  correctsAddress,
  link,
  nameAlone,
  nothingToCancel,
  numbersAnOrder,
  paysRatherThanNods,
  tellsOfTheCase,
  timeOfArrival,
  timeOfDelivery,
} from './rules/order-rules.ts'
import {
  answeredBySheet,
  askedOfFocus,
  asksHowItWorks,
  asksLooksOfFocus,
  asksWhenItComes,
  comparesShown,
  datelessArrival,
  ellipsis,
  idleQuestion,
  leavesTheChoice,
  likeness,
  misuse,
  namedRatherThanKind,
  needTold,
  oneOfTheList,
  otherOne,
  priceAsked,
  priceOfFocus,
  returnsWithoutAWord,
  somethingForIt,
  stillThePrice,
  wantsNews,
} from './rules/question-rules.ts'
import { asksToSeeIt } from './rules/photo-rules.ts'
import {
  allNo,
  allYes,
  askedOfShop,
  clearWithoutAWord,
  ifItFails,
  kindsAsked,
  measureNotPrice,
  namedAndCounted,
  noButCount,
  noButLook,
  noButOther,
  nothingToRemove,
  notThatOne,
  onTheSheet,
  qualityAlone,
  qualityOfThing,
  somethingElse,
  shippingWithoutAWord,
  superlativeOfThem,
  takesTheRest,
  whichOnes,
} from './rules/pointing-rules.ts'
import { FIRM, type Rule, type Seen, type Verdict } from './rules/rule.ts'
import { asksOpening } from './rules/shop-rules.ts'
import {
  addsDuringCheckout,
  forAnOccasion,
  kindAtTheEnd,
  looksFor,
  namedButForLooks,
  namesInstead,
  ordersByName,
  ordersInAStory,
  soManyFor,
} from './rules/story-rules.ts'
import {
  askedOfThing,
  asksWhatToDo,
  carriesIt,
  furious,
  haveAnother,
  pointsAtOne,
  someOther,
  whenAgain,
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
    if (process.env.DBG)
      console.error('RULE', rule.name, seen.intent, '->', verdict.intent, JSON.stringify(talk.u.entities.mentions))
    if (verdict.intent !== seen.intent) note(talk, `${seen.intent} taken as ${verdict.intent}: ${verdict.because}`)
    return verdict.intent
  }
  return seen.intent
}

/** The order decides: what an open order or a summary makes of a message comes before what a list or a cart does. */
const RULES: readonly Rule[] = [
  link,
  acceptsConditionally,
  asksOpening,
  somethingForIt,
  idleQuestion,
  asksHowItWorks,
  wantsNews,
  datelessArrival,
  timeOfArrival,
  timeOfDelivery,
  addsDuringCheckout,
  addsToSummary,
  amendsOrder,
  tellsOfTheCase,
  nameAlone,
  nothingToCancel,
  correctsAddress,
  comunaAlone,
  asksToSeeIt,
  boughtBefore,
  numbersAnOrder,
  addsInSpite,
  takesAll,
  fewerOfALine,
  keepsOnly,
  recountsLines,
  addsAnother,
  thatIsAll,
  takesSomeOut,
  takesTheRest,
  noButCount,
  notThatOne,
  noButOther,
  noButLook,
  allNo,
  nothingToRemove,
  allYes,
  ifItFails,
  shippingWithoutAWord,
  whichOnes,
  cartWithoutAWord,
  returnsWithoutAWord,
  nothingToClear,
  priceOfAnother,
  clearWithoutAWord,
  asksWhatToDo,
  furious,
  firm,
  oneOfTheList,
  asksLooksOfFocus,
  leavesTheChoice,
  asksWhenItComes,
  soManyFor,
  carriesIt,
  pointsAtOne,
  someOther,
  ordersByName,
  ordersInAStory,
  namesInstead,
  looksFor,
  forAnOccasion,
  namedButForLooks,
  kindAtTheEnd,
  whenAgain,
  askedOfThing,
  whichIsBest,
  haveAnother,
  superlativeOfThem,
  onTheSheet,
  qualityAlone,
  stillThePrice,
  somethingElse,
  takesIt,
  comparesShown,
  otherOne,
  needTold,
  countsTheLine,
  contentsOfCart,
  askedOfFocus,
  totalOfCart,
  removalWithoutAWord,
  paysRatherThanNods,
  answeredBySheet,
  kindsAsked,
  namedRatherThanKind,
  measureNotPrice,
  qualityOfThing,
  askedOfShop,
  priceAsked,
  priceOfFocus,
  namedAndCounted,
  addition,
  likeness,
  counted,
  ellipsis,
  misuse,
]

/** What is said plainly is not argued with; the rules before it know better even so. */
function firm(_: Talk, { intent, confidence }: Seen): Verdict {
  return FIRM.has(intent) && confidence > 0.6 ? { intent, because: 'said plainly' } : null
}
