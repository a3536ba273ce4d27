/**
 * How a word sounds in Chile: b/v, s/c/z, ll/y, qu/k/c, g/j before e and i, silent h, doubled letters, the d that "volado"
 * loses, and the English spellings that shops use ("shampoo" sounds like "champu"). Expects a folded word; words that
 * sound alike have the same key. For recall only: check the spelling's distance too before trusting it.
 */
export function phonetic(folded: string): string {
  let key = folded
  for (const [pattern, sound] of SOUNDS) key = key.replace(pattern, sound)
  return key
}

const SOUNDS: ReadonlyArray<readonly [RegExp, string]> = [
  [/t?sch/g, 'ch'],
  [/sh/g, 'ch'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/wh/g, 'w'],
  [/ck/g, 'k'],
  [/(?<!c)h/g, ''],
  [/oo/g, 'u'],
  [/ee/g, 'i'],
  [/ou/g, 'u'],
  [/ll/g, 'y'],
  [/([a-z])\1+/g, '$1'],
  [/ado$/, 'ao'],
  [/ada$/, 'a'],
  [/qu(?=[eia])/g, 'k'],
  [/gu(?=[ei])/g, 'G'],
  [/c(?=[eiy])/g, 's'],
  [/g(?=[ei])/g, 'j'],
  [/G/g, 'g'],
  [/c(?!h)/g, 'k'],
  [/q/g, 'k'],
  [/z/g, 's'],
  [/v/g, 'b'],
  [/x/g, 'ks'],
  [/n(?=[pbf])/g, 'm'],
  [/w/g, 'u'],
  [/y(?![aeiou])/g, 'i'],
  [/([a-z])\1+/g, '$1'],
]
