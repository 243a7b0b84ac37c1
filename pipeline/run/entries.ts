import type {WrittenFile} from '../package/description.ts'
import type {Result} from '../source/types.ts'
import type {Article} from '../tree/types.ts'
import type {PageLink} from '../validate/gate.ts'
import type {KnownArticle} from './manifest.ts'
import type {Head, PackReader} from './pack.ts'

/** A source as gathers see it; its tree is read when somebody asks for it. */
export interface Entry {
  readonly result: Result
  readonly parts: Head['parts']
}

/** Everything that is kept of the sources of an edition, in the order of their ids. */
export interface Entries {
  each(): Generator<Entry>
  /** Files of all articles. */
  files(): Generator<WrittenFile>
  /** The same, article by article, in the order of their paths. */
  filesByPath(): Generator<readonly WrittenFile[]>
  links(): AsyncGenerator<PageLink>
  /** Of every source, without its tree. */
  heads(): Generator<Pick<Head, 'messages' | 'files'>>
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
 */
export function createEntries(
  articles: readonly KnownArticle[],
  refused: readonly Entry[],
  packs: PackReader
): Entries {
  const names = new Map(articles.map((known) => [known.slug, namesOf(known)]))
  const headOf = (known: KnownArticle): Head => {
    const head = packs.head(known.place)
    if (!head) throw new DamagedEntryError(known.slug)
    return head
  }
  return {
    *each() {
      for (const item of inOrder(articles, refused))
        yield item.entry ?? readEntry(item.known, packs)
    },
    *heads() {
      for (const {entry, known} of inOrder(articles, refused))
        yield entry ? {messages: entry.result.messages, files: []} : headOf(known)
    },
    *files() {
      for (const known of articles) yield* headOf(known).files
    },
    *filesByPath() {
      const sorted = articles
        .filter((known) => known.names !== '')
        .sort((a, b) => (`${a.slug}/` < `${b.slug}/` ? -1 : 1))
      for (const known of sorted)
        yield [...headOf(known).files].sort((a, b) => (a.path < b.path ? -1 : 1))
    },
    async *links() {
      for (const known of articles) yield* headOf(known).links
    },
    hasFile(path) {
      const [, slug = '', name = ''] = /^articles\/([^/]+)\/(.+)$/u.exec(path) ?? []
      return names.get(slug)?.includes(name) ?? false
    },
    fileCount: articles.reduce((sum, known) => sum + namesOf(known).length, 0)
  }
}

const namesOf = ({names}: KnownArticle): string[] =>
  names === '' ? [] : names.split('|')

type Item =
  | {readonly entry: Entry; readonly known?: never}
  | {readonly entry?: never; readonly known: KnownArticle}

/** Articles and refused sources by their ids. */
function* inOrder(
  articles: readonly KnownArticle[],
  refused: readonly Entry[]
): Generator<Item> {
  let next = 0
  for (const known of articles) {
    let entry = refused[next]
    while (entry && entry.result.id < known.slug) {
      yield {entry}
      entry = refused[++next]
    }
    yield {known}
  }
  for (const entry of refused.slice(next)) yield {entry}
}

function readEntry(known: KnownArticle, packs: PackReader): Entry {
  const read = packs.entry(known.place)
  if (!read) throw new DamagedEntryError(known.slug)
  return {result: lazyResult(read.head, read.article), parts: read.head.parts}
}

/** The tree of a result is parsed once, and only if it is asked for. */
function lazyResult({id, path, messages}: Head, parse: () => Article | null): Result {
  let article: Article | null | undefined
  return {
    id,
    path,
    messages,
    get article() {
      article = article === undefined ? parse() : article
      return article
    }
  }
}
