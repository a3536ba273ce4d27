import { evidenceFor } from './catalog/evidence.ts'
import { searchCatalog } from './catalog/search.ts'
import { readReferentModel } from './referents/model.ts'
import { rankReferents } from './referents/rank.ts'
import type { Faculties } from './turn-types.ts'
import { createUnderstanding } from './understand/create-understanding.ts'
import { readModel } from './understand/model.ts'

/** The engine's faculties, from the bytes of the trained models. */
export function createFaculties(models: { understanding: Uint8Array; referents: Uint8Array }): Faculties {
  const referents = readReferentModel(models.referents)
  return {
    understand: createUnderstanding(readModel(models.understanding)),
    search: searchCatalog,
    evidence: evidenceFor,
    referents: (index, lookup, table) => rankReferents(referents, index, lookup, table),
  }
}
