/**
 * How long `botctl tenant list` takes against an oclif program that prints one line, both with manifest and compile
 * cache, run by turns on the same machine: `node bench/startup.ts [runs]`. Medians and their ratio.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const runs = Number(process.argv[2] ?? 21)
const home = mkdtempSync(join(tmpdir(), 'botctl-startup-'))
const hello = join(home, 'hello')
makeHello()
const env = { PATH: process.env.PATH ?? '', HOME: home, NO_COLOR: '1' }
const ours = [join(root, 'bin/run.js'), 'tenant', 'list']
const theirs = [join(hello, 'run.js'), 'hello']
time([join(root, 'bin/run.js'), 'migrate'])
time([join(root, 'bin/run.js'), 'tenant', 'create', '--name', 'Tienda'])
// The first run of each fills the compile cache.
for (const args of [ours, theirs]) time(args)
const samples = { ours: [] as number[], theirs: [] as number[] }
for (let run = 0; run < runs; run++) {
  samples.ours.push(time(ours))
  samples.theirs.push(time(theirs))
}
rmSync(home, { recursive: true })
const figures = { tenant_list_ms: median(samples.ours), hello_ms: median(samples.theirs) }
process.stdout.write(
  `${JSON.stringify({ runs, ...figures, ratio: Number((figures.tenant_list_ms / figures.hello_ms).toFixed(2)) })}\n`,
)

function time(args: string[]): number {
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, args, { env, cwd: home })
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr.toString()}`)
  return performance.now() - start
}

function median(values: number[]): number {
  return Number((values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0).toFixed(1))
}

/** What `oclif generate` makes, down to the manifest. */
function makeHello(): void {
  mkdirSync(join(hello, 'commands'), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(hello, 'node_modules'))
  const oclif = {
    bin: 'hello',
    commands: { strategy: 'pattern', target: './commands' },
    dirname: 'hello',
    topicSeparator: ' ',
  }
  writeFileSync(join(hello, 'package.json'), JSON.stringify({ name: 'hello', version: '1.0.0', type: 'module', oclif }))
  writeFileSync(
    join(hello, 'run.js'),
    "import module from 'node:module'\nmodule.enableCompileCache?.()\nconst { execute } = await import('@oclif/core')\nawait execute({ dir: import.meta.url })\n",
  )
  writeFileSync(
    join(hello, 'commands', 'hello.js'),
    "import { Command } from '@oclif/core'\nexport default class Hello extends Command {\n  static description = 'hello'\n  async run() {\n    await this.parse(Hello)\n    this.log('hello world')\n  }\n}\n",
  )
  const command = {
    aliases: [],
    args: {},
    description: 'hello',
    flags: {},
    hasDynamicHelp: false,
    hiddenAliases: [],
    id: 'hello',
    pluginAlias: 'hello',
    pluginName: 'hello',
    pluginType: 'core',
    strict: true,
    isESM: true,
    relativePath: ['commands', 'hello.js'],
  }
  writeFileSync(join(hello, 'oclif.manifest.json'), JSON.stringify({ commands: { hello: command }, version: '1.0.0' }))
}
