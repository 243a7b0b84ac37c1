/** A record of a CSV file. */
export interface CsvRecord {
  /** The line it starts on, from 1. */
  readonly line: number
  readonly cells: readonly string[]
  /** What stands where a cell cannot be read; nothing follows such a record. */
  readonly fault?: string
}

/**
 * Reads CSV as strictly as RFC 4180, with LF for its line ends: a quote within a cell is doubled, a
 * cell with a quote, comma or line end is quoted, the last record ends with a line end.
 */
export function* readCsv(text: string): Generator<CsvRecord, undefined> {
  const cell = /(?:"([^"]*(?:""[^"]*)*)"|([^",\n\r]*))([,\n])/y
  let line = 1
  let cells: string[] = []
  let recordLine = 1
  while (cell.lastIndex < text.length) {
    const start = cell.lastIndex
    const match = cell.exec(text)
    if (!match) {
      yield {line, cells, fault: text.slice(start, start + 20)}
      return undefined
    }
    const [whole, quoted, plain = '', delimiter] = match
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    line += countLineEnds(whole)
    if (delimiter === ',') continue
    yield {line: recordLine, cells}
    recordLine = line
    cells = []
  }
  if (cells.length > 0) yield {line: recordLine, cells, fault: ''}
  return undefined
}

function countLineEnds(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}
