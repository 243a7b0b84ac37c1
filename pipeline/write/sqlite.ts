import type {Cell, ColumnType} from '../tree/column.ts'
import {type TableEntry, tableList} from '../tree/tables.ts'

/** Where the database lies below `dist/`. */
export const databasePath = 'data/edition.sqlite'

/**
 * The tables with their keys, references and permitted values. References hold once every row is
 * there, so they are not enforced while rows come in.
 * @see https://www.sqlite.org/lang_createtable.html
 */
export const createTables = (): string[] =>
  tableList.map(
    (table) =>
      `CREATE TABLE ${table.name} (\n${table.columnList.map((column) => `  ${defineColumn(table, column)}`).join(',\n')}\n)`
  )

const sqlTypes: Readonly<Record<ColumnType, string>> = {
  string: 'TEXT',
  integer: 'INTEGER',
  number: 'REAL',
  boolean: 'INTEGER',
  date: 'TEXT',
  datetime_local: 'TEXT',
  duration: 'TEXT',
  uri: 'TEXT'
}

type NamedColumn = TableEntry['columnList'][number]

function defineColumn(table: TableEntry, column: NamedColumn): string {
  const {name, type, required, references, values} = column
  const target = tableList.find((other) => other.name === references)
  const permitted = type === 'boolean' ? ['0', '1'] : values?.map((value) => `'${value}'`)
  return [
    name,
    sqlTypes[type],
    ...(name === table.key ? ['PRIMARY KEY'] : []),
    ...(required ? ['NOT NULL'] : []),
    ...(target ? [`REFERENCES ${target.name} (${target.key})`] : []),
    ...(permitted ? [`CHECK (${name} IN (${permitted.join(', ')}))`] : [])
  ].join(' ')
}

/** Tables with a search form of their text. */
export const searchable: readonly TableEntry[] = tableList.filter(({columnList}) =>
  columnList.some(({name}) => name === 'text_norm')
)

/**
 * What is made when the rows are there: an index a column that holds another table's key, and full-text
 * search over the text as printed and its search form. `unicode61` folds no Arabic: a word is found in
 * any spelling by its search form. Its text is not stored twice; the content tables are named in
 * double quotes because Datasette looks for them so.
 * @see https://www.sqlite.org/fts5.html#external_content_tables
 */
export const createIndexes = (): string[] => [
  ...tableList.flatMap(({name: table, key, columnList}) =>
    columnList
      .filter(
        ({name, references}) => references ?? (name !== key && name.endsWith('_id'))
      )
      .map(({name}) => `CREATE INDEX ${table}_${name} ON ${table} (${name})`)
  ),
  ...searchable.flatMap(({name}) => [
    `CREATE VIRTUAL TABLE ${name}_fts USING fts5(text, text_norm, content="${name}", tokenize="unicode61 remove_diacritics 0")`,
    `INSERT INTO ${name}_fts (${name}_fts) VALUES ('rebuild')`
  ])
]

/** A statement that inserts so many rows; their cells are bound one after the other. */
export function insertRows({name, columnList}: TableEntry, count: number): string {
  const row = `(${columnList.map(() => '?').join(', ')})`
  return `INSERT INTO ${name} VALUES ${Array.from({length: count}, () => row).join(', ')}`
}

/** A statement that copies rows out of the attached database `before`; the numbers of the first and the last are bound. */
export const copyRows = ({name}: TableEntry): string =>
  `INSERT INTO main.${name} SELECT * FROM before.${name} WHERE rowid BETWEEN ? AND ? ORDER BY rowid`

/** The cells of a row in the order of the columns. */
export const bindRow = (
  {columnList}: TableEntry,
  row: Readonly<Record<string, Cell>>
): Cell[] => columnList.map(({name}) => row[name] ?? null)
