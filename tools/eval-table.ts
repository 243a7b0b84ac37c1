/** The table of targets: what each extractor reaches on the same pages, and whether warraq reaches what was aimed at. */
import type {Figures} from './eval-scorer.ts'

/** A row: how a figure is called, what is aimed at, and where it stands in the figures of a set. */
interface Row {
  readonly set: string
  readonly name: string
  readonly target?: number
  readonly of: (figures: Figures) => number | undefined
}

const body = ({body}: Figures) => body?.f1
const snippets = ({snippets}: Figures) => snippets?.f1
const title = ({title}: Figures) => title?.exact
const authors = ({authors}: Figures) => authors?.f1
const date = ({date}: Figures) => date?.accuracy

const rows: readonly Row[] = [
  {set: 'naeb', name: 'body F1', target: 0.918, of: body},
  {set: 'wcxb', name: 'body F1', target: 0.95, of: body},
  {set: 'trafeval', name: 'snippets F1', target: 0.925, of: snippets},
  {set: 'rtl', name: 'body F1', target: 0.985, of: body},
  {set: 'np4k', name: 'body F1', of: body},
  {set: 'naeb', name: 'title exact', target: 0.85, of: title},
  {set: 'wcxb', name: 'title exact', target: 0.85, of: title},
  {set: 'naeb', name: 'authors F1', target: 0.88, of: authors},
  {set: 'wcxb', name: 'authors F1', target: 0.82, of: authors},
  {set: 'naeb', name: 'date', target: 0.88, of: date},
  {set: 'trafeval', name: 'date', target: 0.85, of: date},
  {set: 'htmldate', name: 'date', target: 0.9, of: date}
]

export const best = 'best of three'
const own = 'warraq'

/** Prints columns that stand below each other; the first is words, the others figures. */
export function printColumns(lines: readonly (readonly string[])[]): void {
  const widths = (lines[0] ?? []).map((_, n) => Math.max(...lines.map((line) => line[n]?.length ?? 0)))
  for (const line of lines) console.log(line.map((cell, n) => (n === 0 ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0))).join('  '))
}

const shown = (value: number | undefined): string => (value === undefined || Number.isNaN(value) ? '–' : value.toFixed(3).replace(/^0/u, ''))

/** True where a figure is not below what is aimed at, as it is: .8999 is below .9. */
const reached = (value: number, target: number): string => (value >= target ? 'yes' : `no, by ${shown(target - value)}`)

/** @param figures by set, then by extractor */
export function printTargets(figures: ReadonlyMap<string, ReadonlyMap<string, Figures>>, tools: readonly string[]): void {
  const lines = rows.flatMap(({set, name, target, of}) => {
    const found = figures.get(set)
    const mine = found?.get(own)
    const value = mine && of(mine)
    if (!found || value === undefined) return []
    const cells = tools.map((tool) => {
      const each = found.get(tool)
      return shown(each && of(each))
    })
    return [[`${set}, ${name}`, ...cells, target === undefined ? '–' : `≥ ${shown(target)}`, target === undefined ? '' : reached(value, target)]]
  })
  printColumns([['on the same pages', ...tools, 'target', 'reached'], ...lines])
}

/** Pages in the CPU time that Readability needs for one, of the same pages in the same run. */
export function printSpeed(seconds: ReadonlyMap<string, number>, pages: number): void {
  const base = seconds.get('Readability')
  if (!base) return
  console.log(`\npages in the same CPU time, ${pages} of the pages by each in turn (Readability with linkedom is 1; target ≥ 1)`)
  for (const [tool, each] of seconds) console.log(`  ${tool.padEnd(36)} ${(base / each).toFixed(2)}   ${((1000 * each) / pages).toFixed(1)} ms a page`)
}
