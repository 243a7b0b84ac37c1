import type {Edition} from '../source/types.ts'
import type {Rows} from '../tree/tables.ts'
import type {OutputFile} from './output.ts'

/** A file format that all tables of the edition are written in. */
export interface TableFormat {
  readonly name: string
  open(edition: Edition): TableSink
}

/** Takes the rows of an edition, a batch a source, and hands out what can be written. */
export interface TableSink {
  /** @returns files, or pieces of them, that need not wait for more rows */
  add(batch: Partial<Rows>): OutputFile[]
  /** @returns what is left when there are no more rows */
  end(): OutputFile[]
}
