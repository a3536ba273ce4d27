import { quantityOf } from '../commerce/cart.ts'
import { joinWords } from '../reply/format.ts'
import { fold, foldPhrase } from '../text/fold.ts'
import { readNumber } from '../text/numbers.ts'
import { longForm } from '../text/shorthand.ts'
import { tokens } from '../text/tokens.ts'
import type { CatalogProduct, Intent } from '../types.ts'
import { changeQuantity, numberMeant } from './change-quantity.ts'
import { lineMeant } from './line-meant.ts'
import { afterCartChange } from './put-in-cart.ts'
import { resolveMention } from './resolve.ts'
import { findProduct, nameOf, say, show, type Talk } from './talk.ts'

/*
 * What reads like a purchase and adds nothing: what is in the cart said once more, or how many of it there shall be.
 */

/** "me pasé, ponme 1 nomás", "otro más, o sea 4": how many it shall be of what came last, and no more of it. */
export function lowered(talk: Talk): boolean {
  const phrase = longForm(foldPhrase(talk.text))
  const [mention, ...others] = talk.u.entities.mentions
  // "no, un frasco de tomates nomás", with two in the cart.
  const count = mention?.quantity ?? (/\bun[oa]? \S/.test(phrase) ? 1 : null)
  const named =
    mention && others.length === 0 && count !== null && ONLY.test(phrase) ? lineMeant(talk, mention.text) : null
  if (named !== null && mention && count !== null && count < quantityOf(talk.state.cart, named)) {
    return recount(talk, { mentions: [{ ...mention, quantity: count }], quantityChange: null })
  }
  const sku = talk.state.lastLine
  // "cuatro no, cinco, que se me olvidaba el profe"
  const rather = numberMeant(talk.text)
  const held = sku === null ? 0 : quantityOf(talk.state.cart, sku)
  if (rather !== undefined && held > 0) {
    const mentions = talk.u.entities.mentions.filter(({ text }) => resolveMention(talk, text).kind !== 'none')
    if (mentions.every(({ text }) => lineMeant(talk, text) !== null)) return recount(talk, { mentions })
  }
  const only = ONLY_SO_MANY.exec(phrase)?.[1]
  const whole = IN_ALL.exec(phrase)?.[1]
  const wanted = readNumber(tokens(whole ?? only ?? ''), 0)?.value ?? null
  const just = JUST_SO_MANY.exec(phrase)?.[1]
  const product = sku === null ? undefined : findProduct(talk, sku)
  // "una porción nomás", right after one went in: that one.
  if (
    just !== undefined &&
    product &&
    talk.state.focus[0] === sku &&
    held === (readNumber(tokens(just), 0)?.value ?? 1)
  ) {
    sayItIsThere(talk, product)
    return true
  }
  if (sku === null || wanted === null || talk.u.entities.mentions.length > 0 || talk.state.focus[0] !== sku)
    return false
  if (held === 0 || (whole === undefined && wanted >= held)) return false
  return recount(talk, { quantity: wanted, quantityChange: null })
}

/** Reads the message as a new number of a line, and so for the rules that come after. */
function recount(talk: Talk, entities: Partial<Talk['u']['entities']>): true {
  talk.intent = 'change_quantity'
  talk.u = { ...talk.u, entities: { ...talk.u.entities, ...entities } }
  changeQuantity(talk)
  return true
}

const ONLY_SO_MANY =
  /\b(?:ponme|ponle|dame|deme|deja\w*|llevo|quiero) (?:solo |solamente )?(\d{1,3}|un[oa]|dos|tres|cuatro|cinco|seis) (?:nomas|no mas|solamente|solo)\b/

const ONLY = /\b(?:nomas|no mas|solo|sola|solamente|nada mas)$/

const JUST_SO_MANY =
  /^(?:(?:ya|ok|si|no|con) )*(1|un[oa]|dos|2|3|tres) ?(?:porcion|unidad|caja|bolsa|par|paquete)?(?:e?s)? (?:nomas|no mas|solamente|solo|sola|me basta|basta)$/

const IN_ALL = /\b(?:o sea|en total|que sean|serian) (\d{1,3}|dos|tres|cuatro|cinco|seis)(?: en total)?$/

const SAID_BEFORE: ReadonlySet<Intent | null> = new Set<Intent | null>([
  'buy_product',
  'select_option',
  'product_info',
  'price_query',
])

/** "yaa, 1" */
const JUST_ONE =
  /^(?:(?:ya+|si|ok|dale|bueno|entonces|listo|perfecto|es[eao] esta (?:bien|bueno)) )*(?:(?:me |lo |la )?(?:llevo|quiero|agregue(?:lo|la)|agrega(?:lo|la)|pon(?:lo|la)) )?(?:1|un[oa])(?: (?:nomas|no mas|porfa|por favor|po))*$/

/** "esa, una", right after it went into the cart: nothing is added, it is said again what is there. */
export function saidTwice(talk: Talk): boolean {
  const { quantity, anaphora } = talk.u.entities
  const sku = talk.state.lastLine
  const clitic = /\bagr[eé]gu?[ae](?:lo|la)\b/i.test(talk.text)
  const bare = talk.u.entities.mentions.length === 0 && JUST_ONE.test(longForm(foldPhrase(talk.text)))
  if ((anaphora !== 'one' && !bare) || quantity !== 1 || sku === null || !SAID_BEFORE.has(talk.state.lastIntent))
    return false
  if (talk.state.focus[0] !== sku || /\botr[oa]|\bm[aá]s\b/i.test(talk.text)) return false
  if (!clitic && /\bagreg/i.test(talk.text)) return false
  if (quantityOf(talk.state.cart, sku) !== 1) return false
  const product = findProduct(talk, sku)
  if (!product) return false
  sayItIsThere(talk, product)
  return true
}

/** "el logitech", "ok, lo quiero" after it went into the cart: a yes to what is there, and no second one. */
export function inCartAlready(talk: Talk, sku: string): boolean {
  return talk.state.lastLine === sku && quantityOf(talk.state.cart, sku) > 0 && !MORE.test(fold(talk.text))
}

const MORE =
  /\b(?:otr[oa]s?|mas|tambien|agreg\w*|sum[ae]\w*|ech[ae]\w*|pon\w*|anad\w*|add|another|more|mais|outr[oa])\b/

export function sayItIsThere(talk: Talk, ...products: CatalogProduct[]): void {
  show(talk, products)
  const lines = products.map((product) => `${quantityOf(talk.state.cart, product.sku)} × *${nameOf(talk, product)}*`)
  say(talk, talk.voice.t(`Sí, llevas ${joinWords(lines)} ✅`, `Sí, lleva ${joinWords(lines)} ✅`))
  afterCartChange(talk)
}
