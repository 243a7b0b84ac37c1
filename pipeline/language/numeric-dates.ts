import {checked, type DateText, gap, type Read} from './date-reading.ts'

/** 26/11/2025, 26.11.2025, 2025-11-26, 16/09/1414هـ. */
export function readNumeric(page: DateText, n: number): Read | null {
  const values = [0, 1, 2].map((k) => page.tokens[n + k]?.number ?? null)
  const [first, second, third] = values
  if (first == null || second == null || third == null || !hasOneSeparator(page, n))
    return null
  const yearLength = [0, 2].map((k) => page.tokens[n + k]?.text.length)
  if (!yearLength.includes(4)) return null
  const isMonthFirst = page.order === 'mdy' && first <= 12
  const [year, month, day] =
    yearLength[0] === 4
      ? [first, second, third]
      : isMonthFirst
        ? [third, first, second]
        : [third, second, first]
  const read = checked({year, month, day}, n + 3)
  return read && isHijri(page, n)
    ? {...read, fields: {...read.fields, calendar: 'hijri'}}
    : read
}

/** The same sign between all three numbers, and no fourth number behind them. */
function hasOneSeparator(page: DateText, n: number): boolean {
  const separator = gap(page, n + 1).trim()
  if (!/^[/.\-‐–٫،]$/u.test(separator) || gap(page, n + 2).trim() !== separator)
    return false
  const end = page.tokens[n + 2]?.end ?? 0
  const behind = page.text.slice(end, end + 3)
  return gap(page, n + 1).length <= 3 && !/^[.:/]\p{Nd}/u.test(behind)
}

/** The letter ه for the year of the Hijra. */
const isHijri = (page: DateText, n: number): boolean => {
  const end = page.tokens[n + 2]?.end ?? 0
  return /^\s?ه(?:ـ|\b|$)/u.test(page.text.slice(end, end + 4))
}
