import type {TableFault} from '../diagnostics/table-rules.ts'
import {type TableEntry, type TableName, tableList} from '../tree/tables.ts'
import type {CsvRecord} from './csv-reader.ts'

/** The keys of the tables and the references to them; holds every key of the edition. */
export interface KeyIndex {
  /** Takes a row in. @returns what is wrong with its key */
  add(table: TableEntry, record: CsvRecord): TableFault | undefined
  /** The first reference of each column that has no row, once every table is in. */
  dangling(): Generator<DanglingReference>
}

/** A reference without its row. */
export interface DanglingReference {
  readonly table: TableName
  readonly line: number
  readonly fault: TableFault
}

/** The values of a column that refers to a table, each with the first line it stands on. */
interface References {
  readonly from: TableName
  readonly column: string
  readonly to: TableName
  readonly lines: Map<string, number>
}

/** An index without rows. */
export function createKeyIndex(): KeyIndex {
  const keys = new Map(tableList.map(({name}) => [name, new Set<string>()]))
  const references = new Map<TableName, (References | undefined)[]>(
    tableList.map((table) => [table.name, referencesOf(table)])
  )

  return {
    add({name, key: column}, {cells, line}) {
      for (const [index, reference] of (references.get(name) ?? []).entries()) {
        const value = cells[index]
        if (reference && value && !reference.lines.has(value))
          reference.lines.set(value, line)
      }
      const [key = ''] = cells
      const seen = keys.get(name)
      const isShared = seen?.has(key)
      seen?.add(key)
      const expected = 'a key that no other row has'
      return isShared ? {found: key, where: `column ${column}`, expected} : undefined
    },
    *dangling() {
      for (const {from, column, to, lines} of [...references.values()]
        .flat()
        .filter(isReference)) {
        const missing = [...lines].find(([value]) => !keys.get(to)?.has(value))
        if (!missing) continue
        const [found, line] = missing
        const fault = {found, where: `column ${column}`, expected: `a key of ${to}`}
        yield {table: from, line, fault}
      }
    }
  }
}

/** By column; undefined where a column refers to nothing. */
const referencesOf = ({name, columnList}: TableEntry): (References | undefined)[] =>
  columnList.map((column) => {
    const target = tableList.find((table) => table.name === column.references)
    return target && {from: name, column: column.name, to: target.name, lines: new Map()}
  })

const isReference = (reference: References | undefined): reference is References =>
  reference !== undefined
