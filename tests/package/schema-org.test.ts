import {expect, test} from 'vitest'
import {schemaOrg} from '../../pipeline/package/schema-org.ts'
import {expandSafely} from '../../pipeline/validate/json-ld.ts'
import {checkVocabulary} from '../../pipeline/validate/vocabulary.ts'
import {bareEdition} from '../write/page.ts'
import {describeJson, fullEdition} from './full-edition.ts'

test.each([
  ['full', fullEdition],
  ['bare', bareEdition]
])('dataset.jsonld of a %s edition uses schema.org as it is', async (_name, edition) => {
  const document = describeJson(schemaOrg, edition)
  expect(checkVocabulary(document)).toEqual([])
  expect(await expandSafely(document)).toBeNull()
  expect(checkVocabulary({...document, publisherr: 'x'})).not.toEqual([])
})

test('dataset.jsonld has each download with its address, size and digest', () => {
  const {distribution} = describeJson(schemaOrg, fullEdition)
  expect(distribution).toContainEqual({
    '@type': 'DataDownload',
    '@id': `${fullEdition.baseUrl}data/turns.parquet`,
    name: 'Turns (Parquet)',
    description: expect.stringContaining('One row a turn'),
    contentUrl: `${fullEdition.baseUrl}data/turns.parquet`,
    encodingFormat: 'application/vnd.apache.parquet',
    contentSize: '1007 B',
    sha256: '7'.repeat(64)
  })
})

test('dataset.jsonld makes nothing up', () => {
  expect(Object.keys(describeJson(schemaOrg, bareEdition))).toEqual([
    '@context',
    '@type',
    '@id',
    'name',
    'url',
    'distribution'
  ])
})
