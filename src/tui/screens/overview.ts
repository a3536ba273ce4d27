import type { TailRow } from '../../services/snapshot/types.ts'
import { overviewPanels, type OverviewPanel } from '../panels/overview-panels.ts'
import { clock } from '../format.ts'
import { fitLine, pad, seg, textWidth, type Line } from '../lines.ts'
import type { State } from '../state.ts'
import { beside, panel, SIGN } from '../widgets/panel.ts'

/** Frame and three lines. */
const PANEL_HEIGHT = 5

/** The grid of panels with the live tail below; in a narrow or low window one line a panel. */
export function drawOverview(state: State, width: number, height: number): Line[] {
  const { snapshot } = state
  if (snapshot === null) return [[seg('loading …', 'dim')]]
  const panels = overviewPanels(snapshot)
  const across = panelsAcross(width)
  const down = Math.ceil(panels.length / across)
  if (across === 1 || down * PANEL_HEIGHT > height || state.screenReader)
    return [...briefs(panels, width), ...drawTail(snapshot.tail, width, height - panels.length)]
  // What the tail does not need above its eight lines makes the boxes taller, up to where bars stop telling more.
  const boxHeight = Math.min(7, Math.max(PANEL_HEIGHT, Math.floor((height - 8) / down)))
  const lines: Line[] = []
  for (let row = 0; row < down; row++) {
    const inRow = panels.slice(row * across, (row + 1) * across)
    const widths = shares(width, inRow.length)
    lines.push(
      ...beside(
        inRow.map((box, index) => {
          const boxWidth = widths[index] ?? width
          return panel(box.title, box.level, box.body(boxWidth - 4, boxHeight - 2), boxWidth, boxHeight)
        }),
      ),
    )
  }
  return [...lines, ...drawTail(snapshot.tail, width, height - lines.length)]
}

/** Nine boxes: three rows of three, or two rows in an ultrawide window; below 75 columns a box says nothing any more. */
function panelsAcross(width: number): number {
  if (width < 60) return 1
  if (width < 75) return 2
  return width < 150 ? 3 : 5
}

function briefs(panels: OverviewPanel[], width: number): Line[] {
  const titleWidth = 16
  return panels.map((box) => [
    seg(`${SIGN[box.level]} `, box.level === 'plain' ? 'dim' : box.level),
    seg(pad(box.title, titleWidth), 'dim'),
    ...fitLine(box.brief(width - titleWidth - 2), width - titleWidth - 2),
  ])
}

/** The newest turns, newest first: who, what they said, what the bot answered. */
function drawTail(rows: TailRow[], width: number, height: number): Line[] {
  if (height <= 1) return []
  const title: Line = [seg('─ Live ', 'dim'), seg('─'.repeat(Math.max(0, width - 7)), 'dim')]
  if (rows.length === 0) return [title, [seg('nothing was said yet — botctl test-message "hola" --tenant SLUG', 'dim')]]
  return [title, ...rows.slice(0, height - 1).map((row) => tailLine(row, width))]
}

function tailLine(row: TailRow, width: number): Line {
  const head: Line = [seg(`${clock(row.at)} `, 'dim')]
  if (width >= 100) head.push(seg(`${pad(row.tenant, 18)} `, 'dim'))
  head.push(seg(`${pad(row.who, 14)} `))
  const used = head.reduce((sum, segment) => sum + textWidth(segment.text), 0)
  const room = Math.max(0, width - used)
  if (width < 80) return [...head, seg(row.text, 'shopper')]
  const latency = row.latencyMs === null ? '' : `${row.latencyMs.toFixed(1)} ms`
  const half = Math.floor((room - 12) / 2)
  return [
    ...head,
    seg(pad(row.text, half), 'shopper'),
    seg(' → ', 'dim'),
    seg(pad(row.reply ?? '', room - 12 - half), 'us'),
    seg(pad(latency, 9, 'right'), 'dim'),
  ]
}

/** `width` in `n` nearly equal parts. */
function shares(width: number, n: number): number[] {
  const base = Math.floor(width / n)
  return Array.from({ length: n }, (_, index) => base + (index < width - base * n ? 1 : 0))
}
