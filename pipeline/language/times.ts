import type {DateToken} from './date-tokens.ts'
import {asciiDigit} from './fold.ts'
import {readZone, type Zone} from './time-zones.ts'

interface Time {
  readonly fields: {
    readonly hour: number
    readonly minute: number
    readonly second?: number
  }
  /** Named behind it. */
  readonly zone: Zone | null
  readonly end: number
  readonly next: number
}

/** What may stand between a date and its time: punctuation, T, and one or two short words (at, um, a las, الساعة). */
const between = /^(?:T|[\s.,،|·•\-–—(]*(?:\p{L}{1,7}[\s:]+){0,2})$/u
/** Between a date and the half of the day that stands before its time. */
const beforePeriod = /^[\s.,،|·•\-–—(]*$/u
const clock =
  /^(\p{Nd}{1,2})(?:\s?[:٫.]\s?|\s?h\s?|[時时点點]|시\s?)(\p{Nd}{1,2})(?:[分분]|(?:[:.](\p{Nd}{2})(?:[.,]\p{Nd}{1,6})?)?)(?!\p{Nd})/u

/** The time of day behind a date, on the 24-hour clock; null where none is printed. */
export function findTime(
  text: string,
  tokens: readonly DateToken[],
  n: number
): Time | null {
  const token = tokens.slice(n, n + 3).find((each) => each?.number != null)
  const first = tokens[n]
  if (!token || !first) return null
  const dateEnd = tokens[n - 1]?.end ?? 0
  const opening = first === token ? null : periodOf(first)
  const isBehind = opening
    ? beforePeriod.test(text.slice(dateEnd, first.start)) &&
      text.slice(first.end, token.start).trim() === ''
    : between.test(text.slice(dateEnd, token.start))
  const match = isBehind ? clock.exec(text.slice(token.start, token.start + 24)) : null
  if (!match || !(isTwoDigits(match[2]) || /[分분]$/u.test(match[0]))) return null
  const clockEnd = token.start + match[0].length
  const after = firstFrom(tokens, n, clockEnd)
  const period = periodAt(text, tokens[after], clockEnd)
  const fields = readClock(match, period?.kind ?? opening ?? undefined)
  if (!fields) return null
  const timeEnd = period?.end ?? clockEnd
  const zone = readZone(text.slice(timeEnd, timeEnd + 32))
  const end = timeEnd + (zone?.length ?? 0)
  return {fields, zone, end, next: firstFrom(tokens, after, end)}
}

const isTwoDigits = (digits = ''): boolean => [...digits].length === 2

/** The half of the day that a word names. */
function periodOf({name}: DateToken): 'am' | 'pm' | null {
  return name?.kind === 'am' || name?.kind === 'pm' ? name.kind : null
}

/** The first token at or behind an offset, looked for from the nth on. */
function firstFrom(tokens: readonly DateToken[], n: number, offset: number): number {
  let at = n
  while ((tokens[at]?.start ?? offset) < offset) at++
  return at
}

function readClock(
  match: RegExpExecArray,
  period: string | undefined
): Time['fields'] | null {
  const hour = period ? to24(toNumber(match[1] ?? ''), period) : toNumber(match[1] ?? '')
  const minute = toNumber(match[2] ?? '')
  if (hour > 23 || minute > 59) return null
  return match[3] === undefined
    ? {hour, minute}
    : {hour, minute, second: toNumber(match[3])}
}

const toNumber = (digits: string): number => Number([...digits].map(asciiDigit).join(''))

function periodAt(
  text: string,
  token: DateToken | undefined,
  from: number
): {kind: string; end: number} | null {
  const english = /^\s?([ap])\.?\s?m\b\.?/iu.exec(text.slice(from, from + 7))
  if (english)
    return {
      kind: english[1]?.toLowerCase() === 'p' ? 'pm' : 'am',
      end: from + english[0].length
    }
  if (!token || !/^\s{0,2}$/u.test(text.slice(from, token.start))) return null
  const kind = token.name?.kind
  return kind === 'am' || kind === 'pm' ? {kind, end: token.end} : null
}

const to24 = (hour: number, period: string): number =>
  hour > 12 || hour < 1 ? 99 : (hour % 12) + (period === 'pm' ? 12 : 0)
