import { fold, foldPhrase } from '../text/fold.ts'
import { stem } from '../text/stem.ts'
import { tokens } from '../text/tokens.ts'
import { headOf } from '../catalog/head-noun.ts'
import { LISTED_CATEGORIES, browseNamedCategory } from './browse.ts'
import { swapProducts } from './swap-products.ts'
import { pickFrom } from './pick.ts'
import { answerLooks } from './product-talk.ts'
import { finishBuying, put } from './put-in-cart.ts'
import { pointedOut } from './reference.ts'
import { corrected } from './referent.ts'
import { PLAIN, shortestNamed } from './called-so.ts'
import { resolveMention } from './resolve.ts'
import { categoriesOf, focused, listProducts, searchKind, showCard, tellSoldOut } from './show-products.ts'
import { lost } from './small-talk.ts'
import { ask, findProducts, say, settle, type Talk } from './talk.ts'

/** Picks from what was just listed: by number, size, colour, name. After a purchase was asked for, it is bought. */
export function selectOption(talk: Talk): void {
  const pending = talk.state.pending
  const options = findProducts(talk, pending?.kind === 'which_product' ? pending.skus : talk.state.listed)
  const swap = talk.u.entities.swap
  if (swap !== null && talk.state.cart.lines.length > 0) return swapProducts(talk, swap.out, swap.in)
  const told = talk.picked.length === 0 && talk.u.entities.ordinal === null ? pointedOut(talk) : []
  let picked =
    talk.picked.length > 0
      ? talk.picked
      : told.length === 1 && pending?.kind !== 'which_product'
        ? told
        : pickFrom(talk, options)
  if (picked.length > 1 && talk.picked.length === 0) {
    // "el de kilo", of salmon and what else was listed with it: of what the list is of.
    const head = headOf(options[0] ?? { name: '' })
    const own = picked.filter((product) => headOf(product) === head)
    if (own.length === 1) picked = own
  }
  const plain = PLAIN.test(fold(talk.text)) ? shortestNamed(picked) : null
  if (plain !== null) picked = [plain]
  const mention = talk.u.entities.mentions[0]
  if (picked.length !== 1 && mention) {
    const resolved = resolveMention(talk, mention.text)
    if (resolved.kind === 'one') picked = [resolved.product]
    else if (resolved.kind === 'many' && picked.length === 0) picked = resolved.products
  }
  if (picked.length === 1 && talk.picked.length === 0 && mention && pending?.kind !== 'which_product') {
    // "el látex de 1 galón" names a thing; that one of the list is for latex does not make it the one.
    const resolved = resolveMention(talk, mention.text)
    const own = picked[0]
    if (
      resolved.kind === 'one' &&
      own &&
      nameFit(resolved.product.name, mention.text) > nameFit(own.name, mention.text)
    )
      picked = [resolved.product]
  }
  // "ese, uno": what stands first on the table.
  const pointed = focused(talk).slice(0, 1)
  if (picked.length === 0 && talk.u.entities.anaphora === 'one') picked = pointed
  if (picked.length === 0 && options.length === 1 && talk.u.entities.ordinal === null) picked = options
  if (picked.length === 0 && options.length === 0 && talk.state.lastIntent === 'browse_catalog') {
    const category = categoriesOf(talk, LISTED_CATEGORIES)[(talk.u.entities.ordinal ?? 0) - 1]
    if (category !== undefined) return browseNamedCategory(talk, category)
  }
  if (picked.length === 0 && pending?.kind !== 'which_product' && answerLooks(talk)) return
  if (pending?.kind !== 'which_product' || pending.purpose === 'buy') picked = corrected(talk, picked)
  if (picked.length === 0) return noSuchOption(talk, options.length)
  if (picked.length > 1) {
    if (pending?.kind === 'which_product')
      return which(
        talk,
        picked.map((each) => each.sku),
        pending.quantity,
      )
    return listProducts(talk, picked, talk.voice.any('¿Cuál de estos?', { en: 'Which of these?', pt: 'Qual destes?' }))
  }
  const product = picked[0]
  if (!product) return
  const quantity = talk.u.entities.quantity ?? mention?.quantity ?? trailingCount(talk.text)
  if (pending?.kind === 'which_product') {
    settle(talk)
    if (pending.purpose === 'swap' && pending.out !== undefined) return swapProducts(talk, pending.out, product.name)
    return finishBuying(talk, put(talk, product, pending.quantity ?? quantity))
  }
  if (product.stock <= 0) return tellSoldOut(talk, product)
  // "la varita, una", "dame el primero": with a number, or a word of buying, it is a purchase.
  if (quantity !== null || TAKING.test(foldPhrase(talk.text))) {
    // No list is on the screen that it could be picked from: it is a purchase.
    if (!talk.state.listFresh || !talk.state.listed.includes(product.sku)) talk.intent = 'buy_product'
    return finishBuying(talk, put(talk, product, quantity))
  }
  showCard(talk, product)
}

const TAKING =
  /^(?:(?:ya|ok|oka|bueno|dale|listo|si|entonces|perfecto) )*(?:dame|deme|ponme|pongame|agregame|echame|anotame|nos llevamos|me llevo|llevo|(?:me|nos) qued(?:o|amos) con)\b/

/** How many of the words a name holds. */
function nameFit(name: string, words: string): number {
  const own = new Set(tokens(name).map((token) => stem(token.norm)))
  return tokens(words).filter((token) => own.has(stem(token.norm))).length
}

/** "la varita, una": a number word that ends the message. */
function trailingCount(text: string): number | null {
  const word =
    /[,;]\s*(\d{1,3}|un[oa]?|dos|tres|cuatro|cinco|seis)(?:\s+(?:bid[oó]n(?:es)?|caja|bolsa|botella|frasco|saco|paquete|pack|tarro|unidad|par|set)(?:e?s)?)?(?:\s+(?:nom[aá]s|sol[oa]|por\s?fa\w*))?[\s.!]*$/i.exec(
      text,
    )?.[1]
  if (word === undefined) return null
  if (/^\d/.test(word)) return Number(word)
  const at = ['un', 'dos', 'tres', 'cuatro', 'cinco', 'seis'].indexOf(word.toLowerCase().replace(/^un[oa]$/, 'un'))
  return at < 0 ? null : at + 1
}

export function which(talk: Talk, skus: string[], quantity: number | null): void {
  if (talk.state.asked >= 2) {
    talk.state.lost = 1
    settle(talk)
    return lost(talk)
  }
  listProducts(
    talk,
    findProducts(talk, skus),
    talk.voice.t('¿Cuál de estos? Dime el número:', '¿Cuál de estos? Indíqueme el número:', {
      en: 'Which of these? Tell me the number:',
      pt: 'Qual destes? Diga o número:',
    }),
  )
  ask(talk, { kind: 'which_product', skus, quantity, purpose: 'buy' })
}

function noSuchOption(talk: Talk, listed: number): void {
  if (listed === 0) {
    const found = searchKind(talk, talk.text, 'any')
    if (found.length > 0)
      return listProducts(
        talk,
        found,
        talk.voice.t('¿Te refieres a alguno de estos?', '¿Se refiere a alguno de estos?', {
          en: 'Do you mean one of these?',
          pt: 'Você se refere a algum destes?',
        }),
      )
    return say(
      talk,
      talk.voice.t(
        'No tengo una lista abierta. ¿Qué producto buscas?',
        'No tengo una lista abierta. ¿Qué producto busca?',
        {
          en: 'I have no list open. Which product are you looking for?',
          pt: 'Não tenho uma lista aberta. Que produto procura?',
        },
      ),
    )
  }
  const found = searchKind(talk, talk.text, 'any')
  if (found.length > 0 && talk.u.entities.ordinal === null)
    return listProducts(talk, found, talk.voice.any('¿Alguno de estos?', { en: 'One of these?', pt: 'Algum destes?' }))
  if (talk.u.entities.ordinal === null && talk.state.listed.length > 0) {
    // "esa misma", of two: nothing in it says which.
    return listProducts(
      talk,
      findProducts(talk, talk.state.listed),
      talk.voice.t('¿Cuál de estos? Dime el número:', '¿Cuál de estos? Indíqueme el número:', {
        en: 'Which of these? Tell me the number:',
        pt: 'Qual destes? Diga o número:',
      }),
    )
  }
  say(
    talk,
    talk.voice.any(`Esa opción no está; la lista tiene ${listed}. ¿Cuál sería?`, {
      en: `That option is not there; the list has ${listed}. Which one would it be?`,
      pt: `Essa opção não existe; a lista tem ${listed}. Qual seria?`,
    }),
  )
  talk.settled = true
}
