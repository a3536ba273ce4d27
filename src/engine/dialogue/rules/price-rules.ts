import type { Talk } from '../talk.ts'
import { readNumber } from '../../text/numbers.ts'
import { tokens } from '../../text/tokens.ts'
import { FIRM } from './rule.ts'
import type { Seen, Verdict } from './rule.ts'

/*
 * Whether a message asks for a price, an offer, or how much of something else.
 */

const MANY = '(\\d{1,3}|dos|tres|cuatro|cinco|seis|siete|ocho|diez|doce)'
const SO_MANY_COST = new RegExp(
  `^(?:(?:y|e|oye|ya|pero) )*(?:(?:por|si llevo|si compro|si quiero|llevando|comprando) )?${MANY}(?: (?:de es[oa]s|unidades))? (?:(?:en|a) )?(?:cuanto|como) (?:sale\\w*|seria\\w*|es|son|cuesta\\w*|vale\\w*|me sale\\w*|queda\\w*|saldria\\w*)$|` +
    `^(?:(?:y|oye) )*(?:a |en )?cuanto (?:(?:me |te )?(?:sale\\w*|seria\\w*|cuesta\\w*|vale\\w*|queda\\w*) )?(?:por |si llevo |si compro |llevando )?${MANY}(?: de es[oa]s| unidades)?$|` +
    `^(?:(?:y|oye|pero) )*si (?:llevo|compro|quiero|me llevo) ${MANY}(?: de es[oa]s)?$`,
)

const COSTS_ONLY = /^(?:ser[ií]an?|saldr[ií]an?|costar[ií]an?|valdr[ií]an?|quedar[ií]an?)$/i

/** "¿y tres en cuánto salen?", "¿y si llevo 3?": so many of what is being talked about, and what they come to. */
export function priceOfSoMany(talk: Talk, { intent, phrase, question, about }: Seen): Verdict {
  if (!about || FIRM.has(intent)) return null
  if (talk.u.entities.mentions.some((mention) => !COSTS_ONLY.test(mention.text))) return null
  const match = SO_MANY_COST.exec(phrase)
  const said = match?.[1] ?? match?.[2] ?? match?.[3]
  const quantity = said === undefined ? null : (readNumber(tokens(said), 0)?.value ?? null)
  if (quantity === null || (match?.[3] !== undefined && !question)) return null
  talk.picked = [about]
  talk.u = { ...talk.u, entities: { ...talk.u.entities, quantity, mentions: [] } }
  return { intent: 'price_query', because: 'asks what so many of it come to' }
}
