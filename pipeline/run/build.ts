import {VFile} from 'vfile'
import {messagesOf, reportTo} from '../diagnostics/report.ts'
import {checksums} from '../package/checksums.ts'
import type {Description} from '../package/description.ts'
import {descriptions} from '../package/index.ts'
import {readers} from '../read/index.ts'
import {dataPage} from '../site/data.ts'
import {pages} from '../site/index.ts'
import {reportPages} from '../site/report.ts'
import {adviseEdition} from '../source/advice.ts'
import {readBytes} from '../source/files.ts'
import {type Job, loadSources, type Sources} from '../source/load.ts'
import type {Edition, Result} from '../source/types.ts'
import {stringOf} from '../tree/facts.ts'
import type {Article, Message} from '../tree/types.ts'
import {checkEdition} from '../validate/edition.ts'
import {articleGates} from '../validate/index.ts'
import {outputs} from '../write/index.ts'
import type {AnyOutput, OutputFile, Surroundings} from '../write/output.ts'
import {type Neighbour, neighbourOf, sequence} from '../write/sequence.ts'
import {processArticle, reportFault} from './article.ts'
import {assetFiles} from './assets.ts'
import {beginningsIn} from './first-part.ts'
import {createSpool} from './spool.ts'
import {openWorkplace, type Workplace} from './swap.ts'
import {writeTables} from './tables.ts'
import {createFileWriter, type FileWriter} from './write-files.ts'

export interface BuildOptions {
  readonly sources: string
  readonly out: string
  /** Seconds since 1970 that date the edition, where the caller sets them. */
  readonly sourceDateEpoch?: number
  onProgress?(done: number, total: number): void
}

/** What a build did. */
export interface BuildReport {
  readonly articles: number
  readonly files: number
  readonly sizeBytes: number
  readonly messages: readonly Message[]
  readonly out: string
}

const endings = Object.keys(readers)

/** Reads every source without writing anything. @returns results sorted by id */
export function* checkSources(
  root: string,
  only?: (path: string) => boolean
): Generator<Result> {
  const sources = loadSources(root, endings)
  for (const result of processAll(sources, undefined))
    if (!only || only(result.path)) yield result
}

/** What the edition as a whole might declare; a build does not say it. */
export function adviseOn(root: string): Message[] {
  const file = new VFile({path: 'edition.yaml'})
  adviseEdition(loadSources(root, endings).edition, reportTo(file))
  return messagesOf(file)
}

/** Builds the edition beside the old one and puts it in its place when it is whole. */
export async function buildEdition(options: BuildOptions): Promise<BuildReport> {
  const sources = loadSources(options.sources, endings)
  let workplace: Workplace | null = null
  const stop = onSignal(() => workplace?.abandon())
  try {
    workplace = openWorkplace(options.out, options.sources)
    return await fill(workplace, sources, options)
  } catch (error) {
    workplace?.abandon()
    throw error
  } finally {
    stop()
  }
}

async function fill(
  workplace: Workplace,
  sources: Sources,
  options: BuildOptions
): Promise<BuildReport> {
  const writer = createFileWriter(workplace.staging)
  const trees = createSpool(`${workplace.spool}.trees`)
  const dates: string[] = []
  const neighbours: Neighbour[] = []
  for (const result of processAll(sources, options.onProgress)) {
    trees.add(result)
    const date = result.article && stringOf(result.article.metadata, 'datePublished')
    if (date) dates.push(date)
    if (result.article) neighbours.push(neighbourOf(result.article))
  }
  const around = sequence(neighbours)
  const date = editionDate(dates, options)
  const edition: Edition = {...sources.edition, ...(date ? {date} : {})}
  const spool = createSpool(workplace.spool)
  const messages: Message[] = []
  let count = 0
  for await (const result of trees.results()) {
    const {article, messages: found} = result
    const made = article
      ? await publishArticle(writer, result, article, {
          edition,
          around: {messages: found, ...around.get(article.id)}
        })
      : result
    spool.add(made)
    messages.push(...made.messages)
    if (made.article) count++
  }
  await writeEdition(writer, spool.results(), edition)
  const found = await checkEdition({writer, results: spool.results()})
  messages.push(...found)
  for await (const file of reportPages(spool.results(), edition, found))
    writer.write(file)
  describe(writer, checksums, edition)
  const written = writer.written()
  workplace.commit()
  const sizeBytes = written.reduce((sum, file) => sum + file.sizeBytes, 0)
  return {articles: count, files: written.length, sizeBytes, messages, out: workplace.out}
}

const everything: readonly AnyOutput[] = [...outputs, ...pages]

/** What an output keeps of each result; all of it, where it does not say. */
async function* partsOf(
  output: AnyOutput,
  results: AsyncIterable<Result>,
  edition: Edition
): AsyncIterable<unknown> {
  for await (const result of results)
    yield output.part ? output.part(result, edition) : result
}

/** Writes what is made of all articles together, then what describes it. */
async function writeEdition(
  writer: FileWriter,
  results: AsyncIterable<Result>,
  edition: Edition
): Promise<void> {
  for (const file of assetFiles()) writer.write(file)
  for (const output of everything) {
    const parts = {
      [Symbol.asyncIterator]: () =>
        partsOf(output, results, edition)[Symbol.asyncIterator]()
    }
    for await (const file of output.edition?.(parts, edition) ?? []) writer.write(file)
  }
  await writeTables(writer, results, edition)
  for (const description of descriptions) describe(writer, description, edition)
  const dataset = writer.read('data/dataset.jsonld').trim()
  const beginningOf = beginningsIn(writer.folder)
  const page = dataPage(writer.written(), edition, {dataset, beginningOf})
  writer.write({path: 'data/index.html', bytes: page})
}

function describe(writer: FileWriter, description: Description, edition: Edition): void {
  for (const file of description.describe(writer.written(), edition)) writer.write(file)
}

/** Results of all sources in the order of their ids, those that cannot be processed among them. */
function* processAll(
  sources: Sources,
  onProgress: BuildOptions['onProgress']
): Generator<Result> {
  const refused = sources.refused
    .map(
      (each): Result => ({
        id: each.path,
        path: each.path,
        article: null,
        messages: each.messages
      })
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  let done = 0
  for (const job of sources.jobs) {
    while (refused[0] && refused[0].id < job.slug) {
      const next = refused.shift()
      if (next) yield next
    }
    yield processJob(sources, job)
    onProgress?.(++done, sources.jobs.length)
  }
  yield* refused
}

function processJob({root, authorities}: Sources, job: Job): Result {
  const path = job.file.path
  const file = new VFile({path})
  const bytes = readBytes(root, path, reportTo(file))
  if (!bytes) return {id: job.slug, path, article: null, messages: messagesOf(file)}
  return {id: job.slug, path, ...processArticle({...job, path, bytes, authorities})}
}

/** Writes everything that is made of one article, and checks it. */
async function publishArticle(
  writer: FileWriter,
  result: Result,
  article: Article,
  {edition, around}: {edition: Edition; around: Surroundings}
): Promise<Result> {
  const made: OutputFile[] = everything.flatMap(
    (output) => output.article?.(article, edition, around) ?? []
  )
  const files = new Map(
    made.flatMap(({path, bytes}) =>
      typeof bytes === 'string' ? [[path, bytes] as const] : []
    )
  )
  const file = new VFile({path: result.path})
  const report = reportTo(file)
  for (const gate of articleGates) {
    try {
      await gate.check({article, edition, files, report})
    } catch (error) {
      reportFault(report, error)
    }
  }
  for (const each of made) writer.write(each)
  return {...result, messages: [...result.messages, ...messagesOf(file)]}
}

/** SOURCE_DATE_EPOCH, else the date of the newest article that has one. */
function editionDate(
  dates: string[],
  {sourceDateEpoch}: BuildOptions
): string | undefined {
  if (sourceDateEpoch !== undefined)
    return new Date(sourceDateEpoch * 1000).toISOString().replace('.000Z', 'Z')
  return dates.sort((a, b) => Date.parse(a) - Date.parse(b) || (a < b ? -1 : 1)).at(-1)
}

/** A build that is told to stop leaves the old edition as it was. */
function onSignal(abandon: () => void): () => void {
  const end = (signal: NodeJS.Signals): void => {
    abandon()
    process.exit(signal === 'SIGINT' ? 130 : 143)
  }
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
  return () => {
    process.off('SIGINT', end)
    process.off('SIGTERM', end)
  }
}
