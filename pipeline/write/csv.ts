import type {Cell} from '../tree/column.ts'
import {type TableEntry, type TableName, tableList, tableOf} from '../tree/tables.ts'
import type {Output, OutputFile} from './output.ts'
import {ownTurnRows} from './rows.ts'
import type {TableFormat, TableSink} from './table-format.ts'

/** How the lines of a table are written. */
interface Dialect {
  /** Below `dist/`, ends in a slash. */
  readonly folder: string
  readonly start: string
  readonly lineEnd: string
  /** What stands in a cell, before quotes. */
  print(cell: string | number | boolean): string
}

const plain: Dialect = {folder: 'data/', start: '', lineEnd: '\n', print: String}

/**
 * A first character that makes a spreadsheet take the cell for a formula, the full-width forms among them.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
const formulaStart = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/
const spreadsheet: Dialect = {
  folder: 'data/excel/',
  start: '\uFEFF',
  lineEnd: '\r\n',
  print: (cell) =>
    typeof cell === 'string' && formulaStart.test(cell) ? `'${cell}` : String(cell)
}

/**
 * Every table as `data/<table>.csv`: UTF-8 without byte order mark, LF, quotes only where they are
 * needed, a header always. An empty cell is null.
 * @see https://www.rfc-editor.org/rfc/rfc4180 but for its CR LF, which no reader needs
 */
export const csvTables: TableFormat = {name: 'csv', open: () => openCsv(plain)}

/**
 * The same as `data/excel/<table>.csv` for spreadsheets: with byte order mark, without which Excel
 * reads no Arabic, CR LF, and an apostrophe before text that it would take for a formula.
 */
export const excelTables: TableFormat = {name: 'excel', open: () => openCsv(spreadsheet)}

/** The turns of each article beside its page, as `csvTables` has them; ids stand alone. */
export const articleCsv: Output = {
  name: 'article-csv',
  article(article, edition) {
    const bytes = printTable('turns', ownTurnRows(article, edition))
    return [{path: `articles/${article.id}/article.csv`, bytes}]
  }
}

/** Rows of one table as a file of their own, as `csvTables` has them. */
export function printTable(name: TableName, rows: readonly Row[]): string {
  const table = tableOf(name)
  return printHeader(table, plain) + printRows(table, rows, plain)
}

/** Characters after which the lines of a table that wait are passed on. */
const pieceLength = 65_536

function openCsv(dialect: Dialect): TableSink {
  const waiting = new Map<string, string>(
    tableList.map((table) => [table.name, printHeader(table, dialect)])
  )
  const passOn = (atLeast: number): OutputFile[] => {
    const ready: OutputFile[] = []
    for (const [name, text] of waiting) {
      if (text.length < atLeast) continue
      ready.push({path: `${dialect.folder}${name}.csv`, bytes: text})
      waiting.set(name, '')
    }
    return ready
  }
  return {
    add(batch) {
      for (const table of tableList) {
        const rows = printRows(table, batch[table.name] ?? [], dialect)
        waiting.set(table.name, waiting.get(table.name) + rows)
      }
      return passOn(pieceLength)
    },
    endRun: () => ({between: [], files: passOn(1), kept: null}),
    takeRun: () => ({between: passOn(1), kept: null}),
    end: () => passOn(1)
  }
}

type Row = Readonly<Record<string, Cell>>

const printHeader = ({columnList}: TableEntry, {start, lineEnd}: Dialect): string =>
  start + columnList.map(({name}) => name).join(',') + lineEnd

function printRows(
  {columnList}: TableEntry,
  rows: readonly Row[],
  dialect: Dialect
): string {
  let text = ''
  for (const row of rows) {
    text += columnList.map(({name}) => printCell(row[name] ?? null, dialect)).join(',')
    text += dialect.lineEnd
  }
  return text
}

function printCell(cell: Cell, {print}: Dialect): string {
  if (cell === null) return ''
  const text = print(cell)
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
