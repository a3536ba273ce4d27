import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

interface Command {
  id: string
  summary?: string
  description?: string
  examples?: string[]
  flags: Record<string, { name: string; description?: string }>
  args: Record<string, { description?: string }>
}

const manifest = JSON.parse(readFileSync(new URL('../../oclif.manifest.json', import.meta.url), 'utf8')) as {
  commands: Record<string, Command>
}
const commands = Object.values(manifest.commands)

/** Flags that a secret must never be the value of: `ps` shows it to everybody on the machine. */
const SECRET = /token|secret|password|api-key|auth/

describe('every command', () => {
  it('of the contract is there', () => {
    const promised =
      'quickstart serve migrate migrate:status tenant:create tenant:list tenant:show tenant:update tenant:pause tenant:resume tenant:delete tenant:route channel:add:meta channel:add:twilio channel:list channel:verify channel:remove product:import product:export product:list product:show product:update test-message replay context:cleanup dashboard doctor status logs init config:show config:check backup:create backup:verify backup:restore secrets:rotate'
    expect(Object.keys(manifest.commands)).toEqual(expect.arrayContaining(promised.split(' ')))
  })

  for (const command of commands) {
    describe(command.id.replaceAll(':', ' '), () => {
      it('has a summary, two examples of itself, --json and its exit codes', () => {
        expect(command.summary).toBeTruthy()
        expect(command.summary?.endsWith('.')).toBe(false)
        expect(command.examples?.length ?? 0).toBeGreaterThanOrEqual(2)
        expect(command.examples?.[0]).toContain('<%= command.id %>')
        expect(command.flags.json).toBeDefined()
        expect(command.description).toMatch(/Exit (codes? )?\d/)
      })

      it('explains every flag and argument, and takes no secret as a value', () => {
        for (const part of [...Object.values(command.flags), ...Object.values(command.args)]) {
          expect(part.description).toBeTruthy()
        }
        for (const flag of Object.values(command.flags) as Array<{ name: string; type?: string }>) {
          if (flag.type === 'boolean' || flag.name.endsWith('-file')) continue
          expect(flag.name).not.toMatch(SECRET)
        }
      })
    })
  }
})
