import { comunaNamed, regionNamed, COMUNAS } from '../../commerce/comunas.ts'
import { fold } from '../../text/fold.ts'
import type { Entities } from '../types.ts'

type Personal = Pick<
  Entities,
  | 'name'
  | 'address'
  | 'comuna'
  | 'region'
  | 'email'
  | 'rut'
  | 'rutInvalid'
  | 'phone'
  | 'coupon'
  | 'orderNumber'
  | 'delivery'
>

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u
/** 12.345.678-5, 12345678-5, 12 345 678 k. A bare run of digits needs the dash, or it is a phone or an order. */
const RUT = /(?<![\d.])(\d{1,2}(?:[. ]?\d{3}){2})\s?[-–]\s?([\dkK])(?![\p{L}\d])/u
const RUT_BARE = /\brut\D{0,12}(\d{7,8})([\dkK])(?![\p{L}\d])/iu
/** +56 9 1234 5678 in every grouping; eight or nine digits that start with 9. */
const PHONE =
  /(?<![\d.])(?:\+?56[\s-]?)?(?:\(?0?9\)?[\s.-]?\d(?:[\s.-]?\d){7}|(?<=\+56[\s-]?)[2-7]\d(?:[\s.-]?\d){7})(?![\d])/
const STREET =
  /(?:\b(?:av(?:da|enida)?|calle|pasaje|psje|pje|camino|ruta|villa|poblaci[oó]n|condominio|parcela|sector|paradero)\.?\s+)?[\p{L}'’.°]+(?:\s+[\p{L}'’.°]+){0,5}\s+(?:n[°ºro.]*\s*|#\s*)?\d{1,5}(?:\s*(?:,|-)?\s*(?:depto|dpto|departamento|casa|block|torre|of(?:icina)?|piso|int(?:erior)?|local|villa|condominio)\.?\s*[\p{L}\d-]+)*/iu

/** What a message holds of a person's data, as written; nothing here is guessed from words that could be something else. */
export function readPersonal(text: string): Personal {
  const email = text.includes('@') ? (EMAIL.exec(text)?.[0]?.toLowerCase() ?? null) : null
  // Most messages hold no figure: the patterns that need one are then not tried.
  const digits = /\d/.test(text)
  const rut = digits ? readRut(text) : { rut: null, invalid: false }
  const phone = digits ? readPhone(rut.rut === null ? text : text.replace(RUT, ' ')) : null
  const place = readPlace(text)
  return {
    name: readName(text),
    address: null,
    comuna: place.comuna,
    region: place.region,
    email,
    rut: rut.rut,
    rutInvalid: rut.invalid,
    phone,
    coupon: readCoupon(text),
    orderNumber: digits ? readOrderNumber(text) : null,
    delivery: readDelivery(text),
  }
}

/** Whether the text holds a street with its number; the dialogue reads its parts. */
export function looksLikeAddress(text: string): boolean {
  return STREET.test(text)
}

/** A RUT's check digit: modulo 11 with the weights 2 to 7 from the right, K for 10. */
export function rutCheckDigit(digits: string): string {
  let sum = 0
  let weight = 2
  for (let at = digits.length - 1; at >= 0; at--) {
    sum += Number(digits[at]) * weight
    weight = weight === 7 ? 2 : weight + 1
  }
  const rest = 11 - (sum % 11)
  return rest === 11 ? '0' : rest === 10 ? 'K' : String(rest)
}

function readRut(text: string): { rut: string | null; invalid: boolean } {
  const match = RUT.exec(text) ?? RUT_BARE.exec(text)
  if (!match) return { rut: null, invalid: false }
  const digits = (match[1] ?? '').replace(/\D/g, '')
  const given = (match[2] ?? '').toUpperCase()
  if (digits.length < 6) return { rut: null, invalid: false }
  return rutCheckDigit(digits) === given ? { rut: `${digits}-${given}`, invalid: false } : { rut: null, invalid: true }
}

function readPhone(text: string): string | null {
  const match = PHONE.exec(text)
  if (!match) return null
  let digits = match[0].replace(/\D/g, '').replace(/^0+/, '')
  if (digits.length === 8) digits = `9${digits}`
  if (digits.length === 9) digits = `56${digits}`
  return digits.length === 11 ? `+${digits}` : null
}

/** Comunas that are also everyday words or surnames: they count only behind "a", "en", a comma or a number. */
const EVERYDAY = new Set(
  (
    'retiro,florida,independencia,victoria,navidad,pinto,primavera,maule,laja,corral,castro,hijuelas,placilla,porvenir,' +
    'rinconada,empedrado,paine,molina,salamanca,caldera,santiago,linares,nogales,vicuna,rengo,lota,tome,penco,buin,' +
    'cartagena,cabildo,pica,canela,freire,romeral,olivar,palmilla,colina,parral,bulnes,yungay,lautaro,arauco,lebu,angol,' +
    'ancud,saavedra,cochrane,cisnes,constitucion,la cruz,la granja,el carmen,santa maria,santa cruz,san pedro,el bosque,' +
    'maria pinto,la estrella,las cabras,padre hurtado,la union,diego de almagro,pedro aguirre cerda,maria elena,san carlos'
  ).split(','),
)
/** Comunas by the first word of their folded name: a message is walked once, word by word. */
const BY_FIRST_WORD = new Map<string, Array<{ words: string[]; comuna: string; name: string }>>()
for (const comuna of COMUNAS) addPlace(plain(comuna), comuna)
for (const [written, official] of [
  ['conce', 'concepcion'],
  ['vina', 'vina del mar'],
  ['valpo', 'valparaiso'],
  ['stgo', 'santiago'],
  ['provi', 'providencia'],
  ['antofa', 'antofagasta'],
  ['penalo', 'penalolen'],
  ['puente', 'puente alto'],
  ['pto montt', 'puerto montt'],
  ['pto varas', 'puerto varas'],
] as const) {
  const comuna = comunaNamed(official)
  if (comuna !== null) addPlace(written, comuna)
}

function addPlace(name: string, comuna: string): void {
  const words = name.split(' ')
  const list = BY_FIRST_WORD.get(words[0] ?? '') ?? []
  list.push({ words, comuna, name })
  list.sort((a, b) => b.words.length - a.words.length)
  BY_FIRST_WORD.set(words[0] ?? '', list)
}

function plain(text: string): string {
  return fold(text)
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

const PLACE_CUES = new Set('a en para pa de hasta comuna por hacia desde ,'.split(' '))

function readPlace(text: string): { comuna: string | null; region: string | null } {
  const folded = fold(text).replace(/['’]/g, '')
  const words = folded.match(/[a-z0-9]+|,/g) ?? []
  let best: { comuna: string; length: number } | null = null
  for (let at = 0; at < words.length; at++) {
    for (const place of BY_FIRST_WORD.get(words[at] ?? '') ?? []) {
      if (!place.words.every((word, offset) => words[at + offset] === word)) continue
      // Everyday words and surnames are places only behind "a", "en", a comma, or a house number.
      const before = words[at - 1] ?? ''
      const placed = PLACE_CUES.has(before) || /^\d/.test(before) || /\d/.test(words[at - 2] ?? '')
      if ((EVERYDAY.has(place.name) || place.name === 'puente') && !placed) break
      if (!best || place.name.length > best.length) best = { comuna: place.comuna, length: place.name.length }
      break
    }
  }
  const cue = folded.includes('region') ? /region (?:de[l]? (?:la |los )?)?([a-z ]+)/.exec(folded)?.[1] : undefined
  return { comuna: best?.comuna ?? null, region: cue === undefined ? null : regionNamed(cue.trim()) }
}

const NAME =
  /\b(?:soy|me llamo|mi nombre es|a nombre de|nombre:)\s+((?:\p{L}[\p{L}'’-]+)(?:\s+(?:de |del |la |los )?\p{L}[\p{L}'’-]+){0,4})/iu
const NO_NAME =
  /^(?:el|la|un|una|de|yo|del|nuev[oa]|client[ea]|mayorista|alergic[oa]|diabetic[oa]|vegan[oa]|celiac[oa]|intolerante|chilen[oa]|mexican[oa]|administrador[a]?|admin|due[ñn][oa]|gerente|jefe|vecin[oa]|estudiante|profesor[a]?|de|tu|su|mi|muy|super|bien|el administrador|primeriz[oa]|principiante|talla|alt[oa]|adulto|mama|mayor|menor)\b/iu

function readName(text: string): string | null {
  const name = NAME.exec(text)?.[1]?.trim()
  if (name === undefined || NO_NAME.test(name)) return null
  const words = name.split(/\s+/)
  const stop = words.findIndex((word) =>
    /^(?:y|vivo|mi|en|quiero|necesito|de|calle|av|avenida|con|para|pa|la|el|direccion|dirección)$/i.test(word),
  )
  const kept = (stop < 0 ? words : words.slice(0, stop)).join(' ')
  return kept === '' ? null : kept
}

function readCoupon(text: string): string | null {
  const cue =
    /\b(?:cup[oó]n|c[oó]digo|code|promo|descuento)\b[^\p{L}\p{N}]{0,3}(?:(?:de descuento|dcto|es|que dice|llamado|promocional|de)\s+)*["“']?([\p{L}\p{N}_-]{3,20})/iu.exec(
      text,
    )?.[1]
  if (cue !== undefined && (/\d/.test(cue) || cue === cue.toUpperCase()) && /\p{L}/u.test(cue)) return cue.toUpperCase()
  const alone = /(?<![\p{L}\p{N}])(?=[A-Z0-9_-]*[A-Z])(?=[A-Z0-9_-]*\d)[A-Z]{3,}[A-Z0-9_-]{1,15}(?![\p{L}\p{N}])/u.exec(
    text,
  )?.[0]
  return alone !== undefined && /cup[oó]n|c[oó]digo|descuento|promo/i.test(text) ? alone : null
}

function readOrderNumber(text: string): string | null {
  const match =
    /\b(?:pedido|orden|compra|order|pedidos|n[°ºro.]+|numero|número|boleta|ord)\s*(?:n[°ºro.]*|numero|número|nro|es el|#|:|-)?\s*#?\s*((?:[A-Z]{2,5}-)?\d{3,10})\b/iu.exec(
      text,
    ) ?? /#\s*(\d{3,10})\b/.exec(text)
  return match?.[1] ?? null
}

function readDelivery(text: string): 'delivery' | 'pickup' | null {
  const folded = fold(text)
  if (
    /\b(?:retir\w*|recoj\w*|buscar(?:l[oa]s?)?|paso a buscar|pick ?up|voy yo|en la tienda|en el local)\b/.test(folded)
  )
    return 'pickup'
  if (/\b(?:despach\w*|envi\w*|delivery|a domicilio|mand\w* a|reparto)\b/.test(folded)) return 'delivery'
  return null
}
