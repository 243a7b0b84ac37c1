import {rules} from '../diagnostics/index.ts'

/** What is said of rules, for people and for programs. */
export interface Explanation {
  readonly text: string
  readonly json: object
}

/** Every rule, a line each. */
export function listRules(): Explanation {
  const list = [...rules.values()]
  return {
    text: list
      .map(({id, severity, title}) => `${id.padEnd(34)} ${severity.padEnd(8)} ${title}`)
      .join('\n'),
    json: list.map(({id, severity, title}) => ({id, severity, title}))
  }
}

/** What a message of one rule means and how its cause is mended; undefined where there is no such rule. */
export function explainRule(id: string): Explanation | undefined {
  const rule = rules.get(id)
  if (!rule) return undefined
  const {severity, title, why, since} = rule
  const fix =
    typeof rule.fix === 'string'
      ? rule.fix
      : 'Each message says how, with the values at hand.'
  return {
    text: `${id}  ${severity}, since ${since}\n${title}\n\nWhy it matters  ${why}\nHow to mend it  ${fix}`,
    json: {id, severity, title, why, fix, since}
  }
}
