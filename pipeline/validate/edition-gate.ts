import type {Report} from '../diagnostics/report.ts'
import type {Result} from '../source/types.ts'
import type {PageLink} from './gate.ts'

/** The files of an edition as they were written. */
export interface WrittenEdition {
  /** The text of a file. @param path below `dist/`, one of `written` */
  read(path: string): string
  /** Every file but those of articles. */
  written(): readonly WrittenDigest[]
  /** Whether there is a file of an article. */
  has?(path: string): boolean
}

/** Size and SHA-256 of a written file. */
export interface WrittenDigest {
  readonly path: string
  readonly sizeBytes: number
  readonly sha256: string
}

/** What a check of the whole edition is given. */
export interface EditionFiles {
  readonly writer: WrittenEdition
  /** What rows are counted of, where they are. */
  readonly results?: AsyncIterable<Result>
  /** Links on the pages of articles that lead out of their folders; those that were checked may be left out. */
  readonly links?: AsyncIterable<PageLink>
  /** Whether a file was checked in the edition before, and nothing that it leads to is gone. */
  isChecked?(file: WrittenDigest): boolean
  readonly report: Report
}

/** A check of what was made of the whole edition; each fault it reports is an error in the build report. */
export interface EditionGate {
  readonly name: string
  check(made: EditionFiles): Promise<void> | void
}
