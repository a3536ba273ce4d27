import type { Random } from './prng.ts'

/**
 * Spoils a clean line the way people do on a phone: accents dropped, shorthand, slips, shouting, emoji. What a line
 * means is not touched: numbers, e-mails and links stay as they are, and short words are never misspelt.
 */
export function addNoise(text: string, random: Random): string {
  let noisy = text
  if (random.chance(0.85)) noisy = noisy.replace(/[¿¡]/g, '')
  if (random.chance(0.8)) noisy = dropAccents(noisy)
  if (random.chance(0.35)) noisy = shorten(noisy, random)
  if (random.chance(0.22)) noisy = swapSounds(noisy, random)
  if (random.chance(0.3)) noisy = slip(noisy, random)
  if (random.chance(0.08)) noisy = slip(noisy, random)
  if (random.chance(0.08)) noisy = elongate(noisy, random)
  noisy = punctuate(noisy, random)
  if (random.chance(0.1)) noisy = `${noisy}${random.chance(0.7) ? ' ' : ''}${random.pick(EMOJI)}`
  const shape = random.next()
  if (shape < 0.06) return noisy.toUpperCase()
  if (shape < 0.7) return noisy.toLowerCase()
  if (shape < 0.8) return noisy.charAt(0).toUpperCase() + noisy.slice(1)
  return noisy
}

const EMOJI = [
  '🙏',
  '😊',
  '😅',
  '😂',
  '👍',
  '🔥',
  '🤔',
  '😁',
  '❤️',
  '🙌',
  '😬',
  '🥺',
  '👀',
  '✨',
  '😡',
  '🤗',
  '💪',
  '😭',
]

/** Words that people write short, and how. */
const SHORTHAND: ReadonlyArray<readonly [RegExp, readonly string[]]> = [
  [/\bpor favor\b/gi, ['porfa', 'xfa', 'x favor', 'porfavor', 'pf', 'porfis']],
  [/\bporfa\b/gi, ['xfa', 'porfi', 'porfis', 'porfaa']],
  [/\bpor qu[eé]\b/gi, ['xq', 'pq', 'porq']],
  [/\bporque\b/gi, ['xq', 'pq', 'porq', 'xk']],
  [/\bqu[eé]\b/gi, ['q', 'k', 'ke', 'qe', 'q']],
  [/\bpor\b/gi, ['x', 'x', 'pr']],
  [/\btambi[eé]n\b/gi, ['tb', 'tmb', 'tambn', 'tbn']],
  [/\bpara\b/gi, ['pa', 'pa', 'p', 'pra']],
  [/\bcu[aá]nto\b/gi, ['cto', 'kuanto', 'cuanto', 'qnto', 'cnto']],
  [/\bcu[aá]ndo\b/gi, ['cdo', 'kuando', 'cndo']],
  [/\bd[oó]nde\b/gi, ['dnd', 'donde', 'ande']],
  [/\bgracias\b/gi, ['grax', 'grs', 'gracia', 'grcias', 'grasias']],
  [/\bquiero\b/gi, ['kiero', 'qiero', 'quero', 'kero']],
  [/\best[aá]n?\b/gi, ['ta', 'tá']],
  [/\bmensaje(s?)\b/gi, ['msj$1', 'msje$1']],
  [/\btransferencia\b/gi, ['transf', 'trasferencia', 'transferensia']],
  [/\bdescuento(s?)\b/gi, ['dscto$1', 'dcto$1', 'desc']],
  [/\bbuenas tardes\b/gi, ['bnas tardes', 'wenas tardes', 'buenas trds']],
  [/\bbuenos d[ií]as\b/gi, ['bnos dias', 'buen dia', 'wenos dias']],
  [/\bbueno\b/gi, ['weno', 'bno']],
  [/\btodo\b/gi, ['to', 'tdo', 'too']],
  [/\bnada\b/gi, ['na', 'naa']],
  [/\bde\b/gi, ['d', 'de']],
  [/\bte\b/gi, ['t', 'te']],
  [/\bahora\b/gi, ['aora', 'ahra', 'orita']],
  [/\bhacer\b/gi, ['aser', 'acer', 'hcer']],
  [/\bhola\b/gi, ['ola', 'hla', 'holi', 'holaa', 'wola']],
  [/\bn[uú]mero\b/gi, ['nro', 'num', 'n°', 'numro']],
  [/\bmás\b/gi, ['+', 'mas']],
  [/\bpero\b/gi, ['pro', 'xo']],
  [/\busted\b/gi, ['ud', 'uste', 'usté']],
  [/\bustedes\b/gi, ['uds', 'ustede']],
  [/\bnada m[aá]s\b/gi, ['na mas', 'namas', 'nama']],
  [/\bpara el\b/gi, ['pal', "pa'l"]],
  [/\bo sea\b/gi, ['osea']],
  [/\bentonces\b/gi, ['entnces', 'entoces', 'ntonces']],
]

function shorten(text: string, random: Random): string {
  let short = text
  for (const [word, ways] of SHORTHAND) {
    if (word.test(short) && random.chance(0.6)) short = short.replace(word, random.pick(ways))
    word.lastIndex = 0
  }
  return short
}

const ACCENTS: Record<string, string> = { á: 'a', é: 'e', í: 'i', ó: 'o', ú: 'u', ü: 'u' }

/** Accents go; ñ mostly stays, as people have the key. */
function dropAccents(text: string): string {
  return text.replace(/[áéíóúüÁÉÍÓÚÜ]/g, (letter) => {
    const plain = ACCENTS[letter.toLowerCase()] ?? letter
    return letter === letter.toLowerCase() ? plain : plain.toUpperCase()
  })
}

/** Letters that sound alike in Chile. */
const SOUNDS: ReadonlyArray<readonly [RegExp, string]> = [
  [/v/, 'b'],
  [/b/, 'v'],
  [/c(?=[eiéí])/, 's'],
  [/z/, 's'],
  [/s(?=[aeiou])/, 'z'],
  [/ll/, 'y'],
  [/y(?=[aeiou])/, 'll'],
  [/qu(?=[eiéí])/, 'k'],
  [/c(?=[aou])/, 'k'],
  [/\bh(?=[aeiouáéíóú])/, ''],
  [/g(?=[ei])/, 'j'],
  [/\bhu(?=[eé])/, 'w'],
  [/\bbu(?=[eé])/, 'w'],
  [/ado\b/, 'ao'],
  [/s\b/, ''],
  [/x/, 'cs'],
  [/ñ/, 'n'],
]

function swapSounds(text: string, random: Random): string {
  return changeWord(text, random, (word) => {
    const [sound, other] = random.pick(SOUNDS)
    return word.replace(sound, other)
  })
}

const NEIGHBOURS: Record<string, string> = {
  a: 'sq',
  b: 'vn',
  c: 'xv',
  d: 'sf',
  e: 'wr',
  f: 'dg',
  g: 'fh',
  h: 'gj',
  i: 'uo',
  j: 'hk',
  k: 'jl',
  l: 'kñ',
  m: 'n',
  n: 'bm',
  o: 'ip',
  p: 'o',
  q: 'wa',
  r: 'et',
  s: 'ad',
  t: 'ry',
  u: 'yi',
  v: 'cb',
  w: 'qe',
  x: 'zc',
  y: 'tu',
  z: 'xs',
}

/** One slip of the thumb: a letter lost, doubled, swapped with the next, or its neighbour on the keyboard. */
function slip(text: string, random: Random): string {
  return changeWord(text, random, (word) => {
    const at = random.int(1, word.length - 2)
    const letter = word[at] ?? ''
    const before = word.slice(0, at)
    const after = word.slice(at + 1)
    const kind = random.next()
    if (kind < 0.35) return before + after
    if (kind < 0.5) return before + letter + letter + after
    if (kind < 0.75) return before + (after[0] ?? '') + letter + after.slice(1)
    const near = NEIGHBOURS[letter.toLowerCase()] ?? letter
    return before + random.pick(near.split('')) + after
  })
}

/** "holaaa", "porfaaa", "siii". */
function elongate(text: string, random: Random): string {
  const times = random.int(2, 4)
  return text.replace(/([aeiou])(?=[!?.]*$)/i, (letter) => letter.repeat(times))
}

function punctuate(text: string, random: Random): string {
  const way = random.next()
  if (way < 0.35) return text.replace(/[?!.]+$/, '')
  if (way < 0.45) return text.replace(/[,.?!]/g, '')
  if (way < 0.52) return text.replace(/([?!])$/, (sign) => sign.repeat(random.int(2, 4)))
  if (way < 0.56) return `${text.replace(/[.?!]+$/, '')}...`
  if (way < 0.6) return text.replace(/, /g, random.chance(0.5) ? ',' : ' ,')
  if (way < 0.62) return text.replace(/ (?=\S+$)/, '')
  return text
}

/** Applies a change to one longer word without digits or signs. */
function changeWord(text: string, random: Random, change: (word: string) => string): string {
  const words = text.split(' ')
  const long = words.flatMap((word, at) => (/^\p{L}{4,}[,.?!]*$/u.test(word) ? [at] : []))
  if (long.length === 0) return text
  const at = random.pick(long)
  words[at] = change(words[at] ?? '')
  return words.join(' ')
}
