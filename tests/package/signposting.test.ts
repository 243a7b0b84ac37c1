import {expect, test} from 'vitest'
import {signposting} from '../../pipeline/package/signposting.ts'
import {bareEdition} from '../write/page.ts'
import {describeJson, fullEdition} from './full-edition.ts'

test('linkset.json leads from the first page to the data, its descriptions and its terms, and back', () => {
  const [landing, ...others] = describeJson(signposting, fullEdition).linkset
  const base = fullEdition.baseUrl
  expect(landing).toMatchObject({
    anchor: base,
    'cite-as': [{href: 'https://doi.org/10.5281/zenodo.1234567'}],
    author: [
      {href: 'https://orcid.org/0000-0002-1825-0097'},
      {href: 'https://example.org/house'}
    ],
    license: [{href: 'https://spdx.org/licenses/CC-BY-4.0'}],
    describedby: [{href: `${base}data/csv-metadata.json`, type: 'application/json'}]
  })
  expect(landing.item).toContainEqual({href: `${base}data/turns.csv`, type: 'text/csv'})
  expect(others).toContainEqual({
    anchor: `${base}data/turns.csv`,
    collection: [{href: base, type: 'text/html'}]
  })
  expect(others).toContainEqual({
    anchor: `${base}data/csv-metadata.json`,
    describes: [{href: base, type: 'text/html'}]
  })
})

test('linkset.json makes nothing up', () => {
  const [landing] = describeJson(signposting, bareEdition).linkset
  expect(Object.keys(landing)).toEqual(['anchor', 'type', 'describedby', 'item'])
})
