import type { Token } from '../text/tokens.ts'
import type { Intent } from '../types.ts'
import { looksLikeAddress } from './entities/personal.ts'
import type { Verdict } from './rules.ts'
import type { Asked, Entities, UnderstandContext } from './types.ts'

type Ranked = ReadonlyArray<{ intent: Intent; confidence: number }>

const YES_NO: ReadonlySet<Asked> = new Set<Asked>([
  'add_to_cart',
  'confirm_order',
  'confirm_price',
  'confirm_clear',
  'confirm_cancel',
  'confirm_opt_out',
  'confirm_transcript',
  'start_checkout',
  'human_offer',
  'alternative',
  'age',
  'remember_data',
  'reminders',
])
const OPENS_WITH_YES =
  /^(?:si+|sip|sipo|ya|ya po|yapo|dale|ok|oka|okey|bueno|claro|obvio|perfecto|listo|vale|correcto|exacto|de una|bacan|wi|yes|sim)\b/
const OPENS_WITH_NO = /^(?:no+|nop|nopo|nah|naa|mejor no|para nada|non|nao)\b/

/** What the conversation's state makes of a message that could mean several things; null leaves the classifier's word. */
export function applyContext(
  text: string,
  list: readonly Token[],
  context: UnderstandContext,
  entities: Entities,
  ranked: Ranked,
): Verdict | null {
  const words = list.filter((token) => token.kind !== 'emoji' && token.kind !== 'sign')
  const phrase = words.map((token) => token.text).join(' ')
  const chance = (intent: Intent) => ranked.find((each) => each.intent === intent)?.confidence ?? 0
  const best = ranked[0]

  if (context.asked === 'checkout_field') {
    const data = entities.name !== null || entities.phone !== null || looksLikeAddress(text) || entities.email !== null
    const question =
      text.includes('?') || /^(?:cuanto|cuando|donde|como|que|cual|aceptan|puedo|tienen|y si)\b/.test(phrase)
    if (data && !question) return { intent: 'provide_info', confidence: 0.95, rule: 'data that was asked for' }
    const plain = words.length >= 1 && words.length <= 8 && !question && !OPENS_WITH_NO.test(phrase)
    const other =
      best !== undefined &&
      best.confidence > 0.6 &&
      ![
        'provide_info',
        'select_option',
        'out_of_scope',
        'greeting',
        'smalltalk',
        'buy_product',
        'browse_category',
        'stock_query',
        'product_info',
      ].includes(best.intent)
    if (plain && !other && context.evidence.named < 0.7)
      return { intent: 'provide_info', confidence: 0.8, rule: 'answer to what was asked' }
  }
  if (context.asked === 'quantity' && entities.quantity !== null && entities.mentions.length === 0) {
    return { intent: 'change_quantity', confidence: 0.9, rule: 'quantity that was asked for' }
  }
  if (context.listed > 0 && entities.ordinal !== null && entities.mentions.length === 0 && words.length <= 5) {
    return { intent: 'select_option', confidence: 0.95, rule: 'place in the list' }
  }
  // "la de 20 litros", "los negros", "el grande": an article and what tells one of the list from the others.
  if (
    context.listed > 1 &&
    words.length <= 5 &&
    /^(?:ya )?(?:el|la|los|las)\b/.test(phrase) &&
    !text.includes('?') &&
    chance('select_option') > 0.1
  ) {
    return { intent: 'select_option', confidence: 0.85, rule: 'attribute of one listed' }
  }
  if (YES_NO.has(context.asked)) {
    const both = chance('affirm') + chance('deny')
    if (words.length <= 5 && OPENS_WITH_NO.test(phrase) && chance('deny') > 0.15)
      return { intent: 'deny', confidence: 0.9, rule: 'no to what was asked' }
    if (words.length <= 5 && OPENS_WITH_YES.test(phrase) && chance('affirm') > 0.15)
      return { intent: 'affirm', confidence: 0.9, rule: 'yes to what was asked' }
    if (both > 0.5)
      return chance('affirm') >= chance('deny')
        ? { intent: 'affirm', confidence: both, rule: 'yes to what was asked' }
        : { intent: 'deny', confidence: both, rule: 'no to what was asked' }
  }
  // "dame uno", "mejor 2": with something in the cart and no goods named, a count corrects or adds to what is there.
  if (
    context.cartItems > 0 &&
    entities.mentions.length === 0 &&
    entities.quantity !== null &&
    /^(?:no )?(?:mejor|que sean|sean|son|eran|solo|ponle|dejalo en|sube|baja)\b/.test(phrase)
  ) {
    return { intent: 'change_quantity', confidence: 0.9, rule: 'another count' }
  }
  return null
}
