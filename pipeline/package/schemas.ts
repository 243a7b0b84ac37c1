import article from '../../schemas/article.schema.json' with {type: 'json'}
import message from '../../schemas/message.schema.json' with {type: 'json'}
import {tableList} from '../tree/tables.ts'
import type {Description} from './description.ts'
import {printJson} from './json.ts'
import {tableSchema, tableSchemaName} from './table-schema.ts'

/** The schemas of what we publish: the tree, the messages of the report, a row of each table. */
export const schemas: Description = {
  name: 'schemas',
  describe: () => [
    {path: 'schemas/article.schema.json', bytes: printJson(article)},
    {path: 'schemas/message.schema.json', bytes: printJson(message)},
    ...tableList.map((table) => ({
      path: `schemas/${tableSchemaName(table.name)}`,
      bytes: printJson(tableSchema(table))
    }))
  ]
}
