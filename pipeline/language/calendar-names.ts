import {erasOf} from './eras.ts'
import {nameKey} from './fold.ts'
import {languageOf} from './index.ts'
import {type RelativeUnit, relativeNames} from './relative-names.ts'

export type Calendar = 'gregorian' | 'hijri' | 'jalali'

/** What a word or a run of words names in the calendar of a language. */
export interface CalendarName {
  readonly kind:
    | 'month'
    | 'weekday'
    | 'am'
    | 'pm'
    | 'day'
    | 'relative'
    | 'season'
    | 'next'
    | 'last'
    | 'link'
    | 'era'
    | 'about'
  /** Month 1–12, weekday 1 (Monday) – 7 (Sunday), season 21–24, what an era adds to its years, or so many days or units from the day of speaking. */
  readonly value: number
  /** Of `relative`. */
  readonly unit?: RelativeUnit
  readonly calendar: Calendar
}

/** Names of a language by `nameKey`; `words` is the longest run of words among them. */
export interface CalendarNames {
  readonly names: ReadonlyMap<string, CalendarName>
  readonly words: number
}

const built = new Map<string, CalendarNames>()

/**
 * Names of months, weekdays and day periods of a language, from CLDR through `Intl`, in every regional
 * form its press uses: Egyptian, Levantine and Maghrebi months for Arabic, the months of the Hijra too.
 */
export function calendarNames(tag: string): CalendarNames {
  const found = built.get(tag)
  if (found) return found
  const names = new Map<string, CalendarName>()
  const language = languageOf(tag)
  for (const word of language.aboutWords)
    put(names, word, {kind: 'about', value: 0, calendar: 'gregorian'})
  for (const locale of new Set([
    ...language.monthLocales,
    ...Intl.DateTimeFormat.supportedLocalesOf([tag])
  ])) {
    addMonths(names, locale)
    addWeekdays(names, locale)
    addLinks(names, locale)
    addDayPeriods(names, locale)
  }
  addWords(names, tag)
  addRelative(names, tag)
  for (const {name, offset} of erasOf(tag))
    put(names, name, {kind: 'era', value: offset, calendar: 'gregorian'})
  const words = Math.max(1, ...[...names.keys()].map((key) => key.split(' ').length))
  const result = {names, words}
  built.set(tag, result)
  return result
}

const calendars = {
  gregorian: 'gregory',
  hijri: 'islamic-umalqura',
  jalali: 'persian'
} as const

function addMonths(names: Map<string, CalendarName>, locale: string): void {
  const language = new Intl.Locale(locale).language
  const kinds: Calendar[] = ['gregorian']
  if (['ar', 'fa', 'ur', 'ps'].includes(language)) kinds.push('hijri')
  if (['fa', 'ps'].includes(language)) kinds.push('jalali')
  for (const calendar of kinds) {
    for (const width of ['long', 'short'] as const) {
      for (const {date, number} of monthsOf(calendar)) {
        for (const options of [{month: width}, {month: width, day: 'numeric'}] as const) {
          const name = partOf(
            date,
            locale,
            {...options, calendar: calendars[calendar]},
            'month'
          )
          put(names, name, {kind: 'month', value: number, calendar})
        }
      }
    }
  }
}

interface Month {
  /** A day in it. */
  readonly date: Date
  readonly number: number
}

const months = new Map<Calendar, readonly Month[]>()

/** The months of a calendar in the order in which they come in a year of ours. */
function monthsOf(calendar: Calendar): readonly Month[] {
  const known = months.get(calendar)
  if (known) return known
  const found = new Map<number, Month>()
  const options = {month: 'numeric', calendar: calendars[calendar]} as const
  for (let day = 0; day < 366; day += 4) {
    const date = new Date(Date.UTC(2024, 0, 1 + day))
    const number = Number(partOf(date, 'en-u-nu-latn', options, 'month'))
    if (!found.has(number)) found.set(number, {date, number})
  }
  months.set(calendar, [...found.values()])
  return [...found.values()]
}

function addWeekdays(names: Map<string, CalendarName>, locale: string): void {
  for (let weekday = 1; weekday <= 7; weekday++) {
    const date = new Date(Date.UTC(2024, 0, weekday))
    put(names, partOf(date, locale, {weekday: 'long'}, 'weekday'), {
      kind: 'weekday',
      value: weekday,
      calendar: 'gregorian'
    })
  }
}

/** The words between the parts of a date: `de`, `of`, `د`. */
function addLinks(names: Map<string, CalendarName>, locale: string): void {
  const shapes = [
    {dateStyle: 'full', timeStyle: 'short'},
    {month: 'long', year: 'numeric'}
  ] as const
  const date = new Date(Date.UTC(2024, 2, 5))
  for (const shape of shapes) {
    const format = new Intl.DateTimeFormat(locale, {...shape, timeZone: 'UTC'})
    const words = format
      .formatToParts(date)
      .filter((part) => part.type === 'literal')
      .flatMap((part) => part.value.split(/[^\p{L}]+/u))
    for (const word of words)
      if (word) put(names, word, {kind: 'link', value: 0, calendar: 'gregorian'})
  }
}

function addDayPeriods(names: Map<string, CalendarName>, locale: string): void {
  for (const [kind, hour] of [
    ['am', 9],
    ['pm', 15]
  ] as const) {
    const date = new Date(Date.UTC(2024, 0, 1, hour))
    // The two differ: Korean has Latin letters in the one and its own in the other.
    for (const shape of [{hour12: true}, {dayPeriod: 'short'}] as const) {
      const name = partOf(date, locale, {...shape, hour: 'numeric'}, 'dayPeriod')
      put(names, name, {kind, value: 0, calendar: 'gregorian'})
    }
  }
}

function addWords(names: Map<string, CalendarName>, tag: string): void {
  const language = languageOf(tag)
  const calendar = 'gregorian'
  for (const word of language.dateLinks)
    put(names, word, {kind: 'link', value: 0, calendar})
  for (const word of language.am) put(names, word, {kind: 'am', value: 0, calendar})
  for (const word of language.pm) put(names, word, {kind: 'pm', value: 0, calendar})
  for (const word of language.nextWords)
    put(names, word, {kind: 'next', value: 1, calendar})
  for (const word of language.lastWords)
    put(names, word, {kind: 'last', value: -1, calendar})
  for (const [word, value] of Object.entries(language.dayWords)) {
    put(names, word, {kind: 'day', value, calendar})
  }
}

/** After the words of the press, which know that «اليوم» is today and not the day. */
function addRelative(names: Map<string, CalendarName>, tag: string): void {
  const calendar = 'gregorian'
  for (const [name, {unit, offset}] of relativeNames(tag).names) {
    const kind = unit === 'day' ? 'day' : 'relative'
    put(names, name, {kind, value: offset, calendar, ...(unit === 'day' ? {} : {unit})})
  }
  for (const [n, words] of languageOf(tag).seasons.entries())
    for (const word of words) put(names, word, {kind: 'season', value: 21 + n, calendar})
}

function partOf(
  date: Date,
  locale: string,
  options: Intl.DateTimeFormatOptions,
  type: Intl.DateTimeFormatPartTypes
): string {
  return (
    formatFor(locale, options)
      .formatToParts(date)
      .find((part) => part.type === type)?.value ?? ''
  )
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a format costs a thousand times more than using it. */
function formatFor(
  locale: string,
  options: Intl.DateTimeFormatOptions
): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(locale, {calendar: 'gregory', ...options, timeZone: 'UTC'})
  formats.set(key, format)
  return format
}

/** The first meaning of a word stays; numbers are no names (CJK months are read as numbers). */
function put(
  names: Map<string, CalendarName>,
  name: string,
  meaning: CalendarName
): void {
  const key = nameKey(name)
  if (key && !/^\d/u.test(key) && !names.has(key)) names.set(key, meaning)
}
