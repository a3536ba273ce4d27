import type { CatalogProduct, Intent } from '../../types.ts'
import type { Talk } from '../talk.ts'

/** What the state makes of a message, with its reason; null leaves the understanding's word. */
export type Verdict = { intent: Intent; because: string } | null

export type Rule = (talk: Talk, seen: Seen) => Verdict

/** The message and the state, looked at once for all rules. */
export interface Seen {
  intent: Intent
  confidence: number
  phrase: string
  question: boolean
  cart: boolean
  about: CatalogProduct | undefined
}

/** A message whose meaning its own words settle: the state does not overrule these. */
export const FIRM: ReadonlySet<Intent> = new Set([
  'opt_out',
  'opt_in',
  'human_agent',
  'complaint',
  'cancel_order',
  'clear_cart',
  'goodbye',
  'thanks',
  'greeting',
])

export const BUYING =
  /^(?:(?:ya|ok|bueno|dale|listo|no|y|pero|entonces|ahi|al final|excelente|perfecto|bacan|buena|es[eao]s?) )*(?:(?:me |te |se )?(?:lo|la|los|las) (?:llevo|compro|quiero|agrego)|(?:me )?(?:llevo|quedo con|compro)|(?:yo|mi) (?:llev[ao]|quiere|quiero|compra|toma)|quiero|dame|deme|damelo|damela|da me|ponme|pongame|pon|echa|echame|echale|agrega|agregame|agreguele|agregueme|suma|sumale|sumame|mete|meteme|mandame|vendeme|compra|prefiero)\b/

export const TOTAL =
  /\b(?:cuanto (?:es|va|seria|serian|queda|quedo|debo|llevo|voy|sale todo|te debo|suma|sumo|me sale todo)|el total|total final|en total)\b/

export const HAVING = /\b(?:tien[ei]s|tienen|teni|tenis|hay|vend[ei]n|vendes|venden|queda\w*)\b/

export const ASKING =
  /^(?:y |pero |oye |ya )*(?:que|cual|cuant\w+|cada cuanto|de que|para que|tiene|trae|viene|incluye|sirve|se |es |son |funciona|aguanta|resiste|dura|ven|y eso|eso|pesa|mide|corre|soporta)\b/

export const LOOKING: ReadonlySet<Intent> = new Set(['browse_category', 'stock_query', 'recommend'])
