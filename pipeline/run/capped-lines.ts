/** A line, or why it is none that can be read. */
export type CappedLine =
  | {readonly text: string}
  | {readonly start: string; readonly problem: string}

/** Bytes of a line beyond its limit that are kept: a record names itself at its beginning. */
const keptBytes = 1024

/**
 * Parts bytes into lines at line feeds, and nothing else, as NDJSON has it: a line separator may stand in a
 * string of JSON. What is beyond the limit of a line is never held in memory.
 * @param mostBytes of a line
 * @see https://github.com/ndjson/ndjson-spec
 */
export async function* cappedLines(
  input: AsyncIterable<string | Uint8Array>,
  mostBytes: number
): AsyncGenerator<CappedLine> {
  let held: Buffer[] = []
  let length = 0
  const add = (bytes: Buffer): void => {
    if (length <= mostBytes && bytes.length > 0) held.push(bytes)
    length += bytes.length
  }
  const take = (): CappedLine => {
    const line = lineOf(Buffer.concat(held), length, mostBytes)
    held = []
    length = 0
    return line
  }
  for await (const piece of input) {
    const bytes = Buffer.from(piece)
    let at = 0
    for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, at)) {
      add(bytes.subarray(at, end))
      yield take()
      at = end + 1
    }
    add(bytes.subarray(at))
  }
  if (length > 0) yield take()
}

function lineOf(held: Buffer, length: number, mostBytes: number): CappedLine {
  const start = held.subarray(0, keptBytes).toString('latin1')
  if (length > mostBytes)
    return {start, problem: `a line of ${length} bytes, where ${mostBytes} are allowed`}
  try {
    const text = new TextDecoder('utf-8', {fatal: true}).decode(held)
    return {text: text.endsWith('\r') ? text.slice(0, -1) : text}
  } catch {
    // A TypeError. A character that stands for what cannot be read would be one that nobody wrote.
    return {start, problem: 'a byte of it is not UTF-8'}
  }
}
