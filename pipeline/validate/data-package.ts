import {packageDescription, type TableFault} from '../diagnostics/table-rules.ts'
import {type TableEntry, tableList} from '../tree/tables.ts'
import type {EditionFiles, EditionGate, WrittenDigest} from './edition-gate.ts'

const path = 'data/datapackage.json'

/**
 * Holds `data/datapackage.json` against the registry and the files: every table a resource with its
 * columns, size and digest. Reports `validate/data-package`.
 * @see https://datapackage.org/standard/data-resource/
 */
export const dataPackageGate: EditionGate = {
  name: 'data-package',
  check: checkDataPackage
}

function checkDataPackage({writer, report}: EditionFiles): void {
  const files = new Map(writer.written().map((file) => [file.path, file]))
  // An edition without tables has nothing to be described.
  if (![path, ...tableList.map(fileOf)].some((each) => files.has(each))) return
  const resources = files.has(path) ? resourcesOf(writer.read(path)) : []
  for (const table of tableList) {
    const resource = resources.find(({name}) => name === table.name)
    const file = files.get(fileOf(table))
    for (const fault of findFaults(table, resource, file)) {
      report(packageDescription, fault, {file: path})
    }
  }
}

const fileOf = ({name}: TableEntry): string => `data/${name}.csv`

type Properties = Readonly<Record<string, unknown>>

function* findFaults(
  table: TableEntry,
  resource: Properties | undefined,
  file: WrittenDigest | undefined
): Generator<TableFault> {
  const where = `the resource ${table.name}`
  const fields = listOf(recordOf(resource?.schema).fields)
  const claims = [
    [resource?.path, `${table.name}.csv`],
    [resource?.bytes, file?.sizeBytes],
    [resource?.hash, `sha256:${file?.sha256}`],
    [fields.map(({name}) => name).join(), table.columnList.map(({name}) => name).join()]
  ]
  for (const [claimed, actual] of claims) {
    if (claimed !== actual)
      yield {found: String(claimed), where, expected: `\`${actual}\``}
  }
}

const resourcesOf = (text: string): Properties[] =>
  listOf(recordOf(parse(text)).resources)

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Text that is no JSON has no resources, and each table is reported as missing.
    return null
  }
}

const isRecord = (value: unknown): value is Properties =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const recordOf = (value: unknown): Properties => (isRecord(value) ? value : {})
const listOf = (value: unknown): Properties[] =>
  Array.isArray(value) ? value.filter(isRecord) : []
