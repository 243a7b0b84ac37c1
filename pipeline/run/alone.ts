import type {Report} from '../diagnostics/report.ts'
import type {Edition, Result} from '../source/types.ts'
import {tableGate} from '../validate/tables.ts'
import {corpusGate} from '../validate/tei.ts'
import {csvTables} from '../write/csv.ts'
import type {OutputFile} from '../write/output.ts'
import {gatherRows, type TablePart} from '../write/rows.ts'
import {tei} from '../write/tei.ts'

/** What an article adds to the files of the whole edition, as far as it is checked by itself. */
interface Added {
  readonly rows: TablePart
  readonly corpus: string | null
}

/**
 * Checks what an article adds to the tables and the corpus, as if it were the only one of the edition: its
 * keys begin with its slug, so that what holds for each alone holds for all.
 */
export async function checkAlone(
  result: Result,
  {rows, corpus}: Added,
  edition: Edition,
  report: Report
): Promise<void> {
  const files = new Map<string, string>()
  const put = ({path, bytes}: OutputFile): void => {
    files.set(path, (files.get(path) ?? '') + bytes)
  }
  const sink = csvTables.open(edition)
  for await (const batch of gatherRows(only({...result, part: rows}), edition))
    for (const file of sink.add(batch)) put(file)
  for (const file of sink.end()) put(file)
  for await (const file of tei.edition?.(only(corpus), edition) ?? []) put(file)
  const writer = {
    read: (path: string) => files.get(path) ?? '',
    written: () => [...files.keys()].map((path) => ({path, sizeBytes: 0, sha256: ''}))
  }
  for (const gate of [tableGate, corpusGate])
    await gate.check({writer, results: only(result), report})
}

const only = <Item>(item: Item): AsyncIterable<Item> => ({
  async *[Symbol.asyncIterator]() {
    yield item
  }
})
