import { localTime } from '../hours/opening.ts'
import { dateText } from '../hours/opening-words.ts'
import { withdrawalEnd } from '../hours/withdrawal-end.ts'
import type { OrderFacts } from '../types.ts'
import type { Talk } from './talk.ts'

/**
 * Until when an order may be given back for no reason: the days run from the day it was delivered (Ley 19.496, art. 3 bis).
 * Null where it has not arrived, or nobody wrote down that it did.
 */
export function withdrawalText(talk: Talk, order: OrderFacts | undefined): string | null {
  if (order === undefined || order.deliveredAt === null) return null
  const { withdrawalDays, timezone } = talk.shop
  const end = withdrawalEnd(order.deliveredAt, withdrawalDays, timezone)
  const day = (at: number) => dateText(localTime(at, timezone).date)
  const short = (at: number) => localTime(at, timezone).date.split('-').toReversed().join('/')
  const { t } = talk.voice
  return talk.facts.now <= end
    ? t(
        `Recibiste tu pedido *${order.number}* el ${day(order.deliveredAt)}: puedes arrepentirte hasta el ${day(end)}.`,
        `Recibió su pedido *${order.number}* el ${day(order.deliveredAt)}: puede arrepentirse hasta el ${day(end)}.`,
        {
          en: `You received order *${order.number}* on ${short(order.deliveredAt)}: you can change your mind until ${short(end)}.`,
          pt: `Você recebeu o pedido *${order.number}* em ${short(order.deliveredAt)}: pode se arrepender até ${short(end)}.`,
        },
      )
    : t(
        `Recibiste tu pedido *${order.number}* el ${day(order.deliveredAt)}, así que el plazo para arrepentirse terminó el ${day(end)}. Si el producto falla, la garantía legal es de 6 meses.`,
        `Recibió su pedido *${order.number}* el ${day(order.deliveredAt)}, así que el plazo para arrepentirse terminó el ${day(end)}. Si el producto falla, la garantía legal es de 6 meses.`,
        {
          en: `You received order *${order.number}* on ${short(order.deliveredAt)}, so the days to change your mind ended on ${short(end)}. If the product fails, the legal warranty is 6 months.`,
          pt: `Você recebeu o pedido *${order.number}* em ${short(order.deliveredAt)}, então o prazo para se arrepender terminou em ${short(end)}. Se o produto falhar, a garantia legal é de 6 meses.`,
        },
      )
}
