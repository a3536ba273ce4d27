import type { Faculties, ModelAnswer, TurnInput, TurnStep } from './turn-types.ts'
import type { InboundMessage, Intent, Reply } from './types.ts'
import { saysNothingKnown } from './understand/gibberish.ts'
import { gloss } from './understand/gloss.ts'
import { hearLanguage } from './understand/language.ts'
import { compose } from './reply/compose.ts'
import { guardProse, guardReply } from './guard/guard.ts'
import { returnToQuestion } from './dialogue/checkout.ts'
import { choose } from './dialogue/choices.ts'
import { readBack, receiveMedia, wordsOf } from './dialogue/media.ts'
import { modelRequest } from './dialogue/model-request.ts'
import { route } from './dialogue/route.ts'
import { understandTalk } from './dialogue/understand-talk.ts'
import { ask, createTalk, note, peso, say, settle, type Talk, evidenceOf } from './dialogue/talk.ts'
import { createVoice } from './reply/voice.ts'
import { tokens } from './text/tokens.ts'

/**
 * Characters read of what was written; all of it is kept. WhatsApp lets 65,536 through, and some readers take time with the
 * square of the length: a pasted book would hold up every other shopper of the daemon for half a minute.
 */
const MOST_READ = 4096

/**
 * Decides one turn: state, messages and facts in; state, effects and replies out. Pure and synchronous, so that any turn
 * can be recorded and played again. Where a model is there and would help, the step is `ask`: call again with its answer
 * (or null) in `input.model`, and the turn is decided anew, to the end.
 */
export function decide(input: TurnInput, faculties: Faculties): TurnStep {
  const message = input.messages.at(-1)
  if (!message) throw new Error('a turn needs a message')
  const text = input.messages
    .map(wordsOf)
    .filter((part) => part !== '')
    .join('\n')
    .slice(0, MOST_READ)
    .toWellFormed()
  const talk = createTalk(input, faculties, message, text)
  talk.state.turns += 1
  listenForLanguage(talk)
  let source: 'local' | 'model' = 'local'
  let spoken = message

  if (input.facts.mode === 'human') return listen(talk)
  if (!input.shop.open) return closed(talk)
  if (!receiveEverything(talk, input.messages)) {
    spoken = talk.message
    const chosen = spoken.kind === 'choice' && spoken.choiceId !== undefined ? tapped(talk, spoken.choiceId) : null
    if (chosen !== null) {
      talk.intent = chosen
      talk.u = { ...talk.u, intent: chosen, confidence: 1, because: ['a tapped button'] }
    } else {
      if (resume(talk)) return finish(talk, 'local')
      talk.u = understandTalk(talk)
      const model = input.model
      if (model === 'available' && worthAsking(talk)) {
        return { kind: 'ask', request: modelRequest(talk, 'understand') }
      }
      if (model !== undefined && model !== null && model !== 'available') {
        source = adopt(talk, model) ? 'model' : 'local'
      }
      if (!ageGate(talk)) route(talk)
      if (input.messages.some(wasHeard) && changesSomething(talk)) return askBack(talk, text, source)
      if (model === 'available' && talk.wantsProse && mayTell(talk) && input.shop.profile.model.prose) {
        return { kind: 'ask', request: modelRequest(talk, 'prose') }
      }
    }
  }
  return finish(talk, source)
}

/**
 * Hears which language is spoken, and takes the message into the catalog's.
 *
 * Names and streets, which answer a question of the checkout, and titles of buttons say nothing of the language.
 */
function listenForLanguage(talk: Talk): void {
  if (talk.message.kind === 'choice' || talk.input.state.pending?.kind === 'checkout_field' || talk.text === '') return
  const goods = new Set(evidenceOf(talk, talk.text).covered)
  const speech = hearLanguage(talk.state.speech, tokens(talk.text), goods)
  if (speech.speaks !== talk.state.speech.speaks) {
    note(talk, `speaks ${speech.speaks} from here on`)
    talk.voice = createVoice(talk.shop.profile, speech.speaks)
  }
  talk.state.speech = speech
  talk.text = inOurWords(talk, talk.text)
}

/** Goods are looked up in the words of the catalog; what is said back comes from the catalog, too. */
function inOurWords(talk: Talk, text: string): string {
  return gloss(text, talk.state.speech.speaks, new Set(evidenceOf(talk, text).covered))
}

/** A person answers this conversation: the bot listens, so that what was said is recorded and understood, and is quiet. */
function listen(talk: Talk): TurnStep {
  talk.u = understandTalk(talk)
  talk.intent = talk.u.intent
  talk.silent = true
  note(talk, 'a person has the conversation')
  return finish(talk, 'local')
}

/** The operator paused the shop: said, and nothing is sold or promised. */
function closed(talk: Talk): TurnStep {
  talk.u = understandTalk(talk)
  talk.intent = talk.u.intent
  if (talk.u.intent === 'opt_out' || talk.u.intent === 'opt_in' || talk.u.intent === 'human_agent') route(talk)
  else
    say(
      talk,
      talk.voice.t(
        'La tienda está en pausa por ahora y no estamos tomando pedidos. Escríbenos de nuevo más adelante 🙏',
        'La tienda está en pausa por ahora y no estamos tomando pedidos. Escríbanos de nuevo más adelante 🙏',
        {
          en: 'The shop is paused for now and we are taking no orders. Please write again later 🙏',
          pt: 'A loja está em pausa por enquanto e não estamos recebendo pedidos. Escreva de novo mais tarde 🙏',
        },
      ),
    )
  talk.settled = true
  return finish(talk, 'local')
}

/** Pictures, places and carts of a burst are each dealt with; true where none of it holds words to understand. */
function receiveEverything(talk: Talk, messages: readonly InboundMessage[]): boolean {
  let dealt = true
  for (const message of messages) {
    const one = messages.length === 1 ? talk : Object.assign(talk, { message })
    if (!receiveMedia(one)) dealt = false
  }
  const last = messages.at(-1)
  if (last) Object.assign(talk, { message: last })
  return dealt
}

function tapped(talk: Talk, id: string): Intent | null {
  if (id === 'yes' || id === 'no') {
    talk.text = id === 'yes' ? 'sí' : 'no'
    return null
  }
  return choose(talk, id)
}

/** The words of a voice note, which a machine wrote down. */
function wasHeard(message: InboundMessage): boolean {
  return message.kind === 'audio' && wordsOf(message) !== ''
}

const SERIOUS: ReadonlySet<string> = new Set([
  'place_order',
  'cancel_order',
  'request_cancellation',
  'consent',
  'remember_customer',
  'privacy_request',
])

/** Whether a turn did what must not rest on a word misheard: anything to the cart, an order, or the shopper's consent. */
function changesSomething(talk: Talk): boolean {
  const { cart, coupon } = talk.input.state
  return (
    talk.state.cart.version !== cart.version ||
    talk.state.coupon !== coupon ||
    talk.effects.some((effect) => SERIOUS.has(effect.type))
  )
}

/** Nothing of the turn is kept but what was heard, and the question whether it is right. */
function askBack(decided: Talk, heard: string, source: 'local' | 'model'): TurnStep {
  const talk = createTalk(decided.input, decided.faculties, decided.message, heard)
  talk.state.turns = decided.state.turns
  talk.state.speech = decided.state.speech
  talk.voice = decided.voice
  talk.u = decided.u
  talk.intent = decided.intent
  talk.trace = decided.trace
  note(talk, 'heard, and read back before it changes anything')
  readBack(talk, heard)
  return finish(talk, source)
}

/**
 * A yes to "¿Escuché bien?" or to the age question lets the message through that was waiting for it. True where the
 * message is dealt with: what was misheard is asked for in writing.
 */
function resume(talk: Talk): boolean {
  const pending = talk.state.pending
  if (pending?.kind !== 'confirm_transcript' && pending?.kind !== 'age') return false
  const answer = understandTalk(talk).intent
  if (pending.kind === 'age') {
    if (answer !== 'affirm' && answer !== 'deny') return false
    talk.state.ofAge = answer === 'affirm'
    settle(talk)
    talk.settled = false
    if (answer === 'affirm') talk.text = pending.message
    return false
  }
  // Whatever it was that stood open: the voice note was said to that.
  talk.state.pending = pending.before
  if (answer === 'affirm') {
    talk.text = inOurWords(talk, pending.text)
    return false
  }
  if (answer !== 'deny' || /\S+\s+\S+\s+\S+/.test(talk.text)) return false
  talk.intent = 'deny'
  talk.settled = true
  say(
    talk,
    talk.voice.t('Perdona, escuché mal. ¿Me lo escribes?', 'Disculpe, escuché mal. ¿Me lo puede escribir?', {
      en: 'Sorry, I misheard. Could you write it?',
      pt: 'Desculpe, ouvi errado. Pode escrever?',
    }),
  )
  return true
}

const NEEDS_AGE: ReadonlySet<Intent> = new Set([
  'buy_product',
  'checkout',
  'browse_category',
  'recommend',
  'product_info',
  'price_query',
  'stock_query',
  'browse_catalog',
])

/** True where the shop sells to adults only and the turn must stop here. Asked once, remembered with the conversation. */
function ageGate(talk: Talk): boolean {
  const age = talk.shop.profile.minimumAge
  if (age === null || talk.state.ofAge === true || !NEEDS_AGE.has(talk.u.intent)) return false
  talk.intent = talk.u.intent
  if (talk.state.ofAge === false) {
    say(
      talk,
      talk.voice.t(
        `Solo podemos vender a mayores de ${age} años. Gracias por tu honestidad.`,
        `Solo podemos vender a mayores de ${age} años. Gracias por su honestidad.`,
        {
          en: `We can only sell to people aged ${age} or more. Thank you for your honesty.`,
          pt: `Só podemos vender para maiores de ${age} anos. Obrigado pela honestidade.`,
        },
      ),
    )
    return true
  }
  say(
    talk,
    talk.voice.t(`Antes de seguir: ¿tienes ${age} años o más?`, `Antes de seguir: ¿tiene ${age} años o más?`, {
      en: `Before we go on: are you ${age} or older?`,
      pt: `Antes de continuar: você tem ${age} anos ou mais?`,
    }),
  )
  talk.buttons = [
    { id: 'yes', title: talk.voice.any('Sí', { en: 'Yes', pt: 'Sim' }) },
    { id: 'no', title: talk.voice.any('No', { en: 'No', pt: 'Não' }) },
  ]
  ask(talk, { kind: 'age', message: talk.text.slice(0, 600) })
  return true
}

/** What answers a question for name, address or RUT is personal from its first word, and nobody else's to read. */
function mayTell(talk: Talk): boolean {
  return talk.input.state.pending?.kind !== 'checkout_field'
}

function worthAsking(talk: Talk): boolean {
  const { model } = talk.shop.profile
  return mayTell(talk) && model.enabled && talk.text.trim().length > 1 && talk.u.confidence < model.threshold
}

/** Words that a model could only make something up about. */
function isGibberish(talk: Talk): boolean {
  const words = tokens(talk.text).filter((token) => token.kind === 'word')
  return talk.u.entities.language === 'es' && saysNothingKnown(words, evidenceOf(talk, talk.text))
}

/**
 * Takes from a model's answer what may be taken: an intent that does no harm to get wrong twice, products that are in the
 * catalog, and prose that passed the guard. It can neither accept an order, nor set a price, nor speak of stock.
 */
function adopt(talk: Talk, answer: ModelAnswer): boolean {
  const items = answer.items.flatMap((item) => {
    const product = talk.input.catalog.bySku.get(item.sku)
    return product ? [{ product, quantity: item.quantity }] : []
  })
  const asksMoney = talk.state.pending?.kind === 'confirm_order' || talk.state.pending?.kind === 'confirm_cancel'
  if (isGibberish(talk) && (answer.intent === 'buy_product' || answer.intent === 'change_quantity')) {
    talk.trace.guard.push('a model cannot fill a cart from words that nobody knows')
  } else if (answer.intent === 'affirm' && asksMoney) {
    talk.trace.guard.push('a model cannot say yes to an order')
  } else {
    talk.u = {
      ...talk.u,
      intent: answer.intent,
      confidence: Math.max(talk.u.confidence, Math.min(answer.confidence, 0.9)),
      entities:
        items.length === 0
          ? talk.u.entities
          : {
              ...talk.u.entities,
              mentions: items.map(({ product, quantity }, index) => ({
                text: product.name,
                quantity:
                  quantity !== null && Number.isInteger(quantity) && quantity > 0 && quantity <= 999 ? quantity : null,
                from: index,
                to: index,
              })),
            },
      because: [...talk.u.because, `model: ${answer.intent}`],
    }
  }
  if (answer.prose !== null) {
    const sources = items.flatMap(({ product }) => [product.name, product.description])
    const { text, reason } = guardProse(answer.prose, [
      ...sources,
      ...Object.values(talk.shop.profile.policies).flatMap((each) => each ?? []),
    ])
    if (text === null) talk.trace.guard.push(`prose dropped: ${reason ?? ''}`)
    else talk.prose = fillProse(talk, text)
  }
  return true
}

/** {{price:SKU}} and {{stock:SKU}} are ours to fill; one that names nothing takes the sentence with it. */
function fillProse(talk: Talk, prose: string): string | null {
  let whole = true
  const filled = prose.replace(/\{\{(price|stock):([^{}]{1,64})\}\}/g, (_, what: string, sku: string) => {
    const product = talk.input.catalog.bySku.get(sku)
    if (!product) {
      whole = false
      return ''
    }
    return what === 'price' ? peso(talk, product.salePrice ?? product.price) : String(product.stock)
  })
  return whole ? filled : null
}

function finish(talk: Talk, source: 'local' | 'model'): TurnStep {
  if (!talk.silent) returnToQuestion(talk)
  const drafted = talk.silent ? [] : compose(talk, talk.voice.finish)
  const allowed = { amounts: talk.amounts, quotes: talk.quotes, links: talk.links }
  const replies: Reply[] = []
  for (const reply of drafted) {
    const guarded = guardReply(
      reply,
      allowed,
      talk.voice.any('Lo reviso y lo confirmo por aquí.', {
        en: 'Let me check that and confirm it here.',
        pt: 'Vou conferir e confirmo por aqui.',
      }),
    )
    for (const dropped of guarded.dropped) talk.trace.guard.push(`dropped ${dropped}`)
    replies.push(guarded.reply)
  }
  talk.state.lastIntent = talk.intent
  return {
    kind: 'done',
    outcome: {
      state: talk.state,
      effects: talk.effects,
      replies,
      intent: talk.intent,
      confidence: talk.u.confidence,
      source,
      understanding: talk.u,
      products: PRODUCTLESS.has(talk.intent) ? [] : talk.shown,
      mode: talk.mode,
      trace: talk.trace,
    },
  }
}

/** A summary names products without showing them. */
const PRODUCTLESS: ReadonlySet<Intent> = new Set(['view_cart', 'checkout', 'clear_cart'])
