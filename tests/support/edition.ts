import {cpSync, mkdirSync, mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, dirname, extname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {processArticle} from '../../pipeline/run/article.ts'
import {readBytes} from '../../pipeline/source/files.ts'
import {loadSources} from '../../pipeline/source/load.ts'
import type {Edition} from '../../pipeline/source/types.ts'
import type {Article, Message} from '../../pipeline/tree/types.ts'

/** The folder of sources that this repository publishes. */
export const seedSources = fileURLToPath(new URL('../../sources', import.meta.url))

/** Writes files into a new folder below the system's temporary one. */
export function writeSources(
  files: Readonly<Record<string, string | Uint8Array>>
): string {
  const root = mkdtempSync(join(tmpdir(), 'warraq-'))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), {recursive: true})
    writeFileSync(join(root, path), content)
  }
  return root
}

export interface Processed {
  readonly article: Article
  readonly messages: readonly Message[]
  readonly edition: Edition
}

/** The first article of a folder of sources, by the real chain. */
export function processFirst(root: string): Processed {
  const sources = loadSources(root, ['txt'])
  const [job] = sources.jobs
  const bytes = job && readBytes(root, job.file.path, () => undefined)
  if (!job || !bytes)
    throw new Error(`no article in ${root}: ${JSON.stringify(sources.refused)}`)
  const {article, messages} = processArticle({
    ...job,
    path: job.file.path,
    bytes,
    authorities: sources.authorities
  })
  if (!article) throw new Error(`the article is refused: ${JSON.stringify(messages)}`)
  return {article, messages, edition: sources.edition}
}

/** The seed, by the real chain. */
export const processSeed = (): Processed => processFirst(seedSources)

/** An article of its own text, in a collection without declarations. */
export const processText = (
  text: string,
  files: Readonly<Record<string, string>> = {}
): Processed => processFirst(writeSources({'c/article.txt': text, ...files}))

/** One source of any kind, in a collection without declarations. @param path its kind is told by how it ends */
export const processSource = (path: string, content: string | Uint8Array) =>
  processArticle({
    slug: basename(path, extname(path)),
    path,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    collection: {id: 'press'},
    sidecar: {},
    authorities: {entities: [], byId: new Map()}
  })

/** The article of such a source. @throws Error where it is refused */
export function articleOfSource(path: string, content: string | Uint8Array): Article {
  const {article, messages} = processSource(path, content)
  if (!article) throw new Error(JSON.stringify(messages))
  return article
}

/** The seed and an article in English with another layout of labels, dropped in as a file. */
export function editionOfTwo(): string {
  const root = mkdtempSync(join(tmpdir(), 'warraq-'))
  cpSync(seedSources, root, {recursive: true})
  mkdirSync(join(root, 'harbour-post'))
  cpSync(
    fileURLToPath(new URL('../cases/english-interview/input.txt', import.meta.url)),
    join(root, 'harbour-post/harbour-talks.txt')
  )
  return root
}
