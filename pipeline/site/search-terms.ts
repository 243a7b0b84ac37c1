import {decodeHits} from './search-codec.ts'
import type {SearchPart} from './search-entries.ts'
import type {Overview} from './search-overview.ts'
import type {Shares} from './search-shards.ts'

/** Where the stems of headlines stand. */
export type TermPlaces = Map<string, Shares>

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

/**
 * An index as books have: the words of the headlines that lead somewhere but not everywhere, in the
 * order of the page's language.
 */
export async function readerIndex(
  parts: AsyncIterable<SearchPart | null>,
  terms: TermPlaces,
  overview: Overview
): Promise<ReaderTerm[]> {
  const everywhere = Math.max(6, overview.documents / 10)
  const chosen = [...terms]
    .map(([stem, shares]) => ({stem, documents: documentsOf(shares)}))
    .filter(({documents}) => documents.length > 1 && documents.length <= everywhere)
    .sort((a, b) => b.documents.length - a.documents.length || (a.stem < b.stem ? -1 : 1))
    .slice(0, mostTerms)
  const wanted = new Set(chosen.flatMap(({documents}) => documents.slice(0, mostPlaces)))
  const places = await locate(parts, wanted, overview)
  return chosen.map(({stem, documents}) => ({
    printed: overview.headlines.get(stem) ?? stem,
    count: documents.length,
    places: documents.slice(0, mostPlaces).flatMap((n) => places.get(n) ?? [])
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
