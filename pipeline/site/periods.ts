/** One column of a timeline. */
export interface Period {
  /** The beginning: `1900`, `2021`, `2021-03` or `2021-03-09`. */
  readonly id: string
  /** What stands at the foot of the column, and what on top of it. */
  readonly amounts: readonly [number, number]
}

/** A timeline without a gap, cut into blocks of equal length that are named at their beginning. */
export interface Timeline {
  readonly periods: readonly Period[]
  /** Periods in a block; the last block is filled up. */
  readonly block: number
}

/** Something with a date: ISO 8601, of a year at least, and what it adds. */
export interface Dated {
  readonly date: string
  readonly amounts: readonly [number, number]
}

type Grain = 'day' | 'month' | 'year' | 'decade' | 'century'

/** The longest span of each grain, in years. A span of days is told by its months. */
const spans = [
  ['month', 6],
  ['year', 60],
  ['decade', 600],
  ['century', Number.POSITIVE_INFINITY]
] as const

/** Blocks that have room for their names on a phone. */
const mostBlocks = {day: 4, month: 6, year: 6, decade: 6, century: 6} as const

/** The finest timeline that all dates can stand on; of fewer than two, none. */
export function timelineOf(dated: readonly Dated[]): Timeline | null {
  const known = dated
    .filter(({date}) => /^\d{4}/u.test(date))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
  const first = known[0]?.date
  const last = known.at(-1)?.date
  if (first === undefined || last === undefined || known.length < 2) return null
  const grain = grainOf(first, last, known)
  const step = stepper(grain)
  const start = grain === 'month' ? `${first.slice(0, 4)}-01` : cut(first, grain)
  const end = grain === 'month' ? `${last.slice(0, 4)}-12` : cut(last, grain)
  const ids: string[] = [start]
  while ((ids.at(-1) ?? end) < end) ids.push(step(ids.at(-1) ?? end))
  const block = blockOf(grain, ids.length)
  while (ids.length % block > 0) ids.push(step(ids.at(-1) ?? end))
  return {periods: fill(ids, known, grain), block}
}

/** Days within five weeks, months within six years where all are known, else years and more. */
function grainOf(first: string, last: string, known: readonly Dated[]): Grain {
  const shortest = known.reduce((least, {date}) => Math.min(least, date.length), 10)
  const days =
    (Date.parse(last.slice(0, 10)) - Date.parse(first.slice(0, 10))) / 86_400_000
  if (shortest >= 10 && days < 35) return 'day'
  const years = Number(last.slice(0, 4)) - Number(first.slice(0, 4))
  const found = spans.find(([, most]) => years < most)?.[0] ?? 'century'
  return found === 'month' && shortest < 7 ? 'year' : found
}

const cut = (date: string, grain: Grain): string => {
  if (grain === 'day') return date.slice(0, 10)
  if (grain === 'month') return date.slice(0, 7)
  const unit = grain === 'year' ? 1 : grain === 'decade' ? 10 : 100
  return pad(Math.floor(Number(date.slice(0, 4)) / unit) * unit)
}

const pad = (year: number): string => String(year).padStart(4, '0')

/** What follows a period. */
function stepper(grain: Grain): (id: string) => string {
  if (grain === 'day')
    return (id) => new Date(Date.parse(id) + 86_400_000).toISOString().slice(0, 10)
  if (grain === 'month')
    return (id) => {
      const [year = 0, month = 0] = id.split('-').map(Number)
      return month === 12
        ? `${pad(year + 1)}-01`
        : `${pad(year)}-${String(month + 1).padStart(2, '0')}`
    }
  const unit = grain === 'year' ? 1 : grain === 'decade' ? 10 : 100
  return (id) => pad(Number(id) + unit)
}

/** The least number of periods that leaves no more blocks than have room: years of months, quarters of one year. */
function blockOf(grain: Grain, periods: number): number {
  const unit = grain !== 'month' ? 1 : periods > 12 ? 12 : 3
  return unit * Math.ceil(periods / unit / mostBlocks[grain])
}

function fill(ids: readonly string[], known: readonly Dated[], grain: Grain): Period[] {
  const sums = new Map<string, [number, number]>(ids.map((id) => [id, [0, 0]]))
  for (const {date, amounts} of known) {
    const sum = sums.get(cut(date, grain))
    if (!sum) continue
    sum[0] += amounts[0]
    sum[1] += amounts[1]
  }
  return [...sums].map(([id, amounts]) => ({id, amounts}))
}
