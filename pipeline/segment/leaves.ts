import type {Reading} from '../source/reading.ts'
import {firstWhere} from '../tree/halving.ts'
import {textNode} from '../tree/inline.ts'
import type {SetAside, Text} from '../tree/types.ts'

/** Text nodes over a span of the source, around the characters that are set aside in it. */
export function leavesOf(reading: Reading, start: number, end: number): Text[] {
  const leaves: Text[] = []
  let from = start
  const add = (to: number): void => {
    if (to > from) leaves.push(textNode(reading.text, from, to, reading.at))
  }
  for (const hole of holesIn(reading.setAside, start, end)) {
    add(hole.position.start.offset)
    from = hole.position.end.offset
  }
  add(end)
  // White space between two holes parts words; at the ends it is nobody's text.
  const first = leaves.findIndex(hasInk)
  return first < 0 ? [] : leaves.slice(first, leaves.findLastIndex(hasInk) + 1)
}

const hasInk = (leaf: Text): boolean => leaf.value.trim() !== ''

/** Entries of a sorted list that lie in a span, found by halving. */
function holesIn(setAside: readonly SetAside[], start: number, end: number): SetAside[] {
  const startOf = (n: number): number => setAside[n]?.position.start.offset ?? 0
  const first = firstWhere(setAside.length, (n) => startOf(n) >= start)
  const inside: SetAside[] = []
  for (let n = first; (setAside[n]?.position.start.offset ?? end) < end; n++) {
    const entry = setAside[n]
    if (entry) inside.push(entry)
  }
  return inside
}
