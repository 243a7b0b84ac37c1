import {expect, test} from 'vitest'
import {tableList, tables} from '../../pipeline/tree/tables.ts'

test('the registry has the fifteen tables of the edition, in this order', () => {
  expect(tableList.map(({name}) => name)).toEqual([
    'articles',
    'sources',
    'dialogues',
    'speakers',
    'turns',
    'paragraphs',
    'people',
    'organisations',
    'places',
    'names',
    'mentions',
    'dates',
    'quotations',
    'facts',
    'messages'
  ])
  expect(tableList).toHaveLength(Object.keys(tables).length)
})

test.each(tableList)('$name has a key, and refers to tables that are there', (table) => {
  const [key] = table.columnList
  expect(key).toMatchObject({name: table.key, type: 'string', required: true})
  for (const {references, type} of table.columnList) {
    if (references === undefined) continue
    expect(Object.keys(tables)).toContain(references)
    expect(type).toBe('string')
  }
})

test.each(tableList)(
  '$name is described in English and Arabic',
  ({title, description, columnList}) => {
    for (const words of [
      title,
      description,
      ...columnList.map((column) => column.description)
    ]) {
      expect(words.en).toMatch(/^[A-Za-z]/)
      expect(words.ar).toMatch(/\p{Script=Arabic}/u)
    }
  }
)
