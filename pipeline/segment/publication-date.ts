import {noSuchTime, unknownTimeZone} from '../diagnostics/segment-rules.ts'
import type {FoundDate} from '../language/date-reading.ts'
import {minutesAhead, offsetOn, printOffset} from '../language/time-zones.ts'
import type {Context} from '../source/types.ts'
import type {Position} from '../tree/types.ts'

/** The moment a date line states, no more precise than it is; the offset where a time zone is declared. */
export function publicationDate(
  date: FoundDate,
  position: Position,
  context: Context
): {value: string; because?: string} {
  const day = [pad(date.year ?? 0, 4), pad(date.month ?? 0), pad(date.day ?? 0)].join('-')
  if (date.hour === undefined) return {value: day}
  const seconds = date.second === undefined ? ':00' : `:${pad(date.second)}`
  const local = `${day}T${pad(date.hour)}:${pad(date.minute ?? 0)}`
  if (date.zone) return {value: `${local}${seconds}${offsetOn(date.zone, local)}`}
  const zone = context.sidecar.timeZone ?? context.collection.timeZone
  if (!zone) return {value: local}
  const offset = offsetOf(local, zone)
  if (offset === undefined) {
    context.report(unknownTimeZone, {zone}, {position})
    return {value: local}
  }
  if (offset === null) {
    context.report(noSuchTime, {local, zone}, {position})
    return {value: local}
  }
  const where = context.sidecar.timeZone ? 'the sidecar' : 'collection.yaml'
  return {
    value: `${local}${seconds}${offset}`,
    because: `the offset is that of the time zone ${zone}, declared in ${where}`
  }
}

const pad = (value: number, length = 2): string => String(value).padStart(length, '0')

/**
 * Offset of a local time in an IANA zone; null where the clocks skip that time or pass it twice,
 * undefined where there is no such zone.
 */
function offsetOf(local: string, zone: string): string | null | undefined {
  const utc = Date.parse(`${local}:00Z`)
  const offsets = new Set<number>()
  for (const hours of [-26, -3, 0, 3, 26]) {
    const offset = minutesAhead(zone, utc + hours * 3_600_000)
    if (offset === undefined) return undefined
    if (offsets.has(offset)) continue
    if (minutesAhead(zone, utc - offset * 60_000) === offset) offsets.add(offset)
  }
  const [only] = offsets
  return offsets.size === 1 && only !== undefined ? printOffset(only) : null
}
