import { whenAnswered } from './opening-talk.ts'
import { note, quote, say, settle, type Talk } from './talk.ts'

/** A person was asked for: they get what was said so far, and the shopper keeps being served meanwhile. */
export function handOver(talk: Talk, reason: string): void {
  const cart = talk.state.cart.lines.map((line) => `${line.quantity} × ${line.sku}`).join(', ')
  settle(talk)
  const when = whenAnswered(talk)
  if (talk.facts.mode === 'waiting') {
    const back = when === null ? '' : ` Vuelven ${when}.`
    say(
      talk,
      talk.voice.t(
        `El equipo ya está avisado y te responde por aquí.${back} Mientras tanto te puedo seguir ayudando.`,
        `El equipo ya está avisado y le responde por aquí.${back} Mientras tanto le puedo seguir ayudando.`,
        {
          en: 'The team knows and will answer you here. Meanwhile I can go on helping you.',
          pt: 'A equipe já foi avisada e responde por aqui. Enquanto isso posso continuar ajudando.',
        },
      ),
    )
    return
  }
  note(talk, `handed over: ${reason}`)
  talk.effects.push({
    type: 'hand_over',
    reason,
    summary: `${talk.text.slice(0, 300)}${cart === '' ? '' : ` | Carrito: ${cart}`}`,
  })
  talk.mode = { mode: 'waiting', reason }
  if (when !== null) {
    say(
      talk,
      talk.voice.t(
        `Dejé avisado al equipo: ahora no hay nadie, te responden ${when} por este mismo chat. Mientras tanto puedo seguir ayudándote.`,
        `Dejé avisado al equipo: ahora no hay nadie, le responderán ${when} por este mismo chat. Mientras tanto puedo seguir ayudándole.`,
        {
          en: `I told the team: nobody is there right now, they answer you here on ${when}. Meanwhile I can go on helping you.`,
          pt: `Avisei a equipe: agora não há ninguém, respondem aqui em ${when}. Enquanto isso posso continuar ajudando.`,
        },
      ),
    )
    return
  }
  // Somebody is there, by the shop's hours; without any, its own words say when.
  const hours = talk.shop.hours === null ? talk.shop.profile.policies.hours : null
  say(
    talk,
    talk.voice.t(
      `Le avisé a una persona del equipo: te responde por este mismo chat.${hours === null ? '' : ` Horario: ${quote(talk, hours)}.`} Mientras tanto puedo seguir ayudándote.`,
      `Avisé a una persona del equipo: le responderá por este mismo chat.${hours === null ? '' : ` Horario: ${quote(talk, hours)}.`} Mientras tanto puedo seguir ayudándole.`,
      {
        en: `I told a person of the team: they will answer you in this same chat.${hours === null ? '' : ` Hours: ${quote(talk, hours)}.`} Meanwhile I can go on helping you.`,
        pt: `Avisei uma pessoa da equipe: ela responde neste mesmo chat.${hours === null ? '' : ` Horário: ${quote(talk, hours)}.`} Enquanto isso posso continuar ajudando.`,
      },
    ),
  )
}
