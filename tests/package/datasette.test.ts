import {expect, test} from 'vitest'
import {datasette} from '../../pipeline/package/datasette.ts'
import {tableList} from '../../pipeline/tree/tables.ts'
import {searchable} from '../../pipeline/write/sqlite.ts'
import {bareEdition} from '../write/page.ts'

const metadata = JSON.parse(String(datasette.describe([], bareEdition)[0]?.bytes))
const {tables} = metadata.databases.edition

test('metadata.json has each table of the database with each of its columns', () => {
  expect(Object.keys(tables)).toEqual(tableList.map(({name}) => name))
  for (const {name, columnList} of tableList) {
    const columns = columnList.map((column) => column.name)
    expect(Object.keys(tables[name].columns)).toEqual(columns)
    const named = [tables[name].label_column ?? [], tables[name].facets ?? []].flat()
    expect(columns).toEqual(expect.arrayContaining(named))
  }
})

test('metadata.json leads to the full-text search of each table that has it', () => {
  const found = tableList.filter(({name}) => tables[name].fts_table === `${name}_fts`)
  expect(found.map(({name}) => name)).toEqual(searchable.map(({name}) => name))
})

test('metadata.json makes nothing up', () => {
  expect(Object.keys(metadata)).toEqual(['title', 'source', 'source_url', 'databases'])
})
