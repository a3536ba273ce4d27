import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connectStore } from '../../src/store/connect.ts'
import { openCase } from '../../src/store/cases.ts'
import type { Store } from '../../src/store/store.ts'
import { seedBubble, seedConversation, seedOrder, seedShop } from '../support/operators.ts'
import { openProgram, type Program } from '../support/program.ts'

/** What changes something, as typed, and the word that the audit log must have for it afterwards. */
const WRITES: ReadonlyArray<readonly [action: string, args: string]> = [
  ['tenant.create', 'tenant create --name Nueva --slug nueva --phone +56912340000'],
  ['tenant.update', 'tenant update nueva --name Renombrada'],
  ['tenant.update', 'tenant pause nueva'],
  ['tenant.update', 'tenant resume nueva'],
  ['tenant.route', 'tenant route +56912345678 --tenant tienda'],
  ['tenant.settings', 'tenant settings set reservation_minutes=45 retention_messages_days=never --tenant tienda'],
  ['profile.edit', 'tenant profile edit --tenant tienda --set tone=formal'],
  ['profile.rollback', 'tenant profile rollback 0 --tenant tienda'],
  ['product.import', 'product import {csv} --tenant nueva'],
  ['product.update', 'product update A-1 --tenant nueva --price 27990'],
  [
    'channel.add',
    'channel add meta --tenant nueva --phone-number-id 1055 --token-file {secret} --app-secret-file {secret}',
  ],
  [
    'channel.add',
    'channel add twilio --tenant nueva --number +56223456789 --account-sid AC1 --auth-token-file {secret}',
  ],
  ['channel.remove', 'channel remove twilio --tenant nueva'],
  ['payment.add', 'payment add flow --tenant nueva --api-key-file {secret} --secret-key-file {secret}'],
  [
    'payment.add',
    'payment add transfer --tenant nueva --holder Acme --rut 76.086.428-5 --bank BancoEstado --account-type Vista --account 1',
  ],
  ['payment.remove', 'payment remove flow --tenant nueva'],
  ['shipping.add', 'shipping zone add Todo --tenant nueva --price 3990'],
  ['shipping.remove', 'shipping zone remove Todo --tenant nueva'],
  ['discount.create', 'discount create Cyber --tenant nueva --percent 10 --code CYBER'],
  ['discount.disable', 'discount disable CYBER --tenant nueva'],
  ['user.create', 'user create --email ana@example.cl --role agent --tenant nueva --password-file {secret}'],
  ['user.update', 'user update ana --role operator'],
  ['user.passwd', 'user passwd ana --password-file {secret}'],
  ['user.disable', 'user disable ana'],
  ['conversation.takeover', 'conversation takeover cnv_1'],
  ['conversation.reply', 'conversation reply cnv_1 Hola'],
  ['conversation.release', 'conversation release cnv_1'],
  ['order.resend_link', 'order resend-link O1 --tenant tienda'],
  ['order.pay', 'order pay O1 --manual --tenant tienda'],
  ['order.preparing', 'order prepare O1 --tenant tienda'],
  ['order.shipped', 'order ship O1 --tenant tienda'],
  ['order.delivered', 'order deliver O1 --tenant tienda'],
  ['order.refund', 'order refund O1 --tenant tienda --yes'],
  ['order.refund_done', 'order refund O1 --tenant tienda --done'],
  ['order.cancel', 'order cancel O2 --tenant tienda'],
  ['case.close', 'case close {case} --note listo'],
  ['message.retry', 'message retry ob_1'],
  ['message.drop', 'message drop ob_2 --yes'],
  ['privacy.request', 'privacy request erase --contact +56950915617 --tenant tienda'],
  ['privacy.block', 'privacy block --contact +56950915617 --tenant tienda'],
  ['privacy.consent', 'privacy consent --contact +56950915617 --tenant tienda --withdraw reminders'],
  ['privacy.export', 'privacy export --contact +56950915617 --tenant tienda'],
  ['privacy.erase', 'privacy erase --contact +56950915617 --tenant tienda --yes'],
  ['secrets.rotate', 'secrets rotate'],
  ['tenant.delete', 'tenant delete nueva --confirm nueva'],
]

/** Look, and change nothing that an operator answers for. */
const READS =
  'completion dashboard doctor eval doctor:isolation logs replay smoke status audit:list analytics:conversations analytics:cost analytics:funnel analytics:intents analytics:products analytics:response-times analytics:unanswered backup:create backup:verify case:list case:show channel:list channel:quarantine channel:verify config:check config:show conversation:explain conversation:list conversation:show discount:list discount:show message:list message:tail migrate:status order:list order:show payment:list payment:verify privacy:erasures privacy:list product:export product:list product:show secrets:generate shipping:zone:list tenant:list tenant:profile:diff tenant:profile:preview tenant:profile:show tenant:settings:show tenant:show user:list user:show'

/** Write, and not on an operator's word: the shopper's side, what runs by itself, and what makes the log's own tables. */
const NOT_AN_OPERATORS = 'serve test-message context:cleanup payment:reconcile init quickstart migrate backup:restore'

const SECRET = 'canario-que-nadie-debe-leer-0123456789'

let program: Program
let store: Store
const words: Record<string, string> = {}

beforeAll(async () => {
  program = await openProgram('sqlite')
  // `secrets rotate` writes where the key stands: a file, not the environment.
  delete program.env.SECRET_KEY
  writeFileSync(join(program.folder, '.env'), 'SECRET_KEY=test-secret-key-of-sufficient-length-0123456789\n')
  words.secret = join(program.folder, 'secret')
  words.csv = join(program.folder, 'catalog.csv')
  writeFileSync(words.secret, SECRET)
  writeFileSync(
    words.csv,
    'sku,name,description,category,price,currency,stock,tags\nA-1,Taza,De loza,Tazas,29990,CLP,5,loza\n',
  )
  expect((await program.run(['migrate'])).code).toBe(0)
  store = await connectStore(program.env.DATABASE_URL ?? '')
  await seedShop(store, { id: 'ten_1', slug: 'tienda' })
  await seedConversation(store, { tenant: 'ten_1', id: 'cnv_1', at: Date.now() })
  await store.db
    .insertInto('product')
    .values({
      tenant_id: 'ten_1',
      id: 'prd_A-1',
      sku: 'A-1',
      name: 'Taza',
      price: 1000,
      stocked: 9,
      available: 7,
      reserved: 2,
      created_at: 0,
      updated_at: 0,
    })
    .execute()
  for (const id of ['O1', 'O2']) {
    const items = [{ sku: 'A-1', name: 'Taza', quantity: 1, price: 1000 }]
    const placedAt = Date.now() + Number(id.slice(1))
    await seedOrder(store, { tenant: 'ten_1', id, conversation: 'cnv_1', total: 1000, placedAt, items })
  }
  for (const id of ['ob_1', 'ob_2']) {
    await seedBubble(store, { tenant: 'ten_1', id, conversation: 'cnv_1', at: 1, status: 'dead' })
  }
  const body = JSON.stringify({ reply: { type: 'text', text: 'hola' } })
  await store.db.updateTable('outbox').set({ body }).execute()
  const opened = {
    tenantId: 'ten_1',
    kind: 'complaint' as const,
    conversationId: 'cnv_1',
    contactId: null,
    orderId: null,
  }
  await openCase(store.db, { ...opened, summary: 'llegó roto', source: 'test' }, 1)
  words.case = (await store.db.selectFrom('support_case').select('id').executeTakeFirstOrThrow()).id
})
afterAll(async () => {
  await store.close()
  await program.remove()
})

it('every command of the manifest is known to read, to write on an operator’s word, or to be neither', () => {
  const manifest = JSON.parse(readFileSync(new URL('../../oclif.manifest.json', import.meta.url), 'utf8')) as {
    commands: Record<string, unknown>
  }
  const all = Object.keys(manifest.commands)
  const writing = all.filter((id) => WRITES.some(([, args]) => `${args} `.startsWith(`${id.replaceAll(':', ' ')} `)))
  expect([...new Set([...writing, ...READS.split(' '), ...NOT_AN_OPERATORS.split(' ')])].toSorted()).toEqual(
    all.toSorted(),
  )
})

it('every write from the shell leaves who, what, before and after, and never a secret', async () => {
  let last = 0
  for (const [action, args] of WRITES) {
    const typed = args.split(' ').map((word) => words[/^\{(\w+)\}$/.exec(word)?.[1] ?? ''] ?? word)
    const ran = await program.run([...typed, '--json'])
    expect([args, ran.code, ran.code === 0 ? '' : ran.stdout + ran.stderr]).toEqual([args, 0, ''])
    const rows = await store.db.selectFrom('audit').selectAll().where('id', '>', last).orderBy('id').execute()
    expect([args, rows.map((row) => row.action)]).toEqual([args, expect.arrayContaining([action])])
    last = rows.at(-1)?.id ?? last
    for (const row of rows) {
      expect(row.actor).toMatch(/^cli:\w+/)
      expect([args, row.object]).not.toEqual([args, ''])
      // A stuck message was stuck and is not; an export is a look. Neither has a before or an after.
      if (!/^message\.|^privacy\.export/.test(action)) expect([args, row.before ?? row.after]).not.toEqual([args, null])
      expect([args, JSON.stringify(row)]).toEqual([args, expect.not.stringContaining(SECRET)])
      expect([args, JSON.stringify(row)]).toEqual([args, expect.not.stringContaining('50915617')])
    }
    if (/update|edit|rollback|disable$|settings/.test(action)) {
      expect([args, rows.some((row) => row.before !== null && row.after !== null)]).toEqual([args, true])
    }
  }
}, 240_000)

it('a command that is refused leaves nothing behind', async () => {
  const count = async () => (await store.db.selectFrom('audit').select('id').execute()).length
  const before = await count()
  for (const args of [
    ['tenant', 'settings', 'set', 'reservation_minutes=2', '--tenant', 'tienda'],
    ['tenant', 'settings', 'set', 'transfer_hours=9', 'nope=1', '--tenant', 'tienda'],
    ['case', 'close', 'cas_nope'],
    ['user', 'update', 'ana', '--tenant', 'nope'],
  ]) {
    const refused = await program.run([...args, '--json'])
    expect([args, [65, 66].includes(refused.code)]).toEqual([args, true])
  }
  expect(await count()).toBe(before)
})
