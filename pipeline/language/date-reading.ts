import type {Calendar} from './calendar-names.ts'
import type {DateToken} from './date-tokens.ts'
import type {Relative} from './relative-names.ts'
import type {Zone} from './time-zones.ts'

/** Order of day, month and year where a date is printed in numbers alone. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd'

/** A date, a weekday or a day word as it stands in a text; what is not printed is absent. */
export interface FoundDate {
  /** UTF-16 offsets in the text. */
  readonly start: number
  readonly end: number
  readonly calendar: Calendar
  readonly year?: number
  /** 1–12 */
  readonly month?: number
  readonly day?: number
  /** 1 (Monday) – 7 (Sunday) */
  readonly weekday?: number
  readonly hour?: number
  readonly minute?: number
  readonly second?: number
  /** Zone of the time, where one is named. */
  readonly zone?: Zone
  /** Days from the day of speaking: yesterday is -1. */
  readonly dayOffset?: number
  /** A weekday with a word such as last (-1) or next (1). */
  readonly direction?: -1 | 1
  /** A span counted from the day of speaking: last week, 3 months ago. */
  readonly relative?: Relative
  /** EDTF: 21 (spring) – 24 (winter), with a year. */
  readonly season?: number
  /** Its first three digits: 199 for the 1990s. */
  readonly decade?: number
  /** What the year was counted by, as printed, where that was not the Gregorian calendar: 令和, or 2567. */
  readonly era?: string
  /** With a word such as about or circa. */
  readonly isAbout?: boolean
}

/** Part of a date that was read: its fields and the token behind it. */
export interface Read {
  readonly fields: Omit<FoundDate, 'start' | 'end'>
  readonly next: number
}
export interface DateText {
  readonly text: string
  /** BCP 47 */
  readonly tag: string
  readonly tokens: readonly DateToken[]
  readonly order: DateOrder
}

/** What stands between two neighbouring tokens. */
export const gap = ({text, tokens}: DateText, n: number): string =>
  text.slice(tokens[n - 1]?.end ?? 0, tokens[n]?.start ?? text.length)

/** White space between two words of a date, at most. */
const longestGap = 12

export const isSpace = (between: string): boolean => /^[ \u00A0\u202F\t]*$/u.test(between)
export const isLoose = (between: string): boolean =>
  between.length <= longestGap &&
  /^[ \u00A0\u202F\t]{0,12}\.?[,،，]?[ \u00A0\u202F\t]{0,12}$/u.test(between)

interface Parts {
  readonly year?: number | undefined
  readonly month?: number | undefined
  readonly day?: number | undefined
  readonly calendar?: Calendar
}

/** Leaves out what is absent, refuses what no calendar has: a 31st of November, a thirteenth month. */
export function checked(parts: Parts, next: number): Read | null {
  const {year, month, day, calendar = 'gregorian'} = parts
  if (month !== undefined && (month < 1 || month > 12)) return null
  if (day !== undefined && (day < 1 || day > longestMonth(parts))) return null
  const given = {year, month, day}
  const fields = Object.fromEntries(
    Object.entries(given).filter((entry) => entry[1] !== undefined)
  )
  return {fields: {calendar, ...fields}, next}
}

function longestMonth({year, month, calendar}: Parts): number {
  if (calendar === 'hijri') return 30
  if (calendar === 'jalali') return 31
  return new Date(Date.UTC(year ?? 2000, month ?? 1, 0)).getUTCDate()
}
