import { cartLines } from './cart-lines.ts'
import type { Delivery } from '../commerce/effects.ts'
import { plain } from '../reply/format.ts'
import { ask, peso, priceTalk, quote, say, type Talk } from './talk.ts'

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
  const again = asLastTime(talk)
  if (again !== null) say(talk, again)
  say(talk, talk.voice.t('¿Confirmo el pedido?', '¿Confirmo el pedido?'))
  const version = talk.state.cart.version
  talk.buttons = [
    { id: `ord:${version}:${priced.total}:confirm`, title: 'Confirmo' },
    ...(again === null ? [] : [{ id: 'edit:address', title: 'Otra dirección' }]),
    { id: `ord:${version}:${priced.total}:edit`, title: 'Cambiar algo' },
  ]
  ask(talk, { kind: 'confirm_order', cartVersion: version, total: priced.total })
}

/** What was filled in from the last purchase is offered, not taken for granted; null where the shopper gave another. */
function asLastTime(talk: Talk): string | null {
  const { delivery, recalled } = talk.state.checkout
  const before = talk.facts.remembered?.delivery ?? null
  if (recalled !== true || before === null || delivery === null || delivery.method !== before.method) return null
  if (delivery.method === 'pickup')
    return talk.voice.t('¿Lo retiras en tienda como la otra vez?', '¿Lo retira en tienda como la otra vez?')
  if (delivery.address !== before.address || delivery.comuna !== before.comuna) return null
  const place = quote(talk, plain(placeOf(delivery)))
  return talk.voice.t(
    `¿Lo enviamos a *${place}* como la otra vez? Si algo cambió, dime qué.`,
    `¿Lo enviamos a *${place}* como la otra vez? Si algo cambió, indíqueme qué.`,
  )
}

export function placeOf(delivery: Delivery): string {
  return [delivery.address, delivery.comuna, delivery.region]
    .filter((part) => part !== undefined && part !== '')
    .join(', ')
}
