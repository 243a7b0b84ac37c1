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

/** A column that refers to a table. */
interface Reference {
  readonly from: TableName
  readonly column: string
  /** Where the column stands in its table. */
  readonly at: number
  readonly to: TableName
}

const referencesOf = ({name, columnList}: TableEntry): Reference[] =>
  columnList.flatMap((column, at) => {
    const target = tableList.find((table) => table.name === column.references)
    return target ? [{from: name, column: column.name, at, to: target.name}] : []
  })

const references: ReadonlyMap<TableName, readonly Reference[]> = new Map(
  tableList.map((table) => [table.name, referencesOf(table)])
)

/** An index without rows. */
export function createKeyIndex(): KeyIndex {
  const keys = new Map<TableName, Set<string>>()
  /** Of each reference its values, each with the first line it stands on. */
  const referred = new Map<Reference, Map<string, number>>()
  const linesOf = (reference: Reference): Map<string, number> => {
    const lines = referred.get(reference) ?? new Map<string, number>()
    referred.set(reference, lines)
    return lines
  }

  return {
    add({name, key: column}, {cells, line}) {
      for (const reference of references.get(name) ?? []) {
        const value = cells[reference.at]
        if (!value) continue
        const lines = linesOf(reference)
        if (!lines.has(value)) lines.set(value, line)
      }
      const [key = ''] = cells
      const seen = keys.get(name) ?? new Set<string>()
      keys.set(name, seen)
      const isShared = seen.has(key)
      seen.add(key)
      const expected = 'a key that no other row has'
      return isShared ? {found: key, where: `column ${column}`, expected} : undefined
    },
    *dangling() {
      for (const reference of [...references.values()].flat()) {
        const {from, column, to} = reference
        const missing = firstMissing(referred.get(reference), keys.get(to))
        if (!missing) continue
        const [found, line] = missing
        const fault = {found, where: `column ${column}`, expected: `a key of ${to}`}
        yield {table: from, line, fault}
      }
    }
  }
}

function firstMissing(
  lines: ReadonlyMap<string, number> | undefined,
  keys: ReadonlySet<string> | undefined
): readonly [value: string, line: number] | undefined {
  for (const each of lines ?? []) if (!keys?.has(each[0])) return each
  return undefined
}
