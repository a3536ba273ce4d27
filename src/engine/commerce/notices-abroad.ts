import { money, plain } from '../reply/format.ts'
import type { Reply } from '../types.ts'
import type { Language } from '../understand/language.ts'
import type { NoticeFacts, NoticeKind } from './notices.ts'

type Said = Readonly<Record<Exclude<Language, 'es'>, string>>

/** A notice to a shopper who writes another language: the same facts, in fewer words. Bank data stays as banks write it. */
export function noticeAbroad(kind: NoticeKind, facts: NoticeFacts, language: Exclude<Language, 'es'>): Reply {
  const said = wordsOf(kind, facts)[language]
  if (kind === 'link') {
    const title = { en: `Pay ${money(facts.total)}`, pt: `Pagar ${money(facts.total)}` }[language]
    return { type: 'link', text: said, title, url: facts.paymentUrl ?? '' }
  }
  const details = kind === 'transfer' ? accountLines(facts) : kind === 'paid' ? itemLines(facts) : []
  return { type: 'text', text: [said, ...details].join('\n') }
}

// oxlint-disable-next-line typescript/consistent-return -- the switch is exhaustive, which the compiler checks
function wordsOf(kind: NoticeKind, facts: NoticeFacts): Said {
  const order = { en: `order *${facts.number}*`, pt: `pedido *${facts.number}*` }
  const total = money(facts.total)
  const back = money(facts.amount ?? facts.total)
  const until = facts.until ? { en: ` until ${facts.until}`, pt: ` até ${facts.until}` } : { en: '', pt: '' }
  const link = facts.paymentUrl
    ? { en: `\n\nPay here: ${facts.paymentUrl}`, pt: `\n\nPague aqui: ${facts.paymentUrl}` }
    : { en: '', pt: '' }
  switch (kind) {
    case 'link':
      return {
        en: `Your ${order.en} is reserved. Pay ${total} with this link${until.en}.`,
        pt: `Seu ${order.pt} está reservado. Pague ${total} com este link${until.pt}.`,
      }
    case 'transfer':
      return facts.transfer
        ? {
            en: `To pay your ${order.en}, transfer *${total}*${until.en}, write *${facts.number}* in the comment and send me the receipt here:`,
            pt: `Para pagar seu ${order.pt}, transfira *${total}*${until.pt}, escreva *${facts.number}* no comentário e mande o comprovante por aqui:`,
          }
        : {
            en: `Your ${order.en} is reserved${until.en}. The shop will send you its bank details.`,
            pt: `Seu ${order.pt} está reservado${until.pt}. A loja manda os dados para a transferência.`,
          }
    case 'paid':
      return {
        en: `We received your payment of ${total}! 🎉 Your ${order.en} is confirmed. We will write when it ${facts.pickup ? 'is ready to be picked up' : 'is sent'}.`,
        pt: `Recebemos seu pagamento de ${total}! 🎉 Seu ${order.pt} está confirmado. Avisamos quando ${facts.pickup ? 'puder ser retirado' : 'for enviado'}.`,
      }
    case 'rejected':
      return {
        en: `The payment of your ${order.en} did not go through and you were charged nothing. You can try again or use another way to pay.${link.en}`,
        pt: `O pagamento do seu ${order.pt} não passou e nada foi cobrado. Você pode tentar de novo ou usar outro meio de pagamento.${link.pt}`,
      }
    case 'cash':
      return {
        en: `The payment slip of your ${order.en} is issued. We keep your products${until.en}.`,
        pt: `O boleto do seu ${order.pt} foi emitido. Guardamos seus produtos${until.pt}.`,
      }
    case 'expired':
      if (facts.reason)
        return {
          en: `The payment of your ${order.en} did not go through and you were charged nothing. It was the last try, so the products are for sale again. If you still want them, write to me and we set it up again.`,
          pt: `O pagamento do seu ${order.pt} não passou e nada foi cobrado. Era a última tentativa, então os produtos voltaram à venda. Se ainda quiser, escreva e montamos de novo.`,
        }
      return {
        en: `The reservation of your ${order.en} ran out without payment and you were charged nothing. If you still want the products, write to me and we set it up again.`,
        pt: `A reserva do seu ${order.pt} venceu sem pagamento e nada foi cobrado. Se ainda quiser os produtos, escreva e montamos de novo.`,
      }
    case 'late_paid':
      return {
        en: `Your payment of ${total} came after the time limit, but everything was still there: your ${order.en} is confirmed. 🎉`,
        pt: `Seu pagamento de ${total} chegou depois do prazo, mas ainda havia tudo: seu ${order.pt} está confirmado. 🎉`,
      }
    case 'refund_started':
      return {
        en: `We asked for the refund of ${back} of your ${order.en}; I will write when it is done.`,
        pt: `Já pedimos a devolução de ${back} do seu ${order.pt}; aviso quando estiver pronta.`,
      }
    case 'refunded':
      return {
        en: `The refund of ${back} of your ${order.en} is done. Depending on your bank it may take some days to show.`,
        pt: `A devolução de ${back} do seu ${order.pt} está feita. Dependendo do banco pode demorar alguns dias para aparecer.`,
      }
    case 'refund_rejected':
      return {
        en: `The refund of ${back} of your ${order.en} could not be made automatically. A person of the shop is looking into it and will write to you here.`,
        pt: `A devolução de ${back} do seu ${order.pt} não pôde ser feita automaticamente. Uma pessoa da loja está vendo e escreve por aqui.`,
      }
    case 'payment_trouble':
      return {
        en: `We could not make the payment link of your ${order.en}. Your products are still reserved and a person of the shop will write to you here.`,
        pt: `Não conseguimos gerar o link de pagamento do seu ${order.pt}. Seus produtos continuam reservados e uma pessoa da loja escreve por aqui.`,
      }
    case 'cancelled':
      return {
        en: `Your ${order.en} is cancelled. There is nothing to pay.`,
        pt: `Seu ${order.pt} foi cancelado. Não há nada a pagar.`,
      }
    case 'preparing':
      return { en: `We are preparing your ${order.en}. 📦`, pt: `Estamos preparando seu ${order.pt}. 📦` }
    case 'shipped':
      return {
        en: `Your ${order.en} is on its way. 🚚${facts.tracking ? `\nTracking: ${facts.tracking}` : ''}`,
        pt: `Seu ${order.pt} está a caminho. 🚚${facts.tracking ? `\nRastreamento: ${facts.tracking}` : ''}`,
      }
    case 'ready':
      return {
        en: `Your ${order.en} is ready: you can pick it up whenever you like.`,
        pt: `Seu ${order.pt} está pronto: você pode retirar quando quiser.`,
      }
    case 'delivered': {
      const days = facts.withdrawalDays ?? 10
      return {
        en: `Your ${order.en} is marked as delivered. Thank you for your purchase! If something is wrong, tell me here: you have ${days} days to change your mind.`,
        pt: `Seu ${order.pt} consta como entregue. Obrigado pela compra! Se algo não estiver bem, conte por aqui: você tem ${days} dias para se arrepender.`,
      }
    }
  }
}

function itemLines(facts: NoticeFacts): string[] {
  return (facts.items ?? []).map((item) => `• ${plain(item)}`)
}

function accountLines({ transfer }: NoticeFacts): string[] {
  if (!transfer) return []
  return [
    plain(transfer.holder),
    `RUT ${transfer.rut}`,
    plain(transfer.bank),
    `${plain(transfer.accountType)} ${transfer.accountNumber}`,
    ...(transfer.email === null ? [] : [transfer.email]),
  ]
}
