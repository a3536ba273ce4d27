import { age, clock } from './format.ts'
import { bindingsFor, keyName } from './keymap.ts'
import { characters, clip, fitLine, lineWidth, seg, spread, textWidth, type Line } from './lines.ts'
import { TITLES } from './screen-names.ts'
import { currentRoute, type State } from './state.ts'

/** The first line: where one is, whose figures these are, and how fresh. */
export function header(state: State): Line {
  const route = currentRoute(state)
  const left: Line = [
    seg(' botctl ', 'selected'),
    seg(` ${TITLES[route.screen]}`, 'title'),
    seg(state.scope === null ? ' · all shops' : ` · ${state.scope.slug}`, state.scope === null ? 'dim' : 'strong'),
  ]
  const filter = state.filters[route.screen] ?? ''
  if (filter !== '') left.push(seg(` · /${filter}`, 'warn'))
  const right: Line = []
  if (state.readonly) right.push(seg('read only ', 'dim'))
  if (state.frozen) right.push(seg('❚❚ frozen ', 'warn'))
  if (state.busy) right.push(seg('working … ', 'accent'))
  if (state.snapshot !== null) right.push(seg(clock(state.snapshot.at), 'dim'))
  return fitLine(spread(left, right, state.columns), state.columns)
}

/** The second line: are shoppers being served, and if not, why and what to do. */
export function healthLine(state: State): Line {
  return fitLine(healthSegments(state), state.columns)
}

function healthSegments(state: State): Line {
  if (state.away !== null)
    return [
      seg('✖ ', 'bad'),
      seg(`the database has been away for ${age(state.now - state.away.since)}`, 'bad'),
      seg(' — trying again every second; what you see is from before', 'dim'),
    ]
  if (state.snapshot === null) return [seg('connecting …', 'dim')]
  const { health } = state.snapshot
  const [first] = health.findings
  if (first === undefined) return [seg('● ', 'good'), seg('shoppers are being served', 'good')]
  const style = first.level === 'critical' ? 'bad' : 'warn'
  const more = health.findings.length > 1 ? ` (+${health.findings.length - 1} more)` : ''
  const text: Line = [seg(first.level === 'critical' ? '✖ ' : '▲ ', style), seg(first.text, style), seg(more, style)]
  const hint: Line = [seg(`  → ${first.hint}`, 'dim')]
  return lineWidth(text) + lineWidth(hint) <= state.columns ? [...text, ...hint] : text
}

/** The last line: a question, what is being typed, what just happened, or what is possible here. */
export function bottomLine(state: State): Line {
  return fitLine(bottomSegments(state), state.columns)
}

function bottomSegments(state: State): Line {
  const { prompt } = state
  if (prompt !== null) {
    if (prompt.kind === 'confirm') {
      const answer = ' [y/N]'
      return [seg(clip(prompt.question, state.columns - textWidth(answer)), 'warn'), seg(answer, 'key')]
    }
    const label = prompt.kind === 'filter' ? '/' : prompt.kind === 'jump' ? ':' : `reply to ${prompt.who}: `
    // The end of a long text is where one types.
    const room = Math.max(1, state.columns - textWidth(label) - 1)
    const shown =
      textWidth(prompt.text) > room
        ? `…${characters(prompt.text)
            .slice(-(room - 1))
            .join('')}`
        : prompt.text
    return [seg(label, 'key'), seg(shown), seg(' ', 'selected')]
  }
  if (state.notice !== null) {
    const { level, text } = state.notice
    return [seg(level === 'good' ? '✓ ' : '✖ ', level), seg(text, level)]
  }
  return keyHints(state)
}

/** The keys of this screen, the most useful first, as many as fit; quit and help always do. */
function keyHints(state: State): Line {
  const hinted = bindingsFor(currentRoute(state).screen, state.readonly)
    .filter((binding) => binding.hint !== undefined)
    .map((binding) => ({
      binding,
      hint: binding.hint ?? 0,
      width: textWidth(keyName(binding)) + textWidth(binding.label) + 3,
    }))
  let room = state.columns
  const kept = new Set(
    [...hinted]
      .sort((a, b) => rank(a.hint) - rank(b.hint))
      .filter((item) => {
        if (item.width > room) return false
        room -= item.width
        return true
      }),
  )
  return hinted
    .filter((item) => kept.has(item))
    .sort((a, b) => a.hint - b.hint)
    .flatMap(({ binding }) => [seg(keyName(binding), 'key'), seg(` ${binding.label}  `, 'dim')])
}

function rank(hint: number): number {
  return hint >= 90 ? 0 : hint
}
