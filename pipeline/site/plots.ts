import {type Html, html} from './html.ts'

/*
 * Pictures drawn by hand, as a page allows no style of theirs: colours are classes, words stand in
 * HTML beside them, and a table says the same. All numbers are rounded, so that bytes repeat.
 */

/** One column of the timeline. */
export interface Period {
  /** `2021` or `2021-03`. */
  readonly id: string
  readonly articles: number
  /** Of these, articles with a conversation. */
  readonly conversations: number
}

/**
 * Periods without a gap, from the first to the last: months of up to six years, else years.
 * @param dates ISO 8601, of a year at least
 */
export function periodsOf(
  dates: readonly {readonly date: string; readonly speaks: boolean}[]
): Period[] {
  const known = dates.filter(({date}) => /^\d{4}/u.test(date))
  const years = known.map(({date}) => Number(date.slice(0, 4)))
  const first = years.reduce((least, year) => Math.min(least, year), 9999)
  const last = years.reduce((most, year) => Math.max(most, year), 0)
  if (known.length === 0) return []
  const byMonth = last - first < 6 && known.every(({date}) => /^\d{4}-\d{2}/u.test(date))
  const periods = new Map<string, Period>()
  for (let year = first; year <= last; year++)
    for (const id of byMonth ? monthsOf(year) : [String(year)])
      periods.set(id, {id, articles: 0, conversations: 0})
  for (const {date, speaks} of known) {
    const id = date.slice(0, byMonth ? 7 : 4)
    const {articles, conversations} = periods.get(id) ?? {articles: 0, conversations: 0}
    const spoken = conversations + (speaks ? 1 : 0)
    periods.set(id, {id, articles: articles + 1, conversations: spoken})
  }
  return [...periods.values()]
}

const monthsOf = (year: number): string[] =>
  Array.from({length: 12}, (_, n) => `${year}-${String(n + 1).padStart(2, '0')}`)

/** Articles over time, the earliest at the side where reading starts; conversations at the foot of a column. */
export function timelinePlot(periods: readonly Period[], dir: 'rtl' | 'ltr'): Html {
  const tallest = periods.reduce((most, {articles}) => Math.max(most, articles), 1)
  const unit = 76 / tallest
  const width = periods.length
  const columns = periods.map(({articles, conversations}, n) => {
    const x = ((dir === 'rtl' ? width - 1 - n : n) + 0.12).toFixed(2)
    const bar = (name: string, from: number, size: number): Html | false =>
      size > 0 &&
      html`<rect class="${name}" x="${x}" y="${(80 - from * unit - size * unit).toFixed(1)}" width="0.76" height="${(size * unit - (unit > 6 ? 1.5 : 0)).toFixed(1)}"/>`
    return html`${bar('v1', 0, conversations)}${bar('v0', conversations, articles - conversations)}`
  })
  const ticks = periods.flatMap(({id}, n) =>
    n > 0 && id.endsWith('-01')
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
