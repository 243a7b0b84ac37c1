import {appendFileSync, existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {WrittenFile} from '../package/description.ts'
import type {Edition, Result} from '../source/types.ts'
import type {Message} from '../tree/types.ts'
import {shortDigest} from './digests.ts'
import {disk} from './disk.ts'
import {createEntries, type Entries} from './entries.ts'
import {gatherEdition} from './gather.ts'
import type {KnownArticle, Summary} from './manifest.ts'
import {openPacks} from './pack.ts'
import {areFilesMade} from './snapshot.ts'
import {type Renewal, refusedResults} from './survey.ts'
import {placesOf} from './swap.ts'
import {optionsDigest} from './unchanged.ts'
import {partsOf} from './work.ts'
import {createFileWriter} from './write-files.ts'

/** The files of the whole edition, or that those that stand are still right. */
export interface Gathered {
  readonly digest: string
  readonly articles: readonly KnownArticle[]
  /** Null where the files that stand are right. */
  readonly files: readonly WrittenFile[] | null
  readonly summary: Summary
}

/** Makes the files of the whole edition, unless they would be what they are. */
export async function gatherAll(
  renewal: Renewal,
  articles: readonly KnownArticle[]
): Promise<Gathered> {
  const {before, workplace, sources, options} = renewal
  const refused = refusedResults(sources)
  const edition = withDate(renewal, articles)
  const digest = shortDigest([
    optionsDigest(options),
    {...edition, authorities: edition.authorities.entities},
    refused,
    articles.map(({slug, place}) => [slug, place.digest])
  ])
  if (
    before?.gathered === digest &&
    areFilesMade(workplace.out, before) &&
    existsSync(placesOf(options.out).messages)
  )
    return {digest, articles, files: null, summary: before.summary}
  return {digest, articles, ...(await makeFiles(renewal, articles, {edition, refused}))}
}

async function makeFiles(
  {workplace, options}: Renewal,
  articles: readonly KnownArticle[],
  {edition, refused}: {readonly edition: Edition; readonly refused: readonly Result[]}
): Promise<Pick<Gathered, 'files' | 'summary'>> {
  const packs = openPacks(workplace.cache)
  const writer = createFileWriter(workplace.staging, workplace.scratch)
  const places = [workplace.staging, workplace.out]
  const readArticleFile = (path: string): string | null => {
    const place = places
      .map((folder) => join(folder, path))
      .find((each) => existsSync(each))
    return place === undefined ? null : readFileSync(place, 'utf8')
  }
  try {
    const own = refused.map((result) => ({result, parts: partsOf(result, edition)}))
    const entries = createEntries(articles, own, packs)
    const found = await gatherEdition({writer, entries, edition, readArticleFile})
    const files = writer.written()
    const path = `${placesOf(options.out).messages}.next`
    return {files, summary: summarise(entries, files, {found, path})}
  } finally {
    packs.close()
  }
}

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

/** Counts what there is, and writes down the messages. */
function summarise(
  entries: Entries,
  files: readonly WrittenFile[],
  {found, path}: {readonly found: readonly Message[]; readonly path: string}
): Summary {
  const counts = {error: 0, warning: 0, info: 0}
  let articles = 0
  disk.write(path, '')
  const say = (messages: readonly Message[]): void => {
    for (const {severity} of messages) counts[severity]++
    if (messages.length > 0)
      appendFileSync(
        path,
        messages.map((message) => `${JSON.stringify(message)}\n`).join('')
      )
  }
  let sizeBytes = files.reduce((sum, file) => sum + file.sizeBytes, 0)
  for (const {messages, files: own} of entries.heads()) {
    say(messages)
    if (own.length > 0) articles++
    for (const file of own) sizeBytes += file.sizeBytes
  }
  say(found)
  return {articles, files: files.length + entries.fileCount, sizeBytes, counts}
}
