import {readFileSync} from 'node:fs'
import {Ajv2020} from 'ajv/dist/2020.js'
import {expect, test} from 'vitest'
import {printJson} from '../../pipeline/package/json.ts'
import {tableSchema, tableSchemaName} from '../../pipeline/package/table-schema.ts'
import {tableList} from '../../pipeline/tree/tables.ts'
import {gatherRows} from '../write/gather.ts'
import {printNastyArticle} from '../write/nasty-article.ts'
import {bareEdition, resultOf} from '../write/page.ts'

test.each(tableList)(
  'schemas/ has the schema of $name as the registry makes it',
  (table) => {
    const file = new URL(`../../schemas/${tableSchemaName(table.name)}`, import.meta.url)
    expect(readFileSync(file, 'utf8')).toBe(printJson(tableSchema(table)))
  }
)

test('rows are valid against the schema of their table, and a fault is seen', async () => {
  const rows = await gatherRows(
    [resultOf(printNastyArticle('nasty').article)],
    bareEdition
  )
  for (const table of tableList) {
    const ajv = new Ajv2020({strict: true, allowUnionTypes: true, validateFormats: false})
    const validate = ajv.compile(tableSchema(table))
    for (const row of rows[table.name]) {
      expect(validate(row), `${table.name} ${JSON.stringify(validate.errors)}`).toBe(true)
      expect(validate({...row, [table.key]: null})).toBe(false)
      expect(validate({...row, another: 1})).toBe(false)
    }
  }
})
