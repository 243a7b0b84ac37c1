import type {FoundDate} from '../language/date-reading.ts'
import {fromDays, printedEdtf, toDays, toGregorian, weekdayOf} from '../language/edtf.ts'
import type {Relative} from '../language/relative-names.ts'
import type {DateExpression} from '../tree/types.ts'

/** The day that missing parts are counted from. */
export interface Anchor {
  /** `datePublished`, or the id of a dialogue. */
  readonly id: string
  /** ISO 8601, day or finer. */
  readonly date: string
  /** A dialogue looks ahead, a report back. */
  readonly looks: 'ahead' | 'back'
}

type Resolved = Pick<DateExpression, 'value' | 'basis' | 'rule'> &
  Partial<Pick<DateExpression, 'printed' | 'anchor' | 'because' | 'confidence'>>

/**
 * The value of a date expression in EDTF, no more precise than its words and their anchor allow;
 * null where nothing anchors it: then it stays text.
 */
export function resolveDate(date: FoundDate, anchor: Anchor | null): Resolved | null {
  if (date.year !== undefined || date.decade !== undefined) return resolveFull(date)
  if (!anchor) return null
  if (date.month !== undefined)
    return date.calendar === 'gregorian' ? resolveYear(date, anchor) : null
  if (date.dayOffset !== undefined) return resolveOffset(date.dayOffset, anchor)
  if (date.relative) return resolveRelative(date.relative, anchor)
  return date.weekday === undefined
    ? null
    : resolveWeekday(date.weekday, date.direction, anchor)
}

function resolveFull(date: FoundDate): Resolved | null {
  const printed = printedEdtf(date)
  if (!printed) return null
  if (date.era !== undefined)
    return {
      value: printed,
      basis: 'inferred',
      rule: 'annotate/era-year',
      confidence: 1,
      because: `the year is counted by an era: ${date.era}`
    }
  if (date.calendar === 'gregorian')
    return {value: printed, basis: 'stated', rule: 'annotate/full-date'}
  const value = toGregorian(date)
  if (!value) return null
  return {
    value,
    basis: 'inferred',
    rule: `annotate/${date.calendar}-date`,
    confidence: date.calendar === 'hijri' ? 0.8 : 1,
    because:
      date.calendar === 'hijri'
        ? 'the day by the calendar of Umm al-Qura; where the moon was sighted it may be a day earlier or later'
        : 'the same day in the Gregorian calendar'
  }
}

/** A day and a month without a year: the year that puts it nearest to the anchor. */
function resolveYear(date: FoundDate, anchor: Anchor): Resolved | null {
  const printed = printedEdtf(date)
  if (!printed) return null
  const base = toDays(anchor.date)
  const year = Number(anchor.date.slice(0, 4))
  const candidates = [year - 1, year, year + 1]
    .map((each) => printed.replace('XXXX', String(each)))
    .filter((each) => isDay(each))
  const distance = (each: string): number =>
    Math.abs(toDays(each.length === 7 ? `${each}-15` : each) - base)
  const [value, second] = candidates.sort(
    (a, b) => distance(a) - distance(b) || (a < b ? -1 : 1)
  )
  if (!value) return null
  return {
    value,
    printed,
    basis: 'inferred',
    rule: 'annotate/year-nearest-publication',
    anchor: anchor.id,
    confidence: second && distance(second) - distance(value) < 60 ? 0.6 : 0.9,
    because: `no year is printed; this is the one nearest to ${anchor.date.slice(0, 10)}`
  }
}

const isDay = (edtf: string): boolean => {
  const iso = edtf.length === 7 ? `${edtf}-01` : edtf
  return fromDays(toDays(iso)) === iso
}

function resolveOffset(offset: number, anchor: Anchor): Resolved {
  return {
    value: fromDays(toDays(anchor.date) + offset),
    basis: 'inferred',
    rule: 'annotate/day-from-anchor',
    anchor: anchor.id,
    confidence: 0.9,
    because: `counted from ${anchor.date.slice(0, 10)}`
  }
}

/** A week is an interval from Monday to Sunday, a month and a year are themselves. @see ISO 8601, week date */
function resolveRelative({unit, offset}: Relative, anchor: Anchor): Resolved {
  if (unit === 'day') return resolveOffset(offset, anchor)
  const base = toDays(anchor.date)
  const monday = base - weekdayOf(base) + 1 + offset * 7
  const months =
    Number(anchor.date.slice(0, 4)) * 12 + Number(anchor.date.slice(5, 7)) - 1 + offset
  const month = `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
  const values = {
    week: `${fromDays(monday)}/${fromDays(monday + 6)}`,
    month,
    year: String(Number(anchor.date.slice(0, 4)) + offset)
  }
  return {
    value: values[unit],
    basis: 'inferred',
    rule: `annotate/${unit}-from-anchor`,
    anchor: anchor.id,
    confidence: 0.85,
    because: `counted from ${anchor.date.slice(0, 10)}`
  }
}

/** A weekday: the next one after the day of a conversation, the last one before the day of a report. */
function resolveWeekday(
  weekday: number,
  direction: FoundDate['direction'],
  anchor: Anchor
): Resolved {
  const base = toDays(anchor.date)
  const isAhead = direction ? direction > 0 : anchor.looks === 'ahead'
  const forward = (((weekday - weekdayOf(base)) % 7) + 7) % 7 || 7
  const value = fromDays(
    isAhead ? base + forward : base + forward - 7 - (direction && forward === 7 ? 7 : 0)
  )
  const which = isAhead ? 'first such day after' : 'last such day up to'
  return {
    value,
    basis: 'inferred',
    rule: isAhead ? 'annotate/weekday-after-anchor' : 'annotate/weekday-before-anchor',
    anchor: anchor.id,
    confidence: direction ? 0.9 : 0.8,
    because: `the ${which} ${anchor.date.slice(0, 10)}`
  }
}
