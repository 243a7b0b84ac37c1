import {searchWords} from '../language/search.ts'
import type {Edition, Result} from '../source/types.ts'
import {stringOf} from '../tree/facts.ts'
import type {Article, Entity} from '../tree/types.ts'
import {titleOf} from './about.ts'
import {encodeHits, encodeRuns, runsOf} from './search-codec.ts'
import {type SearchDocument, searchDocuments} from './search-documents.ts'
import {stemOf} from './search-stems.ts'
import {chunkStarts} from './search-text.ts'

/** What the index keeps of one article: numbers of documents count from its first. */
export interface SearchPart {
  readonly slug: string
  readonly title: string
  /** The value of the date of publication; empty where none is known. */
  readonly date: string
  readonly language: string
  readonly collection: string
  readonly documents: number
  /** The anchor of each document, parted by spaces. */
  readonly anchors: string
  /** The first document of each piece of its text. */
  readonly chunks: readonly number[]
  /** Stem, word and hits, parted by spaces; sorted. */
  readonly words: readonly string[]
  /** Facet and runs of documents, parted by spaces; sorted. */
  readonly facets: readonly string[]
  /** Who is named or speaks: id of the facet, then names. */
  readonly people: readonly SearchPerson[]
  /** Stems of the headline, and how they are printed there. */
  readonly headline: Readonly<Record<string, string>>
}

/** Somebody or something that a search finds by any of its names. */
export interface SearchPerson {
  /** That of the authority file, or `<slug>.speaker-01` for one known in an article alone. */
  readonly id: string
  readonly names: readonly string[]
  readonly speaks: boolean
}

/** Facets begin with a capital, which no word does: kind, language, year, collection, speaker, mention; and names. */
export const facetLetters = {
  kind: 'K',
  language: 'L',
  year: 'Y',
  collection: 'C',
  person: 'P',
  mention: 'E',
  name: 'N'
} as const

/** The share of an article in the index. @returns null for a source that gave no article */
export function searchPart({article}: Result, _edition: Edition): SearchPart | null {
  if (!article) return null
  const documents = searchDocuments(article)
  return {
    slug: article.id,
    title: titleOf(article),
    date: stringOf(article.metadata, 'datePublished') ?? '',
    language: article.language,
    collection: article.collection,
    documents: documents.length,
    anchors: documents.map(({anchor}) => anchor).join(' '),
    chunks: chunkStarts(documents),
    words: wordEntries(documents, article.language),
    facets: facetEntries(article, documents),
    people: people(article, documents),
    headline: headlineStems(article)
  }
}

function wordEntries(documents: readonly SearchDocument[], language: string): string[] {
  const hits = new Map<string, number[]>()
  for (const [n, {text}] of documents.entries()) {
    for (const {key} of searchWords(text)) {
      const list = hits.get(key)
      if (!list) hits.set(key, [n * 2])
      else if (Math.floor((list.at(-1) ?? 0) / 2) === n) list[list.length - 1] = n * 2 + 1
      else list.push(n * 2)
    }
  }
  return [...hits]
    .map(([key, list]) => `${stemOf(key, language)} ${key} ${encodeHits(list)}`)
    .sort()
}

function facetEntries(article: Article, documents: readonly SearchDocument[]): string[] {
  const runs = new Map<string, number[]>()
  const add = (key: string, n: number): void => {
    const list = runs.get(key)
    if (!list) runs.set(key, [n])
    else if (list.at(-1) !== n) list.push(n)
  }
  const publishedIn = /^\d{4}/u.exec(
    stringOf(article.metadata, 'datePublished') ?? ''
  )?.[0]
  const {kind, language, year, collection, person, mention} = facetLetters
  for (const [n, document] of documents.entries()) {
    add(`${kind}${document.kind === 'turn' ? 'dialogue' : 'narrative'}`, n)
    add(`${language}${article.language}`, n)
    if (publishedIn) add(`${year}${publishedIn}`, n)
    add(`${collection}${article.collection}`, n)
    if (document.speaker !== undefined)
      add(`${person}${globalId(article, document.speaker)}`, n)
    for (const id of document.mentions) add(`${mention}${globalId(article, id)}`, n)
  }
  return [...runs].map(([key, list]) => `${key} ${encodeRuns(runsOf(list))}`).sort()
}

/** A speaker known from labels alone is one of this article only. */
const globalId = (article: Article, id: string): string =>
  article.entities.some((entity) => entity.id === id && entity.basis === 'declared')
    ? id
    : `${article.id}.${id}`

function people(article: Article, documents: readonly SearchDocument[]): SearchPerson[] {
  const speakers = new Set(documents.map(({speaker}) => speaker))
  const mentioned = new Set(documents.flatMap(({mentions}) => mentions))
  return article.entities
    .filter(({id}) => speakers.has(id) || mentioned.has(id))
    .map((entity) => ({
      id: globalId(article, entity.id),
      names: namesOf(entity),
      speaks: speakers.has(entity.id)
    }))
}

const namesOf = ({name, names}: Entity): string[] => [
  ...new Set([name, ...names.map(({value}) => value)])
]

/** Words of a headline that may stand in the index for readers; short ones say little. */
function headlineStems(article: Article): Record<string, string> {
  const title = stringOf(article.metadata, 'headline') ?? ''
  const stems: Record<string, string> = {}
  for (const {start, end, key} of searchWords(title))
    if ([...key].length >= 4 && /^\p{L}+$/u.test(key))
      stems[stemOf(key, article.language)] ??= title.slice(start, end)
  return stems
}
