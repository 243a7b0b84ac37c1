import {createHash} from 'node:crypto'
import {dirname, join} from 'node:path'
import {VFile} from 'vfile'
import {messagesOf, type Report, reportTo} from '../diagnostics/report.ts'
import {unreadable} from '../diagnostics/source-rules.ts'
import type {WrittenFile} from '../package/description.ts'
import {pages} from '../site/index.ts'
import {editionAround} from '../source/edition.ts'
import type {Edition, Result} from '../source/types.ts'
import type {Article} from '../tree/types.ts'
import type {PageLink} from '../validate/gate.ts'
import {articleGates} from '../validate/index.ts'
import {outputs} from '../write/index.ts'
import type {AnyOutput, OutputFile, Surroundings} from '../write/output.ts'
import {checkAlone} from './alone.ts'
import {processArticle, reportFault} from './article.ts'
import {disk} from './disk.ts'
import {inLanguages, twins} from './filters.ts'
import type {Head} from './pack.ts'
import type {Recorded, Recorder} from './records.ts'
import {type Stamp, sourceStamp} from './stamp.ts'
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

/** Every output, in the order they are written. */
export const everything: readonly AnyOutput[] = [...outputs, ...pages, twins]

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
  const sha256 = record.unpacked?.container.sha256 ?? record.sha256 ?? ''
  return {result: inLanguages(result, shop.languages), stamp, sha256}
}

/** Makes everything of an article that concerns it alone, checks and writes it. */
export async function publishArticle(
  result: Result,
  around: Around,
  shop: Shop
): Promise<Head> {
  if (!result.article)
    return {
      ...result,
      found: result.messages.length,
      ...nothing,
      parts: partsOf(result, shop.edition)
    }
  return publish(result, result.article, {shop, around})
}

const nothing = {files: [], links: []}

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
    if (!record || sourceStamp(join(sources, path)) === stamp)
      return {record, stamp, messages}
  }
  const file = new VFile({path})
  reportTo(file)(unreadable, {
    name: path.slice(path.lastIndexOf('/') + 1),
    code: 'it changes while it is read'
  })
  return {record: null, stamp: '', messages: messagesOf(file)}
}

/** What gathers keep of a result, by the name of the output. */
export const partsOf = (result: Result, edition: Edition): Head['parts'] =>
  Object.fromEntries(
    everything.flatMap((output) =>
      output.part ? [[output.name, output.part(result, edition)] as const] : []
    )
  )

/** Writes everything that is made of one article, and checks it. */
async function publish(
  result: Result,
  article: Article,
  {shop, around}: {readonly shop: Shop; readonly around: Around}
): Promise<Head> {
  const {id, path} = result
  const edition = editionAround(article, shop.edition)
  const surroundings = {messages: result.messages, ...around}
  const made: OutputFile[] = everything.flatMap(
    (output) => output.article?.(article, edition, surroundings) ?? []
  )
  const texts = new Map(
    made.flatMap(({path: name, bytes}) =>
      typeof bytes === 'string' ? [[name, bytes] as const] : []
    )
  )
  const file = new VFile({path})
  const report = reportTo(file)
  const links: PageLink[] = []
  const onLink = (link: PageLink): void => void links.push(link)
  for (const gate of articleGates)
    await guarded(report, () =>
      gate.check({article, edition, files: texts, report, onLink})
    )
  await guarded(report, () => checkAlone(result, edition, report))
  const files = made.map((each) => writeFile(each, article.id, shop.folder))
  const messages = [...result.messages, ...messagesOf(file)]
  const parts = partsOf({...result, messages}, edition)
  return {id, path, messages, found: result.messages.length, files, links, parts}
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
function writeFile({path, bytes}: OutputFile, slug: string, folder: string): WrittenFile {
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
    sha256: createHash('sha256').update(data).digest('hex')
  }
}
