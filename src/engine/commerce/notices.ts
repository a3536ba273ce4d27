import { count, money, plain } from '../reply/format.ts'
import type { Pesos, Reply } from '../types.ts'
import type { Language } from '../understand/language.ts'
import { noticeAbroad } from './notices-abroad.ts'

/** What a notice is about; also its key: an order tells each of these once. */
export type NoticeKind =
  | 'link'
  | 'transfer'
  | 'paid'
  | 'rejected'
  | 'cash'
  | 'expired'
  | 'late_paid'
  | 'refund_started'
  | 'refunded'
  | 'refund_rejected'
  | 'payment_trouble'
  | 'cancelled'
  | 'preparing'
  | 'shipped'
  | 'ready'
  | 'delivered'

export interface NoticeFacts {
  number: string
  total: Pesos
  /** "2 × Brownie". */
  items?: readonly string[]
  pickup?: boolean
  paymentUrl?: string | null
  /** Stable word for why a payment was rejected. */
  reason?: string | null
  /** How long the link or the reservation lives, already in words: "30 minutos", "el martes 24 a las 18:30". */
  until?: string | null
  amount?: Pesos
  tracking?: string | null
  transfer?: TransferAccount
  withdrawalDays?: number
}

export interface TransferAccount {
  holder: string
  rut: string
  bank: string
  accountType: string
  accountNumber: string
  email: string | null
}

/** What the shopper is told when something happens to an order outside a turn: one bubble, in the shopper's language. */
// oxlint-disable-next-line typescript/consistent-return -- the switch is exhaustive, which the compiler checks
export function noticeReply(kind: NoticeKind, facts: NoticeFacts, language: Language = 'es'): Reply {
  if (language !== 'es') return noticeAbroad(kind, facts, language)
  const order = `pedido *${facts.number}*`
  const link = facts.paymentUrl ? `\n\nPaga aquí: ${facts.paymentUrl}` : ''
  switch (kind) {
    case 'link':
      return {
        type: 'link',
        text: `Tu ${order} está reservado. Paga ${money(facts.total)} con este enlace${until(facts)}.`,
        title: `Pagar ${money(facts.total)}`,
        url: facts.paymentUrl ?? '',
      }
    case 'transfer':
      return text(transferText(order, facts))
    case 'paid':
      return text(
        [
          `¡Recibimos tu pago de ${money(facts.total)}! 🎉 Tu ${order} está confirmado.`,
          ...(facts.items ?? []).map((item) => `• ${plain(item)}`),
          facts.pickup ? 'Te avisamos cuando puedas pasar a buscarlo.' : 'Te avisamos cuando salga a despacho.',
        ].join('\n'),
      )
    case 'rejected':
      return text(
        `El pago de tu ${order} no pasó: ${reasonText(facts.reason)} No se te cobró nada.${
          link || '\nTe mando un enlace nuevo en un momento.'
        }`,
      )
    case 'cash':
      return text(`Listo, tu cupón de pago para el ${order} está emitido. Guardamos tus productos${until(facts)}.`)
    case 'expired':
      // After the last try nobody must read "venció sin pago" who was refused a minute ago.
      if (facts.reason)
        return text(
          `El pago de tu ${order} no pasó: ${reasonText(facts.reason)} No se te cobró nada. Era el último intento, así que los productos volvieron a la venta. Si todavía los quieres, escríbeme y lo armamos de nuevo.`,
        )
      return text(
        `La reserva de tu ${order} venció sin pago, así que los productos volvieron a la venta. No se te cobró nada. Si todavía los quieres, escríbeme y lo armamos de nuevo.`,
      )
    case 'late_paid':
      return text(
        `Tu pago de ${money(facts.total)} llegó después de la hora límite, pero todavía quedaba todo: tu ${order} está confirmado. 🎉`,
      )
    case 'refund_started':
      return text(
        `${refundWhy(order, facts)} Ya pedimos la devolución de ${money(facts.amount ?? facts.total)}; te aviso cuando esté lista.`,
      )
    case 'refunded':
      return text(
        `La devolución de ${money(facts.amount ?? facts.total)} de tu ${order} está hecha. Según tu banco puede tardar unos días en aparecer.`,
      )
    case 'refund_rejected':
      return text(
        `La devolución de ${money(facts.amount ?? facts.total)} de tu ${order} no se pudo hacer automáticamente. Una persona de la tienda la está viendo y te escribe por aquí.`,
      )
    case 'payment_trouble':
      return text(
        `No pudimos generar el enlace de pago de tu ${order}. Tus productos siguen reservados y una persona de la tienda te escribe por aquí.`,
      )
    case 'cancelled':
      return text(`Tu ${order} quedó anulado. No hay nada que pagar.`)
    case 'preparing':
      return text(`Estamos preparando tu ${order}. 📦`)
    case 'shipped':
      return text(`Tu ${order} va en camino. 🚚${facts.tracking ? `\nSeguimiento: ${facts.tracking}` : ''}`)
    case 'ready':
      return text(`Tu ${order} está listo: puedes pasar a buscarlo cuando quieras.`)
    case 'delivered':
      return text(
        `Tu ${order} figura como entregado. ¡Gracias por tu compra! Si algo no está bien, cuéntame por aquí: tienes ${count(
          facts.withdrawalDays ?? 10,
          'día',
          'días',
        )} para arrepentirte.`,
      )
  }
}

const REASONS: Record<string, string> = {
  invalid_card: 'la tarjeta no es válida. Revisa el número o prueba con otra.',
  connection: 'se cortó la conexión con el banco. Prueba de nuevo.',
  over_limit: 'supera el cupo o el máximo de tu tarjeta. Prueba con otro medio de pago.',
  bad_expiry: 'la fecha de vencimiento no coincide. Revísala y prueba de nuevo.',
  authentication: 'el banco no pudo confirmar que eras tú. Prueba de nuevo con tu clave a mano.',
  rejected: 'el banco lo rechazó. Puedes probar con otra tarjeta o con transferencia.',
  blocked_card: 'la tarjeta está bloqueada. Prueba con otra.',
  expired_card: 'la tarjeta está vencida. Prueba con otra.',
  unsupported: 'ese medio de pago no se puede usar aquí. Prueba con otro.',
  transaction: 'hubo un problema con la transacción. Prueba de nuevo.',
  too_many_tries: 'se llegó al máximo de intentos. Espera un poco o prueba con otra tarjeta.',
  cancelled: 'lo cancelaste antes de terminar.',
}

/** Why a payment was rejected and what helps, in plain words. */
export function reasonText(reason: string | null | undefined): string {
  return REASONS[reason ?? ''] ?? 'el banco no lo aprobó. Puedes probar de nuevo o con otro medio de pago.'
}

function refundWhy(order: string, facts: NoticeFacts): string {
  if (facts.reason === 'paid_twice') return `Tu ${order} llegó pagado dos veces.`
  if (facts.reason === 'late') {
    return `Tu pago del ${order} llegó cuando la reserva ya había vencido y no quedan todos los productos.`
  }
  if (facts.reason === 'cancelled') return `Tu pago del ${order} llegó después de que lo anulaste.`
  return `Vamos a devolverte el dinero de tu ${order}.`
}

function transferText(order: string, facts: NoticeFacts): string {
  const account = facts.transfer
  if (!account) return `Tu ${order} está reservado${until(facts)}. La tienda te manda los datos para transferir.`
  return [
    `Para pagar tu ${order}, transfiere *${money(facts.total)}*${until(facts)}:`,
    plain(account.holder),
    `RUT ${account.rut}`,
    plain(account.bank),
    `${plain(account.accountType)} ${account.accountNumber}`,
    ...(account.email === null ? [] : [account.email]),
    '',
    `Pon *${facts.number}* en el comentario y mándame el comprobante por aquí.`,
  ].join('\n')
}

function until(facts: NoticeFacts): string {
  return facts.until ? ` hasta ${facts.until}` : ''
}

function text(body: string): Reply {
  return { type: 'text', text: body }
}
