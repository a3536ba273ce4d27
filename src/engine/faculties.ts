import { evidenceFor } from './catalog/evidence.ts'
import { searchCatalog } from './catalog/search.ts'
import type { Faculties } from './turn-types.ts'
import { createUnderstanding } from './understand/create-understanding.ts'
import { readModel } from './understand/model.ts'

/** The engine's two faculties, from the bytes of the trained model. */
export function createFaculties(model: Uint8Array): Faculties {
  return { understand: createUnderstanding(readModel(model)), search: searchCatalog, evidence: evidenceFor }
}
