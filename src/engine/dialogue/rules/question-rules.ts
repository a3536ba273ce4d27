import { IN_ORDER } from '../../catalog/query-modifiers.ts'
import type { Intent } from '../../types.ts'
import { CHOOSE_FOR_ME } from '../browse.ts'
import { pickFrom } from '../pick.ts'
import { TELL_ME_WHEN } from '../product-talk.ts'
import { resolveMention } from '../resolve.ts'
import { searchKind } from '../show-products.ts'
import { evidenceOf, findProducts, openOrders, type Talk } from '../talk.ts'
import { BUYING, FIRM, HAVING } from './rule.ts'
import type { Seen, Verdict } from './rule.ts'

const ARRIVAL = /\b(?:cuando|que dia)\b.*\b(?:llega|llegan|vuelve|vuelven|habra|tendras|tendran|repon\w*|entra)\b/

const WHAT_FOR_IT =
  /\b(?:que|q|k) (?:mas )?(?:necesito|necesitaria|ocupo|le pongo|le echo|le doy|le puedo (?:dar|poner|echar)|puedo (?:usar|ponerle|darle|echarle)|me pongo|me tomo|uso|tengo que comprar|compro|me recomien\w+|me aconsej\w+|me sirve)\b|\b(?:que|q|k|cual) (?!\w*precio|valor|total)[a-z]{3,} (?:necesito|necesitaria|le sirve|me sirve|uso|ocupo|debo usar|tengo que comprar|me recomiend\w+)\b/

const ADVISE = /\bque otr[oa] (?:regalo|cosa|producto)\b|\brecom[ie]+nd|\baconsej|\bsugier/

/** "agrégame algo pa eso": what, is ours to say. */
const FOR_IT =
  /^(?:(?:ya|y|ok|tambien|dame|deme|agrega\w*|ponme|quiero|necesito|sumale) )*algo (?:para|pa) (?:eso|ella|el|ellos|esto)$/

/** What ails someone, told: "mi perrito tiene pulgas", "se me tapó el lavaplatos", "me duele la espalda". */
const TROUBLE =
  /^(?:(?:hola|holaa|buenas|buenos dias|buenas tardes|oye|wena|amigo|amiga|una consulta|consulta) )*(?:(?:a )?(?:mi|mis) \S+(?: \S+)? (?:\S+ )?(?:tiene|tienen|esta|estan|anda|andan|sufre|sufren|se|no|le|les|quedo|necesita)\b|se me \S+|me (?:duele|duelen|pica|pican|arde|arden|salio|salieron|siento|cuesta)\b|tengo (?:dolor|fiebre|tos|frio|calor|insomnio|alergia|problemas?|goteras?|humedad|pulgas|hongos)\b)/

/** "¿cuál de esas?", "la que tú me recomiendes", "cualquiera": the choice is ours to make, and nothing is bought by it. */
export function leavesTheChoice(talk: Talk, { intent, phrase }: Seen): Verdict {
  if (talk.state.listed.length < 2 || FIRM.has(intent) || !CHOOSE_FOR_ME.test(phrase)) return null
  return { intent: 'recommend', because: 'leaves the choice among the listed to us' }
}

const WHEN_DELIVERED =
  /\b(?:mand|envi|llega|lleg[ou]|despach|entreg|reparten|traen)\w*\b.*\b(?:hoy|manana|pasado manana|cuando|que dia|a que hora|este (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)|altiro|al tiro|ahora mismo)\b/

const MISTAKEN_FOR_DELIVERY: ReadonlySet<Intent> = new Set([
  'buy_product',
  'product_info',
  'stock_query',
  'view_cart',
  'select_option',
  'recommend',
  'out_of_scope',
])

/** "¿me la mandas hoy?": when it comes, and not one more of it. */
export function asksWhenItComes(_: Talk, { intent, phrase, question }: Seen): Verdict {
  if (!question || !MISTAKEN_FOR_DELIVERY.has(intent) || !WHEN_DELIVERED.test(phrase)) return null
  return { intent: 'shipping', because: 'asks when it comes' }
}

/** "agrégame algo pa eso": a yes to what was offered for it, else ours to say what. */
export function somethingForIt(talk: Talk, { intent, phrase, question }: Seen): Verdict {
  if (question || FIRM.has(intent) || !FOR_IT.test(phrase)) return null
  return talk.state.pending?.kind === 'add_to_cart'
    ? { intent: 'affirm', because: 'takes what was offered for it' }
    : { intent: 'recommend', because: 'tells a need, and names nothing to buy' }
}

export function wantsNews(_: Talk, { intent, phrase }: Seen): Verdict {
  if (intent === 'order_status' || intent === 'opt_in' || !TELL_ME_WHEN.test(phrase)) return null
  if (/\b(?:pedido|transf\w+|pag[ou]\w*|pague|deposit\w+)\b/.test(phrase)) return null
  return { intent: 'stock_query', because: 'wants to be told when it is there' }
}

export function datelessArrival(talk: Talk, { intent, phrase, about }: Seen): Verdict {
  if (intent !== 'order_status' && intent !== 'shipping') return null
  if (!about || about.stock > 0 || openOrders(talk).length > 0 || talk.u.entities.orderNumber !== null) return null
  return ARRIVAL.test(phrase) ? { intent: 'stock_query', because: 'the product being talked about is sold out' } : null
}

export function returnsWithoutAWord(talk: Talk, { intent, confidence, phrase }: Seen): Verdict {
  // "¿cuántos años de garantía tiene el colchón?", whose sheet tells.
  if (intent === 'returns' && /\bcuant[oa]s? \w+ (?:de )?garantia\b/.test(phrase)) {
    const told = talk.u.entities.mentions.map((mention) => resolveMention(talk, mention.text))
    if (told.some((each) => each.kind === 'one' && /garant/i.test(each.product.description)))
      return { intent: 'product_info', because: 'its sheet tells of the warranty' }
  }
  if (intent !== 'returns' || confidence > 0.95) return null
  if (ADVISE.test(phrase)) return { intent: 'recommend', because: 'asks for advice' }
  const other = talk.u.alternatives[0]
  const said =
    /\b(?:cambi\w+|devol\w+|devuelv\w+|garanti\w*|reembols\w*|retract\w*|arrepent\w*|fall\w+|mal[oa]s?|rot[oa]s?|queda\w*|quede|gusta|sirve|return|refund)\b/
  return said.test(phrase) || !other ? null : { intent: other.intent, because: 'no word of giving anything back' }
}

const NEEDS =
  /^(?:(?:hola|buenas|buenos dias|buenas tardes|estimad[oa]s?|oye|por indicacion medica|por salud|junto con saludar) )*(?:necesito|necesitamos|busco|buscamos|quisiera|requiero) /

const WHO_IS_THERE =
  /\b(?:eres|sos|eris|es usted|ere|hablo con|estoy hablando con|atiende)(?: una?)? (?:persona|robot|bot|maquina|humano|humana|real|ia)\b/

/** "¿eres persona o robot?", in a shop that sells robots. */
export function whoIsThere(_: Talk, { intent, phrase }: Seen): Verdict {
  if (intent === 'smalltalk' || intent === 'human_agent') return null
  return WHO_IS_THERE.test(phrase) ? { intent: 'smalltalk', because: 'asks who answers' } : null
}

/** "¿y cómo se paga esto?" */
export function howItIsPaid(_: Talk, { intent, phrase, question }: Seen): Verdict {
  if (intent !== 'checkout' || !question) return null
  return /\bcomo se paga\b|\bcomo (?:son|es) (?:los|el) pagos?\b/.test(phrase)
    ? { intent: 'payment_methods', because: 'asks how it is paid' }
    : null
}

/** "quería saber si le llegó merluza fresca" */
export function whetherItCame(talk: Talk, { intent, phrase }: Seen): Verdict {
  if (intent !== 'recommend' && intent !== 'browse_category' && intent !== 'shipping') return null
  return /\b(?:saber|consultar|preguntar) si (?:les?|te|ya )?(?:llego|llegaron|queda|quedan|tienen?|hay)\b/.test(
    phrase,
  ) && talk.u.entities.mentions.length > 0
    ? { intent: 'stock_query', because: 'asks whether it is there' }
    : null
}

/** "no sé si llevar la de 50 o la de 65" */
export function wavers(_: Talk, { intent, phrase }: Seen): Verdict {
  if (intent !== 'buy_product' && intent !== 'select_option' && intent !== 'recommend') return null
  return /\bno se si (?:llevar(?:me)?|comprar(?:me)?|elegir|pedir|quedarme con) .* o (?:el|la|los|las|un|una) /.test(
    phrase,
  )
    ? { intent: 'product_info', because: 'wavers between two' }
    : null
}

/** "los juegos de copas, de menor a mayor precio": which there are, in an order. */
export function inOrder(_: Talk, { intent, phrase }: Seen): Verdict {
  if (intent !== 'price_query' && intent !== 'recommend' && intent !== 'product_info') return null
  return IN_ORDER.test(phrase) ? { intent: 'browse_category', because: 'wants them shown by price' } : null
}

/** "por indicación médica necesito carne con muy poca grasa": wanted, and nothing asked of one. */
export function needsAndAsksNot(_: Talk, { intent, confidence, phrase, question, about }: Seen): Verdict {
  if (intent !== 'product_info' || question || about || confidence > 0.85 || !NEEDS.test(phrase)) return null
  return { intent: 'browse_category', because: 'says what is needed, and asks nothing of one' }
}

const TAKES_LEAVE = /\b(?:chao|adios|nos vemos|hasta luego|hasta pronto|bye)(?: \S+)?$/

/** "voy a juntar la plata y vuelvo, chao": whatever else was told. */
export function takesLeave(talk: Talk, { intent, confidence, phrase, question }: Seen): Verdict {
  if (question || confidence > 0.6 || (intent !== 'complaint' && intent !== 'returns') || talk.state.issue !== null)
    return null
  return TAKES_LEAVE.test(phrase) ? { intent: 'goodbye', because: 'its last word takes leave' } : null
}

const EXCHANGE_THEM =
  /\b(?:quiero|quisiera|necesito|exijo|pido|solicito|espero) que (?:me |nos )?(?:l[oa]s? )?(?:cambien?|repongan?|devuelvan?|reembolsen?|manden otr[oa]s?)\b|^(?:(?:y|pero|entonces) )*(?:me|nos) l[oa]s? (?:cambian|devuelven|reponen)(?: o no)?$/

/** "quiero que me los cambien", of what came. */
export function wantsThemExchanged(_: Talk, { intent, phrase, cart }: Seen): Verdict {
  if (cart || intent === 'returns' || intent === 'complaint' || intent === 'order_status') return null
  return EXCHANGE_THEM.test(phrase) ? { intent: 'returns', because: 'wants it exchanged or given back' } : null
}

export function oneOfTheList(talk: Talk, { intent, confidence, question }: Seen): Verdict {
  const pending = talk.state.pending
  if (pending?.kind !== 'which_product' || question || intent === 'affirm' || intent === 'deny') return null
  if (intent === 'select_option' || confidence > 0.9) return null
  const picked = pickFrom(talk, findProducts(talk, pending.skus))
  return picked.length === 1 ? { intent: 'select_option', because: 'fits one of what was listed' } : null
}

/** "mi lavadora no bota el agua", with nothing in the cart: a trouble, and nothing to take out. */
export function troubleNotRemoval(_: Talk, { intent, phrase, cart, question }: Seen): Verdict {
  if (intent !== 'remove_from_cart' || cart || question) return null
  return TROUBLE.test(phrase) && /\bmi \S+(?: \S+){0,2} (?:no|se|ya no|esta)\b/.test(phrase)
    ? { intent: 'recommend', because: 'tells a trouble, and there is nothing to take out' }
    : null
}

export function needTold(talk: Talk, { intent, phrase, confidence }: Seen): Verdict {
  if (!['browse_category', 'buy_product', 'product_info', 'returns', 'stock_query'].includes(intent)) return null
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
  /^(?:(?:el|ella|mi \S+|y|es que|pero) )*(?:pesa|mide|calza|usa talla|tiene|cumple) (?:como |unos |casi )?\d/

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

/** "¿y una a parafina que funcione sin luz?": one that does so, and nothing of what is on the table. */
export function andOneThat(_: Talk, { intent, phrase, question }: Seen): Verdict {
  if (intent !== 'product_info' || !question || !/^(?:(?:pucha|chuta|ya|oye|pero) )*y un[oa]s? \S+/.test(phrase))
    return null
  return { intent: 'stock_query', because: 'asks for one that is so' }
}

export function namedRatherThanKind(talk: Talk, { intent, confidence, phrase }: Seen): Verdict {
  if (/\b(?:busco|buscando|buscaba)\b/.test(phrase)) return null
  // "con lámina", with something in the cart, adds to it.
  if (intent !== 'browse_category' || (talk.state.cart.lines.length > 0 && /^(?:y )?con /.test(phrase))) return null
  const coined = /\b[a-z]+\d+[a-z]*\b/.test(phrase)
  if ((confidence < 0.7 || coined) && HAVING.test(phrase) && searchKind(talk, talk.text, 'any').length === 0)
    return { intent: 'stock_query', because: 'asks for something that the shop does not have' }
  const evidence = evidenceOf(talk, talk.text)
  const named = evidence.named >= 0.9 && evidence.ties === 1
  // "quiero un labial rojo", of which there is one.
  const only = evidence.named >= 0.75 && evidence.ties === 1 && confidence < 0.97
  if (((named && confidence < 0.85) || only) && BUYING.test(phrase))
    return { intent: 'buy_product', because: 'wants one product by its name' }
  const single = /^(?:y |hola |oye |buenas )*(?:tiene|tienen|tienes|teni|tenis|hay|queda) (?!\S+s\b)\S+(?: \S+)?$/.test(
    phrase,
  )
  if (named && confidence < (single ? 0.92 : 0.7))
    return { intent: 'stock_query', because: 'asks for one product by its name' }
  const strange = evidence.unknown.length > 0 && evidence.named < 0.4 && evidence.kind < 0.4
  return strange && confidence < 0.7 && /\b(?:tien\w*|teni|hay|queda\w*|vende\w*|llego|les llega)\b/.test(phrase)
    ? { intent: 'stock_query', because: 'asks for a name that the shop does not know' }
    : null
}

export function likeness(talk: Talk, { intent, confidence, phrase }: Seen): Verdict {
  if (confidence > 0.8 || FIRM.has(intent)) return null
  return /\b(?:parecid\w+|similar\w*|por el estilo)\b/.test(phrase)
    ? { intent: 'recommend', because: 'asks for something alike' }
    : null
}

const IDLE_QUESTION =
  /\bquien (?:gano|gana|va ganando|juega|jugo|invento|es el presidente|fue)\b|\bcomo salio el partido\b/

/** "¿quién ganó ayer?": no shop's business. */
export function idleQuestion(_: Talk, { phrase }: Seen): Verdict {
  return IDLE_QUESTION.test(phrase) ? { intent: 'out_of_scope', because: 'asks about the world' } : null
}

export function misuse(talk: Talk, { confidence, phrase }: Seen): Verdict {
  if (confidence > 0.5) return null
  return /\b(?:1|un|mil) (?:peso|luka|luca|lukita|luquita|clp)s?\b/.test(phrase) &&
    /\b(?:soy|jefe|due\w+|admin\w*|gerente|autoriz\w*|orden\w*|instruccion\w*)\b/.test(phrase)
    ? { intent: 'out_of_scope', because: 'orders the shop about' }
    : null
}
