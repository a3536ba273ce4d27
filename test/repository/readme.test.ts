import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const root = new URL('../../', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, root), 'utf8')
const manifest = JSON.parse(read('oclif.manifest.json')) as {
  commands: Record<string, { flags: Record<string, unknown> }>
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

describe.each(['README.md', 'README.es.md'])('%s', (name) => {
  const text = read(name)

  it('links to pages that are there', () => {
    for (const link of linksOf(text)) expect(existsSync(new URL(link, root)), link).toBe(true)
  })

  it('names only commands, flags and scripts that there are', () => {
    for (const line of linesOf(text)) {
      const script = /^npm run (\S+)/.exec(line)?.[1]
      if (script !== undefined) expect(Object.keys(scripts)).toContain(script)
      const typed = /^(?:npx )?botctl (.+)$/.exec(line)?.[1]?.split(/\s+/)
      if (typed === undefined) continue
      const words = typed.slice(0, Math.max(0, typed.findIndex((word) => /^["-]/.test(word)) + 1 || typed.length + 1))
      const id = [3, 2, 1].map((n) => words.slice(0, n).join(':')).find((one) => one in manifest.commands)
      expect(id, line).toBeDefined()
      const flags = Object.keys(manifest.commands[id ?? '']?.flags ?? {})
      for (const [, flag] of line.matchAll(/ --([a-z-]+)/g)) expect(flags, line).toContain(flag)
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
