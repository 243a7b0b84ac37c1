import type {Report} from '../diagnostics/report.ts'
import type {Edition, Result} from '../source/types.ts'
import {tableGate} from '../validate/tables.ts'
import {corpusGate} from '../validate/tei.ts'
import {csvTables} from '../write/csv.ts'
import type {OutputFile} from '../write/output.ts'
import {editionRows} from '../write/rows.ts'
import {tei} from '../write/tei.ts'

/**
 * Checks what an article adds to the tables and the corpus, as if it were the only one of the edition: its
 * keys begin with its slug, so that what holds for each alone holds for all.
 */
export async function checkAlone(
  result: Result,
  edition: Edition,
  report: Report
): Promise<void> {
  const results = only(result)
  const files = new Map<string, string>()
  const put = ({path, bytes}: OutputFile): void => {
    files.set(path, (files.get(path) ?? '') + bytes)
  }
  const sink = csvTables.open(edition)
  for await (const batch of editionRows(results, edition))
    for (const file of sink.add(batch)) put(file)
  for (const file of sink.end()) put(file)
  for await (const file of tei.edition?.(results, edition) ?? []) put(file)
  const writer = {
    read: (path: string) => files.get(path) ?? '',
    written: () => [...files.keys()].map((path) => ({path, sizeBytes: 0, sha256: ''}))
  }
  for (const gate of [tableGate, corpusGate]) await gate.check({writer, results, report})
}

const only = (result: Result): AsyncIterable<Result> => ({
  async *[Symbol.asyncIterator]() {
    yield result
  }
})
