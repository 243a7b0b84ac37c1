import {firstWhere} from './halving.ts'
import {rememberLast} from './remember.ts'
import type {Point, Position} from './types.ts'

/** Turns offsets of one decoded source into points and spans. */
export interface Locator {
  /** @param offset UTF-16 code units from 0 */
  point(offset: number): Point
  /** @param start first code unit @param end the one after the last */
  span(start: number, end: number): Position
  /** Number of lines; a last line without a line end counts. */
  readonly lines: number
  /** The text of a line without its line end. @param line from 1 */
  line(line: number): string
}

/**
 * Line ends: CR LF, LF, CR, NEL, LINE SEPARATOR, PARAGRAPH SEPARATOR.
 * @see https://www.unicode.org/reports/tr14/#BK mandatory breaks, without VT and FF, which print no line
 */
export const lineEnd = /\r\n|[\n\r\u0085\u2028\u2029]/g

/**
 * Indexes the lines of a decoded source once; each look-up is a binary search. Each step of an article asks for the same
 * texts: a page, and what is read of it.
 */
export const createLocator: (text: string) => Locator = rememberLast(indexLines, 2)

function indexLines(text: string): Locator {
  const starts = [0]
  const ends: number[] = []
  for (const match of text.matchAll(lineEnd)) {
    ends.push(match.index)
    starts.push(match.index + match[0].length)
  }
  ends.push(text.length)
  const last = starts.length - 1
  const lines = starts[last] === text.length ? last : last + 1

  // Spans are asked for in reading order, mostly: the last line found, or the one behind it, has the next.
  let hint = 0
  function lineAt(offset: number): number {
    for (
      let line = hint;
      line <= hint + 1 && (starts[line] ?? offset + 1) <= offset;
      line++
    ) {
      if ((starts[line + 1] ?? offset + 1) > offset) {
        hint = line
        return line
      }
    }
    const behind = firstWhere(last + 1, (line) => (starts[line] ?? 0) > offset)
    hint = Math.max(0, behind - 1)
    return hint
  }

  function point(offset: number): Point {
    const line = lineAt(offset)
    return {line: line + 1, column: offset - (starts[line] ?? 0) + 1, offset}
  }

  return {
    point,
    span: (start, end) => ({start: point(start), end: point(end)}),
    lines,
    line: (line) =>
      text.slice(starts[line - 1] ?? text.length, ends[line - 1] ?? text.length)
  }
}
