import { comunaNamed } from '../commerce/comunas.ts'
import { joinWords } from '../reply/format.ts'
import { foldPhrase } from '../text/fold.ts'
import { shippingTo } from './quote-shipping.ts'
import { continueCheckout, tellNoPickup } from './checkout.ts'
import { confirmOrder } from './confirm-order.ts'
import { methodNamed, paymentOf, takePayment } from './payment-choice.ts'
import { tellHours } from './opening-talk.ts'
import { giveLink, unpaidOrder, wantsLink } from './orders.ts'
import { payOrCart } from './put-in-cart.ts'
import { keepsQuestion } from './show-products.ts'
import { openOrders, peso, priceTalk, quote, say, type Talk } from './talk.ts'

const PICKUP = /\b(?:retir\w*|pasar? a buscar|paso a buscar|ir a buscar|pick ?up)\b/i

/** Where to, how much, how long: from the shop's zones and its own words; what they do not hold is not promised. */
export function shipping(talk: Talk): void {
  const { comuna, region } = talk.u.entities
  const policy = talk.shop.profile.policies.shipping
  const { zones } = talk.shop
  const place = comuna ?? region
  if (PICKUP.test(talk.text)) tellNoPickup(talk)
  if (zones.length > 0 && place !== null) {
    const shown = comuna === null ? place : (comunaNamed(comuna) ?? comuna)
    const quoted = shippingTo(talk, comuna, region)
    if (quoted.state === 'undeliverable')
      say(
        talk,
        talk.voice.any(`A ${quote(talk, shown)} no despachamos por ahora 😕`, {
          en: `We do not deliver to ${quote(talk, shown)} for now 😕`,
          pt: `Não entregamos em ${quote(talk, shown)} por enquanto 😕`,
        }),
      )
    else if (quoted.state === 'quoted') {
      const days =
        quoted.zone.days === null
          ? ''
          : talk.voice.any(`, demora ${quote(talk, quoted.zone.days)}`, {
              en: `, it takes ${quote(talk, quoted.zone.days)}`,
              pt: `, demora ${quote(talk, quoted.zone.days)}`,
            })
      say(
        talk,
        talk.voice.any(
          `Sí, despachamos a ${quote(talk, shown)}: ${quoted.price === 0 ? 'sale gratis' : `cuesta ${peso(talk, quoted.price)}`}${days}.`,
          {
            en: `Yes, we deliver to ${quote(talk, shown)}: ${quoted.price === 0 ? 'it is free' : `it costs ${peso(talk, quoted.price)}`}${days}.`,
            pt: `Sim, entregamos em ${quote(talk, shown)}: ${quoted.price === 0 ? 'é grátis' : `custa ${peso(talk, quoted.price)}`}${days}.`,
          },
        ),
      )
      if (!quoted.free && quoted.zone.freeFrom !== null)
        say(
          talk,
          talk.voice.any(`Gratis en compras desde ${peso(talk, quoted.zone.freeFrom)}.`, {
            en: `Free on purchases from ${peso(talk, quoted.zone.freeFrom)}.`,
            pt: `Grátis em compras a partir de ${peso(talk, quoted.zone.freeFrom)}.`,
          }),
        )
    }
  } else if (zones.length > 0) {
    const lines = zones
      .slice(0, 8)
      .map(
        (zone) =>
          `• ${quote(talk, zone.name)}: ${peso(talk, zone.price)}${zone.days === null ? '' : ` (${quote(talk, zone.days)})`}`,
      )
    say(
      talk,
      talk.voice.any(`Despachos:\n${lines.join('\n')}`, {
        en: `Delivery:\n${lines.join('\n')}`,
        pt: `Entregas:\n${lines.join('\n')}`,
      }),
    )
    if (policy === null)
      say(
        talk,
        talk.voice.t('Dime tu comuna y te digo el valor exacto.', 'Indíqueme su comuna y le digo el valor exacto.', {
          en: 'Tell me your comuna (district) and I will tell you the exact price.',
          pt: 'Diga sua comuna (distrito) e eu digo o valor exato.',
        }),
      )
  }
  if (policy !== null) say(talk, quote(talk, policy))
  if (zones.length === 0 && policy === null) {
    say(
      talk,
      place === null
        ? talk.voice.t(
            'Sí, hacemos despachos a domicilio. El costo va en el resumen, antes de confirmar; el plazo lo coordina el equipo.',
            'Sí, hacemos despachos a domicilio. El costo y el plazo se muestran en el resumen, antes de que confirme.',
            {
              en: 'Yes, we deliver to your door. The cost and the time are shown in the summary, before you confirm.',
              pt: 'Sim, entregamos em domicílio. O custo e o prazo aparecem no resumo, antes de você confirmar.',
            },
          )
        : talk.voice.t(
            `Para despachar a ${quote(talk, comuna === null ? place : (comunaNamed(comuna) ?? comuna))} tomo tu dirección al cerrar el pedido: ahí ves el costo antes de confirmar, y el equipo coordina el plazo.`,
            `Para despachar a ${quote(talk, comuna === null ? place : (comunaNamed(comuna) ?? comuna))} tomo su dirección al cerrar el pedido: ahí ve el costo antes de confirmar, y el equipo coordina el plazo.`,
            {
              en: `To deliver to ${quote(talk, comuna === null ? place : (comunaNamed(comuna) ?? comuna))} I take your address when we close the order: you see the cost there before you confirm, and the team arranges when.`,
              pt: `Para entregar em ${quote(talk, comuna === null ? place : (comunaNamed(comuna) ?? comuna))} pego seu endereço ao fechar o pedido: aí você vê o custo antes de confirmar, e a equipe combina o prazo.`,
            },
          ),
    )
  }
  if (talk.shop.profile.checkout.pickup && /retir|buscar|tienda/i.test(talk.text)) {
    const address = talk.shop.profile.policies.address
    say(
      talk,
      address === null
        ? talk.voice.t('También puedes retirar en tienda.', 'También puede retirar en tienda.', {
            en: 'You can also pick it up at the shop.',
            pt: 'Você também pode retirar na loja.',
          })
        : talk.voice.t(
            `También puedes retirar en ${quote(talk, address)}.`,
            `También puede retirar en ${quote(talk, address)}.`,
            {
              en: `You can also pick it up at ${quote(talk, address)}.`,
              pt: `Você também pode retirar em ${quote(talk, address)}.`,
            },
          ),
    )
  }
  if (talk.state.cart.lines.length > 0 && ASKS_TOTAL.test(talk.text)) tellTotal(talk, comuna, region)
  const order = openOrders(talk)[0]
  if (order && order.status !== 'pending_payment' && place === null)
    say(
      talk,
      talk.voice.t(
        `Tu pedido *${order.number}* ya está en proceso; te aviso cuando salga.`,
        `Su pedido *${order.number}* ya está en proceso; le aviso cuando salga.`,
        {
          en: `Your order *${order.number}* is on its way through; I will tell you when it leaves.`,
          pt: `Seu pedido *${order.number}* já está em andamento; aviso quando sair.`,
        },
      ),
    )
}

const ASKS_TOTAL = /\b(?:todo|total|cu[aá]nto (?:sale|saldr[ií]a|ser[ií]a|es|me sale|queda|quedar[ií]a))\b/i

/** "¿cuánto sale todo con el envío?": the cart by the one pricing function, with the shipping where it is known. */
function tellTotal(talk: Talk, comuna: string | null, region: string | null): void {
  const { subtotal, discount } = priceTalk(talk)
  const goods = subtotal - discount
  const delivery = talk.state.checkout.delivery
  const quoted = shippingTo(talk, comuna ?? delivery?.comuna ?? null, region ?? delivery?.region ?? null)
  if (quoted.state === 'quoted')
    say(
      talk,
      talk.voice.t(
        `Tus productos suman ${peso(talk, goods)}: con envío quedan en *${peso(talk, goods + quoted.price)}*.`,
        `Sus productos suman ${peso(talk, goods)}: con envío quedan en *${peso(talk, goods + quoted.price)}*.`,
      ),
    )
  else
    say(
      talk,
      talk.voice.t(
        `Tus productos suman *${peso(talk, goods)}*, sin el envío.`,
        `Sus productos suman *${peso(talk, goods)}*, sin el envío.`,
      ),
    )
  if (keepsQuestion(talk)) return
  talk.buttons = payOrCart(talk)
}

const AGREES = /^(?:si+|dale|ya|ok|bueno|claro|confirm\w+|listo)\b/

export function paymentMethods(talk: Talk): void {
  const unpaid = unpaidOrder(talk)
  if (unpaid && wantsLink(talk)) return giveLink(talk, unpaid)
  if (talk.state.cart.lines.length > 0 && methodNamed(talk) !== null && talk.shop.payments.length > 1) {
    takePayment(talk)
    const { pending } = talk.state
    // "sí, con transferencia": the summary offered it, so that this is its yes.
    if (pending?.kind === 'confirm_order' && !/[?¿]/.test(talk.text) && AGREES.test(foldPhrase(talk.text))) {
      talk.intent = 'affirm'
      return confirmOrder(talk, pending)
    }
    const { label = '' } = paymentOf(talk) ?? {}
    say(
      talk,
      talk.voice.t(`Sí, puedes pagar con ${quote(talk, label)}.`, `Sí, puede pagar con ${quote(talk, label)}.`, {
        en: `Yes, you can pay with ${quote(talk, label)}.`,
        pt: `Sim, você pode pagar com ${quote(talk, label)}.`,
      }),
    )
    if (talk.state.checkout.active) continueCheckout(talk)
    return
  }
  const other = methodNamed(talk)
  if (unpaid && other !== null && other.name !== unpaid.paymentMethod) {
    // Two ways that can both be paid are one payment too many: the order is taken anew, and its units with it.
    say(
      talk,
      talk.voice.t(
        `Tu pedido *${unpaid.number}* ya tiene su forma de pago. Para pagarlo con ${quote(talk, other.label)}, dime *anula el pedido* y lo tomamos de nuevo.`,
        `Su pedido *${unpaid.number}* ya tiene su forma de pago. Para pagarlo con ${quote(talk, other.label)}, diga *anula el pedido* y lo tomamos de nuevo.`,
        {
          en: `Your order *${unpaid.number}* already has its way to pay. To pay it with ${quote(talk, other.label)}, write *cancel the order* and we take it again.`,
          pt: `Seu pedido *${unpaid.number}* já tem sua forma de pagamento. Para pagar com ${quote(talk, other.label)}, diga *cancela o pedido* e fazemos de novo.`,
        },
      ),
    )
    return giveLink(talk, unpaid)
  }
  const policy = talk.shop.profile.policies.payment
  const labels = talk.shop.payments.map((method) => method.label)
  const ways = joinWords(
    labels.map((label) => quote(talk, label)),
    talk.voice.any('y', { en: 'and', pt: 'e' }),
  )
  if (policy !== null) say(talk, quote(talk, policy))
  else if (labels.length > 0)
    say(
      talk,
      `${talk.voice.t(`Puedes pagar con ${ways}.`, `Puede pagar con ${ways}.`, { en: `You can pay with ${ways}.`, pt: `Você pode pagar com ${ways}.` })} ${talk.voice.t('Te mando un link seguro al confirmar el pedido.', 'Le envío un link seguro al confirmar el pedido.', { en: 'I send you a secure link when you confirm the order.', pt: 'Mando um link seguro quando você confirmar o pedido.' })}`,
    )
  else
    say(
      talk,
      talk.voice.t(
        'El pago es con un link seguro que te mando al confirmar el pedido.',
        'El pago es con un link seguro que le envío al confirmar el pedido.',
        {
          en: 'You pay with a secure link that I send you when you confirm the order.',
          pt: 'O pagamento é com um link seguro que mando quando você confirmar o pedido.',
        },
      ),
    )
  if (unpaid) return giveLink(talk, unpaid)
}

export function storeInfo(talk: Talk): void {
  const { hours, address, contact, other } = talk.shop.profile.policies
  const asksHours = /hora|atiend|abre|abiert|cierr|horario|feriado|domingo|s[aá]bado|lunes/i.test(talk.text)
  const asksPlace = /d[oó]nde|direcci[oó]n|ubica|local|tienda f[ií]sica|comuna|sucursal|llegar/i.test(talk.text)
  const asksContact = /tel[eé]fono|fono|correo|mail|instagram|web|p[aá]gina|contact|n[uú]mero|redes/i.test(talk.text)
  const all = !asksHours && !asksPlace && !asksContact
  const lines: string[] = []
  const told = (asksHours || all) && tellHours(talk)
  if (told && !asksPlace && !asksContact && !all) return
  if (hours !== null && !told && (asksHours || all)) lines.push(`🕒 ${quote(talk, hours)}`)
  if (address !== null && (asksPlace || all)) lines.push(`📍 ${quote(talk, address)}`)
  if (contact !== null && (asksContact || all)) lines.push(`📞 ${quote(talk, contact)}`)
  if (all && other !== null) lines.push(quote(talk, other))
  if (lines.length > 0) return say(talk, lines.join('\n'))
  if (told) return
  if (asksHours)
    say(
      talk,
      talk.voice.t(
        'Por este chat te atiendo a toda hora. El horario del equipo no lo tengo publicado.',
        'Por este chat le atiendo a toda hora. El horario del equipo no lo tengo publicado.',
        {
          en: 'I answer in this chat at any hour. The opening hours of the team are not published.',
          pt: 'Por este chat atendo a qualquer hora. O horário da equipe não está publicado.',
        },
      ),
    )
  else if (asksPlace)
    say(
      talk,
      talk.voice.any(
        `${quote(talk, talk.shop.name)} atiende por este WhatsApp y despacha a domicilio. La dirección del local no la tengo publicada.`,
        {
          en: `${quote(talk, talk.shop.name)} serves you on this WhatsApp and delivers to your door. The address of the shop is not published.`,
          pt: `${quote(talk, talk.shop.name)} atende por este WhatsApp e entrega em domicílio. O endereço da loja não está publicado.`,
        },
      ),
    )
  else if (asksContact)
    say(
      talk,
      talk.shop.phone === null
        ? talk.voice.any('El contacto directo es este mismo chat.', {
            en: 'The direct contact is this very chat.',
            pt: 'O contato direto é este mesmo chat.',
          })
        : talk.voice.any(`El contacto directo es este mismo WhatsApp: ${quote(talk, talk.shop.phone)}.`, {
            en: `The direct contact is this very WhatsApp: ${quote(talk, talk.shop.phone)}.`,
            pt: `O contato direto é este mesmo WhatsApp: ${quote(talk, talk.shop.phone)}.`,
          }),
    )
  else
    say(
      talk,
      talk.voice.t(
        `Somos *${quote(talk, talk.shop.name)}* y atendemos por este chat. Si necesitas un dato puntual, te paso con una persona.`,
        `Somos *${quote(talk, talk.shop.name)}* y atendemos por este chat. Si necesita un dato puntual, le comunico con una persona.`,
        {
          en: `We are *${quote(talk, talk.shop.name)}* and serve you in this chat. If you need something in particular, I can pass you on to a person.`,
          pt: `Somos *${quote(talk, talk.shop.name)}* e atendemos por este chat. Se precisar de algo específico, passo você para uma pessoa.`,
        },
      ),
    )
}
