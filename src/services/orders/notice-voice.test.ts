import { describe, expect, it } from 'vitest'
import { noticeReply, type NoticeFacts, type NoticeKind } from '../../engine/commerce/notices.ts'
import { tokens } from '../../engine/text/tokens.ts'
import { hearLanguage, SPANISH } from '../../engine/understand/language.ts'
import { noticeInVoice } from './notice-voice.ts'

const KINDS: readonly NoticeKind[] = [
  'link',
  'transfer',
  'paid',
  'rejected',
  'cash',
  'expired',
  'late_paid',
  'refund_started',
  'refunded',
  'refund_rejected',
  'payment_trouble',
  'cancelled',
  'preparing',
  'shipped',
  'ready',
  'delivered',
]
const REASONS = [
  'invalid_card',
  'connection',
  'over_limit',
  'bad_expiry',
  'authentication',
  'rejected',
  'blocked_card',
  'expired_card',
  'unsupported',
  'transaction',
  'too_many_tries',
  'cancelled',
  'paid_twice',
  'late',
  null,
]
const transfer = {
  holder: 'Acme SpA',
  rut: '76.123.456-0',
  bank: 'BancoEstado',
  accountType: 'Cuenta vista',
  accountNumber: '123',
  email: null,
}

/** Pronouns and verb forms by which a Chilean text says tú. */
const TU =
  /(?<![\p{L}])(?:tú|tu|tus|te|ti|contigo|eres|eras|puedes|puedas|quieres|quieras|tienes|paga|prueba|revisa|revísala|espera|transfiere|pon|cuéntame|escríbeme|mándame|\p{L}+(?:aste|iste))(?![\p{L}])/iu

describe('notices', () => {
  const all = KINDS.flatMap((kind) =>
    REASONS.flatMap((reason) =>
      [true, false].map((full): [NoticeKind, NoticeFacts] => [
        kind,
        {
          number: '1042',
          total: 13_980,
          reason,
          pickup: full,
          items: ['2 × Tu brownie'],
          until: full ? 'el martes 24 a las 18:30' : null,
          paymentUrl: full ? 'https://example.cl/p' : null,
          tracking: full ? 'ABC' : null,
          ...(full && { transfer }),
        },
      ]),
    ),
  )

  it('of a formal shop address nobody as tú, whatever they say', () => {
    for (const [kind, facts] of all) {
      const { text } = noticeInVoice(noticeReply(kind, facts), { tone: 'formal', emojis: 'some' })
      const own = text
        .split('\n')
        .filter((line) => !line.startsWith('• '))
        .join('\n')
      expect([kind, facts.reason, TU.exec(own)?.[0]]).toEqual([kind, facts.reason, undefined])
    }
  })

  it('of any other shop stay as they are written, and goods keep their names in both', () => {
    for (const [kind, facts] of all) {
      const reply = noticeReply(kind, facts)
      expect(noticeInVoice(reply, { tone: 'cercano', emojis: 'some' })).toEqual(reply)
    }
    const paid = noticeReply('paid', { number: '1', total: 1, items: ['2 × Tu brownie'] })
    expect(noticeInVoice(paid, { tone: 'formal', emojis: 'none' }).text).toBe(
      '¡Recibimos su pago de $1! Su pedido *1* está confirmado.\n• 2 × Tu brownie\nLe avisamos cuando salga a despacho.',
    )
  })

  it('to a shopper who writes another language are in it, with the same figures and links', () => {
    for (const language of ['en', 'pt'] as const) {
      for (const [kind, facts] of all) {
        const reply = noticeReply(kind, facts, language)
        const spanish = noticeReply(kind, facts)
        expect(reply.type).toBe(spanish.type)
        expect(noticeInVoice(reply, { tone: 'formal', emojis: 'some' }, language)).toEqual(reply)
        const own = reply.text.split('\n')[0] ?? ''
        expect(hearLanguage({ ...SPANISH, speaks: language }, tokens(own), new Set()).speaks, own).toBe(language)
        const figures = (text: string) => [...new Set(text.match(/\$[\d.]+|https?:\S+/g))].toSorted()
        expect([kind, figures(reply.text)]).toEqual([kind, figures(spanish.text)])
      }
    }
  })
})
