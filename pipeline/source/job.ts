import type {Report} from '../diagnostics/report.ts'
import type {CollectionFile, Sidecar} from '../tree/types.ts'
import type {ByteSource, Member} from './byte-source.ts'
import type {FoundFile} from './files.ts'

/** A source that can be processed, with all that is declared about it. */
export interface Job {
  readonly slug: string
  readonly file: FoundFile
  readonly collection: CollectionFile & {readonly id: string}
  readonly sidecar: Sidecar
  /** Where in the file the article is, in a file that may hold several. */
  readonly member?: Member
}
/** Files that may hold several articles, and how these are found. */
export interface Divide {
  readonly endings: readonly string[]
  membersOf(ending: string, file: ByteSource, report: Report): readonly Member[]
}
