/**
 * Damerau-Levenshtein distance (optimal string alignment: insert, delete, replace, swap neighbours), or `max + 1` as soon
 * as it must exceed `max`. O(length × max) time; both words are cut at 64 letters, longer than any word.
 */
export function editDistance(left: string, right: string, max: number): number {
  const a = left.slice(0, LONGEST)
  const b = right.slice(0, LONGEST)
  if (a === b) return 0
  if (Math.abs(a.length - b.length) > max) return max + 1
  let before = new Uint8Array(0)
  let previous: Uint8Array = rowOfCounts(b.length)
  for (let i = 1; i <= a.length; i++) {
    const row = new Uint8Array(b.length + 1).fill(max + 1)
    row[0] = i
    let best = i
    const from = Math.max(1, i - max)
    const to = Math.min(b.length, i + max)
    // Outside the band every value exceeds max: the cell left of it must say so.
    if (from > 1) row[from - 1] = max + 1
    for (let j = from; j <= to; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
      let cost = Math.min(at(previous, j) + 1, at(row, j - 1) + 1, at(previous, j - 1) + (same ? 0 : 1))
      const swapped =
        i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      if (swapped) cost = Math.min(cost, at(before, j - 2) + 1)
      row[j] = Math.min(cost, max + 1)
      if (row[j]! < best) best = row[j]!
    }
    if (best > max) return max + 1
    before = previous as Uint8Array<ArrayBuffer>
    previous = row
  }
  return Math.min(at(previous, b.length), max + 1)
}

/** How many slips a word of this length may hold and still be read: none in short ones, where they make other words. */
export function slipsAllowed(length: number): number {
  if (length < 4) return 0
  return length < 8 ? 1 : 2
}

const LONGEST = 64

function rowOfCounts(length: number): Uint8Array {
  const row = new Uint8Array(length + 1)
  for (let j = 0; j <= length; j++) row[j] = j
  return row
}

function at(row: Uint8Array, index: number): number {
  return row[index] ?? 255
}
