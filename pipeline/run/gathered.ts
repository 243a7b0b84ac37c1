import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Edition} from '../source/types.ts'
import type {Message} from '../tree/types.ts'
import {checkedIn, leftUnchecked} from './checked.ts'
import {shortDigest} from './digests.ts'
import {createEntries} from './entries.ts'
import {isGathered} from './everything.ts'
import {gatherEdition} from './gather.ts'
import {makeShard} from './gather-shard.ts'
import type {RefusedEntry} from './items.ts'
import type {KnownArticle, Manifest, Summary} from './manifest.ts'
import {openPacks} from './pack.ts'
import {dropFolders, packArticles} from './pack-articles.ts'
import {createRunWriter} from './run-writer.ts'
import {areFilesMade} from './snapshot.ts'
import {findStale, gatherers, messages, ofPages, packaging} from './stale.ts'
import {summarise, writeMessages} from './summary.ts'
import {type Renewal, refusedResults} from './survey.ts'
import {placesOf} from './swap.ts'
import {type BuildOptions, optionsDigest} from './unchanged.ts'
import {partsOf} from './work.ts'
import {createFileWriter, type MadeFile} from './write-files.ts'

/** The files of the whole edition, or that those that stand are still right. */
export interface Gathered {
  readonly digest: string
  readonly articles: readonly KnownArticle[]
  /** Null where the files that stand are right. */
  readonly files: readonly MadeFile[] | null
  readonly found: readonly Message[]
  /** Outputs that were left for later. */
  readonly pending: readonly string[]
  /** Of pages and articles, what was not checked. */
  readonly unchecked: readonly string[]
  readonly summary: Summary
}

/** What is gathered: all but the articles. */
interface Surroundings {
  readonly edition: Edition
  readonly refused: readonly RefusedEntry[]
}

/** Makes the files of the whole edition, unless they would be what they are. */
export async function gatherAll(
  renewal: Renewal,
  articles: readonly KnownArticle[]
): Promise<Gathered> {
  const {before, workplace, options} = renewal
  const surroundings = surroundingsOf(renewal, articles)
  const {edition} = surroundings
  const declared = shortDigest([
    optionsDigest(options),
    {...edition, authorities: edition.authorities.entities},
    surroundings.refused.map(({id, messages}) => [id, messages])
  ])
  const made = shortDigest(articles.map(({slug, place}) => [slug, place.digest]))
  const digest = `${declared} ${made}`
  if (
    before?.gathered === digest &&
    before.pending.length === 0 &&
    areFilesMade(workplace.out, before) &&
    existsSync(placesOf(options.out).messages)
  ) {
    const {found, pending, unchecked, summary} = before
    if (isPacked(options)) dropFolders(workplace.staging)
    const shown = isPacked(options) ? packed(articles) : articles
    return {digest, articles: shown, files: null, found, pending, unchecked, summary}
  }
  const base = before?.gathered.split(' ')[0] === declared ? before : null
  const make = options.shard ? makeShard : makeFiles
  const files = await make(renewal, articles, {...surroundings, base})
  return {digest, articles: isPacked(options) ? packed(articles) : articles, ...files}
}

/** Whether files of articles go into archives; those of a shard do when it is merged. */
const isPacked = ({pack, shard}: BuildOptions): boolean => pack === true && !shard

/** Articles that have no files of their own. */
const packed = (articles: readonly KnownArticle[]): KnownArticle[] =>
  articles.map((known) => ({...known, names: '', made: ''}))

/** What files of the whole edition are made of, besides its articles. */
export interface Making extends Surroundings {
  /** The edition before, where it was made by the same declarations. */
  readonly base: Manifest | null
}

async function makeFiles(
  renewal: Renewal,
  articles: readonly KnownArticle[],
  {edition, refused, base}: Making
): Promise<Omit<Gathered, 'digest' | 'articles'>> {
  const {workplace, options, before} = renewal
  const {out, staging} = workplace
  const packs = openPacks(workplace.cache)
  const writer = createFileWriter(staging, out)
  const readArticleFile = (path: string): string | null => {
    const place = [staging, out]
      .map((folder) => join(folder, path))
      .find((each) => existsSync(each))
    return place === undefined ? null : readFileSync(place, 'utf8')
  }
  try {
    const outdated = base
      ? findStale({before: base, articles, packs, out})
      : new Set(gatherers)
    const stale = new Set(
      [...outdated].filter((name) => isAlways(name) || isGathered(edition, name))
    )
    const wanted = options.pagesOnly && before ? ofPages : gatherers
    const now = new Set([...stale].filter((name) => wanted.includes(name)))
    const pending = [...stale].filter((name) => !now.has(name))
    if (isPacked(options))
      await packArticles(createEntries(articles, refused, packs), writer)
    const shown = isPacked(options) ? packed(articles) : articles
    const entries = createEntries(shown, refused, packs, options)
    const standing = {out, files: before?.files ?? new Map()}
    const looked = await gatherEdition({
      ...{writer, entries, edition, before, wanted: now, readArticleFile},
      isChecked: checkedIn(base, articles),
      openRuns: (output) =>
        createRunWriter(output, {...workplace, writer, before: standing})
    })
    const found = looked ?? base?.found ?? []
    const files = writer.written()
    const unchecked = looked ? [] : leftUnchecked(base, articles, files)
    const places = placesOf(options.out)
    const isSame = JSON.stringify(found) === JSON.stringify(base?.found)
    if (stale.has(messages) || !isSame || !existsSync(places.messages))
      writeMessages(`${places.messages}.next`, entries, found)
    options.onGathered?.([...refused.flatMap((source) => source.messages), ...found])
    const summary = summarise(shown, files, [...refused, {messages: found}])
    return {files, found, pending, unchecked, summary}
  } finally {
    packs.close()
  }
}

/** What is made of any edition, whichever of its parts are asked for. */
const isAlways = (name: string): boolean => name === packaging || name === messages

/** The edition with its date, and what could not be processed. */
function surroundingsOf(
  renewal: Renewal,
  articles: readonly KnownArticle[]
): Surroundings {
  const edition = withDate(renewal, articles)
  const refused = refusedResults(renewal.sources).map((result) => ({
    ...result,
    parts: printed(partsOf(result, edition))
  }))
  return {edition, refused}
}

/** Parts as packs have them. */
const printed = (parts: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [name, JSON.stringify(part)])
  )

/** SOURCE_DATE_EPOCH, else the date of the newest article that has one. */
function withDate({edition}: Renewal, articles: readonly KnownArticle[]) {
  let newest = ''
  for (const {neighbour} of articles) {
    const date = neighbour?.date ?? ''
    if (date !== '' && (newest === '' || isLater(date, newest))) newest = date
  }
  const date = edition.declaredDate ?? newest
  return date === '' ? edition : {...edition, date}
}

const isLater = (one: string, other: string): boolean =>
  (Date.parse(one) - Date.parse(other) || (one > other ? 1 : -1)) > 0
