/** Longer than any drain, and just before the kill of a supervisor: Docker's comes ten seconds after its SIGTERM. */
export const GIVE_UP_MS = 9500

/**
 * Waits for SIGTERM or SIGINT, then runs `stop`. A second signal does not wait for it: messages are on disk, leases run
 * out, and the next daemon goes on where this one was.
 */
export async function untilStopped(stop: () => Promise<void>): Promise<'stopped' | 'forced'> {
  const signals = ['SIGTERM', 'SIGINT'] as const
  const listeners: Array<() => void> = []
  const nextSignal = (): Promise<void> =>
    new Promise((resolve) => {
      for (const signal of signals) {
        const listener = (): void => resolve()
        process.once(signal, listener)
        listeners.push(() => process.off(signal, listener))
      }
    })
  await nextSignal()
  for (const remove of listeners.splice(0)) remove()
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, GIVE_UP_MS)
  })
  const outcome = await Promise.race([
    stop().then(() => 'stopped' as const),
    Promise.race([nextSignal(), tooLong]).then(() => 'forced' as const),
  ])
  clearTimeout(timer)
  for (const remove of listeners) remove()
  return outcome
}
