/** A seeded generator (mulberry32): the same seed plays the same attack again. */
export interface Random {
  /** 0 ≤ n < 1 */
  next(): number
  int(below: number): number
  pick<T>(list: readonly T[]): T
  text(length: number): string
}

const LETTERS = 'abcdefghijklmnñopqrstuvwxyzáéíóú0123456789 ¿?¡!.,$🥟😀\u0000\u200d\ufeff\u202e"\\\n'

export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (below: number): number => Math.floor(next() * below)
  return {
    next,
    int,
    pick: (list) => list[int(list.length)] as (typeof list)[number],
    text: (length) => Array.from({ length }, () => LETTERS[int(LETTERS.length)]).join(''),
  }
}
