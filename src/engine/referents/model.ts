import { BUCKETS } from './clues.ts'

/** A trained linear scorer of clues: one small integer a bucket and one scale. */
export interface ReferentModel {
  weights: Int8Array
  scale: number
}

const MAGIC = 0x62637231
const HEADER = 12

/** Reads what `writeReferentModel` wrote; throws RangeError where the bytes are something else. */
export function readReferentModel(bytes: Uint8Array): ReferentModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.byteLength !== HEADER + BUCKETS || view.getUint32(0) !== MAGIC || view.getUint32(4) !== BUCKETS)
    throw new RangeError('the referent model does not fit this botctl: train it again')
  return { weights: new Int8Array(bytes.buffer, bytes.byteOffset + HEADER, BUCKETS), scale: view.getFloat32(8) }
}

export function writeReferentModel({ weights, scale }: ReferentModel): Uint8Array {
  const bytes = new Uint8Array(HEADER + BUCKETS)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, MAGIC)
  view.setUint32(4, BUCKETS)
  view.setFloat32(8, scale)
  bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.byteLength), HEADER)
  return bytes
}
