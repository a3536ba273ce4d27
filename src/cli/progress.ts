/** Something that takes a while, shown on stderr; without a terminal only its end is a line. */
export interface Progress {
  update(text: string): void
  /** Replaces the moving line by a last one; without text it vanishes. */
  stop(text?: string): void
}

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']

export function startProgress(text: string, options: { quiet?: boolean } = {}): Progress {
  const { stderr } = process
  if (options.quiet || !stderr.isTTY || process.env.CI) {
    return {
      update() {},
      stop(last) {
        if (last !== undefined && !options.quiet) stderr.write(`${last}\n`)
      },
    }
  }
  let current = text
  let frame = 0
  // Ten frames a second look alive and cost nothing beside the work itself.
  const timer = setInterval(draw, 100)
  timer.unref()
  draw()
  return {
    update(next) {
      current = next
    },
    stop(last) {
      clearInterval(timer)
      stderr.write(`\r\u001b[K${last === undefined ? '' : `${last}\n`}`)
    },
  }

  function draw(): void {
    frame = (frame + 1) % FRAMES.length
    stderr.write(`\r\u001b[K${FRAMES[frame]} ${current}`)
  }
}
