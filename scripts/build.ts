/** Compiles `src` to `dist` and writes oclif's manifest, so that a command loads its own file and nothing else. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Plugin } from '@oclif/core/config'

const root = fileURLToPath(new URL('..', import.meta.url))
// Types are checked by `npm run types`; here speed counts, and a fresh clone must always get a program.
const compiled = spawnSync(
  process.execPath,
  [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.build.json'), '--noCheck'],
  { stdio: 'inherit' },
)
removeOrphans()
await writeManifest()
// A file that does not parse fails the build, but the rest of the program is there to work with.
process.exit(compiled.status ?? 1)

/** A command whose source is gone must not live on in `dist`, where oclif would find it. */
function removeOrphans(): void {
  for (const entry of readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.js')) continue
    const built = join(entry.parentPath, entry.name)
    const source = built.replace(join(root, 'dist'), join(root, 'src')).replace(/\.js$/, '')
    if (!existsSync(`${source}.ts`) && !existsSync(`${source}.tsx`)) rmSync(built)
  }
}

async function writeManifest(): Promise<void> {
  const pjson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const plugin = new Plugin({
    errorOnManifestCreate: true,
    ignoreManifest: true,
    isRoot: true,
    pjson,
    respectNoCacheDefault: true,
    root,
    type: 'core',
  })
  await plugin.load()
  // Written beside and moved over: a command that starts meanwhile reads the old one or the new one, never half of it.
  const file = join(root, 'oclif.manifest.json')
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(plugin.manifest))
  renameSync(`${file}.${process.pid}`, file)
}
