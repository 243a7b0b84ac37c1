import {decodeHits} from './search-codec.ts'
import type {SearchPart} from './search-entries.ts'
import type {Overview} from './search-overview.ts'
import type {Shares} from './search-shards.ts'

/** A stem of headlines: how many documents have it, and the first of them. */
interface Term {
  readonly stem: string
  readonly count: number
  readonly first: readonly number[]
}

/** Gathers the stems that the index for readers may take, and lets the others go. */
export interface TermGathering {
  add(stem: string, shares: Shares): void
  /** The chosen, the most frequent first. */
  chosen(): readonly Term[]
}

/** A word in the index for readers, with the first places it leads to. */
export interface ReaderTerm {
  readonly printed: string
  readonly places: readonly {
    slug: string
    title: string
    language: string
    anchor: string
  }[]
  /** Turns, paragraphs and headings that have it. */
  readonly count: number
}

/** Words in the index for readers, and places of each, at most. */
const mostTerms = 48
const mostPlaces = 4

/** Takes words that lead somewhere but not everywhere. */
export function openTerms({headlines, documents}: Overview): TermGathering {
  const everywhere = Math.max(6, documents / 10)
  let terms: Term[] = []
  const keepBest = (): void => {
    terms = terms
      .sort((a, b) => b.count - a.count || (a.stem < b.stem ? -1 : 1))
      .slice(0, mostTerms)
  }
  return {
    add(stem, shares) {
      if (!headlines.has(stem)) return
      const all = documentsOf(shares)
      if (all.length < 2 || all.length > everywhere) return
      terms.push({stem, count: all.length, first: all.slice(0, mostPlaces)})
      if (terms.length > mostTerms * 20) keepBest()
    },
    chosen() {
      keepBest()
      return terms
    }
  }
}

/** An index as books have, its places found in the parts. */
export async function readerIndex(
  parts: AsyncIterable<SearchPart | null>,
  terms: readonly Term[],
  overview: Overview
): Promise<ReaderTerm[]> {
  const wanted = new Set(terms.flatMap(({first}) => first))
  const places = await locate(parts, wanted, overview)
  return terms.map(({stem, count, first}) => ({
    printed: overview.headlines.get(stem) ?? stem,
    count,
    places: first.flatMap((n) => places.get(n) ?? [])
  }))
}

const documentsOf = (shares: Shares): number[] => [
  ...new Set(
    shares
      .flatMap(([base, hits]) =>
        decodeHits(hits).map((hit) => base + Math.floor(hit / 2))
      )
      .sort((a, b) => a - b)
  )
]

async function locate(
  parts: AsyncIterable<SearchPart | null>,
  wanted: ReadonlySet<number>,
  {bases}: Overview
): Promise<Map<number, ReaderTerm['places'][number]>> {
  const places = new Map<number, ReaderTerm['places'][number]>()
  for await (const part of parts) {
    if (!part) continue
    const {slug, title, language} = part
    const base = bases.get(slug) ?? 0
    for (const [n, anchor] of part.anchors.split(' ').entries())
      if (wanted.has(base + n)) places.set(base + n, {slug, title, language, anchor})
  }
  return places
}
