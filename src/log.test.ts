import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { BotctlError } from './errors.ts'
import { createLog, safeFields, scrub } from './log.ts'
import { maskPhone } from './mask-phone.ts'
import type { LogFields, LogLine } from './log.ts'

async function capture(level = 'info') {
  const written: string[] = []
  const kept: LogLine[] = []
  const log = await createLog({
    level,
    now: () => 42,
    destination: { write: (text) => written.push(text) },
    sink: (line) => kept.push(line),
  })
  return { log, written, kept }
}

describe('log', () => {
  it('writes one JSON line an event with its code and time, and gives the sink the same', async () => {
    const { log, written, kept } = await capture()
    log.child({ tenant: 'ten_1', daemon: 'dmn_1' }).info('turn_done', { conversation: 'cnv_7', ms: 12.5 })
    expect(JSON.parse(written[0] ?? '')).toEqual({
      level: 30,
      at: 42,
      tenant: 'ten_1',
      daemon: 'dmn_1',
      conversation: 'cnv_7',
      ms: 12.5,
      code: 'turn_done',
    })
    expect(kept).toEqual([expect.objectContaining({ at: 42, level: 30, tenant: 'ten_1', code: 'turn_done' })])
  })

  it('drops what is below its level, for the sink too', async () => {
    const { log, written, kept } = await capture('warn')
    log.info('quiet')
    log.error('loud')
    expect(written).toHaveLength(1)
    expect(kept.map((line) => line.code)).toEqual(['loud'])
  })

  it('has no place for texts, names and secrets: unknown fields never leave', async () => {
    const { log, written } = await capture()
    log.info('x', { text: 'dame 2 brownies', token: 'EAAG', tenant: 'ten_1' } as LogFields)
    expect(written[0]).not.toMatch(/brownies|EAAG/)
  })

  it('masks phones and scrubs what slips into a reason or an error', async () => {
    const { log, written } = await capture()
    log.error('send_failed', {
      phone: '+56950915617',
      reason: 'no route to +56 9 5091 5617 nor ana.soto@correo.cl, card 4111-1111-1111-1111',
      error: new BotctlError('x_failed', 'postgres://u:hunter2@db said sk-proj-abcdefghijkl'),
    })
    const line = written.join('')
    expect(line).not.toMatch(/5091|ana\.soto|4111|hunter2|abcdefgh/)
    expect(line).toContain('+56 ••••• 5617')
    expect(line).toContain('x_failed')
  })

  it('leaves ids and figures readable', () => {
    expect(scrub('cnv_7f3k9abcdefgh2345678 took 12345 ms')).toBe('cnv_7f3k9abcdefgh2345678 took 12345 ms')
    expect(scrub('connect ECONNREFUSED 192.168.10.24:5432')).toBe('connect ECONNREFUSED 192.168.10.24:5432')
    expect(scrub('a RUT, 12.345.678-5, and 56.9.1234.5678')).toBe('a RUT, (number), and (number)')
  })

  it('lets no seeded phone, e-mail or card through any field', () => {
    const digits = fc.integer({ min: 10_000_000, max: 99_999_999 })
    fc.assert(
      fc.property(digits, fc.constantFrom('+569', '569', '9', ' 9 '), fc.string(), (number, prefix, around) => {
        const phone = `${prefix}${number}`
        const safe = JSON.stringify(
          safeFields({ reason: `${around} ${phone} ${around}`, tenant: phone, error: new Error(`at ${phone}`), phone }),
        )
        expect(safe).not.toContain(String(number))
      }),
    )
    expect(maskPhone('123')).toBe('•••')
  })
})
