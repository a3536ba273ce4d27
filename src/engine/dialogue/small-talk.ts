import { clip, plain } from '../reply/format.ts'
import { firstName } from './checkout.ts'
import { offerReminders } from './consents.ts'
import { offerPerson } from './orders.ts'
import { categoriesOf, keepsQuestion } from './show-products.ts'
import { oneOf, quote, say, settle, type Talk } from './talk.ts'

/** A day between two greetings: the same morning nobody is welcomed twice. */
const GREET_AGAIN_MS = 12 * 60 * 60 * 1000

export function greeting(talk: Talk): void {
  const { profile } = talk.shop
  const known = talk.facts.remembered?.customer.name ?? null
  const name = known === null ? '' : ` ${quote(talk, plain(firstName(known)))}`
  const again = talk.state.greetedAt !== null && talk.facts.now - talk.state.greetedAt < GREET_AGAIN_MS
  talk.state.greetedAt = talk.facts.now
  if (keepsQuestion(talk)) return say(talk, oneOf(talk, `¡Hola${name}! Sigamos.`, `Hola${name}, aquí sigo.`))
  if (profile.greeting !== null && !again) say(talk, quote(talk, profile.greeting))
  else if (again)
    say(
      talk,
      talk.voice.t(
        oneOf(talk, `¡Hola de nuevo${name}! ¿En qué te ayudo?`, `¡Acá sigo${name}! ¿Qué necesitas?`),
        `Hola de nuevo${name}. ¿En qué le ayudo?`,
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
      ),
    )
  }
  const top = categoriesOf(talk, 4)
  if (top.length === 0) return
  if (!again)
    say(
      talk,
      `${talk.voice.t('Tenemos', 'Contamos con')} ${top.map((each) => quote(talk, each.toLowerCase())).join(', ')} y más. ${talk.voice.t('¿Qué andas buscando?', '¿Qué está buscando?')}`,
    )
  talk.buttons = [
    ...top.slice(0, 2).map((each) => ({ id: `cat:${clip(each, 60)}`, title: clip(each, 20) })),
    { id: 'catalog', title: 'Ver todo' },
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
        )
      : quote(talk, closing),
  )
  if (talk.state.cart.lines.length > 0)
    say(talk, talk.voice.t('Te guardo el carrito por si vuelves.', 'Le guardo el carrito por si vuelve.'))
  // A question that is still open comes first.
  if (talk.state.pending === null || talk.state.pending.kind === 'start_checkout') offerReminders(talk)
}

export function thanks(talk: Talk): void {
  talk.settled = true
  const pending = talk.state.pending?.kind
  if (pending === 'human_offer') settle(talk)
  if (talk.facts.mode === 'waiting') return say(talk, '¡De nada! El equipo ya está avisado y te escribe por aquí.')
  say(talk, talk.voice.t(oneOf(talk, '¡De nada! 😊', '¡A ti! 😊', '¡Un gusto! 😊'), 'De nada, fue un gusto.'))
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
      `Soy el asistente virtual de *${quote(talk, talk.shop.name)}* 🤖: te muestro productos, armo tu pedido y, si quieres, te paso con una persona.`,
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
      ),
    )
}

export function help(talk: Talk): void {
  say(
    talk,
    talk.voice.t(
      'Comprar es fácil:\n1. Dime qué buscas (o escribe *catálogo*).\n2. Pídelo: _"dame 2 de ese"_.\n3. Escribe *pagar*, me das tu dirección y te mando el link.\nTambién puedo ver tu pedido o pasarte con una persona.',
      'Comprar es fácil:\n1. Indíqueme qué busca (o escriba *catálogo*).\n2. Pídalo: _"deme 2 de ese"_.\n3. Escriba *pagar*, me da su dirección y le envío el link.\nTambién puedo ver su pedido o comunicarle con una persona.',
    ),
  )
  if (keepsQuestion(talk)) return
  talk.buttons = [
    { id: 'catalog', title: 'Ver catálogo' },
    { id: 'cart', title: 'Ver carrito' },
    { id: 'human', title: 'Hablar con alguien' },
  ]
}

/** What is no business of a shop, and every attempt to make the bot another: deflected, and the flow goes on. */
export function outOfScope(talk: Talk): void {
  const attack = ATTACK.test(talk.text)
  if (attack) {
    say(
      talk,
      oneOf(
        talk,
        'Los precios y el pedido los maneja la tienda y no los puedo cambiar por aquí.',
        'Eso no lo puedo hacer: los precios son los del catálogo.',
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
      ),
    )
  }
  if (talk.state.cart.lines.length > 0 && !keepsQuestion(talk))
    say(talk, talk.voice.t('Tu carrito sigue igual.', 'Su carrito sigue igual.'))
}

const ATTACK =
  /instruccion|system|prompt|ignora|olvida|administrador|due[ñn]o|gerente|jefe|override|\b1 (?:peso|luka|luca|lukita|luquita|clp)\b|\$\s?1\b|act[uú]a|autoriz|regla|repite|modo|developer|desarrollador/i

/** Not understood: asked again once, with a way on; then a person is offered. */
export function lost(talk: Talk): void {
  talk.state.lost += 1
  if (talk.state.lost >= 2) {
    say(talk, talk.voice.t('Perdona, sigo sin entenderte 😕', 'Disculpe, sigo sin entenderle.'))
    offerPerson(talk)
    return
  }
  if (keepsQuestion(talk)) return say(talk, talk.voice.t('No te entendí bien.', 'No le entendí bien.'))
  const pending = talk.state.pending
  if (pending?.kind === 'which_product') {
    say(
      talk,
      talk.voice.t(
        'No supe cuál. Dime el número de la lista o el nombre.',
        'No supe cuál. Indíqueme el número de la lista o el nombre.',
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
    ),
  )
  talk.buttons = [
    { id: 'catalog', title: 'Ver catálogo' },
    { id: 'human', title: 'Hablar con alguien' },
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
    ),
  )
}
