import { clip, plain } from '../reply/format.ts'
import { firstName } from './checkout.ts'
import { offerReminders } from './consents.ts'
import { offerPerson } from './orders.ts'
import { resolveMention } from './resolve.ts'
import { categoriesOf, keepsQuestion } from './show-products.ts'
import { focusOn, oneOf, quote, say, sayKindly, settle, type Talk } from './talk.ts'

/** A day between two greetings: the same morning nobody is welcomed twice. */
const GREET_AGAIN_MS = 12 * 60 * 60 * 1000

export function greeting(talk: Talk): void {
  const { profile } = talk.shop
  const known = talk.facts.remembered?.customer.name ?? null
  const name = known === null ? '' : ` ${quote(talk, plain(firstName(known)))}`
  const again = talk.state.greetedAt !== null && talk.facts.now - talk.state.greetedAt < GREET_AGAIN_MS
  talk.state.greetedAt = talk.facts.now
  if (keepsQuestion(talk))
    return say(
      talk,
      talk.voice.any(oneOf(talk, `¡Hola${name}! Sigamos.`, `Hola${name}, aquí sigo.`), {
        en: `Hello${name}! Let us go on.`,
        pt: `Oi${name}! Vamos continuar.`,
      }),
    )
  if (profile.greeting !== null && !again) say(talk, quote(talk, profile.greeting))
  else if (again)
    say(
      talk,
      talk.voice.t(
        oneOf(talk, `¡Hola de nuevo${name}! ¿En qué te ayudo?`, `¡Acá sigo${name}! ¿Qué necesitas?`),
        `Hola de nuevo${name}. ¿En qué le ayudo?`,
        { en: `Hello again${name}! How can I help you?`, pt: `Oi de novo${name}! Como posso ajudar?` },
      ),
    )
  else {
    say(
      talk,
      talk.voice.t(
        oneOf(
          talk,
          `¡Hola${name}! 👋 Te damos la bienvenida a *${quote(talk, talk.shop.name)}*.`,
          `¡Buenas${name}! 👋 Soy el asistente de *${quote(talk, talk.shop.name)}*.`,
        ),
        `Hola${name}. Bienvenido a *${quote(talk, talk.shop.name)}*.`,
        {
          en: `Hello${name}! 👋 Welcome to *${quote(talk, talk.shop.name)}*.`,
          pt: `Oi${name}! 👋 Bem-vindo a *${quote(talk, talk.shop.name)}*.`,
        },
      ),
    )
  }
  const top = categoriesOf(talk, 4)
  if (top.length === 0) return
  const kinds = top.map((each) => quote(talk, each.toLowerCase())).join(', ')
  if (!again)
    say(
      talk,
      talk.voice.t(`Tenemos ${kinds} y más. ¿Qué andas buscando?`, `Contamos con ${kinds} y más. ¿Qué está buscando?`, {
        en: `We have ${kinds} and more. What are you looking for?`,
        pt: `Temos ${kinds} e mais. O que você procura?`,
      }),
    )
  talk.buttons = [
    ...top.slice(0, 2).map((each) => ({ id: `cat:${clip(each, 60)}`, title: clip(each, 20) })),
    { id: 'catalog', title: talk.voice.any('Ver todo', { en: 'See all', pt: 'Ver tudo' }) },
  ]
}

export function goodbye(talk: Talk): void {
  const { closing } = talk.shop.profile
  talk.settled = true
  say(
    talk,
    closing === null
      ? talk.voice.t(
          oneOf(talk, '¡Chao! Que te vaya muy bien 👋', '¡Nos vemos! Cualquier cosa me escribes 👋'),
          'Hasta luego, que le vaya muy bien.',
          { en: 'Goodbye, have a great day! 👋', pt: 'Tchau, tenha um ótimo dia! 👋' },
        )
      : quote(talk, closing),
  )
  if (talk.state.cart.lines.length > 0)
    sayKindly(
      talk,
      talk.voice.t('Te guardo el carrito por si vuelves.', 'Le guardo el carrito por si vuelve.', {
        en: 'I will keep your cart in case you come back.',
        pt: 'Guardo seu carrinho caso você volte.',
      }),
    )
  // A question that is still open comes first.
  if (talk.state.pending === null || talk.state.pending.kind === 'start_checkout') offerReminders(talk)
}

export function thanks(talk: Talk): void {
  talk.settled = true
  const pending = talk.state.pending?.kind
  if (pending === 'human_offer') settle(talk)
  if (talk.facts.mode === 'waiting')
    return say(
      talk,
      talk.voice.t(
        '¡De nada! El equipo ya está avisado y te escribe por aquí.',
        'De nada. El equipo ya está avisado y le escribe por aquí.',
        {
          en: 'You are welcome! The team knows and will write to you here.',
          pt: 'De nada! A equipe já foi avisada e escreve por aqui.',
        },
      ),
    )
  say(
    talk,
    talk.voice.t(oneOf(talk, '¡De nada! 😊', '¡A ti! 😊', '¡Un gusto! 😊'), 'De nada, fue un gusto.', {
      en: 'You are welcome! 😊',
      pt: 'De nada! 😊',
    }),
  )
  if (pending === 'confirm_order' || pending === 'checkout_field') talk.settled = false
}

export function smalltalk(talk: Talk): void {
  const bot =
    /robot|bot\b|real|humano|persona|m[aá]quina|ia\b|inteligencia|c[oó]mo te llamas|tu nombre|qui[eé]n eres/i.test(
      talk.text,
    )
  if (bot)
    say(
      talk,
      talk.voice.t(
        `Soy el asistente virtual de *${quote(talk, talk.shop.name)}* 🤖: te muestro productos, armo tu pedido y, si quieres, te paso con una persona.`,
        `Soy el asistente virtual de *${quote(talk, talk.shop.name)}* 🤖: le muestro productos, armo su pedido y, si quiere, le comunico con una persona.`,
        {
          en: `I am the virtual assistant of *${quote(talk, talk.shop.name)}* 🤖: I show you products, put your order together and, if you like, pass you on to a person.`,
          pt: `Sou o assistente virtual de *${quote(talk, talk.shop.name)}* 🤖: mostro produtos, monto seu pedido e, se quiser, passo você para uma pessoa.`,
        },
      ),
    )
  else
    say(
      talk,
      talk.voice.t(
        oneOf(
          talk,
          '¡Todo bien por acá! 😄 ¿Y tú, qué andas buscando?',
          'Jaja, aquí al pie del cañón 😄 ¿Qué necesitas?',
          '¡Buenísimo! ¿Te ayudo con algo de la tienda?',
        ),
        'Muy bien, gracias. ¿En qué le puedo ayudar?',
        { en: 'All good here! 😄 What are you looking for?', pt: 'Tudo bem por aqui! 😄 O que você procura?' },
      ),
    )
}

export function help(talk: Talk): void {
  say(
    talk,
    talk.voice.t(
      'Comprar es fácil:\n1. Dime qué buscas (o escribe *catálogo*).\n2. Pídelo: _"dame 2 de ese"_.\n3. Escribe *pagar*, me das tu dirección y te mando el link.\nTambién puedo ver tu pedido o pasarte con una persona.',
      'Comprar es fácil:\n1. Indíqueme qué busca (o escriba *catálogo*).\n2. Pídalo: _"deme 2 de ese"_.\n3. Escriba *pagar*, me da su dirección y le envío el link.\nTambién puedo ver su pedido o comunicarle con una persona.',
      {
        en: 'Buying is easy:\n1. Tell me what you are looking for (or write *catalog*).\n2. Ask for it: _"give me 2 of those"_.\n3. Write *pay*, give me your address and I will send you the link.\nI can also look up your order or pass you on to a person.',
        pt: 'Comprar é fácil:\n1. Diga o que procura (ou escreva *catálogo*).\n2. Peça: _"quero 2 desse"_.\n3. Escreva *pagar*, me dê seu endereço e eu mando o link.\nTambém posso ver seu pedido ou passar você para uma pessoa.',
      },
    ),
  )
  if (keepsQuestion(talk)) return
  talk.buttons = [
    { id: 'catalog', title: talk.voice.any('Ver catálogo', { en: 'See catalog', pt: 'Ver catálogo' }) },
    { id: 'cart', title: talk.voice.any('Ver carrito', { en: 'See cart', pt: 'Ver carrinho' }) },
    {
      id: 'human',
      title: talk.voice.any('Hablar con alguien', {
        en: 'Talk to someone',
        pt: 'Falar com alguém',
      }),
    },
  ]
}

/** What is no business of a shop, and every attempt to make the bot another: deflected, and the flow goes on. */
export function outOfScope(talk: Talk): void {
  const attack = ATTACK.test(talk.text)
  if (attack) {
    say(
      talk,
      talk.voice.any(
        oneOf(
          talk,
          'Los precios y el pedido los maneja la tienda y no los puedo cambiar por aquí.',
          'Eso no lo puedo hacer: los precios son los del catálogo.',
        ),
        {
          en: 'I cannot do that: the prices are those of the catalog.',
          pt: 'Isso eu não posso fazer: os preços são os do catálogo.',
        },
      ),
    )
  } else {
    say(
      talk,
      talk.voice.t(
        oneOf(
          talk,
          'De eso no sé mucho 😅, pero de la tienda te ayudo con todo.',
          'Ahí no te puedo ayudar 😅, pero sí con lo de la tienda.',
        ),
        'En eso no le puedo ayudar, pero sí con lo de la tienda.',
        {
          en: 'I cannot help with that 😅, but I can with everything about the shop.',
          pt: 'Com isso não posso ajudar 😅, mas com a loja sim.',
        },
      ),
    )
  }
  // "véndeme el colchón a 100 pesos": what was named is what "¿y cuánto vale?" will be about.
  const [mention] = talk.u.entities.mentions
  const named = attack && mention ? resolveMention(talk, mention.text) : null
  if (named?.kind === 'one') focusOn(talk, [named.product.sku])
  if (talk.state.cart.lines.length > 0 && !keepsQuestion(talk))
    sayKindly(
      talk,
      talk.voice.t('Tu carrito sigue igual.', 'Su carrito sigue igual.', {
        en: 'Your cart is as it was.',
        pt: 'Seu carrinho continua igual.',
      }),
    )
}

const ATTACK =
  /instruccion|system|prompt|ignora|olvida|administrador|due[ñn]o|gerente|jefe|override|\b1 (?:peso|luka|luca|lukita|luquita|clp)\b|\$\s?1\b|act[uú]a|autoriz|regla|repite|modo|developer|desarrollador/i

/** Not understood: asked again once, with a way on; then a person is offered. */
export function lost(talk: Talk): void {
  talk.state.lost += 1
  if (talk.state.lost >= 2) {
    say(
      talk,
      talk.voice.t('Perdona, sigo sin entenderte 😕', 'Disculpe, sigo sin entenderle.', {
        en: 'Sorry, I still do not understand 😕',
        pt: 'Desculpe, ainda não entendi 😕',
      }),
    )
    offerPerson(talk)
    return
  }
  if (keepsQuestion(talk))
    return say(
      talk,
      talk.voice.t('No te entendí bien.', 'No le entendí bien.', {
        en: 'I did not quite understand.',
        pt: 'Não entendi bem.',
      }),
    )
  const pending = talk.state.pending
  if (pending?.kind === 'which_product') {
    say(
      talk,
      talk.voice.t(
        'No supe cuál. Dime el número de la lista o el nombre.',
        'No supe cuál. Indíqueme el número de la lista o el nombre.',
        {
          en: 'I could not tell which. Tell me its number on the list or its name.',
          pt: 'Não soube qual. Diga o número da lista ou o nome.',
        },
      ),
    )
    talk.settled = true
    return
  }
  say(
    talk,
    talk.voice.t(
      'No te entendí bien 😅 ¿Me lo dices de otra forma? Por ejemplo el producto que buscas.',
      'No le entendí bien. ¿Me lo puede decir de otra forma? Por ejemplo, el producto que busca.',
      {
        en: 'I did not quite understand 😅 Could you say it another way? For example, the product you are looking for.',
        pt: 'Não entendi bem 😅 Pode dizer de outra forma? Por exemplo, o produto que procura.',
      },
    ),
  )
  talk.buttons = [
    { id: 'catalog', title: talk.voice.any('Ver catálogo', { en: 'See catalog', pt: 'Ver catálogo' }) },
    {
      id: 'human',
      title: talk.voice.any('Hablar con alguien', {
        en: 'Talk to someone',
        pt: 'Falar com alguém',
      }),
    },
  ]
}

export function optOut(talk: Talk): void {
  talk.effects.push({ type: 'consent', purpose: 'messages', granted: false, proof: talk.message.id })
  talk.effects.push({ type: 'consent', purpose: 'reminders', granted: false, proof: talk.message.id })
  settle(talk)
  say(
    talk,
    talk.voice.t(
      'Listo, no te enviaremos más mensajes. Si nos escribes, igual te respondo; para volver a recibir avisos escribe *ALTA*.',
      'Listo, no le enviaremos más mensajes. Si nos escribe, igual le respondo; para volver a recibir avisos escriba *ALTA*.',
      {
        en: 'Done, we will not send you any more messages. If you write to us I will still answer; to receive news again write *ALTA*.',
        pt: 'Pronto, não enviaremos mais mensagens. Se escrever, respondo mesmo assim; para voltar a receber avisos escreva *ALTA*.',
      },
    ),
  )
}

export function optIn(talk: Talk): void {
  talk.effects.push({ type: 'consent', purpose: 'messages', granted: true, proof: talk.message.id })
  settle(talk)
  say(
    talk,
    talk.voice.t(
      '¡Listo! Quedaste de alta para recibir nuestras novedades. Con *BAJA* las paras cuando quieras.',
      'Listo, quedó de alta para recibir nuestras novedades. Con *BAJA* las detiene cuando quiera.',
      {
        en: 'Done! You will receive our news. Write *BAJA* to stop at any time.',
        pt: 'Pronto! Você vai receber nossas novidades. Com *BAJA* para quando quiser.',
      },
    ),
  )
}
