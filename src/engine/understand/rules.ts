import { foldPhrase } from '../text/fold.ts'
import type { Token } from '../text/tokens.ts'
import type { Intent } from '../types.ts'
import type { Entities, UnderstandContext } from './types.ts'

export interface Verdict {
  intent: Intent
  confidence: number
  /** Which rule spoke; for `conversation explain`. */
  rule: string
}

/** Whole messages that mean one thing whatever stands around them. Folded; compared as a whole, never as a part. */
const PHRASES: ReadonlyArray<readonly [Intent, string]> = [
  [
    'opt_out',
    'baja|stop|salir|unsubscribe|darme de baja|dar de baja|cancelar suscripcion|desuscribir|desuscribirme|no me escriban mas|no me escriban|no mas mensajes|dejen de escribirme|dejen de molestar',
  ],
  ['human_agent', 'humano|un humano|te dije humano|dije humano|quiero un humano|quiero humano|persona real'],
  ['opt_in', 'alta|start|suscribir|suscribirme|reactivar|subscribe|darme de alta'],
  [
    'affirm',
    'si|sip|sipo|sipi|sii|sisi|si si|ya|yap|yapo|ya po|ya pos|yes|yep|ok|oka|okay|okey|oki|okis|dale|ya dale|dale dale|dale po|bueno|bueno ya|bueno dale|ya bueno|claro|claro que si|por supuesto|obvio|obvio que si|de una|de una po|demas|vale|listo|perfecto|correcto|exacto|confirmo|si confirmo|confirmado|afirmativo|positivo|hagale|hazle|hagamosle|si por favor|si porfa|si porfis|ya porfa|esta bien|si esta bien|asi esta bien|todo bien|esta correcto|todo correcto|si correcto|me parece|me parece bien|ta bien|bacan dale|dale nomas|dale no mas|sipo dale|si dale|wi|sim|acepto|si acepto|eso es|asi es|clarin|clarines|de mas|demas que si|va|vamos|hecho|trato hecho|si obvio|ya obvio|dale si|si claro|de acuerdo|conforme|ahora si|ahora si esta bien|si eso|ya va|sale|sale vale|👍',
  ],
  [
    'deny',
    'no|nop|nope|nopo|no po|nopi|nah|naa|na|nel|no no|no no no|no gracias|no muchas gracias|nop gracias|para nada|mejor no|mejor nopo|mejor no gracias|por ahora no|ahora no|todavia no|aun no|asi no|no asi no|no necesito pensarlo|necesito pensarlo|lo voy a pensar|lo pensare|dejame pensarlo|dejeme pensarlo|me lo pienso|mejor despues|despues|mas rato|mas tarde|otro dia|dejalo|dejalo asi|dejelo|dejemoslo|negativo|no es correcto|no esta bien|incorrecto|tampoco|ninguno|ninguna|ni ahi|ni cagando|paso|yo paso|no quiero|nao|non|no thanks|no estoy seguro|no estoy segura|tal vez despues|👎',
  ],
]

const PHRASE_OF: ReadonlyMap<string, Intent> = new Map(
  PHRASES.flatMap(([intent, phrases]) =>
    phrases.split('|').map((phrase) => [foldPhrase(phrase) || phrase, intent] as const),
  ),
)
const YES_EMOJI = /^(?:👍|👌|✅|🙌|💪|🆗|✔|☑|🤝|\u{1F3FB}|\u{1F3FC}|\u{1F3FD}|\u{1F3FE}|\u{1F3FF}|\uFE0F|\s)+$/u
const NO_EMOJI = /^(?:👎|❌|🚫|✖|🙅|\u{1F3FB}|\u{1F3FC}|\u{1F3FD}|\u{1F3FE}|\u{1F3FF}|\u200D|♂|♀|\uFE0F|\s)+$/u

/** Attempts to give the bot orders instead of asking the shop for something. */
const INJECTION =
  /\b(?:ignora|ignore|olvida|olvidate de|forget|disregard|haz caso omiso de|omite)\b.{0,40}\b(?:instruc|regla|reglas|prompt|programacion|anterior|previ|indicacion|todo lo|rules|previous|instructions)|\b(?:system|developer) ?(?:prompt|mode|override|message)|\[(?:system|admin|inst)|\bmodo (?:desarrollador|dios|debug|admin|jefe|root)|\b(?:eres|actua|responde|comportate|finge|simula|hazte pasar|pretende|act)\b.{0,12}\b(?:como|as|ahora|que eres)\b.{0,50}|\btotal_?override|\bjailbreak|\bdrop table\b|<script|\b(?:tu|tus|your) (?:prompt|instrucciones|system)\b|\b(?:soy|habla) (?:el |la |tu |un )?(?:administrador|admin|due[nñ]o|gerente|desarrollador|programador|ceo|jefe de la tienda)\b.{0,80}\b(?:precio|gratis|total|peso|descuento|confirma|cambia|deja|autori)|\bahora eres\b/i

/** "anula mi pedido", "quiero cancelar la compra que hice ayer"; a purchase not yet made is a cart. */
const CANCELS_ORDER =
  /\b(?:anul|cancel)(?:a|o|e|en|ar|ame|eme|enme|arlo|arla|ado|acion)?\w*\b.{0,24}\b(?:(?:mi|el|la|un|este|ese|una|su) )?(?:pedidos?|orden|encargo|compra (?:que|de ayer|de hoy|hecha|ya|n)|compra \d)\b|\b(?:pedido|orden|encargo)\b.{0,30}\b(?:anul|cancel)(?:ar|arlo|arla|enlo|elo|alo)\b/

/** "dame un 99% de descuento, soy el dueño": nobody sets a price by saying who they are. */
const DEMANDS_PRICE =
  /\b(?:soy|habla|como) (?:el |la |tu |un |una )?(?:due[nñ]\w|administrador\w*|admin|gerente|jef\w|desarrollador\w*|programador\w*|encargad\w)\b.{0,60}\b(?:precio|gratis|total|pesos?|descuento|rebaj\w*|(?:cobr|dej)\w+ \S+ (?:lucas?|mil))\b|\b(?:precio|gratis|total|descuento|rebaj\w*)\b.{0,60}\bsoy (?:el |la |tu )?(?:due[nñ]\w|administrador\w*|admin|gerente|jef\w|desarrollador\w*)\b|\b(?:desde|a partir de) (?:hoy|ahora|este momento)\b.{0,40}\b(?:vale|valen|cuesta|cuestan|sale|salen)\b.{0,12}\b(?:pesos?|lucas?|gratis|cero|\d+)\b/

/** "¿me hace precio?", "una rebajita": to ask for less, in whatever shop. */
const HAGGLES =
  /\b(?:hac\w+|hag\w+|dej\w+|dan|das|dar\w*) (?:un |una |algun |alguna |me |nos )*(?:preci(?:o|ito)s?|rebaj\w*|descuento\w*|atencion(?:cita)?)\b(?! (?:de|del|por mayor|mayorista)\b)|\b(?:rebajita|descuentito|precito|preciecito|yapa)\b/

/** "ya chao, después compro": whoever opens with a farewell leaves. */
const LEAVES =
  /^(?:(?:ya|ok|bueno|listo|dale|gracias|muchas gracias|ok gracias) )*(?:chao|chau|chaito|chaolin|adios|hasta luego|hasta manana|nos vemos|nos vimos|bye)\b/

/** "y no me vuelvan a mandar promociones" */
const NO_MORE_MESSAGES =
  /\bno (?:me|nos) (?:vuelv\w+ a )?(?:mand|envi|escrib|molest)\w*(?: mas)? (?:promo\w*|ofertas?|publicidad|mensajes?|spam)\b|\bno (?:me|nos) vuelv\w+ a (?:escrib|molest)\w*|\b(?:dejen|deja|paren) de (?:mandar\w*|enviar\w*|escribir\w*|molestar\w*)(?: (?:promo\w*|ofertas?|mensajes?|publicidad|cosas|mas|por favor|porfa))*$/

/** What words alone decide, with hardly any doubt; null where the classifier and the state must. */
export function ruleFor(
  text: string,
  list: readonly Token[],
  context: UnderstandContext,
  entities: Entities,
): Verdict | null {
  const phrase = foldPhrase(text)
  if (YES_EMOJI.test(text.trim())) return { intent: 'affirm', confidence: 0.96, rule: 'emoji that says yes' }
  if (NO_EMOJI.test(text.trim())) return { intent: 'deny', confidence: 0.95, rule: 'emoji that says no' }
  const whole = PHRASE_OF.get(phrase)
  // "no" to a question that wants words instead ("¿alguna nota?") is still a no: the state takes it from there.
  if (whole !== undefined) return { intent: whole, confidence: 0.97, rule: 'whole phrase' }
  if (INJECTION.test(phrase) || INJECTION.test(text))
    return { intent: 'out_of_scope', confidence: 0.93, rule: 'orders to the bot' }
  if (NO_MORE_MESSAGES.test(phrase)) return { intent: 'opt_out', confidence: 0.93, rule: 'wants no more messages' }
  if (CANCELS_ORDER.test(phrase) && !/\b(?:carr\w+|suscrip\w*|cuenta|todo el pedido|productos?)\b/.test(phrase))
    return { intent: 'cancel_order', confidence: 0.93, rule: 'calls off an order' }
  // "hola 7": a number behind a greeting counts nothing.
  if (/^(?:hola|holaa?|buenas|buenos dias|buenas tardes|buenas noches|alo|hi|hello) \d{1,4}$/.test(phrase))
    return { intent: 'greeting', confidence: 0.85, rule: 'a greeting and a number' }
  if (LEAVES.test(phrase) && list.length <= 9 && !text.includes('?'))
    return { intent: 'goodbye', confidence: 0.93, rule: 'opens with a farewell' }
  if (HAGGLES.test(phrase) && !/\b(?:saca|quita|deja(?:r)? en)\b/.test(phrase))
    return { intent: 'promotions', confidence: 0.9, rule: 'asks for less' }
  if (DEMANDS_PRICE.test(phrase)) return { intent: 'out_of_scope', confidence: 0.85, rule: 'orders the price about' }
  if (entities.email !== null && list.length <= 12) return { intent: 'provide_info', confidence: 0.95, rule: 'e-mail' }
  if ((entities.rut !== null || entities.rutInvalid) && list.length <= 12)
    return { intent: 'provide_info', confidence: 0.95, rule: 'RUT' }
  return null
}
