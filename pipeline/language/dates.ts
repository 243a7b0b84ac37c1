import type {Calendar} from './calendar-names.ts'
import {orderOf} from './date-order.ts'
import {
  checked,
  type DateOrder,
  type DateText,
  type FoundDate,
  gap,
  isLoose,
  isSpace,
  type Read
} from './date-reading.ts'
import {type DateToken, dateTokens, mayHoldDate} from './date-tokens.ts'
import {impliedEra} from './eras.ts'
import {keySet} from './fold.ts'
import {languageOf} from './index.ts'
import {readLabelled} from './labelled-dates.ts'
import {readNumeric} from './numeric-dates.ts'
import {readAbout, readCounted, readDecade, readSeason} from './relative-dates.ts'
import {findTime} from './times.ts'

/** Finds date expressions in one pass over the words of a text, left to right, the longest form first. */
export function findDates(
  text: string,
  tag: string,
  order: DateOrder = orderOf(tag)
): FoundDate[] {
  if (!mayHoldDate(text, tag)) return []
  const page = {text, tag, tokens: dateTokens(text, tag), order}
  const decades = decadeWords(tag)
  const found: FoundDate[] = []
  for (let n = 0; n < page.tokens.length; n++) {
    if (!page.tokens[n]?.opens) continue
    const read =
      readDate(page, n) ?? readDecade(page, n, decades) ?? readCounted(page, n, tag)
    const first = page.tokens[n]
    const last = read ? page.tokens[read.next - 1] : undefined
    if (!read || !first || !last) continue
    const time =
      read.fields.day === undefined ? null : findTime(text, page.tokens, read.next)
    found.push({
      start: first.start,
      end: time?.end ?? last.end,
      ...read.fields,
      ...time?.fields,
      ...(time?.zone ? {zone: time.zone} : {})
    })
    n = (time?.next ?? read.next) - 1
  }
  return found
}

/** Chinese and Japanese, Korean. */
const decadeSigns = ['年代', '년대']

function decadeWords(tag: string): {suffixes: string[]; words: string[]} {
  const language = languageOf(tag)
  return {
    suffixes: [...keySet(language.decadeSuffixes), ...keySet(decadeSigns)],
    words: [...keySet(language.decadeWords)]
  }
}

function readDate(page: DateText, n: number): Read | null {
  const token = page.tokens[n]
  if (!token) return null
  if (token.number !== null)
    return (
      withWeekday(page, readLabelled(page, n)) ??
      readNumeric(page, n) ??
      withWeekday(page, readDayMonth(page, n))
    )
  if (token.name?.kind === 'weekday') return readWeekday(page, n)
  if (token.name?.kind === 'month') return readMonthFirst(page, n)
  if (token.name?.kind === 'day') {
    return {fields: {calendar: 'gregorian', dayOffset: token.name.value}, next: n + 1}
  }
  if (token.name?.kind === 'relative' && token.name.unit) {
    const relative = {unit: token.name.unit, offset: token.name.value}
    return {fields: {calendar: 'gregorian', relative}, next: n + 1}
  }
  if (token.name?.kind === 'season') return readSeason(page, n)
  if (token.name?.kind === 'era') return withWeekday(page, readLabelled(page, n))
  if (token.name?.kind === 'about') return readAbout(page, n)
  return readRelativeFirst(page, n)
}

/** 26 November 2025, 5 de marzo de 2024, 1er mai, 14 أكتوبر, 28 تشرين الثاني/نوفمبر 2025. */
function readDayMonth(page: DateText, n: number): Read | null {
  const day = page.tokens[n]?.number ?? 0
  if (day < 1 || day > 31 || (page.tokens[n]?.text.length ?? 0) > 2) return null
  const at = skipLink(page, skipOrdinal(page, n + 1))
  const month = page.tokens[at]?.name
  if (month?.kind !== 'month' || (!/^-$/u.test(gap(page, at)) && !isLoose(gap(page, at))))
    return null
  return readYear(page, skipDouble(page, at + 1), {
    day,
    month: month.value,
    calendar: month.calendar
  })
}

/** A weekday behind its date belongs to it: 17 Ağustos 2023 Perşembe. */
function withWeekday(page: DateText, read: Read | null): Read | null {
  const name = read ? page.tokens[read.next]?.name : undefined
  if (!read || name?.kind !== 'weekday' || read.fields.day === undefined) return read
  if (!isLoose(gap(page, read.next))) return read
  return {fields: {...read.fields, weekday: name.value}, next: read.next + 1}
}

/** November 26, 2025; November 2025; نوفمبر 2025. A month alone is no date. */
function readMonthFirst(page: DateText, n: number): Read | null {
  const month = page.tokens[n]?.name
  if (!month) return null
  const double = skipDouble(page, n + 1)
  const next = skipLink(page, double)
  const token = page.tokens[next]
  const fields = {month: month.value, calendar: month.calendar}
  if (token?.number == null || !isLoose(gap(page, next))) return null
  if (
    token.text.length <= 2 &&
    token.number >= 1 &&
    token.number <= 31 &&
    month.calendar === 'gregorian'
  ) {
    return readYear(page, skipOrdinal(page, next + 1), {...fields, day: token.number})
  }
  return isYear(page, next) ? dated(page, next, fields) : null
}

/** A weekday alone, with last or next, or before its date. */
function readWeekday(page: DateText, n: number): Read | null {
  const weekday = page.tokens[n]?.name?.value ?? 0
  const behind = page.tokens[n + 1]
  if (behind && isLoose(gap(page, n + 1))) {
    const at = skipLink(page, n + 1)
    const date =
      page.tokens[at]?.number !== null || page.tokens[at]?.name?.kind === 'month'
        ? readDate(page, at)
        : null
    if (date?.fields.day !== undefined)
      return {...date, fields: {...date.fields, weekday}}
    const direction = directionOf(behind)
    if (direction && isSpace(gap(page, n + 1))) {
      return {fields: {calendar: 'gregorian', weekday, direction}, next: n + 2}
    }
  }
  return {fields: {calendar: 'gregorian', weekday}, next: n + 1}
}

/** last Friday, kommenden Montag. */
function readRelativeFirst(page: DateText, n: number): Read | null {
  const token = page.tokens[n]
  const weekday = page.tokens[n + 1]?.name
  const direction = token && directionOf(token)
  if (!direction || weekday?.kind !== 'weekday' || !isSpace(gap(page, n + 1))) return null
  return {fields: {calendar: 'gregorian', weekday: weekday.value, direction}, next: n + 2}
}

const directionOf = (token: DateToken): -1 | 1 | undefined =>
  token.name?.kind === 'next' ? 1 : token.name?.kind === 'last' ? -1 : undefined

/** 1st, 5th, 1er, 3º: the letters behind a number that is printed without a space. */
function skipOrdinal(page: DateText, n: number): number {
  const token = page.tokens[n]
  const isSuffix =
    token?.number === null && !token.name && token.text.length <= 3 && gap(page, n) === ''
  return isSuffix ? n + 1 : n
}

/** de, of, د. */
function skipLink(page: DateText, n: number): number {
  return page.tokens[n]?.name?.kind === 'link' && isLoose(gap(page, n)) ? n + 1 : n
}

/** تشرين الثاني/نوفمبر, نوفمبر (تشرين الثاني): the same month a second time. */
function skipDouble(page: DateText, n: number): number {
  const month = page.tokens[n - 1]?.name
  const twin = page.tokens[n]?.name
  const between = gap(page, n).trim()
  const isTwin =
    twin?.kind === 'month' && twin.value === month?.value && /^[/(\-–]$/u.test(between)
  return isTwin ? n + 1 : n
}

function readYear(
  page: DateText,
  n: number,
  fields: {day: number; month: number; calendar: Calendar}
): Read | null {
  const link = skipLink(page, n)
  const at = page.tokens[link]?.name?.kind === 'era' ? link + 1 : link
  return isYear(page, at) ? dated(page, at, fields) : checked(fields, n)
}

/** With the year of the nth token, counted by the era of the language. */
function dated(
  page: DateText,
  n: number,
  fields: {day?: number; month: number; calendar: Calendar}
): Read | null {
  const printed = page.tokens[n]?.number ?? 0
  const name = page.tokens[n - 1]?.name
  const implied = fields.calendar === 'gregorian' ? impliedEra(printed, page.tag) : 0
  const offset = name?.kind === 'era' ? name.value : implied
  const read = checked({...fields, year: printed + offset}, n + 1)
  return read && offset !== 0
    ? {...read, fields: {...read.fields, era: String(printed)}}
    : read
}

function isYear(page: DateText, n: number): boolean {
  const token = page.tokens[n]
  if (token?.number == null || token.text.length !== 4) return false
  const between = gap(page, n)
  return (
    between.length <= 12 &&
    /^[ \u00A0]{0,12}\.?[),،]?[ \u00A0]{0,12}$/u.test(between) &&
    token.number >= 1000 &&
    token.number <= 2999
  )
}
