import {expect, test} from 'vitest'
import {csvw} from '../../pipeline/package/csvw.ts'
import type {Edition} from '../../pipeline/source/types.ts'
import {tableList} from '../../pipeline/tree/tables.ts'
import {bareEdition} from '../write/page.ts'

const describe = (edition: Edition) =>
  JSON.parse(String(csvw.describe([], edition)[0]?.bytes))

test('csv-metadata.json has a table and a column for each of the registry', () => {
  const {tables} = describe(bareEdition)
  const columns = tables.map(
    ({url, tableSchema}: {url: string; tableSchema: {columns: {name: string}[]}}) => [
      url,
      ...tableSchema.columns.map(({name}) => name)
    ]
  )
  expect(columns).toEqual(
    tableList.map(({name, columnList}) => [
      `${name}.csv`,
      ...columnList.map((column) => column.name)
    ])
  )
})

test('csv-metadata.json refers to tables of its own by their key', () => {
  const {tables} = describe(bareEdition)
  const keys = new Map(
    tables.map(({url, tableSchema}: {url: string; tableSchema: {primaryKey: string}}) => [
      url,
      tableSchema.primaryKey
    ])
  )
  let references = 0
  for (const {tableSchema} of tables) {
    for (const {reference} of tableSchema.foreignKeys ?? []) {
      references++
      expect(keys.get(reference.resource)).toBe(reference.columnReference)
    }
  }
  expect(references).toBeGreaterThan(8)
})

test('csv-metadata.json says what the edition is called in each language, and makes nothing up', () => {
  const edition = {...bareEdition, title: {ar: 'ورّاق', und: 'W'}}
  expect(describe(edition)['dc:title']).toEqual([
    {'@value': 'ورّاق', '@language': 'ar'},
    {'@value': 'W'}
  ])
  expect(Object.keys(describe(bareEdition))).toEqual([
    '@context',
    '@type',
    'dialect',
    'tables'
  ])
})
