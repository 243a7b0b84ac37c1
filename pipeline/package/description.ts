import type {Edition} from '../source/types.ts'
import type {OutputFile} from '../write/output.ts'

/** A file that was written below `dist/`. */
export interface WrittenFile {
  /** Below `dist/`, with forward slashes. */
  readonly path: string
  readonly sizeBytes: number
  /** Of its bytes, in lower-case hexadecimal digits. */
  readonly sha256: string
}

/**
 * What describes the edition to programs. Descriptions are made one after the other, in the order
 * of `package/index.ts`, when every output is written; each gets the files of those before it too.
 */
export interface Description {
  readonly name: string
  /** @param files everything written so far, sorted by path in code-point order */
  describe(files: readonly WrittenFile[], edition: Edition): OutputFile[]
}
