import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { digestOfSources, TRAINED_FROM } from './trained-from.ts'

it('the weights in assets are those of the corpus as it stands (if not: npm run train)', () => {
  expect(readFileSync(TRAINED_FROM, 'utf8').trim()).toBe(digestOfSources())
})
