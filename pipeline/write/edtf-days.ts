/** The first and last day that a date can mean, `2025-10-14`; null where it leaves one open. */
export interface Days {
  readonly date_start: string | null
  readonly date_end: string | null
}

/**
 * The days of an EDTF level 1 date. Seasons, years before 1 and after 9999, and dates without a year
 * name no day.
 * @see https://www.loc.gov/standards/datetime/
 */
export function daysOf(edtf: string): Days {
  const [start = '', end = start] = edtf.split('/')
  return {date_start: boundOf(start, 'first'), date_end: boundOf(end, 'last')}
}

const shape = /^(\d[\dX]{3})(?:-(\d\d|XX)(?:-(\d\d|XX)(?:T.*)?)?)?[?~%]?$/

function boundOf(edtf: string, bound: 'first' | 'last'): string | null {
  const [, year, month = 'XX', day = 'XX'] = shape.exec(edtf) ?? []
  if (!year || (month !== 'XX' && Number(month) > 12)) return null
  return bound === 'first' ? firstDay(year, month, day) : lastDay(year, month, day)
}

const firstDay = (year: string, month: string, day: string): string =>
  `${year.replaceAll('X', '0')}-${month.replace('XX', '01')}-${day.replace('XX', '01')}`

function lastDay(year: string, month: string, day: string): string {
  const lastYear = year.replaceAll('X', '9')
  const lastMonth = month.replace('XX', '12')
  const isWholeMonth = month === 'XX' || day === 'XX'
  return `${lastYear}-${lastMonth}-${isWholeMonth ? daysIn(lastYear, lastMonth) : day}`
}

/** Number of days in a month: day 0 of the next is its last. */
const daysIn = (year: string, month: string): string =>
  String(new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate())
