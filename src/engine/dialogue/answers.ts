import type { Intent } from '../types.ts'
import { stem } from '../text/stem.ts'
import { tokens } from '../text/tokens.ts'
import { findForeign } from '../guard/guard.ts'
import { setQuantity } from '../commerce/cart.ts'
import { browseNamedCategory, LISTED_CATEGORIES } from './browse.ts'
import { buy } from './buy.ts'
import { emptyTheCart } from './view-cart.ts'
import { finishBuying, put } from './put-in-cart.ts'
import { swapProducts } from './correct-cart.ts'
import { changeAddress, continueCheckout, provideInfo, startCheckout } from './checkout.ts'
import { confirmOrder, declineOrder } from './confirm-order.ts'
import { NO_NOTES, summarize } from './summary.ts'
import { cancelNow } from './orders.ts'
import { takePayment } from './payment-choice.ts'
import { addToCase } from './cases.ts'
import { pickFrom } from './pick.ts'
import { answerLooks } from './product-talk.ts'
import { resolveMention } from './resolve.ts'
import { categoriesOf, focused, listProducts, searchKind, showCard, tellSoldOut } from './show-products.ts'
import { handOver } from './hand-over.ts'
import { lost } from './small-talk.ts'
import { ask, findProduct, findProducts, nameOf, note, say, settle, type Talk } from './talk.ts'

/** A yes means what was asked; with nothing asked it is politeness, and the way on is shown. */
export function affirm(talk: Talk): void {
  const pending = talk.state.pending
  if (!pending) return yesToNothing(talk)
  note(talk, `yes to ${pending.kind}`)
  switch (pending.kind) {
    case 'confirm_order':
      // "Confirmo, pero a 1 peso" accepts another deal than the one that was put: put it again.
      if (qualified(talk)) {
        say(
          talk,
          talk.voice.any('El pedido se confirma tal como está en el resumen, con los precios de la tienda:', {
            en: 'The order is placed just as the summary says, at the prices of the shop:',
            pt: 'O pedido é confirmado como está no resumo, com os preços da loja:',
          }),
        )
        return summarize(talk)
      }
      takePayment(talk)
      return confirmOrder(talk, pending)
    case 'add_to_cart':
    case 'alternative': {
      const product = findProduct(talk, pending.skus[0] ?? '')
      if (!product) return yesToNothing(talk)
      const quantity = talk.u.entities.quantity
      settle(talk)
      if (pending.kind === 'alternative' && pending.skus.length > 1 && quantity === null) {
        return which(talk, pending.skus, null)
      }
      return finishBuying(talk, put(talk, product, quantity))
    }
    case 'which_product': {
      const only = pending.skus.length === 1 ? findProduct(talk, pending.skus[0] ?? '') : undefined
      if (only) return finishBuying(talk, put(talk, only, pending.quantity))
      return which(talk, pending.skus, pending.quantity)
    }
    case 'quantity': {
      const product = findProduct(talk, pending.sku)
      settle(talk)
      if (!product) return yesToNothing(talk)
      return setTo(talk, pending.sku, Math.min(pending.most, product.stock))
    }
    case 'checkout_field':
      return continueCheckout(talk)
    case 'start_checkout':
      return startCheckout(talk)
    case 'confirm_clear':
      return emptyTheCart(talk)
    case 'confirm_cancel':
      return cancelNow(talk, pending.orderId)
    case 'human_offer':
      return handOver(talk, 'offered')
    case 'confirm_transcript':
    case 'age':
      // Handled before the topics, since the message that waits is understood anew.
      return
    case 'remember_data':
    case 'reminders':
      // Answered before the topics: consent takes more than what passes for a yes elsewhere.
      return
  }
}

export function deny(talk: Talk): void {
  const pending = talk.state.pending
  note(talk, `no to ${pending?.kind ?? 'nothing'}`)
  if (pending?.kind === 'confirm_order') return declineOrder(talk)
  // "no, cambia el power bank por…", "no, la de 5": a no that brings what it wants instead.
  if (talk.u.entities.swap !== null && talk.state.cart.lines.length > 0) {
    return swapProducts(talk, talk.u.entities.swap.out, talk.u.entities.swap.in)
  }
  // "no, mejor una": another number of what was offered, and no refusal.
  const offered = pending?.kind === 'add_to_cart' ? findProduct(talk, pending.skus[0] ?? '') : undefined
  if (offered && talk.u.entities.quantity !== null && /\b(?:mejor|s[oó]lo|nom[aá]s|prefiero)\b/i.test(talk.text)) {
    settle(talk)
    return finishBuying(talk, put(talk, offered, talk.u.entities.quantity))
  }
  switch (pending?.kind) {
    case 'checkout_field':
      if (pending.field === 'notes') {
        talk.state.checkout.customer.notes = NO_NOTES
        return continueCheckout(talk)
      }
      talk.state.checkout.active = false
      settle(talk)
      say(
        talk,
        talk.voice.t(
          'Sin problema, dejo el pedido en pausa. Tu carrito queda guardado; escribe *pagar* cuando quieras.',
          'Sin problema, dejo el pedido en pausa. Su carrito queda guardado; escriba *pagar* cuando quiera.',
          {
            en: 'No problem, I leave the order for now. Your cart stays; write *pay* whenever you like.',
            pt: 'Sem problema, deixo o pedido em pausa. Seu carrinho fica guardado; escreva *pagar* quando quiser.',
          },
        ),
      )
      return
    case 'confirm_clear':
      settle(talk)
      return say(
        talk,
        talk.voice.t(
          'Ok, no borro nada. Tu carrito sigue igual.',
          'De acuerdo, no borro nada. Su carrito sigue igual.',
          {
            en: 'Okay, I empty nothing. Your cart is as it was.',
            pt: 'Certo, não apago nada. Seu carrinho continua igual.',
          },
        ),
      )
    case 'confirm_cancel':
      settle(talk)
      return say(
        talk,
        talk.voice.t('Ok, el pedido sigue en pie.', 'De acuerdo, el pedido sigue en pie.', {
          en: 'Okay, the order stands.',
          pt: 'Certo, o pedido continua de pé.',
        }),
      )
    case 'start_checkout':
      settle(talk)
      return say(
        talk,
        talk.voice.t(
          'Dale, te guardo el carrito. ¿Qué más te muestro?',
          'Muy bien, le guardo el carrito. ¿Qué más le muestro?',
          {
            en: 'All right, I keep your cart. What else shall I show you?',
            pt: 'Certo, guardo seu carrinho. O que mais mostro?',
          },
        ),
      )
    case 'human_offer':
      settle(talk)
      talk.state.lost = 0
      return say(
        talk,
        talk.voice.t(
          'Ok. Dime qué producto buscas y te ayudo.',
          'De acuerdo. Indíqueme qué producto busca y le ayudo.',
          {
            en: 'Okay. Tell me which product you are looking for and I will help you.',
            pt: 'Certo. Diga que produto procura e eu ajudo.',
          },
        ),
      )
    case undefined:
      return say(
        talk,
        talk.voice.t('Ok, sin problema. ¿Te ayudo con otra cosa?', 'De acuerdo. ¿Le ayudo con otra cosa?', {
          en: 'Okay, no problem. Can I help you with something else?',
          pt: 'Certo, sem problema. Ajudo com outra coisa?',
        }),
      )
    default:
      settle(talk)
      return say(
        talk,
        talk.voice.t('Ok, no hay problema. ¿Te muestro otra cosa?', 'De acuerdo. ¿Le muestro otra cosa?', {
          en: 'Okay, no problem. Shall I show you something else?',
          pt: 'Certo, sem problema. Mostro outra coisa?',
        }),
      )
  }
}

/** Picks from what was just listed: by number, size, colour, name. After a purchase was asked for, it is bought. */
export function selectOption(talk: Talk): void {
  const pending = talk.state.pending
  const options = findProducts(talk, pending?.kind === 'which_product' ? pending.skus : talk.state.listed)
  const swap = talk.u.entities.swap
  if (swap !== null && talk.state.cart.lines.length > 0) return swapProducts(talk, swap.out, swap.in)
  let picked = talk.picked.length > 0 ? talk.picked : pickFrom(talk, options)
  const mention = talk.u.entities.mentions[0]
  if (picked.length !== 1 && mention) {
    const resolved = resolveMention(talk, mention.text)
    if (resolved.kind === 'one') picked = [resolved.product]
    else if (resolved.kind === 'many' && picked.length === 0) picked = resolved.products
  }
  if (picked.length === 1 && mention && pending?.kind !== 'which_product') {
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
  // "la varita, una": with a number it is a purchase.
  if (quantity !== null) return finishBuying(talk, put(talk, product, quantity))
  showCard(talk, product)
}

/** How many of the words a name holds. */
function nameFit(name: string, words: string): number {
  const own = new Set(tokens(name).map((token) => stem(token.norm)))
  return tokens(words).filter((token) => own.has(stem(token.norm))).length
}

/** Data that was handed over: for the checkout; with a list before it and no checkout, a hint which one it is. */
export function giveInfo(talk: Talk): void {
  const { entities } = talk.u
  const personal =
    entities.name ?? entities.address ?? entities.email ?? entities.rut ?? entities.phone ?? entities.comuna
  if (!talk.state.checkout.active && personal === null) {
    if (talk.state.issue !== null && CASE_INTENTS.has(talk.state.lastIntent)) return addToCase(talk, 'words')
    const options = findProducts(talk, talk.state.listed)
    const picked = pickFrom(talk, options)
    if (picked.length === 1 && picked[0])
      return showCard(
        talk,
        picked[0],
        talk.voice.t('Entonces te sirve:', 'Entonces le sirve:', {
          en: 'Then this is for you:',
          pt: 'Então este serve:',
        }),
      )
    if (picked.length > 1 && picked.length < options.length)
      return listProducts(
        talk,
        picked,
        talk.voice.t('Entonces te sirven:', 'Entonces le sirven:', {
          en: 'Then these are for you:',
          pt: 'Então estes servem:',
        }),
      )
    if (talk.state.issue !== null) return addToCase(talk, 'words')
    const found = searchKind(talk, talk.text, 'any')
    if (found.length > 0 && found.length < 5)
      return listProducts(
        talk,
        found,
        talk.voice.t('¿Buscas alguno de estos?', '¿Busca alguno de estos?', {
          en: 'Are you looking for one of these?',
          pt: 'Procura algum destes?',
        }),
      )
    if (talk.u.entities.quantity !== null && focused(talk).length > 0) return buy(talk)
  }
  if (/cambi\w* (?:de |la |mi )?direcci[oó]n/i.test(talk.text)) return changeAddress(talk)
  provideInfo(talk)
}

const CASE_INTENTS: ReadonlySet<Intent | null> = new Set<Intent | null>(['complaint', 'returns'])

/** "la varita, una": a number word that ends the message. */
function trailingCount(text: string): number | null {
  const word =
    /[,;]\s*(\d{1,3}|un[oa]?|dos|tres|cuatro|cinco|seis)(?:\s+(?:nom[aá]s|sol[oa]|por\s?fa\w*))?[\s.!]*$/i.exec(
      text,
    )?.[1]
  if (word === undefined) return null
  if (/^\d/.test(word)) return Number(word)
  const at = ['un', 'dos', 'tres', 'cuatro', 'cinco', 'seis'].indexOf(word.toLowerCase().replace(/^un[oa]$/, 'un'))
  return at < 0 ? null : at + 1
}

export function setTo(talk: Talk, sku: string, quantity: number): void {
  const product = findProduct(talk, sku)
  if (!product) return yesToNothing(talk)
  talk.state.cart = setQuantity(talk.state.cart, sku, 0, product.stock)
  finishBuying(talk, put(talk, product, quantity))
}

function which(talk: Talk, skus: string[], quantity: number | null): void {
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

function yesToNothing(talk: Talk): void {
  const about = focused(talk)[0]
  if (talk.u.entities.quantity !== null && about) return finishBuying(talk, put(talk, about, talk.u.entities.quantity))
  if (talk.state.cart.lines.length > 0) {
    say(
      talk,
      talk.voice.t('¡Buena! ¿Algo más o cerramos el pedido?', 'Muy bien. ¿Algo más o cerramos el pedido?', {
        en: 'Great! Anything else, or shall we check out?',
        pt: 'Ótimo! Mais alguma coisa ou fechamos o pedido?',
      }),
    )
    talk.buttons = [
      { id: 'checkout', title: talk.voice.any('Pagar', { en: 'Pay', pt: 'Pagar' }) },
      { id: 'cart', title: talk.voice.any('Ver carrito', { en: 'See cart', pt: 'Ver carrinho' }) },
    ]
    return ask(talk, { kind: 'start_checkout' })
  }
  if (about && talk.state.listed.length === 1) {
    say(
      talk,
      talk.voice.any(`¿Agrego *${nameOf(talk, about)}*?`, {
        en: `Shall I add *${nameOf(talk, about)}*?`,
        pt: `Adiciono *${nameOf(talk, about)}*?`,
      }),
    )
    return ask(talk, { kind: 'add_to_cart', skus: [about.sku], quantity: 1 })
  }
  say(
    talk,
    talk.voice.t('¡Dale! ¿Qué andas buscando?', 'Muy bien. ¿Qué está buscando?', {
      en: 'All right! What are you looking for?',
      pt: 'Certo! O que você procura?',
    }),
  )
}

/** A yes with a condition: another price, a "pero". */
function qualified(talk: Talk): boolean {
  if (/\bpero\b|\bsi me\b|\bsiempre que\b/i.test(talk.text)) return true
  const total = talk.state.pending?.kind === 'confirm_order' ? talk.state.pending.total : -1
  return findForeign(talk.text, { amounts: new Set([total]), quotes: [], links: new Set() }).length > 0
}
