import { createHmac } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TurnDocument } from '../../src/services/turns/types.ts'
import { openProgram, type Program, type Served } from '../support/program.ts'

/** What others rely on, seen from outside: the built program, its exit codes, its JSON and its HTTP. */
for (const dialect of ['sqlite', 'postgres'] as const) {
  describe(`the outside contract (${dialect})`, () => {
    let program: Program
    let served: Served

    beforeAll(async () => {
      program = await openProgram(dialect)
      expect((await program.run(['migrate', '--json'])).code).toBe(0)
      const created = await program.run([
        'tenant',
        'create',
        '--name',
        'Nueva Tienda',
        '--slug',
        'nueva-tienda-2024',
        '--type',
        'electronics',
        '--phone',
        '+56987654321',
        '--json',
      ])
      expect(created.stdout + created.stderr).not.toContain('error')
      expect(created.code).toBe(0)
      const sample = await program.run([
        'product',
        'import',
        '--sample',
        'electronics',
        '--tenant',
        'nueva-tienda-2024',
        '--json',
      ])
      expect(sample.code).toBe(0)
      served = await program.serve(['--test-webhook'], {
        META_APP_SECRET: 'app_secret_123',
        META_VERIFY_TOKEN: 'verify-me',
        TWILIO_AUTH_TOKEN: '12345',
        TWILIO_ACCOUNT_SID: 'AC00000000000000000000000000000001',
        PUBLIC_URL: 'https://mycompany.com',
      })
    }, 120_000)

    afterAll(async () => {
      await program?.remove()
    })

    it('answers a refused slug with one JSON error document and exit 65 or 64', async () => {
      const again = await program.run([
        'tenant',
        'create',
        '--name',
        'X',
        '--slug',
        'nueva-tienda-2024',
        '--type',
        'other',
        '--phone',
        '+56911112222',
        '--json',
      ])
      expect([64, 65]).toContain(again.code)
      const { error } = again.json as { error: { code: string; message: string; hint: string } }
      expect(error.code).toMatch(/^[a-z_]+$/)
      expect(error.message.length).toBeGreaterThan(5)
    })

    it('exits 66 for a shop that is not there and 64 for a flag that is not there', async () => {
      expect((await program.run(['tenant', 'show', 'no-such-shop', '--json'])).code).toBe(66)
      expect((await program.run(['tenant', 'list', '--nonsense', '--json'])).code).toBe(64)
      expect((await program.run(['no-such-command'])).code).toBe(64)
    })

    it('says every error on one line, with a next step, and a wrong argument is no bug', async () => {
      for (const args of [
        ['tenant', 'profile', 'diff', 'three', '--tenant', 'nueva-tienda-2024'],
        ['tenant', 'create', '--name', ''],
        ['serve', '--port', 'nine'],
      ]) {
        const ran = await program.run([...args, '--json'])
        expect([64, 65]).toContain(ran.code)
        expect(ran.stdout.trimEnd()).not.toContain('\n')
        expect(ran.json).toMatchObject({ error: { code: expect.any(String), hint: expect.stringMatching(/\w/) } })
      }
      const missing = await program.run(['test-message', '--batch', join(program.folder, 'none.jsonl'), '--json'])
      expect([missing.code, missing.json]).toMatchObject([66, { error: { code: 'file_unreadable' } }])
    })

    it('goes on after a line that cannot be played, and says by its exit code that there was one', async () => {
      const line = (fields: object) => JSON.stringify({ tenant: 'nueva-tienda-2024', from: '+56944440009', ...fields })
      const input = [line({ text: 'hola' }), 'no json', line({ tenant: 'nobody', text: 'x' }), line({ text: 'chao' })]
      const ran = await program.run(['test-message', '--batch', '-', '--json'], { input: input.join('\n') })
      expect(ran.code).toBe(65)
      expect(
        ran.stdout
          .trim()
          .split('\n')
          .map((text) => JSON.parse(text) as unknown),
      ).toMatchObject([
        { intent: 'greeting' },
        { error: { code: 'line_not_json' }, line: 2 },
        { error: { code: 'tenant_not_found' }, line: 3 },
        { intent: 'goodbye' },
      ])
    })

    it('imports a catalog whole or not at all, and says line, field and reason', async () => {
      await program.run([
        'tenant',
        'create',
        '--name',
        'Otra',
        '--slug',
        'otra',
        '--type',
        'other',
        '--phone',
        '+56911113333',
      ])
      const file = join(program.folder, 'bad.csv')
      writeFileSync(
        file,
        'sku,name,description,category,price,currency,stock,tags\nA,Uno,,X,1000,CLP,3,a;b\nB,Dos,,X,caro,CLP,3,\n',
      )
      const bad = await program.run(['product', 'import', file, '--tenant', 'otra', '--json'])
      expect(bad.code).toBe(65)
      const listed = await program.run(['product', 'list', '--tenant', 'otra', '--json'])
      expect(JSON.stringify(listed.json)).not.toContain('"Uno"')
      const partial = await program.run(['product', 'import', file, '--tenant', 'otra', '--partial', '--json'])
      const report = partial.json as {
        created: number
        rejected: Array<{ line: number; field: string; reason: string }>
      }
      expect(report.created).toBe(1)
      expect(report.rejected).toEqual([expect.objectContaining({ line: 3, field: 'price' })])
    })

    it('answers one turn as the contract has it', async () => {
      const ran = await program.run([
        'test-message',
        'hola',
        '--tenant',
        'nueva-tienda-2024',
        '--from',
        '+56950915617',
        '--json',
      ])
      expect(ran.code).toBe(0)
      const turn = ran.json as TurnDocument
      expect(turn).toMatchObject({
        tenant: 'nueva-tienda-2024',
        from: '+56950915617',
        text: 'hola',
        intent: 'greeting',
        source: 'local',
        order: null,
      })
      expect(turn.conversation).toMatch(/^cnv_/)
      expect(turn.cart).toEqual({ items: [], subtotal: 0, total: 0 })
      expect(turn.replies.length).toBeGreaterThan(0)
    })

    it('plays a batch in order, a line in and a line out', async () => {
      const from = '+56944440001'
      const texts = [
        'hola',
        'quiero 2 camaras tapo',
        'cuanto va',
        'quiero pagar',
        'Ana Soto, Los Leones 1212, Providencia',
        'sí',
      ]
      const file = join(program.folder, 'batch.jsonl')
      writeFileSync(file, texts.map((text) => JSON.stringify({ tenant: 'nueva-tienda-2024', from, text })).join('\n'))
      const ran = await program.run(['test-message', '--batch', file, '--json'])
      expect(ran.code).toBe(0)
      const turns = ran.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as TurnDocument)
      expect(turns.map((turn) => turn.text)).toEqual(texts)
      expect(turns[1]?.cart.items).toEqual([
        expect.objectContaining({ sku: 'CAM-TAP', quantity: 2, unit_price: 24990 }),
      ])
      expect(JSON.stringify(turns[2]?.replies)).toContain('49.980')
      const order = turns.at(-1)?.order
      expect(order).toMatchObject({ status: 'pending_payment', subtotal: 49980 })
      expect(order?.payment_url).toMatch(/^https?:/)
      expect(turns.at(-1)?.cart.items).toEqual([])
    })

    it('serves health, readiness and metrics', async () => {
      expect((await fetch(`${served.url}/health`)).status).toBe(200)
      const metrics = await fetch(`${served.url}/metrics`)
      expect(metrics.status).toBe(200)
      expect(await metrics.text()).toContain('# TYPE')
    })

    it('answers the guide’s curl line', async () => {
      const response = await fetch(`${served.url}/webhook`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ telefono: '+56955556666', mensaje: 'hola', tenant: 'nueva-tienda-2024' }),
      })
      expect(response.status).toBe(200)
      const turn = (await response.json()) as TurnDocument & { respuesta: string }
      expect(turn.intent).toBe('greeting')
      expect(turn.respuesta.length).toBeGreaterThan(3)
      const bySlug = await fetch(`${served.url}/webhook/nueva-tienda-2024`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ telefono: '+56955556666', mensaje: 'gracias' }),
      })
      expect(((await bySlug.json()) as TurnDocument).intent).toBe('thanks')
    })

    it('verifies Meta’s webhook: 200 with the challenge, 403 with a wrong token', async () => {
      const right = await fetch(
        `${served.url}/webhook/meta?hub.mode=subscribe&hub.challenge=1234567&hub.verify_token=verify-me`,
      )
      expect([right.status, await right.text()]).toEqual([200, '1234567'])
      const wrong = await fetch(
        `${served.url}/webhook/meta?hub.mode=subscribe&hub.challenge=1234567&hub.verify_token=nope`,
      )
      expect(wrong.status).toBe(403)
    })

    it('takes a signed Meta body for an unknown number with 200, and refuses an unsigned one with 401', async () => {
      const body = '{"object":"whatsapp_business_account","entry":[]}'
      const post = (signature: string | null, text = body) =>
        fetch(`${served.url}/webhook/meta`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            ...(signature === null ? {} : { 'x-hub-signature-256': signature }),
          },
          body: text,
        }).then((response) => response.status)
      expect(await post('sha256=02fe0c96d28c59ddb7cf81eff0ca05809b360ba73b63c28210b5906a0a107d1f')).toBe(200)
      expect(await post(null)).toBe(401)
      expect(await post('sha256=00fe0c96d28c59ddb7cf81eff0ca05809b360ba73b63c28210b5906a0a107d1f')).toBe(401)
      const broken = '{"object":'
      expect(await post(`sha256=${createHmac('sha256', 'app_secret_123').update(broken).digest('hex')}`, broken)).toBe(
        400,
      )
    })

    it('prints one snapshot without a terminal', async () => {
      const once = await program.run(['dashboard', '--once'])
      expect(once.code).toBe(0)
      expect((await program.run(['dashboard', '--json'])).json).toBeTypeOf('object')
    })

    it('stops on SIGTERM with exit 0', async () => {
      expect(await served.stop()).toBe(0)
    })
  })
}
