import {firstWhere} from '../tree/halving.ts'
import type {Line} from './page.ts'
import type {Run} from './runs.ts'

/**
 * Parts lines that others stand within: a parser joins the texts between the rows of a table to one line before it.
 * @returns the lines, and for each one that was given, and for the end, the index of its first piece
 */
export function partInterlaced(lines: readonly Line[]): {
  lines: Line[]
  places: number[]
} {
  const starts = lines.map(({runs}) => runs[0]?.start ?? 0).sort((a, b) => a - b)
  const parted: Line[] = []
  const places: number[] = []
  for (const line of lines) {
    places.push(parted.length)
    const pieces = piecesOf(line.runs, starts)
    if (pieces.length < 2) parted.push(line)
    else
      for (const runs of pieces) if (textOf(runs).trim()) parted.push(lineOf(line, runs))
  }
  places.push(parted.length)
  return {lines: parted, places}
}

/** Runs, parted where a line begins between two of them. @param starts of all lines, ascending */
function piecesOf(runs: readonly Run[], starts: readonly number[]): Run[][] {
  const pieces: Run[][] = [[]]
  for (const run of runs) {
    const before = pieces.at(-1)?.at(-1)
    if (before && before.end !== run.start) {
      const next =
        starts[firstWhere(starts.length, (n) => (starts[n] ?? 0) >= before.end)]
      if (next !== undefined && next < run.start) pieces.push([])
    }
    pieces.at(-1)?.push(run)
  }
  return pieces
}

const textOf = (runs: readonly Run[]): string => runs.map(({text}) => text).join('')

/** A piece of a line; what stands in links and in bold is shared out by length. */
function lineOf(line: Line, runs: readonly Run[]): Line {
  const text = textOf(runs)
  const share = text.length / line.text.length
  return {
    ...line,
    text,
    runs,
    linked: Math.round(line.linked * share),
    bold: Math.round(line.bold * share)
  }
}
