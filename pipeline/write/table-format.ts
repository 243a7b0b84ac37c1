import type {Edition} from '../source/types.ts'
import type {Rows} from '../tree/tables.ts'
import type {OutputFile} from './output.ts'

/** A file format that all tables of the edition are written in. */
export interface TableFormat<Kept = null> {
  readonly name: string
  open(edition: Edition): TableSink<Kept>
}

/** A format whatever it keeps. */
// biome-ignore lint/suspicious/noExplicitAny: only the format itself knows what it keeps of a run
export type AnyTableFormat = TableFormat<any>

/**
 * Takes the rows of an edition, a batch a source, and hands out what can be written. The bytes that a run of
 * sources adds to each file depend on its rows alone, so that they can be kept and written again.
 */
export interface TableSink<Kept = null> {
  /** @returns files, or pieces of them, that need not wait for more rows */
  add(batch: Partial<Rows>): OutputFile[]
  /** Ends a run: what comes next shares no bytes with it. */
  endRun(): EndedRun<Kept>
  /** Takes over a run that another sink has ended: the caller writes its bytes behind what parts it from the one before. */
  takeRun(kept: Kept): Omit<EndedRun<Kept>, 'files'>
  /** @returns what is left when there are no more rows */
  end(): OutputFile[]
}

/** What is written where a run of rows ends. */
export interface EndedRun<Kept> {
  /** What parts it from the run before; no bytes of its own. */
  readonly between: readonly OutputFile[]
  /** The last of its bytes. */
  readonly files: readonly OutputFile[]
  /** What has to be known to take it over, as plain data. */
  readonly kept: Kept
}
