import { clip, plain } from '../reply/format.ts'
import { peso, priceTalk, type Talk } from './talk.ts'

export function cartLines(talk: Talk): string[] {
  return priceTalk(talk).lines.map((line) => {
    talk.quotes.push(line.name)
    return `• ${line.quantity} × ${plain(clip(line.name, 80))} — ${peso(talk, line.amount)}`
  })
}

/** Before the address is known the total is the products'; shipping follows in the summary. */
export function totalLine(talk: Talk): string {
  const priced = priceTalk(talk)
  const products = priced.subtotal - priced.discount
  const off =
    priced.discount > 0
      ? talk.voice.any(`Descuento: −${peso(talk, priced.discount)}\n`, {
          en: `Discount: −${peso(talk, priced.discount)}\n`,
          pt: `Desconto: −${peso(talk, priced.discount)}\n`,
        })
      : ''
  return `${off}*Total: ${peso(talk, products)}*${talk.shop.zones.length > 0 ? talk.voice.any(' (más envío)', { en: ' (plus shipping)', pt: ' (mais frete)' }) : ''}`
}
