import { plain } from '../reply/format.ts'
import type { OrderFacts, OrderStatus } from '../types.ts'
import { withdrawalText } from './withdrawal.ts'
import { ask, note, openOrders, peso, quote, say, settle, type Talk } from './talk.ts'

const STATUS: Record<OrderStatus, { es: string; en: string; pt: string }> = {
  pending_payment: { es: 'esperando el pago', en: 'waiting for its payment', pt: 'aguardando o pagamento' },
  paid: { es: 'pagado, lo estamos preparando', en: 'paid, we are preparing it', pt: 'pago, estamos preparando' },
  preparing: { es: 'en preparación', en: 'being prepared', pt: 'em preparação' },
  shipped: { es: 'despachado, va en camino', en: 'sent, on its way', pt: 'enviado, a caminho' },
  delivered: { es: 'entregado', en: 'delivered', pt: 'entregue' },
  cancelled: { es: 'anulado', en: 'cancelled', pt: 'cancelado' },
  expired: { es: 'vencido sin pago', en: 'expired without payment', pt: 'vencido sem pagamento' },
  refunded: { es: 'con la plata devuelta', en: 'refunded', pt: 'com o dinheiro devolvido' },
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
        {
          en: 'I find no orders of yours in this shop. If you bought with another number, tell me the *order number*.',
          pt: 'Não encontro pedidos seus nesta loja. Se comprou com outro número, diga o *número do pedido*.',
        },
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
    say(
      talk,
      talk.voice.t('No tengo pedidos tuyos por pagar.', 'No tengo pedidos suyos por pagar.', {
        en: 'You have no orders to pay.',
        pt: 'Não há pedidos seus a pagar.',
      }),
    )
    if (talk.state.cart.lines.length > 0)
      say(
        talk,
        talk.voice.t(
          'Tu carrito sigue guardado: escribe *pagar* para cerrar el pedido.',
          'Su carrito sigue guardado: escriba *pagar* para cerrar el pedido.',
          {
            en: 'Your cart is still here: write *pay* to check out.',
            pt: 'Seu carrinho continua guardado: escreva *pagar* para fechar o pedido.',
          },
        ),
      )
    return
  }
  if (meant.status !== 'pending_payment') return describe(talk, meant)
  talk.effects.push({ type: 'check_payment', orderId: meant.id })
  if (/rechaz|fall[oó]|no (?:me )?(?:pasa|deja|funciona)|error|expir|venci/i.test(talk.text)) {
    say(
      talk,
      talk.voice.t(
        `El pago del pedido *${meant.number}* (${peso(talk, meant.total)}) no está registrado. Puedes intentarlo de nuevo:`,
        `El pago del pedido *${meant.number}* (${peso(talk, meant.total)}) no está registrado. Puede intentarlo de nuevo:`,
        {
          en: `The payment of order *${meant.number}* (${peso(talk, meant.total)}) is not registered. You can try again:`,
          pt: `O pagamento do pedido *${meant.number}* (${peso(talk, meant.total)}) não está registrado. Pode tentar de novo:`,
        },
      ),
    )
    return giveLink(talk, meant)
  }
  say(
    talk,
    talk.voice.t(
      `Gracias por avisar. Estoy revisando el pago del pedido *${meant.number}* por ${peso(talk, meant.total)}; todavía no me aparece confirmado. Apenas lo vea te aviso por aquí.`,
      `Gracias por avisar. Estoy revisando el pago del pedido *${meant.number}* por ${peso(talk, meant.total)}; todavía no me aparece confirmado. Apenas lo vea le aviso por aquí.`,
      {
        en: `Thank you for telling me. I am checking the payment of order *${meant.number}* for ${peso(talk, meant.total)}; I do not see it confirmed yet. I will write here as soon as I do.`,
        pt: `Obrigado por avisar. Estou verificando o pagamento do pedido *${meant.number}* de ${peso(talk, meant.total)}; ainda não aparece confirmado. Assim que aparecer, aviso por aqui.`,
      },
    ),
  )
  if (/transfer|dep[oó]sit|comprobante/i.test(talk.text)) {
    talk.effects.push({ type: 'open_case', kind: 'transfer_proof', orderId: meant.id, summary: 'Dice que transfirió' })
  }
  if (meant.paymentUrl !== null) {
    talk.links.add(meant.paymentUrl)
    say(
      talk,
      talk.voice.t(
        `Si aún no pagas, el link es ${meant.paymentUrl}`,
        `Si aún no paga, el link es ${meant.paymentUrl}`,
        {
          en: `If you have not paid yet, the link is ${meant.paymentUrl}`,
          pt: `Se ainda não pagou, o link é ${meant.paymentUrl}`,
        },
      ),
    )
  }
}

/** Asks first; a placed order is not called off by half a word. */
export function cancelOrder(talk: Talk): void {
  const order = orderMeant(talk)
  if (order === 'unknown') return unknownNumber(talk)
  const meant = order ?? openOrders(talk)[0] ?? null
  if (meant === null) {
    say(
      talk,
      talk.voice.t('No encuentro pedidos tuyos para anular.', 'No encuentro pedidos suyos para anular.', {
        en: 'I find no orders of yours to cancel.',
        pt: 'Não encontro pedidos seus para cancelar.',
      }),
    )
    if (talk.state.cart.lines.length > 0) {
      say(
        talk,
        talk.voice.t('Lo que sí tienes es un carrito: ¿lo vacío?', 'Lo que sí tiene es un carrito: ¿lo vacío?', {
          en: 'What you do have is a cart: shall I empty it?',
          pt: 'O que você tem é um carrinho: esvazio?',
        }),
      )
      ask(talk, { kind: 'confirm_clear', cartVersion: talk.state.cart.version })
    }
    return
  }
  if (meant.status === 'cancelled' || meant.status === 'expired' || meant.status === 'refunded')
    return describe(talk, meant)
  if (meant.status === 'delivered') {
    describe(talk, meant)
    const until = withdrawalText(talk, meant)
    if (until !== null) say(talk, until)
    return offerPerson(talk)
  }
  say(
    talk,
    talk.voice.any(`¿Seguro que anulo el pedido *${meant.number}* por ${peso(talk, meant.total)}?`, {
      en: `Shall I really cancel order *${meant.number}* for ${peso(talk, meant.total)}?`,
      pt: `Cancelo mesmo o pedido *${meant.number}* de ${peso(talk, meant.total)}?`,
    }),
  )
  talk.buttons = [
    {
      id: `cancel:${meant.id}`,
      title: talk.voice.any('Sí, anular', { en: 'Yes, cancel it', pt: 'Sim, cancelar' }),
    },
    { id: 'no', title: talk.voice.any('No', { en: 'No', pt: 'Não' }) },
  ]
  ask(talk, { kind: 'confirm_cancel', orderId: meant.id })
}

/** The yes to "¿Seguro?". Unpaid: called off at once and the stock is back. Paid: a person gives the money back. */
export function cancelNow(talk: Talk, orderId: string): void {
  settle(talk)
  const order = talk.facts.orders.find((each) => each.id === orderId)
  if (!order || order.status === 'cancelled') {
    say(
      talk,
      order
        ? talk.voice.any(`El pedido *${order.number}* ya estaba anulado.`, {
            en: `Order *${order.number}* was already cancelled.`,
            pt: `O pedido *${order.number}* já estava cancelado.`,
          })
        : talk.voice.any('Ese pedido no lo encuentro.', {
            en: 'I cannot find that order.',
            pt: 'Não encontro esse pedido.',
          }),
    )
    return
  }
  if (order.status === 'pending_payment') {
    talk.effects.push({ type: 'cancel_order', orderId, reason: 'shopper' })
    say(
      talk,
      talk.voice.t(
        `Listo, anulé el pedido *${order.number}*. No se te cobra nada.`,
        `Listo, anulé el pedido *${order.number}*. No se le cobra nada.`,
        {
          en: `Done, I cancelled order *${order.number}*. You are charged nothing.`,
          pt: `Pronto, cancelei o pedido *${order.number}*. Nada será cobrado.`,
        },
      ),
    )
    return
  }
  talk.effects.push({ type: 'request_cancellation', orderId, reason: 'shopper' })
  talk.effects.push({
    type: 'hand_over',
    reason: 'cancellation',
    summary: `Pide anular el pedido ${order.number} (${order.status})`,
  })
  if (talk.facts.mode === 'bot') talk.mode = { mode: 'waiting', reason: 'cancellation' }
  const status = STATUS[order.status][talk.voice.language]
  say(
    talk,
    talk.voice.t(
      `El pedido *${order.number}* ya está ${status}: pedí su anulación y una persona del equipo te confirma la devolución por aquí.`,
      `El pedido *${order.number}* ya está ${status}: pedí su anulación y una persona del equipo le confirma la devolución por aquí.`,
      {
        en: `Order *${order.number}* is already ${status}: I asked for its cancellation and a person of the team will confirm the refund here.`,
        pt: `O pedido *${order.number}* já está ${status}: pedi o cancelamento e uma pessoa da equipe confirma a devolução por aqui.`,
      },
    ),
  )
}

export function wantsLink(talk: Talk): boolean {
  return /\blinks?\b|\benlace\b|\burl\b|p[aá]gina (?:de|para) pag|\b(?:d[oó]nde|c[oó]mo) (?:lo )?pago\b|\bdatos (?:para|de la|de) (?:transf|cuenta)|\bqu[eé] cuenta (?:transf|dep)/i.test(
    talk.text,
  )
}

/** The link of an unpaid order, or a fresh one where it holds none. */
export function giveLink(talk: Talk, order: OrderFacts): void {
  if (order.paymentMethod === 'transfer') {
    const [number, total] = [order.number, peso(talk, order.total)]
    talk.effects.push({ type: 'renew_payment', orderId: order.id })
    return say(
      talk,
      talk.voice.t(
        `En un momento te mando de nuevo los datos para transferir el pedido *${number}* por ${total}.`,
        `En un momento le envío de nuevo los datos para transferir el pedido *${number}* por ${total}.`,
        {
          en: `I send you the account for order *${number}* (${total}) again in a moment.`,
          pt: `Já mando de novo os dados para a transferência do pedido *${number}* (${total}).`,
        },
      ),
    )
  }
  if (order.paymentUrl === null) {
    talk.effects.push({ type: 'renew_payment', orderId: order.id })
    say(
      talk,
      talk.voice.t(
        `En un momento te mando el link para pagar el pedido *${order.number}* por ${peso(talk, order.total)}.`,
        `En un momento le envío el link para pagar el pedido *${order.number}* por ${peso(talk, order.total)}.`,
        {
          en: `I will send you the link to pay order *${order.number}* for ${peso(talk, order.total)} in a moment.`,
          pt: `Em um momento mando o link para pagar o pedido *${order.number}* de ${peso(talk, order.total)}.`,
        },
      ),
    )
    return
  }
  talk.links.add(order.paymentUrl)
  say(
    talk,
    talk.voice.t(
      `Puedes pagar el pedido *${order.number}* (${peso(talk, order.total)}) aquí: ${order.paymentUrl}`,
      `Puede pagar el pedido *${order.number}* (${peso(talk, order.total)}) aquí: ${order.paymentUrl}`,
      {
        en: `You can pay order *${order.number}* (${peso(talk, order.total)}) here: ${order.paymentUrl}`,
        pt: `Você pode pagar o pedido *${order.number}* (${peso(talk, order.total)}) aqui: ${order.paymentUrl}`,
      },
    ),
  )
}

export function unpaidOrder(talk: Talk): OrderFacts | undefined {
  return talk.facts.orders.find((order) => order.status === 'pending_payment')
}

function describe(talk: Talk, order: OrderFacts): void {
  const status = STATUS[order.status][talk.voice.language]
  const items = order.items.slice(0, 5).map((item) => `• ${item.quantity} × ${quote(talk, plain(item.name))}`)
  say(
    talk,
    `${talk.voice.t(`Tu pedido *${order.number}* está *${status}*.`, `Su pedido *${order.number}* está *${status}*.`, {
      en: `Your order *${order.number}* is *${status}*.`,
      pt: `Seu pedido *${order.number}* está *${status}*.`,
    })}\n${items.join('\n')}\n*Total: ${peso(talk, order.total)}*`,
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
      {
        en: 'I cannot find that number among your orders. Could you check it?',
        pt: 'Não encontro esse número entre seus pedidos. Pode revisar?',
      },
    ),
  )
  const last = talk.facts.orders[0]
  if (last)
    say(
      talk,
      talk.voice.any(`El último que tengo es el *${last.number}*.`, {
        en: `The latest I have is *${last.number}*.`,
        pt: `O último que tenho é o *${last.number}*.`,
      }),
    )
}

export function offerPerson(talk: Talk): void {
  say(
    talk,
    talk.voice.t('¿Te paso con una persona del equipo?', '¿Le paso con una persona del equipo?', {
      en: 'Shall I pass you on to a person of the team?',
      pt: 'Passo você para uma pessoa da equipe?',
    }),
  )
  talk.buttons = [
    {
      id: 'human',
      title: talk.voice.any('Hablar con alguien', {
        en: 'Talk to someone',
        pt: 'Falar com alguém',
      }),
    },
  ]
  ask(talk, { kind: 'human_offer' })
}
