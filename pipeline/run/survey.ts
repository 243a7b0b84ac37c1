import type {Sources} from '../source/load.ts'
import type {Edition, Result} from '../source/types.ts'
import {findChange, knownEntities} from './authority-change.ts'
import {code} from './code.ts'
import {shortDigest} from './digests.ts'
import type {Manifest} from './manifest.ts'
import {readManifest} from './manifest-file.ts'
import {type Plan, planArticles} from './plan.ts'
import {openSources} from './records.ts'
import {listingOf, shareOf} from './shard.ts'
import {manyFiles, snapshotSources} from './snapshot.ts'
import {placesOf, type Workplace} from './swap.ts'
import {type BuildOptions, optionsDigest} from './unchanged.ts'

/** Everything a build knows when it has looked at the sources. */
export interface Renewal {
  readonly workplace: Workplace
  readonly options: BuildOptions
  readonly sources: Sources
  /** Digest of the names of all sources, where only a share of them is made. */
  readonly listing: string
  readonly stamps: ReadonlyMap<string, string>
  readonly before: Manifest | null
  /** Of what edition.yaml and the options say. */
  readonly editionDigest: string
  /** The edition without its date. */
  readonly edition: Edition
}

/** Looks at the sources and at what is kept of the build before. */
export function survey(workplace: Workplace, options: BuildOptions): Renewal {
  const stamps = snapshotSources(options.sources)
  const all = openSources(options.sources, options.extraction)
  const sources = options.shard ? shareOf(all, options.shard) : all
  const {sourceDateEpoch: epoch} = options
  const declaredDate =
    epoch === undefined
      ? {}
      : {declaredDate: new Date(epoch * 1000).toISOString().replace('.000Z', 'Z')}
  const only = options.only ? {only: options.only} : {}
  const thorough = options.isThorough ? {isThorough: true as const} : {}
  const edition = {...sources.edition, ...declaredDate, ...only, ...thorough}
  const {authorities: _authorities, collections: _collections, ...own} = edition
  const manifest =
    options.fresh || code === null ? null : readManifest(placesOf(options.out).manifest)
  return {
    workplace,
    options,
    sources,
    listing: options.shard ? listingOf(all) : '',
    stamps,
    before: manifest,
    editionDigest: shortDigest(own),
    edition
  }
}

/** What of it is to be done. */
export function planFor({
  workplace,
  options,
  sources,
  stamps,
  before,
  editionDigest
}: Renewal): Plan {
  const entities = knownEntities(sources.authorities)
  const whyAll = !before
    ? 'nothing is kept of an earlier build'
    : before.code !== optionsDigest(options)
      ? 'another version of warraq or of Node made it, or it had other options'
      : before.edition !== editionDigest
        ? 'edition.yaml changed'
        : ''
  const usable = whyAll === '' ? before : null
  return planArticles({
    sources,
    stamps,
    before: usable,
    whyAll,
    change: findChange(usable?.entities ?? new Map(), entities),
    out: workplace.out,
    cache: workplace.cache,
    isTrusted: options.isWatched === true,
    byFolder: (before?.summary.files ?? 0) > (options.manyFiles ?? manyFiles)
  })
}

/** Sources that cannot be processed, sorted by path. */
export const refusedResults = ({refused}: Sources): Result[] =>
  refused
    .map(({path, messages}) => ({id: path, path, article: null, messages}))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
