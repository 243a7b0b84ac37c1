import {annotationTables} from './annotation-tables.ts'
import {articleTables} from './article-tables.ts'
import type {Column, RowWith, Table} from './column.ts'
import {dialogueTables} from './dialogue-tables.ts'
import {entityTables} from './entity-tables.ts'

/**
 * The one registry of the edition's tables, by name, in the order they are listed everywhere. Every
 * format and description of the data is made from it: change a column here and all of them follow.
 */
export const tables = {
  articles: articleTables.articles,
  sources: articleTables.sources,
  ...dialogueTables,
  paragraphs: articleTables.paragraphs,
  ...entityTables,
  ...annotationTables,
  messages: articleTables.messages
} as const satisfies Record<string, Table>

export type TableName = keyof typeof tables

/** A row of a table. */
export type RowOf<Name extends TableName> = RowWith<(typeof tables)[Name]['columns']>

/** Rows by table. */
export type Rows<Name extends TableName = TableName> = {
  readonly [Table in Name]: readonly RowOf<Table>[]
}

/** A table of the registry as programs go through it. */
export interface TableEntry extends Table {
  readonly name: TableName
  /** The column that names a row; the first. */
  readonly key: string
  readonly columnList: readonly (Column & {readonly name: string})[]
}

/** A table by name. */
export function tableOf(name: TableName): TableEntry {
  const table: Table = tables[name]
  const columnList = Object.entries(table.columns).map(([column, of]) => ({
    name: column,
    ...of
  }))
  return {name, key: columnList[0]?.name ?? '', columnList, ...table}
}

const isTableName = (name: string): name is TableName => Object.hasOwn(tables, name)

/** Every table, in the registry's order. */
export const tableList: readonly TableEntry[] = Object.keys(tables)
  .filter(isTableName)
  .map(tableOf)
