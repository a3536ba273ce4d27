import type { Token } from '../text/tokens.ts'

/** What the bot can answer in. Everything else is answered in Spanish. */
export type Language = 'es' | 'en' | 'pt'

/** What a conversation is held in, and how far it leans towards another; kept in the conversation's state. */
export interface Speech {
  speaks: Language
  /** Telling words of each language heard since the spoken one was heard last. */
  leaning: Record<Language, number>
}

export const SPANISH: Speech = { speaks: 'es', leaning: { es: 0, en: 0, pt: 0 } }

/*
 * The words that sentences are held together with: few, frequent, and not the names of goods. A list holds also what its
 * language shares with another ("para", "como", "no"), and a word that stands in two lists tells nothing: so "quero" is
 * Portuguese, "quiero" Spanish, and "por favor" neither.
 */
const LISTS: Readonly<Record<Language, string>> = {
  es: `hola ola holi wena buenas buenos buen dias tardes noches gracias por favor porfa que q k cual cuales cuanto cuantos cuanta cuantas cuesta cuestan
    vale valen sale salen donde cuando como para pa pal con sin un una unos unas el la los las lo le les del al y e o u de da do en a es son era
    fue esta estan estas este estos ese esa esos esas eso esto aqui aca ahi alla muy mas menos algo nada alguno alguna algun ningun otro otra
    quiero quisiera quieren necesito necesita busco buscando ando tengo tiene tienen tienes teni tenis hay habra puedo puede pueden podria dame
    deme denme mandame llevo agrega agregame ponme saca quita cambia pagar pago comprar compro envian envio enviar hacen despacho despachan
    demora llega llegan me te se nos mi mis tu tus su sus yo usted ustedes pero porque si no ya po dale bueno ok oka tambien tampoco hasta
    desde ahora hoy manana ayer barato barata precio precios pedido carrito tienda direccion calle mejor ver voy vas va vamos soy eres somos
    ser estoy sirve sirven cosa cosas hijo hija mama papa regalo plata luca lucas listo mismo solo ese todos todas cada gustaria`,
  en: `hi hello hey good morning afternoon evening please thanks thank you your yours i im id ill ive we me my our it its they them he she do does
    did dont doesnt is isnt are am was were have has had can could would should will want wants need needs looking look like get got give take
    send buy how much many what whats which when where who why there here this that these those any some something anything else more less
    cheap cheaper cheapest expensive and or but not no yes so if the a an of for to from with without in on at by about into as shipping ship
    deliver delivers pay add remove instead also too just only both all each one two three please address order cart tomorrow today know show
    tell help speak english live new sure okay right`,
  pt: `oi ola bom boa dia dias tarde noite noites obrigado obrigada obg voce voces vc vcs eu ele ela eles elas nos meu minha meus minhas seu sua
    teu tua um uma uns umas o a os as do da dos das de no na nos nas em com sem por para pra pro e ou mas que qual quais quanto quantos quanta
    quantas quando onde como porque nao sim tem tenho temos tinha quero queria gostaria preciso procurando procuro posso pode podem poderia
    faz fazem entregam entrega entregar envia enviam custa custam preco precos frete cartao pagamento pagar comprar endereco rua cidade muito
    mais menos tambem ja ainda so isso isto esse essa esses essas este esta aqui ali la agora hoje amanha depois ate barato barata coloca
    adiciona tira carrinho pedido favor por me te se lhe mim falo portugues estou esta estao sou somos foi ser ter ver vou vai vamos outro
    outra algum alguma tudo todos cada ai entao`,
}

const SETS = Object.fromEntries(
  Object.entries(LISTS).map(([language, words]) => [language, new Set(words.split(/\s+/))]),
) as unknown as Record<Language, ReadonlySet<string>>

const LANGUAGES = Object.keys(LISTS) as Language[]

/** Two telling words at once, or three in a row of messages: one borrowed "please" or "thanks" changes nothing. */
const AT_ONCE = 2
const IN_ALL = 3

/**
 * The language to go on in after a message. `goods` are the positions of tokens that the shop's own names hold: "the last
 * of us" and "need for speed" are titles. Pure; the same speech and message give the same.
 */
export function hearLanguage(before: Speech, list: readonly Token[], goods: ReadonlySet<number>): Speech {
  const heard = { es: 0, en: 0, pt: 0 }
  const seen = new Set<string>()
  list.forEach((token, at) => {
    if (token.kind !== 'word' || goods.has(at) || seen.has(token.text)) return
    seen.add(token.text)
    const word = token.text.replaceAll(/['’´]/g, '')
    const owners = LANGUAGES.filter((language) => SETS[language].has(word))
    const [only] = owners
    if (owners.length === 1 && only !== undefined) heard[only] += 1
  })
  const { speaks } = before
  const leaning = { ...before.leaning, [speaks]: 0 }
  for (const other of LANGUAGES) {
    if (other === speaks) continue
    const margin = heard[other] - heard[speaks]
    const rivals = LANGUAGES.filter((language) => language !== other).map((language) => heard[language])
    if (margin >= AT_ONCE && heard[other] > Math.max(...rivals)) return fresh(other)
    // A sentence in the language spoken so far ends a flirt with another.
    leaning[other] = margin < 0 ? 0 : leaning[other] + margin
    if (margin > 0 && leaning[other] >= IN_ALL) return fresh(other)
  }
  return { speaks, leaning }
}

function fresh(speaks: Language): Speech {
  return { speaks, leaning: { es: 0, en: 0, pt: 0 } }
}
