import { styleText } from 'node:util'
import { printable } from './printable.ts'

interface Shown {
  level: 'problem' | 'warning'
  message: string
  remedy: string
}

/** Findings, worst first, each with what mends it; `fine` where there are none. */
export function findingsText(findings: readonly Shown[], fine: string): string {
  if (findings.length === 0) return `${styleText('green', '✔')} ${fine}`
  return findings
    .toSorted((a, b) => Number(b.level === 'problem') - Number(a.level === 'problem'))
    .map((finding) => {
      const mark = finding.level === 'problem' ? styleText('red', '✖ problem') : styleText('yellow', '! warning')
      return `${mark}  ${printable(finding.message)}\n    → ${printable(finding.remedy)}`
    })
    .join('\n')
}
