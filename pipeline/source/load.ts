import {basename, dirname, join} from 'node:path'
import {
  validateAuthorities,
  validateCollection,
  validateEdition,
  validateSidecar
} from '#validators'
import {archiveLimit} from '../diagnostics/archive-rules.ts'
import {
  badCollection,
  brokenNeighbour,
  duplicateSlug,
  lonelySidecar,
  stray,
  unknownReference
} from '../diagnostics/source-rules.ts'
import type {
  AuthoritiesFile,
  CollectionFile,
  EditionFile,
  Message,
  Sidecar
} from '../tree/types.ts'
import {indexAuthorities, noAuthorities} from './authorities.ts'
import type {Member} from './byte-source.ts'
import {makeEdition} from './edition.ts'
import {
  type Endings,
  type FoundFile,
  isOpenFolder,
  isSlug,
  listCollections,
  listFolder,
  reportUnreadable,
  slugFor,
  sourceAt,
  suggestSlug
} from './files.ts'
import {Inbox, type Refused} from './inbox.ts'
import type {Divide, Job} from './job.ts'
import {listSources} from './list-sources.ts'
import {jobsOfMembers} from './member-jobs.ts'
import {limitsFor} from './settings.ts'
import type {Authorities, Edition} from './types.ts'

/** Everything the archivist wrote. */
export interface Sources {
  readonly root: string
  readonly edition: Edition
  readonly jobs: readonly Job[]
  readonly refused: readonly Refused[]
  readonly authorities: Authorities
}

/** Reads the folder of sources: the only reader of it but for the bytes of the articles. */
export function loadSources(
  root: string,
  known: readonly string[],
  divide?: Divide
): Sources {
  const endings: Endings = {known, divided: divide?.endings ?? []}
  const inbox = new Inbox(root)
  const editionFile = inbox.yaml<EditionFile>('edition.yaml', validateEdition) ?? {}
  const authoritiesFile = inbox.yaml<AuthoritiesFile>(
    'authorities.yaml',
    validateAuthorities
  )
  const authorities = authoritiesFile
    ? indexAuthorities(
        authoritiesFile,
        inbox.at('authorities.yaml'),
        inbox.on('authorities.yaml')
      )
    : noAuthorities
  const collections: (CollectionFile & {id: string})[] = []
  const jobs: Job[] = []
  for (const id of listCollections(root)) {
    if (!isSlug(id)) {
      inbox.on(id)(badCollection, {name: id, suggestion: suggestSlug(id, 'collection-1')})
      continue
    }
    if (!isOpenFolder(root, id, inbox.on(id))) continue
    const own = loadCollection(inbox, id, {authorities, text: editionFile.text})
    const collection = own && withDefaults(own, editionFile)
    if (!collection) {
      refuseAll(inbox, listSources(root, id, endings, inbox.on), `${id}/collection.yaml`)
      continue
    }
    collections.push(collection)
    for (const file of listSources(root, id, endings, inbox.on))
      jobs.push(...makeJobs(inbox, file, collection, divide))
  }
  refuseStrays(inbox, root)
  const report = inbox.on('edition.yaml')
  return {
    root,
    edition: makeEdition(editionFile, authorities, collections, report),
    jobs: uniqueSlugs(inbox, jobs),
    refused: inbox.refused(),
    authorities
  }
}

/** Reads one authority file, wherever it lies; its messages are about the file by its own name. */
export function loadAuthorities(file: string): {
  authorities: Authorities
  messages: readonly Message[]
} {
  const name = basename(file)
  const inbox = new Inbox(dirname(file))
  const data = inbox.yaml<AuthoritiesFile>(name, validateAuthorities)
  const authorities = data
    ? indexAuthorities(data, inbox.at(name), inbox.on(name))
    : noAuthorities
  return {authorities, messages: inbox.refused().flatMap(({messages}) => messages)}
}

function loadCollection(
  inbox: Inbox,
  id: string,
  {authorities, text}: {authorities: Authorities; text: EditionFile['text']}
): (CollectionFile & {id: string}) | null {
  const path = `${id}/collection.yaml`
  const file = inbox.yaml<CollectionFile>(path, validateCollection)
  if (!file && inbox.hasErrors(path)) return null
  const collection = {...(text ? {text} : {}), ...file, id}
  if (file?.publisher && !authorities.byId.has(file.publisher)) {
    inbox.on(path)(
      unknownReference,
      {id: file.publisher, field: 'publisher', owner: id},
      {file: path, position: inbox.at(path).place(['publisher'])}
    )
  }
  return collection
}

/** What the edition says of all articles holds where the collection does not. */
const withDefaults = <File extends CollectionFile>(
  collection: File,
  {extraction, limits}: EditionFile
): File => {
  const {seconds: _ofEdition, ...size} = limits ?? {}
  return {
    ...collection,
    ...(extraction ? {extraction: {...extraction, ...collection.extraction}} : {}),
    ...(limits ? {limits: {...size, ...collection.limits}} : {})
  }
}

/** Articles whose collection cannot be read are named, not passed over. */
function refuseAll(inbox: Inbox, files: readonly FoundFile[], because: string): void {
  for (const file of files) {
    inbox.on(file.path)(brokenNeighbour, {name: file.path, neighbour: because})
  }
}

function refuseStrays(inbox: Inbox, root: string): void {
  const known = new Set(['edition.yaml', 'authorities.yaml', ...listCollections(root)])
  for (const name of listFolder(root)) {
    if (!known.has(name)) inbox.on(name)(stray, {name})
  }
}

const noSidecar: Sidecar = {}

function makeJob(
  inbox: Inbox,
  file: FoundFile,
  collection: CollectionFile & {id: string}
): Job | null {
  const sidecar = file.sidecar
    ? inbox.yaml<Sidecar>(file.sidecar, validateSidecar)
    : noSidecar
  if (!sidecar) {
    inbox.on(file.path)(brokenNeighbour, {name: file.path, neighbour: file.sidecar ?? ''})
    return null
  }
  const slug = slugFor(file, sidecar.slug, inbox.on(file.path))
  return slug ? {slug, file, collection, sidecar} : null
}

/** The job of a file, or those of its articles where it may hold several. */
function makeJobs(
  inbox: Inbox,
  file: FoundFile,
  collection: CollectionFile & {id: string},
  divide: Divide | undefined
): Job[] {
  const job = makeJob(inbox, file, collection)
  if (!job) return []
  return divide?.endings.includes(file.ending) ? divideJob(inbox, job, divide) : [job]
}

/** The articles of a file that may hold several. */
function divideJob(inbox: Inbox, job: Job, divide: Divide): Job[] {
  const {path, ending, memberSidecars} = job.file
  const report = inbox.on(path)
  let members: readonly Member[]
  try {
    members = divide.membersOf(ending, sourceAt(join(inbox.root, path)), report)
  } catch (error) {
    reportUnreadable(error, path, report)
    return []
  }
  const most = limitsFor(job.collection).articles
  if (members.length > most) {
    report(archiveLimit, {found: `${members.length} articles`, limit: `${most} articles`})
    return []
  }
  const sidecars = new Map(
    memberSidecars.map((each) => [each, inbox.yaml<Sidecar>(each, validateSidecar)])
  )
  const {jobs, lonely} = jobsOfMembers(job, members, sidecars)
  for (const each of lonely) inbox.on(each)(lonelySidecar, {name: basename(each)})
  return jobs
}

function uniqueSlugs(inbox: Inbox, jobs: readonly Job[]): Job[] {
  const first = new Map<string, Job>()
  for (const job of jobs) {
    const other = first.get(job.slug)
    if (other)
      inbox.on(job.file.path)(duplicateSlug, {slug: job.slug, first: other.file.path})
    else first.set(job.slug, job)
  }
  return [...first.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1))
}
