import {wordKey} from './fold.ts'

export type RelativeUnit = 'day' | 'week' | 'month' | 'year'

/** A span of time counted from the day of speaking: yesterday, last week, 3 months ago. */
export interface Relative {
  readonly unit: RelativeUnit
  /** Negative in the past. */
  readonly offset: number
}

/** Words around a number: `vor` 3 `Tagen`, 3 `days ago`. */
export interface RelativeTemplate {
  readonly unit: RelativeUnit
  readonly sign: -1 | 1
  /** Keys of the words before and behind the number. */
  readonly before: readonly string[]
  readonly after: readonly string[]
}

export interface RelativeNames {
  /** By the keys of their words, a space between them. */
  readonly names: ReadonlyMap<string, Relative>
  /** By the key of their first word; those that begin with the number by the empty key. */
  readonly templates: ReadonlyMap<string, readonly RelativeTemplate[]>
}

const units = ['day', 'week', 'month', 'year'] as const
/** Numbers that cover the plural forms of every language. @see CLDR, language plural rules */
const examples = [1, 2, 3, 5, 11, 20, 21, 100]

const built = new Map<string, RelativeNames>()

/** How a language names days, weeks, months and years from now. @see CLDR, relative time, through `Intl` */
export function relativeNames(tag: string): RelativeNames {
  const known = built.get(tag)
  if (known) return known
  const names = new Map<string, Relative>()
  const templates = new Map<string, RelativeTemplate>()
  const [locale] = Intl.RelativeTimeFormat.supportedLocalesOf([tag])
  if (locale !== undefined) {
    for (const unit of units) {
      addNames(names, locale, unit)
      addTemplates({names, templates}, locale, unit)
    }
  }
  const byFirst = new Map<string, RelativeTemplate[]>()
  for (const template of templates.values()) {
    const first = template.before[0] ?? ''
    byFirst.set(first, [...(byFirst.get(first) ?? []), template])
  }
  const result = {names, templates: byFirst}
  built.set(tag, result)
  return result
}

/** yesterday, vorgestern, last month; a name without a number in it. */
function addNames(
  names: Map<string, Relative>,
  locale: string,
  unit: RelativeUnit
): void {
  const format = new Intl.RelativeTimeFormat(locale, {numeric: 'auto'})
  for (const offset of unit === 'day' ? [-2, -1, 0, 1, 2] : [-1, 0, 1]) {
    const parts = format.formatToParts(offset, unit)
    if (parts.every((part) => part.type === 'literal'))
      put(names, keysOf(parts.map((part) => part.value).join('')), {unit, offset})
  }
}

function addTemplates(
  found: {names: Map<string, Relative>; templates: Map<string, RelativeTemplate>},
  locale: string,
  unit: RelativeUnit
): void {
  const format = new Intl.RelativeTimeFormat(locale, {numeric: 'always'})
  for (const sign of [-1, 1] as const) {
    for (const example of examples) {
      const parts = format.formatToParts(sign * example, unit)
      const at = parts.findIndex((part) => part.type !== 'literal')
      const wordsOf = (list: typeof parts): string[] =>
        keysOf(list.map((part) => part.value).join(' '))
      if (at < 0) put(found.names, wordsOf(parts), {unit, offset: sign * example})
      else {
        const before = wordsOf(parts.slice(0, at))
        const after = wordsOf(parts.slice(at + 1))
        const key = `${before.join(' ')}#${after.join(' ')}`
        if (before.length + after.length > 0)
          found.templates.set(key, {unit, sign, before, after})
      }
    }
  }
}

const keysOf = (text: string): string[] =>
  (text.match(/[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu) ?? []).map(wordKey)

function put(
  names: Map<string, Relative>,
  words: readonly string[],
  meaning: Relative
): void {
  const key = words.join(' ')
  if (key !== '' && !names.has(key)) names.set(key, meaning)
}
