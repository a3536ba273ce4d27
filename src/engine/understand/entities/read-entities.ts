import { priceLimits } from '../../catalog/limits.ts'
import { fold } from '../../text/fold.ts'
import type { Token } from '../../text/tokens.ts'
import { spellOutPor } from '../../text/shorthand.ts'
import type { Entities, UnderstandContext } from '../types.ts'
import { readQuantities } from './mentions.ts'
import { readPersonal } from './personal.ts'
import { readAnaphora, readOrdinal, readSuperlative } from './pointing.ts'

/** Everything a message holds besides its intent. Pure; the same text and context give the same entities. */
export function readEntities(text: string, list: readonly Token[], context: UnderstandContext): Entities {
  const folded = fold(text)
  const askedQuantity = context.asked === 'quantity'
  const ordinal = readOrdinal(list, context.listed, askedQuantity)
  const quantities = readQuantities(list, context.evidence, text)
  const limits = priceLimits(list)
  // A number that picks from the list is not a count as well.
  const picks =
    ordinal !== null && quantities.mentions.length === 0 && list.filter((token) => token.kind === 'number').length === 1
  return {
    mentions: quantities.mentions,
    quantity: picks && list.some((token) => token.value === ordinal) ? null : quantities.quantity,
    quantityChange: quantities.quantityChange,
    ...(quantities.besides === null ? {} : { besides: quantities.besides }),
    ordinal,
    minPrice: limits.min,
    maxPrice: limits.max,
    superlative: readSuperlative(list),
    anaphora: readAnaphora(list),
    not: readNot(folded),
    swap: readSwap(text),
    ...readPersonal(text),
    language: languageOf(folded),
  }
}

/** "sin azúcar", "que no tenga lactosa", "no quiero aceites, busco semillas". */
function readNot(folded: string): string[] {
  const found: string[] = []
  for (const match of folded.matchAll(
    /\b(?:sin|(?:que )?no (?:tenga|lleve|sea|contenga|quiero|me gustan?|traiga)(?: (?:un|una|el|la|los|las|de))?|nada de|ningun[oa]?|menos (?:el|la|los|las)|(?:aparte|fuera) de(?: (?:el|la|los|las))?(?: del?)?)\s+([a-z]{3,}(?: de [a-z]+)?)/g,
  )) {
    const words = match[1]
    // "me quedo sin batería" is a trouble, "sin prender la luz" a manner.
    if (/\b(?:qued\w+|ando|estoy|estamos) $/.test(folded.slice(0, match.index))) continue
    if (SIN_DOING.test(folded.slice(match.index))) continue
    if (
      words !== undefined &&
      !/^(?:que|mas|nada|por|para|pagar|comprar|recibir|nada|llevar|seguir|eso|esto|ese|esa|problema|duda|falta|embargo|compromiso|uno|una|dos)\b/.test(
        words,
      )
    )
      found.push(words)
  }
  for (const match of folded.matchAll(HARMS)) if (match[1] !== undefined) found.push(match[1])
  return found
}

/** "soy alérgica al maní", "me prohibieron la cafeína", "no puedo tomar leche": to be kept away from. */
const HARMS =
  /\b(?:alergic[oa]s? (?:al?|a la|a los|a las)|intolerantes? (?:al?|a la)|prohibi\w+ (?:el|la|los|las)?|me (?:hacen?|cae|caen) mal (?:el|la|los|las)|no puedo (?:tomar|comer|consumir|usar|ver)(?: (?:el|la|los|las|ni))?|celiac[oa],? (?:nada de|sin)) ?([a-z]{4,})/g

/** An infinitive with what it acts on; "sin azúcar" only ends like one. */
const SIN_DOING =
  /^sin (?:[a-z]+[aei]r(?:l[aeo]s?|me|te|se)\b|[a-z]+[aei]r (?:el|la|los|las|un|una|mas|tanto|nada|que)\b)/

/** "cambia X por Y", "en vez del X ponme Y". */
function readSwap(written: string): Entities['swap'] {
  const text = spellOutPor(written)
  const direct =
    /\b(?:c[aá]mbi\w*|reempla\w*|sustitu\w*)\s+(?:me\s+|el\s+|la\s+|los\s+|las\s+|ese\s+|esa\s+)*(.{2,60}?)\s+por\s+(?:el\s+|la\s+|los\s+|las\s+|uno?\s+|una\s+)?(.{2,60}?)(?:\s+(?:porfa\p{L}*|por favor|mejor|m[aá]s|entonces))*[\s.!?]*$/iu.exec(
      text,
    )
  if (direct?.[1] && direct[2]) return { out: direct[1].trim(), in: direct[2].trim() }
  const instead =
    /\ben (?:vez|lugar) de[l]?\s+(?:el\s+|la\s+|los\s+|las\s+)?(.{2,50}?)[,\s]+(?:pon(?:me|le|ga)?|dame|quiero|agrega|deme|p[oó]ngame|mejor|llevo)\s+(?:el\s+|la\s+|los\s+|las\s+|un\s+|una\s+)?(.{2,50}?)[\s.!?]*$/iu.exec(
      text,
    )
  // "en vez de 12 sobres ponga 20": another number, and no other thing.
  if (instead?.[2] && /^\d{1,3}$/.test(instead[2])) return null
  if (instead?.[1] && instead[2]) return { out: instead[1].trim(), in: instead[2].trim() }
  const rather =
    /(?:^|[,\s])(?:mejor|dame|deme|quiero|ponme|prefiero)\s+(?:el\s+|la\s+|los\s+|las\s+|un\s+|una\s+)?(\p{L}.{1,40}?)\s+en (?:vez|lugar) de[l]?\s+(?:el\s+|la\s+|los\s+|las\s+|es[eao]s?\s+)?(.{2,50}?)[\s.!?]*$/iu.exec(
      text,
    )
  return rather?.[1] &&
    rather[2] &&
    /\p{L}{3}/u.test(rather[2]) &&
    !/^(?:un[oa]?|dos|tres|cuatro|cinco|seis)$/.test(rather[2])
    ? { out: rather[2].trim(), in: rather[1].trim() }
    : null
}

const ENGLISH =
  /\b(?:the|please|want|need|how|much|hello|thanks|thank|you|have|buy|price|with|do|hi|what|where|my|order|delivery)\b/g
const PORTUGUESE =
  /\b(?:voce|voces|quero|obrigad[oa]|tem|quanto|custa|oi|bom|boa|preco|nao|por favor|gostaria|frete|meu|minha|entregam)\b/g
const HAITIAN = /\b(?:bonjou|mesi|mwen|kijan|konbyen|ou|genyen|tanpri|wi|non|anpil|bezwen|achte|ki)\b/g

function languageOf(folded: string): Entities['language'] {
  const count = (pattern: RegExp) => folded.match(pattern)?.length ?? 0
  const words = folded.split(/\s+/).length
  const scores: Array<[Entities['language'], number]> = [
    ['en', count(ENGLISH)],
    ['pt', count(PORTUGUESE)],
    ['ht', count(HAITIAN)],
  ]
  const best = scores.toSorted((a, b) => b[1] - a[1])[0]
  // A third of the words: one borrowed word ("delivery", "ok") does not change the language.
  return best && best[1] >= Math.max(1, words / 3) ? best[0] : 'es'
}
