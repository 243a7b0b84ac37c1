import {type Html, html} from './html.ts'
import type {Timeline} from './periods.ts'

/*
 * Pictures drawn by hand, as a page allows no style of theirs: colours are classes, words stand in
 * HTML beside them, and a table says the same. All numbers are rounded, so that bytes repeat.
 */

/** Amounts over time, the earliest at the side where reading starts; the first amount at the foot of a column. */
export function timelinePlot({periods, block}: Timeline, dir: 'rtl' | 'ltr'): Html {
  const tallest = periods.reduce((most, {amounts: [a, b]}) => Math.max(most, a + b), 1)
  const unit = 76 / tallest
  const width = periods.length
  // Few columns stay columns.
  const thick = Math.min(0.76, width / 24)
  const columns = periods.map(({amounts: [foot, top]}, n) => {
    const x = ((dir === 'rtl' ? width - 1 - n : n) + (1 - thick) / 2).toFixed(3)
    const bar = (name: string, from: number, size: number): Html | false =>
      size > 0 &&
      html`<rect class="${name}" x="${x}" y="${(80 - from * unit - size * unit).toFixed(1)}" width="${thick.toFixed(3)}" height="${(size * unit - (unit > 6 ? 1.5 : 0)).toFixed(1)}"/>`
    return html`${bar('v1', 0, foot)}${bar('v0', foot, top)}`
  })
  const ticks = periods.flatMap((_, n) =>
    n > 0 && n % block === 0
      ? [html`<path class="tick" d="M${dir === 'rtl' ? width - n : n} 80V86"/>`]
      : []
  )
  return html`<svg class="plot timeline" viewBox="0 0 ${width} 86" preserveAspectRatio="none" aria-hidden="true"><path class="axis" d="M0 80H${width}"/>${ticks}${columns}</svg>`
}

/** Two rows of a list that belong together, counted from 0, and how much. */
export interface Tie {
  readonly from: number
  readonly to: number
  readonly weight: number
}

/** Height of a row that an arc begins or ends at, as in the style. */
const rowHeight = 32

/** Arcs between the rows of a list that stands beside them, on the side away from its names. */
export function arcPlot(rows: number, ties: readonly Tie[], dir: 'rtl' | 'ltr'): Html {
  const heaviest = ties.reduce((most, {weight}) => Math.max(most, weight), 1)
  const width = 160
  const x = (distance: number): string =>
    (dir === 'rtl' ? width - distance : distance).toFixed(1)
  const middle = (row: number): number => row * rowHeight + rowHeight / 2
  const arcs = ties.map(({from, to, weight}) => {
    const reach = Math.min(width - 8, 24 + Math.abs(to - from) * 30)
    const [a, b] = [middle(from), middle(to)]
    const thick = (1.5 + (weight / heaviest) * 6.5).toFixed(1)
    return html`<path class="arc" stroke-width="${thick}" d="M${x(6)} ${a}C${x(reach)} ${a} ${x(reach)} ${b} ${x(6)} ${b}"/>`
  })
  const dots = Array.from(
    {length: rows},
    (_, n) => html`<circle class="dot" cx="${x(5)}" cy="${middle(n)}" r="4"/>`
  )
  return html`<svg class="plot arcs" width="${width}" height="${rows * rowHeight}" viewBox="0 0 ${width} ${rows * rowHeight}" aria-hidden="true">${arcs}${dots}</svg>`
}

/** A bar in a row of a table, growing from the side where reading starts. @param share from 0 to 1 */
export function barPlot(share: number, dir: 'rtl' | 'ltr', name = 'v1'): Html {
  const wide = Number((share * 100).toFixed(1))
  const from = dir === 'rtl' ? Number((100 - wide).toFixed(1)) : 0
  return html`<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="6"/><rect class="${name}" x="${from}" width="${wide}" height="6"/></svg>`
}
