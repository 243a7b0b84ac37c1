import type {Locator} from './position.ts'
import type {Inline, Position, Text} from './types.ts'

/** A span to be wrapped into a node; offsets in the decoded source. */
export interface Mark<Wrapped extends Inline> {
  readonly start: number
  readonly end: number
  wrap(children: Inline[], position: Position): Wrapped
}

/** A text node over a span of the source. */
export const textNode = (
  source: string,
  start: number,
  end: number,
  at: Locator
): Text => ({
  type: 'text',
  value: source.slice(start, end),
  position: at.span(start, end)
})

/**
 * Wraps the marked spans of inline nodes, splitting text nodes at their edges. Marks are sorted
 * and do not overlap; one that would cut through a node that is already there is left out.
 */
export function wrapMarks<Wrapped extends Inline>(
  nodes: readonly Inline[],
  marks: readonly Mark<Wrapped>[],
  at: Locator
): Inline[] {
  let pieces = [...nodes]
  for (const mark of marks) pieces = wrapMark(pieces, mark, at)
  return pieces
}

function wrapMark<Wrapped extends Inline>(
  nodes: readonly Inline[],
  mark: Mark<Wrapped>,
  at: Locator
): Inline[] {
  const inside = nodes.findIndex(
    (node) => encloses(node, mark) && node.type === 'quotation'
  )
  const quotation = nodes[inside]
  if (quotation?.type === 'quotation') {
    const children = wrapMark(quotation.children, mark, at)
    return nodes.with(inside, {...quotation, children})
  }
  const split = nodes.flatMap((node) => splitAt(node, mark, at))
  const covered = split.filter((node) => encloses(mark, node))
  const first = covered[0]
  const last = covered.at(-1)
  const whole = first && last && startOf(first) === mark.start && endOf(last) === mark.end
  if (!whole) return [...nodes]
  const place = split.indexOf(first)
  const node = mark.wrap(covered, at.span(mark.start, mark.end))
  return split.toSpliced(place, covered.length, node)
}

function splitAt(
  node: Inline,
  mark: {start: number; end: number},
  at: Locator
): Inline[] {
  if (node.type !== 'text') return [node]
  const start = startOf(node)
  const cuts = [mark.start, mark.end].filter((cut) => cut > start && cut < endOf(node))
  const edges = [start, ...cuts, endOf(node)]
  return edges.slice(1).map((end, n) => {
    const from = edges[n] ?? start
    const value = node.value.slice(from - start, end - start)
    return {type: 'text', value, position: at.span(from, end)}
  })
}

type Span = Inline | {start: number; end: number}
const startOf = (span: Span): number =>
  'position' in span ? span.position.start.offset : span.start
const endOf = (span: Span): number =>
  'position' in span ? span.position.end.offset : span.end
const encloses = (outer: Span, inner: Span): boolean =>
  startOf(outer) <= startOf(inner) && endOf(inner) <= endOf(outer)
