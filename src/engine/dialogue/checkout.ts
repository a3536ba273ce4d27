import { countUnits, setQuantity } from '../commerce/cart.ts'
import { plain } from '../reply/format.ts'
import type { CatalogProduct, OrderFacts } from '../types.ts'
import type { CheckoutField } from '../understand/types.ts'
import { handOver } from './hand-over.ts'
import { missingField, recall, takeDetails } from './checkout-details.ts'
import { paymentOf, takePayment } from './payment-choice.ts'
import { alternativesTo, listProducts } from './show-products.ts'
import { summarize } from './summary.ts'
import { ask, findProduct, nameOf, note, openOrders, peso, priceTalk, quote, say, settle, type Talk } from './talk.ts'

/** The shopper wants to pay: check the stock, ask for what is missing, else put the summary. */
export function startCheckout(talk: Talk): void {
  if (countUnits(talk.state.cart) === 0) {
    const unpaid = openOrders(talk).find((order) => order.status === 'pending_payment')
    if (unpaid) {
      say(
        talk,
        talk.voice.t(
          `Tu pedido *${unpaid.number}* por ${peso(talk, unpaid.total)} está esperando el pago.`,
          `Su pedido *${unpaid.number}* por ${peso(talk, unpaid.total)} está esperando el pago.`,
          {
            en: `Your order *${unpaid.number}* for ${peso(talk, unpaid.total)} is waiting for its payment.`,
            pt: `Seu pedido *${unpaid.number}* de ${peso(talk, unpaid.total)} está aguardando o pagamento.`,
          },
        ),
      )
      if (unpaid.paymentUrl !== null) {
        talk.links.add(unpaid.paymentUrl)
        say(
          talk,
          talk.voice.t(`Paga aquí: ${unpaid.paymentUrl}`, `Pague aquí: ${unpaid.paymentUrl}`, {
            en: `Pay here: ${unpaid.paymentUrl}`,
            pt: `Pague aqui: ${unpaid.paymentUrl}`,
          }),
        )
      }
      return
    }
    say(
      talk,
      talk.voice.t(
        'Tu carrito está vacío. Dime qué producto quieres y lo agrego.',
        'Su carrito está vacío. Dígame qué producto desea y lo agrego.',
        {
          en: 'Your cart is empty. Tell me which product you would like and I will add it.',
          pt: 'Seu carrinho está vazio. Diga que produto você quer e eu adiciono.',
        },
      ),
    )
    return
  }
  talk.state.checkout.active = true
  // "quiero pagar con transferencia"
  takePayment(talk)
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
    const order = openOrders(talk)[0]
    if (order && correctsOrder(talk)) return correctPlaced(talk, order)
    if (changed.length > 0) {
      say(
        talk,
        name !== undefined && changed.includes('name')
          ? talk.voice.t(
              `¡Gracias, ${plain(firstName(name))}! Lo anoté para tu pedido.`,
              `Gracias, ${plain(firstName(name))}. Lo anoté para su pedido.`,
              {
                en: `Thank you, ${plain(firstName(name))}! I noted it for your order.`,
                pt: `Obrigado, ${plain(firstName(name))}! Anotei para o seu pedido.`,
              },
            )
          : talk.voice.t('Anotado para tu pedido.', 'Anotado para su pedido.', {
              en: 'Noted for your order.',
              pt: 'Anotado para o seu pedido.',
            }),
      )
      if (talk.state.cart.lines.length > 0) return startCheckout(talk)
    } else {
      say(
        talk,
        talk.voice.t('Gracias. ¿Qué producto te muestro?', 'Gracias. ¿Qué producto le muestro?', {
          en: 'Thank you. Which product shall I show you?',
          pt: 'Obrigado. Que produto mostro?',
        }),
      )
    }
    return
  }
  if (talk.u.entities.rutInvalid) tellWrongRut(talk)
  if (changed.length === 0) note(talk, 'nothing new in the data')
  if (talk.u.entities.delivery === 'pickup') tellNoPickup(talk)
  continueCheckout(talk)
}

export function tellWrongRut(talk: Talk): void {
  say(
    talk,
    talk.voice.t(
      'Ese RUT no calza con su dígito verificador, ¿lo revisas?',
      'Ese RUT no calza con su dígito verificador, ¿lo puede revisar?',
      {
        en: 'That RUT does not match its check digit, could you check it?',
        pt: 'Esse RUT não confere com o dígito verificador, pode revisar?',
      },
    ),
  )
}

const CORRECTS_ORDER = /direcci[oó]n|equivoqu|\b(?:cambi|corri|corre[gj])\w*|a nombre de|\bme mud|otro lado|otra parte/i

/** "me equivoqué de dirección", with nothing in the cart and an order on its way. */
export function correctsOrder(talk: Talk): boolean {
  const { cart, checkout } = talk.state
  return cart.lines.length === 0 && !checkout.active && openOrders(talk).length > 0 && CORRECTS_ORDER.test(talk.text)
}

/** A placed order holds what was accepted: to send it elsewhere takes a person, and nothing is promised before. */
function correctPlaced(talk: Talk, order: OrderFacts): void {
  say(
    talk,
    talk.voice.t(
      `Tu pedido *${order.number}* ya está tomado, así que ese cambio lo hace una persona del equipo.`,
      `Su pedido *${order.number}* ya está tomado, así que ese cambio lo hace una persona del equipo.`,
      {
        en: `Your order *${order.number}* is placed already, so a person of the team makes that change.`,
        pt: `Seu pedido *${order.number}* já foi feito, então essa mudança é feita por uma pessoa da equipe.`,
      },
    ),
  )
  handOver(talk, 'order_change')
}

export function askField(talk: Talk, field: CheckoutField): void {
  const { t } = talk.voice
  const again = talk.state.pending?.kind === 'checkout_field' && talk.state.pending.field === field
  if (field === 'address') {
    const name = talk.state.checkout.customer.name === undefined
    const pickup = talk.shop.profile.checkout.pickup
      ? t(' Si prefieres retirar, escribe *retiro*.', ' Si prefiere retirar, escriba *retiro*.', {
          en: ' If you would rather pick it up, write *pickup*.',
          pt: ' Se preferir retirar, escreva *retiro*.',
        })
      : ''
    say(
      talk,
      again
        ? t(
            `Para despachar necesito la dirección con número y comuna.${pickup}`,
            `Para despachar necesito la dirección con número y comuna.${pickup}`,
            {
              en: `To deliver I need the street with its number and the comuna (district).${pickup}`,
              pt: `Para entregar preciso do endereço com número e comuna (distrito).${pickup}`,
            },
          )
        : name
          ? t(
              `¡Vamos! Dime tu *nombre* y la *dirección* con comuna para el despacho.${pickup}`,
              `Muy bien. Indíqueme su *nombre* y la *dirección* con comuna para el despacho.${pickup}`,
              {
                en: `Great! Please tell me your *name* and the delivery *address* with its comuna (district).${pickup}`,
                pt: `Ótimo! Diga seu *nome* e o *endereço* de entrega com a comuna (distrito).${pickup}`,
              },
            )
          : t(
              `¿A qué *dirección* con comuna te lo mandamos?${pickup}`,
              `¿A qué *dirección* con comuna se lo enviamos?${pickup}`,
              {
                en: `Which *address* and comuna shall we send it to?${pickup}`,
                pt: `Para qual *endereço* e comuna enviamos?${pickup}`,
              },
            ),
    )
  } else {
    const questions: Record<Exclude<CheckoutField, 'address'>, string> = {
      name: t('¿A nombre de quién va el pedido?', '¿A nombre de quién va el pedido?', {
        en: 'What name shall the order be under?',
        pt: 'Em nome de quem fica o pedido?',
      }),
      delivery: t('¿Te lo despachamos o lo retiras?', '¿Se lo despachamos o lo retira?', {
        en: 'Shall we deliver it or will you pick it up?',
        pt: 'Entregamos ou você retira?',
      }),
      comuna: t('¿En qué comuna es?', '¿En qué comuna es?', {
        en: 'Which comuna (district) is it in?',
        pt: 'Em que comuna (distrito) fica?',
      }),
      email: t(
        '¿A qué *correo* te llega el comprobante del pago?',
        '¿A qué *correo* le llega el comprobante del pago?',
        { en: 'Which *e-mail* shall the receipt go to?', pt: 'Para qual *e-mail* vai o comprovante?' },
      ),
      rut: t('¿Me das tu *RUT*?', '¿Me indica su *RUT*?', {
        en: 'Could you give me your *RUT*?',
        pt: 'Pode me dar seu *RUT*?',
      }),
      phone: t('¿Qué *teléfono* dejo para el despacho?', '¿Qué *teléfono* dejo para el despacho?', {
        en: 'Which *phone number* shall I leave for the delivery?',
        pt: 'Que *telefone* deixo para a entrega?',
      }),
      notes: t('¿Alguna indicación para el despacho?', '¿Alguna indicación para el despacho?', {
        en: 'Any instructions for the delivery?',
        pt: 'Alguma indicação para a entrega?',
      }),
    }
    say(talk, questions[field])
    if (field === 'email' && again) offerOtherPayment(talk)
  }
  // Asked a third time, it is no misunderstanding: somebody who can decide is one tap away.
  if (again && talk.state.asked >= 2)
    talk.buttons = [
      { id: 'human', title: talk.voice.any('Hablar con alguien', { en: 'Talk to a person', pt: 'Falar com alguém' }) },
    ]
  ask(talk, { kind: 'checkout_field', field })
}

/** Who has no e-mail can still buy where another way to pay needs none. */
function offerOtherPayment(talk: Talk): void {
  const other = talk.shop.payments.find((each) => !each.needsEmail)
  if (other === undefined || !paymentOf(talk)?.needsEmail) return
  say(
    talk,
    talk.voice.t(
      `Si no tienes correo, puedes pagar con ${quote(talk, other.label)}.`,
      `Si no tiene correo, puede pagar con ${quote(talk, other.label)}.`,
      {
        en: `If you have no e-mail, you can pay with ${quote(talk, other.label)}.`,
        pt: `Se não tiver e-mail, você pode pagar com ${quote(talk, other.label)}.`,
      },
    ),
  )
}

/** Asked for where the shop has none: said, so that nobody waits at a door. */
export function tellNoPickup(talk: Talk): void {
  if (talk.shop.profile.checkout.pickup) return
  say(
    talk,
    talk.voice.any('No tenemos retiro en tienda: todo va con despacho a domicilio.', {
      en: 'There is no pickup at the shop: everything is delivered to your door.',
      pt: 'Não temos retirada na loja: tudo vai com entrega em domicílio.',
    }),
  )
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
  const gone: CatalogProduct[] = []
  for (const line of talk.state.cart.lines) {
    const product = findProduct(talk, line.sku)
    const stock = product?.stock ?? 0
    if (line.quantity <= stock) continue
    if (product && stock === 0) gone.push(product)
    talk.state.cart = setQuantity(talk.state.cart, line.sku, stock, stock)
    changed.push(
      product
        ? `*${nameOf(talk, product)}*: ${stock === 0 ? talk.voice.any('se agotó', { en: 'sold out', pt: 'esgotado' }) : talk.voice.any(`quedan ${stock}`, { en: `${stock} left`, pt: `restam ${stock}` })}`
        : talk.voice.any('un producto que ya no vendemos', {
            en: 'a product that we no longer sell',
            pt: 'um produto que já não vendemos',
          }),
    )
  }
  if (changed.length === 0) return false
  say(
    talk,
    talk.voice.any(`Ojo, cambió el stock:\n${changed.join('\n')}`, {
      en: `Please note, the stock changed:\n${changed.join('\n')}`,
      pt: `Atenção, o estoque mudou:\n${changed.join('\n')}`,
    }),
  )
  if (talk.state.cart.lines.length === 0) {
    talk.state.checkout.active = false
    settle(talk)
    offerInstead(talk, gone)
    return true
  }
  summarizeOrAsk(talk)
  return true
}

/** Who lost the last unit to somebody else is shown what there is, not asked whether to be shown it. */
function offerInstead(talk: Talk, gone: readonly CatalogProduct[]): void {
  const others = alternativesTo(talk, gone)
  if (others.length === 0) {
    return say(
      talk,
      talk.voice.t(
        'Tu carrito quedó vacío. ¿Qué otra cosa te muestro?',
        'Su carrito quedó vacío. ¿Qué otra cosa le muestro?',
        {
          en: 'Your cart is empty now. What else shall I show you?',
          pt: 'Seu carrinho ficou vazio. O que mais mostro?',
        },
      ),
    )
  }
  listProducts(
    talk,
    others,
    talk.voice.t('Tu carrito quedó vacío. Te puede servir:', 'Su carrito quedó vacío. Le puede servir:', {
      en: 'Your cart is empty now. This may help:',
      pt: 'Seu carrinho ficou vazio. Pode servir:',
    }),
  )
  ask(talk, { kind: 'alternative', skus: others.map((each) => each.sku) })
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
    const what = fieldName(talk, pending.field)
    say(
      talk,
      talk.voice.t(`Para seguir con tu pedido, dime ${what}.`, `Para seguir con su pedido, indíqueme ${what}.`, {
        en: `To go on with your order, please tell me ${what}.`,
        pt: `Para seguir com seu pedido, diga ${what}.`,
      }),
    )
  }
  if (pending.kind === 'confirm_order') {
    const priced = priceTalk(talk)
    if (pending.cartVersion !== talk.state.cart.version || pending.total !== priced.total) return summarize(talk)
    talk.state.asked += 1
    say(
      talk,
      talk.voice.t(
        `¿Confirmo tu pedido por ${peso(talk, pending.total)}?`,
        `¿Confirmo su pedido por ${peso(talk, pending.total)}?`,
        {
          en: `Shall I place your order for ${peso(talk, pending.total)}?`,
          pt: `Confirmo o seu pedido de ${peso(talk, pending.total)}?`,
        },
      ),
    )
    talk.rows = null
    talk.buttons = [
      {
        id: `ord:${pending.cartVersion}:${pending.total}:confirm`,
        title: talk.voice.any('Confirmo', { en: 'Confirm', pt: 'Confirmo' }),
      },
      {
        id: `ord:${pending.cartVersion}:${pending.total}:edit`,
        title: talk.voice.any('Cambiar algo', { en: 'Change something', pt: 'Mudar algo' }),
      },
    ]
  }
}

export function firstName(name: string): string {
  return name.split(/\s+/)[0] ?? name
}

function fieldName(talk: Talk, field: CheckoutField): string {
  const { t } = talk.voice
  const names: Record<CheckoutField, string> = {
    address: t('tu nombre y dirección con comuna', 'su nombre y dirección con comuna', {
      en: 'your name and address with its comuna (district)',
      pt: 'seu nome e endereço com a comuna (distrito)',
    }),
    comuna: t('tu comuna', 'su comuna', { en: 'your comuna (district)', pt: 'sua comuna (distrito)' }),
    name: t('tu nombre', 'su nombre', { en: 'your name', pt: 'seu nome' }),
    email: t('tu correo', 'su correo', { en: 'your e-mail', pt: 'seu e-mail' }),
    rut: t('tu RUT', 'su RUT', { en: 'your RUT', pt: 'seu RUT' }),
    phone: t('tu teléfono', 'su teléfono', { en: 'your phone number', pt: 'seu telefone' }),
    notes: t('las indicaciones de despacho', 'las indicaciones de despacho', {
      en: 'the instructions for the delivery',
      pt: 'as indicações para a entrega',
    }),
    delivery: t('si lo despachamos o lo retiras', 'si lo despachamos o lo retira', {
      en: 'whether we deliver it or you pick it up',
      pt: 'se entregamos ou você retira',
    }),
  }
  return names[field]
}
