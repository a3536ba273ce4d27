/** Something that a check found. */
export interface Finding {
  /** The check that found it: a stable word. */
  check: string
  /** `problem`: shoppers are or will be hurt; `warning`: look at it in daylight. */
  level: 'problem' | 'warning'
  /** What is wrong, in one sentence. */
  message: string
  /** The command or change that mends it. */
  remedy: string
}
