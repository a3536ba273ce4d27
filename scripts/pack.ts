/**
 * Makes the release for the machine it runs on: `oclif pack tarballs`, with the Node this checkout is pinned to inside,
 * then unpacks it into an empty folder and lets it sell once. What does not sell is not left lying about as a release.
 * `npm run pack` prints the tarball's path. The registry must be in reach: the release has dependencies of its own.
 */
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const target = `${process.platform}-${process.arch}`
const release = join(root, 'release')

const oclif = installOclif()
clearWorkspaces()
clearOldTarballs()
execFileSync(process.execPath, [join(root, 'scripts/build.ts')], { cwd: root, stdio: 'inherit' })
seedNode()
execFileSync(process.execPath, [oclif, 'pack', 'tarballs', '--root', root, '--targets', target, '--no-xz'], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
  // The workspace that oclif installs into has no sources: `prepare`, which compiles them, could only fail there. None of
  // the release's dependencies needs an install script (package.json, allowScripts).
  env: { ...process.env, npm_config_ignore_scripts: 'true' },
})
const made = tarballsIn(join(root, 'dist'))[0]
if (made === undefined) throw new Error('oclif made no tarball')
tryOut(join(root, 'dist', made))
mkdirSync(release, { recursive: true })
renameSync(join(root, 'dist', made), join(release, made))
clearWorkspaces()
process.stdout.write(`${join(release, made)}\n`)

/**
 * oclif's own command line, locked in `packaging/`: a release is made seldom, and its 221 packages would be a tax on
 * every `npm ci`. Locked all the same, for what makes a release could put anything into it.
 */
function installOclif(): string {
  const folder = join(root, 'packaging')
  execFileSync('npm', ['ci', '--ignore-scripts', '--silent'], { cwd: folder, stdio: 'inherit' })
  return join(folder, 'node_modules/oclif/bin/run.js')
}

/** oclif's working copies, 300 MB each: one for all targets and one for this. */
function clearWorkspaces(): void {
  for (const name of ['botctl', target]) rmSync(join(root, 'tmp', name), { recursive: true, force: true })
}

/** `dist` is part of the package: a tarball left in it would be packed into the next one. */
function clearOldTarballs(): void {
  if (!existsSync(join(root, 'dist'))) return
  for (const name of tarballsIn(join(root, 'dist'))) rmSync(join(root, 'dist', name))
}

function tarballsIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.tar.gz'))
}

/**
 * Puts this Node where oclif keeps those it has downloaded, so that it asks nodejs.org for none: the release runs on
 * exactly the Node that the tests ran on, whose checksum the lockfile holds.
 */
function seedNode(): void {
  const cache = join(root, 'tmp', 'cache', `node-v${process.versions.node}-${target}`)
  rmSync(cache, { recursive: true, force: true })
  mkdirSync(cache, { recursive: true })
  copyFileSync(process.execPath, join(cache, 'node'))
}

/** As a new user has it: an empty folder, an empty home, and no Node but its own. */
function tryOut(tarball: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'botctl-release-'))
  try {
    execFileSync('tar', ['xzf', tarball, '-C', folder])
    const sold = execFileSync(join(folder, 'botctl/bin/botctl'), ['quickstart', '--once', '--json'], {
      cwd: folder,
      env: { PATH: '/usr/bin:/bin', HOME: folder },
      timeout: 60_000,
    })
    const { order } = JSON.parse(sold.toString()) as { order: { number: string; status: string } | null }
    if (order?.status !== 'pending_payment') throw new Error('the release does not sell')
    process.stdout.write(`${tarball} sold ${order.number}\n`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
