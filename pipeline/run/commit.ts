import {existsSync, readdirSync, statSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {knownEntities} from './authority-change.ts'
import {disk} from './disk.ts'
import type {Gathered} from './gathered.ts'
import type {Done, Tree} from './journal.ts'
import type {KnownArticle, KnownFile, KnownSource, Manifest} from './manifest.ts'
import {writeManifest} from './manifest-file.ts'
import {madeDigest, manyFiles, patchFrom, sha256Of} from './snapshot.ts'
import {madeStamp, sourceStamp} from './stamp.ts'
import type {Renewal} from './survey.ts'
import {placesOf} from './swap.ts'
import {optionsDigest} from './unchanged.ts'
import type {MadeFile} from './write-files.ts'

interface Work {
  readonly trees: ReadonlyMap<string, Tree>
  readonly done: ReadonlyMap<string, Done>
  readonly gathered: Gathered
}

/**
 * Puts a new edition in the place of the old one. Up to `patchFrom` files it is a whole folder, in which files that
 * did not change are second names of the old ones; beyond, those that changed are put in place one by one.
 * @returns what the next build goes by
 */
export function commitEdition(renewal: Renewal, work: Work): Manifest {
  const {workplace, before, options} = renewal
  const places = placesOf(options.out)
  const {gathered, done} = work
  const isSame =
    done.size === 0 &&
    gathered.files === null &&
    before?.articles.size === gathered.articles.length
  const many = options.manyFiles ?? manyFiles
  const byFolder = gathered.summary.files > many
  const isPatch =
    before !== null &&
    gathered.summary.files >= (options.patchFrom ?? patchFrom) &&
    existsSync(join(workplace.out, 'sha256sums.txt'))
  if (!isSame && !isPatch) completeStaging(renewal, work)
  const manifest = manifestOf(renewal, work, {byFolder, isPatch, isSame})
  if (isPatch && !isSame) {
    writeManifest(`${places.manifest}.next`, manifest)
    workplace.patch(changesOf(renewal, work))
  } else {
    if (!isSame) workplace.replace()
    if (existsSync(`${places.messages}.next`))
      disk.move(`${places.messages}.next`, places.messages)
    writeManifest(places.manifest, manifest)
  }
  disk.remove(places.progress)
  removePacks(workplace.cache, manifest)
  return manifest
}

/** Gives the new folder what the old one has and nothing changed. */
function completeStaging(
  {workplace: {out, staging}, before}: Renewal,
  {done, gathered}: Work
): void {
  const link = (path: string): void => {
    disk.makeFolder(dirname(join(staging, path)))
    disk.link(join(out, path), join(staging, path))
  }
  for (const {slug, names} of gathered.articles) {
    if (done.has(slug) || names === '') continue
    for (const name of names.split('|')) link(`articles/${slug}/${name}`)
  }
  for (const path of gathered.files?.map((file) => file.path) ??
    before?.files.keys() ??
    [])
    if (!existsSync(join(staging, path))) link(path)
}

/** The stamp of a file of the edition before that is what is wanted, and as it was made; else null. */
function standingStamp(
  {path, sha256}: MadeFile,
  before: Manifest | null,
  out: string
): string | null {
  const old = before?.files.get(path)
  if (old?.sha256 !== sha256) return null
  return madeStamp(join(out, path)) === old.stamp ? old.stamp : null
}

/** What a patch puts and drops. */
function changesOf(
  {before, workplace}: Renewal,
  {done, gathered}: Work
): {put: string[]; drop: string[]} {
  const put: string[] = []
  const drop: string[] = []
  for (const {slug, names} of gathered.articles)
    if (done.has(slug) && names !== '') put.push(`articles/${slug}`)
  const there = new Set(
    gathered.articles.filter(({names}) => names !== '').map(({slug}) => slug)
  )
  for (const slug of before?.articles.keys() ?? [])
    if (!there.has(slug)) drop.push(`articles/${slug}`)
  if (gathered.files) {
    const now = new Set(gathered.files.map(({path}) => path))
    for (const file of gathered.files)
      if (standingStamp(file, before, workplace.out) === null) put.push(file.path)
    for (const path of before?.files.keys() ?? []) if (!now.has(path)) drop.push(path)
  }
  return {put, drop}
}

function manifestOf(
  renewal: Renewal,
  {trees, done, gathered}: Work,
  {
    byFolder,
    isPatch,
    isSame
  }: {readonly byFolder: boolean; readonly isPatch: boolean; readonly isSame: boolean}
): Manifest {
  const {workplace, before, options, sources, editionDigest} = renewal
  const {out, staging} = workplace
  const many = options.manyFiles ?? manyFiles
  const wasByFolder = (before?.summary.files ?? 0) > many
  const articles = new Map<string, KnownArticle>()
  for (const known of gathered.articles) {
    const isNew = done.has(known.slug)
    const isRight = !isNew && byFolder === wasByFolder && (isSame || isPatch || !byFolder)
    const folder = isSame || (isPatch && !isNew) ? out : staging
    const made =
      known.names === '' || isRight
        ? known.made
        : madeDigest(folder, known.slug, known.names, byFolder)
    articles.set(known.slug, {...known, made})
  }
  const files = new Map<string, KnownFile>()
  for (const file of gathered.files ?? []) {
    const standing = isPatch ? standingStamp(file, before, out) : null
    const stamp = standing ?? madeStamp(join(staging, file.path)) ?? ''
    files.set(file.path, {...file, stamp})
  }
  return {
    code: optionsDigest(options),
    edition: editionDigest,
    builtAtMs: workplace.startedAtMs,
    gathered: gathered.digest,
    pending: gathered.pending,
    unchecked: gathered.unchecked,
    found: gathered.found,
    summary: gathered.summary,
    entities: knownEntities(sources.authorities),
    sources: sourcesOf(renewal, trees),
    articles,
    files: gathered.files ? files : (before?.files ?? files)
  }
}

/** What is remembered of each source: of an article its bytes as they were read, of the rest as they are now. */
function sourcesOf(
  {options, stamps, before}: Renewal,
  trees: ReadonlyMap<string, Tree>
): Map<string, KnownSource> {
  const read = new Map([...trees.values()].map((each) => [each.path, each]))
  const sources = new Map<string, KnownSource>()
  for (const [path, stamp] of stamps) {
    const own = read.get(path)
    const known = before?.sources.get(path)
    if (own) sources.set(path, {stamp: own.stamp, sha256: own.sha256})
    else if (known?.stamp === stamp && known.sha256 !== '') sources.set(path, known)
    else {
      const full = join(options.sources, path)
      const sha256 = isFile(full) ? sha256Of(full) : ''
      // What changed since it was read is read again by the next build.
      sources.set(path, {stamp: sourceStamp(full) === stamp ? stamp : 'changed', sha256})
    }
  }
  return sources
}

const isFile = (path: string): boolean => {
  try {
    return statSync(path, {throwIfNoEntry: false})?.isFile() ?? false
  } catch {
    return false
  }
}

function removePacks(cache: string, {articles}: Manifest): void {
  const used = new Set([...articles.values()].map(({place}) => place.pack))
  for (const name of readdirSync(cache))
    if (name.startsWith('pack-') && !used.has(name)) disk.remove(join(cache, name))
}
