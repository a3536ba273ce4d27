import { execFileSync, spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { completionScript } from './completion.ts'
import { printable } from './printable.ts'
import { closest } from './similar.ts'
import { parseSpan } from './span.ts'
import { facts, table } from './table.ts'

describe('completion', () => {
  const list = (...names: string[]) => names.map((name) => ({ name }))
  const commands = [
    {
      id: 'tenant:list',
      values: [],
      flags: [{ name: 'status', char: 's', options: ['active', 'paused'] }, { name: 'json' }],
    },
    { id: 'tenant:create', values: [], flags: list('name') },
    { id: 'migrate', values: [], flags: list('dry-run') },
    { id: 'migrate:status', values: [], flags: [] },
    { id: 'completion', values: ['bash', 'zsh'], flags: [] },
  ]
  const script = completionScript('bash', commands)
  const complete = (...words: string[]) =>
    execFileSync('bash', [
      '-c',
      `${script}\nCOMP_WORDS=(botctl "$@"); COMP_CWORD=$#; _botctl; printf '%s\\n' "\${COMPREPLY[@]}"`,
      'bash',
      ...words,
    ])
      .toString()
      .trim()
      .split('\n')

  it('knows topics, commands, flags and their values, in a real bash', () => {
    expect(complete('')).toEqual(['completion', 'migrate', 'tenant'])
    expect(complete('ten')).toEqual(['tenant'])
    expect(complete('tenant', '')).toEqual(['create', 'list'])
    expect(complete('tenant', 'list', '--')).toEqual(['--json', '--status'])
    expect(complete('migrate', '')).toEqual(['--dry-run', 'status'])
    expect(complete('tenant', 'list', 'some-value', '--s')).toEqual(['--status'])
    expect(complete('tenant', 'list', '--status', '')).toEqual(['active', 'paused'])
    expect(complete('tenant', 'list', '--json', '-s', 'p')).toEqual(['paused'])
    // A value is no command, and a flag without known values does not offer other flags' ones.
    expect(complete('tenant', 'create', '--name', 'x')).toEqual([''])
    expect(complete('completion', 'z')).toEqual(['zsh'])
  })

  const fish = spawnSync('fish', ['--version']).status === 0
  it.runIf(fish)('knows the same in fish', () => {
    const typed = (line: string) =>
      execFileSync('fish', ['--no-config', '-c', `${completionScript('fish', commands)}\ncomplete -C '${line}'`])
        .toString()
        .trim()
        .split('\n')
    expect(typed('botctl ')).toEqual(['completion', 'migrate', 'tenant'])
    expect(typed('botctl tenant list --')).toEqual(['--json', '--status'])
    expect(typed('botctl tenant list --json --status p')).toEqual(['paused'])
  })
})

describe('what is printed', () => {
  it('lines up whatever the width of its letters, and obeys no escape sequence', () => {
    const rows = [
      { name: 'Café ☕', n: 1 },
      { name: '日本\u001b[31m', n: 20_000 },
    ]
    const text = table(rows, [
      { header: 'NAME', value: (row) => row.name, max: 8 },
      { header: 'N', value: (row) => row.n, align: 'right' },
    ])
    expect(text).not.toContain('\u001b[31m')
    expect(text.split('\n').slice(1)).toEqual(['Café ☕       1', '日本·[3…  20000'])
    expect(facts([['a', null]])).toContain('–')
    expect(printable('a\nb\u202ec')).toBe('a·b·c')
  })

  it('suggests what was probably meant, and nothing far from it', () => {
    expect(closest('tenant lst', ['tenant list', 'tenant show'])).toBe('tenant list')
    expect(closest('xyzzy', ['tenant list', 'doctor'])).toBeNull()
  })

  it('reads spans of time', () => {
    expect(['90s', '30m', '12h', '30d', '2w', '0d'].map(parseSpan)).toEqual([
      90_000, 1_800_000, 43_200_000, 2_592_000_000, 1_209_600_000, 0,
    ])
    for (const wrong of ['', '30', 'd30', '-1d', '1y']) expect(() => parseSpan(wrong)).toThrow('span')
  })
})
