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
  say(talk, talk.voice.t('¿Confirmo el pedido?', '¿Confirmo el pedido?'))
  const version = talk.state.cart.version
  talk.buttons = [
    { id: `ord:${version}:${priced.total}:confirm`, title: 'Confirmo' },
    { id: `ord:${version}:${priced.total}:edit`, title: 'Cambiar algo' },
  ]
  ask(talk, { kind: 'confirm_order', cartVersion: version, total: priced.total })
}

export function placeOf(delivery: Delivery): string {
  return [delivery.address, delivery.comuna, delivery.region]
    .filter((part) => part !== undefined && part !== '')
    .join(', ')
}
