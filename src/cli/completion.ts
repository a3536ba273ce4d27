export interface Completable {
  id: string
  flags: Array<{ name: string; char?: string; options?: readonly string[] }>
  /** The values its arguments can have, where they are known. */
  values: readonly string[]
}

export const COMPLETED_SHELLS = ['bash', 'zsh', 'fish'] as const
export type CompletedShell = (typeof COMPLETED_SHELLS)[number]

/**
 * A function that completes topics, commands, flags and their known values from a table in the script itself: pressing
 * Tab starts no program. zsh reads bash's through bashcompinit; fish has a language of its own.
 */
export function completionScript(shell: CompletedShell, commands: readonly Completable[]): string {
  const table = wordsByPrefix(commands)
  if (shell === 'fish') return fishScript(table)
  const bash = bashScript(table)
  return shell === 'zsh' ? `autoload -U +X compinit bashcompinit && compinit && bashcompinit\n${bash}` : bash
}

/** What can follow "tenant", "tenant create", "tenant create --type": sorted, one entry a prefix that has anything. */
function wordsByPrefix(commands: readonly Completable[]): Array<[prefix: string, words: string]> {
  const next = new Map<string, Set<string>>()
  const add = (prefix: string, word: string) => next.set(prefix, (next.get(prefix) ?? new Set()).add(word))
  for (const { id, flags, values } of commands) {
    const words = id.split(':')
    const name = words.join(' ')
    for (const [index, word] of words.entries()) add(words.slice(0, index).join(' '), word)
    for (const value of values) add(name, value)
    for (const flag of flags) {
      add(name, `--${flag.name}`)
      for (const option of flag.options ?? []) {
        add(`${name} --${flag.name}`, option)
        if (flag.char !== undefined) add(`${name} -${flag.char}`, option)
      }
    }
  }
  return [...next].map(([prefix, words]) => [prefix, [...words].sort().join(' ')])
}

/**
 * Walks the words before the cursor as far as the table knows them; a word it does not know (a value, a file) is passed
 * over. Where nothing fits, `-o default` completes file names.
 */
function bashScript(table: Array<[string, string]>): string {
  return [
    '_botctl_words() {',
    '  case "$1" in',
    ...table.map(([prefix, words]) => `    "${prefix}") echo "${words}" ;;`),
    '  esac',
    '}',
    '_botctl() {',
    '  local current="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" prefix="" index words',
    '  for ((index = 1; index < COMP_CWORD; index++)); do',
    '    case "${COMP_WORDS[index]}" in -*) continue ;; esac',
    '    local longer="${prefix:+$prefix }${COMP_WORDS[index]}"',
    '    [ -n "$(_botctl_words "$longer")" ] && prefix="$longer"',
    '  done',
    '  words="$(_botctl_words "$prefix $before")"',
    '  case "$before" in -*) ;; *) words="" ;; esac',
    '  COMPREPLY=($(compgen -W "${words:-$(_botctl_words "$prefix")}" -- "$current"))',
    '}',
    'complete -o default -F _botctl botctl',
    '',
  ].join('\n')
}

function fishScript(table: Array<[string, string]>): string {
  return [
    'function __botctl_words',
    '  switch "$argv[1]"',
    ...table.flatMap(([prefix, words]) => [`    case '${prefix}'`, `      string split ' ' -- '${words}'`]),
    '  end',
    'end',
    'function __botctl',
    '  set -l before (commandline -opc)',
    "  set -l prefix ''",
    '  for word in $before[2..-1]',
    "    string match -q -- '-*' $word; and continue",
    '    set -l longer (string trim -- "$prefix $word")',
    '    test (count (__botctl_words $longer)) -gt 0; and set prefix $longer',
    '  end',
    '  set -l words',
    '  string match -q -- \'-*\' $before[-1]; and set words (__botctl_words "$prefix $before[-1]")',
    '  test (count $words) -gt 0; or set words (__botctl_words $prefix)',
    '  set -l current (commandline -ct)',
    '  set -l fitting (string match -- "$current*" $words)',
    '  if test (count $fitting) -gt 0',
    '    printf "%s\\n" $fitting',
    '  else',
    '    __fish_complete_path $current',
    '  end',
    'end',
    "complete -c botctl -f -a '(__botctl)'",
    '',
  ].join('\n')
}
