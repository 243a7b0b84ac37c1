import {defineRule} from './rule.ts'

export const internalError = defineRule<{what: string}>({
  id: 'run/internal-error',
  severity: 'error',
  title: 'A fault of warraq',
  message: ({what}) => `Unexpected fault of warraq: ${what}`,
  why: 'The program met something it was not written for. The other articles are not touched by it.',
  fix: 'Report it, with the source that brings it about; `warraq check` on that file alone shows it again.',
  since: '0.1.0'
})

export const badRecord = defineRule<{problem: string}>({
  id: 'run/bad-record',
  severity: 'error',
  title: 'A line of `warraq stage` that is no record',
  message: ({problem}) =>
    `Unexpected record, expected {"id", "text"} or {"id", "html"}: ${problem}`,
  why: 'The line gives a result without an article, so that lines in and lines out stay equal; it says the same wherever the line stands.',
  fix: 'Write one JSON object a line, with `id` and `text` or `html`.',
  since: '0.1.0'
})
