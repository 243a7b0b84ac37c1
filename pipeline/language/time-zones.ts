import {remember} from '../tree/remember.ts'
import {asciiDigits} from './fold.ts'

/**
 * Abbreviations of zones as the IANA time zone database has them, and the German, Russian and Arabic ones that papers
 * print, by minutes ahead of UTC. Those of several zones (IST, CST, BST) are left out: they do not say which is meant.
 * @see https://www.iana.org/time-zones
 */
const fixed: Readonly<Record<string, number>> = {
  z: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 60,
  cet: 60,
  cest: 120,
  mez: 60,
  mesz: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  мск: 180,
  sast: 120,
  pkt: 300,
  wib: 420,
  wita: 480,
  hkt: 480,
  sgt: 480,
  jst: 540,
  kst: 540,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
  est: -300,
  edt: -240,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  'بتوقيت غرينتش': 0,
  'بتوقيت جرينتش': 0,
  'بتوقيت غرينيتش': 0,
  'بتوقيت مكة': 180,
  'بتوقيت مكة المكرمة': 180
}
/** Names of a clock that is put forward in summer, by the place whose clock it is. */
const moving: Readonly<Record<string, string>> = {
  et: 'America/New_York',
  mt: 'America/Denver',
  pt: 'America/Los_Angeles',
  'بتوقيت القاهرة': 'Africa/Cairo',
  'بتوقيت بيروت': 'Asia/Beirut'
}

const unit = /^\s?(?:Uhr|hrs?|h)?[\s(,]{0,2}/u
const numeric =
  /^(?:UTC|GMT)?([+\u2212-])(\p{Nd}{1,2})(?::?(\p{Nd}{2}))?(?![\p{Nd}\p{L}:])/u
const words = Object.keys({...fixed, ...moving}).sort((a, b) => b.length - a.length)
const named = new RegExp(
  `^(?:${words.map((word) => (/^\p{Script=Arabic}/u.test(word) ? word : word.toUpperCase())).join('|')})(?![\\p{L}\\p{Nd}])`,
  'u'
)

/** The zone behind a time: minutes ahead of UTC, or the IANA name of the place whose clock it is. */
export interface Zone {
  readonly ahead: number | string
  /** True where it is printed as a number alone: `+00:00`. */
  readonly isNumber: boolean
  /** UTF-16 code units up to its end. */
  readonly length: number
}

/** Reads the zone at the start of a text, which stands behind a time; null where none is named. */
export function readZone(text: string): Zone | null {
  const before = unit.exec(text)?.[0].length ?? 0
  const rest = text.slice(before)
  const offset = numeric.exec(rest)
  // “14:30-16:00” is a span of time, and “14:30 - 5” nothing.
  if (offset && (before === 0 || /^[\s(]+$/u.test(text.slice(0, before)))) {
    const [whole, sign, hours = '', minutes = '0'] = offset
    const hasName = /^[UG]/u.test(whole)
    const isWhole = hasName || asciiDigits(hours).length === 2
    const ahead = Number(asciiDigits(hours)) * 60 + Number(asciiDigits(minutes))
    if (isWhole && ahead <= 840)
      return {
        ahead: sign === '+' ? ahead : -ahead,
        isNumber: !hasName,
        length: before + whole.length
      }
  }
  const name = named.exec(rest)?.[0]
  if (!name) return null
  const key = name.toLowerCase()
  const ahead = fixed[key] ?? moving[key]
  return ahead === undefined
    ? null
    : {ahead, isNumber: false, length: before + name.length}
}

/** An offset as ISO 8601 has it, on a day: `Z`, `+02:00`. @param local `2024-07-05T14:30` */
export function offsetOn({ahead, isNumber}: Zone, local: string): string {
  const minutes = typeof ahead === 'number' ? ahead : aheadAt(ahead, local)
  return minutes === 0 && !isNumber ? 'Z' : printOffset(minutes)
}

/** Minutes that a clock is ahead when it shows a time: asked of about that instant, then of the one that this gives. */
function aheadAt(timeZone: string, local: string): number {
  const shown = Date.parse(`${local}:00Z`)
  const about = minutesAhead(timeZone, shown) ?? 0
  return minutesAhead(timeZone, shown - about * 60_000) ?? 0
}

/** Minutes ahead of UTC as ISO 8601 prints them: `+02:00`. */
export function printOffset(minutes: number): string {
  const size = Math.abs(minutes)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

/** Throws a RangeError where `Intl` knows no such zone. */
const clockOf = remember(
  (timeZone) => new Intl.DateTimeFormat('en', {timeZone, timeZoneName: 'longOffset'})
)

/**
 * Minutes that the clock of an IANA zone is ahead of UTC at an instant; undefined where there is no such zone or
 * instant. @see Intl.DateTimeFormat, timeZoneName longOffset
 */
export function minutesAhead(timeZone: string, instant: number): number | undefined {
  try {
    const parts = clockOf(timeZone).formatToParts(instant)
    const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT'
    const match = /([+-])(\d{2}):(\d{2})/u.exec(name)
    if (!match) return 0
    return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]))
  } catch {
    // A RangeError.
    return undefined
  }
}
