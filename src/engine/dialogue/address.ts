import { COMUNAS, comunaNamed, foldPlace } from '../commerce/comunas.ts'
import type { Entities } from '../understand/types.ts'

export interface AddressAnswer {
  name: string | null
  address: string | null
  comuna: string | null
}

/** "Camila Pérez", "Rosa de la Fuente": nothing but a name, written as one. */
export const FULL_NAME = /^(?:\p{Lu}\p{Ll}+)(?: (?:de|del|la|los|las|\p{Lu}\p{Ll}+)){1,4}$/u

const STREET =
  /\b(av(?:da|enida)?\.?|calle|pasaje|psje\.?|pje\.?|camino|ruta|km|villa|poblaci[oó]n|pobl\.?|condominio|block|depto\.?|departamento|dpto\.?|casa|edificio|torre|oficina|of\.|parcela|sitio|lote|sector|esquina|los|las|el|la|san|santa|gran)\b/i
// "Lo Ovalle" and "La Estrella" are streets: an article is a lead only before what cannot be one.
const LEAD =
  /^(?:(?:ya|ah|oh|uy|ok|oka|entonces|pero|bueno|listo|mira|hola|dale|no|espera|perd[oó]n|es|ser[ií]a|claro|s[ií]|te|les|le|me|l[oa](?=\s+(?:mand|m[aá]nd|env|despach|quiero|direcci|cambi|misma|m[ií]a))|mand\w*|env[ií]\w*|despach\w*|podr?[ií]?s?|al?|en|que|nombre|mi|direcci[oó]n|vivo|soy|estoy|correcta|incorrecta|mala|equivocad[ao]|est[aá]|cambi\w*|por|mejor|equivoqu[eé]|me equivoqu[eé]|eran?|quise decir|corrijo|m[aá]nd\w*|pega|trabajo|oficina de mi|casa de mi|va|ser[aá]|quiero|despu[eé]s|ahora|pedido)[\s,:.]+)+/i
const COURTESY = /[\s,.!]+(?:por favor|porfa\w*|gracias|po)[\s.!]*$|[\s.!]+$/i
const NAME_LEAD =
  /\b(?:soy|me llamo|mi nombre es|a nombre de(?: mi (?:marido|espos[oa]|se[ñn]ora|mujer|polol[oa]|pareja|mam[aá]|pap[aá]|hij[oa]|herman[oa]|t[ií][oa]|jef[ea]|amig[oa]|abuel[oa]|vecin[oa])[,:]?)?|nombre[:\s])\s*/i

/** "juan soto av matta 123": who, up to the word that begins a street. */
const NAMED_FIRST =
  /^((?:\p{L}[\p{L}'’-]+ ){1,3}\p{L}[\p{L}'’-]+?) (?=(?:vivo|av(?:da|enida)?|calle|pasaje|psje|pje|camino|condominio|villa|poblaci[oó]n|parcela|block|direcci[oó]n)\b)/iu

/**
 * A name and an address as people write them, in one line or piecewise: "Camila Rojas, Av. Italia 1234, Ñuñoa", "vivo en
 * Los Aromos 455 Maipú, soy Felipe". What the understanding already found is taken; the rest is read from the pieces.
 */
export function readAddress(
  text: string,
  known: Pick<Entities, 'name' | 'address' | 'comuna' | 'email' | 'rut' | 'phone'>,
  /** The name was asked for, so that one piece alone may be it. */
  nameAsked = false,
): AddressAnswer {
  let rest = text.replace(/\s+/g, ' ').trim().replace(PAYS_FIRST, '')
  if (known.email !== null) rest = rest.replace(known.email, ' ')
  if (known.phone !== null) rest = rest.replace(asWritten(known.phone), ' ')
  rest = rest.replace(/\S+@\S+/g, ' ').replace(/\b\d{1,2}\.?\d{3}\.?\d{3}-?[\dkK]\b/g, ' ')
  let name = known.name
  const before = nameAsked && name === null ? NAMED_FIRST.exec(rest)?.[1] : undefined
  if (before !== undefined && looksLikeName(before)) {
    name = before
    rest = rest.slice(before.length)
  }
  const pieces = rest
    .trim()
    .replace(COURTESY, '')
    .split(/\s*[,;\n]\s*/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
  let comuna = known.comuna !== null && namesStreet(rest, known.comuna) ? null : known.comuna
  const street: string[] = []
  pieces.forEach((piece, index) => {
    const lead = NAME_LEAD.exec(piece)
    if (lead) {
      const after = piece.slice(lead.index + lead[0].length).trim()
      if (looksLikeName(after)) {
        name ??= after
        const before = piece.slice(0, lead.index).trim()
        if (/\d/.test(before)) street.push(before)
        return
      }
    }
    // "Las Condes", "es La Florida porfa", to the question for the comuna: all that is said is one, whatever its article.
    const alone = pieces.length === 1 ? comunaNamed(piece.replace(LEAD, '')) : null
    const place = comunaNamed(piece) ?? alone
    if (place !== null && (index > 0 || alone !== null)) {
      // A piece of its own says where it is; "Vicuña Mackenna" only sounds like a comuna.
      comuna = place
      return
    }
    if (name === null && looksLikeName(piece) && (pieces.length > 1 || nameAsked)) {
      name = piece
      return
    }
    if (known.name !== null && foldPlace(piece).replace(foldPlace(known.name), '').replace(LEAD, '').trim() === '')
      return
    street.push(piece)
  })
  let address = known.address
  const own = clean(street.join(', '), name)
  if (address === null && own !== '' && (/\d/.test(own) || STREET.test(own) || pieces.length > 1)) address = own
  // The pieces hold more than the part that was found ("condominio Los Robles casa 14" over "casa 14").
  if (
    address !== null &&
    own.length > address.length &&
    foldPlace(own).includes(foldPlace(address)) &&
    own.length < address.length + 40
  )
    address = own
  if (comuna === null && address !== null) {
    const found = trailingComuna(address)
    if (found) {
      comuna = found.comuna
      address = found.address
    }
  }
  // "…depto 12 maipu", with the comuna found already: said once is enough.
  if (comuna !== null && address !== null) {
    const found = trailingComuna(address)
    if (found?.comuna === comuna) address = found.address
  }
  // A locality that is no comuna of its own ("Chicureo", "Reñaca"): the last piece, where it has no number.
  const last = pieces.length > 1 ? (pieces.at(-1) ?? '') : ''
  if (comuna === null && last !== '' && last !== name && !/\d/.test(last) && last.split(' ').length <= 4) {
    comuna = last
    if (address !== null && address.endsWith(last))
      address = address.slice(0, -last.length).replace(/[\s,]+$/, '') || address
  }
  return { name, address, comuna }
}

/** "dale, quiero pagar. Rodrigo Vidal, Montt 88" */
const PAYS_FIRST = /^[^\d]{0,30}\b(?:quiero pagar|a pagar|cerremos(?: el pedido)?)\s*[.:;!]\s*/i

/** A phone in whatever grouping it was written: "+56 9 8888 7777", "098888-7777", "88887777". */
function asWritten(phone: string): RegExp {
  const digits = Array.from(phone.replace(/\D/g, '').slice(-8)).join('[\\s().-]*')
  return new RegExp(`(?:\\+?\\s*56[\\s().-]*)?(?:\\(?0?[2-9]\\)?[\\s().-]*)?${digits}`)
}

/** "O'Higgins 770", "Vicuña Mackenna 4860": a comuna's name with a house number behind it is a street. */
function namesStreet(text: string, comuna: string): boolean {
  const words = foldPlace(text).replace(/[^a-z0-9 ]/g, ' ')
  const name = foldPlace(comuna).replace(/[^a-z0-9 ]/g, ' ')
  const at = words.indexOf(name)
  return at >= 0 && /^(?: [a-z]+)? #? ?\d/.test(words.slice(at + name.length))
}

function looksLikeName(piece: string): boolean {
  const words = piece.split(' ')
  return (
    words.length >= 2 &&
    words.length <= 5 &&
    !/\d/.test(piece) &&
    !STREET.test(words[0] ?? '') &&
    !/^(?:de|del|un|una|yo|tu|su|mi|muy|con|para|pa|por|sin|no|si|sí|soy|vivo|estoy|me|es|hola|quiero|necesito|busco|ah|oh|uy|ya|ok|oka|entonces|bueno|dale|pero|claro|gracias|porfa|buenas|buenos|listo|perfecto|super|disculpa|perdon|espera)$/i.test(
      words[0] ?? '',
    ) &&
    comunaNamed(piece) === null &&
    words.every((word) => /^[\p{L}'’.-]+$/u.test(word))
  )
}

function clean(text: string, name: string | null): string {
  let cleaned = text.replace(LEAD, '')
  if (name !== null) {
    // "me llamo Rosa Díaz vivo en San Martín 455": who, then what leads to where, then where.
    const at = text.indexOf(name)
    const lead = at < 0 ? '' : (LED_UP_TO.exec(text.slice(0, at))?.[0] ?? '')
    const rest = at < 0 ? cleaned : text.slice(0, at - lead.length) + text.slice(at + name.length)
    cleaned = rest.replace(/^[\s,.:-]*(?:y\s+)?/i, '').replace(LEAD, '')
  }
  return cleaned.replace(/^[\s,.:-]+|[\s,.:-]+$/g, '')
}

const LED_UP_TO = new RegExp(`${NAME_LEAD.source}$`, 'i')

/** "Los Aromos 455 Maipú": the comuna at the end without a comma. */
function trailingComuna(address: string): { address: string; comuna: string } | null {
  const words = address.split(' ')
  for (let size = Math.min(4, words.length - 2); size >= 1; size--) {
    const tail = words.slice(-size).join(' ')
    const comuna = comunaNamed(tail)
    if (comuna !== null && COMUNAS.includes(comuna)) {
      const head = words
        .slice(0, -size)
        .join(' ')
        .replace(/[\s,]+$/, '')
      if (/\d/.test(head)) return { address: head, comuna }
    }
  }
  return null
}
