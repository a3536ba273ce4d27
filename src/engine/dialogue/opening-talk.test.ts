import { beforeAll, describe, expect, it } from 'vitest'
import { HARDWARE } from '../../../test/support/hardware-shop.ts'
import { createShopper, type Shopper } from '../../../test/support/shopper.ts'
import { loadFaculties } from '../../services/turns/load-faculties.ts'
import type { OpeningHours } from '../hours/opening.ts'
import { DEFAULT_PROFILE } from '../reply/profile.ts'
import type { Faculties } from '../turn-types.ts'

let faculties: Faculties
beforeAll(async () => {
  faculties = await loadFaculties()
})

const NINE_TO_SIX = [[540, 1080]] as const
const HOURS: OpeningHours = {
  timezone: 'America/Santiago',
  week: [[], NINE_TO_SIX, NINE_TO_SIX, NINE_TO_SIX, NINE_TO_SIX, NINE_TO_SIX, [[600, 840]]],
  holidays: [],
  closed: [],
}
const MONDAY_NOON = Date.parse('2026-11-23T15:00:00Z')
const MONDAY_NIGHT = Date.parse('2026-11-24T01:00:00Z')
const WORDS = { ...DEFAULT_PROFILE.policies, hours: 'Lunes a viernes, 10 a 19 h' }

const at = (now: number, hours: OpeningHours | null = HOURS): Shopper =>
  createShopper({
    faculties,
    products: HARDWARE,
    shop: { hours },
    profile: { policies: WORDS },
    facts: { now },
  })

describe('when people are there', () => {
  it.each([
    ['a qué hora abren?', 'Atendemos lunes a viernes de 9:00 a 18:00; sábado de 10:00 a 14:00.'],
    ['hasta qué hora atienden?', 'Ahora sí hay personas atendiendo, hasta las 18:00.'],
    ['están abiertos ahora?', 'Ahora sí hay personas atendiendo, hasta las 18:00.'],
    ['atienden el domingo?', 'El domingo no atendemos.'],
    ['abren mañana?', 'Mañana atendemos de 9:00 a 18:00.'],
    ['atienden los sábados?', 'El sábado atendemos de 10:00 a 14:00.'],
    ['y los feriados atienden?', 'El próximo es el 8 de diciembre (Inmaculada Concepción): cerrado.'],
    ['atienden en navidad?', 'El viernes 25 de diciembre (feriado: Navidad) no atendemos.'],
    ['atienden el fin de semana?', 'El sábado atendemos de 10:00 a 14:00. El domingo no atendemos.'],
  ])('"%s" → "%s"', (question, answer) => {
    const person = at(MONDAY_NOON)
    person.say(question)
    expect(person.last.intent).toBe('store_info')
    expect(person.text).toContain(answer)
    expect(person.text).not.toContain('10 a 19')
  })

  it('says at night when they come back, and that the bot is there', () => {
    const person = at(MONDAY_NIGHT)
    person.say('están abiertos ahora?')
    expect(person.text).toContain('Ahora no hay personas atendiendo; vuelven mañana a las 9:00.')
    expect(person.text).toContain('Por este chat te ayudo a toda hora')
  })

  it('quotes the shop’s own words where it set no hours', () => {
    const person = at(MONDAY_NIGHT, null)
    person.say('a qué hora atienden?')
    expect(person.text).toContain('Lunes a viernes, 10 a 19 h')
  })

  it('answers for the place too where both are asked', () => {
    const person = at(MONDAY_NOON)
    person.say('dónde están y a qué hora abren?')
    expect(person.text).toContain('Atendemos lunes a viernes')
  })

  it('leaves a parcel’s hours to the parcel', () => {
    const person = at(MONDAY_NOON)
    person.say('a qué hora llega mi pedido?')
    expect(person.text).not.toContain('Atendemos')
  })
})

describe('handing over', () => {
  it('says when a person will answer, where nobody is there', () => {
    const person = at(MONDAY_NIGHT)
    person.say('quiero hablar con una persona')
    expect(person.last.mode).toMatchObject({ mode: 'waiting' })
    expect(person.text).toContain('ahora no hay nadie, te responden mañana a las 9:00')
    person.say('quiero hablar con una persona')
    expect(person.text).toContain('Vuelven mañana a las 9:00.')
  })

  it('says it to whoever writes in English with a date', () => {
    const person = at(MONDAY_NIGHT)
    person.say('hello, do you have a hammer?')
    person.say('can I talk to a person please?')
    expect(person.last.mode).toMatchObject({ mode: 'waiting' })
    expect(person.text).toContain('they answer you here on 24/11, 9:00')
  })

  it('says over a long weekend which day that is', () => {
    const person = at(Date.parse('2026-12-24T23:00:00Z'))
    person.say('quiero hablar con una persona')
    expect(person.text).toContain('te responden el sábado a las 10:00')
  })

  it('promises no hour where people are there, nor where the shop set none', () => {
    const person = at(MONDAY_NOON)
    person.say('quiero hablar con una persona')
    expect(person.text).toContain('Le avisé a una persona')
    expect(person.text).not.toContain('ahora no hay nadie')
    const unknown = at(MONDAY_NIGHT, null)
    unknown.say('quiero hablar con una persona')
    expect(unknown.text).toContain('Horario: Lunes a viernes, 10 a 19 h')
  })
})
