import {setImmediate} from 'node:timers/promises'
import type {WrittenFile} from '../package/description.ts'
import type {Message} from '../tree/types.ts'
import type {PageLink} from '../validate/gate.ts'
import type {KnownArticle} from './manifest.ts'
import {type PackReader, partSection} from './pack.ts'

/** A source that gave no article: all there is to know of it. */
export interface RefusedEntry {
  readonly id: string
  readonly path: string
  readonly messages: readonly Message[]
  /** By output, as JSON. */
  readonly parts: Readonly<Record<string, string>>
}

/** What a gather sees of a source. */
export interface Entry<Part> {
  readonly id: string
  readonly path: string
  readonly messages: readonly Message[]
  readonly part: Part
}

/** Everything that is kept of the sources of an edition, in the order of their ids; nothing of it is held. */
export interface Entries {
  /** What an output keeps of each source: the rest is not read. */
  parts<Part>(output: string): AsyncIterable<Part>
  /** The same, with the messages about each. */
  each<Part>(output: string): AsyncIterable<Entry<Part>>
  messages(): Generator<readonly Message[]>
  /** Files of all articles. */
  files(): Generator<WrittenFile>
  /** The same, article by article, in the order of their paths. */
  filesByPath(): Generator<readonly WrittenFile[]>
  /** @param isWanted of which articles, by slug */
  links(isWanted: (slug: string) => boolean): AsyncGenerator<PageLink>
  hasFile(path: string): boolean
  readonly fileCount: number
}

/** What is kept of an article cannot be read; it has to be made again. */
export class DamagedEntryError extends Error {
  readonly slug: string
  constructor(slug: string) {
    super(`What is kept of ${slug} is damaged`)
    this.slug = slug
  }
}

/**
 * @param articles sorted by slug
 * @param refused sources that cannot be processed, sorted by id
 * @param signal ends what iterates
 */
export function createEntries(
  articles: readonly KnownArticle[],
  refused: readonly RefusedEntry[],
  packs: PackReader,
  signal?: AbortSignal
): Entries {
  const breathe = createPauses(signal)
  const sections = readSections(packs)
  const names = new Map(articles.map((known) => [known.slug, known.names]))
  return {
    parts: (output) => ({
      async *[Symbol.asyncIterator]() {
        for (const item of inOrder(articles, refused)) {
          yield JSON.parse(sections.part(item, output))
          await breathe()
        }
      }
    }),
    each: (output) => ({
      async *[Symbol.asyncIterator]() {
        for (const item of inOrder(articles, refused)) {
          const part = JSON.parse(sections.part(item, output))
          const {id, path} = item.own ?? {id: item.known.slug, path: item.known.path}
          yield {id, path, messages: sections.messages(item), part}
          await breathe()
        }
      }
    }),
    *messages() {
      for (const item of inOrder(articles, refused)) yield sections.messages(item)
    },
    *files() {
      for (const known of articles) yield* sections.files(known)
    },
    *filesByPath() {
      const sorted = articles
        .filter((known) => known.names !== '')
        .sort((a, b) => (`${a.slug}/` < `${b.slug}/` ? -1 : 1))
      for (const known of sorted)
        yield sections.files(known).sort((a, b) => (a.path < b.path ? -1 : 1))
    },
    async *links(isWanted) {
      for (const known of articles) if (isWanted(known.slug)) yield* sections.links(known)
    },
    hasFile(path) {
      const [, slug = '', name = ''] = /^articles\/([^/]+)\/(.+)$/u.exec(path) ?? []
      return names.get(slug)?.split('|').includes(name) ?? false
    },
    fileCount: articles.reduce((sum, known) => sum + countOf(known), 0)
  }
}

/** Milliseconds of work after which signals and changes are heard. */
const breathMs = 50

/** Lets others have a turn now and then; there is no pause for most items. */
function createPauses(signal: AbortSignal | undefined): () => Promise<void> | undefined {
  let last = performance.now()
  const pause = async (): Promise<void> => {
    await setImmediate()
    signal?.throwIfAborted()
    last = performance.now()
  }
  return () => (performance.now() - last > breathMs ? pause() : undefined)
}

/** Sections of the entries of sources, read when they are asked for. @throws DamagedEntryError */
function readSections(packs: PackReader) {
  const read = (known: KnownArticle, name: string): string => {
    const text = packs.section(known.place, name)
    if (text === null) throw new DamagedEntryError(known.slug)
    return text
  }
  return {
    part: ({own, known}: Item, output: string): string =>
      own ? (own.parts[output] ?? 'null') : read(known, partSection(output)),
    messages: ({own, known}: Item): readonly Message[] =>
      own ? own.messages : JSON.parse(read(known, 'messages')),
    files: (known: KnownArticle): WrittenFile[] => JSON.parse(read(known, 'files')),
    links: (known: KnownArticle): PageLink[] => JSON.parse(read(known, 'links'))
  }
}

const countOf = ({names}: KnownArticle): number =>
  names === '' ? 0 : names.split('|').length

type Item =
  | {readonly own: RefusedEntry; readonly known?: never}
  | {readonly own?: never; readonly known: KnownArticle}

/** Articles and refused sources by their ids. */
function* inOrder(
  articles: readonly KnownArticle[],
  refused: readonly RefusedEntry[]
): Generator<Item> {
  let next = 0
  for (const known of articles) {
    let own = refused[next]
    while (own && own.id < known.slug) {
      yield {own}
      own = refused[++next]
    }
    yield {known}
  }
  for (const own of refused.slice(next)) yield {own}
}
