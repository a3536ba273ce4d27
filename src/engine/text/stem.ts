/**
 * Light Spanish stems, for matching and not for reading: plural, gender and diminutives fall away, so that "semillitas",
 * "semilla" and "semillas" meet. What counts is that forms of one word meet, and that different words seldom do.
 * Expects a folded word.
 */
export function stem(folded: string): string {
  if (folded.length <= 3) return folded.replace(/z$/, 'c')
  if (/\d/.test(folded)) return folded
  return canonical(diminutive(singular(folded)))
}

/**
 * The word's family: derivational endings fall away too, so that "vaporizar" meets "vaporizador" and "relajarse" meets
 * "relajante". Much looser than a stem: use it with less weight.
 */
export function root(folded: string): string {
  const base = stem(folded)
  if (base.length < 6 || /\d/.test(base)) return base
  for (const ending of FAMILY_ENDINGS) {
    if (base.endsWith(ending) && base.length - ending.length >= MIN_ROOT) return base.slice(0, -ending.length)
  }
  return base
}

/** Below four letters, roots of unrelated words fall together. */
const MIN_ROOT = 4

/** Longest first. They are ends of stems: the final vowel is gone already where the word was long. */
const FAMILY_ENDINGS =
  'izadores izacion izador amiento imiento andose iendose amient imient abilidad adores acion icion izant adura ador edor idor ante ient arse erse irse arme arlo arle arla ando iend ment izar ific eria anza ars ers irs arm arl and ant ent ecer ado ido ad id iv os er ar ir ic ist ism ero eri ia io i e'
    .split(' ')
    .sort((a, b) => b.length - a.length)

function singular(word: string): string {
  if (word.endsWith('eses') && word.length > 5) return word.slice(0, -3)
  // "grises", "anises"
  if (word.endsWith('ises') && word.length > 5) return word.slice(0, -3)
  if (word.endsWith('ces') && word.length > 4) return word.slice(0, -2)
  if (word.endsWith('s') && !word.endsWith('ss')) return word.slice(0, -1)
  return word
}

/** "perrito" → "perro", "saquito" → "saco", "jaboncito" → "jabon", "cafecito" → "cafe". */
function diminutive(word: string): string {
  const match = /^(.+?)(ecit|guit|quit|cit|it)([oa])$/.exec(word)
  if (!match) return word
  const [, base = '', ending, vowel = 'o'] = match
  if (base.length < 3 && !(ending === 'it' && base.length === 2 && /[^aeiou]$/.test(base))) {
    // "chiquito", "poquito": the base before "quit" is short, yet the word is a diminutive.
    if (ending === 'quit' && base.length >= 2) return `${base}c${vowel}`
    return word
  }
  if (base.length < 3) return word
  if (ending === 'guit') return `${base}g${vowel}`
  if (ending === 'quit') return `${base}c${vowel}`
  if (ending === 'ecit') return `${base}e`
  if (ending === 'cit') return /[nrlm]$/.test(base) ? base : `${base}c${vowel}`
  return `${base}${vowel}`
}

function canonical(word: string): string {
  if (word.length > 6 && /isim[oa]$/.test(word)) return canonical(`${word.slice(0, -5)}o`)
  if (word.endsWith('z')) return `${word.slice(0, -1)}c`
  const last = word.at(-1)
  if (last === 'e' && word.length > 3) return word.slice(0, -1)
  if ((last === 'o' || last === 'a') && word.length > 4) return word.slice(0, -1)
  // Short words keep a vowel, so that "mesa" stays apart from "mes", and "gata" still meets "gato".
  if (last === 'a' && word.length === 4) return `${word.slice(0, -1)}o`
  return word
}
