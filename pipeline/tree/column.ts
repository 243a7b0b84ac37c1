/** What a cell holds; how each format writes it is that format's own concern. */
export type ColumnType =
  | 'string'
  | 'integer'
  | 'number'
  | 'boolean'
  /** `2025-10-14` */
  | 'date'
  /** A day and time as a clock on the wall shows it; no zone. */
  | 'datetime_local'
  /** ISO 8601: `PT1M20S`. */
  | 'duration'
  | 'uri'

/** A sentence in the languages of the data dictionary. */
export interface Words {
  readonly en: string
  readonly ar: string
}

/** A column of a table. */
export interface Column {
  readonly type: ColumnType
  /** False where a row can do without: its cell is empty then. */
  readonly required: boolean
  readonly description: Words
  /** The table whose key stands in this column. */
  readonly references?: string
  readonly unit?: string
  /** Every value there can be. */
  readonly values?: readonly string[]
}

/** A table of the edition; its first column is its key. */
export interface Table {
  readonly title: Words
  readonly description: Words
  readonly columns: Readonly<Record<string, Column>>
}

/** A cell of a column; null stands for an empty one. */
export type Cell = string | number | boolean | null

type CellOf<Type extends ColumnType> = Type extends 'integer' | 'number'
  ? number
  : Type extends 'boolean'
    ? boolean
    : string

/** A row of a table with these columns. */
export type RowWith<Columns extends Readonly<Record<string, Column>>> = {
  readonly [Name in keyof Columns]: Columns[Name]['required'] extends true
    ? CellOf<Columns[Name]['type']>
    : CellOf<Columns[Name]['type']> | null
}

interface Traits extends Words {
  readonly references?: string
  readonly unit?: string
  readonly values?: readonly string[]
}

/** A column in which each row has a value. */
export const required = <const Type extends ColumnType>(type: Type, traits: Traits) => {
  const {en, ar, ...more} = traits
  return {type, required: true, description: {en, ar}, ...more} as const
}

/** A column in which a cell may be empty. */
export const optional = <const Type extends ColumnType>(type: Type, traits: Traits) => {
  const {en, ar, ...more} = traits
  return {type, required: false, description: {en, ar}, ...more} as const
}
