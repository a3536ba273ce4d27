interface Completable {
  id: string
  flags: string[]
}

/**
 * A bash function that completes commands, topics and flags from a table in the script itself: pressing Tab starts no
 * program. zsh reads the same through bashcompinit.
 */
export function completionScript(shell: 'bash' | 'zsh', commands: readonly Completable[]): string {
  const next = new Map<string, Set<string>>()
  const add = (prefix: string, word: string) => next.set(prefix, (next.get(prefix) ?? new Set()).add(word))
  for (const { id, flags } of commands) {
    const words = id.split(':')
    for (const [index, word] of words.entries()) add(words.slice(0, index).join(' '), word)
    for (const flag of flags) add(words.join(' '), `--${flag}`)
  }
  const cases = [...next].map(([prefix, words]) => `    "${prefix}") echo "${[...words].sort().join(' ')}" ;;`)
  return [
    ...(shell === 'zsh' ? ['autoload -U +X bashcompinit && bashcompinit'] : []),
    '_botctl_words() {',
    '  case "$1" in',
    ...cases,
    '  esac',
    '}',
    '_botctl() {',
    '  local current="${COMP_WORDS[COMP_CWORD]}" prefix="" index',
    '  for ((index = 1; index < COMP_CWORD; index++)); do',
    '    local longer="${prefix:+$prefix }${COMP_WORDS[index]}"',
    '    [ -n "$(_botctl_words "$longer")" ] && prefix="$longer"',
    '  done',
    '  COMPREPLY=($(compgen -W "$(_botctl_words "$prefix")" -- "$current"))',
    '}',
    'complete -o default -F _botctl botctl',
    '',
  ].join('\n')
}
