import {statSync} from 'node:fs'
import {divide, sourceEndings} from '../read/containers.ts'
import {makeEdition} from '../source/edition.ts'
import {endingOf} from '../source/files.ts'
import type {Authorities, Result} from '../source/types.ts'
import type {Article, CollectionFile} from '../tree/types.ts'
import {type FormatName, formats} from '../write/formats.ts'
import {UsageError} from './arguments.ts'
import {processArticle} from './article.ts'
import {createTwinNamer, inLanguages, twinPart} from './filters.ts'
import {readLoose} from './loose-files.ts'

/** What is to be extracted, and how. */
export interface ExtractRequest {
  readonly paths: readonly string[]
  readonly format: FormatName
  /** Of the languages, all where it is empty. */
  readonly languages: readonly string[]
  /** Without articles that nearly repeat one before them. */
  readonly isDistinct: boolean
  /** Of text and Markdown the running text alone. */
  readonly isBare: boolean
  readonly authorities: Authorities
  readonly collection: CollectionFile
  /** Reads standard input, where no path is given or one is `-`. */
  readonly standardInput: () => Promise<Uint8Array>
  readonly url?: string
}

/** What became of a source, and the text of its article in the wanted format. */
export interface Extracted {
  readonly result: Result
  readonly printed: string | null
}

/** Extracts articles one by one; in a batch a line of JSON each, and one header for all rows of CSV. */
export async function* extractAll(
  request: ExtractRequest,
  isJoined: boolean
): AsyncGenerator<Extracted> {
  const nameTwin = createTwinNamer()
  const print = createPrinter(request, isJoined)
  const isPiped = request.paths.length === 0 || request.paths.includes('-')
  if (isPiped && request.paths.length > 1)
    throw new UsageError('`-` for standard input stands alone.')
  const results = isPiped
    ? readPiped(request)
    : readLoose({
        paths: request.paths,
        authorities: request.authorities,
        collection: request.collection,
        ...(request.url ? {url: request.url} : {})
      })
  for await (const each of results) {
    const kept = inLanguages(each, request.languages)
    const twin = nameTwin(kept, twinPart(kept))
    const article = request.isDistinct && twin.length > 0 ? null : kept.article
    const result = {...kept, article, messages: [...kept.messages, ...twin]}
    yield {result, printed: article && print(article)}
  }
}

/** True where more than one article may come out: several files, a folder, an archive. */
export const isBatch = (paths: readonly string[]): boolean =>
  paths.length > 1 ||
  paths.some(
    (path) =>
      path !== '-' &&
      (statSync(path).isDirectory() ||
        divide.endings.includes(endingOf(path, sourceEndings)))
  )

/** Standard input as a page where it begins with markup, else as text. */
async function* readPiped({
  standardInput,
  authorities,
  collection,
  url
}: ExtractRequest): AsyncGenerator<Result> {
  const bytes = await standardInput()
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 1024))
  const path = /^[^\w]*</u.test(start) ? 'input.html' : 'input.txt'
  const made = processArticle({
    slug: 'input',
    path,
    bytes,
    collection: {id: 'extracted', ...collection},
    sidecar: url ? {url} : {},
    authorities
  })
  yield {id: 'input', path, ...made}
}

/** What an article states of itself is not printed of this. */
const bare = (article: Article): Article => ({...article, language: 'und', metadata: {}})

function createPrinter(
  {format, authorities, isBare}: ExtractRequest,
  isJoined: boolean
): (article: Article) => string {
  const edition = makeEdition({}, authorities, [], () => undefined)
  let count = 0
  return (whole) => {
    const article = isBare ? bare(whole) : whole
    count++
    if (!isJoined) return formats[format].print(article, edition)
    if (format === 'json') return `${JSON.stringify(article)}\n`
    if (format !== 'csv') {
      if (count > 1)
        throw new UsageError(
          `several articles cannot be printed as \`${format}\` behind each other: name a folder with \`--out\`, or use \`--format json\`.`
        )
      return formats[format].print(article, edition)
    }
    const rows = formats.csv.print(article, edition)
    return count === 1 ? rows : rows.slice(rows.indexOf('\n') + 1)
  }
}
