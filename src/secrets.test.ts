import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createSecretBox } from './secrets.ts'

const box = createSecretBox('a key for tests, long enough')

it('opens what it sealed, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (plain, owner) => {
      expect(box.open(box.seal(plain, owner), owner)).toBe(plain)
    }),
    { numRuns: 200 },
  )
})

it('never seals the same text to the same bytes, and shows nothing of it', () => {
  const sealed = new Set(Array.from({ length: 500 }, () => box.seal('EAAG-token', 'ten_a')))
  expect(sealed.size).toBe(500)
  for (const text of sealed) expect(text).not.toContain('EAAG')
})

it("refuses another shop's row, another key, and any changed byte", () => {
  const sealed = box.seal('EAAG-token', 'ten_a')
  expect(() => box.open(sealed, 'ten_b')).toThrow(expect.objectContaining({ code: 'secret_unreadable' }))
  expect(() => createSecretBox('another key').open(sealed, 'ten_a')).toThrow(
    expect.objectContaining({ code: 'secret_unreadable' }),
  )
  for (const [index, letter] of sealed.split('').entries()) {
    if (letter === '.') continue
    const changed = sealed.slice(0, index) + (letter === 'A' ? 'B' : 'A') + sealed.slice(index + 1)
    // The last base64 digit carries unused bits: a change there that decodes to the same bytes is no change.
    if (
      Buffer.from(changed.split('.')[3] ?? '', 'base64url').equals(
        Buffer.from(sealed.split('.')[3] ?? '', 'base64url'),
      ) &&
      changed.split('.').slice(0, 3).join() === sealed.split('.').slice(0, 3).join()
    )
      continue
    expect(() => box.open(changed, 'ten_a'), `byte ${index}`).toThrow(
      expect.objectContaining({ code: 'secret_unreadable' }),
    )
  }
  for (const broken of ['', 'x', 's1..', 's1.a.b.c', sealed.slice(0, 30)]) {
    expect(() => box.open(broken, 'ten_a')).toThrow(expect.objectContaining({ code: 'secret_unreadable' }))
  }
})

it('keeps opening what an old key sealed, and tells that it is old', () => {
  const sealed = box.seal('EAAG-token', 'ten_a')
  const rotated = createSecretBox('the next key', ['a key before', 'a key for tests, long enough'])
  expect(rotated.open(sealed, 'ten_a')).toBe('EAAG-token')
  expect(rotated.isCurrent(sealed)).toBe(false)
  expect(rotated.isCurrent(rotated.seal(rotated.open(sealed, 'ten_a'), 'ten_a'))).toBe(true)
  expect(rotated.keyId).not.toBe(box.keyId)
})

it('derives unrelated keys for other uses, the same in every process', () => {
  expect(box.derive('tokens')).toEqual(createSecretBox('a key for tests, long enough').derive('tokens'))
  expect(box.derive('tokens')).not.toEqual(box.derive('links'))
  expect(box.derive('tokens')).toHaveLength(32)
})

it('says what to do where there is no key', () => {
  expect(() => createSecretBox('')).toThrow(expect.objectContaining({ code: 'secret_key_missing' }))
})
