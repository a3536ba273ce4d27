import { quantityOf, removeFromCart, setQuantity } from '../commerce/cart.ts'
import { joinWords } from '../reply/format.ts'
import { fold, foldPhrase } from '../text/fold.ts'
import { readNumber } from '../text/numbers.ts'
import { tokens } from '../text/tokens.ts'
import type { CatalogProduct } from '../types.ts'
import { cartLines, totalLine } from './cart-lines.ts'
import { lineMeant, linesMeant } from './line-meant.ts'
import { pickByWords } from './pick.ts'
import { afterCartChange } from './put-in-cart.ts'
import { headOf } from '../catalog/head-noun.ts'
import { correctedLine } from './referent.ts'
import { resolveMention } from './resolve.ts'
import { focused, kindred } from './show-products.ts'
import { viewCart } from './view-cart.ts'
import { evidenceOf, findProduct, findProducts, focusOn, nameOf, say, settle, show, type Talk } from './talk.ts'

/** "saca el brownie", "saca un cargador" (one of two), "sácalo". */
export function removeProduct(talk: Talk): void {
  const { mentions, quantity } = talk.u.entities
  const inCart = talk.state.cart.lines.map((line) => line.sku)
  if (inCart.length === 0) {
    // Nothing is there to take out; what was named is still shown, so the shopper sees what we understood.
    show(talk, removalMeant(talk))
    say(
      talk,
      talk.voice.t('Tu carrito está vacío, no hay nada que sacar.', 'Su carrito está vacío, no hay nada que sacar.', {
        en: 'Your cart is empty, there is nothing to take out.',
        pt: 'Seu carrinho está vazio, não há nada para tirar.',
      }),
    )
    return
  }
  const kept = keptLines(talk)
  const targets: Array<{ sku: string; quantity: number | null }> = []
  if (kept.size > 0) {
    targets.push(...besidesKept(talk, kept).map((sku) => ({ sku, quantity: null })))
    if (targets.length === 0) return viewCart(talk)
  }
  if (targets.length === 0)
    for (const mention of beforeTheReason(talk, mentions)) {
      // "quita los tazones, que cada uno lleve el suyo": no number of them.
      const count = EACH_ONE.test(fold(talk.text)) ? null : mention.quantity
      const skus = count === null ? linesMeant(talk, mention.text) : [lineMeant(talk, mention.text)]
      for (const sku of skus) if (sku !== null) targets.push({ sku, quantity: count })
    }
  if (targets.length === 0) {
    // "me pasé del presupuesto, saca los sacos": what else is told names no line, what stands behind the verb does.
    const object = OBJECT.exec(talk.text)?.[1]
    for (const sku of object === undefined ? [] : linesMeant(talk, object)) targets.push({ sku, quantity: null })
  }
  // "sácale uno, tenemos presupuesto pa 2": of the line that changed last, where nothing in the cart was named.
  const less = SO_MANY_OFF.exec(fold(talk.text))?.[1]
  const held = talk.state.lastLine ?? inCart.at(-1)
  if (targets.length === 0 && less !== undefined && held !== undefined && inCart.includes(held))
    targets.push({ sku: held, quantity: readNumber(tokens(less), 0)?.value ?? 1 })
  // "la 28 sácala", with a 28 and a 30 in the cart.
  const before = BEFORE_VERB.exec(talk.text)?.[1]
  const [told, ...more] = before === undefined ? [] : pickByWords(talk, findProducts(talk, inCart), before)
  if (targets.length === 0 && told && more.length === 0) targets.push({ sku: told.sku, quantity: null })
  const points = POINTS.test(talk.text)
  if (targets.length === 0 && (points || mentions.length === 0)) {
    // "sácala", after a question about it: what is being talked about, where the cart holds it.
    const about = inCart.find((sku) => sku === talk.state.focus[0])
    const last =
      (points ? about : undefined) ??
      correctedLine(talk, lineMeant(talk, talk.text) ?? talk.state.lastLine ?? inCart.at(-1) ?? null)
    if (last !== null && inCart.includes(last)) targets.push({ sku: last, quantity })
  }
  if (targets.length === 0) {
    show(talk, removalMeant(talk))
    say(
      talk,
      talk.voice.t('Eso no está en tu carrito. Llevas:', 'Eso no está en su carrito. Lleva:', {
        en: 'That is not in your cart. You have:',
        pt: 'Isso não está no seu carrinho. Você leva:',
      }),
    )
    say(talk, cartLines(talk).join('\n'))
    return
  }
  // "quita uno de los de 20": told by no word for a thing.
  const [only, ...further] = targets
  if (only && further.length === 0 && kept.size === 0 && evidenceOf(talk, talk.text).covered.length === 0)
    only.sku = correctedLine(talk, only.sku) ?? only.sku
  const gone: string[] = []
  for (const target of targets) {
    const product = findProduct(talk, target.sku)
    const has = quantityOf(talk.state.cart, target.sku)
    if (product) show(talk, [product])
    // "saca un cargador" of two leaves one; "saca el cargador" takes both.
    const take = target.quantity !== null && target.quantity < has ? target.quantity : has
    talk.state.cart =
      take === has
        ? removeFromCart(talk.state.cart, target.sku)
        : setQuantity(talk.state.cart, target.sku, has - take, has)
    talk.state.lastLine = take === has ? null : target.sku
    if (product) gone.push(`${take > 1 || take < has ? `${take} × ` : ''}*${nameOf(talk, product)}*`)
  }
  say(
    talk,
    talk.voice.any(`Saqué ${joinWords(gone)} ✅`, {
      en: `I took out ${joinWords(gone, talk.voice.any('y', { en: 'and', pt: 'e' }))} ✅`,
      pt: `Tirei ${joinWords(gone, talk.voice.any('y', { en: 'and', pt: 'e' }))} ✅`,
    }),
  )
  if (talk.state.cart.lines.length === 0) {
    say(
      talk,
      talk.voice.t('Tu carrito quedó vacío. ¿Te muestro algo?', 'Su carrito quedó vacío. ¿Le muestro algo?', {
        en: 'Your cart is empty now. Shall I show you something?',
        pt: 'Seu carrinho ficou vazio. Mostro alguma coisa?',
      }),
    )
    talk.state.checkout.active = false
    settle(talk)
    return
  }
  // "¿son elasticados?", with the other size left: what is talked about is what stays.
  const [about] = focused(talk)
  const left = about && gone.length > 0 && quantityOf(talk.state.cart, about.sku) === 0 ? kindred(talk, about) : []
  const stays = left.find(
    (product) => headOf(product) === headOf(about ?? product) && quantityOf(talk.state.cart, product.sku) > 0,
  )
  if (stays) focusOn(talk, [stays.sku])
  say(talk, `${cartLines(talk).join('\n')}\n${totalLine(talk)}`)
  afterCartChange(talk)
}

const KEPT =
  /(?:^|\b(?:no|ya|ok|mejor|bueno|y|caro|cara|alcanza|entonces|pucha|chuta) )(?:(?:deja\w*|deje\w*|quedate(?: con)?|me quedo(?: con)?|quedemonos(?: con)?|dejemos|llevo|seria|que sea) )?(?:solo|solamente|unicamente|nomas|no mas) (?:con )?((?:el|la|los|las) .+)$/

/** "dejemos las zapatillas no más": those, and nothing beside. */
const KEPT_ONLY =
  /\b(?:dejemos|deja|deje|dejame|dejeme|quedemonos con|me quedo con) ((?:el|la|los|las) .+?) (?:nomas|no mas|solamente|solo)$/

const ALL_BUT =
  /\b(?:sa[cq]\w*|quit\w*|elimin\w*|borr\w*|bot\w+) tod[oa]s? (?:menos|excepto|salvo|y deja\w*(?: solo)?) ((?:el|la|los|las) .+)$/

/** The lines that stay where the message keeps only some: "deja solo los del 15"; empty where it says nothing of the kind. */
export function keptLines(talk: Talk, phrase = foldPhrase(talk.text)): ReadonlySet<string> {
  const kept = (KEPT.exec(phrase) ?? ALL_BUT.exec(phrase) ?? KEPT_ONLY.exec(phrase))?.[1]
  return new Set(kept === undefined ? [] : linesMeant(talk, kept))
}

/** What goes with that: the others of its kind where it is told by a size or a look, else all others. */
function besidesKept(talk: Talk, stays: ReadonlySet<string>): string[] {
  const told =
    /\b(?:solo|solamente|unicamente|nomas|no mas) (?:con )?(?:el|la|los|las) (?:del?|con|en|sin|talla) /.test(
      foldPhrase(talk.text),
    )
  const kinds = new Set(findProducts(talk, [...stays]).map((product) => product.category))
  return talk.state.cart.lines
    .map((line) => line.sku)
    .filter((sku) => !stays.has(sku) && (!told || kinds.has(findProduct(talk, sku)?.category ?? '')))
}

const TAKE_OUT = /\b(?:s[aá][cq]|qu[ií]t|elim[ií]n|b[oó]rr|ret[ií]r)\p{L}*/iu

const REASON =
  /,\s*(?:que|porque|pq|ya que|es que|pues|mi|mis|yo|no|ya no)\s|,\s*(?:voy|vamos|prefiero|har[eé]|hago|llevo)\b/i

/** "quita el infusor, que con matcha no se usa": what the reason names stays. */
function beforeTheReason(talk: Talk, mentions: Talk['u']['entities']['mentions']): Talk['u']['entities']['mentions'] {
  // "el combo ya trae bebida. sácame las latas": what stands before the verb was told.
  const verb = TAKE_OUT.exec(talk.text)?.index
  const behind = verb === undefined ? mentions : mentions.filter((mention) => talk.text.indexOf(mention.text) > verb)
  const told = verb !== undefined && /[.;!]/.test(talk.text.slice(0, verb))
  if (told && (behind.length > 0 || OBJECT.test(talk.text))) return behind
  const at = REASON.exec(talk.text)?.index
  if (at === undefined) return mentions
  const before = mentions.filter((mention) => talk.text.indexOf(mention.text) < at)
  return before.length > 0 ? before : mentions
}

const OBJECT =
  /\b(?:s[aá][cq]|qu[ií]t|elim[ií]n|b[oó]rr|b[oó]t|ret[ií]r)\p{L}*\s+(?:el|la|los|las|es[eao]s?)\s+([^,.;!?]{2,60})/iu

const BEFORE_VERB =
  /(?:^|[,.;] *)(?:no |ya |mejor |oye )?(?:el|la|los|las) ([^,.;]{1,30}?) (?:s[aá][cq]|qu[ií]t|elim[ií]n|b[oó]rr)\p{L}*l[oa]s?\b/iu

const POINTS = /\b(?:s[aá][cq]|qu[ií]t|elim[ií]n|b[oó]rr|b[oó]t|ret[ií]r)\p{L}*l[oa]s?\b/iu

/** The products that a removal names, in the cart or not. */
function removalMeant(talk: Talk): CatalogProduct[] {
  const words = [...talk.u.entities.mentions.map((mention) => mention.text), ...talk.u.entities.not, talk.text]
  for (const text of words) {
    const resolved = resolveMention(talk, text, { ruledOut: true })
    if (resolved.kind === 'one') return [resolved.product]
    if (resolved.kind === 'many') return resolved.products.slice(0, 4)
  }
  return []
}

const SO_MANY_OFF =
  /\b(?:sac|quit|baj|rest)[a-z]*(?:le|les|me|nos)? (\d{1,2}|un[oa]|dos|tres|cuatro|cinco|seis)(?=[\s,.;]|$)/

const EACH_ONE = /\bque cada un[oa]\b/
