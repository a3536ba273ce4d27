import { plain } from '../reply/format.ts'
import type { OrderFacts, OrderStatus } from '../types.ts'
import { ask, note, openOrders, peso, quote, say, settle, type Talk } from './talk.ts'

const STATUS: Record<OrderStatus, string> = {
  pending_payment: 'esperando el pago',
  paid: 'pagado, lo estamos preparando',
  preparing: 'en preparación',
  shipped: 'despachado, va en camino',
  delivered: 'entregado',
  cancelled: 'anulado',
  expired: 'vencido sin pago',
  refunded: 'con la plata devuelta',
}

/** Where an order stands: the one whose number was given, else the latest. Only ever this shopper's own. */
export function orderStatus(talk: Talk): void {
  const order = orderMeant(talk)
  if (order === 'unknown') return unknownNumber(talk)
  if (order === null) {
    say(
      talk,
      talk.voice.t(
        'No encuentro pedidos tuyos en esta tienda. Si compraste con otro número, dime el *número de pedido*.',
        'No encuentro pedidos suyos en esta tienda. Si compró con otro número, indíqueme el *número de pedido*.',
      ),
    )
    offerPerson(talk)
    return
  }
  describe(talk, order)
  if (order.status === 'pending_payment') return giveLink(talk, order)
  const shipping = talk.shop.profile.policies.shipping
  if ((order.status === 'paid' || order.status === 'preparing' || order.status === 'shipped') && shipping !== null) {
    say(talk, quote(talk, shipping))
  }
}

/** "Ya pagué" pays nothing: the provider is asked, and what it says counts. */
export function paymentStatus(talk: Talk): void {
  const unpaid = talk.facts.orders.find((order) => order.status === 'pending_payment')
  const order = orderMeant(talk)
  if (wantsLink(talk) && unpaid) return giveLink(talk, unpaid)
  if (order === 'unknown') return unknownNumber(talk)
  const meant = order ?? unpaid ?? null
  if (meant === null) {
    say(talk, talk.voice.t('No tengo pedidos tuyos por pagar.', 'No tengo pedidos suyos por pagar.'))
    if (talk.state.cart.lines.length > 0)
      say(
        talk,
        talk.voice.t(
          'Tu carrito sigue guardado: escribe *pagar* para cerrar el pedido.',
          'Su carrito sigue guardado: escriba *pagar* para cerrar el pedido.',
        ),
      )
    return
  }
  if (meant.status !== 'pending_payment') return describe(talk, meant)
  talk.effects.push({ type: 'check_payment', orderId: meant.id })
  if (/rechaz|fall[oó]|no (?:me )?(?:pasa|deja|funciona)|error|expir|venci/i.test(talk.text)) {
    say(
      talk,
      `El pago del pedido *${meant.number}* (${peso(talk, meant.total)}) no está registrado. Puedes intentarlo de nuevo:`,
    )
    return giveLink(talk, meant)
  }
  say(
    talk,
    `Gracias por avisar. Estoy revisando el pago del pedido *${meant.number}* por ${peso(talk, meant.total)}; todavía no me aparece confirmado. Apenas lo vea te aviso por aquí.`,
  )
  if (/transfer|dep[oó]sit|comprobante/i.test(talk.text)) {
    talk.effects.push({ type: 'open_case', kind: 'transfer_proof', orderId: meant.id, summary: 'Dice que transfirió' })
  }
  if (meant.paymentUrl !== null) {
    talk.links.add(meant.paymentUrl)
    say(talk, `Si aún no pagas, el link es ${meant.paymentUrl}`)
  }
}

/** Asks first; a placed order is not called off by half a word. */
export function cancelOrder(talk: Talk): void {
  const order = orderMeant(talk)
  if (order === 'unknown') return unknownNumber(talk)
  const meant = order ?? openOrders(talk)[0] ?? null
  if (meant === null) {
    say(talk, talk.voice.t('No encuentro pedidos tuyos para anular.', 'No encuentro pedidos suyos para anular.'))
    if (talk.state.cart.lines.length > 0) {
      say(talk, talk.voice.t('Lo que sí tienes es un carrito: ¿lo vacío?', 'Lo que sí tiene es un carrito: ¿lo vacío?'))
      ask(talk, { kind: 'confirm_clear', cartVersion: talk.state.cart.version })
    }
    return
  }
  if (meant.status === 'cancelled' || meant.status === 'expired' || meant.status === 'refunded')
    return describe(talk, meant)
  if (meant.status === 'delivered') {
    describe(talk, meant)
    say(talk, 'Para cambios y devoluciones tienes 10 días desde que lo recibiste; te paso con una persona si quieres.')
    return offerPerson(talk)
  }
  say(talk, `¿Seguro que anulo el pedido *${meant.number}* por ${peso(talk, meant.total)}?`)
  talk.buttons = [
    { id: `cancel:${meant.id}`, title: 'Sí, anular' },
    { id: 'no', title: 'No' },
  ]
  ask(talk, { kind: 'confirm_cancel', orderId: meant.id })
}

/** The yes to "¿Seguro?". Unpaid: called off at once and the stock is back. Paid: a person gives the money back. */
export function cancelNow(talk: Talk, orderId: string): void {
  settle(talk)
  const order = talk.facts.orders.find((each) => each.id === orderId)
  if (!order || order.status === 'cancelled') {
    say(talk, order ? `El pedido *${order.number}* ya estaba anulado.` : 'Ese pedido no lo encuentro.')
    return
  }
  if (order.status === 'pending_payment') {
    talk.effects.push({ type: 'cancel_order', orderId, reason: 'shopper' })
    say(talk, `Listo, anulé el pedido *${order.number}*. No se te cobra nada.`)
    return
  }
  talk.effects.push({ type: 'request_cancellation', orderId, reason: 'shopper' })
  talk.effects.push({
    type: 'hand_over',
    reason: 'cancellation',
    summary: `Pide anular el pedido ${order.number} (${order.status})`,
  })
  if (talk.facts.mode === 'bot') talk.mode = { mode: 'waiting', reason: 'cancellation' }
  say(
    talk,
    `El pedido *${order.number}* ya está ${STATUS[order.status]}: pedí su anulación y una persona del equipo te confirma la devolución por aquí.`,
  )
}

export function wantsLink(talk: Talk): boolean {
  return /\blinks?\b|\benlace\b|\burl\b|p[aá]gina (?:de|para) pag|\bd[oó]nde pago\b/i.test(talk.text)
}

/** The link of an unpaid order, or a fresh one where it holds none. */
export function giveLink(talk: Talk, order: OrderFacts): void {
  if (order.paymentUrl === null) {
    talk.effects.push({ type: 'renew_payment', orderId: order.id })
    say(talk, `En un momento te mando el link para pagar el pedido *${order.number}* por ${peso(talk, order.total)}.`)
    return
  }
  talk.links.add(order.paymentUrl)
  say(talk, `Puedes pagar el pedido *${order.number}* (${peso(talk, order.total)}) aquí: ${order.paymentUrl}`)
}

export function unpaidOrder(talk: Talk): OrderFacts | undefined {
  return talk.facts.orders.find((order) => order.status === 'pending_payment')
}

function describe(talk: Talk, order: OrderFacts): void {
  const items = order.items.slice(0, 5).map((item) => `• ${item.quantity} × ${quote(talk, plain(item.name))}`)
  say(
    talk,
    `Tu pedido *${order.number}* está *${STATUS[order.status]}*.\n${items.join('\n')}\n*Total: ${peso(talk, order.total)}*`,
  )
}

/** The order a number names among this shopper's own; another's number is as unknown as one that never was. */
function orderMeant(talk: Talk): OrderFacts | 'unknown' | null {
  const asked = talk.u.entities.orderNumber
  if (asked !== null) {
    const digits = asked.replace(/\D/g, '')
    const own = talk.facts.orders.find(
      (order) => order.number === asked || (digits !== '' && order.number.replace(/\D/g, '') === digits),
    )
    return own ?? 'unknown'
  }
  return openOrders(talk)[0] ?? talk.facts.orders[0] ?? null
}

function unknownNumber(talk: Talk): void {
  note(talk, 'order number is none of this shopper')
  say(
    talk,
    talk.voice.t(
      'No encuentro ese número entre tus pedidos. ¿Lo revisas?',
      'No encuentro ese número entre sus pedidos. ¿Lo puede revisar?',
    ),
  )
  const last = talk.facts.orders[0]
  if (last) say(talk, `El último que tengo es el *${last.number}*.`)
}

export function offerPerson(talk: Talk): void {
  say(talk, talk.voice.t('¿Te paso con una persona del equipo?', '¿Le paso con una persona del equipo?'))
  talk.buttons = [{ id: 'human', title: 'Hablar con alguien' }]
  ask(talk, { kind: 'human_offer' })
}
