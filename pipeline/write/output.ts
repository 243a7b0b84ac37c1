import type {Edition, Result} from '../source/types.ts'
import type {Article} from '../tree/types.ts'

/** A file, or the next piece of one: pieces of one path are written one behind the other. */
export interface OutputFile {
  /** Below `dist/`, with forward slashes. */
  readonly path: string
  readonly bytes: string | Uint8Array
}

/** One projection of the tree. */
export interface Output {
  readonly name: string
  /** Files of one article; runs anywhere, on one article at a time. */
  article?(article: Article, edition: Edition): OutputFile[]
  /**
   * Files of the whole edition. `results` come sorted by id and can be iterated again;
   * an output never holds all of them.
   */
  edition?(results: AsyncIterable<Result>, edition: Edition): AsyncIterable<OutputFile>
}
