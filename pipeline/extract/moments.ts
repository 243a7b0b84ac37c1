import type {FoundDate} from '../language/date-reading.ts'
import {findDates} from '../language/dates.ts'
import {toGregorian} from '../language/edtf.ts'
import {asciiDigits} from '../language/fold.ts'
import {offsetOn, readZone} from '../language/time-zones.ts'
import {isUnspaced} from '../language/unspaced-words.ts'
import {findShortDates} from './short-dates.ts'

/** A moment as it is written: a day, or a day with its time, the offset kept. */
export interface Moment {
  /** ISO 8601, no more precise than what is written. */
  readonly value: string
  /** UTF-16 code units of the text it was read from. */
  readonly start: number
  readonly end: number
}

const iso =
  /(?<![\d])((?:19|20)\d\d)-(\d\d?)-(\d\d?)(?:[T\s]+(\d\d?):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?)?(?!\d)/iu
const compact = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?(?![\d])/u
/** As `date` of Unix prints: “Tue Mar 05 14:30:00 UTC 2024”. */
const unix =
  /^(?:[a-z]{3},?\s+)([a-z]{3})\s+(\d\d?)\s+(\d\d:\d\d:\d\d)(\s+[a-z]{1,5})?\s+(\d{4})$/iu

const pad = (value: number | string, length = 2): string =>
  String(value).padStart(length, '0')

/** Reads a date that a machine wrote, or a person. @param tag language of the page */
export function momentOf(text: string, tag: string): Moment | null {
  const trimmed = text.trim()
  const written = iso.exec(ascii(text))
  if (written) return fromParts(written, text, written.index)
  const digits = compact.exec(trimmed)
  const rest = trimmed.slice(digits?.[0].length ?? 0)
  if (digits && (rest === '' || readZone(rest)))
    return fromParts(digits, trimmed, text.length - text.trimStart().length)
  if (/^\d{10}(?:\d{3})?$/u.test(trimmed)) return fromEpoch(trimmed, text.length)
  const [, month, day, time, zone = '', year] = unix.exec(trimmed) ?? []
  const inOrder = month ? `${month} ${day} ${year} ${time}${zone}` : null
  const found = printedMoments(inOrder ?? text.slice(0, 300), inOrder ? 'en' : tag)[0]
  return found && inOrder ? {...found, start: 0, end: text.length} : (found ?? null)
}

/** Digits of any script as ASCII, each in its place. */
const ascii = (text: string): string =>
  /[^\0-\x7F]/u.test(text)
    ? text.replace(/\p{Nd}/gu, (digit) =>
        digit.length === 1 ? asciiDigits(digit) : digit
      )
    : text

/** @param text the parts stand at its start, or at `start` of it */
function fromParts(parts: RegExpExecArray, text: string, start: number): Moment | null {
  const [whole, year = '', month = '', day = '', hour, minute, second] = parts
  const date = `${year}-${pad(month)}-${pad(day)}`
  if (!isDay(date)) return null
  const end = start + whole.length
  if (hour === undefined || Number(hour) > 23) return {value: date, start, end}
  const time = `${date}T${pad(hour)}:${minute}`
  const zone = readZone(text.slice(parts.index + whole.length))
  if (!zone) return {value: second ? `${time}:${second}` : time, start, end}
  return {
    value: `${time}:${second ?? '00'}${offsetOn(zone, time)}`,
    start,
    end: end + zone.length
  }
}

function fromEpoch(text: string, end: number): Moment | null {
  const instant = new Date(text.length === 10 ? Number(text) * 1000 : Number(text))
  const value = instant.toISOString().replace(/\.\d+Z$/u, 'Z')
  return isDay(value.slice(0, 10)) ? {value, start: 0, end} : null
}

/** A day that the calendar has, since there are pages and not long after this was written. */
function isDay(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date)
    return false
  return date >= '1990-01-01' && date < '2100-01-01'
}

/** A text as its dates can be read, each letter in its place. */
function readable(text: string, tag: string): string {
  // Many a Persian page is written with the letters of an Arabic keyboard.
  if (tag === 'fa') return text.replaceAll('ي', 'ی').replaceAll('ك', 'ک')
  // Between a day and a year, the Hebrew letter before a month is a particle: “5 במרץ 2024”.
  return tag === 'he'
    ? text.replace(/(\d )\u05D1(?=\p{Script=Hebrew}{3,}[ ,]+\d{4})/gu, '$1 ')
    : text
}

/** Whole dates that are printed in a text, in its language and in English. */
export function printedMoments(written: string, tag: string): Moment[] {
  // A year is a number, in digits but where Chinese numerals may be printed: most lines have none.
  if (!/\p{Nd}/u.test(written) && !isUnspaced(tag)) return []
  const text = readable(written, tag)
  const found = momentsOf(findDates(text, tag))
  if (found.length > 0) return found
  const inEnglish = tag === 'en' ? [] : momentsOf(findDates(text, 'en'))
  return inEnglish.length > 0 ? inEnglish : momentsOf(findShortDates(text, tag))
}

const momentsOf = (dates: readonly FoundDate[]): Moment[] =>
  dates.filter(isWhole).flatMap((date) => {
    const value = isoOf(date)
    return value ? [{value, start: date.start, end: date.end}] : []
  })

const isWhole = (date: FoundDate): boolean =>
  date.year !== undefined && date.month !== undefined && date.day !== undefined

function isoOf(date: FoundDate): string | null {
  const day =
    date.calendar === 'gregorian'
      ? [pad(date.year ?? 0, 4), pad(date.month ?? 0), pad(date.day ?? 0)].join('-')
      : toGregorian(date)
  if (!day || !isDay(day)) return null
  if (date.hour === undefined) return day
  const time = `${day}T${pad(date.hour)}:${pad(date.minute ?? 0)}`
  const seconds = date.second === undefined ? '' : `:${pad(date.second)}`
  return date.zone
    ? `${time}${seconds || ':00'}${offsetOn(date.zone, time)}`
    : `${time}${seconds}`
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** A day in an address whose month is a name: `/2023/dec/21/`. */
function momentByName(url: string): string | null {
  const [, year, name = '', day = ''] =
    /\/((?:19|20)\d\d)\/([a-z]{3})\/(\d\d?)\//u.exec(url) ?? []
  const date = `${year}-${pad(months.indexOf(name) + 1)}-${pad(day)}`
  return year && isDay(date) ? date : null
}

/** A day in the address of a page. */
export function momentOfUrl(url: string): string | null {
  const found =
    /[/_-]((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?![\d])/u.exec(
      url
    ) ?? /\/((?:19|20)\d\d)\/(\d\d?)\/(\d\d?)\//u.exec(url)
  const named = found ? null : momentByName(url)
  if (named) return named
  const dayFirst = found
    ? null
    : // The day is past the twelfth: it cannot be a month.
      /[/_-](1[3-9]|2\d|3[01])-(0[1-9]|1[0-2])-((?:19|20)\d\d)(?!\d)/u.exec(url)
  const parts = found ?? dayFirst?.toReversed().slice(0, -1)
  if (!parts) return null
  const [year = '', month = '', day = ''] = found ? found.slice(1) : parts
  const date = `${year}-${pad(month)}-${pad(day)}`
  return isDay(date) ? date : null
}
