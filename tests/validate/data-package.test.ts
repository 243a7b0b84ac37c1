import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {messagesOf, reportTo} from '../../pipeline/diagnostics/report.ts'
import {dataPackage} from '../../pipeline/package/data-package.ts'
import {tableList} from '../../pipeline/tree/tables.ts'
import {checkDataPackage} from '../../pipeline/validate/data-package.ts'
import {bareEdition} from '../write/page.ts'

const files = tableList.map(({name}, index) => ({
  path: `data/${name}.csv`,
  sizeBytes: index,
  sha256: 'a'.repeat(64)
}))
const written = String(dataPackage.describe(files, bareEdition)[0]?.bytes)

function findFaults(text: string): string[] {
  const file = new VFile({path: 'dist'})
  checkDataPackage({
    text,
    digestOf: (path) => files.find((each) => each.path === path),
    report: reportTo(file)
  })
  return messagesOf(file).map(({rule, message}) => `${rule}: ${message}`)
}

test('datapackage.json as it is written has no fault', () => {
  expect(findFaults(written)).toEqual([])
})

test.each([
  [
    'a size',
    '"bytes": 4,',
    '"bytes": 5,',
    'Unexpected `5` in the resource turns, expected `4`'
  ],
  [
    'a path',
    '"path": "names.csv"',
    '"path": "name.csv"',
    'Unexpected `name.csv` in the resource names, expected `names.csv`'
  ],
  [
    'a field',
    '"name": "name_latin"',
    '"name": "latin"',
    'Unexpected `person_id,name,name_lang,latin,'
  ]
])('%s that is not that of the table is reported', (_name, from, to, expected) => {
  const faults = findFaults(written.replace(from, to))
  expect(faults).toHaveLength(1)
  expect(faults[0]).toContain(`validate/data-package: ${expected}`)
})

test('a description that cannot be read is reported', () => {
  expect(findFaults('{').length).toBeGreaterThanOrEqual(tableList.length)
})
