import type {Report} from '../diagnostics/report.ts'
import type {Edition, Result} from '../source/types.ts'
import {tableGate} from '../validate/tables.ts'
import {corpusGate, standsAsInOwnFile} from '../validate/tei.ts'
import {csvTables} from '../write/csv.ts'
import type {OutputFile} from '../write/output.ts'
import {gatherRows, type TablePart} from '../write/rows.ts'
import {tei} from '../write/tei.ts'
import {shortDigest} from './digests.ts'

/** What an article adds to the files of the whole edition, as far as it is checked by itself. */
interface Added {
  readonly rows: TablePart
  readonly corpus: string | null
  /** The TEI file of the article; null where any fault was found in its files. */
  readonly tei: string | null
}

/** Digests of what stands before the articles of a corpus, its date aside, where it was read and found right. */
const readBefore = new Set<string>()

/** Each article dates what it is checked with by itself: any other day is as right there. */
const isoDay = /\d{4}-\d{2}-\d{2}/gu

/**
 * Checks what an article adds to the tables and the corpus, as if it were the only one of the edition: its
 * keys begin with its slug, so that what holds for each alone holds for all.
 */
export async function checkAlone(
  result: Result,
  {rows, corpus, tei: own}: Added,
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
  await tableGate.check({writer, results: only(result), report})
  const [opening = ''] = (files.get('data/corpus.tei.xml') ?? '').split(' <TEI ', 1)
  const before = shortDigest(opening.replace(isoDay, 'day'))
  const isRead = readBefore.has(before) && own !== null && corpus !== null
  if (isRead && standsAsInOwnFile(corpus, own, result.id)) return
  let isRight = true
  const watched: Report = (...fault) => {
    isRight = false
    report(...fault)
  }
  await corpusGate.check({writer, results: only(result), report: watched})
  if (isRight) readBefore.add(before)
}

const only = <Item>(item: Item): AsyncIterable<Item> => ({
  async *[Symbol.asyncIterator]() {
    yield item
  }
})
