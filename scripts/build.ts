/** Compiles `src` to `dist` and writes oclif's manifest, so that a command loads its own file and nothing else. */
import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Plugin } from '@oclif/core/config'

const root = fileURLToPath(new URL('..', import.meta.url))
// Types are checked by `npm run types`; here speed counts, and a fresh clone must always get a program.
execFileSync(
  process.execPath,
  [`${root}node_modules/typescript/bin/tsc`, '-p', `${root}tsconfig.build.json`, '--noCheck'],
  {
    stdio: 'inherit',
  },
)
rmSync(`${root}oclif.manifest.json`, { force: true })
const plugin = new Plugin({
  errorOnManifestCreate: true,
  ignoreManifest: true,
  name: 'root',
  respectNoCacheDefault: true,
  root,
  type: 'core',
})
await plugin.load()
writeFileSync(`${root}oclif.manifest.json`, JSON.stringify(plugin.manifest))
