import { buildCatalogIndex, withStock } from '../src/engine/catalog/build-index.ts'
import { evidenceFor } from '../src/engine/catalog/evidence.ts'
import { searchCatalog } from '../src/engine/catalog/search.ts'
import type { CatalogProduct } from '../src/engine/types.ts'

/*
 * Index and search of a large catalog: node --expose-gc bench/catalog.ts [PRODUCTS]. Deterministic: the products and the
 * queries come from a seeded generator over Chilean retail words. Prints one JSON document.
 */
const CONSONANTS = 'b c d f g l m n p r s t v'.split(' ')
const VOWELS = 'a e i o u'.split(' ')
const ENDINGS = 'n r s l'.split(' ')
const count = Number(process.argv[2] ?? 50_000)
const random = seeded(20_260_401)

const KINDS =
  'Taladro Martillo Polera Zapatilla Perfume Crema Shampoo Notebook Celular Televisor Parlante Audífono Lámpara Silla Mesa Sofá Cama Colchón Olla Sartén Cuchillo Taza Vino Cerveza Café Té Chocolate Galleta Arroz Aceite Detergente Jabón Pañal Mamadera Muñeca Puzzle Pelota Bicicleta Casco Guante Mochila Maleta Reloj Collar Anillo Libro Cuaderno Lápiz Guitarra Cable'.split(
    ' ',
  )
const BRANDS = Array.from({ length: 1200 }, () => syllables(2 + Math.floor(random() * 2)))
const MODELS = Array.from(
  { length: 6000 },
  () => `${syllables(1).slice(0, 3).toUpperCase()}${Math.floor(random() * 900) + 100}`,
)
const LOOKS =
  'rojo negro blanco azul verde gris rosado café plateado dorado mediano grande chico liviano resistente'.split(' ')
const WORDS =
  'ideal para la casa el regalo de quien busca calidad y precio con garantía de un año fabricado en acero inoxidable algodón orgánico resistente al agua fácil de limpiar usar guardar niños adultos familia invierno verano oficina viaje cocina dormitorio jardín deporte'.split(
    ' ',
  )
const NEEDS = [
  'algo pa dormir',
  'regalo pa mi polola',
  'algo pal frío',
  'me duele la espalda',
  'algo para la lluvia',
  'lo más barato',
]

const products: CatalogProduct[] = Array.from({ length: count }, (_, at) => makeProduct(at))
collect()
const before = process.memoryUsage()
let index = buildCatalogIndex([])
const buildMs = timed(() => (index = buildCatalogIndex(products)))
collect()
const after = process.memoryUsage()

const queries = Array.from({ length: 3000 }, (_, at) => queryOf(at))
for (const text of queries.slice(0, 200)) searchCatalog(index, { text })
const searches = queries.map((text) => timed(() => searchCatalog(index, { text })))
const evidence = queries.slice(0, 1000).map((text) => timed(() => evidenceFor(index, text)))
const patches = Array.from({ length: 200 }, (_, at) =>
  timed(() => (index = withStock(index, [{ sku: `P-${at}`, stock: at }]))),
)
const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024)
process.stdout.write(
  `${JSON.stringify(
    {
      products: count,
      build_ms: Math.round(buildMs),
      index_mb: megabytes(after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers),
      rss_mb: megabytes(after.rss),
      search_ms: summary(searches),
      evidence_ms: summary(evidence),
      patch_ms: summary(patches),
    },
    null,
    2,
  )}\n`,
)

function makeProduct(at: number): CatalogProduct {
  const kind = pick(KINDS)
  const size = Math.floor(random() * 40) + 1
  return {
    id: `prd_${at}`,
    sku: `P-${at}`,
    name: `${kind} ${pick(BRANDS)} ${pick(MODELS)} ${pick(LOOKS)} ${size} ${pick(['kg', 'ml', 'cm', 'W', 'L'])}`,
    description: Array.from({ length: 25 }, () => pick(WORDS)).join(' '),
    category: `${kind}s`,
    price: 990 + Math.floor(random() * 500) * 100,
    salePrice: null,
    saleFrom: null,
    saleUntil: null,
    stock: Math.floor(random() * 20),
    tags: [kind.toLowerCase(), pick(LOOKS), pick(WORDS)],
    aliases: [],
    attributes: { color: pick(LOOKS) },
  }
}

/** What shoppers type: names whole and in part, with slips, kinds, needs, limits, and things no shop has. */
function queryOf(at: number): string {
  const name = products[Math.floor(random() * count)]?.name ?? ''
  const words = name.split(' ')
  const [kind = '', brand = '', model = ''] = words
  switch (at % 8) {
    case 0:
      return `hola, cuánto sale el ${kind.toLowerCase()} ${brand} ${model}?`
    case 1:
      return `qué ${kind.toLowerCase()}s tienen`
    case 2:
      return `quiero 2 ${kind.toLowerCase()} ${brand.slice(0, 3)}${brand.slice(4)} ${words[3] ?? ''}`
    case 3:
      return `dame el ${model.toLowerCase()} y un ${pick(KINDS).toLowerCase()} ${pick(LOOKS)}`
    case 4:
      return `${pick(KINDS).toLowerCase()} de menos de 20 lucas que no sea ${pick(LOOKS)}`
    case 5:
      return pick(NEEDS)
    case 6:
      return `tienen ${syllables(3)} ${syllables(2)}?`
    default:
      return `${kind.slice(0, 4).toLowerCase()} ${words[3] ?? ''} de ${words[4] ?? ''} ${words[5] ?? ''}`
  }
}

function syllables(length: number): string {
  let word = ''
  for (let at = 0; at < length; at++) word += pick(CONSONANTS) + pick(VOWELS) + (random() < 0.3 ? pick(ENDINGS) : '')
  return word[0]?.toUpperCase() + word.slice(1)
}

function pick<T>(list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T
}

/** Milliseconds of this thread's processor time: what the work costs, whoever else uses the machine. */
function timed(work: () => unknown): number {
  const start = process.threadCpuUsage()
  work()
  const spent = process.threadCpuUsage(start)
  return (spent.user + spent.system) / 1000
}

function summary(times: number[]): Record<string, number> {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) =>
    Number((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(3))
  return {
    mean: Number((times.reduce((sum, time) => sum + time, 0) / times.length).toFixed(3)),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    max: at(1),
  }
}

function collect(): void {
  ;(globalThis as { gc?: () => void }).gc?.()
}

/** Mulberry32: small, fast, the same everywhere. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
