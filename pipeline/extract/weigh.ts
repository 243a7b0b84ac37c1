import type {LineText} from './line-texts.ts'
import {around, type Box, type PrintedPage} from './page.ts'

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

/** @param headline index of the printed headline, -1 where there is none */
export function weigh(
  page: PrintedPage,
  texts: readonly LineText[],
  headline: number
): Weights {
  const count = page.lines.length
  const chars = new Float64Array(count + 1)
  const linked = new Float64Array(count + 1)
  const prose = new Float64Array(count + 1)
  for (const [n, line] of page.lines.entries()) {
    const own = texts[n]?.prose ?? 0
    chars[n + 1] = (chars[n] ?? 0) + line.text.length
    linked[n + 1] = (linked[n] ?? 0) + line.linked
    prose[n + 1] = (prose[n] ?? 0) + (line.block.hidden ? 0.3 : 1) * own
  }
  const prosaic = page.lines.flatMap(({block}, n) => {
    const own = texts[n]?.prose ?? 0
    return own > 80 && !block.hidden ? [{block, own, n}] : []
  })
  const longest = prosaic.reduce<{block: Box; own: number} | null>(
    (best, each) => (each.own > (best?.own ?? 0) ? each : best),
    null
  )
  const lead = prosaic.find(({n}) => n > headline)
  return {
    longest: longest?.block ?? null,
    lead: (lead && lead.n < headline + 80 ? lead : prosaic[0])?.block ?? null,
    chars,
    linked,
    prose,
    main: mainBox(page, prose),
    best: bestBox(page, texts)
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
function bestBox(page: PrintedPage, texts: readonly LineText[]): Box | null {
  const scores = new Map<Box, number>()
  let best: Box | null = null
  for (const [n, line] of page.lines.entries()) {
    const prose = texts[n]?.prose ?? 0
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
