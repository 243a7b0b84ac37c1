import type {Edition, Result} from '../source/types.ts'
import type {Cell} from '../tree/column.ts'
import {type TableEntry, tableList, tableOf} from '../tree/tables.ts'
import type {Output, OutputFile} from './output.ts'
import {editionRows, ownTurnRows} from './rows.ts'

/**
 * Every table as `data/<table>.csv`, and the turns of each article beside its page: UTF-8 without
 * byte order mark, LF, quotes only where they are needed, a header always. An empty cell is null.
 * @see https://www.rfc-editor.org/rfc/rfc4180 but for its CR LF, which no reader needs
 */
export const csv: Output = {
  name: 'csv',
  article(article, edition) {
    const table = tableOf('turns')
    const lines = ownTurnRows(article, edition).map((row) => csvRow(table, row))
    return [
      {
        path: `articles/${article.id}/article.csv`,
        bytes: csvHeader(table) + lines.join('')
      }
    ]
  },
  edition: writeTables
}

/** Where a table lies below `dist/`. */
const csvPath = (table: string): string => `data/${table}.csv`

/** Characters after which the lines of a table that wait are passed on. */
const pieceLength = 65_536

async function* writeTables(
  results: AsyncIterable<Result>,
  edition: Edition
): AsyncGenerator<OutputFile> {
  const waiting = new Map<string, string>(
    tableList.map((table) => [table.name, csvHeader(table)])
  )
  for await (const batch of editionRows(results, edition)) {
    for (const table of tableList) {
      const rows = printRows(table, batch[table.name] ?? [])
      waiting.set(table.name, waiting.get(table.name) + rows)
    }
    yield* passOn(waiting, pieceLength)
  }
  yield* passOn(waiting, 1)
}

function* passOn(waiting: Map<string, string>, atLeast: number): Generator<OutputFile> {
  for (const [name, text] of waiting) {
    if (text.length < atLeast) continue
    yield {path: csvPath(name), bytes: text}
    waiting.set(name, '')
  }
}

type Row = Readonly<Record<string, Cell>>

const csvHeader = ({columnList}: TableEntry): string =>
  `${columnList.map(({name}) => name).join(',')}\n`

function printRows(table: TableEntry, rows: readonly Row[]): string {
  let text = ''
  for (const row of rows) text += csvRow(table, row)
  return text
}

const csvRow = ({columnList}: TableEntry, row: Row): string =>
  `${columnList.map(({name}) => csvCell(row[name] ?? null)).join(',')}\n`

function csvCell(cell: Cell): string {
  if (cell === null) return ''
  const text = String(cell)
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
