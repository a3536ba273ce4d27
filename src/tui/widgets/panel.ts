import { fitLine, lineWidth, seg, type Line, type Style } from '../lines.ts'

export type Level = 'good' | 'warn' | 'bad' | 'plain'

/** A word-free sign for each level, so that no one depends on colour. */
export const SIGN: Readonly<Record<Level, string>> = { good: '●', warn: '▲', bad: '✖', plain: '·' }

/** A framed box of exactly `width` × `height`; the frame has the level's colour and its sign stands before the title. */
export function panel(title: string, level: Level, body: Line[], width: number, height: number): Line[] {
  const style: Style = level === 'plain' || level === 'good' ? 'dim' : level
  const inner = width - 4
  const head: Line = [seg(`${SIGN[level]} `, level === 'plain' ? 'dim' : level), seg(title, 'strong')]
  const used = lineWidth(head)
  const fittedHead = used > width - 6 ? fitLine(head, width - 6) : head
  const top: Line = [
    seg('╭─ ', style),
    ...fittedHead,
    seg(` ${'─'.repeat(Math.max(0, width - lineWidth(fittedHead) - 5))}╮`, style),
  ]
  const rows = Array.from({ length: Math.max(0, height - 2) }, (_, index): Line => [
    seg('│ ', style),
    ...fitLine(body[index] ?? [], inner),
    seg(' │', style),
  ])
  return [top, ...rows, [seg(`╰${'─'.repeat(width - 2)}╯`, style)]]
}

/** Boxes side by side, all of the same height. */
export function beside(boxes: Line[][]): Line[] {
  const height = Math.max(0, ...boxes.map((box) => box.length))
  return Array.from({ length: height }, (_, row) => boxes.flatMap((box) => box[row] ?? []))
}
