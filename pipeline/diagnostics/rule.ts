/** What a message is about, why it matters and how its cause is mended. */
export interface Rule<Arguments extends object = object> {
  /** `<folder>/<kebab-phrase>`; permanent, never used again for something else. */
  readonly id: string
  /** error: this source (or output) cannot stand as it is; warning: somebody should look; info: good to know. */
  readonly severity: 'error' | 'warning' | 'info'
  /** A short noun phrase for lists. */
  readonly title: string
  /** One line: “Unexpected X, expected Y”, values in backticks. */
  message(args: Arguments): string
  /** Why it matters, in a sentence or two. */
  readonly why: string
  /** How to mend the cause. */
  readonly fix: string | ((args: Arguments) => string)
  /** Version that brought it. */
  readonly since: string
}

/** Declares a rule; the arguments its message takes are its type. */
export const defineRule = <Arguments extends object>(
  rule: Rule<Arguments>
): Rule<Arguments> => rule
