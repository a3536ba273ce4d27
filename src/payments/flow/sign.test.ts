import { describe, expect, it } from 'vitest'
import { flowText, signFlow } from './sign.ts'

describe("Flow's signature", () => {
  it('joins keys and values in byte order, with nothing between', () => {
    const parameters = { apiKey: 'XXXX-XXXX-XXXX', currency: 'CLP', amount: '5000' }
    expect(flowText(parameters)).toBe('amount5000apiKeyXXXX-XXXX-XXXXcurrencyCLP')
    expect(signFlow(parameters, 'my secret')).toBe('dc3f67215dc89404aedc1deed0be7c2b49d810ca1a6e3feab3b799d77c4a9950')
  })

  it('is that of the published getStatus call', () => {
    const parameters = { apiKey: '1F90971E-8276-4715-97FF-2BLG5030EE3B', token: 'AJ089FF5467367' }
    expect(signFlow(parameters, 'my secret')).toBe('191947b8253f1b615adeda260fab7d8c8cc0507b22e19d4742baa00b0e464d44')
  })

  it('covers accents, URLs and JSON as they are before encoding', () => {
    const parameters = {
      apiKey: 'TEST-KEY',
      commerceOrder: 'ord_0001',
      subject: 'Pedido 1 Ñuñoa',
      currency: 'CLP',
      amount: '12990',
      email: 'comprador@example.cl',
      paymentMethod: '9',
      urlConfirmation: 'https://bot.example.cl/flow/confirm',
      urlReturn: 'https://bot.example.cl/flow/return',
      timeout: '900',
      optional: '{"tenant":"t1"}',
    }
    expect(signFlow(parameters, 'test-secret')).toBe('6b12d593eaed1b80b3f4eaccc691ef9ce63893c2e4ce79b5ba9ad12ad8a879a0')
  })

  it('sorts by bytes: paymentMethod comes before payment_currency', () => {
    const parameters = { payment_currency: 'CLP', apiKey: 'TEST-KEY', paymentMethod: '9' }
    expect(signFlow(parameters, 'test-secret')).toBe('3a4286e96dbc14b5d4eaeab64664b5f963a417a3e655a4400619fe3eb4c4df7f')
  })

  it('leaves out `s` itself', () => {
    const parameters = { apiKey: 'TEST-KEY', token: 'x' }
    expect(signFlow({ ...parameters, s: 'anything' }, 'k')).toBe(signFlow(parameters, 'k'))
  })
})
