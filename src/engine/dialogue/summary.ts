import { cartLines, pricingNotes, shippingLine } from './cart-lines.ts'
import type { Delivery } from '../commerce/effects.ts'
import { formatRut, plain } from '../reply/format.ts'
import { paymentOf } from './payment-choice.ts'
import { ask, peso, priceTalk, quote, say, type Talk } from './talk.ts'

/** Everything that will be charged, before the yes: the law wants shipping apart and the terms accepted. */
export function summarize(talk: Talk): void {
  const priced = priceTalk(talk)
  const { customer, delivery } = talk.state.checkout
  const { t, any } = talk.voice
  if (priced.quote.state === 'undeliverable') {
    const where = plain(delivery?.comuna ?? delivery?.region ?? any('esa zona', { en: 'that area', pt: 'essa região' }))
    say(
      talk,
      t(
        `A ${where} no despachamos por ahora 😕 ¿Tienes otra dirección?`,
        `A ${where} no despachamos por ahora. ¿Tiene otra dirección?`,
        {
          en: `We do not deliver to ${where} for now 😕 Do you have another address?`,
          pt: `Não entregamos em ${where} por enquanto 😕 Você tem outro endereço?`,
        },
      ),
    )
    talk.state.checkout.delivery = null
    ask(talk, { kind: 'checkout_field', field: 'address' })
    return
  }
  const method = paymentOf(talk)
  const other = talk.shop.payments.find((each) => each.name !== method?.name)
  const lines = [
    t('*Resumen de tu pedido*', '*Resumen de su pedido*', { en: '*Your order*', pt: '*Resumo do seu pedido*' }),
    ...cartLines(talk),
    `Subtotal: ${peso(talk, priced.subtotal)}`,
    ...(priced.discount > 0
      ? [
          `${any('Descuento', { en: 'Discount', pt: 'Desconto' })} (${priced.discounts.map((each) => quote(talk, each.name)).join(', ')}): −${peso(talk, priced.discount)}`,
        ]
      : []),
    shippingLine(talk, priced),
    `*Total: ${peso(talk, priced.total)}*`,
    ...pricingNotes(talk, priced),
    '',
    ...(customer.name === undefined
      ? []
      : [`${any('A nombre de', { en: 'Name', pt: 'Em nome de' })}: ${quote(talk, plain(customer.name))}`]),
    ...(delivery?.method === 'delivery'
      ? [`${any('Despacho a', { en: 'Delivery to', pt: 'Entrega em' })}: ${quote(talk, plain(placeOf(delivery)))}`]
      : []),
    ...(customer.email === undefined
      ? []
      : [`${any('Correo', { en: 'E-mail', pt: 'E-mail' })}: ${quote(talk, customer.email)}`]),
    ...(customer.rut === undefined ? [] : [`RUT: ${quote(talk, formatRut(customer.rut))}`]),
    ...(customer.phone === undefined
      ? []
      : [`${any('Teléfono', { en: 'Phone', pt: 'Telefone' })}: ${quote(talk, customer.phone)}`]),
    ...(customer.notes === undefined || customer.notes === NO_NOTES
      ? []
      : [`${any('Indicaciones', { en: 'Instructions', pt: 'Indicações' })}: ${quote(talk, plain(customer.notes))}`]),
    ...(method === undefined || other === undefined
      ? []
      : [`${any('Pago', { en: 'Payment', pt: 'Pagamento' })}: ${quote(talk, method.label)}`]),
  ]
  const terms = talk.shop.profile.termsUrl
  if (terms !== null) {
    talk.links.add(terms)
    lines.push(
      t(`Al confirmar aceptas los términos: ${terms}`, `Al confirmar acepta los términos: ${terms}`, {
        en: `By confirming you accept the terms: ${terms}`,
        pt: `Ao confirmar você aceita os termos: ${terms}`,
      }),
    )
  }
  say(talk, lines.join('\n'))
  const again = asLastTime(talk)
  if (again !== null) say(talk, again)
  if (other !== undefined)
    say(
      talk,
      t(
        `También puedes pagar con ${quote(talk, other.label)}.`,
        `También puede pagar con ${quote(talk, other.label)}.`,
        {
          en: `You can also pay with ${quote(talk, other.label)}.`,
          pt: `Você também pode pagar com ${quote(talk, other.label)}.`,
        },
      ),
    )
  say(talk, any('¿Confirmo el pedido?', { en: 'Shall I place the order?', pt: 'Confirmo o pedido?' }))
  const version = talk.state.cart.version
  talk.buttons = [
    { id: `ord:${version}:${priced.total}:confirm`, title: any('Confirmo', { en: 'Confirm', pt: 'Confirmo' }) },
    ...(other === undefined ? [] : [{ id: `pay:${other.name}`, title: titleOf(talk, other.name) }]),
    ...(again === null || other !== undefined
      ? []
      : [{ id: 'edit:address', title: any('Otra dirección', { en: 'Other address', pt: 'Outro endereço' }) }]),
    {
      id: `ord:${version}:${priced.total}:edit`,
      title: any('Cambiar algo', { en: 'Change something', pt: 'Mudar algo' }),
    },
  ]
  ask(talk, { kind: 'confirm_order', cartVersion: version, total: priced.total })
}

/** Said where a shop asks for instructions and there are none. */
export const NO_NOTES = 'sin indicaciones'

function titleOf(talk: Talk, method: string): string {
  return method === 'transfer'
    ? talk.voice.any('Con transferencia', { en: 'Bank transfer', pt: 'Por transferência' })
    : talk.voice.any('Con tarjeta', { en: 'By card', pt: 'Com cartão' })
}

/** What was filled in from the last purchase is offered, not taken for granted; null where the shopper gave another. */
function asLastTime(talk: Talk): string | null {
  const { delivery, recalled } = talk.state.checkout
  const before = talk.facts.remembered?.delivery ?? null
  if (recalled !== true || before === null || delivery === null || delivery.method !== before.method) return null
  if (delivery.method === 'pickup')
    return talk.voice.t('¿Lo retiras en tienda como la otra vez?', '¿Lo retira en tienda como la otra vez?', {
      en: 'Will you pick it up at the shop like last time?',
      pt: 'Você retira na loja como da outra vez?',
    })
  if (delivery.address !== before.address || delivery.comuna !== before.comuna) return null
  const place = quote(talk, plain(placeOf(delivery)))
  return talk.voice.t(
    `¿Lo enviamos a *${place}* como la otra vez? Si algo cambió, dime qué.`,
    `¿Lo enviamos a *${place}* como la otra vez? Si algo cambió, indíqueme qué.`,
    {
      en: `Shall we send it to *${place}* like last time? If anything changed, tell me what.`,
      pt: `Enviamos para *${place}* como da outra vez? Se algo mudou, diga o quê.`,
    },
  )
}

export function placeOf(delivery: Delivery): string {
  return [delivery.address, delivery.comuna, delivery.region]
    .filter((part) => part !== undefined && part !== '')
    .join(', ')
}
