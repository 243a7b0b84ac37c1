import {searchWords} from '../language/search.ts'
import {
  type Dictionary,
  type Load,
  type Manifest,
  openDictionary
} from './search-dictionary.ts'
import {type List, openHits, openRuns, type Weights} from './search-lists.ts'

/** Somebody or something that the query names. */
export interface FoundPerson {
  readonly id: string
  readonly name: string
  /** Turns that the person speaks; none for those who are only mentioned. */
  readonly turns: number
}

/** What a search finds. */
export interface Found {
  /** Numbers of documents, the best first. */
  readonly documents: readonly number[]
  /** Whether each of them has every word of the query, or only some. */
  readonly hasAll: boolean
  /** Whether there are more than these, older ones, which were not read. */
  readonly isCut: boolean
  /** Keys of the words to mark in the texts. */
  readonly marks: ReadonlySet<string>
  readonly people: readonly FoundPerson[]
}

/** A query, and the facets that each result must have: `Lar`, `Psteve-witkoff`. */
export type Search = (query: string, facets: readonly string[]) => Promise<Found>

/** What a word weighs as it stands, by the name of whom it means, by its stem, and by its beginning. */
const weights = {exact: 3, name: 2.5, stem: 1, beginning: 0.5}
/** Words of a query that are looked at, and words of one name, at most. */
const mostWords = 12
const longestName = 4

/** Opens the index. @returns a search over it, which loads what it needs */
export function openSearch(manifest: Manifest, load: Load): Search {
  const dictionary = openDictionary(manifest, load)
  const context = {dictionary, load}
  return async (query, facets) => {
    const words = [...new Set([...searchWords(query)].map(({key}) => key))].slice(
      0,
      mostWords
    )
    const isTyping = /[\p{L}\p{N}]$/u.test(query)
    const marks = new Set<string>()
    const named = await findNames(words, context)
    const terms = await Promise.all(
      words.map((word, n) => openTerm(word, isTyping && n === words.length - 1, context))
    )
    for (const [n, term] of terms.entries()) {
      for (const mark of term.marks) marks.add(mark)
      for (const name of named)
        if (name.words.includes(n)) {
          term.lists.push([name.list, weights.name])
          for (const mark of name.marks) marks.add(mark)
        }
    }
    const people = named.flatMap(({person}) => person ?? [])
    const found = await combine(
      terms.map(({lists}) => termOf(lists)),
      await Promise.all(facets.map((facet) => openFacet(facet, context)))
    )
    return {...found, marks, people}
  }
}

interface Context {
  readonly dictionary: Dictionary
  readonly load: Load
}

type WeightedList = readonly [list: List, weight: number]

async function openTerm(
  word: string,
  isBeginning: boolean,
  {dictionary, load}: Context
): Promise<{lists: WeightedList[]; marks: string[]}> {
  const groups = await dictionary.groupsOf(word, isBeginning && word.length > 1)
  const lists: WeightedList[] = []
  const marks: string[] = []
  const hasWord = groups.some(({words}) => words.has(word))
  for (const {stem, words} of groups) {
    const isOwn = words.has(word) || !hasWord || !stem.startsWith(word)
    for (const [each, hits] of words) {
      marks.push(each)
      const weight =
        each === word ? weights.exact : isOwn ? weights.stem : weights.beginning
      lists.push([openHits(hits, load), weight])
    }
  }
  return {lists, marks}
}

interface FoundName {
  /** Places in the query of the words that make the name. */
  readonly words: readonly number[]
  readonly list: List
  /** Words of every spelling of the name. */
  readonly marks: readonly string[]
  readonly person: FoundPerson | null
}

/** Who is named in a query, the longest names first; particles before an Arabic name are no part of it. */
async function findNames(
  words: readonly string[],
  context: Context
): Promise<FoundName[]> {
  const found: FoundName[] = []
  const taken = new Set<number>()
  for (let length = Math.min(longestName, words.length); length > 0; length--)
    for (let start = 0; start + length <= words.length; start++) {
      const places = Array.from({length}, (_, n) => start + n)
      if (places.some((n) => taken.has(n))) continue
      const ids = await idsOf(words.slice(start, start + length), context)
      for (const id of ids) found.push(...(await openName(id, places, context)))
      if (ids.length > 0) for (const n of places) taken.add(n)
    }
  return found
}

async function idsOf(
  words: readonly string[],
  {dictionary}: Context
): Promise<readonly string[]> {
  const [first = '', ...rest] = words
  const spellings = [first, ...(/^[وفبكل]..../u.test(first) ? [first.slice(1)] : [])]
  for (const spelling of spellings) {
    const ids = await dictionary.fieldsOf(`N${[spelling, ...rest].join(' ')}`)
    if (ids) return ids
  }
  return []
}

async function openName(
  id: string,
  words: readonly number[],
  {dictionary, load}: Context
): Promise<FoundName[]> {
  const [mentions = '', ...names] = (await dictionary.fieldsOf(`E${id}`)) ?? []
  const [turns = '', name = names[0] ?? id] = (await dictionary.fieldsOf(`P${id}`)) ?? []
  const spoken = openRuns(turns, load).count
  return [
    {
      words,
      list: openRuns(mentions, load),
      marks: names.flatMap((each) => [...searchWords(each)].map(({key}) => key)),
      person: {id, name, turns: spoken}
    }
  ]
}

/** Lists of which a document must be in one, and how many documents they have at most. */
interface Term {
  readonly lists: readonly WeightedList[]
  readonly count: number
}

const termOf = (lists: readonly WeightedList[]): Term => ({
  lists,
  count: lists.reduce((sum, [{count}]) => sum + count, 0)
})

/** A facet is wanted and weighs nothing. */
async function openFacet(facet: string, {dictionary, load}: Context): Promise<Term> {
  const [runs = ''] = (await dictionary.fieldsOf(facet)) ?? []
  return termOf([[openRuns(runs, load), 0]])
}

/** Documents with every word and facet; where there are none, those with every facet and some words. */
async function combine(
  words: readonly Term[],
  facets: readonly Term[]
): Promise<Pick<Found, 'documents' | 'hasAll' | 'isCut'>> {
  if (words.length + facets.length === 0)
    return {documents: [], hasAll: true, isCut: false}
  const all = await withEvery([...words, ...facets])
  if (all.found.size > 0 || words.length === 0)
    return {documents: ranked(all.found), hasAll: true, isCut: all.isCut}
  let some: Weights = new Map()
  let isCut = false
  for (const word of words) {
    const one = await withEvery([word, ...facets])
    some = sumOf(some, one.found, false)
    isCut ||= one.isCut
  }
  return {documents: ranked(some), hasAll: false, isCut}
}

interface Matches {
  readonly found: Weights
  readonly isCut: boolean
}

/** Documents that are read of a list first, where nothing narrows them; and if few were found with it. */
const enough = 6_000
const plenty = 8 * enough
const few = 500

/** Documents with every term, the rarest read first; while little is found, more of it is read. */
async function withEvery(terms: readonly Term[]): Promise<Matches> {
  const sorted = [...terms].sort((a, b) => a.count - b.count)
  if (sorted[0]?.count === 0) return {found: new Map(), isCut: false}
  for (let most = enough; ; most *= 8) {
    const matches = await intersect(sorted, most)
    const {size} = matches.found
    if (!matches.isCut || size >= few || (size > 0 && most >= plenty)) return matches
  }
}

async function intersect(terms: readonly Term[], most: number): Promise<Matches> {
  let found: Weights | null = null
  let isCut = false
  for (const {lists} of terms) {
    const matches: Weights = new Map()
    for (const [list, weight] of lists)
      isCut = (await list.read(matches, weight, {only: found, most})) || isCut
    found = sumOf(found, matches, true)
    if (found.size === 0) break
  }
  return {found: found ?? new Map(), isCut}
}

function sumOf(before: Weights | null, matches: Weights, inBoth: boolean): Weights {
  if (!before) return matches
  const sum: Weights = inBoth ? new Map() : new Map(before)
  for (const [document, weight] of matches) {
    const earlier = before.get(document)
    if (earlier !== undefined || !inBoth) sum.set(document, (earlier ?? 0) + weight)
  }
  return sum
}

/** The heaviest first; among equals the newest, which has the lowest number. */
const ranked = (found: Weights): number[] =>
  [...found].sort(([a, x], [b, y]) => y - x || a - b).map(([document]) => document)
