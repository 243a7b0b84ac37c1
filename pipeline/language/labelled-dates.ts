import {checked, type DateText, gap, isLoose, isSpace, type Read} from './date-reading.ts'
import type {DateToken} from './date-tokens.ts'
import {wordKey} from './fold.ts'

/** What a language sets behind the numbers of a date, by `wordKey`. */
interface Labels {
  /** Words that are complete, and stems that take an ending. */
  readonly marks: ReadonlySet<string>
  readonly stems: readonly string[]
}
type Part = 'year' | 'month' | 'day'

/** Signs of the date in Chinese, Japanese and Korean. */
const signs = {
  year: ['年', '년'],
  month: ['月', '월'],
  day: ['日', '号', '號', '일']
} as const

/** 2024年3月5日, 2024 m. kovo 6 d., 2024 жылғы 6 наурыз, 2024. február 5., 令和6年, 11月21日. */
export function readLabelled(page: DateText, n: number): Read | null {
  const year = yearAt(page, n)
  if (!year) return readSigned(page, n)
  const {fields, next} = year
  return readRest(page, next, fields) ?? (fields.era ? year : null)
}

/** The year with the words behind it. */
function yearAt(page: DateText, n: number): Read | null {
  const era = page.tokens[n]?.name?.kind === 'era' ? page.tokens[n] : undefined
  const at = era ? n + 1 : n
  const token = page.tokens[at]
  if (token?.number == null || (!era && token.text.length !== 4)) return null
  if (era && !isSpace(gap(page, at))) return null
  const next = skipLabels(page, at + 1, 'year')
  const isPointed = /^\.[ \u00A0]$/u.test(gap(page, at + 1))
  if (next === at + 1 && (era || !(isPointed || isBare(page, next)))) return null
  const year = token.number + (era?.name?.value ?? 0)
  return {
    fields: {calendar: 'gregorian', year, ...(era ? {era: era.text} : {})},
    next
  }
}

/** 2024 March 6: month and day follow, and no other year. */
const isBare = (page: DateText, n: number): boolean =>
  page.tokens[n]?.name?.kind === 'month' &&
  isSpace(gap(page, n)) &&
  isSmall(page.tokens[n + 1]) &&
  isSpace(gap(page, n + 1)) &&
  page.tokens[n + 2]?.text.length !== 4

/** Month and day behind the year, in either order. */
function readRest(page: DateText, n: number, fields: Read['fields']): Read | null {
  const token = page.tokens[n]
  if (!token || !isLoose(gap(page, n))) return null
  if (token.name?.kind === 'month') return withDay(page, n + 1, fields, token.name.value)
  if (!isSmall(token)) return null
  const behind = skipOrdinal(page, n + 1)
  const name = page.tokens[behind]?.name
  if (name?.kind === 'month' && /^[\s.-]*$/u.test(gap(page, behind)))
    return joined(fields, {month: name.value, day: token.number ?? 0}, behind + 1)
  const next = monthEnd(page, n + 1)
  return next === null ? null : withDay(page, next, fields, token.number ?? 0)
}

/** The token behind the word for a month, with an ordinal word before it at most: 3 дугаар сарын. */
function monthEnd(page: DateText, n: number): number | null {
  for (const at of [n, n + 1]) {
    if (page.tokens[at]?.number !== null || !isSpace(gap(page, at))) return null
    const next = skipLabels(page, at, 'month')
    if (next > at) return next
  }
  return null
}

function withDay(
  page: DateText,
  n: number,
  fields: Read['fields'],
  month: number
): Read | null {
  const token = page.tokens[n]
  if (!isSmall(token) || !isSpace(gap(page, n))) return joined(fields, {month}, n)
  const next = skipLabels(page, skipOrdinal(page, n + 1), 'day')
  return joined(fields, {month, day: token?.number ?? 0}, next)
}

function joined(
  fields: Read['fields'],
  parts: {month: number; day?: number},
  next: number
): Read | null {
  const read = checked({year: fields.year, ...parts}, next)
  return read && {...read, fields: {...fields, ...read.fields}}
}

/** 11月21日: both signs must be there. */
function readSigned(page: DateText, n: number): Read | null {
  const [month, monthSign, day, daySign] = page.tokens.slice(n, n + 4)
  if (!isSmall(month) || !isSmall(day)) return null
  if (!isSign(monthSign, 'month') || !isSign(daySign, 'day')) return null
  if (![1, 2, 3].every((k) => isSpace(gap(page, n + k)))) return null
  return checked({month: month?.number ?? 0, day: day?.number ?? 0}, n + 4)
}

const isSign = (token: DateToken | undefined, part: Part): boolean =>
  token !== undefined && signs[part].some((sign) => sign === token.text)

const isSmall = (token: DateToken | undefined): boolean =>
  token?.number != null && token.number >= 1 && token.number <= 31

/** Letters that are printed to a number. */
function skipOrdinal(page: DateText, n: number): number {
  const token = page.tokens[n]
  const isSuffix =
    token?.number === null &&
    !token.name &&
    token.text.length <= 4 &&
    /^-?$/u.test(gap(page, n))
  return isSuffix ? n + 1 : n
}

/** Behind the words for a part of a date: 2024(e)ko, 2024 m., 2024 жылғы. */
function skipLabels(page: DateText, n: number, part: Part): number {
  let at = n
  while (at < n + 3 && isLabel(page.tokens[at], part, page.tag) && isNear(page, at)) at++
  return at
}

const isNear = (page: DateText, n: number): boolean =>
  /^[\s().-]{0,3}$/u.test(gap(page, n))

function isLabel(token: DateToken | undefined, part: Part, tag: string): boolean {
  if (token?.number !== null || token.name?.kind === 'month') return false
  if (isSign(token, part)) return true
  const {marks, stems} = labelsOf(tag)[part]
  if (marks.has(token.key)) return true
  return stems.some(
    (stem) =>
      token.key.startsWith(stem) && token.key.length <= stem.length + longestEnding
  )
}

/** Letters of the ending of a word for year or month: жыл|ғы, yıl|ının, წელ|ს. */
const longestEnding = 4

const built = new Map<string, Record<Part, Labels>>()

function labelsOf(tag: string): Record<Part, Labels> {
  const known = built.get(tag)
  if (known) return known
  const labels = {
    year: labelsFor(tag, 'year'),
    month: labelsFor(tag, 'month'),
    day: labelsFor(tag, 'day')
  }
  built.set(tag, labels)
  return labels
}

/** @see CLDR, the long date of a language and its names of units */
function labelsFor(tag: string, part: Part): Labels {
  const parts = new Intl.DateTimeFormat(tag, {
    dateStyle: 'long',
    calendar: 'gregory',
    timeZone: 'UTC'
  }).formatToParts(new Date(Date.UTC(2024, 2, 6)))
  const at = parts.findIndex(({type}) => type === part)
  const literal = part === 'month' ? '' : (parts[at + 1]?.value ?? '')
  const isNumber = /^\p{N}/u.test(parts[at]?.value ?? '')
  const units = [1, 2, 5].flatMap((count) => unitWords(tag, part, count))
  const marks = isNumber ? wordKeys(literal) : []
  const stems = [...units, ...marks]
    .map((unit) => unit.replace(/[აეიოუаеиоуyaeiou]$/u, ''))
    .filter((stem) => stem.length > 1)
  return {marks: new Set(marks), stems: [...new Set(stems)]}
}

const unitWords = (tag: string, unit: Part, count: number): string[] =>
  wordKeys(
    new Intl.NumberFormat(tag, {style: 'unit', unit, unitDisplay: 'long'}).format(count)
  )

const wordKeys = (text: string): string[] =>
  text.match(/[\p{L}\p{M}]+/gu)?.map((word) => wordKey(word)) ?? []
