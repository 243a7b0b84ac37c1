import {mkdtempSync, readFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import sqlite, {type Database} from 'node-sqlite3-wasm'
import {afterAll, expect, test} from 'vitest'
import {openDatabase} from '../../pipeline/run/database.ts'
import type {Cell} from '../../pipeline/tree/column.ts'
import {tableList} from '../../pipeline/tree/tables.ts'
import {editionRows} from '../../pipeline/write/rows.ts'
import {processText} from '../support/edition.ts'
import {gatherRows} from '../write/gather.ts'
import {printNastyArticle} from '../write/nasty-article.ts'
import {bareEdition, resultOf, streamOf} from '../write/page.ts'

// More turns than one statement inserts, with every probe of Arabic spelling among them.
const {article: interview} = processText(
  `حوار مع نورا حداد\n\n${Array.from({length: 60}, (_, n) => `سامي: سؤال ${n}؟\nنورا: جواب ${n}.`).join('\n')}\n
سامي: مُكالَمَةٌ تحرّكات الأميركي؟\nنورا: غزه رجـــل ٢٨٠٧.\n`
)
const results = [
  resultOf(interview),
  ...['first', 'second'].map((slug) => resultOf(printNastyArticle(slug).article))
]

async function writeDatabase(): Promise<string> {
  const path = join(mkdtempSync(join(tmpdir(), 'warraq-')), 'data/edition.sqlite')
  const sink = await openDatabase(path)
  for await (const batch of editionRows(streamOf(results), bareEdition)) sink.add(batch)
  sink.end()
  return path
}

const path = await writeDatabase()
const database: Database = new sqlite.Database(path, {readOnly: true})
afterAll(() => database.close())
const count = (sql: string): unknown => database.get(sql)?.n

test.each(tableList)('SQLite reads back $name cell by cell', async (table) => {
  const rows = await gatherRows(results, bareEdition)
  const stored = (cell: Cell): Cell => (typeof cell === 'boolean' ? Number(cell) : cell)
  const expected = rows[table.name].map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, stored(cell)]))
  )
  const found = database.all(`SELECT * FROM ${table.name} ORDER BY rowid`)
  expect(found.map((row) => ({...row}))).toEqual(expected)
})

test('SQLite finds its keys, references and indexes whole', () => {
  expect(count(`SELECT count(*) AS n FROM turns`)).toBeGreaterThan(100)
  expect(database.all('PRAGMA integrity_check')).toEqual([{integrity_check: 'ok'}])
  expect(database.all('PRAGMA foreign_key_check')).toEqual([])
  const references = tableList.flatMap((table) =>
    table.columnList.flatMap(({name, references}) =>
      references ? [`${table.name}.${name} ${references}`] : []
    )
  )
  const found = tableList.flatMap(({name}) =>
    database
      .all(`PRAGMA foreign_key_list(${name})`)
      .map((key) => `${name}.${key.from} ${key.table}`)
  )
  expect(found.toSorted()).toEqual(references.toSorted())
  const plan = database.all(
    `EXPLAIN QUERY PLAN SELECT * FROM turns WHERE speaker_id = 'x'`
  )
  expect(JSON.stringify(plan)).toContain('USING INDEX turns_speaker_id')
})

test('SQLite refuses a row without its key, with a value that is none, or that dangles', () => {
  const copy = new sqlite.Database()
  for (const sql of database.all(
    `SELECT sql FROM sqlite_schema WHERE type = 'table' AND name IN ('sources', 'names')`
  ))
    copy.exec(String(sql.sql))
  const insert = (values: string) => () =>
    copy.exec(`INSERT INTO names VALUES (${values})`)
  expect(insert(`'n1', 'nura', 'person', 'Nura', 'en', 'short', 1`)).not.toThrow()
  expect(insert(`'n1', 'nura', 'person', 'Nura', 'en', 'short', 1`)).toThrow('UNIQUE')
  expect(insert(`'n2', NULL, 'person', 'Nura', 'en', 'short', 1`)).toThrow('NOT NULL')
  expect(insert(`'n3', 'nura', 'animal', 'Nura', 'en', 'short', 1`)).toThrow('CHECK')
  copy.close()
})

test.each([
  ['مكالمه', 1],
  ['مُكالَمَةٌ', 1],
  ['تحركات', 1],
  ['الاميركي', 1],
  ['غزه', 1],
  ['رجل', 1],
  ['2807', 1],
  ['قطار', 0]
])('full-text search finds %s in any spelling', (word, rows) => {
  const query = `SELECT count(*) AS n FROM turns_fts WHERE turns_fts MATCH '"${word}"'`
  const block = query.replaceAll('turns', 'paragraphs')
  expect([count(query), count(block)]).toEqual([rows, rows])
})

test('SQLite is the same to the last byte in two builds', async () => {
  expect(readFileSync(await writeDatabase()).equals(readFileSync(path))).toBe(true)
})
