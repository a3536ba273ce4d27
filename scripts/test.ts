/** Everything that must hold before a change lands: types, lint, format, generated docs, then all tests. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { startVitest } from 'vitest/node'

const root = fileURLToPath(new URL('..', import.meta.url))
for (const step of ['build', 'types', 'lint', 'format:check', 'docs:check']) {
  process.stdout.write(`\n— ${step}\n`)
  const { status } = spawnSync('npm', ['run', '--silent', step], { cwd: root, stdio: 'inherit' })
  if (status !== 0) {
    process.stdout.write(`\n${step} failed\n0 passed, 1 failed\n`)
    process.exit(1)
  }
}
process.stdout.write('\n— tests\n')
const vitest = await startVitest('test', process.argv.slice(2), { root, watch: false })
let passed = 0
let failed = 0
for (const module of vitest.state.getTestModules()) {
  // A file that breaks before its tests are known counts as a failure, or it would vanish from the sum.
  if (module.errors().length > 0) failed += 1
  for (const test of module.children.allTests()) {
    const { state } = test.result()
    if (state === 'passed') passed += 1
    else if (state === 'failed') failed += 1
  }
}
failed += vitest.state.getUnhandledErrors().length
await vitest.close()
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)
