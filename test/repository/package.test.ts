import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

function toolsOnly(folder: string): string {
  const tools = join(folder, 'tools')
  mkdirSync(tools)
  for (const tool of ['dirname', 'readlink'])
    symlinkSync(
      execFileSync('sh', ['-c', `command -v ${tool}`])
        .toString()
        .trim(),
      join(tools, tool),
    )
  return tools
}

/** The short form of `npm run pack`, which installs and compresses as well and needs the registry. */
it('what the package holds is enough to sell with, and it holds nothing else', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'botctl-package-'))
  try {
    const listed = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'ignore'],
    }).toString()
    const [made] = JSON.parse(listed) as Array<{ filename: string; files: Array<{ path: string }> }>
    expect(
      made?.files.map((file) => file.path).filter((path) => /\.(test|tar|tsx?|sqlite)\b|\.env/.test(path)),
    ).toEqual([])

    execFileSync('tar', ['xzf', join(folder, made?.filename ?? ''), '-C', folder])
    const unpacked = join(folder, 'package')
    symlinkSync(join(root, 'node_modules'), join(unpacked, 'node_modules'))
    execFileSync(process.execPath, [join(root, 'scripts/pretarball.ts')], { cwd: unpacked })
    symlinkSync(process.execPath, join(unpacked, 'bin/node'))
    // Found through a link of a link, as `ln -s … /usr/local/bin/botctl` makes them.
    mkdirSync(join(folder, 'local'))
    symlinkSync('../package/bin/botctl', join(folder, 'local/first'))
    symlinkSync('first', join(folder, 'local/botctl'))

    const sold = execFileSync(join(folder, 'local/botctl'), ['quickstart', '--once', '--json'], {
      cwd: folder,
      // No Node but its own: these two are all that the launcher asks for.
      env: { PATH: toolsOnly(folder), HOME: folder },
    })
    expect(JSON.parse(sold.toString())).toMatchObject({ order: { status: 'pending_payment' } })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
