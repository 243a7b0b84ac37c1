import {around, type Box, type Line, type PrintedPage} from './page.ts'

/** Sums over the lines of a page; `[a, b)` is a span of lines. */
export interface Weights {
  /** Characters, those in links, those of running text, up to each line. */
  readonly chars: Float64Array
  readonly linked: Float64Array
  readonly prose: Float64Array
  /** The box that the running text of the article stands in, by two measures. */
  readonly main: Box | null
  readonly best: Box | null
  /** The longest line of running text, and the first behind the headline. */
  readonly longest: Box | null
  readonly lead: Box | null
}

const sentence = /[.!?。！？؟۔…:]["'”’»)\]]*\s*$|[,،،;؛、]/u

/** Running text of a line: unlinked characters of one that is long or reads like a sentence. */
export function proseOf(line: Line): number {
  const length = line.text.length - line.linked
  if (line.linked > line.text.length * 0.6) return 0
  if (length > 110) return length
  return length > 50 && sentence.test(line.text) ? length * 0.7 : 0
}

/** @param headline index of the printed headline, -1 where there is none */
export function weigh(page: PrintedPage, headline: number): Weights {
  const count = page.lines.length
  const chars = new Float64Array(count + 1)
  const linked = new Float64Array(count + 1)
  const prose = new Float64Array(count + 1)
  for (const [n, line] of page.lines.entries()) {
    chars[n + 1] = (chars[n] ?? 0) + line.text.length
    linked[n + 1] = (linked[n] ?? 0) + line.linked
    prose[n + 1] = (prose[n] ?? 0) + (line.block.hidden ? 0.3 : 1) * proseOf(line)
  }
  const prosaic = page.lines.filter((line) => proseOf(line) > 80 && !line.block.hidden)
  const longest = prosaic.reduce<Line | null>(
    (best, line) => (proseOf(line) > (best ? proseOf(best) : 0) ? line : best),
    null
  )
  const behind = page.lines.slice(Math.max(0, headline + 1), headline + 80)
  const lead = behind.find((line) => proseOf(line) > 80 && !line.block.hidden)
  return {
    longest: longest?.block ?? null,
    lead: lead?.block ?? prosaic[0]?.block ?? null,
    chars,
    linked,
    prose,
    main: mainBox(page, prose),
    best: bestBox(page)
  }
}

export const sumOf = (sums: Float64Array, box: Pick<Box, 'first' | 'last'>): number =>
  (sums[box.last] ?? 0) - (sums[box.first] ?? 0)

/** The deepest box that holds most of the running text. */
function mainBox(page: PrintedPage, prose: Float64Array): Box | null {
  const all = prose[page.lines.length] ?? 0
  let found: Box | null = null
  for (const box of page.boxes)
    if (sumOf(prose, box) >= all * 0.6 && box.depth >= (found?.depth ?? 0)) found = box
  return found
}

/** The box whose own paragraphs weigh most: all of a child's, half of a grandchild's. */
function bestBox(page: PrintedPage): Box | null {
  const scores = new Map<Box, number>()
  let best: Box | null = null
  for (const line of page.lines) {
    const prose = proseOf(line)
    if (prose === 0) continue
    let share = 1
    for (const box of around(line.block)) {
      if (box === line.block) continue
      const score = (scores.get(box) ?? 0) + prose * share
      scores.set(box, score)
      if (!best || score > (scores.get(best) ?? 0)) best = box
      share /= 2
      if (share < 0.1) break
    }
  }
  return best
}
