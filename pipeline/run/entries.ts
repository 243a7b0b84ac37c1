import {setImmediate} from 'node:timers/promises'
import type {WrittenFile} from '../package/description.ts'
import type {Message} from '../tree/types.ts'
import type {PageLink} from '../validate/gate.ts'
import {byPath, type Item, inOrder, keyOf, type RefusedEntry, runsOf} from './items.ts'
import type {KnownArticle} from './manifest.ts'
import {type PackReader, partSection} from './pack.ts'

/** What a gather sees of a source. */
export interface Entry<Part> {
  readonly id: string
  readonly path: string
  readonly messages: readonly Message[]
  readonly part: Part
}

/** Everything that is kept of some sources, in the order of their ids; nothing of it is held. */
interface Parts {
  /** What an output keeps of each source: the rest is not read. */
  parts<Part>(output: string): AsyncIterable<Part>
  /** The same, with the messages about each. */
  each<Part>(output: string): AsyncIterable<Entry<Part>>
}

/** Sources that follow one another. */
export interface Run extends Parts {
  /** Digest of all that is kept of them, and of the program; null where the program has none. */
  readonly key: string | null
}

/** Everything that is kept of the sources of an edition. */
export interface Entries extends Parts {
  /**
   * The sources in runs, which begin and end where they did where articles stand that did.
   * @param isByPath as the paths of their folders are sorted, refused ones left out
   */
  runs(isByPath?: boolean): Generator<Run>
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
 * @param runOf sources of a run at least
 */
export function createEntries(
  articles: readonly KnownArticle[],
  refused: readonly RefusedEntry[],
  packs: PackReader,
  {signal, runOf}: {readonly signal?: AbortSignal; readonly runOf?: number} = {}
): Entries {
  const breathe = createPauses(signal)
  const sections = readSections(packs)
  const names = new Map(articles.map((known) => [known.slug, known.names]))
  const partsOf = (items: () => Iterable<Item>): Parts => ({
    parts: (output) => ({
      async *[Symbol.asyncIterator]() {
        for (const item of items()) {
          yield JSON.parse(sections.part(item, output))
          await breathe()
        }
      }
    }),
    each: (output) => ({
      async *[Symbol.asyncIterator]() {
        for (const item of items()) {
          const part = JSON.parse(sections.part(item, output))
          const {id, path} = item.own ?? {id: item.known.slug, path: item.known.path}
          yield {id, path, messages: sections.messages(item), part}
          await breathe()
        }
      }
    })
  })
  return {
    ...partsOf(() => inOrder(articles, refused)),
    *runs(isByPath = false) {
      const items = isByPath ? byPath(articles) : inOrder(articles, refused)
      for (const run of runsOf(items, runOf))
        yield {key: keyOf(run), ...partsOf(() => run)}
    },
    *messages() {
      for (const item of inOrder(articles, refused)) yield sections.messages(item)
    },
    *files() {
      for (const known of articles) yield* sections.files(known)
    },
    *filesByPath() {
      for (const {known} of byPath(articles))
        if (known.names !== '')
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
