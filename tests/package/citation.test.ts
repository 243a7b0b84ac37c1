import {Ajv} from 'ajv'
import {expect, test} from 'vitest'
import {parse} from 'yaml'
import {citation} from '../../pipeline/package/citation.ts'
import {bareEdition} from '../write/page.ts'
import {describeAs, fullEdition, vocabulary} from './full-edition.ts'

const validate = new Ajv({strict: false, validateFormats: false}).compile(
  JSON.parse(vocabulary('citation-1.2.0.json'))
)
const files = describeAs(citation, fullEdition)
const cff = parse(files.get('CITATION.cff') ?? '')

test('CITATION.cff is valid against the published schema, which sees a fault', () => {
  expect(validate(cff), JSON.stringify(validate.errors)).toBe(true)
  expect(validate({...cff, authors: []})).toBe(false)
  expect(validate({...cff, license: 'My-Own'})).toBe(false)
})

test('CITATION.cff takes a name apart only where its parts are declared', () => {
  expect(cff).toMatchObject({
    title: 'ورّاق <أ> & "ب"',
    doi: '10.5281/zenodo.1234567',
    'date-released': '2025-11-26',
    license: 'CC-BY-4.0',
    authors: [
      {
        'family-names': 'Haddad',
        'given-names': 'Nura',
        orcid: 'https://orcid.org/0000-0002-1825-0097'
      },
      {name: 'دار <الأرشيف> & شركاه', website: 'https://example.org/house'}
    ]
  })
})

test('.zenodo.json says what Zenodo asks', () => {
  expect(JSON.parse(files.get('.zenodo.json') ?? '')).toEqual({
    title: 'ورّاق <أ> & "ب"',
    upload_type: 'dataset',
    description: 'مقالات: حوارات # وبيانات',
    creators: [
      {name: 'Haddad, Nura', orcid: '0000-0002-1825-0097'},
      {name: 'دار <الأرشيف> & شركاه'}
    ],
    version: '1.0.0',
    publication_date: '2025-11-26',
    doi: '10.5281/zenodo.1234567',
    license: 'cc-by-4.0',
    language: 'ara'
  })
})

test('without creators there is no citation, and without the rest nothing is made up', () => {
  expect(describeAs(citation, bareEdition).size).toBe(0)
  const bare = {...bareEdition, creators: [{name: 'House'}]}
  const least = parse(describeAs(citation, bare).get('CITATION.cff') ?? '')
  expect(validate(least)).toBe(true)
  expect(Object.keys(least)).toEqual([
    'cff-version',
    'message',
    'type',
    'title',
    'authors',
    'url'
  ])
})
