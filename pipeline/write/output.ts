import type {Edition, Result} from '../source/types.ts'
import type {Article, Message} from '../tree/types.ts'
import type {Neighbour} from './sequence.ts'

/** A file, or the next piece of one: pieces of one path are written one behind the other. */
export interface OutputFile {
  /** Below `dist/`, with forward slashes. */
  readonly path: string
  readonly bytes: string | Uint8Array
}

/** Of the lines of a sorted file, each counted once. */
export interface LineCounts {
  readonly lines: number
  /** Different first words. */
  readonly subjects: number
}

/**
 * What stands around an article: what was found in its source, and what is published before and after
 * it. A map runs again where any of it changes.
 */
export interface Surroundings {
  readonly messages: readonly Message[]
  readonly previous?: Neighbour
  readonly next?: Neighbour
}

/**
 * One projection of the tree: a map over articles, a gather over the edition, or both. Hooks are pure
 * functions: a map may run in any thread or on any machine, and runs again only where its article changed; a
 * gather runs again only where one of its parts or what is declared of the edition did.
 */
export interface Output<Part = null, Kept = unknown> {
  readonly name: string
  /** Whether `article` uses what is published before and after it; another output is not handed it. */
  readonly hasNeighbours?: true
  /** Files of one article, below `articles/<slug>/`; runs anywhere, on one article at a time. */
  article?(article: Article, edition: Edition, around?: Surroundings): OutputFile[]
  /**
   * What `edition` needs of one source, as plain JSON and small: it is kept from build to build, so that
   * an article that did not change is not read again. What is declared of those on record may be left out:
   * it is at hand in `edition`. Without this hook, `edition` hears of no article.
   * @param edition as the files of the article see it
   */
  part?(result: Result, edition: Edition): Part
  /**
   * Files of the whole edition. `parts` come sorted by id, one a source, and can be iterated again;
   * an output never holds all of them. Large files are yielded in pieces.
   */
  edition?(parts: AsyncIterable<Part>, edition: Edition): AsyncIterable<OutputFile>
  /** Makes the same files, where runs of sources have bytes of their own in them: those of runs that are as they were are kept. */
  runs?(edition: Edition): Sink<Part, Kept>
  /** A file of the whole edition that is a set of lines. */
  readonly lines?: SortedLines<Part>
}

/**
 * Takes what an edition is made of, a source a time, and hands out what can be written. The bytes that a run of
 * sources adds to each file depend on these sources alone, so that they can be kept and written again.
 */
export interface Sink<Item, Kept = null> {
  /** @returns files, or pieces of them, that need not wait for more */
  add(item: Item): OutputFile[]
  /** Ends a run: what comes next shares no bytes with it. */
  endRun(): EndedRun<Kept>
  /** Takes over a run that another sink has ended: the caller writes its bytes behind what parts it from the one before. */
  takeRun(kept: Kept): Omit<EndedRun<Kept>, 'files'>
  /** @returns what is left when there is no more */
  end(): OutputFile[]
}

/** What is written where a run ends. */
export interface EndedRun<Kept> {
  /** What parts it from the run before; no bytes of its own. */
  readonly between: readonly OutputFile[]
  /** The last of its bytes. */
  readonly files: readonly OutputFile[]
  /** What has to be known to take it over, as plain data. */
  readonly kept: Kept
}

/** A file of lines, each once, sorted by code point. */
export interface SortedLines<Part> {
  /** Below `dist/`. */
  readonly path: string
  /** The lines of a source, and how those begin that stand together since no other source has such; null where it has none. */
  of(part: Part, edition: Edition): SourceLines | null
  /** Lines that are made of the counts of the others. @param first the least id of a source of which `of` knows */
  rest(edition: Edition, counts: LineCounts, first: string | undefined): readonly string[]
}

/** The lines of a source for a sorted file. */
export interface SourceLines {
  readonly id: string
  readonly prefix: string
  /** Each with its end. */
  readonly lines: string
}

/** An output whatever its parts are. */
// biome-ignore lint/suspicious/noExplicitAny: only the output itself knows what its parts are, and what it keeps of a run
export type AnyOutput = Output<any, any>
