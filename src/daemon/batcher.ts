export interface BatcherOptions<In, Out> {
  /** At most this much a batch, as `weigh` counts it. */
  max: number
  /** Batches under way at once. */
  concurrency: number
  weigh?: (item: In) => number
  /** One answer an item, in order. Where it rejects, every item of the batch does. */
  run(items: In[]): Promise<Out[]>
}

/** A steady stream must not put a commit off for ever: this many turns are a millisecond or two under load. */
const GATHER_TURNS = 8

interface Waiting<In, Out> {
  item: In
  resolve(value: Out): void
  reject(error: unknown): void
}

/**
 * Group commit: what queues up while a batch is under way goes together in the next one. Nothing waits on purpose, so a
 * lone item pays nothing, and a crowd shares one commit.
 */
export function createBatcher<In, Out>(options: BatcherOptions<In, Out>): (item: In) => Promise<Out> {
  const weigh = options.weigh ?? (() => 1)
  const queue: Array<Waiting<In, Out>> = []
  let running = 0
  let scheduled = false

  function schedule(): void {
    if (scheduled || running >= options.concurrency || queue.length === 0) return
    scheduled = true
    gather(0, 0)
  }

  /**
   * After each turn of the event loop: where it brought more, another turn may bring the rest, and one commit for all
   * costs a lone item nothing but two empty turns.
   */
  function gather(seen: number, turns: number): void {
    setImmediate(() => {
      if (queue.length > seen && queue.length < options.max && turns < GATHER_TURNS) {
        gather(queue.length, turns + 1)
        return
      }
      scheduled = false
      while (running < options.concurrency && queue.length > 0) void flush(take())
    })
  }

  /** At least one item, however heavy. */
  function take(): Array<Waiting<In, Out>> {
    let weight = 0
    let count = 0
    for (const { item } of queue) {
      weight += weigh(item)
      if (count > 0 && weight > options.max) break
      count += 1
    }
    return queue.splice(0, count)
  }

  async function flush(batch: Array<Waiting<In, Out>>): Promise<void> {
    running += 1
    try {
      const answers = await options.run(batch.map((waiting) => waiting.item))
      for (const [index, waiting] of batch.entries()) waiting.resolve(answers[index] as Out)
    } catch (error) {
      for (const waiting of batch) waiting.reject(error)
    } finally {
      running -= 1
      schedule()
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      queue.push({ item, resolve, reject })
      schedule()
    })
}
