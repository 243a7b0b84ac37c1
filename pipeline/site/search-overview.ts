import {decodeRuns} from './search-codec.ts'
import {facetLetters, type SearchPart} from './search-entries.ts'
import type {Bases} from './search-shards.ts'

/** An article in the numbering of the index. */
interface NumberedArticle {
  readonly slug: string
  /** Number of its first document. */
  readonly base: number
  readonly documents: number
  readonly chunks: readonly number[]
}

/** What is known of the index before its entries are gathered; it grows with articles and names, not with words. */
export interface Overview {
  /** Newest first, then by slug; those without a date last. */
  readonly articles: readonly NumberedArticle[]
  readonly bases: Bases
  readonly documents: number
  /** Names by id, in the order they were met. */
  readonly people: ReadonlyMap<string, readonly string[]>
  /** Documents of each facet but the mentions. */
  readonly facets: ReadonlyMap<string, number>
  /** Stems that headlines have, and how one of them prints it. */
  readonly headlines: ReadonlyMap<string, string>
  /** Characters of entries by the first two of their key. */
  readonly sizes: ReadonlyMap<string, number>
}

/** Reads every part once. */
export async function overviewOf(
  parts: AsyncIterable<SearchPart | null>
): Promise<Overview> {
  const dated: (Omit<NumberedArticle, 'base'> & {date: string})[] = []
  const people = new Map<string, Set<string>>()
  const facets = new Map<string, number>()
  const headlines = new Map<string, string>()
  const sizes = new Map<string, number>()
  for await (const part of parts) {
    if (!part) continue
    const {slug, date, documents, chunks} = part
    dated.push({slug, date, documents, chunks})
    for (const {id, names} of part.people) {
      const known = people.get(id) ?? new Set()
      for (const name of names) known.add(name)
      people.set(id, known)
    }
    for (const [stem, printed] of Object.entries(part.headline))
      if (!headlines.has(stem)) headlines.set(stem, printed)
    for (const entry of [...part.words, ...part.facets]) {
      const head = entry.slice(0, 2)
      sizes.set(head, (sizes.get(head) ?? 0) + entry.length)
    }
    countFacets(part.facets, facets)
  }
  return {...number(dated), people: spread(people), facets, headlines, sizes}
}

function countFacets(entries: readonly string[], facets: Map<string, number>): void {
  for (const entry of entries) {
    if (entry.startsWith(facetLetters.mention)) continue
    const [key = '', runs = ''] = entry.split(' ')
    const documents = decodeRuns(runs).reduce((sum, [, count]) => sum + count, 0)
    facets.set(key, (facets.get(key) ?? 0) + documents)
  }
}

const spread = (sets: ReadonlyMap<string, ReadonlySet<string>>): Map<string, string[]> =>
  new Map([...sets].map(([id, names]) => [id, [...names]]))

function number(
  dated: (Omit<NumberedArticle, 'base'> & {date: string})[]
): Pick<Overview, 'articles' | 'bases' | 'documents'> {
  dated.sort((a, b) =>
    a.date === b.date ? (a.slug < b.slug ? -1 : 1) : a.date < b.date ? 1 : -1
  )
  let documents = 0
  const articles = dated.map(({slug, documents: count, chunks}) => {
    const base = documents
    documents += count
    return {slug, base, documents: count, chunks}
  })
  return {
    articles,
    bases: new Map(articles.map(({slug, base}) => [slug, base])),
    documents
  }
}
