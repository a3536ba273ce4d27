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
  meantTheOther,
  moreOfThat,
  notSoMany,
  recountsLines,
  nothingToClear,
  priceOfAnother,
  removalWithoutAWord,
  takesAll,
  takesIt,
  takesItOut,
  removesAtLast,
  removesByName,
  takesSomeOut,
  shallBe,
  soManyRather,
  thatIsAll,
  wantsToBuy,
  thenSoMany,
  totalOfCart,
} from './rules/cart-rules.ts'
import {
  acceptsConditionally,
  amendsOrder,
  answersWithAnAddress,
  boughtBefore,
  comunaAlone,
  correctsAddress,
  link,
  nameAlone,
  nothingToCancel,
  numbersAnOrder,
  paysLater,
  paysRatherThanNods,
  tellsOfTheCase,
  timeOfArrival,
  timeOfDelivery,
} from './rules/order-rules.ts'
import {
  andOneThat,
  asksWhenItComes,
  datelessArrival,
  idleQuestion,
  leavesTheChoice,
  likeness,
  misuse,
  namedRatherThanKind,
  needTold,
  oneOfTheList,
  returnsWithoutAWord,
  somethingForIt,
  tellsItsSize,
  wantsNews,
  inOrder,
  needsAndAsksNot,
  takesLeave,
  wantsThemExchanged,
} from './rules/question-rules.ts'
import { asksToSeeIt } from './rules/photo-rules.ts'
import {
  allNo,
  allYes,
  askedOfShop,
  clearWithoutAWord,
  andThatSize,
  countsOfKin,
  ifItFails,
  kindsAsked,
  namedAndCounted,
  noButCount,
  noButLook,
  noButOther,
  nothingToRemove,
  notThatOne,
  notThisButThat,
  onTheSheet,
  qualityAlone,
  qualityOfThing,
  somethingElse,
  shippingWithoutAWord,
  superlativeOfThem,
  takesTheRest,
  whichOnes,
} from './rules/pointing-rules.ts'
import { asksWhatItDoes, asksWhatOfIt } from './rules/deed-rules.ts'
import { FIRM, type Rule, type Seen, type Verdict } from './rules/rule.ts'
import {
  answeredBySheet,
  askedOfFocus,
  howManyLeft,
  asksHowItWorks,
  asksLooksOfFocus,
  comparesShown,
} from './rules/sheet-rules.ts'
import { ellipsis, otherOne, stillThePrice } from './rules/ellipsis-rules.ts'
import { measureNotPrice, priceAsked, priceOfFocus, sizeNotOffer, wantsLess } from './rules/price-rules.ts'
import { asksOpening } from './rules/shop-rules.ts'
import {
  addsDuringCheckout,
  countedAndNamed,
  forAnOccasion,
  kindAtTheEnd,
  calledJustThat,
  looksFor,
  namedButForLooks,
  namesInstead,
  ofSeveralFor,
  ordersByName,
  ordersAtLast,
  ordersInAStory,
  placeTold,
  soManyFor,
  tellsATaste,
  wantsTheOnlyOne,
} from './rules/story-rules.ts'
import {
  askedOfThing,
  asksWhatToDo,
  carriesIt,
  furious,
  andAnotherKind,
  haveAnother,
  haveAtLast,
  isThere,
  pointsAtOne,
  someOther,
  thingOrKind,
  whatFor,
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
    if (verdict.intent !== seen.intent) note(talk, `${seen.intent} taken as ${verdict.intent}: ${verdict.because}`)
    return verdict.intent
  }
  return seen.intent
}

/** The order decides: what an open order or a summary makes of a message comes before what a list or a cart does. */
const RULES: readonly Rule[] = [
  // What the checkout waits for, and what is no business of this turn.
  link,
  answersWithAnAddress,
  paysLater,
  acceptsConditionally,
  asksOpening,
  somethingForIt,
  idleQuestion,
  wantsLess,
  takesItOut,
  // When something comes, and what became of an order.
  asksHowItWorks,
  wantsNews,
  takesLeave,
  wantsThemExchanged,
  datelessArrival,
  timeOfArrival,
  timeOfDelivery,
  addsDuringCheckout,
  addsToSummary,
  amendsOrder,
  furious,
  tellsOfTheCase,
  nameAlone,
  nothingToCancel,
  correctsAddress,
  comunaAlone,
  // Pictures, and what was bought before.
  asksToSeeIt,
  boughtBefore,
  numbersAnOrder,
  // Numbers of what is in the cart.
  removesAtLast,
  removesByName,
  addsInSpite,
  takesAll,
  fewerOfALine,
  keepsOnly,
  recountsLines,
  notSoMany,
  moreOfThat,
  meantTheOther,
  shallBe,
  soManyRather,
  thenSoMany,
  addsAnother,
  thatIsAll,
  wantsToBuy,
  takesSomeOut,
  // A yes or a no in few words, with what it brings instead.
  takesTheRest,
  noButCount,
  notThisButThat,
  notThatOne,
  noButOther,
  noButLook,
  allNo,
  nothingToRemove,
  allYes,
  // Guesses that lack the word they would need.
  ifItFails,
  shippingWithoutAWord,
  whichOnes,
  cartWithoutAWord,
  returnsWithoutAWord,
  nothingToClear,
  priceOfAnother,
  contentsOfCart,
  clearWithoutAWord,
  asksWhatToDo,
  asksWhatItDoes,
  // From here on, what is said plainly stands.
  firm,
  // The list on the screen.
  oneOfTheList,
  asksLooksOfFocus,
  leavesTheChoice,
  asksWhenItComes,
  soManyFor,
  carriesIt,
  pointsAtOne,
  someOther,
  // Stories and orders, and what is told before them.
  ordersByName,
  ordersInAStory,
  ordersAtLast,
  namesInstead,
  placeTold,
  looksFor,
  tellsATaste,
  forAnOccasion,
  ofSeveralFor,
  calledJustThat,
  wantsTheOnlyOne,
  countedAndNamed,
  namedButForLooks,
  kindAtTheEnd,
  // Questions, by what they are asked of.
  whenAgain,
  whatFor,
  tellsItsSize,
  sizeNotOffer,
  andOneThat,
  inOrder,
  needsAndAsksNot,
  howManyLeft,
  andThatSize,
  isThere,
  asksWhatOfIt,
  askedOfThing,
  whichIsBest,
  haveAnother,
  haveAtLast,
  andAnotherKind,
  superlativeOfThem,
  onTheSheet,
  thingOrKind,
  // Messages that only what stands on the table makes whole.
  qualityAlone,
  stillThePrice,
  somethingElse,
  takesIt,
  comparesShown,
  otherOne,
  needTold,
  countsTheLine,
  askedOfFocus,
  // The cart again, where nothing before it spoke.
  totalOfCart,
  removalWithoutAWord,
  paysRatherThanNods,
  // What a sheet, a kind or a price answers.
  answeredBySheet,
  kindsAsked,
  namedRatherThanKind,
  measureNotPrice,
  qualityOfThing,
  askedOfShop,
  priceAsked,
  priceOfFocus,
  // What is left: a thing and a number.
  namedAndCounted,
  addition,
  likeness,
  counted,
  countsOfKin,
  ellipsis,
  misuse,
]

/** What is said plainly is not argued with; the rules before it know better even so. */
function firm(_: Talk, { intent, confidence }: Seen): Verdict {
  return FIRM.has(intent) && confidence > 0.6 ? { intent, because: 'said plainly' } : null
}
