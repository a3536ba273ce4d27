import { KEYMAP, type Group } from '../keymap.ts'
import { fitLine, pad, seg, type Line } from '../lines.ts'
import { SCREENS, TITLES } from '../screen-names.ts'
import type { State } from '../state.ts'

const GROUPS: readonly Group[] = ['Move', 'Look', 'Act', 'Screen']

/** The cheat-sheet, made from the keymap, so that it cannot disagree with what the keys do. */
export function drawHelp(state: State, width: number, height: number): Line[] {
  const across = width >= 110 ? 2 : 1
  const columnWidth = Math.floor(width / across)
  const entries = helpLines(state.readonly)
  const first = Math.min(state.scroll, Math.max(0, Math.ceil(entries.length / across) - height))
  const perColumn = Math.ceil(entries.length / across)
  return Array.from({ length: Math.min(height, perColumn - first) }, (_, row): Line =>
    Array.from({ length: across }, (_column, column) =>
      fitLine(entries[column * perColumn + first + row] ?? [], columnWidth),
    ).flat(),
  )
}

export function helpLines(readonly: boolean): Line[] {
  const screens: Line[] = SCREENS.map((name, index) => [seg(pad(String(index + 1), 10), 'key'), seg(TITLES[name])])
  const groups = GROUPS.flatMap((group): Line[] => [
    [seg(group, 'title')],
    ...KEYMAP.filter(
      (binding) => binding.group === group && binding.command !== 'go' && !(readonly && binding.acts),
    ).map((binding): Line => [
      seg(pad(binding.keys.join(' '), 10), 'key'),
      seg(pad(binding.label, 19)),
      seg(
        binding.where === 'everywhere'
          ? 'everywhere'
          : binding.where.map((name) => TITLES[name].toLowerCase()).join(', '),
        'dim',
      ),
    ]),
  ])
  return [
    [seg('Screens', 'title')],
    ...screens,
    ...groups,
    [seg('Jump', 'title')],
    [seg(pad(':', 10), 'key'), seg('a screen’s name, a shop’s slug, all, or q')],
  ]
}
