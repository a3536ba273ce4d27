export interface Bucket {
  /** Milliseconds until one may go; 0 takes it. */
  take(key: string, now: number): number
}

/**
 * A token bucket a key: `burst` at once, then one every `everyMs`. Keys whose bucket is full again are forgotten, so it
 * holds only who was busy lately.
 */
export function createBuckets(options: {
  everyMs: number
  burst: number
}): Bucket & { slow(key: string, now: number, ms: number): void } {
  // When the bucket will be full again: one number says all.
  const fullAt = new Map<string, number>()
  const span = options.everyMs * options.burst
  let sweepAt = 0

  function sweep(now: number): void {
    if (now < sweepAt) return
    sweepAt = now + span
    for (const [key, at] of fullAt) if (at <= now) fullAt.delete(key)
  }

  return {
    take(key, now) {
      sweep(now)
      const next = Math.max(fullAt.get(key) ?? 0, now) + options.everyMs
      const wait = next - now - span
      if (wait > 0) return wait
      fullAt.set(key, next)
      return 0
    },
    /** The provider says too fast: nothing for `ms`, then at the steady pace. */
    slow(key, now, ms) {
      fullAt.set(key, Math.max(fullAt.get(key) ?? 0, now + span + ms))
    },
  }
}
