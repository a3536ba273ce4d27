import { expect, it } from 'vitest'
import { DEFAULT_TUNING, tuningFrom } from './tuning.ts'
import { GIVE_UP_MS } from './until-stopped.ts'

it('drains for so long that a whole stop is over before a supervisor kills after ten seconds', () => {
  expect(DEFAULT_TUNING.drainMs).toBeLessThan(GIVE_UP_MS - 1000)
  expect(GIVE_UP_MS).toBeLessThan(10_000)
})

it('takes overrides by name and refuses what it does not know', () => {
  expect(tuningFrom('leaseMs=2000, drainMs=1')).toEqual({ ...DEFAULT_TUNING, leaseMs: 2000, drainMs: 1 })
  expect(() => tuningFrom('leaseMS=2000')).toThrow('BOTCTL_TUNE')
  expect(() => tuningFrom('leaseMs=soon')).toThrow('BOTCTL_TUNE')
})
