import type {Candidate} from './sought.ts'

const minute = 60_000
const day = 24 * 60 * minute
const isUtc = (value: string): boolean =>
  hasTime(value) && /(?:Z|[+-]00:00)$/u.test(value)
const hasOffset = (value: string): boolean =>
  hasTime(value) && /[+-]\d\d:\d\d$/u.test(value)
const hasTime = (value: string): boolean => value.includes('T')

/**
 * Puts a moment that is stated in UTC into the clock of the page: the day that readers of the page see is the day of
 * publication, and may be the one before or behind. The page shows its clock in the same instant with an offset, in the
 * same instant without one (the offset is the difference), or in a day next to that of UTC, if it shows that one nowhere.
 */
export function inOwnClock(candidates: readonly Candidate[]): Candidate[] {
  const [first, ...others] = candidates
  if (!first || !isUtc(first.value)) return [...candidates]
  const utcDay = first.value.slice(0, 10)
  const showsUtc = others.some(
    (other) => !isUtc(other.value) && other.value.slice(0, 10) === utcDay
  )
  for (const other of others) {
    if (showsUtc && !hasTime(other.value)) continue
    const own = sameInOwnClock(first, other)
    if (own) return [own, ...candidates.filter((each) => each !== other)]
  }
  return [...candidates]
}

function sameInOwnClock(utc: Candidate, other: Candidate): Candidate | null {
  const instant = Date.parse(utc.value)
  if (hasOffset(other.value) && !isUtc(other.value))
    return Math.abs(Date.parse(other.value) - instant) < minute ? other : null
  const isAddress = other.rule === 'extract/date-of-address'
  if (isUtc(other.value) || !(isPrinted(other) || isAddress)) return null
  if (!hasTime(other.value)) {
    if (!showsDay.has(other.rule)) return null
    const ahead = Date.parse(other.value) - instant
    // Midnight there is at most 14 hours before and 12 behind that of UTC, and the day lasts.
    const isNear = ahead > -day - 12 * 60 * minute && ahead < 14 * 60 * minute
    return isNear && other.value !== utc.value.slice(0, 10) ? other : null
  }
  const ahead = Math.round(
    (Date.parse(`${other.value.slice(0, 16)}:00Z`) - instant) / minute
  )
  const quarters = Math.round(ahead / 15)
  if (Math.abs(quarters * 15 - ahead) > 1 || quarters === 0 || Math.abs(quarters) > 56)
    return null
  const sign = quarters < 0 ? '-' : '+'
  const minutes = Math.abs(quarters * 15)
  const offset = `${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
  const local = new Date(instant + quarters * 15 * minute).toISOString().slice(0, 19)
  return {...utc, value: `${local}${offset}`, text: utc.text ?? utc.value}
}

/** What tells the day of publication by the page's own clock. */
const showsDay = new Set(['extract/marked-date', 'extract/date-of-address'])
const two = (value: number): string => String(value).padStart(2, '0')
const isPrinted = ({rule}: Candidate): boolean =>
  rule === 'extract/marked-date' || rule === 'extract/dateline' || rule === 'extract/meta'
