import {dirname, join} from 'node:path'
import {VFile} from 'vfile'
import {messagesOf, type Report, reportTo} from '../diagnostics/report.ts'
import {unreadable} from '../diagnostics/source-rules.ts'
import type {WrittenFile} from '../package/description.ts'
import {editionAround} from '../source/edition.ts'
import {isWanted} from '../source/selection.ts'
import type {Edition, Result} from '../source/types.ts'
import type {Article} from '../tree/types.ts'
import type {PageLink} from '../validate/gate.ts'
import {articleGates} from '../validate/index.ts'
import type {OutputFile, Surroundings} from '../write/output.ts'
import {tablePart} from '../write/rows.ts'
import {corpusPart, tei} from '../write/tei.ts'
import {checkAlone} from './alone.ts'
import {type ArticleRecord, processArticle, reportFault} from './article.ts'
import {sha256Hex} from './digests.ts'
import {disk} from './disk.ts'
import {articleOutputs, everything} from './everything.ts'
import {inLanguages} from './filters.ts'
import type {Kept} from './pack.ts'
import type {Recorded, Recorder} from './records.ts'
import {sha256Of} from './snapshot.ts'
import {isRacy, type Stamp, sourceStamp} from './stamp.ts'
import {tables} from './tables.ts'
import {safeJoin} from './write-files.ts'

/** An article to be made; plain data, so that it can be handed to another thread. */
export type Task = Recorded

/** Where articles are made. */
export interface Shop {
  readonly sources: string
  /** The folder that the edition grows in. */
  readonly folder: string
  readonly edition: Edition
  /** Languages whose articles are wanted; all, where there are none. */
  readonly languages: readonly string[]
}

/** What a source says, before anything is written of it. */
export interface ReadSource {
  readonly result: Result
  /** Of the source, before it was read; empty where it could not be. */
  readonly stamp: Stamp
  readonly sha256: string
}

/** What is published before and after an article. */
export type Around = Omit<Surroundings, 'messages'>

/** Takes a source through the chain. */
export async function readArticle(
  task: Task,
  shop: Shop,
  recordOf: Recorder
): Promise<ReadSource> {
  const {slug: id, path} = task
  const {record, stamp, messages} = await readStable(task, shop, recordOf)
  if (!record) return {result: {id, path, article: null, messages}, stamp: '', sha256: ''}
  const made = processArticle(record)
  const result = {id, path, ...made, messages: [...messages, ...made.messages]}
  const sha256 = digestOf(record)
  return {result: inLanguages(result, shop.languages), stamp, sha256}
}

/** A source as it was read, before anything is made of it. */
export type SourceTree = Pick<Kept, 'id' | 'path' | 'article' | 'messages' | 'found'>

/** What was made of an article. */
export type Made = Pick<Kept, 'messages' | 'files' | 'links' | 'parts'>

/** Makes everything of an article that concerns it alone, checks and writes it. */
export async function publishArticle(
  result: SourceTree,
  around: Around,
  shop: Shop
): Promise<Made> {
  const {article, messages} = result
  if (article) return publish(result, article, {shop, around})
  return {messages, files: [], links: [], parts: partsOf(result, shop.edition)}
}

/** Times that a file is read which changes meanwhile. */
const attempts = 3

/** What is read of a source with the stamp it had: a file that changes while it is read is read again. */
async function readStable(task: Task, {sources}: Shop, recordOf: Recorder) {
  const {path} = task
  for (let attempt = 0; attempt < attempts; attempt++) {
    const file = new VFile({path})
    const stamp = sourceStamp(join(sources, path)) ?? ''
    const record = await recordOf(task, reportTo(file))
    const messages = messagesOf(file)
    if (!record || isStill(join(sources, path), stamp, digestOf(record)))
      return {record, stamp, messages}
  }
  const file = new VFile({path})
  reportTo(file)(unreadable, {
    name: path.slice(path.lastIndexOf('/') + 1),
    code: 'it changes while it is read'
  })
  return {record: null, stamp: '', messages: messagesOf(file)}
}

/** Whether a file is as it was read; one that is young may change twice within one tick of the clock. */
const isStill = (path: string, stamp: Stamp, sha256: string): boolean =>
  sourceStamp(path) === stamp &&
  (!isRacy(stamp, Date.now() - tickMs) || sha256Of(path) === sha256)

/** Longer than the ticks of the clock of any file system: FAT has two seconds. */
const tickMs = 2_000

/** Of the file that a record was read from. */
const digestOf = ({unpacked, sha256}: ArticleRecord): string =>
  unpacked?.container.sha256 ?? sha256 ?? ''

/** What gathers keep of a result, by the name of the output. @param ready parts that were made already */
export const partsOf = (
  result: Result,
  edition: Edition,
  ready: Kept['parts'] = {}
): Kept['parts'] =>
  Object.fromEntries(
    everything.flatMap(({name, part}) =>
      part ? [[name, name in ready ? ready[name] : part(result, edition)] as const] : []
    )
  )

/** Writes everything that is made of one article, and checks it. */
async function publish(
  result: Result,
  article: Article,
  {shop, around}: {readonly shop: Shop; readonly around: Around}
): Promise<Made> {
  const {path} = result
  const edition = editionAround(article, shop.edition)
  const {messages: about} = result
  const made = articleOutputs(edition).flatMap(({article: map, hasNeighbours}) =>
    map ? map(article, edition, {messages: about, ...(hasNeighbours ? around : {})}) : []
  )
  const texts = new Map(
    made.map(({path: name, bytes}) => [name, typeof bytes === 'string' ? bytes : ''])
  )
  const file = new VFile({path})
  const report = reportTo(file)
  const links: PageLink[] = []
  const onLink = (link: PageLink): void => void links.push(link)
  for (const gate of articleGates)
    await guarded(report, () =>
      gate.check({article, edition, files: texts, report, onLink})
    )
  const own =
    file.messages.length === 0
      ? texts.get(`articles/${article.id}/article.tei.xml`)
      : null
  const ready = isWanted(edition, 'data')
    ? await dataParts(result, edition, {report, tei: own ?? null})
    : {[tables.name]: null, [tei.name]: null}
  const parts = partsOf(result, edition, ready)
  const files = made.map((each) => writeFile(each, article.id, shop.folder))
  const messages = [...about, ...messagesOf(file)]
  return {messages, files, links, parts}
}

/** What an article adds to the data, checked. */
async function dataParts(
  result: Result,
  edition: Edition,
  {report, tei: own}: {readonly report: Report; readonly tei: string | null}
): Promise<Kept['parts']> {
  const [rows, corpus] = [tablePart(result, edition), corpusPart(result, edition)]
  const alone = {rows, corpus, tei: own}
  await guarded(report, () => checkAlone(result, alone, edition, report))
  return {[tables.name]: alone.rows, [tei.name]: alone.corpus}
}

/** A fault of a check ends that check. */
async function guarded(report: Report, check: () => Promise<void> | void): Promise<void> {
  try {
    await check()
  } catch (error) {
    reportFault(report, error)
  }
}

/** Writes a file of an article into the folder of that article, and nowhere else. */
export function writeFile(
  {path, bytes}: OutputFile,
  slug: string,
  folder: string
): WrittenFile {
  if (!path.startsWith(`articles/${slug}/`))
    throw new Error(
      `A file of the article ${slug} would be written outside of its folder: ${path}`
    )
  const target = safeJoin(folder, path)
  const data = typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes
  disk.makeFolder(dirname(target))
  disk.write(target, data)
  return {
    path,
    sizeBytes: data.length,
    sha256: sha256Hex(data)
  }
}
