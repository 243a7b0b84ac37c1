import {join} from 'node:path'
import type {Edition} from '../source/types.ts'
import {tableFormats} from '../write/index.ts'
import type {Output} from '../write/output.ts'
import {gatherRows, type KeptSource, type TablePart, tablePart} from '../write/rows.ts'
import {databasePath} from '../write/sqlite.ts'
import {openDatabase} from './database.ts'
import type {FileWriter} from './write-files.ts'

/** The rows of each source are kept from build to build. */
export const tables: Output<TablePart> = {name: 'tables', part: tablePart}

/** Writes the tables of the edition in every format; each row is made once. */
export async function writeTables(
  writer: FileWriter,
  sources: AsyncIterable<KeptSource>,
  edition: Edition
): Promise<void> {
  const sinks = [
    ...tableFormats.map((format) => format.open(edition)),
    await openDatabase(join(writer.folder, databasePath))
  ]
  for await (const batch of gatherRows(sources, edition)) {
    for (const sink of sinks)
      for (const file of sink.add(batch)) writer.write(file, tables.name)
  }
  for (const sink of sinks) for (const file of sink.end()) writer.write(file, tables.name)
  writer.adopt(databasePath, tables.name)
}
