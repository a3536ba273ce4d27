import type { Understanding } from '../understand/types.ts'
import type { Talk } from './talk.ts'

const THAT_MUCH = /\bpor (?:esa|ese|esas|esos) (?:plata|monto|precio|lucas|valor)|\bcon esa plata|\bpor ahi mismo\b/i

/** "¿y en ramos qué hay por esa plata?": the limit is the one said before. */
export function withBudget(talk: Talk, u: Understanding): Understanding {
  const { maxPrice, minPrice } = u.entities
  if (maxPrice !== null) talk.state.budget = maxPrice
  const { budget } = talk.state
  if (maxPrice !== null || minPrice !== null || budget === null || !THAT_MUCH.test(talk.text)) return u
  return { ...u, entities: { ...u.entities, maxPrice: budget } }
}
