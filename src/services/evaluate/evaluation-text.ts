import type { Evaluation } from './evaluate.ts'

const percent = (value: number | null): string => (value === null ? '–' : `${(100 * value).toFixed(1)} %`)

/** An evaluation for the eye: the figures, then what went wrong most. */
export function evaluationText(result: Evaluation): string {
  const lines: string[] = []
  if (result.messages) {
    const score = result.messages
    lines.push(
      `messages       ${score.messages}`,
      `accuracy       ${percent(score.accuracy)}   macro-F1 ${percent(score.macroF1)}   calibration error ${score.calibrationError.toFixed(3)}`,
      `products       hit@1 ${percent(score.hitAt1)}   hit@3 ${percent(score.hitAt3)}   none where none ${percent(score.emptyKeptEmpty)}`,
    )
    if (score.confusions.length > 0) lines.push('', 'taken for something else')
    for (const each of score.confusions) {
      lines.push(`  ${String(each.count).padStart(4)}  ${each.expected} → ${each.got}: ${each.example}`)
    }
  }
  if (result.conversations) {
    const { conversations, succeeded, rate, failures } = result.conversations
    if (lines.length > 0) lines.push('')
    lines.push(`conversations  ${succeeded} of ${conversations} succeed (${percent(rate)})`)
    for (const failure of failures)
      lines.push(`  ${failure.id}, turn ${failure.turn} "${failure.text}": ${failure.faults.join('; ')}`)
  }
  const { p50, p95, p99 } = result.latencyMs
  lines.push('', `latency        p50 ${p50.toFixed(1)} ms   p95 ${p95.toFixed(1)} ms   p99 ${p99.toFixed(1)} ms`)
  return lines.join('\n')
}
