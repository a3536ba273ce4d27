/** Compiles `src` to `dist` and writes oclif's manifest, so that a command loads its own file and nothing else. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Plugin } from '@oclif/core/config'
import { build as bundle } from 'rolldown'

const root = fileURLToPath(new URL('..', import.meta.url))
// Types are checked by `npm run types`; here speed counts, and a fresh clone must always get a program.
const compiled = spawnSync(
  process.execPath,
  [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.build.json'), '--noCheck'],
  { stdio: 'inherit' },
)
removeOrphans()
await bundleKysely()
await writeManifest()
// A file that does not parse fails the build, but the rest of the program is there to work with.
process.exit(compiled.status ?? 1)

/**
 * Kysely is 127 small files, which Node resolves and reads one by one: a third of the time of a short command. One file
 * of the same code loads in a tenth of that, and compiled once it stays in the compile cache.
 */
async function bundleKysely(): Promise<void> {
  const vendor = join(root, 'dist', 'vendor')
  await bundle({
    cwd: root,
    input: { kysely: 'kysely' },
    platform: 'node',
    output: { dir: vendor, format: 'esm', comments: { legal: true, annotation: false, jsdoc: false } },
    logLevel: 'warn',
  })
  for (const file of javascriptIn(join(root, 'dist'))) {
    const text = readFileSync(file, 'utf8')
    const path = relative(dirname(file), join(vendor, 'kysely.js')).replaceAll('\\', '/')
    const linked = text.replaceAll(/(from|import\() ?'kysely'/g, `$1 '${path.startsWith('.') ? path : `./${path}`}'`)
    if (linked !== text) writeFileSync(file, linked)
  }
}

function javascriptIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(join(root, 'dist', 'vendor')))
}

/** A command whose source is gone must not live on in `dist`, where oclif would find it. */
function removeOrphans(): void {
  for (const built of javascriptIn(join(root, 'dist'))) {
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
