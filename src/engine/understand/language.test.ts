import { describe, expect, it } from 'vitest'
import { tokens } from '../text/tokens.ts'
import { hearLanguage, SPANISH, type Language, type Speech } from './language.ts'

const NO_GOODS: ReadonlySet<number> = new Set()
const hear = (...messages: string[]): Language =>
  messages.reduce<Speech>((speech, text) => hearLanguage(speech, tokens(text), NO_GOODS), SPANISH).speaks

describe('the language of a conversation', () => {
  it.each([
    ['Hi! Do you have dog food?', 'en'],
    ['how much is the grinder', 'en'],
    ["I'd like two of these please", 'en'],
    ['can I pay with card?', 'en'],
    ['Oi, vocês têm ração para cachorro?', 'pt'],
    ['quanto custa?', 'pt'],
    ['eu quero dois', 'pt'],
    ['boa tarde, tudo bem? vc tem seda?', 'pt'],
    ['hola tienen brownies?', 'es'],
    ['wena, tení algo pa bajar q no pase las 20 lucas?', 'es'],
    ['quiero el delivery please', 'es'],
    ['thanks!', 'es'],
    ['ok', 'es'],
    ['oi', 'es'],
    ['tienen the last of us y god of war?', 'es'],
    ['me llevo el call of duty', 'es'],
    ['necesito el need for speed para ps5', 'es'],
    ['cuanto sale el xbox one', 'es'],
    ['por favor', 'es'],
    ['o brother', 'es'],
    ['', 'es'],
    ['2', 'es'],
  ])('of "%s" is %s', (text, language) => {
    expect(hear(text)).toBe(language)
  })

  it('stays what it was through names, numbers and borrowed words', () => {
    expect(hear('hello, do you have rolling papers?', 'OCB', '2', 'Av. Italia 1234, Ñuñoa', 'ok')).toBe('en')
    expect(hear('hola, tienen papelillos?', 'thanks', 'dame dos', 'please')).toBe('es')
    expect(hear('oi, vocês têm seda?', 'Rua', 'sim', 'ok')).toBe('pt')
  })

  it('goes over to another after a sentence of it, or a few words in a row', () => {
    expect(hear('hello, do you have rolling papers?', 'mejor en español: quiero dos')).toBe('es')
    expect(hear('hi', 'rolling papers', 'thanks', 'please')).toBe('en')
    expect(hear('do you have papers?', 'vocês têm seda?')).toBe('pt')
  })

  it('hears no language in the names of what the shop sells', () => {
    const list = tokens('need for speed')
    expect(hearLanguage(SPANISH, list, new Set([0, 1, 2]))).toEqual(SPANISH)
    expect(hearLanguage(SPANISH, tokens('the need of what'), NO_GOODS).speaks).toBe('en')
  })
})
