const LEVELS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const

/** A row of bars, the newest at the right; the highest value fills the height. All zero is a flat line. */
export function sparkline(values: readonly number[], width: number): string {
  const shown = resample(values, width)
  const top = Math.max(...shown, 0)
  return shown
    .map((value) => (top === 0 ? LEVELS[0] : (LEVELS[Math.min(7, Math.floor((value / top) * 7.999))] ?? LEVELS[0])))
    .join('')
}

/** The same, `height` rows high, top row first. */
export function columns(values: readonly number[], width: number, height: number): string[] {
  const shown = resample(values, width)
  const top = Math.max(...shown, 0)
  return Array.from({ length: height }, (_, row) => {
    const floor = height - 1 - row
    return shown
      .map((value) => {
        const eighths = top === 0 ? 0 : Math.round((value / top) * height * 8)
        const here = Math.max(0, Math.min(8, eighths - floor * 8))
        if (here === 0) return floor === 0 ? LEVELS[0] : ' '
        return LEVELS[here - 1] ?? ' '
      })
      .join('')
  })
}

/** A horizontal bar of `width` columns: how much of `whole` is `part`. */
export function meter(part: number, whole: number, width: number): string {
  const filled = whole <= 0 ? 0 : Math.min(width, Math.round((part / whole) * width))
  return '█'.repeat(filled) + '░'.repeat(Math.max(0, width - filled))
}

/** `width` values: the newest, each the highest of those it stands for, so that no peak disappears. */
function resample(values: readonly number[], width: number): number[] {
  if (width <= 0) return []
  if (values.length <= width) return [...Array.from({ length: width - values.length }, () => 0), ...values]
  const step = values.length / width
  return Array.from({ length: width }, (_, index) =>
    Math.max(
      ...values.slice(Math.floor(index * step), Math.max(Math.floor((index + 1) * step), Math.floor(index * step) + 1)),
    ),
  )
}
