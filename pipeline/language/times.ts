import type {DateToken} from './date-tokens.ts'
import {asciiDigit} from './fold.ts'

interface Time {
  readonly fields: {
    readonly hour: number
    readonly minute: number
    readonly second?: number
    readonly offset?: string
  }
  readonly end: number
  readonly next: number
}

/** What may stand between a date and its time: punctuation, T, and one short word (at, um, الساعة). */
const between = /^(?:T|[\s,،|·•\-–—(]*(?:\p{L}{1,7}[\s:]+)?)$/u
const clock =
  /^(\p{Nd}{1,2})\s?[:٫.]\s?(\p{Nd}{2})(?:[:.](\p{Nd}{2})(?:[.,]\p{Nd}{1,6})?)?(?!\p{Nd})/u
const zone = /^\s?(Z|UTC|GMT|[+-]\p{Nd}{2}:?\p{Nd}{2})(?!\p{L})/u

/** The time of day behind a date, on the 24-hour clock; null where none is printed. */
export function findTime(
  text: string,
  tokens: readonly DateToken[],
  n: number
): Time | null {
  const token = [tokens[n], tokens[n + 1]].find((each) => each?.number != null)
  if (!token || !between.test(text.slice(tokens[n - 1]?.end ?? 0, token.start)))
    return null
  const match = clock.exec(text.slice(token.start, token.start + 24))
  if (!match) return null
  const clockEnd = token.start + match[0].length
  const after = firstFrom(tokens, n, clockEnd)
  const period = periodAt(text, tokens[after], clockEnd)
  const fields = readClock(match, period?.kind)
  if (!fields) return null
  const offset = period ? null : zone.exec(text.slice(clockEnd, clockEnd + 10))
  const end = period?.end ?? clockEnd + (offset?.[0].length ?? 0)
  return {
    fields: {...fields, ...(offset?.[1] ? {offset: normalOffset(offset[1])} : {})},
    end,
    next: firstFrom(tokens, after, end)
  }
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

const normalOffset = (printed: string): string =>
  /^[+-]/u.test(printed) ? `${printed.slice(0, 3)}:${printed.slice(-2)}` : 'Z'
