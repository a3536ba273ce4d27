import { countUnits, setQuantity } from '../commerce/cart.ts'
import { plain } from '../reply/format.ts'
import type { CheckoutField } from '../understand/types.ts'
import { missingField, recall, takeDetails } from './checkout-details.ts'
import { summarize } from './summary.ts'
import { ask, findProduct, nameOf, note, openOrders, peso, priceTalk, say, settle, type Talk } from './talk.ts'

/** The shopper wants to pay: check the stock, ask for what is missing, else put the summary. */
export function startCheckout(talk: Talk): void {
  if (countUnits(talk.state.cart) === 0) {
    const unpaid = openOrders(talk).find((order) => order.status === 'pending_payment')
    if (unpaid) {
      say(talk, `Tu pedido *${unpaid.number}* por ${peso(talk, unpaid.total)} está esperando el pago.`)
      if (unpaid.paymentUrl !== null) {
        talk.links.add(unpaid.paymentUrl)
        say(talk, `Paga aquí: ${unpaid.paymentUrl}`)
      }
      return
    }
    say(
      talk,
      talk.voice.t(
        'Tu carrito está vacío. Dime qué producto quieres y lo agrego.',
        'Su carrito está vacío. Dígame qué producto desea y lo agrego.',
      ),
    )
    return
  }
  talk.state.checkout.active = true
  recall(talk)
  takeDetails(talk)
  continueCheckout(talk)
}

/** The next step of a checkout under way: the next missing thing, or the summary to confirm. */
export function continueCheckout(talk: Talk): void {
  if (fixStock(talk)) return
  const field = missingField(talk)
  if (field !== null) return askField(talk, field)
  summarize(talk)
}

/** What was handed over: kept, whatever the shopper was asked for; then the checkout goes on. */
export function provideInfo(talk: Talk): void {
  const changed = takeDetails(talk)
  const name = talk.state.checkout.customer.name
  if (!talk.state.checkout.active) {
    if (changed.length > 0) {
      say(
        talk,
        name !== undefined && changed.includes('name')
          ? `¡Gracias, ${plain(firstName(name))}! Lo anoté para tu pedido.`
          : talk.voice.t('Anotado para tu pedido.', 'Anotado para su pedido.'),
      )
      if (talk.state.cart.lines.length > 0) return startCheckout(talk)
    } else {
      say(talk, talk.voice.t('Gracias. ¿Qué producto te muestro?', 'Gracias. ¿Qué producto le muestro?'))
    }
    return
  }
  if (talk.u.entities.rutInvalid) say(talk, 'Ese RUT no calza con su dígito verificador, ¿lo revisas?')
  if (changed.length === 0) note(talk, 'nothing new in the data')
  continueCheckout(talk)
}

function askField(talk: Talk, field: CheckoutField): void {
  const { t } = talk.voice
  const again = talk.state.pending?.kind === 'checkout_field' && talk.state.pending.field === field
  if (field === 'address') {
    const name = talk.state.checkout.customer.name === undefined
    const pickup = talk.shop.profile.checkout.pickup
      ? t(' Si prefieres retirar, escribe *retiro*.', ' Si prefiere retirar, escriba *retiro*.')
      : ''
    say(
      talk,
      again
        ? t(
            `Para despachar necesito la dirección con número y comuna.${pickup}`,
            `Para despachar necesito la dirección con número y comuna.${pickup}`,
          )
        : name
          ? t(
              `¡Vamos! Dime tu *nombre* y la *dirección* con comuna para el despacho.${pickup}`,
              `Muy bien. Indíqueme su *nombre* y la *dirección* con comuna para el despacho.${pickup}`,
            )
          : t(
              `¿A qué *dirección* con comuna te lo mandamos?${pickup}`,
              `¿A qué *dirección* con comuna se lo enviamos?${pickup}`,
            ),
    )
  } else {
    const questions: Record<Exclude<CheckoutField, 'address'>, string> = {
      name: t('¿A nombre de quién va el pedido?', '¿A nombre de quién va el pedido?'),
      delivery: t('¿Te lo despachamos o lo retiras?', '¿Se lo despachamos o lo retira?'),
      comuna: t('¿En qué comuna es?', '¿En qué comuna es?'),
      email: t(
        '¿A qué *correo* te llega el comprobante del pago?',
        '¿A qué *correo* le llega el comprobante del pago?',
      ),
      rut: t('¿Me das tu *RUT*?', '¿Me indica su *RUT*?'),
      phone: t('¿Qué *teléfono* dejo para el despacho?', '¿Qué *teléfono* dejo para el despacho?'),
      notes: t('¿Alguna indicación para el despacho?', '¿Alguna indicación para el despacho?'),
    }
    say(talk, questions[field])
  }
  ask(talk, { kind: 'checkout_field', field })
}

/** "Cambia la dirección": forgets it and asks again. */
export function changeAddress(talk: Talk): void {
  talk.state.checkout.delivery = null
  talk.state.checkout.active = true
  if (takeDetails(talk).some((key) => key === 'address')) return continueCheckout(talk)
  askField(talk, 'address')
}

/** What a later stock or catalog change makes impossible is taken down to what there is, and said. */
export function fixStock(talk: Talk): boolean {
  const changed: string[] = []
  for (const line of talk.state.cart.lines) {
    const product = findProduct(talk, line.sku)
    const stock = product?.stock ?? 0
    if (line.quantity <= stock) continue
    talk.state.cart = setQuantity(talk.state.cart, line.sku, stock, stock)
    changed.push(
      product
        ? `*${nameOf(talk, product)}*: ${stock === 0 ? 'se agotó' : `quedan ${stock}`}`
        : 'un producto que ya no vendemos',
    )
  }
  if (changed.length === 0) return false
  say(talk, `Ojo, cambió el stock:\n${changed.join('\n')}`)
  if (talk.state.cart.lines.length === 0) {
    talk.state.checkout.active = false
    say(
      talk,
      talk.voice.t(
        'Tu carrito quedó vacío. ¿Te muestro algo parecido?',
        'Su carrito quedó vacío. ¿Le muestro algo parecido?',
      ),
    )
    settle(talk)
    return true
  }
  summarizeOrAsk(talk)
  return true
}

function summarizeOrAsk(talk: Talk): void {
  const field = missingField(talk)
  if (field === null) summarize(talk)
  else askField(talk, field)
}

/** Comes back to the open question after a digression; short, because it was put before. */
export function returnToQuestion(talk: Talk): void {
  const pending = talk.state.pending
  if (!pending || talk.settled) return
  if (pending.kind === 'checkout_field') {
    talk.state.asked += 1
    const what = {
      address: 'tu nombre y dirección con comuna',
      comuna: 'tu comuna',
      name: 'tu nombre',
      email: 'tu correo',
      rut: 'tu RUT',
      phone: 'tu teléfono',
      notes: 'las indicaciones de despacho',
      delivery: 'si lo despachamos o lo retiras',
    }[pending.field]
    say(
      talk,
      talk.voice.t(
        `Para seguir con tu pedido, dime ${what}.`,
        `Para seguir con su pedido, indíqueme ${what.replace('tu ', 'su ').replace('retiras', 'retira')}.`,
      ),
    )
  }
  if (pending.kind === 'confirm_order') {
    const priced = priceTalk(talk)
    if (pending.cartVersion !== talk.state.cart.version || pending.total !== priced.total) return summarize(talk)
    talk.state.asked += 1
    say(talk, `¿Confirmo tu pedido por ${peso(talk, pending.total)}?`)
    talk.rows = null
    talk.buttons = [
      { id: `ord:${pending.cartVersion}:${pending.total}:confirm`, title: 'Confirmo' },
      { id: `ord:${pending.cartVersion}:${pending.total}:edit`, title: 'Cambiar algo' },
    ]
  }
}

export function firstName(name: string): string {
  return name.split(/\s+/)[0] ?? name
}
