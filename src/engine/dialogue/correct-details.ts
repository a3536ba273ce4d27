import { countUnits } from '../commerce/cart.ts'
import { fold } from '../text/fold.ts'
import type { CheckoutField } from '../understand/types.ts'
import { askField, continueCheckout, tellWrongRut } from './checkout.ts'
import { bringsNotes, takeDetails } from './checkout-details.ts'
import { detailNamed } from './detail-named.ts'
import type { Talk } from './talk.ts'

/**
 * "cambia el correo a ana@correo.cl", "me equivoqué en el rut": which of their data the shopper corrects, while an order
 * is put together. Read before the topics, for which "cambiar" is an exchange or a product given back.
 */
export function detailToCorrect(talk: Talk): CheckoutField | null {
  if (talk.message.kind !== 'text' || countUnits(talk.state.cart) === 0) return null
  const { active, customer, delivery } = talk.state.checkout
  // Before anything was asked, "mi dirección" is no correction of ours.
  if (!active && delivery === null && Object.keys(customer).length === 0) return null
  if (streetNumberMeant(talk) !== null) return 'address'
  return detailNamed(talk.text)?.field ?? (bringsNotes(talk) ? 'notes' : null)
}

const OTHER_NUMBER =
  /\bno (?:es|era) (?:el )?(\d{2,5})[,. ]+(?:sino|si no|es) (?:el )?(\d{2,5})\b|\bes (?:el )?(\d{2,5}),? (?:y )?no (?:el )?(\d{2,5})\b/

/** "no es 980 sino 890": the address with its right number; null where no such number stands in it. */
function streetNumberMeant(talk: Talk): string | null {
  const address = talk.state.checkout.delivery?.address
  const match = OTHER_NUMBER.exec(fold(talk.text))
  const wrong = match?.[1] ?? match?.[4]
  const right = match?.[2] ?? match?.[3]
  if (address === undefined || wrong === undefined || right === undefined) return null
  const number = new RegExp(`(?<!\\d)${wrong}(?!\\d)`)
  return number.test(address) ? address.replace(number, right) : null
}

/** Takes what was handed over with it; where nothing was, that one thing is asked for again. */
export function correctDetail(talk: Talk, field: CheckoutField): void {
  talk.state.checkout.active = true
  const address = streetNumberMeant(talk)
  if (address !== null && talk.state.checkout.delivery !== null) {
    talk.state.checkout.delivery = { ...talk.state.checkout.delivery, address }
    return continueCheckout(talk)
  }
  const changed = takeDetails(talk)
  if (talk.u.entities.rutInvalid) tellWrongRut(talk)
  if (changed.length === 0 || talk.u.entities.rutInvalid) return askField(talk, field)
  continueCheckout(talk)
}
