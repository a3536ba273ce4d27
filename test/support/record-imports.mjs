// Writes the path of every module that the process loads to the file that IMPORTS_TO names.
import { writeFileSync } from 'node:fs'
import module from 'node:module'

const loaded = new Set()
module.registerHooks({
  load(url, context, nextLoad) {
    loaded.add(url)
    return nextLoad(url, context)
  },
})
process.on('exit', () =>
  writeFileSync(process.env.IMPORTS_TO, [...loaded, ...Object.keys(module._cache ?? {})].join('\n')),
)
