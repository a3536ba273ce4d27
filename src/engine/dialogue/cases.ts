import type { OrderFacts } from '../types.ts'
import { handOver } from './hand-over.ts'
import { say, type Talk } from './talk.ts'

/** The order that a complaint is about: the one whose number was said, else the latest. */
export function orderOfCase(talk: Talk): OrderFacts | undefined {
  const digits = (talk.u.entities.orderNumber ?? '').replace(/\D/g, '')
  const named = talk.facts.orders.find((order) => digits !== '' && order.number.replace(/\D/g, '') === digits)
  return named ?? talk.facts.orders[0]
}

/** Keeps what was told with the case that is open; where a person closed it meanwhile, it opens another. */
function noteCase(talk: Talk, text: string): void {
  const kind = talk.state.issue ?? 'complaint'
  talk.effects.push({ type: 'note_case', kind, orderId: orderOfCase(talk)?.id ?? null, text: text.slice(0, 400) })
}

/** The facts of a complaint or return: with them in hand a person takes over, who need not ask again. */
export function addToCase(talk: Talk, what: 'words' | 'photo'): void {
  noteCase(talk, what === 'photo' ? `(${talk.message.kind}) ${talk.text}`.trim() : talk.text)
  say(
    talk,
    what === 'photo'
      ? talk.voice.t(
          'Gracias, sumé la foto a tu caso para el equipo.',
          'Gracias, sumé la foto a su caso para el equipo.',
          {
            en: 'Thank you, I added the photo to your case for the team.',
            pt: 'Obrigado, somei a foto ao seu caso para a equipe.',
          },
        )
      : talk.voice.t('Gracias, lo sumé a tu caso para el equipo.', 'Gracias, lo sumé a su caso para el equipo.', {
          en: 'Thank you, I added it to your case for the team.',
          pt: 'Obrigado, somei ao seu caso para a equipe.',
        }),
  )
  if (talk.facts.mode === 'bot') handOver(talk, talk.state.issue ?? 'complaint')
}
