import {around, type Line} from './page.ts'
import type {Run} from './runs.ts'
import {pageSpan} from './surroundings.ts'

/** True for a line of a preformatted text. */
export const isPreformatted = (line: Line): boolean =>
  [...around(line.block)].some((box) => box.tag === 'pre')

/**
 * The runs of a preformatted line with the white space of the page: what stands between its words, and
 * before them up to the line end that parts it from the line before.
 * @param before the line before it in the same text
 */
export function verbatimRuns(
  line: Line,
  before: Line | undefined,
  html: string
): {lead: Run[]; runs: Run[]} {
  const runs = line.runs.map((run): Run => {
    const written = html.slice(run.start, run.end)
    // What is written as a reference stays what it stands for.
    const isBlank = !run.same && run.text === ' ' && written.trim() === ''
    return isBlank ? {...run, text: written, same: true} : run
  })
  const {start} = pageSpan(line)
  const lead = before
    ? betweenLines(html, pageSpan(before).end, start)
    : indentAt(html, start)
  return {lead, runs}
}

/** Spaces right before a text, if they open its line. */
function indentAt(html: string, start: number): Run[] {
  const text = /(?<=^|[>\r\n])[ \t]{1,400}$/u.exec(
    html.slice(Math.max(0, start - 401), start)
  )?.[0]
  return text ? [{text, start: start - text.length, end: start, same: true}] : []
}

/** The white space between two lines, of which the first line end parts them. */
function betweenLines(html: string, from: number, to: number): Run[] {
  const runs: Run[] = []
  let isBehindLine = false
  for (const piece of html.slice(from, to).matchAll(/<[^>]*>?|[^<]+/gu)) {
    if (piece[0].startsWith('<')) continue
    let [text] = piece
    if (text.trim()) return []
    let start = from + piece.index
    if (!isBehindLine) {
      const end = /\r\n|[\r\n]/u.exec(text)
      if (!end) continue
      isBehindLine = true
      start += end.index + end[0].length
      text = text.slice(end.index + end[0].length)
    }
    if (text) runs.push({text, start, end: start + text.length, same: true})
  }
  return runs
}
