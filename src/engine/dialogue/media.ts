import { plain } from '../reply/format.ts'
import type { InboundMessage } from '../types.ts'
import { finishBuying, put } from './put-in-cart.ts'
import { addToCase } from './cases.ts'
import { provideInfo } from './checkout.ts'
import { offerPerson, unpaidOrder } from './orders.ts'
import { ask, findProduct, quote, say, type Talk } from './talk.ts'

/** The words of a message, whatever its kind; a voice note's are its transcript. */
export function wordsOf(message: InboundMessage): string {
  return (message.text !== '' ? message.text : (message.transcript ?? '')).trim()
}

/**
 * Messages that are not words. True where the message was dealt with here; false where it holds words to understand.
 */
export function receiveMedia(talk: Talk): boolean {
  const { message } = talk
  switch (message.kind) {
    case 'text':
    case 'choice':
      return false
    case 'audio':
      if (wordsOf(message) !== '') return false
      say(
        talk,
        talk.voice.t(
          'Recibí tu audio, pero por ahora no puedo escucharlo. ¿Me lo escribes?',
          'Recibí su audio, pero por ahora no puedo escucharlo. ¿Me lo puede escribir?',
          {
            en: 'I received your voice note, but I cannot listen to it for now. Could you write it?',
            pt: 'Recebi seu áudio, mas por enquanto não posso ouvir. Pode escrever?',
          },
        ),
      )
      talk.intent = 'out_of_scope'
      return true
    case 'location':
      talk.intent = 'provide_info'
      provideInfo(talk)
      return true
    case 'order':
      nativeCart(talk)
      return true
    case 'image':
    case 'document':
    case 'video':
      if (talk.text !== '') return false
      return picture(talk)
    case 'sticker':
    case 'reaction':
      talk.silent = talk.state.pending === null
      talk.intent = 'smalltalk'
      if (!talk.silent) say(talk, '😊')
      return true
    case 'contacts':
    case 'form':
    case 'unsupported':
      if (talk.text !== '') return false
      say(
        talk,
        talk.voice.t(
          'Ese tipo de mensaje no lo puedo abrir. ¿Me lo escribes en texto?',
          'Ese tipo de mensaje no lo puedo abrir. ¿Me lo puede escribir en texto?',
          {
            en: 'I cannot open that kind of message. Could you write it as text?',
            pt: 'Não consigo abrir esse tipo de mensagem. Pode escrever em texto?',
          },
        ),
      )
      talk.intent = 'out_of_scope'
      return true
    case 'system':
      talk.silent = true
      talk.intent = 'smalltalk'
      return true
    default:
      return false
  }
}

/** What a machine heard is read back before it changes anything. */
export function readBack(talk: Talk, heard: string): void {
  const { any } = talk.voice
  const words = quote(talk, plain(heard.slice(0, 400)))
  say(
    talk,
    any(`Escuché: _“${words}”_. ¿Es así?`, {
      en: `I heard: _“${words}”_. Is that right?`,
      pt: `Ouvi: _“${words}”_. É isso?`,
    }),
  )
  talk.buttons = [
    { id: 'yes', title: any('Sí', { en: 'Yes', pt: 'Sim' }) },
    { id: 'no', title: any('No', { en: 'No', pt: 'Não' }) },
  ]
  const before = talk.input.state.pending
  ask(talk, {
    kind: 'confirm_transcript',
    text: heard.slice(0, 600),
    before: before?.kind === 'confirm_transcript' ? before.before : before,
  })
}

/** SKUs and quantities of a native cart; its prices are never looked at. */
function nativeCart(talk: Talk): void {
  talk.intent = 'buy_product'
  const added: string[] = []
  for (const item of (talk.message.order?.items ?? []).slice(0, 50)) {
    const product = findProduct(talk, item.sku)
    const quantity = Math.trunc(item.quantity)
    if (product && quantity > 0) added.push(...put(talk, product, quantity))
  }
  if (added.length === 0 && talk.parts.length === 0)
    say(
      talk,
      talk.voice.t(
        'No pude leer ese carrito. ¿Me dices qué productos quieres?',
        'No pude leer ese carrito. ¿Me dice qué productos quiere?',
        {
          en: 'I could not read that cart. Could you tell me which products you would like?',
          pt: 'Não consegui ler esse carrinho. Pode dizer que produtos quer?',
        },
      ),
    )
  finishBuying(talk, added)
}

function picture(talk: Talk): boolean {
  const order = unpaidOrder(talk)
  if (order) {
    // A photo after an unpaid order is nearly always a receipt: a person looks, and the provider is asked.
    talk.intent = 'payment_status'
    talk.effects.push({ type: 'check_payment', orderId: order.id })
    talk.effects.push({
      type: 'open_case',
      kind: 'transfer_proof',
      orderId: order.id,
      summary: 'Envió una imagen con un pedido por pagar',
    })
    say(
      talk,
      talk.voice.t(
        `Recibí tu imagen. Si es el comprobante del pedido *${order.number}*, el equipo lo revisa y te confirmo por aquí.`,
        `Recibí su imagen. Si es el comprobante del pedido *${order.number}*, el equipo lo revisa y le confirmo por aquí.`,
        {
          en: `I received your picture. If it is the receipt of order *${order.number}*, the team checks it and I confirm here.`,
          pt: `Recebi sua imagem. Se for o comprovante do pedido *${order.number}*, a equipe confere e confirmo por aqui.`,
        },
      ),
    )
    return true
  }
  if (talk.state.issue !== null) {
    talk.intent = 'complaint'
    addToCase(talk, 'photo')
    return true
  }
  talk.intent = 'out_of_scope'
  say(
    talk,
    talk.voice.t(
      'Recibí tu imagen, pero no puedo verla. Dime qué producto buscas o te paso con una persona.',
      'Recibí su imagen, pero no puedo verla. Indíqueme qué producto busca o le comunico con una persona.',
      {
        en: 'I received your picture, but I cannot see it. Tell me which product you are looking for or I can pass you on to a person.',
        pt: 'Recebi sua imagem, mas não consigo ver. Diga que produto procura ou passo você para uma pessoa.',
      },
    ),
  )
  if (talk.state.pending === null) offerPerson(talk)
  return true
}
