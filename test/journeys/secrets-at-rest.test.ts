import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { sendJson, startFake } from '../support/fake-provider.ts'
import { metaBody, metaText, metaValue, signedMeta } from '../support/meta.ts'
import { openProgram } from '../support/program.ts'

/** S6. Words that occur nowhere else, so that each place they turn up in is a leak. */
const SECRETS = {
  META: 'EAAGcanary4meta4token',
  APP: 'canary4app4secret4a1',
  VERIFY: 'canary4verify4token4',
  TWILIO: 'canary4twilio4auth4t',
  FLOW_API: 'canary4flow4api4key4',
  FLOW_SECRET: 'canary4flow4secret4k',
  OPENAI: 'sk-canary4openai4key',
  PASSWORD: 'canary4 person four word',
}

describe.each(['sqlite', 'postgres'] as const)('secrets at rest (%s)', (dialect) => {
  it(
    'are in no table, backup, log, answer, screen or process list after a full run',
    { timeout: 180_000 },
    async () => {
      const provider = await startFake((_request, response) =>
        sendJson(response, 401, { error: { code: 190, message: 'no' } }),
      )
      const program = await openProgram(dialect)
      const { folder, env } = program
      Object.assign(env, {
        OPENAI_API_KEY: SECRETS.OPENAI,
        OPENAI_BASE_URL: provider.url,
        META_GRAPH_URL: provider.url,
        TWILIO_API_URL: provider.url,
        FLOW_API_URL: `${provider.url}/api`,
      })
      const seen: Array<[place: string, text: string]> = []
      try {
        for (const [name, secret] of Object.entries(SECRETS)) writeFileSync(join(folder, `${name}.txt`), secret)
        const run = async (line: string) => {
          const { code, stdout, stderr } = await program.run(line.split(' '))
          seen.push([`botctl ${line}`, stdout + stderr])
          return { code, stdout }
        }
        const made = [
          await run('migrate'),
          await run('tenant create --name Acme --slug acme'),
          await run(
            'channel add meta --tenant acme --phone-number-id 106540352242922 --token-file META.txt --app-secret-file APP.txt --verify-token-file VERIFY.txt',
          ),
          await run(
            'channel add twilio --tenant acme --number +56223456789 --account-sid AC00000000000000000000000000000001 --auth-token-file TWILIO.txt',
          ),
          await run('payment add flow --tenant acme --api-key-file FLOW_API.txt --secret-key-file FLOW_SECRET.txt'),
          await run('user create --email ana@example.cl --role owner --password-file PASSWORD.txt'),
        ]
        expect(made.map((one) => one.code)).toEqual([0, 0, 0, 0, 0, 0])

        const served = await program.serve()
        const ask = async (path: string, init: RequestInit = {}) => {
          const response = await fetch(`${served.url}${path}`, init)
          const text = await response.text()
          seen.push([`${init.method ?? 'GET'} ${path}`, text + JSON.stringify([...response.headers])])
          return { status: response.status, text }
        }
        const hook = signedMeta(
          metaBody(
            metaValue({ messages: [metaText('wamid.S6', '56912345678', 'hola', Math.floor(Date.now() / 1000))] }),
          ),
          SECRETS.APP,
        )
        // The right secret opens the door, so what is looked for below is what is in use.
        expect((await ask('/webhook/meta', { method: 'POST', headers: hook.headers, body: hook.payload })).status).toBe(
          200,
        )
        await ask('/webhook/meta', { method: 'POST', headers: hook.headers, body: `${hook.payload} ` })
        await ask('/webhook/meta', { method: 'POST', body: '{' })
        await ask(`/webhook/meta?hub.mode=subscribe&hub.challenge=1&hub.verify_token=${SECRETS.VERIFY.slice(1)}`)
        for (const path of ['/health', '/ready', '/metrics', '/docs/json', '/no-such-page', '/%zz']) await ask(path)
        const login = await ask('/auth/login', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ email: 'ana@example.cl', password: SECRETS.PASSWORD }),
        })
        const { access_token } = JSON.parse(login.text) as { access_token: string }
        const headers = { authorization: `Bearer ${access_token}` }
        for (const path of ['/api/channels', '/api/users', '/api/audit', '/api/conversations'])
          await ask(path, { headers })
        // The reply goes out with the token and is refused: a failure that must be told without it.
        await expect
          .poll(() => provider.heard.some((heard) => heard.headers.authorization === `Bearer ${SECRETS.META}`), {
            timeout: 30_000,
          })
          .toBe(true)
        seen.push(['the process list', commandLines()])

        await run('channel verify meta --tenant acme')
        await run('payment verify flow --tenant acme')
        for (const shown of [
          'channel list',
          'payment list',
          'user list',
          'audit list',
          'config show',
          'tenant show acme',
        ])
          await run(`${shown} --json`)
        for (const looked of ['doctor', 'logs', 'dashboard']) await run(`${looked} --json`)
        expect((await run('backup create --output b')).code).toBe(0)
        expect((await run('backup create --output p --portable')).code).toBe(0)
        await served.stop()
        seen.push(['the daemon’s stderr', served.stderr()])

        for (const file of filesUnder(folder)) {
          if (Object.keys(SECRETS).some((name) => file === join(folder, `${name}.txt`))) continue
          const bytes = readFileSync(file)
          seen.push([file, (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1')])
        }
        if (dialect === 'sqlite') {
          const path = (env.DATABASE_URL ?? '').slice('sqlite:'.length)
          seen.push(['the database', readFileSync(path).toString('latin1')])
        }
        // The search works: what must be there is there, in the dump too.
        expect(seen.filter(([, text]) => text.includes('106540352242922')).length).toBeGreaterThan(3)
        const leaks = seen.flatMap(([place, text]) =>
          [...Object.values(SECRETS), env.SECRET_KEY ?? '']
            .filter((secret) => text.includes(secret))
            .map((secret) => `${place}: ${secret}`),
        )
        expect(leaks).toEqual([])
      } finally {
        await program.remove()
        await provider.close()
      }
    },
  )
})

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => statSync(file).size > 0)
}

/** What `ps` shows of every process; nothing on a machine that has no /proc. */
function commandLines(): string {
  if (!existsSync('/proc')) return ''
  const processes = readdirSync('/proc').filter((name) => /^[0-9]+$/.test(name))
  return processes
    .map((id) => {
      try {
        return readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\u0000', ' ')
      } catch {
        return ''
      }
    })
    .join('\n')
}
