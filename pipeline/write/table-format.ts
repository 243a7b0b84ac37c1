import type {Edition} from '../source/types.ts'
import type {Rows} from '../tree/tables.ts'
import type {Sink} from './output.ts'

/** A file format that all tables of the edition are written in. */
export interface TableFormat<Kept = null> {
  readonly name: string
  open(edition: Edition): TableSink<Kept>
}

/** A format whatever it keeps. */
// biome-ignore lint/suspicious/noExplicitAny: only the format itself knows what it keeps of a run
export type AnyTableFormat = TableFormat<any>

/** Takes the rows of an edition, a batch a source. */
export type TableSink<Kept = null> = Sink<Partial<Rows>, Kept>
