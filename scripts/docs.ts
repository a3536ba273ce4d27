/**
 * Writes docs/reference from what the program itself knows: commands from the manifest, configuration, keys, metrics.
 * `--check` writes nothing and exits 1 where a page is not what it would write.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { SETTINGS } from '../src/config.ts'
import type { Setting } from '../src/config.ts'
import { createMetrics } from '../src/daemon/http/metrics.ts'
import { EXIT } from '../src/errors.ts'
import { KEYMAP, keyName } from '../src/tui/keymap.ts'

interface ManifestCommand {
  id: string
  summary?: string
  description?: string
  hidden?: boolean
  examples?: string[]
  args: Record<string, { name: string; description?: string; required?: boolean }>
  flags: Record<
    string,
    {
      name: string
      char?: string
      description?: string
      required?: boolean
      type: string
      helpValue?: string
      options?: string[]
      default?: unknown
    }
  >
}

const root = new URL('..', import.meta.url)
const GENERATED = '<!-- Made by `npm run docs`; edit the source, not this page. -->\n'
const pages: Record<string, string> = {
  'commands.md': commands(),
  'configuration.md': configuration(),
  'keys.md': keys(),
  'metrics.md': await metrics(),
}
const EXAMPLE = '.env.example'
const stale = Object.entries(pages).filter(([name, text]) => read(name) !== text)
if (read(`../../${EXAMPLE}`) !== envExample()) stale.push([`../../${EXAMPLE}`, envExample()])
if (process.argv.includes('--check')) {
  for (const [name] of stale) process.stderr.write(`docs/reference/${name} is out of date: npm run docs\n`)
  process.exit(stale.length === 0 ? 0 : 1)
}
mkdirSync(new URL('docs/reference/', root), { recursive: true })
for (const [name, text] of stale) {
  writeFileSync(new URL(`docs/reference/${name}`, root), text)
  process.stdout.write(`wrote docs/reference/${name}\n`)
}
// prom-client's default metrics keep timers of their own.
process.exit(0)

/** Every setting, commented out: what is not set is at its default, and no example secret is ever in use. */
function envExample(): string {
  const lines = (SETTINGS as readonly Setting[]).map(
    (setting) => `# ${setting.meaning.replaceAll('`', '')}\n# ${setting.names[0]}=${setting.default ?? ''}\n`,
  )
  return `# Made by npm run docs from src/config.ts. Copy to .env, or let botctl init write one.\n\n${lines.join('\n')}`
}

function read(name: string): string | null {
  try {
    return readFileSync(new URL(`docs/reference/${name}`, root), 'utf8')
  } catch {
    return null
  }
}

function commands(): string {
  const manifest = JSON.parse(readFileSync(fileURLToPath(new URL('oclif.manifest.json', root)), 'utf8'))
  const all = Object.values(manifest.commands as Record<string, ManifestCommand>)
    .filter((command) => !command.hidden)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  const codes = Object.entries(EXIT).map(([name, code]) => `| ${code} | ${words(name)} |`)
  return [
    `${GENERATED}\n# Commands\n`,
    'Every command takes `--json`: one JSON document on stdout (or one a line, where it says so) and nothing else; an error',
    'is `{"error":{"code","message","hint","details"?}}`. Exit codes:\n',
    '| code | |\n| --- | --- |',
    ...codes,
    '',
    ...all.map(command),
  ].join('\n')
}

function command(one: ManifestCommand): string {
  const name = `botctl ${one.id.replaceAll(':', ' ')}`
  const args = Object.values(one.args).map((arg) =>
    arg.required ? arg.name.toUpperCase() : `[${arg.name.toUpperCase()}]`,
  )
  const flags = Object.values(one.flags).filter((flag) => flag.name !== 'json')
  const rows = [
    ...Object.values(one.args).map((arg) => `| \`${arg.name.toUpperCase()}\` | ${cell(arg.description)} |`),
    ...flags.map((flag) => `| \`${flagName(flag)}\` | ${cell(flag.description)}${flagFacts(flag)} |`),
  ]
  const examples = (one.examples ?? []).map((example) =>
    example.replaceAll('<%= config.bin %>', 'botctl').replaceAll('<%= command.id %>', one.id.replaceAll(':', ' ')),
  )
  return [
    `## ${[name, ...args].join(' ')}\n`,
    `${one.summary ?? ''}.\n`,
    `${(one.description ?? '').trim()}\n`,
    ...(rows.length === 0 ? [] : ['| | |\n| --- | --- |', ...rows, '']),
    ...(examples.length === 0 ? [] : ['```bash', ...examples, '```', '']),
  ].join('\n')
}

function flagName(flag: ManifestCommand['flags'][string]): string {
  const value = flag.type === 'boolean' ? '' : ` ${flag.helpValue ?? flag.name.toUpperCase()}`
  return `${flag.char === undefined ? '' : `-${flag.char}, `}--${flag.name}${value}`
}

function flagFacts(flag: ManifestCommand['flags'][string]): string {
  const facts = [
    flag.required ? 'required' : null,
    flag.options === undefined ? null : `one of ${flag.options.join(', ')}`,
    flag.type === 'option' && flag.default !== undefined ? `default ${String(flag.default as string | number)}` : null,
  ].filter((fact) => fact !== null)
  return facts.length === 0 ? '' : ` (${facts.join('; ')})`
}

function configuration(): string {
  const rows = (SETTINGS as readonly Setting[]).map((setting) => {
    const names = setting.names.map((name) => `\`${name}\``).join(', ')
    return `| ${names} | ${setting.default ?? ''} | ${cell(setting.meaning)}${setting.secret ? ' (secret)' : ''} |`
  })
  return [
    `${GENERATED}\n# Configuration\n`,
    'Flag, then environment, then `.env` in the working folder, then the config file, then the default. Where several names',
    'are set the first one wins. `botctl config show` tells each value and where it came from, `botctl config check` what is',
    "wrong. The config file is `~/.config/botctl/config.env` (`BOTCTL_CONFIG` names another). A shop's own credentials",
    '(`channel add`, `payment add`) come before those of the environment.\n',
    '| name | default | meaning |\n| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}

function keys(): string {
  const groups = [...new Set(KEYMAP.map((binding) => binding.group))]
  return [
    `${GENERATED}\n# Keys of the dashboard\n`,
    ...groups.flatMap((group) => [
      `## ${group}\n`,
      '| key | does | on |\n| --- | --- | --- |',
      ...KEYMAP.filter((binding) => binding.group === group).map(
        (binding) =>
          `| \`${keyName(binding).replaceAll('|', '\\|')}\` | ${cell(binding.label)} | ${binding.where === 'everywhere' ? 'every screen' : binding.where.join(', ')} |`,
      ),
      '',
    ]),
  ].join('\n')
}

async function metrics(): Promise<string> {
  const page = await createMetrics({
    takeSnapshot: () => Promise.reject(new Error('no database')),
    now: () => 0,
  }).read()
  const rows = [...page.matchAll(/^# HELP (botctl_\S+) (.*)$/gm)].map(([, name, help]) => {
    const type = new RegExp(`^# TYPE ${name} (\\S+)$`, 'm').exec(page)?.[1] ?? ''
    return `| \`${name}\` | ${type} | ${cell(help)} |`
  })
  return [
    `${GENERATED}\n# Metrics\n`,
    "`GET /metrics`, for Prometheus: the dashboard's figures, and the process's own (`process_*`, `nodejs_*`).\n",
    '| name | type | |\n| --- | --- | --- |',
    ...rows.sort(),
    '',
  ].join('\n')
}

/** `tryAgain` → `try again`. */
function words(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

function cell(text: string | undefined): string {
  return (text ?? '').replaceAll('|', '\\|').replaceAll('\n', ' ')
}
