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

export const nearDuplicate = defineRule<{id: string; share: number}>({
  id: 'run/near-duplicate',
  severity: 'warning',
  title: 'An article that says nearly the same as another',
  message: ({id, share}) =>
    `Unexpected text, expected one that is not \`${id}\` again: about ${Math.round(share * 100)} % of it is the same`,
  why: 'Articles of an agency, captures of one page at two times, and files that were added twice count twice in every table. Both are published.',
  fix: ({id}) =>
    `Compare it with \`${id}\`. Remove one of the two if it is there by mistake; if both belong to the edition, nothing is to be done.`,
  since: '0.1.0'
})

export const otherLanguage = defineRule<{language: string; wanted: readonly string[]}>({
  id: 'run/other-language',
  severity: 'info',
  title: 'An article in a language that is not wanted',
  message: ({language, wanted}) =>
    `Unexpected article in \`${language}\`, expected ${wanted.map((tag) => `\`${tag}\``).join(' or ')}`,
  why: '`--lang` keeps articles of some languages; the others are named here and not published.',
  fix: 'Nothing is to be done. If the language is wrong, declare `language` in the sidecar.',
  since: '0.1.0'
})

export const poisonedArticle = defineRule<{why: string}>({
  id: 'run/poisoned-article',
  severity: 'error',
  title: 'An article that ends whoever works on it',
  message: ({why}) => `Unexpected end of the work on this source, twice: ${why}`,
  why: 'In a thread of its own, an article that uses up all memory or never ends takes only that with it. It was tried again alone; then it was left out, and the rest was made.',
  fix: 'Part the source, or allow more: memory with `NODE_OPTIONS=--max-old-space-size=8192`, seconds with `limits` in edition.yaml or `--time-limit` of `warraq stage`. The next run tries it again. If the source is not large, report it.',
  since: '0.1.0'
})
