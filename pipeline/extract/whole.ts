import {around, type Box, type Line} from './page.ts'
import {wordSet} from './surroundings.ts'

const wholes = wordSet('ul ol dl table pre')
/** The share of its text, in characters, from which on a list, a table or a preformatted text is of the article as a whole. */
const share = 0.5
/** A list with more of its text in links than this leads to other pages. */
const mostLinked = 0.5
/** One with more of the article than this lays out the page. */
const mostOfAll = 0.5

/**
 * Keeps lists, tables and preformatted texts whole: short items and numbers look like nothing by
 * themselves. One that holds most of the article lays out the page and is passed over.
 * @param reasons for each line why it is no part of the article; null where it is one
 */
export function keepWhole(
  lines: readonly Line[],
  reasons: readonly (string | null)[]
): (string | null)[] {
  const kept = [...reasons]
  const shown = (line: Line): number => (line.block.hidden ? 0 : line.text.length)
  const all = sumsOf(lines.map(shown))
  const own = sumsOf(lines.map((line, n) => (reasons[n] === null ? line.text.length : 0)))
  const linked = sumsOf(lines.map((line) => line.linked))
  const total = own({first: 0, last: lines.length})
  for (const box of boxesOf(lines)) {
    const isOwn = own(box) >= all(box) * share && own(box) > 0
    const isLinks = linked(box) > all(box) * mostLinked
    if (!isOwn || isLinks || own(box) > total * mostOfAll) continue
    for (let n = box.first; n < box.last; n++)
      if (!lines[n]?.block.hidden && reasons[n] !== 'headline') kept[n] = null
  }
  return kept
}

function boxesOf(lines: readonly Line[]): Set<Box> {
  const boxes = new Set<Box>()
  for (const line of lines)
    for (const box of around(line.block)) if (wholes.has(box.tag)) boxes.add(box)
  return boxes
}

type Span = Pick<Box, 'first' | 'last'>

/** The sum of some numbers over the lines of a box. */
function sumsOf(values: readonly number[]): (span: Span) => number {
  const sums = [0]
  for (const [n, value] of values.entries()) sums.push((sums[n] ?? 0) + value)
  return ({first, last}) => (sums[last] ?? 0) - (sums[first] ?? 0)
}
