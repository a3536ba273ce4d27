import { execute } from '@oclif/core/execute'

/** Runs the command that argv names. `dir` is the entry point's URL, from where oclif finds the manifest. */
export async function run(dir: string): Promise<void> {
  await execute({ dir })
}
