import { findForeign } from '../guard/guard.ts'
import type { Intent } from '../types.ts'
import { buy } from './buy.ts'
import { addToCase } from './cases.ts'
import { changeAddress, continueCheckout, correctsOrder, provideInfo, startCheckout } from './checkout.ts'
import { confirmOrder, declineOrder, tellTaken } from './confirm-order.ts'
import { swapProducts } from './swap-products.ts'
import { handOver } from './hand-over.ts'
import { cancelNow } from './orders.ts'
import { takePayment } from './payment-choice.ts'
import { pickFrom } from './pick.ts'
import { finishBuying, payOrCart, put, recount } from './put-in-cart.ts'
import { which } from './select-option.ts'
import { focused, listProducts, searchKind, showCard } from './show-products.ts'
import { NO_NOTES, summarize } from './summary.ts'
import { ask, findProduct, findProducts, nameOf, note, openOrders, say, settle, type Talk } from './talk.ts'
import { emptyTheCart } from './view-cart.ts'

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

/** Data that was handed over: for the checkout; with a list before it and no checkout, a hint which one it is. */
export function giveInfo(talk: Talk): void {
  const { entities } = talk.u
  const personal =
    entities.name ?? entities.address ?? entities.email ?? entities.rut ?? entities.phone ?? entities.comuna
  if (!talk.state.checkout.active && personal === null && !correctsOrder(talk)) {
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

export function setTo(talk: Talk, sku: string, quantity: number): void {
  const product = findProduct(talk, sku)
  if (!product) return yesToNothing(talk)
  finishBuying(talk, recount(talk, product, quantity))
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
    talk.buttons = payOrCart(talk)
    return ask(talk, { kind: 'start_checkout' })
  }
  // "sí… sí… sí" to a summary: what was bought a moment ago is not offered again as if it were wanted twice.
  const taken = openOrders(talk).find((order) => order.items.some((item) => item.sku === about?.sku))
  if (taken !== undefined) return tellTaken(talk, taken)
  if (about && about.stock > 0 && talk.state.listed.length === 1) {
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
