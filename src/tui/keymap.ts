import type { ScreenName } from './screen-names.ts'

/** Everything a key can do. The reducer has one function for each. */
export type Command =
  | 'quit'
  | 'help'
  | 'back'
  | 'filter'
  | 'jump'
  | 'go'
  | 'all-shops'
  | 'open'
  | 'up'
  | 'down'
  | 'page-up'
  | 'page-down'
  | 'first'
  | 'last'
  | 'sort'
  | 'reverse'
  | 'freeze'
  | 'refresh'
  | 'why'
  | 'reveal'
  | 'take-over'
  | 'reply'
  | 'release'
  | 'retry'
  | 'drop'
  | 'close-case'
  | 'pause-shop'
  | 'resend-link'

export type Group = 'Move' | 'Look' | 'Act' | 'Screen'

export interface Binding {
  keys: readonly string[]
  command: Command
  /** What it does, in two or three words: stands in the bottom line and in the cheat-sheet. */
  label: string
  where: readonly ScreenName[] | 'everywhere'
  group: Group
  /** It changes something: not offered with --readonly. */
  acts?: true
  /** Shown in the bottom line, the lowest number first. */
  hint?: number
}

const LISTS = ['shops', 'conversations', 'orders', 'dead-letters', 'daemons', 'errors', 'tail'] as const
const SORTED = ['shops', 'conversations', 'orders', 'dead-letters', 'daemons', 'errors'] as const

/** The keys as data: the bottom line, the help screen and the reference in docs are made from it. */
export const KEYMAP: readonly Binding[] = [
  {
    keys: ['1', '2', '3', '4', '5', '6', '7', '8'],
    command: 'go',
    label: 'screens',
    where: 'everywhere',
    group: 'Move',
    hint: 80,
  },
  {
    keys: ['enter'],
    command: 'open',
    label: 'open',
    where: ['shops', 'conversations', 'orders', 'dead-letters', 'tail'],
    group: 'Move',
    hint: 10,
  },
  { keys: ['esc', 'backspace'], command: 'back', label: 'back', where: 'everywhere', group: 'Move', hint: 70 },
  {
    keys: ['up', 'k'],
    command: 'up',
    label: 'up',
    where: [...LISTS, 'conversation', 'overview', 'help'],
    group: 'Move',
  },
  {
    keys: ['down', 'j'],
    command: 'down',
    label: 'down',
    where: [...LISTS, 'conversation', 'overview', 'help'],
    group: 'Move',
  },
  {
    keys: ['pageup', 'ctrl-b'],
    command: 'page-up',
    label: 'page up',
    where: [...LISTS, 'conversation', 'help'],
    group: 'Move',
  },
  {
    keys: ['pagedown', 'ctrl-f'],
    command: 'page-down',
    label: 'page down',
    where: [...LISTS, 'conversation', 'help'],
    group: 'Move',
  },
  { keys: ['home', 'g'], command: 'first', label: 'first', where: [...LISTS, 'conversation', 'help'], group: 'Move' },
  { keys: ['end', 'G'], command: 'last', label: 'last', where: [...LISTS, 'conversation', 'help'], group: 'Move' },
  { keys: [':'], command: 'jump', label: 'jump', where: 'everywhere', group: 'Move', hint: 85 },
  { keys: ['0'], command: 'all-shops', label: 'all shops', where: 'everywhere', group: 'Move' },
  { keys: ['/'], command: 'filter', label: 'filter', where: LISTS, group: 'Look', hint: 60 },
  { keys: ['s'], command: 'sort', label: 'sort', where: SORTED, group: 'Look', hint: 62 },
  { keys: ['S'], command: 'reverse', label: 'reverse order', where: SORTED, group: 'Look' },
  { keys: ['w'], command: 'why', label: 'why', where: ['conversation'], group: 'Look', hint: 20 },
  {
    keys: ['m'],
    command: 'reveal',
    label: 'show in clear',
    where: ['conversation'],
    group: 'Look',
    acts: true,
    hint: 30,
  },
  {
    keys: ['t'],
    command: 'take-over',
    label: 'take over',
    where: ['conversations', 'conversation'],
    group: 'Act',
    acts: true,
    hint: 21,
  },
  {
    keys: ['r'],
    command: 'reply',
    label: 'reply',
    where: ['conversations', 'conversation'],
    group: 'Act',
    acts: true,
    hint: 22,
  },
  {
    keys: ['R'],
    command: 'release',
    label: 'release to bot',
    where: ['conversations', 'conversation'],
    group: 'Act',
    acts: true,
    hint: 23,
  },
  {
    keys: ['c'],
    command: 'close-case',
    label: 'close case',
    where: ['conversations', 'conversation'],
    group: 'Act',
    acts: true,
    hint: 24,
  },
  { keys: ['r'], command: 'retry', label: 'retry', where: ['dead-letters'], group: 'Act', acts: true, hint: 21 },
  { keys: ['d'], command: 'drop', label: 'drop', where: ['dead-letters'], group: 'Act', acts: true, hint: 22 },
  {
    keys: ['x'],
    command: 'pause-shop',
    label: 'pause/resume shop',
    where: ['shops'],
    group: 'Act',
    acts: true,
    hint: 21,
  },
  { keys: ['l'], command: 'resend-link', label: 'resend link', where: ['orders'], group: 'Act', acts: true, hint: 21 },
  { keys: ['p', 'space'], command: 'freeze', label: 'freeze', where: 'everywhere', group: 'Screen', hint: 65 },
  { keys: ['ctrl-l'], command: 'refresh', label: 'refresh now', where: 'everywhere', group: 'Screen' },
  { keys: ['?', '9'], command: 'help', label: 'help', where: 'everywhere', group: 'Screen', hint: 90 },
  { keys: ['q', 'ctrl-c'], command: 'quit', label: 'quit', where: 'everywhere', group: 'Screen', hint: 95 },
]

/** What is possible on a screen. */
export function bindingsFor(screen: ScreenName, readonly: boolean): Binding[] {
  return KEYMAP.filter(
    (binding) => !(readonly && binding.acts) && (binding.where === 'everywhere' || binding.where.includes(screen)),
  )
}

/** The command behind a key on this screen, or null. */
export function commandFor(key: string, screen: ScreenName, readonly: boolean): Command | null {
  return bindingsFor(screen, readonly).find((binding) => binding.keys.includes(key))?.command ?? null
}

/** How a key is written for people. */
export function keyName(binding: Binding): string {
  const [first] = binding.keys
  if (binding.command === 'go') return '1–8'
  return first ?? ''
}
