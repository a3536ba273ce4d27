import { classOf, isOrder, isSlipOfAsking, looksInflected } from '../../catalog/words.ts'
import { isNumberWord } from '../../text/numbers.ts'
import type { Token } from '../../text/tokens.ts'
import { familyOf } from '../lexicon.ts'
import type { Count } from './counts.ts'

export interface Part {
  from: number
  to: number
}

/** The words of a part that say what it is: from the first to the last telling one; null where there is none. */
export function contentOf(
  list: readonly Token[],
  part: Part,
  counts: readonly Count[],
  known: ReadonlySet<number>,
  sized: ReadonlySet<number>,
  money: ReadonlySet<number>,
  all: readonly Count[],
): Part | null {
  const counted = new Set<number>()
  for (const count of counts) for (let at = count.from; at < count.to; at++) counted.add(at)
  let first = -1
  let last = -1
  let telling = false
  // Goods that the catalog knows say where the name is; what stands before them in words of its own is a story.
  const begin = startOfName(list, part, counts, known)
  for (let at = begin; at < part.to; at++) {
    const token = list[at]
    if (!token || counted.has(at) || money.has(at) || token.kind === 'emoji' || token.kind === 'sign') continue
    if ((telling || counted.has(at - 1) || counts.length > 0) && saysWhom(list, at, part.to, known)) break
    // "de esos guantes pon 2 más": what is to be done with them ends their name.
    if (PUTS.test(token.text)) {
      if (telling) break
      continue
    }
    const content =
      known.has(at) ||
      sized.has(at) ||
      (isContent(token, list[at - 1]) && !isOrder(token) && !isSlipOfAsking(token.text))
    const number = token.kind === 'number' && first >= 0
    if (!content && !number) continue
    if (known.has(at) || (content && token.kind !== 'number' && !sized.has(at))) telling = true
    if (first < 0) first = at
    last = at
  }
  if (!telling) {
    const size =
      sizeCounted(list, part, counts, sized) ??
      lookCounted(list, part, counts, all) ??
      containerCounted(list, part, counts, all)
    if (size !== null) return size
  }
  if (!telling || first < 0) return null
  // "lentes de seguridad", "saco de cemento": what stands right before and is no carrier stays with it …
  while (first > begin && !counted.has(first - 1) && !money.has(first - 1)) {
    const before = list[first - 1]
    const further = list[first - 2]
    if (before && belongs(before)) first--
    else if (
      before?.text === 'de' &&
      first - 2 >= begin &&
      further &&
      !counted.has(first - 2) &&
      (belongs(further) || isContent(further))
    )
      first -= 2
    else break
  }
  // … and so does what follows at once: "iphone 15 pro", "cama chica".
  while (last + 1 < part.to && !counted.has(last + 1)) {
    const next = list[last + 1]
    if (next?.kind !== 'word' || !next.joined) break
    // "manta con peso", "quilt de verano": an everyday word behind a preposition.
    const far = list[last + 2]
    const holds = next.text === 'en' ? isContainer(far?.text ?? '') : /^(?:de|con)$/.test(next.text)
    if (holds && far?.joined && last + 2 < part.to && !counted.has(last + 2) && belongs(far)) {
      last += 2
      continue
    }
    if (!belongs(next) && !/^(?:xs|s|m|l|xl|xxl|u)$/.test(next.text)) break
    last++
  }
  return { from: first, to: last + 1 }
}

/** "3 sacos de cemento", "una caja de tornillos": what is counted is the container. */
const CONTAINERS = new Set(
  (
    'saco sacos bolsa bolsas caja cajas paquete paquetes pack packs unidad unidades un und unid par pares tarro tarros lata ' +
    'latas botella botellas frasco frascos bandeja bandejas docena docenas set kit rollo rollos tira tiras sobre sobres ' +
    'sets kits bulto bultos atado atados atao ataos malla mallas fardo fardos manojo manojos cajon cajones pote potes tubo tubos ramo ramos porcion porciones display bidon bidones balde baldes copia copias vez veces'
  ).split(' '),
)

/** "cajitas" and "paquetitos" are boxes and packets. */
export function isContainer(word: string): boolean {
  return (
    CONTAINERS.has(word) ||
    CONTAINERS.has(word.replace(/it([ao]s?)$/, '$1')) ||
    CONTAINERS.has(word.replace(/(?:ec)?it[ao](s?)$/, 'e$1'))
  )
}

const PUTS =
  /^(?:pon|ponme|ponle|ponga|pongame|pongale|agrega|agregame|agregale|agregue|echa|echame|echale|suma|sumame|sumale|dame|deme|anota|anotame|deja|dejame)$/

/** What shoppers do with goods; never the goods. */
const CART_FAMILIES = new Set([
  'give',
  'want',
  'remove',
  'change',
  'pay',
  'have',
  'cost',
  'hello',
  'thank',
  'yes',
  'no',
  'cart',
])

/** Words that hold a name together: "olla de acero", "bolsas para la basura". */
const GLUE = new Set('de del para pa pal por con sin la el los las en a al y'.split(' '))

/** "1 mochila y una botella": counted beside other things that are, a container is a thing. */
function containerCounted(
  list: readonly Token[],
  part: Part,
  counts: readonly Count[],
  all: readonly Count[],
): Part | null {
  const count = counts.find((each) => each.to === part.to - 1)
  if (count === undefined || !isContainer(list[count.to]?.text ?? '')) return null
  // "2 brochas, 1 bandeja y 3 lijas"; "unos chocolates de 8, una caja" is how they come.
  const listed = all.filter((each) => each.strong).length > 2
  return all.length > 1 && (listed || joined(list[count.from - 1])) ? { from: count.to, to: part.to } : null
}

/** "1 de 25", "4 de las de 10", "una de 4 personas", "2 de 3 a 6": a size that tells one of a kind apart, counted. */
function sizeCounted(
  list: readonly Token[],
  part: Part,
  counts: readonly Count[],
  sized: ReadonlySet<number>,
): Part | null {
  for (const count of counts) {
    let at = count.to
    while (at < part.to && /^(?:de|del|el|la|los|las)$/.test(list[at]?.text ?? '')) at++
    const token = list[at]
    // "uno 28 y uno 30"
    if (
      at === count.to &&
      count.value === 1 &&
      token?.kind === 'number' &&
      (token.value ?? 0) > 12 &&
      /^(?:un|una|uno|otr[oa])$/.test(list[at - 1]?.text ?? '')
    )
      return { from: at, to: at + 1 }
    // "2 petos M y 2 L"
    if (at === count.to && sized.has(at) && /^(?:x{0,3}[sl]|m)$/.test(token?.text ?? ''))
      return { from: at, to: at + 1 }
    if (at === count.to || list[at - 1]?.text === 'y' || at >= part.to) continue
    // "dos de la L"
    const lettered = /^(?:x{0,3}[sl]|m)$/.test(token?.text ?? '') && /^(?:de|la|las|en)$/.test(list[at - 1]?.text ?? '')
    if (token?.kind !== 'number' && !sized.has(at) && !lettered) continue
    let to = at + 1
    while (
      to < part.to &&
      (sized.has(to) ||
        (list[to]?.text === 'a' && list[to + 1]?.kind === 'number') ||
        (list[to - 1]?.text === 'a' && list[to]?.kind === 'number'))
    )
      to++
    return { from: at, to }
  }
  return null
}

const SIZE_WORD = /^(?:grandes?|chic[oa]s?|median[oa]s?|pequen[oa]s?|chiquit[oa]s?)$/

function joined(before: Token | undefined): boolean {
  return before !== undefined && /^(?:y|e|mas|tambien)$/.test(before.text)
}

/** "2 del grande y 1 del chico": counted beside another, everyday words that tell one of a kind apart. */
function lookCounted(list: readonly Token[], part: Part, counts: readonly Count[], all: readonly Count[]): Part | null {
  if (all.length < 2 || !all.some((count) => count.strong)) return null
  for (const count of counts) {
    let at = count.to
    while (at < part.to && /^(?:de|del|el|la|los|las)$/.test(list[at]?.text ?? '')) at++
    const token = list[at]
    // "dos chicas y una grande"
    const size =
      at === count.to && SIZE_WORD.test(token?.text ?? '') && (at + 1 >= part.to || list[at + 1]?.joined !== true)
    if (size) return { from: at, to: at + 1 }
    if (!count.strong || at === count.to || at >= part.to || token?.kind !== 'word' || !token.joined) continue
    if (classOf(token.norm) !== 'soft' || isContainer(token.text)) continue
    let to = at + 1
    while (to < part.to && list[to]?.joined && list[to]?.kind === 'word' && classOf(list[to]?.norm ?? '') !== 'stop')
      to++
    return { from: at, to }
  }
  return null
}

/** Where in a part the name begins: behind the last word that is no part of one, before the first goods that are known. */
function startOfName(list: readonly Token[], part: Part, counts: readonly Count[], known: ReadonlySet<number>): number {
  let goods = part.from
  while (goods < part.to && !known.has(goods)) goods++
  if (goods === part.to) {
    // Nothing that is known: what was counted is what is named.
    const count = counts.find((each) => each.strong && each.from >= part.from && each.to < part.to)
    const next = count === undefined ? undefined : list[count.to]
    return count !== undefined && next?.joined === true && isContent(next) ? count.to : part.from
  }
  for (let at = goods - 1; at >= part.from; at--) {
    const token = list[at]
    const next = list[at + 1]
    if (!token || (next !== undefined && !next.joined)) return at + 1
    if (counts.some((count) => count.strong && at >= count.from && at < count.to)) return at + 1
    const breaks = token.kind === 'word' && !GLUE.has(token.norm) && classOf(token.norm) === 'stop'
    if (breaks && !isContainer(token.text) && !isNumberWord(token.text)) return at + 1
  }
  return part.from
}

/** "35 flautas para mi curso": after the goods, whom they are for, in words that no goods of the shop have. */
function saysWhom(list: readonly Token[], at: number, to: number, known: ReadonlySet<number>): boolean {
  if (!/^(?:para|pa|pal)$/.test(list[at]?.text ?? '')) return false
  // "para el hostal gatuno": what stands right behind is no goods, whatever follows.
  const first = list[at]?.text === 'pal' ? at + 1 : at + 2
  const whose =
    /^(?:mi|mis|tu|su|nuestr[oa]s?|el|la|los|las|un|una|unos|unas)$/.test(list[at + 1]?.text ?? '') ||
    list[at]?.text === 'pal'
  return whose && !known.has(first) && !rangeHas(known, at + 1, Math.min(to, first + 1))
}

/** A word that names goods: neither grammar nor what shoppers do with a cart. */
export function isContent(token: Token, before?: Token): boolean {
  // "una sanseviera": behind an article stands a noun, whatever verb it looks like.
  if (
    looksInflected(token.norm) &&
    before !== undefined &&
    (before.kind === 'number' || /^(?:un|una|unos|unas|del)$/.test(before.text))
  )
    return true
  if (token.kind === 'number' || token.kind === 'sign' || token.kind === 'emoji' || isContainer(token.text))
    return false
  if (classOf(token.norm) !== 'content' || classOf(token.text) !== 'content') return false
  const family = familyOf(token.text)
  return family === null || !CART_FAMILIES.has(family)
}

/** A container or an ordinary word ("grande", "pro", "lentes") that may be part of a name but does not make one. */
function belongs(token: Token): boolean {
  if (isContainer(token.text)) return true
  return (
    token.kind === 'word' &&
    classOf(token.norm) === 'soft' &&
    !/^(?:paga|pagar|pago|pega|toma|come|vive|ve|ven)$/.test(token.text)
  )
}

export function rangeHas(set: ReadonlySet<number>, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (set.has(at)) return true
  return false
}
