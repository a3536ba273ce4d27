import { countUnits, setQuantity } from '../commerce/cart.ts'
import { comunaNamed } from '../commerce/comunas.ts'
import type { Delivery } from '../commerce/effects.ts'
import { priceCart } from '../commerce/pricing.ts'
import { clip, plain } from '../reply/format.ts'
import { SLOT } from '../reply/slots.ts'
import type { CheckoutField } from '../understand/types.ts'
import { readAddress } from './address.ts'
import { cartLines } from './cart-lines.ts'
import {
  ask,
  findProduct,
  nameOf,
  note,
  oneOf,
  openOrders,
  peso,
  priceTalk,
  quote,
  say,
  settle,
  type Talk,
} from './talk.ts'

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

/** Takes name, address and the rest from the message into the checkout; returns what changed. */
export function takeDetails(talk: Talk): string[] {
  const { entities } = talk.u
  const draft = talk.state.checkout
  const changed: string[] = []
  const set = <T extends object, K extends keyof T & string>(target: T, key: K, value: T[K] | null | undefined) => {
    if (value === null || value === undefined || value === '' || target[key] === value) return
    target[key] = value
    changed.push(key)
  }
  if (entities.delivery === 'pickup' && talk.shop.profile.checkout.pickup) {
    draft.delivery = { method: 'pickup' }
    changed.push('delivery')
  }
  const read = shouldRead(talk) ? readAddress(talk.text, entities) : null
  const name = read?.name ?? entities.name
  set(draft.customer, 'name', name === null ? null : clip(plain(name), 80))
  set(draft.customer, 'email', entities.email)
  set(draft.customer, 'rut', entities.rut)
  set(draft.customer, 'phone', entities.phone)
  const address = read?.address ?? entities.address
  const comuna = read?.comuna ?? entities.comuna
  const location = talk.message.kind === 'location' ? talk.message.location : undefined
  if (address !== null || comuna !== null || location) {
    const delivery: Delivery = draft.delivery?.method === 'delivery' ? draft.delivery : { method: 'delivery' }
    // A new street without a comuna keeps the comuna: "no, es O'Higgins 770".
    set(delivery, 'address', address === null ? null : clip(plain(address), 160))
    set(delivery, 'comuna', comuna)
    set(delivery, 'region', entities.region)
    if (location) {
      delivery.location = { latitude: location.latitude, longitude: location.longitude }
      set(delivery, 'address', location.address ?? location.name ?? delivery.address ?? 'Ubicación compartida')
    }
    draft.delivery = delivery
  }
  return changed
}

/** Only a message that hands something over is read for names and streets: "el de Av. Italia" may be a question. */
function shouldRead(talk: Talk): boolean {
  const pending = talk.state.pending?.kind
  return talk.intent === 'provide_info' || (talk.intent === 'deny' && pending === 'confirm_order')
}

/** What the shopper agreed to have remembered is filled in, and shown for confirmation in the summary. */
function recall(talk: Talk): void {
  const { remembered } = talk.facts
  if (!remembered) return
  const draft = talk.state.checkout
  draft.customer = { ...remembered.customer, ...draft.customer }
  draft.delivery ??= remembered.delivery
}

function missingField(talk: Talk): CheckoutField | null {
  const draft = talk.state.checkout
  const required = new Set<CheckoutField>(talk.shop.profile.checkout.required)
  if (talk.shop.payments[0]?.needsEmail) required.add('email')
  const pickup = draft.delivery?.method === 'pickup'
  if (
    !pickup &&
    !draft.delivery?.address &&
    !draft.delivery?.location &&
    (required.has('address') || required.has('delivery'))
  )
    return 'address'
  if (!pickup && priceTalk(talk).quote.state === 'unknown') return 'comuna'
  if (!pickup && required.has('comuna') && !draft.delivery?.comuna) return 'comuna'
  for (const field of ['name', 'email', 'rut', 'phone', 'notes'] as const) {
    if (required.has(field) && !draft.customer[field]) return field
  }
  return null
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

/** Everything that will be charged, before the yes: the law wants shipping apart and the terms accepted. */
export function summarize(talk: Talk): void {
  const priced = priceTalk(talk)
  const { customer, delivery } = talk.state.checkout
  if (priced.quote.state === 'undeliverable') {
    say(
      talk,
      `A ${plain(delivery?.comuna ?? delivery?.region ?? 'esa zona')} no despachamos por ahora 😕 ¿Tienes otra dirección?`,
    )
    talk.state.checkout.delivery = null
    ask(talk, { kind: 'checkout_field', field: 'address' })
    return
  }
  const lines = [
    '*Resumen de tu pedido*',
    ...cartLines(talk),
    `Subtotal: ${peso(talk, priced.subtotal)}`,
    ...(priced.discount > 0
      ? [
          `Descuento (${priced.discounts.map((each) => quote(talk, each.name)).join(', ')}): −${peso(talk, priced.discount)}`,
        ]
      : []),
    priced.quote.state === 'pickup'
      ? 'Retiro en tienda: sin costo'
      : `Envío: ${peso(talk, priced.shipping)}${priced.quote.state === 'quoted' && priced.quote.zone.days !== null ? ` (${quote(talk, priced.quote.zone.days)})` : ''}`,
    `*Total: ${peso(talk, priced.total)}*`,
    '',
    ...(customer.name === undefined ? [] : [`A nombre de: ${quote(talk, plain(customer.name))}`]),
    ...(delivery?.method === 'delivery' ? [`Despacho a: ${quote(talk, plain(placeOf(delivery)))}`] : []),
    ...(customer.email === undefined ? [] : [`Correo: ${quote(talk, customer.email)}`]),
  ]
  const terms = talk.shop.profile.termsUrl
  if (terms !== null) {
    talk.links.add(terms)
    lines.push(`Al confirmar aceptas los términos: ${terms}`)
  }
  const text = lines
    .map((line) => talk.voice.t(line, line.replace('tu pedido', 'su pedido').replace('aceptas', 'acepta')))
    .join('\n')
  say(talk, text)
  say(talk, talk.voice.t('¿Confirmo el pedido?', '¿Confirmo el pedido?'))
  const version = talk.state.cart.version
  talk.buttons = [
    { id: `ord:${version}:${priced.total}:confirm`, title: 'Confirmo' },
    { id: `ord:${version}:${priced.total}:edit`, title: 'Cambiar algo' },
  ]
  ask(talk, { kind: 'confirm_order', cartVersion: version, total: priced.total })
}

/**
 * The yes. It counts only for the cart and the total that the shopper saw: where either moved meanwhile, the summary is
 * put again and nothing is charged.
 */
export function confirmOrder(talk: Talk, seen: { cartVersion: number; total: number }): void {
  if (countUnits(talk.state.cart) === 0) {
    const order = openOrders(talk)[0]
    say(
      talk,
      order
        ? `Tu pedido *${order.number}* ya está tomado, no hace falta confirmarlo de nuevo.`
        : talk.voice.t(
            'Ese pedido ya no está vigente y tu carrito está vacío.',
            'Ese pedido ya no está vigente y su carrito está vacío.',
          ),
    )
    settle(talk)
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
    say(talk, 'Ojo, el pedido cambió desde ese resumen. Revísalo de nuevo:')
    return summarize(talk)
  }
  const delivery: Delivery = talk.state.checkout.delivery ?? { method: 'delivery' }
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
    paymentMethod: talk.shop.payments[0]?.name ?? 'local',
    acceptedMessageId: talk.message.id,
  })
  const lead = oneOf(talk, '¡Listo! Tu pedido', '¡Perfecto! Tu pedido', '¡Buenísimo! Tu pedido')
  say(
    talk,
    `${talk.voice.t(lead, 'Muchas gracias. Su pedido')} *${SLOT.orderNumber}* quedó tomado por ${peso(talk, priced.total)} 🙌`,
  )
  say(talk, SLOT.orderPayment)
  say(
    talk,
    talk.voice.t('Apenas se confirme el pago te aviso por aquí.', 'Apenas se confirme el pago le aviso por aquí.'),
  )
  // The cart is the order's now: a new one begins, at a version that no button of the old one fits.
  talk.state.cart = { version: talk.state.cart.version + 1, lines: [] }
  talk.state.checkout = { ...talk.state.checkout, active: false }
  talk.state.coupon = null
  talk.state.lastLine = null
  settle(talk)
}

/** "No" to the summary: with the correction in it, it is taken; without, we ask what to change. */
export function declineOrder(talk: Talk): void {
  if (takeDetails(talk).length > 0) {
    say(talk, 'Corregido ✅')
    return continueCheckout(talk)
  }
  say(
    talk,
    talk.voice.t(
      'Sin problema, no confirmo nada. Dime qué cambio: productos, cantidades o dirección. Tu carrito queda guardado.',
      'Sin problema, no confirmo nada. Dígame qué cambio: productos, cantidades o dirección. Su carrito queda guardado.',
    ),
  )
  talk.state.checkout.active = false
  talk.buttons = [
    { id: 'edit:address', title: 'Dirección' },
    { id: 'cart', title: 'Ver carrito' },
    { id: 'checkout', title: 'Seguir y pagar' },
  ]
  settle(talk)
}

/** "Cambia la dirección": forgets it and asks again. */
export function changeAddress(talk: Talk): void {
  talk.state.checkout.delivery = null
  talk.state.checkout.active = true
  if (takeDetails(talk).some((key) => key === 'address')) return continueCheckout(talk)
  askField(talk, 'address')
}

/** What a later stock or catalog change makes impossible is taken down to what there is, and said. */
function fixStock(talk: Talk): boolean {
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

/** What it costs to send the cart to a place, by the one pricing function. */
export function shippingTo(
  talk: Talk,
  comuna: string | null,
  region: string | null,
): ReturnType<typeof priceCart>['quote'] {
  return priceCart({
    items:
      talk.state.cart.lines.length > 0
        ? talk.state.cart.lines
        : [{ sku: [...talk.input.catalog.bySku.keys()][0] ?? '', quantity: 1 }],
    products: talk.input.catalog.bySku,
    discounts: [],
    coupon: null,
    contactUses: {},
    zones: talk.shop.zones,
    destination:
      comuna === null && region === null
        ? null
        : {
            method: 'delivery',
            ...(comuna === null ? {} : { comuna: comunaNamed(comuna) ?? comuna }),
            ...(region === null ? {} : { region }),
          },
    now: talk.facts.now,
  }).quote
}

export function placeOf(delivery: Delivery): string {
  return [delivery.address, delivery.comuna, delivery.region]
    .filter((part) => part !== undefined && part !== '')
    .join(', ')
}

export function firstName(name: string): string {
  return name.split(/\s+/)[0] ?? name
}
