import { pickFrom } from '../pick.ts'
import { findProducts, type Talk } from '../talk.ts'
import { BUYING, FIRM, HAVING } from './rule.ts'
import type { Seen, Verdict } from './rule.ts'

const WHAT_FOR_IT =
  /\b(?:que|q|k) (?:mas )?(?:necesito|necesitaria|ocupo|le pongo|le echo|le doy|le puedo (?:dar|poner|echar)|puedo (?:usar|ponerle|darle|echarle)|me pongo|me tomo|uso|tengo que comprar|compro|me recomien\w+|me aconsej\w+|me sirve)\b|\b(?:que|q|k|cual) (?!\w*precio|valor|total)[a-z]{3,} (?:necesito|necesitaria|le sirve|me sirve|uso|ocupo|debo usar|tengo que comprar|me recomiend\w+)\b/

/** What ails someone, told: "mi perrito tiene pulgas", "se me tapó el lavaplatos", "me duele la espalda". */
const TROUBLE =
  /^(?:(?:hola|holaa|buenas|buenos dias|buenas tardes|oye|wena|amigo|amiga|una consulta|consulta) )*(?:(?:a )?(?:mi|mis) (?!amig|rey\b|reina|nin[oa]\b|vecin|amor|senor|jefe)\S+(?: \S+)? (?:\S+ )?(?:tiene|tienen|esta|estan|anda|andan|sufre|sufren|se|no|le|les|quedo|necesita)\b|se me \S+|me (?:duele|duelen|pica|pican|arde|arden|salio|salieron|siento|cuesta)\b|tengo (?:dolor|fiebre|tos|frio|calor|insomnio|alergia|problemas?|goteras?|humedad|pulgas|hongos)\b)/

export function needTold(talk: Talk, { intent, phrase, confidence }: Seen): Verdict {
  if (!['browse_category', 'buy_product', 'product_info', 'returns', 'stock_query'].includes(intent)) return null
  // "mido 1,92, así que esa me sirve, dame una"
  if (intent === 'buy_product' && confidence > 0.9) return null
  if (WHAT_FOR_IT.test(phrase)) return { intent: 'recommend', because: 'asks what to take for a need' }
  // "necesito 35 flautas para mi curso": who says how many has made up their mind.
  const many = talk.u.entities.mentions.some((mention) => (mention.quantity ?? 0) > 1 && mention.apart !== true)
  if (intent === 'buy_product' && many) return null
  if (
    intent === 'buy_product' &&
    TROUBLE.test(phrase) &&
    !/\b(?:llevo|dame|deme|quiero|ponme|agreg\w*|compro)\b/.test(phrase)
  )
    return { intent: 'recommend', because: 'tells a need, and names nothing to buy' }
  if (intent === 'buy_product')
    return confidence < 0.8 &&
      /^(?:(?:hola|buenas|oye) )*(?:necesito|busco|ando buscando|quisiera)\b.* (?:para (?:mi|mis|un|una|el|la)|pal?) /.test(
        phrase,
      ) &&
      !BUYING.test(phrase)
      ? { intent: 'recommend', because: 'says what it is for' }
      : null
  if (intent === 'returns') return null
  return intent === 'browse_category' && TROUBLE.test(phrase) && !HAVING.test(phrase)
    ? { intent: 'recommend', because: 'tells a trouble' }
    : null
}

const TELLS_SIZE =
  /^(?:(?:el|ella|mi \S+|y|es que|pero) )*(?:pesa|mide|calza|usa talla|tiene|cumple) (?:como |unos |casi )?\d|^(?:es que )?(?:la|el|mi|su|nuestra) (?:cama|colchon|puerta|ventana|mesa|auto|moto) (?:es|mide) (?:de )?(?:\d|un[oa]? |dos |king|queen)/

/** "pesa 8 kilos", after what was recommended for a dog: which of those suits. */
export function tellsItsSize(talk: Talk, { intent, phrase, question }: Seen): Verdict {
  if (question || talk.state.listed.length < 2 || FIRM.has(intent)) return null
  const calls =
    /^(?:(?:yo|ya|ok|es que) )*(?:soy|toy|estoy|ando|calzo|uso|visto)(?: (?:talla|numero|calzando|usando))? (?:\d{2}|[sml]|xl)$/.test(
      phrase,
    )
  if (!calls && (talk.state.lastIntent !== 'recommend' || !TELLS_SIZE.test(phrase))) return null
  const picked = pickFrom(talk, findProducts(talk, talk.state.listed))
  if (picked.length === 0) return null
  talk.picked = picked.slice(0, 4)
  return { intent: 'select_option', because: 'tells the size that shall fit' }
}

const IDLE_QUESTION =
  /\bquien (?:gano|gana|va ganando|juega|jugo|invento|es el presidente|fue)\b|\bcomo salio el partido\b/

/** "¿quién ganó ayer?": no shop's business. */
export function idleQuestion(_: Talk, { phrase }: Seen): Verdict {
  return IDLE_QUESTION.test(phrase) ? { intent: 'out_of_scope', because: 'asks about the world' } : null
}
