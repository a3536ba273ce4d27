import type { Token } from '../text/tokens.ts'
import type { Intent } from '../types.ts'
import { looksLikeAddress } from './entities/personal.ts'
import { isCommonGood } from './goods.ts'
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
  const asks = text.includes('?') || /^(?:y )?(?:cuant|que |cual|como|donde|de que)/.test(phrase)
  if (
    context.asked === 'quantity' &&
    entities.quantity !== null &&
    entities.mentions.length === 0 &&
    words.length <= 6 &&
    !asks
  ) {
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
    !asks &&
    !/\b(?:a como|a cuanto|cuanto|precio|como esta|vale|cuesta|sale)\b/.test(phrase) &&
    chance('select_option') > 0.1
  ) {
    return { intent: 'select_option', confidence: 0.85, rule: 'attribute of one listed' }
  }
  if (YES_NO.has(context.asked)) {
    // "sí, confirmo la compra" talks of buying and means yes.
    if (
      words.length <= 7 &&
      /\bconfirm(?:o|ado|ada)\b/.test(phrase) &&
      !text.includes('?') &&
      !/\b(?:no|pero)\b/.test(phrase)
    ) {
      return { intent: 'affirm', confidence: 0.93, rule: 'confirms what was asked' }
    }
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
  const named = calledByName(list, context, phrase)
  // "tienen Kong?", "hay gorilla glue?": who says a name asks for that one thing.
  const likely = chance('stock_query') > 0.03 || entities.language !== 'es' || words.some(coined)
  if (named && best?.intent === 'browse_category' && likely && HAVE.test(phrase)) {
    return {
      intent: 'stock_query',
      confidence: Math.max(0.6, chance('stock_query')),
      rule: 'asks for one thing by its name',
    }
  }
  if (named && best?.intent === 'browse_category' && chance('buy_product') > 0.03 && WANT.test(phrase)) {
    return {
      intent: 'buy_product',
      confidence: Math.max(0.6, chance('buy_product')),
      rule: 'wants one thing by its name',
    }
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

const HAVE =
  /^(?:(?:hola|holaa|hi|hello|hey|oi|oye|y|ya|chuta|pucha|wena|buenas|pero igual quiero comprar|entonces|fome) )*(?:do you (?:have|sell)|have you got|you got|voces? tem|tem|tien\w*|teni\w*|tenes|hay|ay|queda\w*|te queda\w*|les queda\w*|le queda\w*)\b/
const WANT =
  /^(?:(?:hola|oye|y|ya|wena|buenas|entonces|no) )*(?:quiero|kiero|quisiera|queria|comprar|dame|deme|me llevo|llevo)\b/
const PLURAL_KIND = /\b(?:que|cuales?|otr[oa]s?|algun[oa]?s?|mas|tipos?|marcas?|modelos?|variedad)\b/

/** "fc25", "ps4", "mx500": letters and digits in one make a name. */
function coined(token: Token): boolean {
  return /^[a-z]+\d+[a-z]*$/.test(token.text)
}

/** Whether the goods of a message are told by a name ("Kong", "la 4070", "fc25") rather than by a word for a kind. */
function calledByName(list: readonly Token[], context: UnderstandContext, phrase: string): boolean {
  if (PLURAL_KIND.test(phrase)) return false
  const covered = new Set(context.evidence.covered)
  const unknown = new Set(context.evidence.unknown)
  const goods = list.filter(
    (token) => covered.has(token.position) || unknown.has(token.text) || unknown.has(token.norm),
  )
  if (goods.length === 0 || goods.length > 4) return false
  // Every word that stands for goods must be a name of its own, or one that a size or a kind only qualifies.
  const proper = goods.filter(
    (token) => token.kind === 'mixed' || (token.kind === 'word' && token.text.length > 2 && !isCommonGood(token.text)),
  )
  if (proper.length === 0) return false
  const known = goods.filter((token) => covered.has(token.position))
  if (known.length === 0) return !proper.every((token) => token.text.endsWith('s')) && proper.length === goods.length
  return Math.max(context.evidence.named, context.evidence.kind) >= 0.4 && context.evidence.ties <= 2
}
