import {readFileSync} from 'node:fs'
import {findDates} from '../pipeline/language/dates.ts'
import {resolveDate} from '../pipeline/annotate/resolve-date.ts'

/** An expression, the day it is said on, and the value a reader of the language gives it. */
export interface DateCase {
  readonly language: string
  /** ISO 8601 day. */
  readonly anchor: string
  readonly looks: 'ahead' | 'back'
  readonly expression: string
  /** EDTF; `-` where nothing is a date. */
  readonly expected: string
}

/** Reads `tests/eval/dates.tsv`: language, anchor, ahead or back, expression, value; `#` begins a comment. */
export const readDates = (file: string): DateCase[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('#'))
    .map((line) => {
      const [language = '', anchor = '', looks = '', expression = '', expected = ''] = line.split('\t')
      return {language, anchor, looks: looks === 'ahead' ? 'ahead' : 'back', expression, expected}
    })

/** The values found in an expression, in order. */
export const valuesOf = ({language, anchor, looks, expression}: DateCase): string[] =>
  findDates(expression, language).flatMap(
    (found) => resolveDate(found, {id: 'anchor', date: anchor, looks})?.value ?? []
  )

export function scoreDates(cases: readonly DateCase[]) {
  const wrong: {language: string; expression: string; expected: string; found: string}[] = []
  for (const each of cases) {
    const found = valuesOf(each).join(' ') || '-'
    if (found !== each.expected) wrong.push({...each, found})
  }
  return {
    total: cases.length,
    right: cases.length - wrong.length,
    languages: new Set(cases.map(({language}) => language)).size,
    wrong
  }
}
