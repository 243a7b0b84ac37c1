import type {Column, ColumnType} from '../tree/column.ts'
import {type TableEntry, tableList} from '../tree/tables.ts'
import type {JsonObject} from './json.ts'
import {describeColumn} from './wording.ts'

/** Where a table's schema lies below the folder of schemas. */
export const tableSchemaName = (table: string): string => `table-${table}.schema.json`

/** JSON Schema of a row of a table: an object with a key a column, null where the cell is empty. */
export const tableSchema = (table: TableEntry): JsonObject => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `https://warraq.example/schemas/${tableSchemaName(table.name)}`,
  title: table.title.en,
  description: table.description.en,
  $comment: `Key: ${table.key}`,
  type: 'object',
  required: table.columnList.map(({name}) => name),
  additionalProperties: false,
  properties: Object.fromEntries(
    table.columnList.map((column) => [column.name, property(column)])
  )
})

function property(column: Column): JsonObject {
  const {type, ...more} = types[column.type]
  const target = tableList.find(({name}) => name === column.references)
  return {
    type: column.required ? type : [type, 'null'],
    ...more,
    ...(column.values
      ? {enum: column.required ? column.values : [...column.values, null]}
      : {}),
    description: describeColumn(column, 'en'),
    ...(target ? {$comment: `References ${target.name}.${target.key}`} : {})
  }
}

type JsonType = JsonObject & {readonly type: string}
const types: Readonly<Record<ColumnType, JsonType>> = {
  string: {type: 'string', minLength: 1},
  integer: {type: 'integer', minimum: 0},
  number: {type: 'number'},
  boolean: {type: 'boolean'},
  date: {type: 'string', format: 'date'},
  datetime_local: {
    type: 'string',
    pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d$'
  },
  duration: {type: 'string', format: 'duration'},
  uri: {type: 'string', format: 'uri'}
}
