import {searchWords} from '../language/search.ts'
import type {Edition} from '../source/types.ts'
import type {Output, OutputFile} from '../write/output.ts'
import {facetLetters, type SearchPart, searchPart} from './search-entries.ts'
import {type Overview, overviewOf} from './search-overview.ts'
import {searchPage} from './search-page.ts'
import {openPostings, type Postings} from './search-postings.ts'
import {type Bases, openShards, type ShardWriter, type Shares} from './search-shards.ts'
import {openTerms, readerIndex, type TermGathering} from './search-terms.ts'
import {script} from './search-text.ts'

/** The index of the search page, in pieces that it loads when it needs them. */
export const searchIndex: Output<SearchPart | null> = {
  name: 'search-index',
  part: searchPart,
  edition: indexFiles
}

/** Articles in one file of the table that leads from a document to its article. */
const blockSize = 128
/** Characters of entries that are gathered at a time; the parts are read again for the next ones. */
const passSize = 48_000_000

type Parts = AsyncIterable<SearchPart | null>

async function* indexFiles(parts: Parts, edition: Edition): AsyncIterable<OutputFile> {
  const overview = await overviewOf(parts)
  const writer = openShards()
  const terms = openTerms(overview)
  for (const range of passes(overview.sizes))
    yield* dictionary(await gather(parts, range, overview.bases), {
      overview,
      writer,
      terms
    })
  yield* writer.end()
  const blocks: number[] = []
  for (let start = 0; start < overview.articles.length; start += blockSize) {
    const block = overview.articles.slice(start, start + blockSize)
    const name = `articles-${blocks.push(block[0]?.base ?? 0)}`
    const rows = block.map(({slug, documents, chunks}) => [slug, documents, ...chunks])
    yield {path: `search/${name}.js`, bytes: script(name, rows)}
  }
  yield {
    path: 'search/manifest.js',
    bytes: script('manifest', {
      documents: overview.documents,
      shards: writer.firstKeys,
      blocks
    })
  }
  yield* searchPage(await readerIndex(parts, terms.chosen(), overview), overview, edition)
}

/** Keys from the first on, up to and without the second. */
type Range = readonly [from: string, to: string | null]

/** Ranges of keys whose entries can be held at one time, in the order of the keys. */
function passes(sizes: ReadonlyMap<string, number>): Range[] {
  const ranges: Range[] = []
  let from = ''
  let size = 0
  for (const [head, added] of [...sizes].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (size > 0 && size + added > passSize) {
      ranges.push([from, head])
      from = head
      size = 0
    }
    size += added
  }
  return [...ranges, [from, null]]
}

interface Gathered {
  /** The words of each stem. */
  readonly words: ReadonlyMap<string, ReadonlySet<string>>
  readonly facets: ReadonlySet<string>
  /** By facet; by stem and word with a blank between them. */
  readonly postings: Postings
  readonly range: Range
}

async function gather(parts: Parts, range: Range, bases: Bases): Promise<Gathered> {
  const words = new Map<string, Set<string>>()
  const facets = new Set<string>()
  const postings = openPostings()
  for await (const part of parts) {
    if (!part) continue
    const base = bases.get(part.slug) ?? 0
    for (const entry of part.words) {
      if (!isWithin(entry, range)) continue
      const [stem = '', word = '', hits = ''] = entry.split(' ')
      const group = words.get(stem) ?? new Set()
      if (group.size === 0) words.set(stem, group)
      group.add(word)
      postings.add(`${stem} ${word}`, base, hits)
    }
    for (const entry of part.facets) {
      if (!isWithin(entry, range)) continue
      const [key = '', runs = ''] = entry.split(' ')
      facets.add(key)
      postings.add(key, base, runs)
    }
  }
  return {words, facets, postings, range}
}

const isWithin = (entry: string, [from, to]: Range): boolean =>
  entry >= from && (to === null || entry < to)

interface Making {
  readonly overview: Overview
  readonly writer: ShardWriter
  readonly terms: TermGathering
}

/** The entries of a range, in the order of their keys. */
function* dictionary(
  {words, facets, postings, range}: Gathered,
  {overview, writer, terms}: Making
): Generator<OutputFile> {
  const names = namesIn(overview, range)
  for (const key of [...words.keys(), ...facets, ...names.keys()].sort()) {
    const group = words.get(key)
    if (group) {
      const sorted = [...group]
        .sort()
        .map((word) => [word, postings.of(`${key} ${word}`)] as const)
      terms.add(key, placesOf(sorted))
      yield* writer.addWords(key, sorted)
    } else if (facets.has(key)) {
      const known = overview.people.get(key.slice(1))
      const isPerson = key.startsWith(facetLetters.person)
      yield* writer.addFacet(
        key,
        postings.of(key),
        !known || !/^[EP]/u.test(key) ? [] : isPerson ? known.slice(0, 1) : known
      )
    } else yield* writer.addName(key, [...(names.get(key) ?? [])].sort())
  }
}

/** What each name may stand for, by its words. */
function namesIn({people}: Overview, range: Range): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>()
  for (const [id, spellings] of people)
    for (const spelling of spellings) {
      const words = [...searchWords(spelling)].map(({key}) => key)
      const key = `${facetLetters.name}${words.join(' ')}`
      if (words.length > 0 && isWithin(key, range))
        names.set(key, (names.get(key) ?? new Set()).add(id))
    }
  return names
}

/** The articles in which the words of a stem stand, with the hits of each word there. */
const placesOf = (group: readonly (readonly [string, Shares])[]): Shares =>
  group.flatMap(([, shares]) => shares)
