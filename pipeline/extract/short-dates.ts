import type {Calendar} from '../language/calendar-names.ts'
import {orderOf} from '../language/date-order.ts'
import type {DateOrder, FoundDate} from '../language/date-reading.ts'
import {asciiDigits} from '../language/fold.ts'

/** Three numbers with the same mark between them, and no other number beside them. */
const numbers =
  /(?<![\p{Nd}./:-])(\p{Nd}{1,4})([./-])(\p{Nd}{1,2})\2(\p{Nd}{1,4})(?![\p{Nd}/-]|[.:]\p{Nd})/gu
/** Years from this one on are of the century before: the first pages of the web. */
const firstOfWeb = 90

/**
 * Dates in numbers alone whose year is written in two digits, or counted by the sun from the Hijra as in
 * Persian. Their order is that of the language; the century is inferred: pages are of 1990 to 2089.
 */
export function findShortDates(text: string, tag: string): FoundDate[] {
  return [...text.matchAll(numbers)].flatMap((match) => {
    const [whole, first = '', mark = '', second = '', third = ''] = match
    const parts = [first, second, third].map((part) => Number(asciiDigits(part)))
    const lengths = [first.length, third.length]
    const read = lengths.includes(4)
      ? readJalali(parts, first.length === 4)
      : mark === '-' || lengths.some((length) => length > 2)
        ? null
        : readShort(parts, third.length === 2 ? orderOf(tag) : null)
    if (!read) return []
    const span = {start: match.index, end: match.index + whole.length}
    return [{...span, ...read}]
  })
}

type Day = Pick<FoundDate, 'year' | 'month' | 'day' | 'calendar'>

/** Years of the solar Hijra in which there are pages: 1370 began in 1991, 1450 will in 2071. */
function readJalali(parts: readonly number[], isYearFirst: boolean): Day | null {
  const [year = 0, month = 0, day = 0] = isYearFirst ? parts : parts.toReversed()
  return year >= 1370 && year <= 1450 ? dayOf({year, month, day}, 'jalali') : null
}

function readShort(parts: readonly number[], order: DateOrder | null): Day | null {
  const [first = 0, second = 0, third = 0] = parts
  if (!order) return null
  const [day, month, year] =
    order === 'dmy'
      ? [first, second, third]
      : order === 'mdy'
        ? [second, first, third]
        : [third, second, first]
  const whole = year + (year >= firstOfWeb ? 1900 : 2000)
  const swapped = month > 12 && order !== 'ymd'
  const [m, d] = swapped ? [day, month] : [month, day]
  return dayOf({year: whole, month: m, day: d}, 'gregorian')
}

const dayOf = (
  parts: {year: number; month: number; day: number},
  calendar: Calendar
): Day | null =>
  parts.month >= 1 && parts.month <= 12 && parts.day >= 1 && parts.day <= 31
    ? {...parts, calendar}
    : null
