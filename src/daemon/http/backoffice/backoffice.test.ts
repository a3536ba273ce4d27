import { existsSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import fastify, { type FastifyInstance } from 'fastify'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../../test/support/databases.ts'
import { seedConversation, seedDaemon, seedOrder, seedShop, seedTurn } from '../../../../test/support/operators.ts'
import { silentLog } from '../../../log.ts'
import { createSecretBox } from '../../../secrets.ts'
import { createUser } from '../../../services/users/manage-users.ts'
import { createOperatorRoutes } from '../api/create-routes.ts'
import { answerErrors } from '../errors.ts'

const NO_ACCOUNTS = { meta: { address: null, secrets: {} }, twilio: { address: null, secrets: {} } }
const PASSWORD = 'caballo grapa pila correcta'
const CHROMIUM = process.env.BOTCTL_CHROMIUM ?? '/usr/bin/chromium'
const hasBrowser = existsSync(CHROMIUM)

let database: TestDatabase
let app: FastifyInstance
let url = ''
const bugs: unknown[] = []

beforeAll(async () => {
  database = await openTestDatabase('sqlite')
  const { store } = database
  const now = Date.now()
  for (const slug of ['mi-tienda', 'otra-tienda']) {
    await seedShop(store, { id: `t_${slug}`, slug, name: slug === 'mi-tienda' ? 'Mi Tienda' : 'AJENA' })
    await seedConversation(store, { tenant: `t_${slug}`, id: `cnv_${slug}`, at: now, mode: 'waiting', cartItems: 1 })
    await seedTurn(store, {
      tenant: `t_${slug}`,
      conversation: `cnv_${slug}`,
      id: 'm1',
      text: '<img src=x onerror="document.title=\'hacked\'"> hola',
      reply: '¡Hola! Tenemos *brownies*',
      intent: 'greeting',
      confidence: 0.9,
      latencyMs: 2,
      at: now,
    })
    await seedOrder(store, {
      tenant: `t_${slug}`,
      id: slug === 'mi-tienda' ? 'MT-1001' : 'AJENA-1',
      conversation: `cnv_${slug}`,
      total: 13_980,
      placedAt: now,
      paidAt: now,
      items: [{ sku: 'BRW', name: 'Brownie', quantity: 2, price: 6990 }],
    })
    await store.db
      .insertInto('product')
      .values({
        tenant_id: `t_${slug}`,
        id: 'p',
        sku: 'BRW',
        name: 'Brownie',
        price: 6990,
        created_at: 0,
        updated_at: 0,
      })
      .execute()
  }
  await seedDaemon(store, { id: 'd', beatAt: now + 60_000 })
  await createUser(
    { store, now: Date.now, actor: 'cli:test' },
    { email: 'ana@example.cl', name: 'Ana', role: 'agent', tenants: ['mi-tienda'], password: PASSWORD },
  )
  app = fastify()
  answerErrors(app, (error) => bugs.push(error))
  const routes = createOperatorRoutes({
    store,
    secrets: createSecretBox(randomBytes(32).toString('hex')),
    now: Date.now,
    log: silentLog,
    version: '0.1.0',
    baseUrl: 'http://127.0.0.1',
    environment: NO_ACCOUNTS,
  })
  for (const add of routes) void app.register(async (scope) => add(scope))
  url = await app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  expect(bugs).toEqual([])
  await app.close()
  await database.remove()
})

describe('the back office over HTTP', () => {
  it('serves its three files, under a policy that lets nothing else in', async () => {
    for (const [path, type] of [
      ['/backoffice', 'text/html'],
      ['/backoffice/app.js', 'text/javascript'],
      ['/backoffice/style.css', 'text/css'],
    ] as const) {
      const answer = await fetch(`${url}${path}`)
      expect([path, answer.status]).toEqual([path, 200])
      expect(answer.headers.get('content-type')).toContain(type)
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(answer.headers.get('content-security-policy')).not.toContain('unsafe')
      const again = await fetch(`${url}${path}`, { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } })
      expect(again.status).toBe(304)
    }
    for (const path of ['/backoffice/../package.json', '/backoffice/%2e%2e/package.json', '/backoffice/x'])
      expect((await fetch(`${url}${path}`)).status).toBe(404)
  })

  it('has no inline script or style, no markup from data, and only its own addresses', async () => {
    const html = await (await fetch(`${url}/backoffice`)).text()
    const script = await (await fetch(`${url}/backoffice/app.js`)).text()
    expect(html).not.toMatch(/<script>|<style| on\w+=| style=/)
    expect(script).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|https?:\/\//)
    const called = [...script.matchAll(/['"`](\/(?:api|auth)\/[\w/-]+)/g)].map((match) => match[1] ?? '')
    expect(called.length).toBeGreaterThan(8)
    for (const path of called) {
      const answer = await fetch(`${url}${path}`, { method: path.startsWith('/auth') ? 'POST' : 'GET' })
      // 401, 400 or 415: the route is there. A 404 would mean that the page calls what does not exist.
      if (path !== '/api/clients/') expect([path, answer.status === 404]).toEqual([path, false])
    }
  })
})

describe.skipIf(!hasBrowser)('the back office in a browser', () => {
  let browser: Browser
  let page: Page
  const problems: string[] = []
  beforeAll(async () => {
    const { chromium } = await import('playwright-core')
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    })
    page = await browser.newPage({ locale: 'es-CL', viewport: { width: 390, height: 800 } })
    page.on('pageerror', (error) => problems.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' && !/401|404/.test(message.text())) problems.push(message.text())
    })
  })
  afterAll(() => browser?.close())

  it('refuses a wrong password in words, and lets the right one in', async () => {
    await page.goto(`${url}/backoffice`)
    await page.fill('#email', 'ana')
    await page.fill('#password', 'equivocada')
    await page.click('text=Entrar')
    await page.waitForSelector('text=no son correctos')
    await page.fill('#password', PASSWORD)
    await page.click('text=Entrar')
    await page.waitForSelector('text=Ventas de hoy')
    expect(await page.textContent('#view')).toContain('$13.980')
    expect(await page.textContent('#state')).toContain('▲ con problemas')
  })

  it('shows conversations, orders, products and analytics of the own shop alone', async () => {
    for (const [tab, words] of [
      ['Pedidos', 'MT-1001'],
      ['Productos', 'Brownie'],
      ['Análisis', 'Qué quieren tus clientes'],
      ['Conversaciones', 'espera a una persona'],
    ] as const) {
      await page.click(`nav >> text=${tab}`)
      await page.waitForSelector(`#view >> text=${words}`)
      expect(await page.textContent('body')).not.toContain('AJENA')
      const wide = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')
      expect([tab, wide]).toEqual([tab, false])
    }
  })

  it('takes a conversation over and answers; what shoppers write stays text', async () => {
    await page.click('#view a >> nth=0')
    await page.waitForSelector('text=onerror')
    expect(await page.title()).toBe('Mi tienda en WhatsApp')
    await page.click('text=Atender yo')
    await page.waitForSelector('text=Devolver al bot')
    await page.fill('textarea', 'Hola, soy Ana')
    await page.click('text=Responder')
    await page.waitForSelector('.bubble >> text=Hola, soy Ana')
    const sent = await database.store.db.selectFrom('outbox').select(['class', 'tenant_id']).execute()
    expect(sent).toEqual([{ class: 'operator', tenant_id: 't_mi-tienda' }])
  })

  it('stays logged in over a reload, and is out after Salir', async () => {
    await page.reload()
    await page.waitForSelector('#app:not([hidden])')
    await page.click('text=Salir')
    await page.waitForSelector('text=Entrar')
    await page.reload()
    await page.waitForSelector('text=Entrar')
    expect(problems).toEqual([])
  })
})
