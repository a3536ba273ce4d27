import { countUnits } from '../commerce/cart.ts'
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
  return detailNamed(talk.text)?.field ?? (bringsNotes(talk) ? 'notes' : null)
}

/** Takes what was handed over with it; where nothing was, that one thing is asked for again. */
export function correctDetail(talk: Talk, field: CheckoutField): void {
  talk.state.checkout.active = true
  const changed = takeDetails(talk)
  if (talk.u.entities.rutInvalid) tellWrongRut(talk)
  if (changed.length === 0 || talk.u.entities.rutInvalid) return askField(talk, field)
  continueCheckout(talk)
}
