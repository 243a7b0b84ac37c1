import type {Reading} from '../source/reading.ts'
import type {Fact, Position, SetAside} from '../tree/types.ts'
import type {Conversation} from './dialogues.ts'
import {leavesOf} from './leaves.ts'
import type {Masthead} from './masthead.ts'
import {openingSpan, type TurnMaker} from './turns.ts'

/**
 * What reader, masthead and turns set aside, in order. A span may hold characters that the reader set
 * aside already: it is cut around them, but for stated facts and labels, which account for them.
 */
export function setAsideOf(
  maker: TurnMaker,
  masthead: Masthead,
  conversations: readonly Conversation[]
): SetAside[] {
  const {reading} = maker
  const openings = conversations.flatMap(({turns}) =>
    turns.flatMap(({start}) => openingSpan(maker, start) ?? [])
  )
  const marks = openings.filter((span) => !span.isLabel)
  const whole = [
    ...[masthead.metadata, reading.metadata]
      .flatMap(Object.values<Fact[]>)
      .flatMap((facts) =>
        facts.flatMap(({basis, position}) =>
          basis === 'stated' && position ? [position] : []
        )
      ),
    ...openings.filter((span) => span.isLabel).map((span) => span.position)
  ].sort(byStart)
  return [
    ...masthead.setAside.flatMap((entry) => cut(reading, entry.position, entry.reason)),
    ...marks.flatMap((span) => cut(reading, span.position, 'turn-mark')),
    ...outside(reading.setAside, whole)
  ].sort((a, b) => byStart(a.position, b.position))
}

const byStart = (a: Position, b: Position): number => a.start.offset - b.start.offset

function cut(reading: Reading, {start, end}: Position, reason: string): SetAside[] {
  return leavesOf(reading, start.offset, end.offset).map(({value, position}) => ({
    value,
    reason,
    position
  }))
}

/** The entries that lie in none of the spans; both sorted. */
function outside(entries: readonly SetAside[], spans: readonly Position[]): SetAside[] {
  let next = 0
  return entries.filter(({position}) => {
    while ((spans[next]?.end.offset ?? Number.POSITIVE_INFINITY) <= position.start.offset)
      next++
    return (spans[next]?.start.offset ?? Number.POSITIVE_INFINITY) > position.start.offset
  })
}
