import { countUnits } from '../commerce/cart.ts'
import { comunaNamed } from '../commerce/comunas.ts'
import type { Delivery } from '../commerce/effects.ts'
import { clip, plain } from '../reply/format.ts'
import type { CheckoutField } from '../understand/types.ts'
import { FULL_NAME, readAddress, type AddressAnswer } from './address.ts'
import { detailNamed } from './detail-named.ts'
import { paymentOf } from './payment-choice.ts'
import { priceTalk, type Talk } from './talk.ts'

/** Takes name, address and the rest from the message into the checkout; returns what changed. */
export function takeDetails(talk: Talk): string[] {
  const { entities } = talk.u
  const draft = talk.state.checkout
  const changed: string[] = []
  const set = <T extends object, K extends keyof T & string>(target: T, key: K, value: T[K] | null | undefined) => {
    if (value === null || value === undefined || value === '' || target[key] === value) return
    target[key] = value
    changed.push(key)
  }
  if (entities.delivery === 'pickup' && talk.shop.profile.checkout.pickup) {
    draft.delivery = { method: 'pickup' }
    changed.push('delivery')
  }
  const corrected = countUnits(talk.state.cart) > 0 ? detailNamed(talk.text) : null
  const notes = corrected === null ? notesIn(talk) : notesAfter(corrected)
  // What a courier is told names neither a street nor a person: "dejar con el conserje".
  const read = notes !== null ? null : corrected !== null ? readCorrected(talk, corrected) : readAnswer(talk)
  const name =
    notes !== null ? null : corrected !== null ? (read?.name ?? null) : (read?.name ?? entities.name ?? bareName(talk))
  set(draft.customer, 'name', name === null ? null : clip(plain(name), 80))
  set(draft.customer, 'email', entities.email)
  set(draft.customer, 'rut', entities.rut)
  set(draft.customer, 'phone', entities.phone ?? samePhone(talk))
  set(draft.customer, 'notes', notes)
  const address = notes === null ? (read?.address ?? (corrected === null ? entities.address : null)) : null
  const comuna = notes === null ? (read?.comuna ?? entities.comuna) : null
  const location = talk.message.kind === 'location' ? talk.message.location : undefined
  if (address !== null || comuna !== null || location) {
    const delivery: Delivery = draft.delivery?.method === 'delivery' ? draft.delivery : { method: 'delivery' }
    // Another street than the pin's is another place; a flat's number only says more about the same.
    if (address !== null && (comuna !== null || delivery.address !== SHARED_PLACE)) delete delivery.location
    // A new street without a comuna keeps the comuna: "no, es O'Higgins 770".
    set(delivery, 'address', address === null ? null : clip(plain(address), 160))
    set(delivery, 'comuna', comuna)
    set(delivery, 'region', entities.region)
    if (location) {
      const where = location.address ?? location.name ?? null
      delivery.location = { latitude: location.latitude, longitude: location.longitude }
      set(delivery, 'address', where === null ? SHARED_PLACE : clip(plain(where), 160))
      // A pin is another place: what the one before cost to reach says nothing about it.
      const there = where === null ? null : comunaIn(where)
      delete delivery.comuna
      delete delivery.region
      set(delivery, 'comuna', there)
      changed.push('location')
    }
    draft.delivery = delivery
  }
  return changed
}

function readAnswer(talk: Talk): AddressAnswer | null {
  if (!shouldRead(talk)) return null
  const read = readAddress(talk.text, talk.u.entities, asksName(talk))
  const pending = talk.state.pending
  const asked = pending?.kind === 'checkout_field' ? pending.field : null
  const answered = (asked === 'email' || asked === 'rut' || asked === 'phone') && talk.u.entities[asked] !== null
  // "el correo es ana@correo.cl porfa": what is left around the answer is a street only with a number in it.
  return answered && !/\d/.test(read.address ?? '') ? { ...read, address: null } : read
}

/** "Cambia el correo a …" names no street, and "cambia el nombre a …" no comuna: only what was named is read for words. */
function readCorrected(talk: Talk, corrected: { field: CheckoutField; rest: string }): AddressAnswer | null {
  const nothing: AddressAnswer = { name: null, address: null, comuna: null }
  if (corrected.field === 'address') return readAddress(corrected.rest, { ...talk.u.entities, name: null })
  if (corrected.field !== 'name') return nothing
  const name = corrected.rest.replace(/[\s.!]+$/, '')
  return { ...nothing, name: A_NAME.test(name) && !/^y\b/i.test(name) ? name : null }
}

function notesAfter(corrected: { field: CheckoutField; rest: string }): string | null {
  return corrected.field === 'notes' && corrected.rest !== '' ? clip(plain(corrected.rest), 200) : null
}

const A_NAME = /^\p{L}[\p{L}'’-]+(?: [\p{L}'’.-]+){0,4}$/u

/** What stands for the street of a pin that brings none. */
const SHARED_PLACE = 'Ubicación compartida'

/** "Av. Grecia 900, Ñuñoa, Región Metropolitana": the part that is a comuna, the last one first. */
function comunaIn(place: string): string | null {
  for (const piece of place.split(',').toReversed()) {
    const comuna = comunaNamed(piece.trim())
    if (comuna !== null) return comuna
  }
  return null
}

/** "Camila": to the question for a name, one word is one. */
function bareName(talk: Talk): string | null {
  const pending = talk.state.pending
  if (pending?.kind !== 'checkout_field' || pending.field !== 'name' || talk.intent !== 'provide_info') return null
  const text = talk.text.trim().replace(/[.!]+$/, '')
  return A_NAME.test(text) ? text : null
}

/** Said to the shopper in place of a number that they did not write; the order shows the number itself. */
export const SAME_PHONE = 'el de este WhatsApp'

/** "Este mismo": the number that the shopper writes from, which stands with the order anyway. */
function samePhone(talk: Talk): string | null {
  const pending = talk.state.pending
  if (pending?.kind !== 'checkout_field' || pending.field !== 'phone') return null
  return /\b(?:est[ea]|mism[oa]|whatsapp|wsp|same)\b/i.test(talk.text) ? SAME_PHONE : null
}

/** What a courier is told: as the answer to the question, or unasked while the order is put together. */
function notesIn(talk: Talk): string | null {
  const pending = talk.state.pending
  const asked = pending?.kind === 'checkout_field' && pending.field === 'notes'
  if (asked && talk.intent === 'provide_info') return clip(plain(talk.text), 200)
  if (!asked && !bringsNotes(talk)) return null
  return asked ? null : clip(plain(talk.text), 200)
}

/** "y que lo dejen en conserjería": said to no question of ours. */
export function bringsNotes(talk: Talk): boolean {
  return talk.state.checkout.active && NOTES.test(talk.text)
}

const NOTES =
  /^(?:(?:por favor|porfa\w*|ah|oye|y|nota|indicaci[oó]n(?:es)?)[\s:,]+)*(?:(?:que )?(?:lo |la )?(?:dej\w+|entr[eé]g\w+)(?:l[oa]s?)? (?:en|con) (?:la |el )?(?:conserj\w+|porter[ií]a|vecin\w+|recepci[oó]n)|(?:que )?toc\w+ (?:el )?timbre|(?:que )?(?:me )?llam\w+ (?:antes|al llegar|cuando))/i

/** Only a message that hands something over is read for names and streets: "el de Av. Italia" may be a question. */
function shouldRead(talk: Talk): boolean {
  const pending = talk.state.pending?.kind
  // A no is read only where it brings something: "no espera, agrégale uno" names neither a street nor a person.
  const brings = /\d|a nombre de/i.test(talk.text) || talk.u.entities.comuna !== null
  return talk.intent === 'provide_info' || (talk.intent === 'deny' && pending === 'confirm_order' && brings)
}

/** The first question of a checkout asks for both; a name that comes by itself, with none known, answers half of it. */
function asksName(talk: Talk): boolean {
  const pending = talk.state.pending
  // "Pedro Lagos", to the summary: the name on it is to be another.
  if (talk.state.checkout.customer.name !== undefined)
    return pending?.kind === 'confirm_order' && FULL_NAME.test(talk.text.trim())
  return pending?.kind !== 'checkout_field' || pending.field === 'address' || pending.field === 'name'
}

/** What the shopper agreed to have remembered is filled in, and shown for confirmation in the summary. */
export function recall(talk: Talk): void {
  const { remembered } = talk.facts
  const draft = talk.state.checkout
  if (!remembered || draft.recalled === true) return
  draft.recalled = true
  // What was said to a courier about one parcel is not about the next.
  const { notes: _, ...customer } = remembered.customer
  draft.customer = { ...customer, ...draft.customer }
  if (remembered.delivery?.method === 'pickup' && !talk.shop.profile.checkout.pickup) return
  draft.delivery ??= remembered.delivery === null ? null : { ...remembered.delivery }
}

export function missingField(talk: Talk): CheckoutField | null {
  const draft = talk.state.checkout
  const required = new Set<CheckoutField>(talk.shop.profile.checkout.required)
  if (paymentOf(talk)?.needsEmail) required.add('email')
  const pickup = draft.delivery?.method === 'pickup'
  if (
    !pickup &&
    !draft.delivery?.address &&
    !draft.delivery?.location &&
    (required.has('address') || required.has('delivery'))
  )
    return 'address'
  if (!pickup && priceTalk(talk).quote.state === 'unknown') return 'comuna'
  if (!pickup && required.has('comuna') && !draft.delivery?.comuna) return 'comuna'
  for (const field of ['name', 'email', 'rut', 'phone', 'notes'] as const) {
    if (required.has(field) && !draft.customer[field]) return field
  }
  return null
}
