import type { Talk } from '../talk.ts'
import type { Seen, Verdict } from './rule.ts'

const PARCEL = /\b(?:llega\w*|despach\w*|envi\w*|entreg\w*|repart\w*|pedido)\b/
const OPENING =
  /\b(?:a|hasta|desde) que hora (?:abr\w+|cierr\w+|atiend\w+|est[ae]n?|trabaj\w+)\b|\b(?:abren?|cierran?|atienden?|trabajan?)\b.*\b(?:hoy|manana|ahora|lunes|martes|miercoles|jueves|viernes|sabados?|domingos?|feriados?|navidad|18|dieciocho|fin(?:es)? de semana)\b|^(?:\w+ ){0,3}(?:estan?|siguen?) (?:abiert[oa]s?|atendiendo|cerrad[oa]s?)\b|\bhorarios? (?:de atencion|tienen?)\b|\bque horario\b|\b(?:donde|en que (?:calle|parte|comuna|lugar)) (?:queda|quedan|estan? ubicad[oa]s?|se ubican?|se encuentran?|esta) (?:la |el |su |tu |uds?|ustedes|vuestr[oa] )?(?:tienda|local|taller|oficina|sucursal|negocio|bodega|tostaduria|showroom|panaderia|farmacia|uds?\b|ustedes\b)/

/** "¿a qué hora abren?": nobody in a shop takes it for a price; "¿dónde queda el taller?". A parcel has other hours. */
export function asksOpening(_: Talk, { intent, phrase }: Seen): Verdict {
  if (intent === 'store_info' || intent === 'human_agent' || !OPENING.test(phrase) || PARCEL.test(phrase)) return null
  return { intent: 'store_info', because: 'asks when people are there, or where' }
}
