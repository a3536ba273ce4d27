import type { CatalogEvidence } from '../catalog/types.ts'
import type { Token } from '../text/tokens.ts'

/** "zxcv qwer": no word of it is known to the language or to the shop. */
export function saysNothingKnown(words: readonly Token[], evidence: Pick<CatalogEvidence, 'unknown'>): boolean {
  const unknown = new Set(evidence.unknown)
  return words.length > 0 && words.every((token) => unknown.has(token.text) || unknown.has(token.norm))
}
