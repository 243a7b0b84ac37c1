import {readFileSync} from 'node:fs'
import type {Description, WrittenFile} from '../../pipeline/package/description.ts'
import type {Edition} from '../../pipeline/source/types.ts'
import {bareEdition} from '../write/page.ts'

/** An edition that declares all there is to declare, in words that need escapes. */
export const fullEdition: Edition = {
  ...bareEdition,
  title: {ar: 'ورّاق <أ> & "ب"', en: 'The Copyist, vol. 2'},
  description: {ar: 'مقالات: حوارات # وبيانات', en: 'Articles: dialogues'},
  languages: ['ar-EG', 'en'],
  version: '1.0.0',
  license: 'CC-BY-4.0',
  doi: '10.5281/zenodo.1234567',
  creators: [
    {
      name: 'Nura Haddad',
      type: 'person',
      givenName: 'Nura',
      familyName: 'Haddad',
      orcid: '0000-0002-1825-0097'
    },
    {name: 'دار <الأرشيف> & شركاه', url: 'https://example.org/house'}
  ],
  publisher: {name: 'Archive House', url: 'https://example.org/'},
  date: '2025-11-26T08:51:00Z',
  collections: [
    {id: 'press', title: 'Press', rights: '© Press', license: 'https://example.org/terms'}
  ]
}

/** Files as the build has written them when descriptions are made. */
export const writtenFiles: readonly WrittenFile[] = [
  'articles/one/article.json',
  'articles/one/article.tei.xml',
  'articles/one/index.html',
  'data/csv-metadata.json',
  'data/edition.sqlite',
  'data/graph.nq',
  'data/turns.csv',
  'data/turns.parquet',
  'schemas/table-turns.schema.json'
].map((path, n) => ({path, sizeBytes: 1000 + n, sha256: String(n).repeat(64)}))

/** The files of a description by path. */
export const describeAs = (
  description: Description,
  edition: Edition
): Map<string, string> =>
  new Map(
    description
      .describe(writtenFiles, edition)
      .map(({path, bytes}) => [path, String(bytes)])
  )

/** The same of a description that is one JSON file. */
export const describeJson = (description: Description, edition: Edition) =>
  JSON.parse([...describeAs(description, edition).values()][0] ?? '')

/** A vocabulary of `tests/package/vocabulary/`. */
export const vocabulary = (name: string): string =>
  readFileSync(new URL(`./vocabulary/${name}`, import.meta.url), 'utf8')
