import { readFile } from 'node:fs/promises'
import { createFaculties } from '../../engine/faculties.ts'
import type { Faculties } from '../../engine/turn-types.ts'

/** The same place from the sources and from the build: both lie three folders below the package. */
const ASSETS = new URL('../../../assets/', import.meta.url)

let loaded: Promise<Faculties> | undefined

/** The engine with the trained models that ship; read once a process. */
export function loadFaculties(): Promise<Faculties> {
  loaded ??= load()
  return loaded
}

async function load(): Promise<Faculties> {
  const [understanding, referents] = await Promise.all([
    readFile(new URL('understanding.model', ASSETS)),
    readFile(new URL('referents.model', ASSETS)),
  ])
  return createFaculties({ understanding, referents })
}
