import type { Store } from '../../store/store.ts'
import { findings, spanText } from './check.ts'
import type { Check } from './check.ts'

/** A daemon beats every few seconds; thirty is long past any pause of its own. */
const BEAT_AGE_MS = 30_000
/** Shoppers give up after a minute or two; before that, a burst may simply be large. */
const INBOX_AGE_MS = 60_000
const OUTBOX_AGE_MS = 300_000
const HOUR_MS = 3_600_000

export const WORK_CHECKS: readonly Check[] = [
  {
    id: 'daemons',
    title: 'a daemon runs, and all run one version',
    needs: ['database'],
    async run({ store, now }) {
      const { problem, warning } = findings('daemons')
      const alive = await (store as Store).db
        .selectFrom('daemon')
        .select(['version'])
        .where('beat_at', '>', now - BEAT_AGE_MS)
        .where('stopped_at', 'is', null)
        .execute()
      if (alive.length === 0)
        return [problem('no daemon runs: nobody answers shoppers', 'botctl serve (or systemctl start botctl)')]
      const versions = [...new Set(alive.map((row) => row.version))]
      return versions.length === 1
        ? []
        : [warning(`daemons run different versions: ${versions.join(', ')}`, 'restart the older ones')]
    },
  },
  {
    id: 'inbox',
    title: 'messages are taken up',
    needs: ['database'],
    async run({ store, now }) {
      const { problem, warning } = findings('inbox')
      const { db } = store as Store
      const waiting = await db
        .selectFrom('inbox')
        .innerJoin('tenant', 'tenant.id', 'inbox.tenant_id')
        .select((eb) => [eb.fn.countAll<number>().as('n'), eb.fn.min('received_at').as('oldest')])
        .where('inbox.status', '=', 'pending')
        .where('tenant.status', '=', 'active')
        .executeTakeFirstOrThrow()
      const parked = await db
        .selectFrom('inbox')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('status', '=', 'parked')
        .executeTakeFirstOrThrow()
      const age = waiting.oldest === null ? 0 : now - waiting.oldest
      return [
        ...(age > INBOX_AGE_MS
          ? [
              problem(
                `a message waits for ${spanText(age)} (${waiting.n} in all)`,
                'botctl status; restart the daemon where it runs and does nothing',
              ),
            ]
          : []),
        ...(parked.n > 0 ? [warning(`${parked.n} messages could not be handled`, 'botctl message list')] : []),
      ]
    },
  },
  {
    id: 'outbox',
    title: 'replies leave, and none was given up on',
    needs: ['database'],
    async run({ store, now }) {
      const { problem, warning } = findings('outbox')
      const { db } = store as Store
      const late = await db
        .selectFrom('outbox')
        .select((eb) => [eb.fn.countAll<number>().as('n'), eb.fn.min('created_at').as('oldest')])
        .where('status', 'in', ['queued', 'sending'])
        .where('created_at', '<', now - OUTBOX_AGE_MS)
        .executeTakeFirstOrThrow()
      const dead = await db
        .selectFrom('outbox')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('status', '=', 'dead')
        .executeTakeFirstOrThrow()
      return [
        ...(late.oldest === null
          ? []
          : [
              problem(
                `${late.n} replies wait, the oldest for ${spanText(now - late.oldest)}`,
                'botctl message list; botctl channel verify',
              ),
            ]),
        ...(dead.n > 0
          ? [warning(`${dead.n} replies were given up on`, 'botctl message list, then message retry or drop')]
          : []),
      ]
    },
  },
  {
    id: 'leases',
    title: 'no conversation is held too long',
    needs: ['database'],
    async run({ store, now }) {
      const { problem } = findings('leases')
      const held = await (store as Store).db
        .selectFrom('lease')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        // Leases last seconds; one that ends in an hour was written by a wrong clock and blocks its shopper until then.
        .where('until', '>', now + HOUR_MS)
        .executeTakeFirstOrThrow()
      return held.n === 0
        ? []
        : [
            problem(
              `${held.n} conversations are leased for more than an hour`,
              'check the clocks of the daemons, then botctl doctor --fix',
            ),
          ]
    },
    async fix({ store, now }) {
      const { numUpdatedRows } = await (store as Store).db
        .updateTable('lease')
        .set((eb) => ({ until: now, fence: eb('fence', '+', 1) }))
        .where('until', '>', now + HOUR_MS)
        .executeTakeFirst()
      return `freed ${numUpdatedRows} leases`
    },
  },
  {
    id: 'timers',
    title: 'timers run when they are due',
    needs: ['database'],
    async run({ store, now }) {
      const { problem, warning } = findings('timers')
      const { db } = store as Store
      const dead = await db.selectFrom('job').select(['kind']).where('status', '=', 'dead').execute()
      const late = await db
        .selectFrom('job')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('status', '=', 'pending')
        .where('run_at', '<', now - HOUR_MS)
        .executeTakeFirstOrThrow()
      const kinds = [...new Set(dead.map((row) => row.kind))].join(', ')
      return [
        ...(dead.length > 0
          ? [warning(`${dead.length} timers were given up on (${kinds})`, 'botctl logs --level error')]
          : []),
        ...(late.n > 0
          ? [problem(`${late.n} timers are more than an hour late`, 'botctl serve runs them; look at botctl logs')]
          : []),
      ]
    },
  },
  {
    id: 'reservations',
    title: 'unpaid orders give their stock back',
    needs: ['database'],
    async run({ store, now }) {
      const { problem } = findings('reservations')
      const late = await (store as Store).db
        .selectFrom('orders')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('status', '=', 'pending_payment')
        .where('reserved_until', '<', now - HOUR_MS)
        .executeTakeFirstOrThrow()
      return late.n === 0
        ? []
        : [
            problem(
              `${late.n} unpaid orders hold stock past their time`,
              'the daemon releases them: start it, then look at botctl logs',
            ),
          ]
    },
  },
  {
    id: 'payments',
    title: 'payments are not stuck between us and the provider',
    needs: ['database'],
    async run({ store, now }) {
      const { problem } = findings('payments')
      const stuck = await (store as Store).db
        .selectFrom('payment')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('status', '=', 'creating')
        .where('created_at', '<', now - HOUR_MS)
        .executeTakeFirstOrThrow()
      return stuck.n === 0
        ? []
        : [problem(`${stuck.n} payments were begun and never created`, 'botctl payment list; check the Flow keys')]
    },
  },
  {
    id: 'quarantine',
    title: 'nothing arrives for numbers that nobody knows',
    needs: ['database'],
    async run({ store, now }) {
      const { warning } = findings('quarantine')
      const rows = await (store as Store).db
        .selectFrom('quarantine')
        .select((eb) => ['reason', eb.fn.countAll<number>().as('n')])
        .where('received_at', '>', now - 24 * HOUR_MS)
        .groupBy('reason')
        .execute()
      return rows.map((row) =>
        warning(
          `${row.n} messages of the last day are in quarantine (${row.reason})`,
          'botctl channel list: is the number connected to a shop?',
        ),
      )
    },
  },
]
