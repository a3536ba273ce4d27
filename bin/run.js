#!/usr/bin/env node
// The entry point. It must parse on any Node that npm runs on, so: plain JavaScript, no imports before the check.
// better-sqlite3 13 crashes the process on Node 20; a checkout carries its own Node as a dev dependency, so hand over.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import module from 'node:module'
import { fileURLToPath } from 'node:url'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  const own = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url))
  if (existsSync(own) && !process.env.BOTCTL_HANDED_OVER) {
    // The parent only relays: signals sent to it must reach the child, so it ignores them and waits.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {})
    const child = spawnSync(own, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
      stdio: 'inherit',
      env: { ...process.env, BOTCTL_HANDED_OVER: '1' },
    })
    process.exit(child.status ?? 70)
  }
  process.stderr.write(
    `botctl needs Node 22.18 or later and this is ${process.version}: install a newer Node and try again.\n`,
  )
  process.exit(78)
}
// Compiled code is kept between runs: a command starts about a third faster the second time.
module.enableCompileCache?.()
const { run } = await import('../dist/main.js')
await run(import.meta.url)
