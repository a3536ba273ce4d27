import type { Key } from 'ink'
import { characters } from './lines.ts'
import type { Event } from './state.ts'

/** What Ink calls a key press → the keymap's name for it; text of several characters is a paste. */
export function keyOf(input: string, key: Key): Event | null {
  const named = nameOf(key)
  if (named !== null) return { type: 'key', key: named }
  if (key.ctrl) return input.length === 1 ? { type: 'key', key: `ctrl-${input}` } : null
  if (key.meta || input === '') return null
  if (input === ' ') return { type: 'key', key: 'space' }
  if (characters(input).length === 1) return { type: 'key', key: input }
  // Fast typing can arrive as one piece; without control characters it is text either way.
  return { type: 'paste', text: input.replaceAll(/\p{Cc}+/gu, ' ') }
}

function nameOf(key: Key): string | null {
  if (key.return) return 'enter'
  if (key.escape) return 'esc'
  if (key.upArrow) return 'up'
  if (key.downArrow) return 'down'
  if (key.leftArrow) return 'left'
  if (key.rightArrow) return 'right'
  if (key.pageUp) return 'pageup'
  if (key.pageDown) return 'pagedown'
  if (key.home) return 'home'
  if (key.end) return 'end'
  if (key.tab) return 'tab'
  if (key.backspace || key.delete) return 'backspace'
  return null
}
