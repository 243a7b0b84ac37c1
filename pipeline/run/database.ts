import {statfsSync} from 'node:fs'
import {dirname} from 'node:path'
import type {Database, Statement} from 'node-sqlite3-wasm'
import type {Cell} from '../tree/column.ts'
import {type TableEntry, tableList} from '../tree/tables.ts'
import {
  bindRow,
  copyRows,
  createIndexes,
  createTables,
  insertRows
} from '../write/sqlite.ts'
import type {TableSink} from '../write/table-format.ts'
import {disk, refusal} from './disk.ts'

/** Rows that one statement inserts: a row each costs four times as much. */
const rowsAtOnce = 100

/** The numbers of the first and the last row of a run in each table; null where it has none there. */
type RowSpans = ReadonlyMap<string, readonly [first: number, last: number]>

interface Sink extends TableSink<RowSpans> {
  /** Lets go of both databases, whether the rows ended or not. */
  close(): void
}

/**
 * Opens a new SQLite database that takes the rows of every table; when they end it is whole and closed.
 * It is a file from the start, so that no edition is held in memory. The same rows in the same runs
 * give the same bytes: those of a run go in table by table, whether they are made or taken over, since it
 * gives out its pages as they are asked for.
 * @param path of a file that is not there yet
 * @param before a database that runs are taken out of
 */
export async function openDatabase(
  path: string,
  before: string | null = null
): Promise<Sink> {
  const sqlite = await import('node-sqlite3-wasm')
  disk.makeFolder(dirname(path))
  const begin = () => begun(new sqlite.default.Database(path), before)
  const {database, inserters} = named(path, begin)
  const endRun = (): RowSpans =>
    new Map(
      inserters.flatMap(({table, finish}) => {
        const span = finish()
        return span ? [[table.name, span] as const] : []
      })
    )
  return {
    add(batch) {
      for (const {table, add} of inserters) add(batch[table.name] ?? [])
      return []
    },
    endRun: () => ({between: [], files: [], kept: named(path, endRun)}),
    takeRun(spans) {
      const kept = named(path, () => {
        for (const {table, take} of inserters) {
          const span = spans.get(table.name)
          if (span) take(span)
        }
        return endRun()
      })
      return {between: [], kept}
    },
    end() {
      named(path, () => {
        endRun()
        for (const {close} of inserters) close()
        for (const statement of createIndexes()) database.exec(statement)
        database.exec('COMMIT')
        database.close()
      })
      return []
    },
    close() {
      if (database.isOpen) database.close()
    }
  }
}

function begun(database: Database, before: string | null) {
  database.exec('PRAGMA journal_mode = OFF')
  database.exec('PRAGMA locking_mode = EXCLUSIVE')
  database.exec('PRAGMA synchronous = OFF')
  database.exec('PRAGMA foreign_keys = OFF')
  database.exec('PRAGMA cache_size = -16000')
  if (before !== null) database.run('ATTACH ? AS before', [before])
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
  /** Takes rows, which wait until the run ends. */
  add(rows: readonly Readonly<Record<string, Cell>>[]): void
  /** Copies rows of the database before. */
  take(span: readonly [first: number, last: number]): void
  /** Inserts what waits. @returns the numbers of the rows since the last time; null where there are none */
  finish(): readonly [first: number, last: number] | null
  close(): void
}

function createInserter(database: Database, table: TableEntry): Inserter {
  let many: Statement | undefined
  let copy: Statement | undefined
  let waiting: Readonly<Record<string, Cell>>[] = []
  let count = 0
  let ended = 0
  const insert = (rows: typeof waiting): void => {
    const cells = rows.flatMap((row) => bindRow(table, row))
    if (rows.length === rowsAtOnce) {
      many ??= database.prepare(insertRows(table, rowsAtOnce))
      many.run(cells)
    } else database.run(insertRows(table, rows.length), cells)
  }
  return {
    table,
    add: (rows) => void waiting.push(...rows),
    take([first, last]) {
      copy ??= database.prepare(copyRows(table))
      copy.run([first, last])
      count += last - first + 1
    },
    finish() {
      for (let at = 0; at < waiting.length; at += rowsAtOnce)
        insert(waiting.slice(at, at + rowsAtOnce))
      count += waiting.length
      waiting = []
      const first = ended + 1
      ended = count
      return count < first ? null : [first, count]
    },
    close() {
      many?.finalize()
      copy?.finalize()
    }
  }
}
