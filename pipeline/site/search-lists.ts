import {decodeHits, decodeRuns} from './search-codec.ts'
import type {Load} from './search-dictionary.ts'

/** Documents, each with the weight of what was found in it. */
export type Weights = Map<number, number>

/** A list of the index: whole, or in files of which each has its first document and its count. */
export interface List {
  readonly count: number
  /** Adds the documents of the list to `into`, each with at least `weight`; reads no file that `only` has no part in. */
  read(into: Weights, weight: number, only?: Weights): Promise<void>
}

/** Documents that are read of a list in files, where nothing narrows them, at least. */
const enough = 6_000

/** A list of words or of a facet, as it stands in the dictionary. */
export function openList(text: string, isFacet: boolean, load: Load): List {
  const decode = (part: string): readonly number[] =>
    isFacet ? decodeRuns(part).map((n) => n * 2) : decodeHits(part)
  if (!text.startsWith('~')) {
    const hits = decode(text)
    return {
      count: hits.length,
      read: async (into, weight, only) => add(hits, into, weight, only)
    }
  }
  const parts = text
    .slice(1)
    .split(',')
    .map((part) => {
      const [file = 0, first = 0, count = 0] = part.split(':').map(Number)
      return {file, first: isFacet ? first : Math.floor(first / 2), count}
    })
  return {
    count: parts.reduce((sum, {count}) => sum + count, 0),
    async read(into, weight, only) {
      const wanted = only ? [...only.keys()] : null
      let read = 0
      for (const [n, {file, first, count}] of parts.entries()) {
        const next = parts[n + 1]?.first ?? Number.POSITIVE_INFINITY
        if (
          wanted ? !wanted.some((each) => each >= first && each <= next) : read >= enough
        )
          continue
        add(decode(await load<string>(`long-${file}`)), into, weight, only)
        read += count
      }
    }
  }
}

/** A word that stands twice in a document weighs a little more. */
function add(
  hits: readonly number[],
  into: Weights,
  weight: number,
  only: Weights | undefined
): void {
  for (const hit of hits) {
    const document = Math.floor(hit / 2)
    if (only && !only.has(document)) continue
    const value = hit % 2 === 1 ? weight * 1.2 : weight
    if (value > (into.get(document) ?? 0)) into.set(document, value)
  }
}
