import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {messagesOf, reportTo} from '../../pipeline/diagnostics/report.ts'
import {dataPackage} from '../../pipeline/package/data-package.ts'
import {tableList} from '../../pipeline/tree/tables.ts'
import {dataPackageGate} from '../../pipeline/validate/data-package.ts'
import {writerOf} from '../write/gather.ts'
import {bareEdition, streamOf} from '../write/page.ts'

const tables = new Map(tableList.map(({name}) => [`data/${name}.csv`, name]))
const written = String(
  dataPackage.describe(writerOf(tables).written(), bareEdition)[0]?.bytes
)

async function findFaults(text: string | undefined): Promise<string[]> {
  const file = new VFile({path: 'dist'})
  const files = new Map<string, string>(tables)
  if (text !== undefined) files.set('data/datapackage.json', text)
  const report = reportTo(file)
  await dataPackageGate.check({writer: writerOf(files), results: streamOf([]), report})
  return messagesOf(file).map(({rule, message}) => `${rule}: ${message}`)
}

test('datapackage.json as it is written has no fault', async () => {
  expect(await findFaults(written)).toEqual([])
})

test.each([
  [
    'a size',
    '"bytes": 13,',
    '"bytes": 14,',
    'Unexpected `14` in the resource organisations, expected `13`'
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
])('%s that is not that of the table is reported', async (_name, from, to, expected) => {
  const faults = await findFaults(written.replace(from, to))
  expect(faults).toHaveLength(1)
  expect(faults[0]).toContain(`validate/data-package: ${expected}`)
})

test.each([['{'], [undefined]])('a description such as %s is reported', async (text) => {
  expect((await findFaults(text)).length).toBeGreaterThanOrEqual(tableList.length)
})
