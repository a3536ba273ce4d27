import type { Line, Style } from './lines.ts'

export type ThemeName = 'colour' | 'colour-blind' | 'none'

/** SGR codes by meaning. Colour never stands alone: whatever it says is also said by a word or a sign. */
type Theme = Readonly<Record<Style, string>>

const COLOUR: Theme = {
  plain: '',
  dim: '2',
  strong: '1',
  title: '1;36',
  good: '32',
  warn: '33',
  bad: '1;31',
  accent: '36',
  key: '1;36',
  selected: '7',
  shopper: '36',
  us: '32',
}

/** Blue, yellow and vermilion of Okabe and Ito: told apart with any kind of colour vision, and by brightness alone. */
const COLOUR_BLIND: Theme = {
  ...COLOUR,
  title: '1;38;5;74',
  good: '38;5;74',
  warn: '38;5;221',
  bad: '1;4;38;5;208',
  accent: '38;5;74',
  key: '1;38;5;74',
  shopper: '38;5;74',
  us: '38;5;221',
}

const NONE: Theme = {
  plain: '',
  dim: '',
  strong: '1',
  title: '1',
  good: '',
  warn: '1',
  bad: '1;7',
  accent: '',
  key: '1',
  selected: '7',
  shopper: '1',
  us: '',
}

const THEMES: Readonly<Record<ThemeName, Theme>> = { colour: COLOUR, 'colour-blind': COLOUR_BLIND, none: NONE }

/** A line as the terminal gets it. */
export function paint(line: Line, theme: ThemeName): string {
  const styles = THEMES[theme]
  let text = ''
  for (const segment of line) {
    const code = styles[segment.style ?? 'plain']
    text += code === '' ? segment.text : `\u001b[${code}m${segment.text}\u001b[0m`
  }
  return text
}

/** NO_COLOR and dumb terminals win over everything; `BOTCTL_THEME` over the default. */
export function chooseTheme(
  wanted: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): ThemeName {
  if (environment.NO_COLOR !== undefined && environment.NO_COLOR !== '') return 'none'
  if (environment.TERM === 'dumb') return 'none'
  const name = wanted ?? environment.BOTCTL_THEME
  if (name === 'none' || name === 'colour-blind') return name
  return 'colour'
}
