import type {Column, ColumnType} from '../tree/column.ts'

/** What is expected of a cell that is not right; null for one that is. */
export function findCellFault(column: Column, cell: string): string | null {
  if (cell === '') return column.required ? 'a value' : null
  if (column.values && !column.values.includes(cell)) return column.values.join(', ')
  return column.type === 'string' || isOf[column.type](cell) ? null : names[column.type]
}

const day = /^\d{4}-\d\d-\d\d$/
const isDay = (text: string): boolean =>
  day.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text

const isOf: Readonly<Record<ColumnType, (cell: string) => boolean>> = {
  string: () => true,
  integer: (cell) => /^(0|[1-9]\d*)$/.test(cell),
  number: (cell) => /^-?(0|[1-9]\d*)(\.\d+)?(e[+-]\d+)?$/.test(cell),
  boolean: (cell) => cell === 'true' || cell === 'false',
  date: isDay,
  datetime_local: (cell) =>
    isDay(cell.slice(0, 10)) && /^T\d\d:\d\d:\d\d$/.test(cell.slice(10)),
  duration: (cell) => /^P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/.test(cell),
  uri: (cell) => URL.canParse(cell)
}

const names: Readonly<Record<ColumnType, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: '`true` or `false`',
  date: 'a day such as `2025-10-14`',
  datetime_local: 'a time such as `2025-10-14T10:51:00`',
  duration: 'a duration such as `PT1M20S`',
  uri: 'an absolute address'
}
