import type {TableFault} from '../diagnostics/table-rules.ts'
import type {TableEntry} from '../tree/tables.ts'
import {findCellFault} from './cell.ts'
import type {CsvRecord} from './csv-reader.ts'

/** What is wrong with a header: it is the columns of the registry in their order. */
export function findHeaderFault(
  {columnList}: TableEntry,
  header: CsvRecord | undefined
): TableFault | undefined {
  const expected = columnList.map(({name}) => name).join(',')
  const found = header?.fault ?? header?.cells.join(',') ?? ''
  return found === expected ? undefined : {found, where: 'the header', expected}
}

/** What is wrong with a record: its number of cells, else each cell that is not of its column's type. */
export function findRowFaults(
  {columnList}: TableEntry,
  {cells, fault}: CsvRecord
): readonly TableFault[] {
  if (fault !== undefined || cells.length !== columnList.length) {
    const expected = `a record of ${columnList.length} cells`
    return [{found: fault ?? cells.join(','), where: 'a row', expected}]
  }
  let faults = none
  let index = 0
  for (const column of columnList) {
    const found = cells[index++] ?? ''
    const expected = findCellFault(column, found)
    if (expected) faults = [...faults, {found, where: `column ${column.name}`, expected}]
  }
  return faults
}

/** Of nearly every record. */
const none: readonly TableFault[] = []
