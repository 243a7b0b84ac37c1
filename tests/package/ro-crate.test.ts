import {expect, test} from 'vitest'
import {roCrate} from '../../pipeline/package/ro-crate.ts'
import type {Edition} from '../../pipeline/source/types.ts'
import {bareEdition} from '../write/page.ts'
import {describeJson, fullEdition, writtenFiles} from './full-edition.ts'

type Entity = Record<string, unknown> & {'@id': string}

const entitiesOf = (edition: Edition): Map<string, Entity> =>
  new Map(
    describeJson(roCrate, edition)['@graph'].map((entity: Entity) => [
      entity['@id'],
      entity
    ])
  )

/** Every `{"@id": …}` in a value. */
function* referencesIn(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const each of value) yield* referencesIn(each)
  else if (typeof value === 'object' && value !== null)
    for (const [key, each] of Object.entries(value)) {
      if (key === '@id') yield String(each)
      else yield* referencesIn(each)
    }
}

test.each([
  ['full', fullEdition],
  ['bare', bareEdition]
])(
  'ro-crate-metadata.json of a %s edition is flat, complete and connected',
  (_name, edition) => {
    const entities = entitiesOf(edition)
    expect(entities.size).toBe(describeJson(roCrate, edition)['@graph'].length)
    const outside = /^https:\/\/w3id\.org\/ro\/crate\/1\.2$/u
    const referenced = new Set(['ro-crate-metadata.json'])
    for (const {'@id': _id, ...properties} of entities.values()) {
      expect(properties['@type']).toBeTruthy()
      for (const id of referencesIn(properties)) {
        referenced.add(id)
        expect(entities.has(id) || outside.test(id), id).toBe(true)
      }
      for (const value of Object.values(properties))
        if (Array.isArray(value)) expect(value.length).toBeGreaterThan(1)
    }
    expect([...entities.keys()].filter((id) => !referenced.has(id))).toEqual([])
    expect(entities.get('ro-crate-metadata.json')).toMatchObject({
      conformsTo: {'@id': 'https://w3id.org/ro/crate/1.2'},
      about: {'@id': './'}
    })
    const root = entities.get('./')
    for (const key of ['name', 'description', 'license', 'hasPart'])
      expect(root).toHaveProperty(key)
  }
)

test('ro-crate-metadata.json tells of each file of data as it was written', () => {
  const entities = entitiesOf(fullEdition)
  for (const {path, sizeBytes, sha256} of writtenFiles) {
    if (path.endsWith('.html')) expect(entities.has(path)).toBe(false)
    else
      expect(entities.get(path)).toMatchObject({
        '@type': 'File',
        contentSize: String(sizeBytes),
        sha256
      })
  }
  expect(entities.get('articles/')).toMatchObject({
    hasPart: [
      {'@id': 'articles/one/article.json'},
      {'@id': 'articles/one/article.tei.xml'}
    ]
  })
})

test('ro-crate-metadata.json says what is declared, and that no licence is where none is', () => {
  const full = entitiesOf(fullEdition)
  expect(full.get('./')).toMatchObject({
    license: {'@id': 'https://spdx.org/licenses/CC-BY-4.0'},
    identifier: {'@id': 'https://doi.org/10.5281/zenodo.1234567'},
    publisher: {'@id': 'https://example.org/'},
    datePublished: '2025-11-26'
  })
  expect(full.get('#collection-press')).toMatchObject({
    copyrightNotice: '© Press',
    license: {'@id': 'https://example.org/terms'}
  })
  expect(full.get('https://orcid.org/0000-0002-1825-0097')?.['@type']).toBe('Person')
  const bare = entitiesOf(bareEdition)
  expect(bare.get('./')).toMatchObject({license: {'@id': '#no-licence'}})
  for (const key of ['identifier', 'author', 'publisher', 'version', 'datePublished'])
    expect(bare.get('./')).not.toHaveProperty(key)
})
