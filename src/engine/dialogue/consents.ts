import type { Customer, Delivery } from '../commerce/effects.ts'
import { joinWords } from '../reply/format.ts'
import { foldPhrase } from '../text/fold.ts'
import type { Intent } from '../types.ts'
import { ask, note, openOrders, say, settle, type Talk } from './talk.ts'

/** Asked and not answered twice is an answer; only a shopper who brings it up hears of it again. */
const MOST_OFFERS = 2

/** A word that is a yes to any question. */
const PLAIN_YES =
  /^(?:yes|yep|sure|sim|si+|sip|sipo|siu|claro|obvio|obviamente|dale|acepto|autorizo|supuesto|guarda\w*|guardenl\w+|recuerda\w*|recuerdenl\w+|recuerdame|avisame|1)$/
/** Yes where it stands alone: "ya gracias" after an order thanks for the order. */
const LOOSE_YES = /^(?:ya|bueno|ok|okey)$/
const PLAIN_NO = /^(?:nao|nope|no+|nop|nopo|nah|nones|jamas|nunca|2)$/
/** What may stand beside either. */
const FILLER =
  /^(?:po|por|favor|porfa|porfavor|gracias|muchas|ya|bueno|ok|de|una|con|gusto|quiero|me|los|lo|mis|tus|datos|mejor|ahora|no|mas|nomas|todo|bien|gracia|asi|esta|para|la|proxima|es|necesario|hace|falta|manana|guardes|guarde|recuerdes|recuerde|thanks|thank|you|please|keep|them|remind|it|obrigad[oa]|lembre)$/

/**
 * After the order, never before: whether name, address and e-mail may be kept for the next one. The data waits in the
 * open question and nowhere else; whatever else the shopper writes lets it go.
 */
export function offerToRemember(talk: Talk, data: { customer: Customer; delivery: Delivery }): void {
  const { customer, delivery } = data
  if (talk.facts.consents.remember === true) {
    // The word stands: the corrections of this order are what is kept from now on.
    talk.effects.push({ type: 'remember_customer', customer, delivery })
    return
  }
  const what = [
    ...(customer.name === undefined ? [] : [talk.voice.any('nombre', { en: 'name', pt: 'nome' })]),
    ...(delivery.address === undefined ? [] : [talk.voice.any('dirección', { en: 'address', pt: 'endereço' })]),
    ...(customer.email === undefined ? [] : [talk.voice.any('correo', { en: 'e-mail', pt: 'e-mail' })]),
    ...(customer.rut === undefined ? [] : ['RUT']),
  ]
  const { offers } = talk.state
  if (talk.facts.consents.remember !== null || what.length === 0 || offers.remember >= MOST_OFFERS) return
  offers.remember += 1
  const list = joinWords(what, talk.voice.any('y', { en: 'and', pt: 'e' }))
  say(
    talk,
    talk.voice.t(
      `¿Guardo tu ${list} para tu próxima compra? Los borro cuando me digas.`,
      `¿Guardo su ${list} para su próxima compra? Los borro cuando usted diga.`,
      {
        en: `Shall I keep your ${list} for your next purchase? I delete them whenever you say.`,
        pt: `Guardo seu ${list} para a próxima compra? Apago quando você disser.`,
      },
    ),
  )
  talk.buttons = [
    {
      id: 'remember:yes',
      title: talk.voice.t('Sí, guárdalos', 'Sí, guárdelos', { en: 'Yes, keep them', pt: 'Sim, guarde' }),
    },
    {
      id: 'remember:no',
      title: talk.voice.any('No, gracias', { en: 'No, thank you', pt: 'Não, obrigado' }),
    },
  ]
  ask(talk, { kind: 'remember_data', customer, delivery, at: talk.facts.now })
}

/** To a shopper who leaves with a full cart: one question, where the shop reminds at all and the answer is not known. */
export function offerReminders(talk: Talk): void {
  const { reminders } = talk.shop
  const { offers } = talk.state
  if (reminders === 0 || talk.state.cart.lines.length === 0 || talk.facts.optedOut) return
  if (talk.facts.consents.reminders !== null || offers.reminders >= MOST_OFFERS) return
  offers.reminders += 1
  const most =
    reminders === 1
      ? talk.voice.any('un solo mensaje', { en: 'one message', pt: 'uma só mensagem' })
      : talk.voice.any('a lo más dos mensajes, en días distintos', {
          en: 'at most two messages, on different days',
          pt: 'no máximo duas mensagens, em dias diferentes',
        })
  say(
    talk,
    talk.voice
      .t(`¿Te recuerdo el carrito por aquí? Sería ${most}.`, `¿Le recuerdo el carrito por aquí? Sería ${most}.`, {
        en: `Shall I remind you of your cart here? It would be ${most}.`,
        pt: `Lembro você do carrinho por aqui? Seria ${most}.`,
      })
      .replace('Sería a lo más', 'Serían a lo más'),
  )
  talk.buttons = [
    {
      id: 'remind:yes',
      title: talk.voice.t('Sí, recuérdame', 'Sí, recuérdeme', { en: 'Yes, remind me', pt: 'Sim, me lembre' }),
    },
    {
      id: 'remind:no',
      title: talk.voice.any('No, gracias', { en: 'No, thank you', pt: 'Não, obrigado' }),
    },
  ]
  ask(talk, { kind: 'reminders', at: talk.facts.now })
}

/** "Lo voy a pensar", "después te aviso": the shopper leaves, and the cart stays. */
export function leavesForNow(talk: Talk): boolean {
  const pending = talk.state.pending?.kind
  if (talk.state.cart.lines.length === 0 || /[?¿]/.test(talk.text)) return false
  if (pending === 'remember_data' || pending === 'reminders') return false
  if (LEAVING.test(foldPhrase(talk.text))) return true
  // "mi bebé despertó, después termino la compra": said behind its reason, where nothing else is wanted.
  return MAY_LEAVE.has(talk.intent) && talk.text.split(/[,.;!\n]+/).some((clause) => LEAVING.test(foldPhrase(clause)))
}

const MAY_LEAVE: ReadonlySet<Intent> = new Set(['checkout', 'thanks', 'goodbye', 'deny', 'smalltalk', 'out_of_scope'])

const LEAVING =
  /^(?:(?:chevere|perfecto|super|listo|bacan|genial|excelente|vale|ya|ok|oka|bueno|mm+|no|mejor|gracias|muchas|dale|pucha|chuta|entonces|hola|igual|por ahora|deja\w*|yo|voy a|tengo que) )*(?:(?:lo|la|los|las) (?:voy a pensar|pienso|veo|vemos|tengo que pensar|converso|consulto|reviso|dejo para)|pensarl[oa]|lo pensare|(?:despues|luego|mas tarde|manana|mas rato|otro dia|ahi) (?:te|le|les) (?:aviso|digo|cuento|confirmo|escribo|hablo)|(?:en la (?:tarde|noche)|a la noche|en un rato|el \w+) (?:te |le |les )?(?:confirmo|aviso|escribo)|(?:te|le|les) (?:aviso|confirmo|escribo|hablo) (?:despues|luego|mas tarde|manana|mas rato)|(?:despues|luego|mas tarde|manana|mas rato|otro dia) (?:lo |la )?(?:termino|sigo|compro|pago|vuelvo|cierro)|lo deja(?:re|mos)? (?:pendiente|para (?:despues|manana|otro dia))|lo dejo pendiente|(?:vuelvo|sigo|termino|pago|compro|lo compro|lo pago|lo termino) (?:despues|luego|mas tarde|manana|mas rato|otro dia))\b/

export function leaveForNow(talk: Talk): void {
  settle(talk)
  talk.state.checkout.active = false
  say(
    talk,
    talk.voice.t('Dale, piénsalo tranquilo: te guardo el carrito.', 'Por supuesto, sin apuro: le guardo el carrito.', {
      en: 'Of course, take your time: I keep your cart.',
      pt: 'Claro, pense com calma: guardo seu carrinho.',
    }),
  )
  offerReminders(talk)
}

/**
 * What is said about consent, and to a question for it. Consent counts only from an unequivocal yes that was written
 * after the question: "ok gracias" thanks for the order, and a third hurried "sí" confirms it once more. Anything else
 * lets the question go and is answered for itself (null).
 */
export function hearConsent(talk: Talk): Intent | null {
  const phrase = foldPhrase(talk.text)
  const right = rightAsked(phrase)
  if (right !== null) return exercise(talk, right)
  const pending = talk.state.pending
  if (pending?.kind !== 'remember_data' && pending?.kind !== 'reminders') return null
  const answer = yesOrNo(phrase)
  if (answer !== null && talk.message.at < pending.at) {
    note(talk, 'an answer from before the question')
    const order = openOrders(talk)[0]
    if (order)
      say(
        talk,
        talk.voice.t(
          `Tu pedido *${order.number}* ya está tomado, no hace falta confirmarlo de nuevo.`,
          `Su pedido *${order.number}* ya está tomado, no hace falta confirmarlo de nuevo.`,
          {
            en: `Your order *${order.number}* is already placed, there is no need to confirm it again.`,
            pt: `Seu pedido *${order.number}* já está feito, não precisa confirmar de novo.`,
          },
        ),
      )
    talk.settled = true
    return answer
  }
  if (answer !== null) {
    answerConsent(talk, pending.kind, answer === 'affirm')
    return answer
  }
  talk.state.pending = null
  talk.state.asked = 0
  return null
}

/** The yes or no itself, by word or by button; a button outlives the data that it was asked about. */
export function answerConsent(talk: Talk, purpose: 'remember_data' | 'reminders', granted: boolean): void {
  const { pending } = talk.state
  const { t } = talk.voice
  settle(talk)
  talk.effects.push({ type: 'consent', purpose, granted, proof: talk.message.id })
  if (purpose === 'reminders') {
    return say(
      talk,
      granted
        ? t(
            'Listo, te lo recuerdo por aquí. Con *BAJA* paro.',
            'Listo, se lo recuerdo por aquí. Con *BAJA* me detengo.',
            {
              en: 'Done, I will remind you here. Write *BAJA* and I stop.',
              pt: 'Pronto, lembro você por aqui. Com *BAJA* eu paro.',
            },
          )
        : t(
            'Ok, sin recordatorios. Tu carrito queda guardado.',
            'De acuerdo, sin recordatorios. Su carrito queda guardado.',
            { en: 'Okay, no reminders. Your cart stays.', pt: 'Certo, sem lembretes. Seu carrinho fica guardado.' },
          ),
    )
  }
  if (!granted)
    return say(
      talk,
      t('Ok, no los guardo: quedan solo en este pedido.', 'De acuerdo, no los guardo: quedan solo en este pedido.', {
        en: 'Okay, I do not keep them: they stay with this order only.',
        pt: 'Certo, não guardo: ficam só neste pedido.',
      }),
    )
  if (pending?.kind === 'remember_data') {
    talk.effects.push({ type: 'remember_customer', customer: pending.customer, delivery: pending.delivery })
    return say(
      talk,
      t(
        'Listo, los guardo para la próxima. Si quieres que los olvide, dime *olvida mis datos*.',
        'Listo, los guardo para la próxima. Si quiere que los olvide, diga *olvida mis datos*.',
        {
          en: 'Done, I keep them for next time. If you want me to forget them, write *olvida mis datos*.',
          pt: 'Pronto, guardo para a próxima. Se quiser que eu esqueça, escreva *olvida mis datos*.',
        },
      ),
    )
  }
  say(
    talk,
    t('Listo, guardo tus datos desde tu próxima compra.', 'Listo, guardo sus datos desde su próxima compra.', {
      en: 'Done, I keep your details from your next purchase on.',
      pt: 'Pronto, guardo seus dados a partir da próxima compra.',
    }),
  )
}

function yesOrNo(phrase: string): 'affirm' | 'deny' | null {
  const words = phrase.split(' ')
  if (words.length > 8) return null
  const known = words.every((word) => PLAIN_YES.test(word) || PLAIN_NO.test(word) || FILLER.test(word))
  if (!known) return null
  if (PLAIN_NO.test(words[0] ?? '') || /^(?:mejor no|ya no|por ahora no)\b/.test(phrase)) return 'deny'
  if (words.some((word) => PLAIN_YES.test(word)) && !words.some((word) => PLAIN_NO.test(word))) return 'affirm'
  return words.length <= 2 && words.every((word) => LOOSE_YES.test(word) || word === 'po') && !phrase.startsWith('ok')
    ? 'affirm'
    : null
}

type Right = 'erase' | 'export' | 'forget' | 'no_reminders'

/** The rights of Ley 21.719 in a shopper's words, which hold at any point of a conversation. */
function rightAsked(phrase: string): Right | null {
  if (/\b(?:no (?:me )?(?:guard|record|almacen)\w*|olvid\w*)\b(?: \w+){0,3} mis datos\b/.test(phrase)) return 'forget'
  if (/\b(?:borr|elimin|suprim)\w*\b(?: \w+){0,3} mis datos\b/.test(phrase)) return 'erase'
  if (/\bque datos (?:mios )?(?:tienen|tienes|guardan|guardas)\b|\bcopia de (?:todos )?mis datos\b/.test(phrase))
    return 'export'
  if (/\bno (?:quiero|me mand\w+|me envi\w+|mas) (?:\w+ )?recordatorios?\b|\bno me (?:lo )?recuerd\w+\b/.test(phrase))
    return 'no_reminders'
  return null
}

/** Withdrawing is as easy as agreeing; a copy or an erasure is a request that the shop answers within thirty days. */
function exercise(talk: Talk, right: Right): Intent {
  const { t } = talk.voice
  const proof = talk.message.id
  note(talk, `a right was asked for: ${right}`)
  if (talk.state.pending?.kind === 'remember_data' || talk.state.pending?.kind === 'reminders') settle(talk)
  if (right === 'no_reminders') {
    talk.effects.push({ type: 'consent', purpose: 'reminders', granted: false, proof })
    say(
      talk,
      t('Listo, no te mando recordatorios.', 'Listo, no le envío recordatorios.', {
        en: 'Done, I will not send you reminders.',
        pt: 'Pronto, não mando lembretes.',
      }),
    )
    return 'opt_out'
  }
  if (right === 'export') {
    talk.effects.push({ type: 'privacy_request', kind: 'export', proof })
    say(
      talk,
      t(
        'Anoté tu solicitud: la tienda te entrega una copia de tus datos dentro de 30 días.',
        'Anoté su solicitud: la tienda le entrega una copia de sus datos dentro de 30 días.',
        {
          en: 'I noted your request: the shop gives you a copy of your data within 30 days.',
          pt: 'Anotei seu pedido: a loja entrega uma cópia dos seus dados em até 30 dias.',
        },
      ),
    )
    return 'human_agent'
  }
  talk.effects.push({ type: 'consent', purpose: 'remember_data', granted: false, proof })
  talk.state.checkout = { active: false, customer: {}, delivery: null }
  if (right === 'forget') {
    say(
      talk,
      t(
        'Listo, olvidé tu nombre, dirección y correo: la próxima vez te los pregunto.',
        'Listo, olvidé su nombre, dirección y correo: la próxima vez se los pregunto.',
        {
          en: 'Done, I forgot your name, address and e-mail: next time I will ask for them.',
          pt: 'Pronto, esqueci seu nome, endereço e e-mail: da próxima vez pergunto.',
        },
      ),
    )
    return 'opt_out'
  }
  talk.effects.push({ type: 'consent', purpose: 'messages', granted: false, proof })
  talk.effects.push({ type: 'consent', purpose: 'reminders', granted: false, proof })
  talk.effects.push({ type: 'privacy_request', kind: 'erase', proof })
  say(
    talk,
    t(
      'Listo: ya olvidé los datos que guardaba para tus compras y no te escribiremos más. Anoté tu solicitud de borrar todo lo demás; la tienda la responde dentro de 30 días.',
      'Listo: ya olvidé los datos que guardaba para sus compras y no le escribiremos más. Anoté su solicitud de borrar todo lo demás; la tienda la responde dentro de 30 días.',
      {
        en: 'Done: I forgot the data kept for your purchases and we will not write to you again. I noted your request to delete all the rest; the shop answers it within 30 days.',
        pt: 'Pronto: já esqueci os dados guardados para suas compras e não escreveremos mais. Anotei seu pedido de apagar todo o resto; a loja responde em até 30 dias.',
      },
    ),
  )
  return 'opt_out'
}
