import {firstWhere} from '../tree/halving.ts'
import {createLocator} from '../tree/position.ts'
import type {Origin} from '../tree/relocate.ts'
import type {Run} from './runs.ts'

/** A text made of pieces of a page, a line each, that knows where each piece stands. */
export interface Projection {
  /** Adds a line. @returns the offset of its first character */
  add(runs: readonly Run[]): number
  readonly text: () => string
  origin(page: string): Origin
}

/** Gathers lines; a line end of our own stands between two. */
export function createProjection(): Projection {
  const parts: string[] = []
  const runs: Run[] = []
  const starts: number[] = []
  let length = 0
  return {
    add: (line) => {
      if (runs.length > 0) {
        parts.push('\n')
        length++
      }
      const from = length
      for (const run of line) {
        parts.push(run.text)
        runs.push(run)
        starts.push(length)
        length += run.text.length
      }
      return from
    },
    text: () => parts.join(''),
    origin: (page) => originOf(page, runs, starts)
  }
}

/** Each look-up is a binary search. */
function originOf(page: string, runs: readonly Run[], starts: readonly number[]): Origin {
  const at = createLocator(page)
  /** Index of the last run that starts at or before an offset. */
  const indexOf = (offset: number): number =>
    Math.max(0, firstWhere(starts.length, (n) => (starts[n] ?? 0) > offset) - 1)
  const place = (offset: number, isEnd: boolean): number => {
    const index = indexOf(isEnd ? Math.max(0, offset - 1) : offset)
    const run = runs[index]
    if (!run) return 0
    if (isEnd && runs[indexOf(offset)]?.text === '' && starts[indexOf(offset)] === offset)
      return runs[indexOf(offset)]?.end ?? 0
    const within = offset - (starts[index] ?? 0)
    // The line end behind a line is no piece of the page.
    if (within >= run.text.length) return run.end
    if (run.same) return Math.min(run.end, run.start + within)
    return isEnd ? run.end : run.start
  }
  return {
    text: page,
    span: (start, end) => {
      const to = place(end, true)
      const from = place(start, false)
      if (end > start) return at.span(from, Math.max(from, to))
      // What prints nothing stands where a line of its own, or the line that it opens, begins; else
      // right behind the text before it.
      const index = indexOf(start)
      const run = starts[index] === start ? runs[index] : undefined
      if (!run) return at.span(to, to)
      return at.span(run.start, run.text === '' ? run.end : run.start)
    },
    breaks: (start, end) => {
      const found: number[] = []
      for (let n = indexOf(start) + 1; (starts[n] ?? end) < end; n++)
        if (runs[n - 1]?.end !== runs[n]?.start) found.push(starts[n] ?? 0)
      return found
    }
  }
}
