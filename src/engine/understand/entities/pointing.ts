import { IN_ORDER } from '../../catalog/query-modifiers.ts'
import { CONTAINERS } from '../../catalog/words.ts'
import { readNumber } from '../../text/numbers.ts'
import { stem } from '../../text/stem.ts'
import type { Token } from '../../text/tokens.ts'
import type { Entities } from '../types.ts'

const ORDINALS: Readonly<Record<string, number>> = {
  primer: 1,
  primero: 1,
  primera: 1,
  primeros: 1,
  segundo: 2,
  segunda: 2,
  tercer: 3,
  tercero: 3,
  tercera: 3,
  cuarto: 4,
  cuarta: 4,
  quinto: 5,
  quinta: 5,
  sexto: 6,
  sexta: 6,
  septimo: 7,
  septima: 7,
  octavo: 8,
  octava: 8,
  ultimo: -1,
  ultima: -1,
  penultimo: -2,
  penultima: -2,
  first: 1,
  second: 2,
  third: 3,
  last: -1,
  primeiro: 1,
  primeira: 1,
  terceiro: 3,
}

/** A number that can only be a place in a list: more options than this are never shown. */
const LONGEST_LIST = 10

/**
 * "la segunda", "la 2", "opción 3", "el último" (−1), and a lone "2" where a list of at least two was just shown.
 * A lone number answers the quantity where that was asked.
 */
export function readOrdinal(list: readonly Token[], listed: number, askedQuantity: boolean): number | null {
  const words = list.filter((token) => token.kind !== 'emoji' && token.kind !== 'sign')
  for (let at = 0; at < words.length; at++) {
    const token = words[at]
    if (!token) continue
    const named = ORDINALS[token.text]
    if (named !== undefined && Object.hasOwn(ORDINALS, token.text)) {
      // "cuarto de kilo", "segunda mano", "primera vez" are something else; "quinta" may be a comuna.
      const next = words[at + 1]?.text ?? ''
      // "el natural de un cuarto": of a litre or a gallon.
      if (token.text === 'cuarto' && /^(?:un|de)$/.test(words[at - 1]?.text ?? '')) continue
      if (
        /^(?:de|mano|vez|compra|normal|region|nivel|piso)$/.test(next) &&
        token.text !== 'ultimo' &&
        token.text !== 'ultima'
      )
        continue
      return named
    }
    const number = readNumber(words, at)
    // "castañas, 1 bolsa" counts.
    if (number && CONTAINERS.has(stem(words[number.to]?.norm ?? ''))) continue
    if (!number || !Number.isInteger(number.value) || number.value < 1 || number.value > LONGEST_LIST) continue
    const before = words[at - 1]?.text ?? ''
    const cue = /^(?:opcion|numero|nro|num|n|alternativa|option|opcao|punto|letra)$/.test(before)
    const article = /^(?:la|el)$/.test(before) && !number.words && words[number.to] === undefined
    if (cue || (article && (listed === 0 || number.value <= listed))) return number.value
    // "ya la L, 1": a size, and how many.
    const sized = words.some((word, place) => place < at && /^(?:x{0,3}[sl]|m)$/.test(word.text))
    const politeRest =
      !sized &&
      words.every(
        (word, position) =>
          (position >= at && position < number.to) ||
          /^(?:la|el|porfa|por|favor|porfavor|po|ya|quiero|dame|esa|ese|gracias|please|entonces|mejor)$/.test(
            word.norm,
          ),
      )
    if (
      !askedQuantity &&
      listed >= 2 &&
      number.value <= listed &&
      !number.words &&
      politeRest &&
      !/^(?:dame|quiero)$/.test(words[0]?.text ?? '')
    )
      return number.value
  }
  return null
}

/** "el más barato", "lo mejor", "el más grande". */
export function readSuperlative(list: readonly Token[]): Entities['superlative'] {
  const text = list.map((token) => (token.text === 'ma' ? 'mas' : token.text)).join(' ')
  if (IN_ORDER.test(text)) return null
  if (
    /\b(?:mas|lo|la mas|el mas) (?:[bv]arat|economic|convenient)|\bmas [bv]arat|\bmenos car|\b[bv]aratit|\bcheapest|\bmais [bv]arat|\bde menor (?:precio|valor)|\b(?:que|q) (?:salga|cueste|valga|sale|cuesta|vale)n? menos(?! de\b| que\b)|\blo mas (?:piola|economico)|\bpi?chi?ntun/.test(
      text,
    )
  )
    return 'cheapest'
  if (/\b(?:mas car[oa]|mas costos|de mayor (?:precio|valor)|most expensive|mais car[oa])/.test(text)) return 'dearest'
  if (
    /\bmas (?:grand|larg|anch|alt[oa]|pesad|grues|gord)|\bde mayor tamano|\bbiggest|\blargest|\bla? mas xl/.test(text)
  )
    return 'biggest'
  // "¿cuál puzzle tiene más piezas?"
  if (
    /\bcual(?:es)? (?:\S+ )?(?:tiene|trae|viene con) mas (?:piezas?|hojas|paginas|unidades|litros|capacidad|cartas|memoria|almacenamiento|gigas|watts)\b/.test(
      text,
    )
  )
    return 'biggest'
  if (
    /\bmas (?:chic|peque|cort|livian|baj[oa]|compact|delgad|fin[oa]\b|angost)|\bsmallest|\bde menor tamano/.test(text)
  )
    return 'smallest'
  if (/\bmas (?:fuert|potent|peg|intens|concentrad|poderos|picant)|\bque pegue mas|\bstrongest/.test(text))
    return 'strongest'
  if (
    /\b(?:el|la|lo|los|las) mejor(?:es)?\b(?! (?:que sea|sean|no|dicho))|\bmas (?:bacan|top|vendid|pedid|popular|rico|rica|recomendad)|\bthe best\b|\bo melhor\b/.test(
      text,
    )
  )
    return 'best'
  return null
}

/** Whether the words point at what was shown: "ese", "lo", "la llevo" (one), "esos", "los dos", "ambas" (all). */
export function readAnaphora(list: readonly Token[]): Entities['anaphora'] {
  const text = list.map((token) => token.text).join(' ')
  if (
    /\b(?:esos|esas|estos|estas|ambos|ambas|aquellos|aquellas|those|these|both|todos esos|(?:los|las) (?:dos|tres|2|3)(?! (?:de|mil)))\b/.test(
      text,
    )
  )
    return 'all'
  if (
    /\b(?:quier|llev|compr|ped|dam|dej|tom)\w*(?:los|las)\b|\b(?:los|las) (?:quiero|llevo|compro|pido|tomo)\b/.test(
      text,
    )
  )
    return 'all'
  if (
    /\b(?:ese|esa|eso|este|esta|esto|aquel|aquella|el mismo|la misma|that|this|it|esse|essa)\b(?! (?:bien|semana|noche|tarde|malo|mala|listo|lista|ok|mes|dia|todo|seria|nomas|que|la|el|en|muy))/.test(
      text,
    )
  )
    return 'one'
  if (/\b(?:lo|la) (?:quiero|quisiera|llevo|compro|pido|tomo|agrego|agreg[ao]|necesito|queria|quero)\b/.test(text))
    return 'one'
  if (
    /\b(?:llevarl|comprarl|querirl|pedirl|agregal|agreguel|agregarl|ponl|ponel|ponmel|pongamel|damel|demel|echal|sumal|anotal|mandamel|guardamel|reservamel|encargarl|probarl)[oa]\b/.test(
      text,
    )
  )
    return 'one'
  return null
}
