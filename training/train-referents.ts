/**
 * Trains which product words point at, from the recorded references, and writes assets/referents.model.
 *   node training/train-referents.ts
 * Part of `npm run train`; deterministic.
 */
import { writeFileSync } from 'node:fs'
import { writeReferentModel } from '../src/engine/referents/model.ts'
import { readShops } from './checking-data.ts'
import { indexShops } from './dataset.ts'
import { CATALOGS } from './real-turns.ts'
import { casesOf, loadReferences } from './referent-cases.ts'
import { exampleOf, trainReferents } from './referent-trainer.ts'

const indexes = indexShops(readShops(CATALOGS))
const examples = loadReferences().flatMap(({ shop, row }) => {
  const index = indexes.get(shop)
  if (index === undefined) throw new Error(`no catalog for the shop ${shop}`)
  return casesOf(row, index).flatMap((each) => exampleOf(each, index) ?? [])
})
writeFileSync(new URL('../assets/referents.model', import.meta.url), writeReferentModel(trainReferents(examples)))
process.stderr.write(`${examples.length} references learnt\n`)
