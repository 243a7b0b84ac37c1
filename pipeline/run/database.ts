import {statfsSync} from 'node:fs'
import {dirname} from 'node:path'
import type {Database, Statement} from 'node-sqlite3-wasm'
import type {Cell} from '../tree/column.ts'
import {type TableEntry, tableList} from '../tree/tables.ts'
import {bindRow, createIndexes, createTables, insertRows} from '../write/sqlite.ts'
import type {TableSink} from '../write/table-format.ts'
import {disk, refusal} from './disk.ts'

/** Rows that one statement inserts: a row each costs four times as much. */
const rowsAtOnce = 100

/**
 * Opens a new SQLite database that takes the rows of every table; when they end it is whole and closed.
 * It is a file from the start, so that no edition is held in memory. The same rows in the same order
 * give the same bytes.
 * @param path of a file that is not there yet
 */
export async function openDatabase(path: string): Promise<TableSink> {
  const sqlite = await import('node-sqlite3-wasm')
  disk.makeFolder(dirname(path))
  const begin = () => begun(new sqlite.default.Database(path))
  const {database, inserters} = named(path, begin)
  return {
    add(batch) {
      named(path, () => {
        for (const {table, insert} of inserters) insert(batch[table.name] ?? [])
      })
      return []
    },
    end() {
      named(path, () => {
        for (const {finish} of inserters) finish()
        for (const statement of createIndexes()) database.exec(statement)
        database.exec('COMMIT')
        database.close()
      })
      return []
    }
  }
}

function begun(database: Database) {
  database.exec('PRAGMA journal_mode = OFF')
  database.exec('PRAGMA locking_mode = EXCLUSIVE')
  database.exec('PRAGMA synchronous = OFF')
  database.exec('PRAGMA foreign_keys = OFF')
  database.exec('PRAGMA cache_size = -16000')
  database.exec('BEGIN')
  for (const statement of createTables()) database.exec(statement)
  const inserters = tableList.map((table) => createInserter(database, table))
  return {database, inserters}
}

/** Where the disk fails SQLite, it says neither of which file nor why: that there is no room left can be asked for. */
function named<Result>(path: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (!/disk I\/O|is full|unable to open/u.test(String(error))) throw error
    const {bavail, bsize} = statfsSync(dirname(path))
    throw refusal(bavail * bsize < roomBytes ? 'ENOSPC' : 'EIO', 'write', path)
  }
}

/** With less than this left on a disk, a write fails for want of room: a few pages of the database. */
const roomBytes = 1 << 18

interface Inserter {
  readonly table: TableEntry
  insert(rows: readonly Readonly<Record<string, Cell>>[]): void
  finish(): void
}

function createInserter(database: Database, table: TableEntry): Inserter {
  let many: Statement | undefined
  let waiting: Cell[] = []
  const cellsAtOnce = rowsAtOnce * table.columnList.length
  return {
    table,
    insert(rows) {
      for (const row of rows) {
        waiting.push(...bindRow(table, row))
        if (waiting.length < cellsAtOnce) continue
        many ??= database.prepare(insertRows(table, rowsAtOnce))
        many.run(waiting)
        waiting = []
      }
    },
    finish() {
      many?.finalize()
      const rows = waiting.length / table.columnList.length
      if (rows > 0) database.run(insertRows(table, rows), waiting)
    }
  }
}
