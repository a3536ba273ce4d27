import { unitPrice } from '../commerce/pricing.ts'
import { clip } from '../reply/format.ts'
import { couponUnknown, pricingNotes, totalLine } from './cart-lines.ts'
import { resolveMention } from './resolve.ts'
import { listProducts } from './show-products.ts'
import { focusOn, oneOf, peso, priceTalk, quote, say, sayKindly, type Talk } from './talk.ts'

export function promotions(talk: Talk): void {
  const { coupon } = talk.u.entities
  if (coupon !== null) return bringCoupon(talk, coupon)
  const [named] = talk.u.entities.mentions
  const found = named === undefined ? null : resolveMention(talk, named.text)
  // "si llevo 3 invictus, ¿me haces precio?": what is bought then is that.
  if (found?.kind === 'one') focusOn(talk, [found.product.sku])
  const now = talk.facts.now
  const sale = [...talk.input.catalog.bySku.values()]
    .filter((product) => product.stock > 0 && unitPrice(product, now) < product.price)
    .toSorted((a, b) => unitPrice(a, now) / a.price - unitPrice(b, now) / b.price)
  const running = talk.shop.discounts.filter(
    (discount) =>
      discount.active &&
      discount.code === null &&
      (discount.startsAt === null || discount.startsAt <= now) &&
      (discount.endsAt === null || discount.endsAt > now),
  )
  for (const discount of running) {
    const value =
      discount.kind === 'percent'
        ? talk.voice.any(`${discount.value}% de descuento`, {
            en: `${discount.value}% off`,
            pt: `${discount.value}% de desconto`,
          })
        : talk.voice.any(`${peso(talk, discount.value)} de descuento`, {
            en: `${peso(talk, discount.value)} off`,
            pt: `${peso(talk, discount.value)} de desconto`,
          })
    const from =
      discount.minimum > 0
        ? talk.voice.any(` en compras desde ${peso(talk, discount.minimum)}`, {
            en: ` on purchases from ${peso(talk, discount.minimum)}`,
            pt: ` em compras a partir de ${peso(talk, discount.minimum)}`,
          })
        : ''
    say(
      talk,
      talk.voice.any(`🏷️ *${quote(talk, discount.name)}*: ${value}${from}. Se aplica solo.`, {
        en: `🏷️ *${quote(talk, discount.name)}*: ${value}${from}. It applies by itself.`,
        pt: `🏷️ *${quote(talk, discount.name)}*: ${value}${from}. É aplicado automaticamente.`,
      }),
    )
  }
  if (sale.length > 0)
    return listProducts(talk, sale, talk.voice.any('En oferta ahora:', { en: 'On sale now:', pt: 'Em oferta agora:' }))
  if (running.length > 0) return
  say(
    talk,
    talk.voice.t(
      oneOf(
        talk,
        'Por ahora no tengo promociones vigentes: el precio que te doy es el final.',
        'Hoy no hay ofertas activas. Los precios del catálogo son los finales.',
      ),
      'Por ahora no hay promociones vigentes. Los precios del catálogo son los finales.',
      {
        en: 'There are no offers right now: the prices in the catalog are final.',
        pt: 'Agora não há promoções: os preços do catálogo são os finais.',
      },
    ),
  )
  sayKindly(
    talk,
    talk.voice.t('Si tienes un cupón, escríbemelo y lo reviso.', 'Si tiene un cupón, escríbalo y lo reviso.', {
      en: 'If you have a coupon, write it here and I will check it.',
      pt: 'Se tiver um cupom, escreva aqui e eu confiro.',
    }),
  )
}

/** A coupon counts only where pricing says so; whatever the shopper claims it is worth. */
export function bringCoupon(talk: Talk, code: string): void {
  const known = talk.shop.discounts.some(
    (discount) =>
      discount.code !== null &&
      discount.code.replace(/[\s-]/g, '').toUpperCase() === code.replace(/[\s-]/g, '').toUpperCase(),
  )
  if (!known) {
    talk.state.coupon = null
    say(talk, couponUnknown(talk, code))
    return
  }
  talk.state.coupon = code
  if (talk.state.cart.lines.length > 0) return tellCoupon(talk, code)
  const shown = `*${quote(talk, clip(code.toUpperCase(), 24))}*`
  say(
    talk,
    talk.voice.any(`Anoté el cupón ${shown}. Si corresponde, se descuenta en el total.`, {
      en: `I noted the coupon ${shown}. If it applies, it comes off the total.`,
      pt: `Anotei o cupom ${shown}. Se valer, é descontado do total.`,
    }),
  )
}

/** With a cart it is known at once what the coupon comes to, and why to nothing. */
function tellCoupon(talk: Talk, code: string): void {
  const priced = priceTalk(talk)
  const refused = pricingNotes(talk, {
    ...priced,
    notes: priced.notes.filter((each) => each.note === 'coupon_refused'),
  })
  const brought = priced.discounts.find((each) => each.code !== null)
  if (refused.length > 0 || brought === undefined) return say(talk, refused.join('\n'))
  const shown = `*${quote(talk, clip(code.toUpperCase(), 24))}*`
  const off = peso(talk, brought.amount)
  say(
    talk,
    talk.voice.any(`Apliqué el cupón ${shown}: −${off} ✅`, {
      en: `I applied the coupon ${shown}: −${off} ✅`,
      pt: `Apliquei o cupom ${shown}: −${off} ✅`,
    }),
  )
  // At the summary it is put again, with everything in it.
  if (talk.state.pending?.kind !== 'confirm_order') say(talk, totalLine(talk))
}
