import { classOf, CONTAINERS } from '../catalog/words.ts'
import { quantityOf } from '../commerce/cart.ts'
import { stem } from '../text/stem.ts'
import { tokens } from '../text/tokens.ts'
import type { CatalogProduct } from '../types.ts'
import { headOf } from '../catalog/head-noun.ts'
import { lineMeant } from './line-meant.ts'
import { resolveMention } from './resolve.ts'
import { focused } from './show-products.ts'
import { findProduct, findProducts, type Talk } from './talk.ts'

/*
 * Of what a question is asked: "¿trae los fondos?" of what is being talked about, "¿el disfraz de huaso trae la chupalla?"
 * of the costume. What stands behind the verb is what is asked, and no thing to look up.
 */

/** What a thing does or is, in the words of a question about it. */
const VERB =
  /\b(?:traen?|vienen?|incluyen?|tienen?|sirven?|resbalan?|manchan?|protegen?|absorben?|encogen?|calientan?|cortan?|funcionan?|duran?|aguantan?|soportan?|resisten?|es|son|llevan?|caben?|pesan?|miden?|rinden?|alcanzan?|necesitan?|usan?|ocupan?|quedan?|(?:hay|tiene|tienen) que|contienen?|cubren?|alumbran?|suenan?|corren?|salen?|huelen?|hacen?|va|van|se (?:le )?pued[eo]n?|(?:lo|la|los|las) pued[eo]n?|se (?:saca|lava|desarma|dobla|moja|plancha|seca|abre|cierra|ajusta|regula|carga|calienta|guarda|limpia|desmonta)n?)\b/

/** What may open any question. */
const OPENS =
  /^(?:(?:y|pero|oye|oiga|ya|ah|oh|uy|hola|buenas|una (?:consulta|duda|pregunta)|consulta|disculpe?|sabe(?:s)? si|sera que|o sea|a ver|entonces|ok|bueno|genial|perfecto|que bueno|buena)\s+)+/

const ASKING = new Set(
  'se me te que cual cuales cuanto cuanta cuantos cuantas como donde cuando de en a con para por hasta tiempo rato cada q tan'.split(
    ' ',
  ),
)
const ITSELF = new Set(
  'ese esa eso esos esas este esta esto estos estas aquel aquella el ella lo la los las mismo misma'.split(' '),
)

/** "¿hasta cuántos grados llega?", "¿hasta qué grosor corta?" */
const HOW_FAR = /^(?:hasta|desde|a) (?:que|cuant[oa]s?) [a-z]+(?: [a-z]+)? (?!el$|la$)[a-z]{3,}(?:a|e|an|en)$/

/** The words that say of what a question is asked; empty: of what is being talked about. Null: it is no such question. */
export function subjectOf(phrase: string): string | null {
  const text = phrase.replace(OPENS, '')
  // "¿de cuántas velocidades?"
  if (/^(?:de|con) cuant[oa]s [a-z]+$/.test(text)) return ''
  const verb = VERB.exec(text)
  if (verb === null) return POINTS_AT_IT.test(text) || HOW_FAR.test(text) ? '' : null
  // "¿de qué largo es?", "¿cuántas salidas tiene?": what is asked, and of what is left out.
  if (/^(?:(?:de|en|a|con|por|para|hasta) )?(?:que|cual|cuales|cuant[oa]s?|como|donde|cuando)\b/.test(text)) return ''
  // "el set parrillero q piezas trae": of the set; what is asked stands behind the word that asks.
  const before = text
    .slice(0, verb.index)
    .replace(/(?<=\S) (?:de |en |a |con |por )?(?:que|q|cual|cuales|cuant[oa]s?|como) .*$/, '')
    .trim()
    .split(' ')
    .filter((word) => word !== '' && !ASKING.has(word))
  if (before.every((word) => ITSELF.has(word))) return ''
  return before.join(' ')
}

/** The product that a question is asked of; null where the message does not say, or names what is not there. */
export function askedOf(talk: Talk, phrase: string): CatalogProduct | null {
  const about = focused(talk)[0]
  const subject = subjectOf(phrase)
  // "la más chica, ¿cuántas porciones trae?": which of them, and no name.
  if (subject === null || /^(?:(?:el|la|los|las) )?(?:mas|menos) /.test(subject)) return null
  if (subject !== '') {
    // "¿el grabado viene en ese valor?": the sheet on the table speaks of it.
    const words = subject.split(' ').filter((word) => classOf(word) === 'content')
    const bare = subject.replace(/^(?:el|la|los|las|es[eao]s?|est[eao]s?) /, '')
    // … unless another is called that: "la cocinilla", after talk of the gas that its sheet says it burns.
    // "el mate", with a mate and a packet of yerba mate in the cart: what begins with the word.
    const held = talk.state.cart.lines.map((each) => each.sku)
    const named = findProducts(talk, held).filter((product) => headOf(product) === stem(words[0] ?? ''))
    const [own] = named
    if (own && words.length === 1 && new Set(named).size === 1 && headOf(about ?? own) !== stem(words[0] ?? ''))
      return own
    const line = about && !isCalled(about, words) ? lineMeant(talk, bare) : null
    const inCart = line === null ? undefined : findProduct(talk, line)
    if (inCart && isCalled(inCart, words)) return inCart
    if (about && words.length > 0 && words.every((word) => wordsOf(about).has(stem(word)))) return about
    // "los de 6,5": the comma is lost in the phrase, and kept in the mention.
    const decimal = /\d \d/.test(bare) ? talk.u.entities.mentions[0]?.text : undefined
    const resolved = resolveMention(talk, decimal ?? bare)
    if (resolved.kind !== 'one') return null
    // "¿el infantil hasta qué peso sirve?", of the child's life jacket in the cart, and no child's rod of the shop.
    const adjective = words.length === 1 && headOf(resolved.product) !== stem(words[0] ?? '')
    if (
      adjective &&
      inCart &&
      quantityOf(talk.state.cart, resolved.product.sku) === 0 &&
      /^(?:el|la) \S+$/.test(subject)
    )
      return inCart
    // "¿la tela es de algodón?", of a shirt, with a windbreaker whose sheet speaks of its cloth: a part of what is on the table.
    const part =
      /^(?:el|la|los|las) \S+$/.test(subject) &&
      words.length === 1 &&
      !isCalled(resolved.product, words) &&
      !/\bpara? /.test(phrase)
    return part && about && !talk.state.listFresh ? about : resolved.product
  }
  if (about === undefined) return null
  if (POINTS_AT_IT.test(phrase)) return about
  return namesAnother(talk, phrase, about) ? null : about
}

/** "¿de qué material es la anubia?", "¿cuánto mide el filtro?": what a question that opens with its own word is asked of stands last. */
const LAST =
  /^(?:(?:y|pero|oye|ya|ah) )*(?:(?:de|en|a|con|por|para|hasta) )?(?:que|cual|cuales|cuant[oa]s?|como|cuando|donde)\b.*?(?: se [a-z]+| (?:es|son|traen?|tienen?|vienen?|miden?|pesan?|duran?|rinden?|cortan?|aguantan?|soportan?|incluyen?|sirven?|llevan?|contienen?|cubren?|caben?|usan?|funcionan?)) (?:el|la|los|las|es[ea]s?|est[ea]s?) ((?!que\b|de\b|del\b|con\b|mas\b|menos\b|otr|mejor\b)\S+(?: \S+){0,4})$/

/** The product that stands last in a question, called by words of its name: what is talked about, listed or in the cart before the shop. */
export function namedLast(talk: Talk, phrase: string): CatalogProduct | null {
  const words = tokens(LAST.exec(phrase)?.[1] ?? '')
    .filter((token) => token.kind !== 'word' || classOf(token.norm) !== 'stop')
    .map((token) => token.norm)
  // "cuántos trae la bolsita": how it comes, and not what it is.
  if (words.length === 0 || (words.length === 1 && CONTAINERS.has(stem((words[0] ?? '').replace(/it([ao]s?)$/, '$1')))))
    return null
  const near = findProducts(talk, [
    ...talk.state.focus.slice(0, 1),
    ...talk.state.cart.lines.map((line) => line.sku),
    ...talk.state.listed,
  ])
  const called = near.find((product) => isCalled(product, words))
  if (called) return called
  // "¿de cuántos mAh es la batería?": the sheet on the table speaks of it.
  const about = focused(talk)[0]
  if (about && words.every((word) => wordsOf(about).has(stem(word)))) return about
  const [speaks, ...others] = near.filter((product) => words.every((word) => wordsOf(product).has(stem(word))))
  // "¿de cuántos gramos es la hoja?", of the notebook whose price was told: a part of it, whatever other sheet speaks of leaves.
  const offered = talk.state.pending?.kind === 'add_to_cart' && talk.state.pending.skus[0] === about?.sku
  if (speaks && !offered && others.every((product) => product.sku === speaks.sku)) return speaks
  const resolved = resolveMention(talk, words.join(' '))
  return resolved.kind === 'one' && isCalled(resolved.product, words.slice(0, 1)) ? resolved.product : null
}

/** "¿cada cuánto se riega esa?" */
const POINTS_AT_IT =
  /(?:^|\s)(?:es[ea]|eso|est[ea]|esto)(?=$| (?:cuanto|como|que|se|es|tiene|trae|viene|sirve|dura|lleva|aguanta|funciona)\b)/

/** "¿y esa se moja?": the one being talked about, whatever is listed. */
export function pointsAtIt(phrase: string): boolean {
  return /^(?:(?:y|pero|oye) )*es[ea] /.test(phrase) && POINTS_AT_IT.test(phrase)
}

/** "¿cuánto dura la vela?", after talk of a lamp: behind the verb, with its article, stands another thing. */
function namesAnother(talk: Talk, phrase: string, about: CatalogProduct): boolean {
  const after =
    /\b(?:duran?|aguantan?|soportan?|resisten?|cubren?|alumbran?|pesan?|miden?|rinden?|alcanzan?|sirven?|funcionan?|cuestan?|queda|quedan) (?:el|la|los|las) ([a-z]{3,})/.exec(
      phrase,
    )?.[1]
  if (after === undefined || classOf(after) === 'stop') return false
  return !wordsOf(about).has(stem(after)) && resolveMention(talk, after).kind !== 'none'
}

/** Every one of the words, folded, stands in its name. */
export function isCalled(product: CatalogProduct, words: readonly string[]): boolean {
  const name = new Set(tokens(product.name).map((token) => stem(token.norm)))
  return words.length > 0 && words.every((word) => name.has(stem(word)))
}

function wordsOf(product: CatalogProduct): Set<string> {
  return new Set(
    tokens(`${product.name} ${product.description} ${product.tags.join(' ')}`).map((token) => stem(token.norm)),
  )
}
