import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {gunzipSync} from 'node:zlib'
import {DuckDBInstance} from '@duckdb/node-api'
import {parquetMetadata, parquetReadObjects} from 'hyparquet'
import {expect, test} from 'vitest'
import type {Cell, Column} from '../../pipeline/tree/column.ts'
import {tableList} from '../../pipeline/tree/tables.ts'
import {csvTables} from '../../pipeline/write/csv.ts'
import {parquetTables} from '../../pipeline/write/parquet.ts'
import {gatherRows, writeTables} from './gather.ts'
import {printNastyArticle} from './nasty-article.ts'
import {bareEdition, resultOf} from './page.ts'

const edition = {...bareEdition, title: {en: 'A copyist'}, version: '2.0.0'}
const results = ['first', 'second'].map((slug) =>
  resultOf(printNastyArticle(slug).article)
)
const files = await writeTables(parquetTables, results, edition)
const bytesOf = (table: string): ArrayBuffer =>
  new Uint8Array(files.get(`data/${table}.parquet`) ?? []).buffer

/** A value of Parquet in the form our rows have it. */
function toCell(value: unknown, {type}: Column): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (value instanceof Date)
    return value.toISOString().slice(0, type === 'date' ? 10 : 19)
  return value
}

test.each(tableList)('Parquet reads back $name cell by cell', async (table) => {
  const rows = await gatherRows(results, edition)
  const read = await parquetReadObjects({
    file: bytesOf(table.name),
    compressors: {GZIP: (bytes) => gunzipSync(bytes)}
  })
  const cells = read.map((row) =>
    Object.fromEntries(
      table.columnList.map((column) => [column.name, toCell(row[column.name], column)])
    )
  )
  const expected: Readonly<Record<string, Cell>>[] = [...rows[table.name]]
  expect(cells).toEqual(expected)
})

test('Parquet says which columns are required, and what the file is', () => {
  for (const {name, columnList} of tableList) {
    const {schema, key_value_metadata, created_by} = parquetMetadata(bytesOf(name))
    const columns = schema
      .slice(1)
      .map((element) => [element.name, element.repetition_type])
    expect(columns).toEqual(
      columnList.map((column) => [column.name, column.required ? 'REQUIRED' : 'OPTIONAL'])
    )
    expect(created_by).toBe(`warraq version ${edition.generator}`)
    const described = Object.fromEntries(
      (key_value_metadata ?? []).map(({key, value}) => [key, value])
    )
    expect(described).toMatchObject({title: `A copyist: ${name}`, version: '2.0.0'})
    expect(Object.keys(described)).not.toContain('license')
  }
})

test('DuckDB finds the same rows in Parquet as in CSV', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'warraq-'))
  const csv = await writeTables(csvTables, results, edition)
  for (const [path, bytes] of [...files, ...csv])
    writeFileSync(join(folder, path.replace('data/', '')), bytes)
  const database = await (await DuckDBInstance.create()).connect()
  const count = async (sql: string): Promise<number> => {
    const [row] = await (await database.runAndReadAll(sql)).getRows()
    return Number(row?.[0])
  }
  for (const {name, columnList} of tableList) {
    const parquet = `read_parquet('${folder}/${name}.parquet')`
    const types = columnList.map(({name, type}) => `'${name}': '${duckDbTypes[type]}'`)
    const text = `read_csv('${folder}/${name}.csv', header = true, nullstr = '',
      columns = {${types.join()}}, quote = '"', escape = '"', strict_mode = true)`
    const differ = await count(`SELECT count(*) FROM
      ((FROM ${parquet} EXCEPT ALL FROM ${text}) UNION ALL
       (FROM ${text} EXCEPT ALL FROM ${parquet}))`)
    expect([name, differ]).toEqual([name, 0])
  }
  expect(await count(`SELECT count(*) FROM '${folder}/turns.parquet'`)).toBe(12)
  rmSync(folder, {recursive: true})
})

const duckDbTypes = {
  string: 'VARCHAR',
  uri: 'VARCHAR',
  duration: 'VARCHAR',
  integer: 'BIGINT',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'DATE',
  datetime_local: 'TIMESTAMP'
} as const

test('Parquet is the same to the last byte in two builds', async () => {
  expect(await writeTables(parquetTables, results, edition)).toEqual(files)
})
