import {gzipSync} from 'node:zlib'
import {ByteWriter, ParquetWriter, type SchemaElement} from 'hyparquet-writer'
import type {Edition} from '../source/types.ts'
import type {Cell, ColumnType} from '../tree/column.ts'
import {type TableEntry, tableList} from '../tree/tables.ts'
import type {OutputFile} from './output.ts'
import {type RowGroups, trackRowGroups} from './row-groups.ts'
import type {TableFormat} from './table-format.ts'

/**
 * Every table as `data/<table>.parquet`, compressed with gzip: rows, names and types of the CSV.
 * @see https://parquet.apache.org/docs/file-format/
 */
export const parquetTables: TableFormat<KeptRun> = {
  name: 'parquet',
  open(edition) {
    const files = tableList.map((table) => openParquet(table, edition))
    return {
      add: (batch) =>
        files.flatMap((file) => file.add(batch[file.table.name] ?? []) ?? []),
      endRun() {
        const ended = files.map((file) => file.endRun())
        return {
          between: [],
          files: ended.map(({file}) => file),
          kept: ended.map(({kept}) => kept)
        }
      },
      takeRun(kept) {
        for (const [n, groups] of kept.entries()) files[n]?.takeRun(groups)
        return {between: [], kept}
      },
      end: () => files.map((file) => file.end())
    }
  }
}

/** The groups of rows of a run, table by table. */
type KeptRun = readonly RowGroups[]

/** Rows and characters that are held before they are written as a group; bounds the memory. */
const groupRows = 50_000
const groupCharacters = 8_000_000

type Row = Readonly<Record<string, Cell>>

interface ParquetFile {
  readonly table: TableEntry
  /** @returns a group of rows, when enough wait */
  add(rows: readonly Row[]): OutputFile | undefined
  endRun(): {file: OutputFile; kept: RowGroups}
  takeRun(kept: RowGroups): void
  end(): OutputFile
}

function openParquet(table: TableEntry, edition: Edition): ParquetFile {
  const writer = new ByteWriter()
  const parquet = new ParquetWriter({
    writer,
    schema: schemaOf(table),
    codec: 'GZIP',
    compressors: {GZIP: compress},
    kvMetadata: describe(table, edition),
    createdBy: `warraq version ${edition.generator}`
  })
  const path = `data/${table.name}.parquet`
  const groups = trackRowGroups(parquet)
  let waiting: Row[] = []
  let characters = 0
  const writeGroup = (): void => {
    const columnData = table.columnList.map(({name, type}) => ({
      name,
      data: waiting.map((row) => toParquet(row[name] ?? null, type))
    }))
    // Returns a promise only where the writer is asynchronous; this one is not.
    if (waiting.length > 0) void parquet.write({columnData, rowGroupSize: waiting.length})
    waiting = []
    characters = 0
  }
  const take = (): OutputFile => {
    const bytes = writer.getBytes().slice()
    writer.index = 0
    return {path, bytes}
  }
  return {
    table,
    add(rows) {
      for (const row of rows) {
        waiting.push(row)
        characters += lengthOf(row)
      }
      if (waiting.length < groupRows && characters < groupCharacters) return undefined
      writeGroup()
      return take()
    },
    endRun() {
      writeGroup()
      return {file: take(), kept: groups.endRun()}
    },
    takeRun: groups.takeRun,
    end() {
      writeGroup()
      void parquet.finish()
      return take()
    }
  }
}

function lengthOf(row: Row): number {
  let length = 0
  for (const cell of Object.values(row))
    if (typeof cell === 'string') length += cell.length
  return length
}

/** Deflate, with the operating system in the header of gzip said to be unknown on each. @see RFC 1952, 2.3.1 */
function compress(bytes: Uint8Array): Uint8Array {
  const packed = gzipSync(bytes)
  packed[9] = 255
  return packed
}

/** What the file says of itself wherever it gets to. */
function describe(table: TableEntry, edition: Edition): {key: string; value: string}[] {
  const {title, version, license, rights, doi, baseUrl} = edition
  const entries = {
    title: `${Object.values(title)[0] ?? baseUrl}: ${table.name}`,
    description: table.description.en,
    source: baseUrl,
    version,
    license,
    rights,
    doi
  }
  return Object.entries(entries).flatMap(([key, value]) => (value ? [{key, value}] : []))
}

const schemaOf = ({name, columnList}: TableEntry): SchemaElement[] => [
  {name, num_children: columnList.length},
  ...columnList.map(
    (column): SchemaElement => ({
      name: column.name,
      repetition_type: column.required ? 'REQUIRED' : 'OPTIONAL',
      ...elements[column.type]
    })
  )
]

const text = {
  type: 'BYTE_ARRAY',
  converted_type: 'UTF8',
  logical_type: {type: 'STRING'}
} as const
const elements = {
  string: text,
  uri: text,
  duration: text,
  integer: {type: 'INT64'},
  number: {type: 'DOUBLE'},
  boolean: {type: 'BOOLEAN'},
  date: {type: 'INT32', converted_type: 'DATE', logical_type: {type: 'DATE'}},
  datetime_local: {
    type: 'INT64',
    logical_type: {type: 'TIMESTAMP', isAdjustedToUTC: false, unit: 'MICROS'}
  }
} as const satisfies Record<ColumnType, Omit<SchemaElement, 'name'>>

/** A cell as its Parquet type has it; null where it is empty. */
function toParquet(cell: Cell, type: ColumnType): Cell | bigint {
  if (cell === null) return null
  switch (type) {
    case 'integer':
      return BigInt(cell)
    case 'date':
      return Date.parse(`${cell}T00:00:00Z`) / 86_400_000
    case 'datetime_local':
      return BigInt(Date.parse(`${cell}Z`)) * 1000n
    default:
      return cell
  }
}
