import type {Locator} from './position.ts'
import type {Inline, Position, Text} from './types.ts'

/** A span to be wrapped into a node; offsets in the decoded source. */
export interface Mark {
  readonly start: number
  readonly end: number
  wrap(children: Inline[], position: Position): Inline
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

interface Open {
  readonly mark: Mark
  readonly children: Inline[]
}

/**
 * Wraps the marked spans of inline nodes in one pass, splitting text nodes at their edges. Marks are
 * sorted and do not overlap. A mark within a quotation goes into it; one that would cut through a
 * node that is already there is left out.
 */
export function wrapMarks(
  nodes: readonly Inline[],
  marks: readonly Mark[],
  at: Locator
): Inline[] {
  if (marks.length === 0) return [...nodes]
  const out: Inline[] = []
  let open: Open | null = null
  let next = 0
  const giveUp = (): void => {
    if (open) out.push(...open.children)
    open = null
  }
  for (const node of nodes) {
    const start = node.position.start.offset
    const end = node.position.end.offset
    while (!open && (marks[next]?.start ?? end) < start) next++
    if (node.type === 'text') {
      ;[open, next] = wrapText(node, {open, next, marks, at, out})
      continue
    }
    const inside = open ? [] : within(marks, next, {start, end})
    if (open && end > open.mark.end) giveUp()
    const kept =
      node.type === 'quotation'
        ? {...node, children: wrapMarks(node.children, inside, at)}
        : node
    if (open) open.children.push(kept)
    else out.push(kept)
  }
  giveUp()
  return out
}

function within(
  marks: readonly Mark[],
  next: number,
  span: {start: number; end: number}
): Mark[] {
  const inside: Mark[] = []
  for (let n = next; (marks[n]?.start ?? span.end) < span.end; n++) {
    const mark = marks[n]
    if (mark && mark.start >= span.start && mark.end <= span.end) inside.push(mark)
  }
  return inside
}

interface State {
  readonly open: Open | null
  readonly next: number
  readonly marks: readonly Mark[]
  readonly at: Locator
  readonly out: Inline[]
}

/** Cuts one text node at the edges of the marks in it. */
function wrapText(node: Text, {marks, at, out, ...state}: State): [Open | null, number] {
  const start = node.position.start.offset
  const end = node.position.end.offset
  let {open, next} = state
  let from = start
  const piece = (to: number): Text => ({
    type: 'text',
    value: node.value.slice(from - start, to - start),
    position: at.span(from, to)
  })
  while (from < end) {
    if (open) {
      const to = Math.min(end, open.mark.end)
      open.children.push(piece(to))
      from = to
      if (to < open.mark.end) break
      out.push(open.mark.wrap(open.children, at.span(open.mark.start, open.mark.end)))
      open = null
      continue
    }
    while ((marks[next]?.start ?? end) < from) next++
    const mark = marks[next]
    const to = Math.min(end, mark?.start ?? end)
    if (to > from) out.push(piece(to))
    from = to
    if (mark && mark.start < end) {
      open = {mark, children: []}
      next++
    }
  }
  return [open, next]
}
