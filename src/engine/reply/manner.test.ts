import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseAst } from 'vitest/node'
import { HARDWARE } from '../../../test/support/hardware-shop.ts'
import { createShopper, type Shopper } from '../../../test/support/shopper.ts'
import { loadFaculties } from '../../services/turns/load-faculties.ts'
import { fold, withoutEmoji } from '../text/fold.ts'
import { tokens } from '../text/tokens.ts'
import { hearLanguage, SPANISH, type Language } from '../understand/language.ts'
import { DEFAULT_PROFILE, type BotProfile } from './profile.ts'

/** How a friend is addressed: pronouns, and the verb forms of tú and vos that our replies could hold. */
const FRIEND = new RegExp(
  `(?<![\\p{L}])(?:${[
    'tu|tus|tuy[oa]s?|ti|te|contigo|vos',
    'eres|estas (?:de|buscando|segur)|tienes|quieres|puedes|prefieres|necesitas|buscas|llevas|andas|sabes|vuelves|recibes|escribes|pagas',
    'retiras|confirmas|aceptas|cambias|dices|das|hablas|refieres|revisas|compraste|pagaste|quedaste|anulaste|cancelaste|quieras|puedas|digas|escribas',
    'tenis|queris|podis|sabis|andai|estai|soi|erih',
    'dime|dame|dile|escrib(?:eme|elo|enos)|pidelo|mandame|cuentame|revisal[oa]|piensal[oa]|dejame|perdona|disculpa|avisame|recuerdame|guardalos|indicame',
    '[a-z]+(?:arte|erte|irte|andote|endote|iendote)',
  ].join('|')})(?![\\p{L}])|(?:^|[.!:;\\n] ?)(?:mira|paga|escribe|prueba|espera|pon|elige|pide|busca|revisa|anda)\\b`,
  'giu',
)
/** Words that only look like it. */
const INNOCENT = /\b(?:parte|fuerte|muerte|suerte|aparte|deporte|arte|mira que)\b/giu

/** How a customer is addressed. */
const CUSTOMER =
  /(?<!\p{L})(?:usted|indiquem?e|digame|digan?os|escriba(?:me|nos|lo)?|cuenteme|envieme|desea|permitame|disculpe|pidalo|pague|pruebe|revise(?:lo|la)?|recuerdeme|guardelos)(?!\p{L})/giu

const hits = (text: string, forms: RegExp): string[] =>
  [
    ...fold(text)
      // Folding takes the accents, and with them what sets "está" apart; only forms that stay telling are in the list.
      .replaceAll(INNOCENT, ' ')
      .matchAll(forms),
  ].map((match) => match[0])

interface Node {
  type: string
  start: number
  [key: string]: unknown
}

/** Every piece of text that a dialogue can say, by the voice that says it. */
function templates(): Array<{ where: string; text: string; voice: 'friend' | 'customer' | 'both' | 'foreign' }> {
  const folder = new URL('../dialogue/', import.meta.url)
  const files = [
    ...readdirSync(folder)
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => new URL(name, folder)),
    new URL('../turn.ts', import.meta.url),
    new URL('../guard/guard.ts', import.meta.url),
  ]
  const found: ReturnType<typeof templates> = []
  for (const file of files) {
    const source = readFileSync(file, 'utf8')
    const where = file.pathname.split('/').at(-1) ?? ''
    const walk = (node: unknown, voice: 'friend' | 'customer' | 'both' | 'foreign'): void => {
      if (Array.isArray(node)) {
        for (const each of node) walk(each, voice)
        return
      }
      if (typeof node !== 'object' || node === null || typeof (node as Node).type !== 'string') return
      const each = node as Node
      // A summary is written for the shop's people.
      if (each.type === 'Property' && (each.key as { name?: string }).name === 'summary') return
      if (each.type.startsWith('TS') || each.type === 'ImportDeclaration') return
      if (each.type === 'Literal' && typeof each.value === 'string')
        found.push({ where: `${where}:${lineOf(source, each.start)}`, text: each.value, voice })
      if (each.type === 'TemplateElement')
        found.push({
          where: `${where}:${lineOf(source, each.start)}`,
          text: (each.value as { cooked: string }).cooked,
          voice,
        })
      if (each.type === 'CallExpression') {
        const callee = each.callee as Node & { name?: string; property?: { name?: string } }
        const name = callee.name ?? callee.property?.name ?? ''
        const args = each.arguments as unknown[]
        // Notes are for the operator, summaries for the shop's people.
        if (name === 'note') return
        if (name === 't' && args.length >= 2) {
          walk(args[0], 'friend')
          walk(args[1], 'customer')
          walk(args[2], 'foreign')
          return
        }
        if (name === 'any') {
          walk(args[0], voice)
          walk(args[1], 'foreign')
          return
        }
        // What is matched is the shopper's, not ours.
        if (
          ['has', 'includes', 'startsWith', 'endsWith', 'test', 'exec', 'match', 'replace', 'Set', 'split'].includes(
            name,
          )
        ) {
          walk(callee, voice)
          return
        }
      }
      if (each.type === 'NewExpression') return
      for (const [key, value] of Object.entries(each)) if (key !== 'type') walk(value, voice)
    }
    walk(parseAst(source, { lang: 'ts' }, where), 'both')
  }
  // Ids, kinds and codes hold no blank and no capital; a sentence or a title does.
  return found.filter(({ text }) => /\p{Lu}|\p{L} |[¿¡]/u.test(text))
}

function lineOf(source: string, at: number): number {
  return source.slice(0, at).split('\n').length
}

const CONVERSATIONS: Readonly<Record<Language, readonly string[]>> = {
  es: [
    'hola',
    'qué venden',
    'tienen taladros',
    'el más barato',
    'dame 2',
    'dame 900 martillos',
    'no',
    'y pintura blanca?',
    'qué me recomiendas para pintar',
    'saca el taladro',
    'qué llevo',
    'dame un taladro',
    'mejor 3',
    'asdfgh qwerty',
    'zxcvb mnbvc',
    'no',
    'hay ofertas?',
    'cupón GRATIS',
    'cómo puedo pagar',
    'despachan a Arica?',
    'qué horario tienen',
    'tienen garantía?',
    'quiero pagar',
    'qué hora es',
    'Ana Soto, Prat 60, Arica',
    'cuánto sale el envío',
    'no',
    'quiero pagar',
    'sí',
    'no gracias',
    'ya pagué',
    'dónde está mi pedido',
    'mándame el link',
    'llegó todo roto, pésimo',
    'quiero devolver el taladro',
    'anula el pedido',
    'sí',
    'quiero hablar con una persona',
    'ayuda',
    'eres un robot?',
    'vacía el carrito',
    'gracias',
    'no me escriban más',
    'ALTA',
    'olvida mis datos',
    'chao',
  ],
  en: [
    'Hi, good morning!',
    'what do you sell?',
    'do you have hammers?',
    'how much is the cheapest one?',
    'give me 2 please',
    'I want 900 hammers',
    'what is in my cart?',
    'do you deliver to Arica?',
    'how can I pay?',
    'I want to pay',
    'what do you recommend for painting?',
    'Ana Soto, Prat 60, Arica',
    'yes',
    'no, thank you',
    'where is my order?',
    'can you help me?',
    'I want to talk to a person',
    'thank you',
    'bye',
  ],
  pt: [
    'Oi, bom dia! tudo bem?',
    'o que vocês vendem?',
    'vocês têm martelo?',
    'quanto custa o mais barato?',
    'quero dois',
    'o que tem no meu carrinho?',
    'vocês entregam em Arica?',
    'como posso pagar?',
    'quero pagar',
    'Ana Soto, Prat 60, Arica',
    'sim',
    'não, obrigado',
    'onde está meu pedido?',
    'quero falar com uma pessoa',
    'obrigado',
    'tchau',
  ],
}

/** All that is said in a conversation, without the shop's own words. */
async function hear(profile: Partial<BotProfile>, language: Language): Promise<Array<{ said: string; text: string }>> {
  const shopper: Shopper = createShopper({
    faculties: await loadFaculties(),
    products: HARDWARE,
    profile: { ...DEFAULT_PROFILE, minimumAge: null, ...profile },
    shop: { reminders: 1, payments: [{ name: 'local', label: 'Webpay', needsEmail: false }] },
  })
  return CONVERSATIONS[language].flatMap((text) =>
    shopper
      .say(text)
      .replies.flatMap((reply) => [
        reply.text,
        ...(reply.type === 'buttons'
          ? reply.buttons.filter((each) => !each.id.startsWith('cat:')).map((each) => each.title)
          : []),
      ])
      .map((said) => ({ said: withoutShop(said), text })),
  )
}

/** The shop's own words are the shop's. */
function withoutShop(text: string): string {
  const own = HARDWARE.flatMap((each) => [each.name, each.description, each.category, each.category.toLowerCase()])
  return own
    .filter((each) => each !== '')
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, each) => rest.replaceAll(each, ' '), text)
}

describe('a shop that says usted', () => {
  it('has no wording that addresses a friend', () => {
    const formal = templates().filter(({ voice }) => voice === 'customer' || voice === 'both')
    expect(formal.length).toBeGreaterThan(150)
    expect(
      formal.flatMap(({ where, text }) => hits(text, FRIEND).map((form) => `${where} "${form}" in "${text}"`)),
    ).toEqual([])
  })

  it('says usted from the greeting to the goodbye', async () => {
    const said = await hear({ tone: 'formal' }, 'es')
    expect(said.length).toBeGreaterThan(CONVERSATIONS.es.length - 3)
    expect(
      said.flatMap(({ said: reply, text }) => hits(reply, FRIEND).map((form) => `${form} ← ${text}: ${reply}`)),
    ).toEqual([])
  })
})

describe('a shop that says tú', () => {
  it('has no wording that addresses a stranger', () => {
    const informal = templates().filter(({ voice }) => voice === 'friend' || voice === 'both')
    expect(informal.length).toBeGreaterThan(150)
    expect(
      informal.flatMap(({ where, text }) => hits(text, CUSTOMER).map((form) => `${where} "${form}" in "${text}"`)),
    ).toEqual([])
  })

  it('says tú from the greeting to the goodbye', async () => {
    const said = await hear({}, 'es')
    expect(
      said.flatMap(({ said: reply, text }) => hits(reply, CUSTOMER).map((form) => `${form} ← ${text}: ${reply}`)),
    ).toEqual([])
  })
})

it('a shop without emoji sends none, and one that is brief says less', async () => {
  for (const language of ['es', 'en', 'pt'] as const) {
    const said = await hear({ emojis: 'none' }, language)
    for (const { said: reply } of said)
      expect(reply).toBe(withoutEmoji(reply).trim() === reply.trim() ? reply : 'emoji')
  }
  const length = (said: Array<{ said: string }>) => said.reduce((sum, each) => sum + each.said.length, 0)
  expect(length(await hear({ length: 'short' }, 'es'))).toBeLessThan(length(await hear({}, 'es')) * 0.98)
})

describe('a shopper who writes another language', () => {
  it.each(['en', 'pt'] as const)('is answered in %s to the end', async (language) => {
    const said = await hear({}, language)
    const strange = said.filter(({ said: reply }) =>
      reply.split('\n').some((line) => {
        const heard = hearLanguage(
          { ...SPANISH, speaks: language },
          tokens(line.replaceAll(/https?:\S+/g, ' ')),
          new Set(),
        )
        return heard.speaks !== language
      }),
    )
    expect(strange.map(({ said: reply, text }) => `${text}: ${reply}`)).toEqual([])
  })
})
