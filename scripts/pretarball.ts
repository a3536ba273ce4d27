/**
 * oclif runs this in the folder it is about to pack (`tmp/botctl`), after it wrote `bin/botctl`: a bash script that
 * starts Node as its child. Whoever supervises the daemon would signal the shell and leave the daemon running, so ours
 * becomes Node. It is also all a release needs: one that updates itself in the home folder is not made here.
 */
import { writeFileSync } from 'node:fs'

const LAUNCHER = `#!/bin/sh
# Starts botctl with the Node it was released with, from wherever it was unpacked to.
self=$0
while [ -h "$self" ]; do
  link=$(readlink "$self")
  case $link in /*) self=$link ;; *) self=$(dirname "$self")/$link ;; esac
done
bin=$(cd "$(dirname "$self")" && pwd -P)
exec "$bin/node" "$bin/run.js" "$@"
`
writeFileSync('bin/botctl', LAUNCHER, { mode: 0o755 })
