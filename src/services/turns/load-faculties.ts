import { readFile } from 'node:fs/promises'
import { createFaculties } from '../../engine/faculties.ts'
import type { Faculties } from '../../engine/turn-types.ts'

/** The same place from the sources and from the build: both lie three folders below the package. */
const MODEL = new URL('../../../assets/understanding.model', import.meta.url)

let loaded: Promise<Faculties> | undefined

/** The engine with the trained model that ships; read once a process. */
export function loadFaculties(): Promise<Faculties> {
  loaded ??= readFile(MODEL).then(createFaculties)
  return loaded
}
