import {expect, test} from 'vitest'
import {croissant} from '../../pipeline/package/croissant.ts'
import {tableList} from '../../pipeline/tree/tables.ts'
import {bareEdition} from '../write/page.ts'
import {describeJson, fullEdition} from './full-edition.ts'

const full = describeJson(croissant, fullEdition)

test('croissant.json has a record set a table and a field a column, read from its Parquet', () => {
  const recordSets = full.recordSet.map(
    (set: {'@id': string; key: object; field: {name: string; source: object}[]}) => [
      set['@id'],
      set.key,
      ...set.field.map(({name, source}) => [name, source])
    ]
  )
  expect(recordSets).toEqual(
    tableList.map(({name, key, columnList}) => [
      name,
      {'@id': `${name}/${key}`},
      ...columnList.map((column) => [
        column.name,
        {fileObject: {'@id': `${name}.parquet`}, extract: {column: column.name}}
      ])
    ])
  )
})

test('croissant.json is in the form that its reader takes', () => {
  expect(full['@context']).toMatchObject({
    '@vocab': 'https://schema.org/',
    cr: 'http://mlcommons.org/croissant/'
  })
  expect(full.conformsTo).toBe('http://mlcommons.org/croissant/1.1')
  const turns = full.distribution.find(
    (file: {name: string}) => file.name === 'turns.parquet'
  )
  expect(turns).toMatchObject({
    '@type': 'cr:FileObject',
    contentSize: '1007 B',
    sha256: '7'.repeat(64)
  })
  for (const agent of [full.publisher, ...full.creator])
    expect(['Person', 'Organization']).toContain(agent['@type'])
  expect(JSON.stringify(full)).not.toContain('"references":{')
})

test('croissant.json makes nothing up', () => {
  expect(Object.keys(describeJson(croissant, bareEdition))).toEqual([
    '@context',
    '@type',
    'name',
    'conformsTo',
    'url',
    'distribution',
    'recordSet'
  ])
})
