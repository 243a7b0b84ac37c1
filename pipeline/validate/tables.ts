import type {Report} from '../diagnostics/report.ts'
import {type TableFault, tableKey, tableRow} from '../diagnostics/table-rules.ts'
import {type TableEntry, tableList} from '../tree/tables.ts'
import {readCsv} from './csv-reader.ts'
import type {EditionFiles, EditionGate} from './edition-gate.ts'
import {createRowCounts} from './row-counts.ts'
import {createKeyIndex, type KeyIndex} from './table-keys.ts'
import {findHeaderFault, findRowFaults} from './table-rows.ts'

/**
 * Reads every `data/<table>.csv` back and holds it against the registry and the trees: header,
 * types, required cells, keys, references, number of rows. Reports `validate/table-row` and
 * `validate/table-key`, the first of a kind in each column.
 */
export const tableGate: EditionGate = {name: 'tables', check: checkTables}

async function checkTables({writer, results, report}: EditionFiles): Promise<void> {
  const paths = new Set(writer.written().map(({path}) => path))
  const index = createKeyIndex()
  const expected = createRowCounts()
  for await (const result of results ?? []) expected.add(result)
  for (const table of tableList) {
    const path = pathOf(table.name)
    const text = paths.has(path) ? writer.read(path) : ''
    const rows = checkTable(table, text, {index, report})
    const count = expected.counts.get(table.name) ?? rows
    if (rows === count) continue
    const fault = {
      found: `${rows} rows`,
      where: 'the table',
      expected: `${count}, as in the trees`
    }
    report(tableRow, fault, {file: pathOf(table.name)})
  }
  for (const {table, line, fault} of index.dangling()) {
    report(tableKey, fault, placeOf(table, line))
  }
}

const pathOf = (table: string): string => `data/${table}.csv`

const placeOf = (table: string, line: number) => {
  const point = {line, column: 1, offset: 0}
  return {file: pathOf(table), position: {start: point, end: point}}
}

/** @returns the number of rows */
function checkTable(
  table: TableEntry,
  text: string,
  {index, report}: {index: KeyIndex; report: Report}
): number {
  const records = readCsv(text)
  const headerFault = findHeaderFault(table, records.next().value)
  if (headerFault) report(tableRow, headerFault, placeOf(table.name, 1))
  const reported = new Set<string>()
  const reportFirst = (rule: typeof tableRow, fault: TableFault, line: number): void => {
    if (!reported.has(rule.id + fault.where))
      report(rule, fault, placeOf(table.name, line))
    reported.add(rule.id + fault.where)
  }
  let rows = 0
  for (const record of records) {
    rows++
    for (const fault of findRowFaults(table, record))
      reportFirst(tableRow, fault, record.line)
    const fault = index.add(table, record)
    if (fault) reportFirst(tableKey, fault, record.line)
  }
  return rows
}
