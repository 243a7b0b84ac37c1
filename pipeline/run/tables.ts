import {join} from 'node:path'
import type {Edition, Result} from '../source/types.ts'
import {tableFormats} from '../write/index.ts'
import {editionRows} from '../write/rows.ts'
import {databasePath} from '../write/sqlite.ts'
import {openDatabase} from './database.ts'
import type {FileWriter} from './write-files.ts'

/** Writes the tables of the edition in every format; each row is made once. */
export async function writeTables(
  writer: FileWriter,
  results: AsyncIterable<Result>,
  edition: Edition
): Promise<void> {
  const sinks = [
    ...tableFormats.map((format) => format.open(edition)),
    await openDatabase(join(writer.folder, databasePath))
  ]
  for await (const batch of editionRows(results, edition)) {
    for (const sink of sinks) for (const file of sink.add(batch)) writer.write(file)
  }
  for (const sink of sinks) for (const file of sink.end()) writer.write(file)
  writer.adopt(databasePath)
}
