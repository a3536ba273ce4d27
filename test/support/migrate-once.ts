/** One migrator in a process of its own: `node migrate-once.ts URL FOLDER`, reports the applied names to its parent. */
import { migrate } from '../../src/store/migrate.ts'
import { openStore } from '../../src/store/open.ts'

const [url = '', folder = ''] = process.argv.slice(2)
const store = await openStore(url)
const applied = await migrate(store, { now: Date.now(), folder: new URL(folder) })
await store.close()
process.send?.(applied)
