import { foldPhrase } from '../text/fold.ts'
import { addToCase, orderOfCase } from './cases.ts'
import { withdrawalText } from './withdrawal.ts'
import { offerPerson } from './orders.ts'
import { byWords } from './pick.ts'
import { focused, keepsQuestion } from './show-products.ts'
import { findProducts, nameOf, oneOf, quote, say, show, type Talk } from './talk.ts'

/*
 * What goes back, what a warranty covers, and what went wrong.
 */

/** What the law and the shop say, and a person where a product is named as faulty. */
export function returns(talk: Talk): void {
  const policy = talk.shop.profile.policies.returns
  tellWarranty(talk)
  say(
    talk,
    policy === null
      ? talk.voice.t(
          `Tienes ${talk.shop.withdrawalDays} días desde que recibes tu compra para arrepentirte, y 6 meses de garantía legal si el producto falla: puedes pedir cambio, reparación o devolución.`,
          `Tiene ${talk.shop.withdrawalDays} días desde que recibe su compra para arrepentirse, y 6 meses de garantía legal si el producto falla: puede pedir cambio, reparación o devolución.`,
          {
            en: `You have ${talk.shop.withdrawalDays} days from when you receive your purchase to change your mind, and 6 months of legal warranty if the product fails: you can ask for an exchange, a repair or your money back.`,
            pt: `Você tem ${talk.shop.withdrawalDays} dias desde que recebe a compra para se arrepender, e 6 meses de garantia legal se o produto falhar: pode pedir troca, conserto ou devolução.`,
          },
        )
      : quote(talk, policy),
  )
  const delivered = talk.facts.orders.find((order) => order.deliveredAt !== null)
  const until = withdrawalText(talk, delivered)
  if (until !== null) say(talk, until)
  if (FAULT.test(talk.text) || (GIVES_BACK.test(talk.text) && !POLICY_QUESTION.test(foldPhrase(talk.text))))
    gatherCase(talk, 'return')
}

/** "¿tiene garantía esa pantalla?": where its own sheet speaks of a warranty, that comes first. */
function tellWarranty(talk: Talk): void {
  if (!/garant/i.test(talk.text)) return
  const near = [
    ...focused(talk),
    ...findProducts(
      talk,
      talk.state.cart.lines.map((line) => line.sku),
    ),
  ]
  const [named, ...more] = byWords([...new Set(near)], talk.text.replace(/garant\p{L}*/giu, ' '))
  const product = named && more.length === 0 ? named : near[0]
  const told = product?.description.split(/(?<=[.;!?])\s+/).find((sentence) => /garant/i.test(sentence))
  if (product === undefined || told === undefined) return
  show(talk, [product])
  say(talk, `*${nameOf(talk, product)}*: ${quote(talk, told)}`)
}

const FAULT =
  /\b(?:falla\w*|fall[oó]|mal[ao]s?|rot[ao]s?|da[ñn]ad[ao]s?|defect\w*|vencid[ao]s?|equivocad[ao]s?|no (?:me |le |les )?(?:sirv|funcion|qued|prend|and)\w*)/i
const GIVES_BACK = /devol|devuelv|cambi|garant[ií]a|reembols|arrepent|retract/i
/** "¿tienen garantía?", "se puede devolver?": asked before buying, and no case of anyone. */
const POLICY_QUESTION =
  /^(?:(?:y|hola|oye|disculpa|una consulta|una duda|si no me gusta|si no me queda|si no le queda) )*(?:tien\w+|hay|hacen|acept\w+|dan|traen?|trae|viene|vienen|cuentan?|cuant\w+|que|cual|como|se puede\w*|puedo|podria|son|incluye\w*|es|la|las)\b/

/** Sorry first, then the facts: which order and what happened; a person of the shop takes it from there. */
export function complaint(talk: Talk): void {
  say(
    talk,
    talk.voice.t(
      oneOf(
        talk,
        'Lamento mucho lo que pasó 😔',
        'Qué pena, lo siento de verdad 😔',
        'Disculpa por la mala experiencia 😔',
      ),
      'Lamento mucho lo que pasó 😔',
      { en: 'I am very sorry about what happened 😔', pt: 'Sinto muito pelo que aconteceu 😔' },
    ),
  )
  gatherCase(talk, 'complaint')
}

function gatherCase(talk: Talk, kind: 'complaint' | 'return'): void {
  const order = orderOfCase(talk)
  if (talk.state.issue === null) {
    talk.effects.push({ type: 'open_case', kind, orderId: order?.id ?? null, summary: talk.text.slice(0, 400) })
    talk.state.issue = kind
  } else return addToCase(talk, 'words')
  if (keepsQuestion(talk)) {
    say(
      talk,
      talk.voice.t('Dejé tu caso anotado para el equipo.', 'Dejé su caso anotado para el equipo.', {
        en: 'I noted your case for the team.',
        pt: 'Deixei seu caso anotado para a equipe.',
      }),
    )
    return
  }
  say(
    talk,
    order
      ? talk.voice.t(
          `Dejé el caso anotado con tu pedido *${order.number}*. Cuéntame qué pasó o mándame una foto.`,
          `Dejé el caso anotado con su pedido *${order.number}*. Cuénteme qué pasó o envíeme una foto.`,
          {
            en: `I noted the case with your order *${order.number}*. Tell me what happened or send me a photo.`,
            pt: `Deixei o caso anotado com seu pedido *${order.number}*. Conte o que aconteceu ou mande uma foto.`,
          },
        )
      : talk.voice.t(
          'Dejé el caso anotado. Cuéntame qué producto es, cuándo lo compraste y, si puedes, mándame una foto.',
          'Dejé el caso anotado. Cuénteme qué producto es, cuándo lo compró y, si puede, envíeme una foto.',
          {
            en: 'I noted the case. Tell me which product it is, when you bought it and, if you can, send me a photo.',
            pt: 'Deixei o caso anotado. Conte qual é o produto, quando comprou e, se puder, mande uma foto.',
          },
        ),
  )
  if (talk.facts.mode === 'bot') offerPerson(talk)
}
