import type {Message} from '../tree/types.ts'
import {code} from './code.ts'
import {sha256Hex, shortDigest} from './digests.ts'
import type {KnownArticle} from './manifest.ts'

/** A source that gave no article: all there is to know of it. */
export interface RefusedEntry {
  readonly id: string
  readonly path: string
  readonly messages: readonly Message[]
  /** By output, as JSON. */
  readonly parts: Readonly<Record<string, string>>
}

/** A source: one that was refused, or an article. */
export type Item =
  | {readonly own: RefusedEntry; readonly known?: never}
  | {readonly own?: never; readonly known: KnownArticle}

/** Articles and refused sources by their ids. */
export function* inOrder(
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

/** Articles as the paths of their folders are sorted. */
export const byPath = (articles: readonly KnownArticle[]) =>
  articles
    .map((known) => ({known}))
    .sort((a, b) => (`${a.known.slug}/` < `${b.known.slug}/` ? -1 : 1))

/** Sources of a run at least; of as many more one ends it. */
const fewestInRun = 256
/** Sources of a run at most, for each that it has at least. */
const mostForOne = 8

/** Bytes that are kept of the sources of a run at most, about: what is made of them is held at one time. */
const mostBytes = 128 << 20

/**
 * Parts sources into runs of about five hundred. Where one ends is told by the ids in it alone: where a source
 * comes, goes or changes, the runs before it stay as they are, and those behind it soon are again.
 */
export function* runsOf(
  items: Iterable<Item>,
  fewest = fewestInRun
): Generator<readonly Item[]> {
  let run: Item[] = []
  let bytes = 0
  for (const item of items) {
    run.push(item)
    bytes += item.known?.place.bodyBytes ?? 0
    const isEnd = run.length >= fewest && numberOf(item) % fewest === 0
    if (!isEnd && run.length < fewest * mostForOne && bytes < mostBytes) continue
    yield run
    run = []
    bytes = 0
  }
  if (run.length > 0) yield run
}

/** A number of 32 bits that its id gives a source, as good as drawn by lot. */
const numberOf = (item: Item): number =>
  Number.parseInt(sha256Hex(item.own ? item.own.id : item.known.slug).slice(0, 8), 16)

/** Digest of all that is kept of some sources; null where the program has none. */
export const keyOf = (items: readonly Item[]): string | null =>
  code && shortDigest([code, items.map(({own, known}) => own ?? known.place.digest)])
