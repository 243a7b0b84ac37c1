import {basename, dirname, join} from 'node:path'
import {VFile} from 'vfile'
import {
  type Validate,
  validateAuthorities,
  validateCollection,
  validateEdition,
  validateSidecar
} from '#validators'
import {messagesOf, type Report, reportTo} from '../diagnostics/report.ts'
import {
  badCollection,
  brokenNeighbour,
  duplicateSlug,
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
import {makeEdition} from './edition.ts'
import {
  type FoundFile,
  isSlug,
  listCollections,
  listFolder,
  listSources,
  readBytes,
  slugFor,
  suggestSlug
} from './files.ts'
import type {Authorities, Edition} from './types.ts'
import {type Place, readYaml} from './yaml-file.ts'

/** A source that can be processed, with all that is declared about it. */
export interface Job {
  readonly slug: string
  readonly file: FoundFile
  readonly collection: CollectionFile & {readonly id: string}
  readonly sidecar: Sidecar
}
/** A source, or a file beside the sources, that cannot be. */
export interface Refused {
  /** Below `sources/`. */
  readonly path: string
  readonly messages: readonly Message[]
}
/** Everything the archivist wrote. */
export interface Sources {
  readonly root: string
  readonly edition: Edition
  readonly jobs: readonly Job[]
  readonly refused: readonly Refused[]
  readonly authorities: Authorities
}

/** Reads the folder of sources: the only reader of it but for the bytes of the articles. */
export function loadSources(root: string, endings: readonly string[]): Sources {
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
    const collection = loadCollection(inbox, id, {authorities, text: editionFile.text})
    if (!collection) {
      refuseAll(inbox, listSources(root, id, endings, inbox.on), `${id}/collection.yaml`)
      continue
    }
    collections.push(collection)
    for (const file of listSources(root, id, endings, inbox.on)) {
      const job = makeJob(inbox, file, collection)
      if (job) jobs.push(job)
    }
  }
  refuseStrays(inbox, root)
  const edition = makeEdition(
    editionFile,
    authorities,
    collections,
    inbox.on('edition.yaml')
  )
  return {
    root,
    edition,
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

/** Messages by the file they are about. */
class Inbox {
  private readonly files = new Map<string, VFile>()
  private readonly places = new Map<string, Place>()
  readonly root: string
  constructor(root: string) {
    this.root = root
  }

  readonly on = (path: string): Report => {
    const file = this.files.get(path) ?? new VFile({path})
    this.files.set(path, file)
    return reportTo(file)
  }

  /** A YAML file that was read, and where each part of it stands. */
  at(file: string): {file: string; place: Place} {
    const start = {line: 1, column: 1, offset: 0}
    return {file, place: this.places.get(file) ?? (() => ({start, end: start}))}
  }

  /** The data of a YAML file; null where there is none, or none that holds. */
  yaml<Data extends object>(path: string, validate: Validate): Data | null {
    if (!listFolder(join(this.root, path, '..')).includes(path.split('/').at(-1) ?? ''))
      return null
    const report = this.on(path)
    const bytes = readBytes(this.root, path, report)
    if (!bytes) return null
    const isData = (_data: object): _data is Data => true
    const declared = readYaml({file: path, bytes}, validate, report)
    if (!declared) return null
    this.places.set(path, declared.place)
    return isData(declared.data) ? declared.data : null
  }

  hasErrors(path: string): boolean {
    return this.files.get(path)?.messages.some((message) => message.fatal) ?? false
  }

  refused(): Refused[] {
    return [...this.files.values()]
      .filter((file) => file.messages.length > 0)
      .map((file) => ({path: file.path, messages: messagesOf(file)}))
  }
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

function makeJob(
  inbox: Inbox,
  file: FoundFile,
  collection: CollectionFile & {id: string}
): Job | null {
  const sidecar = file.sidecar ? inbox.yaml<Sidecar>(file.sidecar, validateSidecar) : {}
  if (!sidecar) {
    inbox.on(file.path)(brokenNeighbour, {name: file.path, neighbour: file.sidecar ?? ''})
    return null
  }
  const slug = slugFor(file, sidecar.slug, inbox.on(file.path))
  return slug ? {slug, file, collection, sidecar} : null
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
