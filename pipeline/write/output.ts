import type {Edition, Result} from '../source/types.ts'
import type {Article, Message} from '../tree/types.ts'
import type {Neighbour} from './sequence.ts'

/** A file, or the next piece of one: pieces of one path are written one behind the other. */
export interface OutputFile {
  /** Below `dist/`, with forward slashes. */
  readonly path: string
  readonly bytes: string | Uint8Array
  /**
   * Pieces of a file with this hook are lines in any order: the file has each of them once, sorted by code
   * point, and among them those that the hook of its last piece makes when the others are counted.
   */
  sortedWith?(counts: LineCounts): readonly string[]
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
export interface Output<Part = null> {
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
}

/** An output whatever its parts are. */
// biome-ignore lint/suspicious/noExplicitAny: only the output itself knows what its parts are
export type AnyOutput = Output<any>
