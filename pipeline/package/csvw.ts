import type {Edition} from '../source/types.ts'
import type {Column, ColumnType} from '../tree/column.ts'
import {type TableEntry, tableList} from '../tree/tables.ts'
import type {Description} from './description.ts'
import {type Json, type JsonObject, printJson} from './json.ts'
import {describeColumn} from './wording.ts'

/**
 * CSV on the Web: types, keys and references of the tables, beside them.
 * @see https://www.w3.org/TR/tabular-metadata/
 */
export const csvw: Description = {
  name: 'csvw',
  describe: (_files, edition) => [
    {path: 'data/csv-metadata.json', bytes: printJson(tableGroup(edition))}
  ]
}

const tableGroup = (edition: Edition): JsonObject => ({
  '@context': ['http://www.w3.org/ns/csvw', {'@language': 'en'}],
  '@type': 'TableGroup',
  ...texts('dc:title', edition.title),
  ...texts('dc:description', edition.description),
  ...(edition.license ? {'dc:license': edition.license} : {}),
  ...(edition.rights ? {'dc:rights': edition.rights} : {}),
  dialect: {
    encoding: 'utf-8',
    header: true,
    commentPrefix: null,
    lineTerminators: ['\n']
  },
  tables: tableList.map(describeTable)
})

const describeTable = (table: TableEntry): JsonObject => ({
  '@type': 'Table',
  url: `${table.name}.csv`,
  ...texts('dc:title', {...table.title}),
  ...texts('dc:description', {...table.description}),
  tableSchema: {
    '@type': 'Schema',
    columns: table.columnList.map(describe),
    primaryKey: table.key,
    ...foreignKeys(table)
  }
})

const describe = (column: Column & {readonly name: string}): JsonObject => ({
  '@type': 'Column',
  name: column.name,
  titles: column.name,
  ...texts('dc:description', {
    en: describeColumn(column, 'en'),
    ar: describeColumn(column, 'ar')
  }),
  datatype: column.values
    ? {base: 'string', format: `^(${column.values.join('|')})$`}
    : datatypes[column.type],
  required: column.required
})

const datatypes: Readonly<Record<ColumnType, Json>> = {
  string: 'string',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
  datetime_local: {base: 'datetime', format: 'yyyy-MM-ddTHH:mm:ss'},
  duration: 'duration',
  uri: 'anyURI'
}

/**
 * References of columns that always have a value: validators take an empty cell for one that
 * dangles. The Data Package has the others too.
 */
function foreignKeys({columnList}: TableEntry): JsonObject {
  const keys = columnList.flatMap(({name, references, required}) => {
    const target = tableList.find((table) => table.name === references)
    if (!target || !required) return []
    const reference = {resource: `${target.name}.csv`, columnReference: target.key}
    return {columnReference: name, reference}
  })
  return keys.length > 0 ? {foreignKeys: keys} : {}
}

/** A property in each language it is written in. */
function texts(property: string, words: Readonly<Record<string, string>>): JsonObject {
  const values = Object.entries(words).map(([language, text]) => ({
    '@value': text,
    ...(language === 'und' ? {} : {'@language': language})
  }))
  return values.length > 0 ? {[property]: values} : {}
}
