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
  let line = 1
  for (let at = 0; at < text.length; ) {
    const record = readPlain(text, at, line) ?? readQuoted(text, at, line)
    yield record
    if (record.fault !== undefined) return undefined
    at = record.end
    line = record.nextLine
  }
  return undefined
}

/** A record, and where and on which line the next one starts. */
interface ReadRecord extends CsvRecord {
  readonly end: number
  readonly nextLine: number
}

/** A record without quotes is its line, cut at its commas; null where it is not. */
function readPlain(text: string, at: number, line: number): ReadRecord | null {
  const end = text.indexOf('\n', at)
  const written = end < 0 ? '"' : text.slice(at, end)
  if (written.includes('"') || written.includes('\r')) return null
  return {line, cells: written.split(','), end: end + 1, nextLine: line + 1}
}

const cell = /(?:"([^"]*(?:""[^"]*)*)"|([^",\n\r]*))([,\n])/y

function readQuoted(text: string, start: number, line: number): ReadRecord {
  const cells: string[] = []
  let nextLine = line
  let end = start
  for (;;) {
    cell.lastIndex = end
    const match = end < text.length ? cell.exec(text) : null
    if (!match) {
      const fault = text.slice(end, end + 20)
      return {line: fault === '' ? line : nextLine, cells, fault, end, nextLine}
    }
    const [whole, quoted, plain = '', delimiter] = match
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    end += whole.length
    nextLine += countLineEnds(whole)
    if (delimiter === '\n') return {line, cells, end, nextLine}
  }
}

function countLineEnds(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}
