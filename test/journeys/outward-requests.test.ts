import { createServer } from 'node:http'
import { writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { sendJson, startFake, type FakeServer } from '../support/fake-provider.ts'
import { metaBody, metaText, metaValue, signedMeta } from '../support/meta.ts'
import { openProgram, type Program } from '../support/program.ts'

// S9. Everything a shop may write a URL into, aimed at a server inside: it must never be asked for anything.
vi.setConfig({ testTimeout: 120_000 })

let program: Program
let provider: FakeServer
const asked: string[] = []
const inside = createServer((request, response) => {
  asked.push(`${request.method} ${request.url}`)
  response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end()
})
beforeAll(async () => {
  await new Promise<void>((resolve) => inside.listen(0, '::', resolve))
  provider = await startFake((request, response) =>
    sendJson(response, 200, request.url.includes('/messages') ? { messages: [{ id: `wamid.${Math.random()}` }] } : {}),
  )
  program = await openProgram('sqlite')
  program.env.META_GRAPH_URL = provider.url
})
afterAll(async () => {
  await program.remove()
  await provider.close()
  inside.close()
})

it('no URL of a shop is ever fetched: not a picture, not its terms, not its policies, not a shopper’s link', async () => {
  const { port } = inside.address() as AddressInfo
  const forms = [
    `http://127.0.0.1:${port}/a`,
    `http://localhost:${port}/b`,
    `http://[::1]:${port}/c`,
    `http://[::ffff:127.0.0.1]:${port}/d`,
    `http://2130706433:${port}/e`,
    `http://0x7f.1:${port}/f`,
    `http://shop@127.0.0.1:${port}/g`,
    // A name of the world that leads inside.
    `https://localtest.me:${port}/h`,
  ]
  const run = async (args: string[], input?: string) => {
    const ran = await program.run(args, { ...(input !== undefined && { input }) })
    expect([args[0], ran.code, ran.stderr]).toEqual([args[0], 0, expect.anything()])
    return ran
  }
  await run(['migrate'])
  await run(['tenant', 'create', '--name', 'Acme', '--slug', 'acme'])
  const rows = forms.map(
    (url, index) => `P${index},Pelota roja ${index},${url} se ve aquí,juegos,1000,CLP,5,rojo,${url}`,
  )
  await run(
    ['product', 'import', '-', '--tenant', 'acme'],
    `sku,name,description,category,price,currency,stock,tags,image_url\n${rows.join('\n')}\n`,
  )
  await run(
    ['tenant', 'profile', 'edit', '--tenant', 'acme', '--file', '-'],
    JSON.stringify({ termsUrl: `https://localhost:${port}/terms`, policies: { shipping: forms.join(' ') } }),
  )
  const token = `${program.folder}/token`
  writeFileSync(token, 'EAAG')
  const credentials = ['--token-file', token, '--app-secret-file', token]
  await run(['channel', 'add', 'meta', '--tenant', 'acme', '--phone-number-id', '106540352242922', ...credentials])
  const served = await program.serve()
  const says = [
    'hola',
    'qué tienen',
    'muéstrame la pelota roja 1',
    'foto de la pelota roja 3',
    'hacen envíos?',
    ...forms,
  ]
  const messages = says.map((text, index) =>
    metaText(`wamid.S9.${index}`, '56912345678', text, Math.floor(Date.now() / 1000)),
  )
  const hook = signedMeta(metaBody(metaValue({ messages })), 'EAAG')
  const taken = await fetch(`${served.url}/webhook/meta`, { method: 'POST', headers: hook.headers, body: hook.payload })
  expect(taken.status).toBe(200)
  const sent = () => provider.heard.filter((heard) => heard.body.includes('"to"')).length
  await expect.poll(sent, { timeout: 30_000 }).toBeGreaterThan(2)
  // Answered to the last message: nothing waits any more that could still fetch.
  await expect
    .poll(async () => (await (await fetch(`${served.url}/metrics`)).text()).match(/^botctl_inbox_\w+ .*$/gm), {
      timeout: 30_000,
    })
    .toContain('botctl_inbox_depth 0')
  await run(['product', 'show', 'P0', '--tenant', 'acme'])
  await run(['tenant', 'profile', 'preview', '--tenant', 'acme'])
  await served.stop()
  expect(asked).toEqual([])
  // The server inside can be reached: had somebody asked, it would be known.
  await fetch(`http://127.0.0.1:${port}/reached`, { redirect: 'manual' })
  expect(asked).toEqual(['GET /reached'])
})
