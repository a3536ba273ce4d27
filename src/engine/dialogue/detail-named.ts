import type { CheckoutField } from '../understand/types.ts'

/** "número" alone is a house number as often as a phone: it counts with "de teléfono" only. */
const FIELDS: ReadonlyArray<readonly [CheckoutField, string]> = [
  ['email', String.raw`correo(?: electr[oó]nico)?|(?:e-?)?mails?|gmail`],
  ['rut', String.raw`rut`],
  ['name', String.raw`nombre`],
  ['address', String.raw`direcci[oó]n(?: de (?:despacho|env[ií]o|entrega))?|domicilio`],
  ['comuna', String.raw`comuna`],
  ['notes', String.raw`indicaci[oó]n(?:es)?|instrucci[oó]n(?:es)?|notas?`],
  [
    'phone',
    String.raw`(?:n[uú]mero(?: de)? )?(?:tel[eé]fono|fono|celular)(?: de contacto)?|n[uú]mero de (?:contacto|whatsapp)`,
  ],
]
const ANY = FIELDS.map(([, words]) => words).join('|')

const LEAD =
  /(?:(?:no|oye|hola|ah|uy|ups|pero|espera|perd[oó]n|disculpa|mejor|por favor|porfa\w*|quiero|quisiera|necesito|puedo|puedes|podr[ií]as?|hay que|me|le|te|y)[\s,.!:]+)*/u
    .source
const CHANGES = String.raw`(?:c[aá]mbi\w*|corr[ie]j\w*|corr[ií]g\w*|corregir\w*|modif[ií]\w*|actual[ií][zc]\w*|arr[eé]gl\w*|edit\w*)`
const ARTICLE = String.raw`(?:(?:de|del|en|con|el|la|los|las|mi|mis|su|sus)\s+)*`

/** In the order of how much they say; each ends behind the field, and what follows is what it is to be. */
const FORMS: readonly RegExp[] = [
  // "cambia el correo a …", "quiero corregir mi rut"
  form(String.raw`^${LEAD}${CHANGES}\s+${ARTICLE}(?<field>${ANY})(?![\p{L}\d])`),
  // "me equivoqué en el rut", "está malo el correo"
  form(
    String.raw`^${LEAD}(?:equivoqu[eé]|est[aá]n?\s+(?:mal[oa]?|equivocad[oa]|incorrect[oa]))s?\s+${ARTICLE}(?<field>${ANY})(?![\p{L}\d])`,
  ),
  // "el correo está malo", "la dirección no es esa"
  form(
    String.raw`^${LEAD}${ARTICLE}(?<field>${ANY})\s+(?:est[aá]n?\s+(?:mal[oa]?|equivocad[oa]|incorrect[oa])|es\s+otr[oa]|no\s+es\s+es[ea]|es\s+incorrect[oa])s?(?![\p{L}\d])`,
  ),
  // "a otra dirección", "con otro correo"
  form(
    String.raw`^${LEAD}(?:(?:a|en|con|es|tengo|l[oa]\s+quiero\s+(?:a|en)|m[aá]nd\w*\s+a|env[ií]\w*\s+a)\s+)?otr[oa]\s+(?<field>${ANY})(?![\p{L}\d])`,
  ),
  // "el rut", to "dime qué cambio"
  form(String.raw`^(?:el|la|mi|las)\s+(?<field>${ANY})[\s.!]*$`),
]

/** Which of their data a shopper says is to be another, and the words behind it; null where the message says no such thing. */
export function detailNamed(text: string): { field: CheckoutField; rest: string } | null {
  // A message of many lines is an answer to the checkout, not a correction of one thing.
  if (text.length > 200) return null
  const trimmed = text.trim()
  for (const each of FORMS) {
    const match = each.exec(trimmed)
    const words = match?.groups?.['field']
    if (match === null || words === undefined) continue
    const field = FIELDS.find(([, names]) => form(`^(?:${names})$`).test(words))?.[0]
    if (field === undefined) continue
    const rest = trimmed.slice(match[0].length).replace(/^[\s,.:;!]+/, '')
    // In a shop that sells phones "cambia el teléfono por el otro" is about the cart.
    if (field === 'phone' && /^por\b/i.test(rest) && !/\d{4}/.test(rest)) return null
    return {
      field,
      rest: rest.replace(/^(?:(?:a|al|por|es|ser[ií]a|que sea|debe ser|mejor|pon|ponle|es el)[\s:,]+)+/i, ''),
    }
  }
  return null
}

function form(source: string): RegExp {
  return new RegExp(source, 'iu')
}
