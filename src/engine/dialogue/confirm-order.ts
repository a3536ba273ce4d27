import { countUnits } from '../commerce/cart.ts'
import type { Delivery } from '../commerce/effects.ts'
import { paymentSlot, SLOT } from '../reply/slots.ts'
import type { OrderFacts } from '../types.ts'
import { missingField, takeDetails } from './checkout-details.ts'
import { continueCheckout, fixStock } from './checkout.ts'
import { offerToRemember } from './consents.ts'
import { paymentOf } from './payment-choice.ts'
import { summarize } from './summary.ts'
import { oneOf, openOrders, peso, priceTalk, say, sayKindly, settle, type Talk } from './talk.ts'

/**
 * The yes. It counts only for the cart and the total that the shopper saw: where either moved meanwhile, the summary is
 * put again and nothing is charged.
 */
export function confirmOrder(talk: Talk, seen: { cartVersion: number; total: number }): void {
  if (countUnits(talk.state.cart) === 0) {
    const order = openOrders(talk)[0]
    settle(talk)
    if (order) return tellTaken(talk, order)
    say(
      talk,
      talk.voice.t(
        'Ese pedido ya no está vigente y tu carrito está vacío.',
        'Ese pedido ya no está vigente y su carrito está vacío.',
        {
          en: 'That order is no longer open and your cart is empty.',
          pt: 'Esse pedido já não está em aberto e seu carrinho está vazio.',
        },
      ),
    )
    return
  }
  talk.state.checkout.active = true
  if (fixStock(talk)) return
  const priced = priceTalk(talk)
  if (missingField(talk) !== null) return continueCheckout(talk)
  if (
    seen.cartVersion !== talk.state.cart.version ||
    seen.total !== priced.total ||
    priced.quote.state === 'undeliverable'
  ) {
    say(
      talk,
      talk.voice.t(
        'Ojo, el pedido cambió desde ese resumen. Revísalo de nuevo:',
        'El pedido cambió desde ese resumen. Por favor revíselo de nuevo:',
        {
          en: 'Please note, the order changed since that summary. Please check it again:',
          pt: 'Atenção, o pedido mudou desde esse resumo. Confira de novo:',
        },
      ),
    )
    return summarize(talk)
  }
  const delivery: Delivery = talk.state.checkout.delivery ?? { method: 'delivery' }
  const method = paymentOf(talk)?.name ?? 'local'
  talk.effects.push({
    type: 'place_order',
    cartVersion: talk.state.cart.version,
    items: priced.lines.map((line) => ({
      sku: line.sku,
      name: line.name,
      quantity: line.quantity,
      unitPrice: line.unitPrice,
    })),
    subtotal: priced.subtotal,
    discount: priced.discount,
    shipping: priced.shipping,
    total: priced.total,
    discounts: priced.discounts.map((each) => ({ id: each.id, amount: each.amount })),
    customer: talk.state.checkout.customer,
    delivery,
    paymentMethod: method,
    acceptedMessageId: talk.message.id,
  })
  const lead = oneOf(talk, '¡Listo!', '¡Perfecto!', '¡Buenísimo!')
  const total = peso(talk, priced.total)
  say(
    talk,
    talk.voice.t(
      `${lead} Tu pedido *${SLOT.orderNumber}* quedó tomado por ${total} 🙌`,
      `Muchas gracias. Su pedido *${SLOT.orderNumber}* quedó tomado por ${total} 🙌`,
      {
        en: `Done! Your order *${SLOT.orderNumber}* is placed for ${total} 🙌`,
        pt: `Pronto! Seu pedido *${SLOT.orderNumber}* está feito por ${total} 🙌`,
      },
    ),
  )
  if (method === 'transfer')
    say(
      talk,
      talk.voice.t(
        'En un momento te mando los datos para transferir.',
        'En un momento le envío los datos para transferir.',
        { en: 'I send you the account to transfer to in a moment.', pt: 'Já mando os dados para a transferência.' },
      ),
    )
  else say(talk, paymentSlot(talk.voice))
  sayKindly(
    talk,
    talk.voice.t('Apenas se confirme el pago te aviso por aquí.', 'Apenas se confirme el pago le aviso por aquí.', {
      en: 'I will write to you here as soon as the payment is confirmed.',
      pt: 'Assim que o pagamento for confirmado, aviso por aqui.',
    }),
  )
  // The cart is the order's now: a new one begins, at a version that no button of the old one fits.
  talk.state.cart = { version: talk.state.cart.version + 1, lines: [] }
  const { customer } = talk.state.checkout
  // Who bought and where to is the order's; the conversation keeps it only with the shopper's word.
  talk.state.checkout = { active: false, customer: {}, delivery: null }
  talk.state.coupon = null
  talk.state.lastLine = null
  settle(talk)
  offerToRemember(talk, { customer, delivery })
}

/** A yes too many: the order stands, and there is one of it. */
export function tellTaken(talk: Talk, order: OrderFacts): void {
  say(
    talk,
    talk.voice.t(
      `Tu pedido *${order.number}* ya está tomado, no hace falta confirmarlo de nuevo.`,
      `Su pedido *${order.number}* ya está tomado, no hace falta confirmarlo de nuevo.`,
      {
        en: `Your order *${order.number}* is already placed, there is no need to confirm it again.`,
        pt: `Seu pedido *${order.number}* já está feito, não precisa confirmar de novo.`,
      },
    ),
  )
}

/** "No" to the summary: with the correction in it, it is taken; without, we ask what to change. */
export function declineOrder(talk: Talk): void {
  if (takeDetails(talk).length > 0) {
    say(talk, talk.voice.any('Corregido ✅', { en: 'Corrected ✅', pt: 'Corrigido ✅' }))
    return continueCheckout(talk)
  }
  say(
    talk,
    talk.voice.t(
      'Sin problema, no confirmo nada. Dime qué cambio: productos, cantidades o dirección. Tu carrito queda guardado.',
      'Sin problema, no confirmo nada. Dígame qué cambio: productos, cantidades o dirección. Su carrito queda guardado.',
      {
        en: 'No problem, I am not placing anything. Tell me what to change: products, quantities or address. Your cart stays as it is.',
        pt: 'Sem problema, não confirmo nada. Diga o que mudo: produtos, quantidades ou endereço. Seu carrinho fica guardado.',
      },
    ),
  )
  talk.state.checkout.active = false
  talk.buttons = [
    { id: 'edit:address', title: talk.voice.any('Dirección', { en: 'Address', pt: 'Endereço' }) },
    { id: 'cart', title: talk.voice.any('Ver carrito', { en: 'See cart', pt: 'Ver carrinho' }) },
    {
      id: 'checkout',
      title: talk.voice.any('Seguir y pagar', { en: 'Go on and pay', pt: 'Seguir e pagar' }),
    },
  ]
  settle(talk)
}
