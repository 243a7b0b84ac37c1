/** Learns to tell the lines of an article from the rest of its page; each site is judged by what was learned from others. */
import {featuresOf} from '../pipeline/extract/features.ts'
import {type Model, type PackedForest, type PackedModel, probability, unpackModel} from '../pipeline/extract/model.ts'
import {around} from '../pipeline/extract/page.ts'
import type {Labelled} from './extraction-data.ts'
import {type Samples, type Settings, train} from './gbdt.ts'
import {packForest, packScores} from './pack-model.ts'

/** Parts that the sites are dealt into. */
export const folds = Number(process.env['FOLDS'] ?? 4)
const settings: Settings = {
  trees: Number(process.env['TREES'] ?? 280),
  leaves: 32,
  rate: 0.06,
  steep: 0.2,
  others: 0.2,
  features: 0.3,
  least: 40,
  penalty: 10
}
/** For a first look at the pages. */
const quick: Settings = {...settings, trees: 100, rate: 0.12}
const threshold = 0.45

/** The part that a site is in. */
export function foldOf(site: string): number {
  let value = 2166136261
  for (const char of site) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 16777619)
  return (value >>> 0) % folds
}

type Tables = Pick<Model, 'names' | 'words'>

/** Log-odds of names and words: each site counts once for each, so that no site decides. */
export function tablesOf(pages: readonly Labelled[]): Tables {
  const names = new Map<string, Map<string, [number, number]>>()
  const words = new Map<string, Map<string, [number, number]>>()
  const add = (table: typeof names, key: string, site: string, isBody: boolean, weight: number) => {
    const sites = table.get(key) ?? new Map<string, [number, number]>()
    table.set(key, sites)
    const sums = sites.get(site) ?? [0, 0]
    sites.set(site, sums)
    sums[isBody ? 0 : 1] += weight
  }
  for (const {evidence, labels, site} of pages) {
    for (const [n, line] of evidence.page.lines.entries()) {
      if (labels[n]! < 0) continue
      const isBody = labels[n] === 1
      const weight = Math.min(60, evidence.texts[n]!.words.length)
      const tokens = new Set<string>()
      for (const box of around(line.inner)) if (box.tag !== 'body') for (const token of box.tokens) tokens.add(token)
      for (const token of tokens) add(names, token, site, isBody, weight)
      for (const word of new Set(evidence.texts[n]!.words.slice(0, 40))) add(words, word, site, isBody, 1)
    }
  }
  return {names: odds(names, 5, 1.5), words: odds(words, 12, 3)}
}

const odds = (table: ReadonlyMap<string, ReadonlyMap<string, readonly [number, number]>>, least: number, prior: number): Map<string, number> =>
  new Map(
    [...table]
      .filter(([, sites]) => sites.size >= least)
      .map(([key, sites]): [string, number] => {
        let yes = 0
        let no = 0
        for (const [a, b] of sites.values()) {
          yes += a / (a + b)
          no += b / (a + b)
        }
        return [key, Number(Math.log((yes + prior) / (no + prior)).toFixed(2))]
      })
      .filter(([, score]) => Math.abs(score) > 0.35)
      .sort(([a], [b]) => (a < b ? -1 : 1))
  )

type Rows = ReadonlyMap<Labelled, readonly Float32Array[]>

function samplesOf(pages: readonly Labelled[], rows: Rows): Samples {
  const all: Float32Array[] = []
  const labels: number[] = []
  const weights: number[] = []
  for (const page of pages)
    for (const [n, row] of (rows.get(page) ?? []).entries()) {
      if (page.labels[n]! < 0) continue
      all.push(row)
      labels.push(page.labels[n]!)
      weights.push(page.weights[n]!)
    }
  return {rows: all, labels: Float32Array.from(labels), weights: Float32Array.from(weights)}
}

const grow = (pages: readonly Labelled[], rows: Rows, how = settings): PackedForest => packForest(train(samplesOf(pages, rows), how))

/**
 * True for a page whose known article is but a part of what models find that have not seen its site: an excerpt, the
 * text before a paywall, one entry of a list. Nothing is to be learned from what it leaves out.
 */
function isExcerpt({truth, evidence, labels}: Labelled, chances: readonly number[]): boolean {
  if (!truth.body) return false
  let both = 0
  let found = 0
  let known = 0
  for (const [n, {words}] of evidence.texts.entries()) {
    const isFound = (chances[n] ?? 0) >= threshold
    if (isFound) found += words.length
    if (labels[n] === 1) known += words.length
    if (isFound && labels[n] === 1) both += words.length
  }
  return both < found * 0.55 && both > known * 0.8
}

/** What was learned of all pages, and of all but those of one part. */
export interface Learned {
  readonly whole: () => PackedModel
  readonly without: readonly PackedModel[]
}

/** Learns; for each page also how sure a model that has not seen its site is of each line. */
export function learn(pages: readonly Labelled[], say: (text: string) => void): Learned & {chances: Map<Labelled, number[]>} {
  const parts = Array.from({length: folds}, (_, fold) => ({
    part: pages.filter(({site}) => foldOf(site) === fold),
    others: pages.filter(({site}) => foldOf(site) !== fold)
  }))
  const rows = new Map<Labelled, Float32Array[]>()
  const tables = parts.map(({part, others}) => {
    const known = tablesOf(others)
    for (const page of part) rows.set(page, featuresOf(page.evidence, known))
    return known
  })
  say(`${rows.get(pages[0]!)?.[0]?.length} features of a line`)
  const judge = (packed: PackedForest, fold: number): [Labelled, number[]][] => {
    const {forest} = unpackModel({names: '', words: '', forest: packed, threshold})
    return parts[fold]!.part.map((page) => [page, rows.get(page)!.map((row) => probability(forest, row))])
  }
  const first = new Map(parts.flatMap(({others}, fold) => judge(grow(others, rows, quick), fold)))
  const isKept = (page: Labelled): boolean => !isExcerpt(page, first.get(page) ?? [])
  say(`${pages.filter((page) => !isKept(page)).length} pages whose article is an excerpt`)
  const without = parts.map(({others}, fold) => {
    const forest = grow(others.filter(isKept), rows)
    say(`part ${fold + 1} of ${folds}`)
    return forest
  })
  return {
    whole: () => pack(tablesOf(pages), grow(pages.filter(isKept), rows)),
    without: without.map((forest, fold) => pack(tables[fold]!, forest)),
    chances: new Map(without.flatMap(judge))
  }
}

const pack = ({names, words}: Tables, forest: PackedForest): PackedModel => ({
  names: packScores(names),
  words: packScores(words),
  forest,
  threshold
})
