import { FACTS_COLUMNS, FACTS_JOINS, toFacts, type FactsStore, type RawFacts } from '../facts.ts'
import type { PostgresStore } from './open.ts'

/** One named statement for a whole batch: the round trip is shared by all conversations in it. */
export function postgresFacts(store: PostgresStore): FactsStore {
  const text = `SELECT ${FACTS_COLUMNS}
    FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS q (tenant_id, conversation_id, contact_id, n)
    ${FACTS_JOINS} ORDER BY q.n`
  return {
    async load(keys) {
      const { rows } = await store.pool.query<RawFacts>({
        name: 'turn_facts',
        text,
        values: [
          keys.map((key) => key.tenantId),
          keys.map((key) => key.conversationId),
          keys.map((key) => key.contactId),
        ],
      })
      return rows.map(toFacts)
    },
  }
}
