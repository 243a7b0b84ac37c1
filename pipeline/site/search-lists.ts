import {firstWhere} from '../tree/halving.ts'
import {decodeHits, decodeRuns, type Run} from './search-codec.ts'
import type {Load} from './search-dictionary.ts'

/** Documents, each with the weight of what was found in it. */
export type Weights = Map<number, number>

/** What is wanted of a list. */
export interface Want {
  /** Documents of interest; all, where nothing narrows them. */
  readonly only: Weights | null
  /** Documents that are enough, where nothing narrows them: the newest, which have the lowest numbers. */
  readonly most: number
}

/** A list of the index: whole, or in files of which each has its first document and its count. */
export interface List {
  readonly count: number
  /**
   * Adds the documents of the list to `into`, each with at least `weight`; reads no file without need.
   * @returns whether some were left out, as there were enough
   */
  read(into: Weights, weight: number, want: Want): Promise<boolean>
}

/** Hits of a word, as they stand in the dictionary. */
export const openHits = (text: string, load: Load): List =>
  openList(text, {count: (part) => decodeHits(part).length, add: addHits}, load)

/** Documents of a facet or a name, as they stand in the dictionary. */
export const openRuns = (text: string, load: Load): List =>
  openList(
    text,
    {
      count: (part) => decodeRuns(part).reduce((sum, [, count]) => sum + count, 0),
      add: addRuns
    },
    load
  )

interface Kind {
  count(part: string): number
  /** @returns whether some were left out */
  add(part: string, into: Weights, adding: Adding): boolean
}

interface Adding {
  readonly weight: number
  /** In rising order. */
  readonly wanted: readonly number[] | null
  readonly only: Weights | null
  readonly most: number
}

function openList(text: string, kind: Kind, load: Load): List {
  const isLong = text.startsWith('~')
  const parts = isLong ? text.slice(1).split(',').map(partOf) : []
  return {
    count: isLong ? parts.reduce((sum, {count}) => sum + count, 0) : kind.count(text),
    async read(into, weight, {only, most}) {
      const wanted = only && [...only.keys()].sort((a, b) => a - b)
      const adding = {weight, wanted, only, most}
      if (!isLong) return kind.add(text, into, adding)
      let read = 0
      let isCut = false
      for (const [n, {file, first, count}] of parts.entries()) {
        const end = parts[n + 1]?.first ?? Number.POSITIVE_INFINITY
        if (wanted && (wanted[lowerBound(wanted, first)] ?? end) >= end) continue
        if (!wanted && read >= most) return true
        const part = await load<string>(`long-${file}`)
        isCut = kind.add(part, into, adding) || isCut
        read += count
      }
      return isCut
    }
  }
}

function partOf(text: string): {file: number; first: number; count: number} {
  const [file = 0, first = 0, count = 0] = text.split(':').map(Number)
  return {file, first, count}
}

/** The place of the first number that is not below `least`. */
const lowerBound = (numbers: readonly number[], least: number): number =>
  firstWhere(numbers.length, (n) => (numbers[n] ?? 0) >= least)

/** A word that stands twice in a document weighs a little more. */
function addHits(part: string, into: Weights, {weight, only}: Adding): boolean {
  for (const hit of decodeHits(part)) {
    const document = Math.floor(hit / 2)
    if (only && !only.has(document)) continue
    raise(into, document, hit % 2 === 1 ? weight * 1.2 : weight)
  }
  return false
}

function addRuns(part: string, into: Weights, {weight, wanted, most}: Adding): boolean {
  for (const [first, count] of decodeRuns(part)) {
    if (wanted) addWanted([first, count], {into, weight, wanted})
    else
      for (let n = 0; n < count; n++) {
        if (into.size >= most) return true
        raise(into, first + n, weight)
      }
  }
  return false
}

function addWanted(
  [first, count]: Run,
  {into, weight, wanted}: {into: Weights; weight: number; wanted: readonly number[]}
): void {
  for (let at = lowerBound(wanted, first); at < wanted.length; at++) {
    const document = wanted[at] ?? first
    if (document >= first + count) return
    raise(into, document, weight)
  }
}

function raise(into: Weights, document: number, weight: number): void {
  const before = into.get(document)
  if (before === undefined || weight > before) into.set(document, weight)
}
