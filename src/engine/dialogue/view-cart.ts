import { clearCart } from '../commerce/cart.ts'
import { cartLines, totalLine } from './cart-lines.ts'
import { keepsQuestion } from './show-products.ts'
import { ask, peso, priceTalk, say, settle, type Talk } from './talk.ts'

export function viewCart(talk: Talk): void {
  const { lines } = priceTalk(talk)
  if (lines.length === 0) {
    const order = talk.facts.orders[0]
    if (order && order.status !== 'cancelled' && order.status !== 'expired') {
      say(talk, `Tu pedido *${order.number}* quedó en ${peso(talk, order.total)}. Tu carrito ahora está vacío.`)
      return
    }
    say(talk, talk.voice.t('Tu carrito está vacío. ¿Te muestro algo?', 'Su carrito está vacío. ¿Le muestro algo?'))
    return
  }
  say(talk, `${talk.voice.t('🛒 Llevas:', '🛒 Lleva:')}\n${cartLines(talk).join('\n')}\n${totalLine(talk)}`)
  if (keepsQuestion(talk)) return
  talk.buttons = [
    { id: 'checkout', title: 'Pagar' },
    { id: 'clear', title: 'Vaciar' },
  ]
  ask(talk, { kind: 'start_checkout' })
}

export function clearTheCart(talk: Talk): void {
  if (talk.state.cart.lines.length === 0) {
    say(
      talk,
      talk.voice.t('Tu carrito ya está vacío. ¿Partimos de nuevo?', 'Su carrito ya está vacío. ¿Partimos de nuevo?'),
    )
    talk.state.checkout.active = false
    settle(talk)
    return
  }
  say(
    talk,
    `${talk.voice.t('¿Seguro que vacío tu carrito?', '¿Seguro que vacío su carrito?')}\n${cartLines(talk).join('\n')}`,
  )
  talk.buttons = [
    { id: `clear:${talk.state.cart.version}`, title: 'Sí, vaciar' },
    { id: 'no', title: 'No' },
  ]
  ask(talk, { kind: 'confirm_clear', cartVersion: talk.state.cart.version })
}

export function emptyTheCart(talk: Talk): void {
  talk.state.cart = clearCart(talk.state.cart)
  talk.state.checkout.active = false
  talk.state.lastLine = null
  talk.state.coupon = null
  settle(talk)
  say(talk, talk.voice.t('Listo, vacié tu carrito. ¿Qué te muestro?', 'Listo, vacié su carrito. ¿Qué le muestro?'))
}
