import {readFileSync} from 'node:fs'
import {Ajv} from 'ajv'
import {expect, test} from 'vitest'
import {dataPackage} from '../../pipeline/package/data-package.ts'
import type {WrittenFile} from '../../pipeline/package/description.ts'
import type {Edition} from '../../pipeline/source/types.ts'
import {bareEdition} from '../write/page.ts'

const schema = new URL('./vocabulary/datapackage-2.0.json', import.meta.url)
const validate = new Ajv({strict: false, validateFormats: false}).compile(
  JSON.parse(readFileSync(schema, 'utf8'))
)

const describe = (edition: Edition, files: readonly WrittenFile[] = []) =>
  JSON.parse(String(dataPackage.describe(files, edition)[0]?.bytes))

const fullEdition: Edition = {
  ...bareEdition,
  title: {ar: 'ورّاق', en: 'The Copyist, vol. 2'},
  description: {ar: 'مقالات', en: 'Articles'},
  languages: ['ar', 'en'],
  version: '1.0.0',
  license: 'CC-BY-4.0',
  doi: '10.5281/zenodo.1',
  creators: [{name: 'Nura Haddad', url: 'https://example.org/nura'}],
  publisher: {name: 'Press'},
  date: '2025-11-26T08:51:00Z'
}

test.each([
  ['bare', bareEdition],
  ['full', fullEdition]
])(
  'datapackage.json of a %s edition is valid against the published schema',
  (_name, edition) => {
    expect(validate(describe(edition)), JSON.stringify(validate.errors)).toBe(true)
  }
)

test('the published schema sees a fault', () => {
  const broken = {...describe(bareEdition), resources: []}
  expect(validate(broken)).toBe(false)
})

test('datapackage.json says what the edition declares', () => {
  expect(describe(fullEdition)).toMatchObject({
    name: 'the-copyist-vol-2',
    id: 'https://doi.org/10.5281/zenodo.1',
    title: 'ورّاق',
    version: '1.0.0',
    created: '2025-11-26T08:51:00Z',
    licenses: [{name: 'CC-BY-4.0'}],
    contributors: [
      {title: 'Nura Haddad', path: 'https://example.org/nura', roles: ['creator']},
      {title: 'Press', roles: ['publisher']}
    ]
  })
})

test('datapackage.json makes nothing up', () => {
  const keys = Object.keys(describe(bareEdition))
  expect(keys).toEqual(['$schema', 'homepage', 'resources'])
})

test('datapackage.json gives the size and digest of each table, and its references', () => {
  const sha256 = 'a'.repeat(64)
  const {resources} = describe(bareEdition, [
    {path: 'data/turns.csv', sizeBytes: 12, sha256}
  ])
  const turns = resources.find((resource: {name: string}) => resource.name === 'turns')
  expect(turns).toMatchObject({path: 'turns.csv', bytes: 12, hash: `sha256:${sha256}`})
  expect(turns.schema.foreignKeys).toContainEqual({
    fields: ['reply_to'],
    reference: {fields: ['turn_id']}
  })
  expect(turns.schema.foreignKeys).toContainEqual({
    fields: ['speaker_id'],
    reference: {resource: 'speakers', fields: ['speaker_id']}
  })
  expect(JSON.stringify(resources)).not.toContain('fieldsMatch')
})

test('datapackage.json gives a point in time with its offset, or none', () => {
  const createdOn = (date: string) => describe({...bareEdition, date}).created
  expect(createdOn('2025-11-26T10:51:00+02:00')).toBe('2025-11-26T10:51:00+02:00')
  for (const date of ['2025-11-26', '2025-11', '2025-11-26T10:51', '2025-11-26T10:51:00'])
    expect(createdOn(date)).toBeUndefined()
})
