import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {readBytes} from '../source/files.ts'
import type {Job} from '../source/job.ts'
import type {Sources} from '../source/load.ts'
import {rememberOf} from '../tree/remember.ts'
import {type AuthorityChange, isConcerned} from './authority-change.ts'
import {shortDigest} from './digests.ts'
import type {KnownArticle, Manifest} from './manifest.ts'
import {recorded} from './records.ts'
import {isMade, isUnchanged, sha256Of} from './snapshot.ts'
import type {Stamp} from './stamp.ts'
import type {Task} from './work.ts'

/** A source that has to be processed, and why. */
export interface Stale {
  readonly task: Task
  readonly why: string
}

/** What a build does and what it takes over. */
export interface Plan {
  readonly stale: readonly Stale[]
  readonly kept: readonly KnownArticle[]
}

/** What a plan is made from. */
export interface Situation {
  readonly sources: Sources
  readonly stamps: ReadonlyMap<string, Stamp>
  /** Of the build before, where it was made by the same program for the same edition. */
  readonly before: Manifest | null
  /** Why there is none. */
  readonly whyAll: string
  readonly change: AuthorityChange
  /** The edition, and the folder of the packs. */
  readonly out: string
  readonly cache: string
  readonly byFolder: boolean
  /** Nobody else can have changed the files of the edition. */
  readonly isTrusted: boolean
}

/** Finds the sources that changed, or whose files are not as they were made. */
export function planArticles(situation: Situation): Plan {
  const stale: Stale[] = []
  const kept: KnownArticle[] = []
  const packs = new Map<string, boolean>()
  const hasPack = (pack: string): boolean => {
    const known = packs.get(pack) ?? existsSync(join(situation.cache, pack))
    packs.set(pack, known)
    return known
  }
  for (const job of situation.sources.jobs) {
    const known = situation.before?.articles.get(job.slug)
    const why = whyStale(job, known, situation)
    if (why === null && known && hasPack(known.place.pack)) kept.push(known)
    else stale.push({task: taskOf(job), why: why ?? 'what was kept of it is gone'})
  }
  return {stale, kept}
}

/** What has to be known to read a source. */
export const taskOf = (job: Job): Task => recorded(job)

function whyStale(
  job: Job,
  known: KnownArticle | undefined,
  situation: Situation
): string | null {
  if (!situation.before) return situation.whyAll
  if (!known) return 'it is new'
  const [text, sidecar, collection] = inputsOf(job, digestOf(job, situation)).split(' ')
  const [knownText, knownSidecar, knownCollection] = known.inputs.split(' ')
  if (known.path !== job.file.path) return `it was ${known.path}`
  if (text !== knownText) return 'its text changed'
  if (sidecar !== knownSidecar) return 'its sidecar changed'
  if (collection !== knownCollection) return 'its collection.yaml changed'
  if (
    isConcerned(job, known, situation.change, () =>
      readBytes(situation.sources.root, job.file.path, () => undefined)
    )
  )
    return 'authorities.yaml changed in what it names'
  return situation.isTrusted || isMade(situation.out, known, situation.byFolder)
    ? null
    : 'its files are gone or were changed'
}

/** The digest of a source: the known one where its stamp says that it did not change. */
function digestOf({file}: Job, {sources, stamps, before}: Situation): string {
  const stamp = stamps.get(file.path) ?? ''
  const known = before?.sources.get(file.path)
  return before && known?.sha256 && isUnchanged(sources.root, [file.path, stamp], before)
    ? known.sha256
    : sha256Of(join(sources.root, file.path))
}

/** Digests of the text, the sidecar and the collection of an article. */
export const inputsOf = (
  {sidecar, collection}: Pick<Task, 'sidecar' | 'collection'>,
  sha256: string
): string => [sha256, digestOfData(sidecar), digestOfData(collection)].join(' ')

/** Articles share the object of their collection, and all that have no sidecar an empty one. */
const digestOfData = rememberOf((data: object) => shortDigest(data))
