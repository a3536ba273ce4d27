import type { DiscountRefusal } from '../commerce/discounts.ts'
import type { PricedCart } from '../commerce/pricing.ts'
import { clip, plain } from '../reply/format.ts'
import { peso, priceTalk, quote, type Talk } from './talk.ts'

export function cartLines(talk: Talk): string[] {
  return priceTalk(talk).lines.map((line) => {
    talk.quotes.push(line.name)
    return `• ${line.quantity} × ${plain(clip(line.name, 80))} — ${peso(talk, line.amount)}`
  })
}

/** Before the address is known the total is the products', and says so; once it is, shipping stands in it. */
export function totalLine(talk: Talk): string {
  const priced = priceTalk(talk)
  const { any } = talk.voice
  const off =
    priced.discount > 0
      ? any(`Descuento: −${peso(talk, priced.discount)}\n`, {
          en: `Discount: −${peso(talk, priced.discount)}\n`,
          pt: `Desconto: −${peso(talk, priced.discount)}\n`,
        })
      : ''
  const { state } = priced.quote
  const shipping = state === 'quoted' ? `${shippingLine(talk, priced)}\n` : ''
  const more =
    talk.shop.zones.length > 0 && (state === 'unknown' || state === 'undeliverable')
      ? any(' (más envío)', { en: ' (plus shipping)', pt: ' (mais frete)' })
      : ''
  return `${off}${shipping}*Total: ${peso(talk, priced.total)}*${more}`
}

/** "Envío: $3.990 (1 a 2 días hábiles)", "Envío: gratis". */
export function shippingLine(talk: Talk, { quote: shipping, shipping: price }: PricedCart): string {
  const { any } = talk.voice
  if (shipping.state === 'pickup')
    return any('Retiro en tienda: sin costo', { en: 'Pickup at the shop: free', pt: 'Retirada na loja: sem custo' })
  const free = shipping.state === 'quoted' && shipping.free
  const cost = free ? any('gratis', { en: 'free', pt: 'grátis' }) : peso(talk, price)
  const days = shipping.state === 'quoted' && shipping.zone.days !== null ? ` (${quote(talk, shipping.zone.days)})` : ''
  return `${any('Envío', { en: 'Shipping', pt: 'Frete' })}: ${cost}${days}`
}

/** What pricing has to say beside the amounts: why a coupon does not count, how little is missing for free shipping. */
export function pricingNotes(talk: Talk, priced: PricedCart): string[] {
  return priced.notes.flatMap((each) => {
    if (each.note === 'coupon_refused') return [couponRefused(talk, each.reason, each.minimum ?? 0)]
    // More than the cart again is no nudge any more.
    if (each.note === 'free_shipping_at' && each.missing <= priced.subtotal) {
      const missing = peso(talk, each.missing)
      return [
        talk.voice.t(
          `Con ${missing} más en productos tu envío es gratis.`,
          `Con ${missing} más en productos su envío es gratis.`,
          {
            en: `With ${missing} more of products your shipping is free.`,
            pt: `Com mais ${missing} em produtos seu frete é grátis.`,
          },
        ),
      ]
    }
    return []
  })
}

/** A coupon that counts for nothing without a word is one that the shopper believes in until they see the total. */
function couponRefused(talk: Talk, reason: DiscountRefusal, minimum: number): string {
  const code = `*${quote(talk, clip((talk.state.coupon ?? '').toUpperCase(), 24))}*`
  const { any } = talk.voice
  switch (reason) {
    case 'below_minimum': {
      const least = peso(talk, minimum)
      return any(`El cupón ${code} vale desde ${least} en productos.`, {
        en: `The coupon ${code} counts from ${least} of products.`,
        pt: `O cupom ${code} vale a partir de ${least} em produtos.`,
      })
    }
    case 'another_is_better':
      return any(`El cupón ${code} no se suma: la oferta que ya corre descuenta más.`, {
        en: `The coupon ${code} does not add up: the offer that is on already saves more.`,
        pt: `O cupom ${code} não se soma: a oferta em vigor já desconta mais.`,
      })
    case 'used_by_you':
      return any(`El cupón ${code} ya fue usado en una compra anterior, así que no se descuenta de nuevo.`, {
        en: `The coupon ${code} was used in an earlier purchase, so it does not count again.`,
        pt: `O cupom ${code} já foi usado em uma compra anterior, então não desconta de novo.`,
      })
    case 'used_up':
      return any(`El cupón ${code} ya se agotó, así que no hay descuento.`, {
        en: `The coupon ${code} is used up, so there is no discount.`,
        pt: `O cupom ${code} já se esgotou, então não há desconto.`,
      })
    case 'nothing_eligible':
      return any(`El cupón ${code} no corre para los productos de este pedido.`, {
        en: `The coupon ${code} does not count for the products of this order.`,
        pt: `O cupom ${code} não vale para os produtos deste pedido.`,
      })
    case 'not_started':
      return any(`El cupón ${code} todavía no está vigente.`, {
        en: `The coupon ${code} does not count yet.`,
        pt: `O cupom ${code} ainda não vale.`,
      })
    case 'ended':
    case 'unknown_coupon':
      return couponUnknown(talk, talk.state.coupon ?? '')
  }
}

export function couponUnknown(talk: Talk, code: string): string {
  const shown = `*${quote(talk, clip(code.toUpperCase(), 24))}*`
  return talk.voice.any(`El cupón ${shown} no existe o ya no está vigente, así que no hay descuento.`, {
    en: `The coupon ${shown} does not exist or is no longer valid, so there is no discount.`,
    pt: `O cupom ${shown} não existe ou já não vale, então não há desconto.`,
  })
}
