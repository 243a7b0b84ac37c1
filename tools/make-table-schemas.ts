/** Writes `schemas/table-<name>.schema.json` from the registry of tables: `make types`. */
import {writeFile} from 'node:fs/promises'
import {printJson} from '../pipeline/package/json.ts'
import {tableSchema, tableSchemaName} from '../pipeline/package/table-schema.ts'
import {tableList} from '../pipeline/tree/tables.ts'

for (const table of tableList) {
  const target = new URL(`../schemas/${tableSchemaName(table.name)}`, import.meta.url)
  await writeFile(target, printJson(tableSchema(table)))
}
