import { clearCart } from '../commerce/cart.ts'
import { cartLines, totalLine } from './cart-lines.ts'
import { keepsQuestion } from './show-products.ts'
import { summarize } from './summary.ts'
import { ask, peso, priceTalk, say, settle, type Talk } from './talk.ts'

export function viewCart(talk: Talk): void {
  const { lines } = priceTalk(talk)
  if (lines.length === 0) {
    const order = talk.facts.orders[0]
    if (order && order.status !== 'cancelled' && order.status !== 'expired') {
      say(
        talk,
        talk.voice.t(
          `Tu pedido *${order.number}* quedó en ${peso(talk, order.total)}. Tu carrito ahora está vacío.`,
          `Su pedido *${order.number}* quedó en ${peso(talk, order.total)}. Su carrito ahora está vacío.`,
          {
            en: `Your order *${order.number}* came to ${peso(talk, order.total)}. Your cart is empty now.`,
            pt: `Seu pedido *${order.number}* ficou em ${peso(talk, order.total)}. Seu carrinho agora está vazio.`,
          },
        ),
      )
      return
    }
    say(
      talk,
      talk.voice.t('Tu carrito está vacío. ¿Te muestro algo?', 'Su carrito está vacío. ¿Le muestro algo?', {
        en: 'Your cart is empty. Shall I show you something?',
        pt: 'Seu carrinho está vazio. Mostro alguma coisa?',
      }),
    )
    return
  }
  // With the address known the whole is known, shipping included.
  if (talk.state.pending?.kind === 'confirm_order') return summarize(talk)
  say(
    talk,
    `${talk.voice.t('🛒 Llevas:', '🛒 Lleva:', { en: '🛒 Your cart:', pt: '🛒 Seu carrinho:' })}\n${cartLines(talk).join('\n')}\n${totalLine(talk)}`,
  )
  if (keepsQuestion(talk)) return
  talk.buttons = [
    { id: 'checkout', title: talk.voice.any('Pagar', { en: 'Pay', pt: 'Pagar' }) },
    { id: 'clear', title: talk.voice.any('Vaciar', { en: 'Empty it', pt: 'Esvaziar' }) },
  ]
  ask(talk, { kind: 'start_checkout' })
}

export function clearTheCart(talk: Talk): void {
  if (talk.state.cart.lines.length === 0) {
    say(
      talk,
      talk.voice.t('Tu carrito ya está vacío. ¿Partimos de nuevo?', 'Su carrito ya está vacío. ¿Partimos de nuevo?', {
        en: 'Your cart is already empty. Shall we start again?',
        pt: 'Seu carrinho já está vazio. Começamos de novo?',
      }),
    )
    talk.state.checkout.active = false
    settle(talk)
    return
  }
  say(
    talk,
    `${talk.voice.t('¿Seguro que vacío tu carrito?', '¿Seguro que vacío su carrito?', { en: 'Shall I really empty your cart?', pt: 'Esvazio mesmo o seu carrinho?' })}\n${cartLines(talk).join('\n')}`,
  )
  talk.buttons = [
    {
      id: `clear:${talk.state.cart.version}`,
      title: talk.voice.any('Sí, vaciar', { en: 'Yes, empty it', pt: 'Sim, esvaziar' }),
    },
    { id: 'no', title: talk.voice.any('No', { en: 'No', pt: 'Não' }) },
  ]
  ask(talk, { kind: 'confirm_clear', cartVersion: talk.state.cart.version })
}

export function emptyTheCart(talk: Talk): void {
  talk.state.cart = clearCart(talk.state.cart)
  talk.state.checkout.active = false
  talk.state.lastLine = null
  talk.state.coupon = null
  settle(talk)
  say(
    talk,
    talk.voice.t('Listo, vacié tu carrito. ¿Qué te muestro?', 'Listo, vacié su carrito. ¿Qué le muestro?', {
      en: 'Done, your cart is empty. What shall I show you?',
      pt: 'Pronto, esvaziei seu carrinho. O que mostro?',
    }),
  )
}
