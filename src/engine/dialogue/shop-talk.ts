import { comunaNamed } from '../commerce/comunas.ts'
import { joinWords } from '../reply/format.ts'
import { shippingTo } from './quote-shipping.ts'
import { tellHours, whenAnswered } from './opening-talk.ts'
import { giveLink, offerPerson, unpaidOrder, wantsLink } from './orders.ts'
import { keepsQuestion } from './show-products.ts'
import { note, oneOf, openOrders, peso, priceTalk, quote, say, settle, type Talk } from './talk.ts'

/** Where to, how much, how long: from the shop's zones and its own words; what they do not hold is not promised. */
export function shipping(talk: Talk): void {
  const { comuna, region } = talk.u.entities
  const policy = talk.shop.profile.policies.shipping
  const { zones } = talk.shop
  const place = comuna ?? region
  if (zones.length > 0 && place !== null) {
    const shown = comuna === null ? place : (comunaNamed(comuna) ?? comuna)
    const quoted = shippingTo(talk, comuna, region)
    if (quoted.state === 'undeliverable') say(talk, `A ${quote(talk, shown)} no despachamos por ahora 😕`)
    else if (quoted.state === 'quoted') {
      const days = quoted.zone.days === null ? '' : `, demora ${quote(talk, quoted.zone.days)}`
      say(
        talk,
        `Sí, despachamos a ${quote(talk, shown)}: ${quoted.price === 0 ? 'sale gratis' : `cuesta ${peso(talk, quoted.price)}`}${days}.`,
      )
      if (!quoted.free && quoted.zone.freeFrom !== null)
        say(talk, `Gratis en compras desde ${peso(talk, quoted.zone.freeFrom)}.`)
    }
  } else if (zones.length > 0) {
    const lines = zones
      .slice(0, 8)
      .map(
        (zone) =>
          `• ${quote(talk, zone.name)}: ${peso(talk, zone.price)}${zone.days === null ? '' : ` (${quote(talk, zone.days)})`}`,
      )
    say(talk, `Despachos:\n${lines.join('\n')}`)
    if (policy === null)
      say(
        talk,
        talk.voice.t('Dime tu comuna y te digo el valor exacto.', 'Indíqueme su comuna y le digo el valor exacto.'),
      )
  }
  if (policy !== null) say(talk, quote(talk, policy))
  if (zones.length === 0 && policy === null) {
    say(
      talk,
      place === null
        ? 'Sí, hacemos despachos a domicilio. El costo y el plazo se muestran en el resumen, antes de que confirmes.'
        : `Para despachar a ${quote(talk, comuna === null ? place : (comunaNamed(comuna) ?? comuna))} tomo tu dirección al cerrar el pedido: ahí ves el costo antes de confirmar, y el equipo coordina el plazo.`,
    )
  }
  if (talk.shop.profile.checkout.pickup && /retir|buscar|tienda/i.test(talk.text)) {
    const address = talk.shop.profile.policies.address
    say(
      talk,
      address === null ? 'También puedes retirar en tienda.' : `También puedes retirar en ${quote(talk, address)}.`,
    )
  }
  if (talk.state.cart.lines.length > 0 && ASKS_TOTAL.test(talk.text)) tellTotal(talk, comuna, region)
  const order = openOrders(talk)[0]
  if (order && order.status !== 'pending_payment' && place === null)
    say(talk, `Tu pedido *${order.number}* ya está en proceso; te aviso cuando salga.`)
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
  talk.buttons = [
    { id: 'checkout', title: 'Pagar' },
    { id: 'cart', title: 'Ver carrito' },
  ]
}

export function paymentMethods(talk: Talk): void {
  const unpaid = unpaidOrder(talk)
  if (unpaid && wantsLink(talk)) return giveLink(talk, unpaid)
  const policy = talk.shop.profile.policies.payment
  const labels = talk.shop.payments.map((method) => method.label)
  if (policy !== null) say(talk, quote(talk, policy))
  else if (labels.length > 0)
    say(
      talk,
      `Puedes pagar con ${joinWords(labels.map((label) => quote(talk, label)))}. ${talk.voice.t('Te mando un link seguro al confirmar el pedido.', 'Le envío un link seguro al confirmar el pedido.')}`,
    )
  else
    say(
      talk,
      talk.voice.t(
        'El pago es con un link seguro que te mando al confirmar el pedido.',
        'El pago es con un link seguro que le envío al confirmar el pedido.',
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
  if (asksHours) say(talk, 'Por este chat te atiendo a toda hora. El horario del equipo no lo tengo publicado.')
  else if (asksPlace)
    say(
      talk,
      `${quote(talk, talk.shop.name)} atiende por este WhatsApp y despacha a domicilio. La dirección del local no la tengo publicada.`,
    )
  else if (asksContact)
    say(
      talk,
      talk.shop.phone === null
        ? 'El contacto directo es este mismo chat.'
        : `El contacto directo es este mismo WhatsApp: ${quote(talk, talk.shop.phone)}.`,
    )
  else
    say(
      talk,
      `Somos *${quote(talk, talk.shop.name)}* y atendemos por este chat. Si necesitas un dato puntual, te paso con una persona.`,
    )
}

/** What the law and the shop say, and a person where a product is named as faulty. */
export function returns(talk: Talk): void {
  const policy = talk.shop.profile.policies.returns
  say(
    talk,
    policy === null
      ? 'Tienes 10 días desde que recibes tu compra para arrepentirte, y 6 meses de garantía legal si el producto falla: puedes pedir cambio, reparación o devolución.'
      : quote(talk, policy),
  )
  if (
    /devolver|cambiar|garant[ií]a|falla|mal[ao]|da[ñn]|defect|no (?:me )?(?:sirve|funciona|queda|prende)/i.test(
      talk.text,
    )
  )
    gatherCase(talk, 'return')
}

/** Sorry first, then the facts: which order and what happened; a person of the shop takes it from there. */
export function complaint(talk: Talk): void {
  say(
    talk,
    oneOf(
      talk,
      'Lamento mucho lo que pasó 😔',
      'Qué pena, lo siento de verdad 😔',
      'Disculpa por la mala experiencia 😔',
    ),
  )
  gatherCase(talk, 'complaint')
}

function gatherCase(talk: Talk, kind: 'complaint' | 'return'): void {
  const order = talk.facts.orders[0]
  if (talk.state.issue === null) {
    talk.effects.push({ type: 'open_case', kind, orderId: order?.id ?? null, summary: talk.text.slice(0, 400) })
    talk.state.issue = kind
  }
  if (keepsQuestion(talk)) {
    say(talk, 'Dejé tu caso anotado para el equipo.')
    return
  }
  say(
    talk,
    order
      ? `Dejé el caso anotado con tu pedido *${order.number}*. Cuéntame qué pasó o mándame una foto.`
      : 'Dejé el caso anotado. Cuéntame qué producto es, cuándo lo compraste y, si puedes, mándame una foto.',
  )
  if (talk.facts.mode === 'bot') offerPerson(talk)
}

/** A person was asked for: they get what was said so far, and the shopper keeps being served meanwhile. */
export function handOver(talk: Talk, reason: string): void {
  const cart = talk.state.cart.lines.map((line) => `${line.quantity} × ${line.sku}`).join(', ')
  settle(talk)
  const when = whenAnswered(talk)
  if (talk.facts.mode === 'waiting') {
    const back = when === null ? '' : ` Vuelven ${when}.`
    say(talk, `El equipo ya está avisado y te responde por aquí.${back} Mientras tanto te puedo seguir ayudando.`)
    return
  }
  note(talk, `handed over: ${reason}`)
  talk.effects.push({
    type: 'hand_over',
    reason,
    summary: `${talk.text.slice(0, 300)}${cart === '' ? '' : ` | Carrito: ${cart}`}`,
  })
  talk.mode = { mode: 'waiting', reason }
  if (when !== null) {
    say(
      talk,
      talk.voice.t(
        `Dejé avisado al equipo: ahora no hay nadie, te responden ${when} por este mismo chat. Mientras tanto puedo seguir ayudándote.`,
        `Dejé avisado al equipo: ahora no hay nadie, le responderán ${when} por este mismo chat. Mientras tanto puedo seguir ayudándole.`,
      ),
    )
    return
  }
  // Somebody is there, by the shop's hours; without any, its own words say when.
  const hours = talk.shop.hours === null ? talk.shop.profile.policies.hours : null
  say(
    talk,
    talk.voice.t(
      `Le avisé a una persona del equipo: te responde por este mismo chat.${hours === null ? '' : ` Horario: ${quote(talk, hours)}.`} Mientras tanto puedo seguir ayudándote.`,
      `Avisé a una persona del equipo: le responderá por este mismo chat.${hours === null ? '' : ` Horario: ${quote(talk, hours)}.`} Mientras tanto puedo seguir ayudándole.`,
    ),
  )
}
