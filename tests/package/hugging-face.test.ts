import {expect, test} from 'vitest'
import {parse} from 'yaml'
import {huggingFace} from '../../pipeline/package/hugging-face.ts'
import type {Edition} from '../../pipeline/source/types.ts'
import {tableOf} from '../../pipeline/tree/tables.ts'
import {bareEdition} from '../write/page.ts'

const headerLength = (name: 'turns' | 'people'): number =>
  tableOf(name)
    .columnList.map((column) => column.name)
    .join(',').length + 1

const file = (name: string, sizeBytes: number) => ({
  path: `data/${name}.csv`,
  sizeBytes,
  sha256: 'a'.repeat(64)
})

function frontMatter(edition: Edition) {
  const files = [
    file('turns', headerLength('turns') + 1),
    file('people', headerLength('people'))
  ]
  const text = String(huggingFace.describe(files, edition)[0]?.bytes)
  return parse(text.split('---\n')[1] ?? '')
}

test('README.md has a configuration a table with rows, the turns first', () => {
  expect(frontMatter(bareEdition).configs).toEqual([
    {config_name: 'turns', data_files: 'turns.parquet', default: true}
  ])
})

test('README.md says what the edition declares, as the hub spells it', () => {
  const edition = {
    ...bareEdition,
    title: {ar: 'ورّاق: «أ»', en: 'Copyist'},
    languages: ['ar-EG', 'ar', 'en'],
    license: 'CC-BY-4.0'
  }
  expect(frontMatter(edition)).toMatchObject({
    pretty_name: 'ورّاق: «أ»',
    language: ['ar', 'en'],
    license: 'cc-by-4.0'
  })
  const own = {...edition, license: 'https://example.org/terms'}
  expect(frontMatter(own)).toMatchObject({
    license: 'other',
    license_link: 'https://example.org/terms'
  })
})

test('README.md makes nothing up', () => {
  expect(Object.keys(frontMatter(bareEdition))).toEqual(['pretty_name', 'configs'])
})
