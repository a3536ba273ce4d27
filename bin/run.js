#!/usr/bin/env node
// The entry point. It must parse on any Node that npm runs on, so: plain JavaScript, no imports of ours before the check.
// better-sqlite3 13 crashes the process on Node 20; a checkout carries its own Node as a dev dependency, so hand over.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module from 'node:module'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major > 22 || (major === 22 && minor >= 18)) {
  // Compiled code is kept between runs: a command starts about a third faster the second time.
  module.enableCompileCache?.()
  const { run } = await import('../dist/main.js')
  await run(import.meta.url)
} else {
  const own = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url))
  if (existsSync(own) && !process.env.BOTCTL_HANDED_OVER) handOver(own)
  else {
    process.stderr.write(
      `botctl needs Node 22.18 or later and this is ${process.version}: install a newer Node and try again.\n`,
    )
    process.exit(78)
  }
}

/** Runs the same command under `node` and relays signals to it and its end to our parent. */
function handOver(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, BOTCTL_HANDED_OVER: '1' },
  })
  // Ctrl-C reaches the child by itself: a terminal signals the whole group. Relayed as well it would arrive twice, and
  // a second one means "leave at once". Without a terminal only this process was told.
  const terminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY
  process.on('SIGINT', () => terminal || child.kill('SIGINT'))
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  process.on('SIGHUP', () => terminal || child.kill('SIGHUP'))
  child.once('error', (error) => {
    process.stderr.write(`botctl cannot start its own Node (${error.message}): install Node 22.18 or later.\n`)
    process.exit(78)
  })
  child.once('exit', (code, signal) => process.exit(signal === null ? code : 128 + constants.signals[signal]))
}
