import type {FoundDate} from './date-reading.ts'

/** A day of the Gregorian calendar as its distance from 1970-01-01, in days. */
export const toDays = (iso: string): number =>
  Math.floor(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / 86_400_000)
export const fromDays = (days: number): string =>
  new Date(days * 86_400_000).toISOString().slice(0, 10)
/** 1 (Monday) – 7 (Sunday) */
export const weekdayOf = (days: number): number => ((((days + 3) % 7) + 7) % 7) + 1

const pad = (value: number | undefined, length: number): string =>
  value === undefined ? 'X'.repeat(length) : String(value).padStart(length, '0')

/**
 * What a date expression says by itself, unknown parts as X; null where it names no day, month or year.
 * @see EDTF level 1, ISO 8601-2:2019
 */
export function printedEdtf(date: FoundDate): string | null {
  if (date.decade !== undefined) return `${date.decade}X`
  if (date.season !== undefined) return `${pad(date.year, 4)}-${date.season}`
  if (date.month === undefined && date.year === undefined) return null
  if (date.month === undefined) return `${pad(date.year, 4)}${date.isAbout ? '~' : ''}`
  if (date.day === undefined) return `${pad(date.year, 4)}-${pad(date.month, 2)}`
  return `${pad(date.year, 4)}-${pad(date.month, 2)}-${pad(date.day, 2)}`
}

const calendars = {hijri: 'islamic-umalqura', jalali: 'persian'} as const

/** The Gregorian day of a date of another calendar, found by asking `Intl` for days around it. */
export function toGregorian(date: FoundDate): string | null {
  const {year, month, day, calendar} = date
  if (
    calendar === 'gregorian' ||
    year === undefined ||
    month === undefined ||
    day === undefined
  )
    return null
  const yearLength = calendar === 'hijri' ? 354.367 : 365.2422
  const epoch = calendar === 'hijri' ? -492_148 : -492_268
  const guess = Math.round(
    epoch + (year - 1) * yearLength + (month - 1) * (yearLength / 12) + day - 1
  )
  const format = new Intl.DateTimeFormat('en-u-nu-latn', {
    calendar: calendars[calendar],
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC'
  })
  for (let days = guess - 40; days <= guess + 40; days++) {
    const parts = new Map(
      format
        .formatToParts(days * 86_400_000)
        .map((part) => [part.type, Number.parseInt(part.value, 10)])
    )
    if (
      parts.get('year') === year &&
      parts.get('month') === month &&
      parts.get('day') === day
    ) {
      return fromDays(days)
    }
  }
  return null
}
