import {existsSync, readFileSync} from 'node:fs'
import type {Selection} from '../source/selection.ts'
import type {CollectionFile, Message} from '../tree/types.ts'
import {code} from './code.ts'
import type {Manifest, Summary} from './manifest.ts'
import {readStanding} from './manifest-file.ts'
import type {Shard} from './shard.ts'
import {areSourcesUnchanged, isEditionUntouched} from './snapshot.ts'
import {isLeftUndone, placesOf} from './swap.ts'

/** How articles are taken out of pages, as far as somebody says it. */
export type Extraction = NonNullable<CollectionFile['extraction']>

export interface BuildOptions {
  readonly sources: string
  readonly out: string
  /** Seconds since 1970 that date the edition, where the caller sets them. */
  readonly sourceDateEpoch?: number
  /** Takes nothing over from the build before. */
  readonly fresh?: boolean
  /** Has whole parsers and validators read every file of an article, the plainly written ones too. */
  readonly isThorough?: boolean
  /** Languages whose articles are wanted; all, where there are none. */
  readonly languages?: readonly string[]
  /** Before what edition.yaml and collections say of how pages are read. */
  readonly extraction?: Extraction
  /** Makes a share of the articles, to be merged with the others. */
  readonly shard?: Shard
  /** Parts that are made; all, where none is asked for. */
  readonly only?: readonly Selection[]
  /** Lays the files of articles into archives. */
  readonly pack?: boolean
  /** Threads that make articles; one makes them here. */
  readonly jobs?: number
  /** Makes articles and pages; data and what describes them are left to the next build. */
  readonly pagesOnly?: boolean
  /** The process that made the edition is still there: its files are as it made them. */
  readonly isWatched?: boolean
  /** Files from which on an edition is changed in place, file by file. */
  readonly patchFrom?: number
  /** Files from which on an edition is checked by its folders. */
  readonly manyFiles?: number
  /** Articles at least whose share of tables is made and kept together; the tables' bytes depend on it. */
  readonly runOf?: number
  /** Ends the build; what it made is taken up by the next one. */
  readonly signal?: AbortSignal
  onProgress?(done: number, total: number): void
  /** Is told why an article is made again. */
  onStale?(path: string, why: string): void
  /** Is told what was found in an article that was made. */
  onMade?(path: string, messages: readonly Message[]): void
  /** Is told what was found in sources that cannot be processed, and in the edition as a whole. */
  onGathered?(messages: readonly Message[]): void
}

/** What a build did. */
export interface BuildReport extends Summary {
  /** Read from disk when they are iterated: there may be many. */
  readonly messages: Iterable<Message>
  readonly out: string
  /** Articles that were made; the others were taken over. */
  readonly made: number
}

/** What every output depends on besides the sources. */
export const optionsDigest = ({
  sourceDateEpoch,
  languages = [],
  extraction = {},
  only = [],
  pack = false,
  isThorough = false,
  shard
}: BuildOptions): string =>
  [
    code ?? '',
    sourceDateEpoch ?? '',
    languages.join(),
    JSON.stringify(extraction),
    only.join(),
    pack ? 'pack' : '',
    isThorough ? 'thorough' : '',
    shard ? `${shard.index}/${shard.count}` : ''
  ].join(' ')

/** The report of the build before, where another would change nothing; else null. Reads no text. */
export function reportUnchanged(options: BuildOptions): BuildReport | null {
  if (code === null || options.fresh) return null
  const {target, manifest: path, messages} = placesOf(options.out)
  if (!existsSync(target) || isLeftUndone(options.out)) return null
  const manifest = readStanding(path)
  if (manifest?.code !== optionsDigest(options) || manifest.pending.length > 0)
    return null
  if (!areSourcesUnchanged(options.sources, manifest)) return null
  if (!isEditionUntouched(target, manifest, options.manyFiles)) return null
  return reportOf(manifest, {messages, out: target, made: 0})
}

/** What is said of an edition. @param messages the file that has them */
export const reportOf = (
  {summary}: Pick<Manifest, 'summary'>,
  {
    messages,
    out,
    made
  }: {readonly messages: string; readonly out: string; readonly made: number}
): BuildReport => ({...summary, out, made, messages: readMessages(messages)})

/** The messages of a build, one a line in a file. */
const readMessages = (path: string): Iterable<Message> => ({
  *[Symbol.iterator]() {
    if (!existsSync(path)) return
    for (const line of readFileSync(path, 'utf8').split('\n'))
      if (line !== '') yield JSON.parse(line)
  }
})
