import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const root = new URL('../../', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, root), 'utf8')
const manifest = JSON.parse(read('oclif.manifest.json')) as {
  commands: Record<string, { flags: Record<string, unknown>; args: Record<string, unknown> }>
}
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }

const linksOf = (text: string) =>
  [...text.matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1] ?? '').filter((link) => !link.startsWith('README'))
/** What stands in code blocks, continued lines joined, comments gone. */
const linesOf = (text: string) =>
  [...text.matchAll(/```bash\n([\s\S]*?)```/g)].flatMap((match) =>
    (match[1] ?? '')
      .replaceAll('\\\n', ' ')
      .split('\n')
      .map((line) => line.replace(/\s+#.*$/, '').trim())
      .filter((line) => line !== ''),
  )

const pages = [
  'README.md',
  'README.es.md',
  ...readdirSync(new URL('docs/operating', root)).map((name) => `docs/operating/${name}`),
]

describe.each(pages)('%s', (name) => {
  const text = read(name)

  it('links to pages that are there', () => {
    const own = linksOf(text).filter((link) => !/^(https?:|#)/.test(link))
    for (const link of own) expect(existsSync(new URL(link.split('#')[0] ?? '', new URL(name, root))), link).toBe(true)
  })

  it('names only commands, arguments, flags and scripts that there are', () => {
    const shown = [...linesOf(text), ...[...text.matchAll(/`(botctl [^`]+)`/g)].map((match) => match[1] ?? '')]
    for (const line of shown) {
      const script = /^npm run (\S+)/.exec(line)?.[1]
      if (script !== undefined) expect(Object.keys(scripts)).toContain(script)
      const typed = /^(?:npx )?botctl ([^|&>;]+)/.exec(line)?.[1]?.trim().split(/\s+/)
      if (typed === undefined) continue
      const id = [3, 2, 1].map((n) => typed.slice(0, n).join(':')).find((one) => one in manifest.commands)
      // A topic alone, or with alternatives, is spoken of and not typed.
      if (id === undefined) {
        expect(
          Object.keys(manifest.commands).some((one) => one.startsWith(`${typed[0] ?? ''}:`)),
          line,
        ).toBe(true)
        continue
      }
      const { flags, args } = manifest.commands[id] ?? { flags: {}, args: {} }
      for (const [, flag] of line.matchAll(/ --([a-z-]+)/g)) expect(Object.keys(flags), line).toContain(flag)
      const next = typed[id.split(':').length]
      if (next !== undefined && !/^["…-]/.test(next) && Object.keys(args).length === 0)
        expect.fail(`${line}: ${id.replaceAll(':', ' ')} takes no arguments`)
    }
  })
})

it('the Spanish page has every link, every command and the picture of the English one', () => {
  const [english, spanish] = [read('README.md'), read('README.es.md')]
  expect(linksOf(spanish)).toEqual(expect.arrayContaining(linksOf(english)))
  expect(linesOf(spanish)).toEqual(linesOf(english))
  const picture = (text: string) => /```text\n[\s\S]*?```/.exec(text)?.[0]
  expect(picture(spanish)).toBe(picture(english))
})

it('what the program itself tells people to type has flags that there are', () => {
  const files = readdirSync(new URL('src', root), { recursive: true, encoding: 'utf8' })
  const told = files
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
    .flatMap((file) => [...read(`src/${file}`).matchAll(/botctl ([a-z][^'"`\n(;,]*)/g)].map((match) => match[1] ?? ''))
  expect(told.length).toBeGreaterThan(100)
  for (const line of told) {
    const typed = line.trim().split(/\s+/)
    const id = [3, 2, 1].map((n) => typed.slice(0, n).join(':')).find((one) => one in manifest.commands)
    if (id === undefined) continue
    const flags = [...Object.keys(manifest.commands[id]?.flags ?? {}), 'help']
    for (const [, flag] of line.matchAll(/ --([a-z-]+)/g)) expect(flags, `botctl ${line}`).toContain(flag)
  }
})
