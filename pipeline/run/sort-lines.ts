import {closeSync, openSync, readSync} from 'node:fs'
import {StringDecoder} from 'node:string_decoder'
import type {LineCounts, OutputFile} from '../write/output.ts'
import {compareLines, sortLines} from '../write/quads.ts'
import {disk} from './disk.ts'

/** Sorts more lines than memory holds, each once. */
export interface LineSorter {
  /** @param lines each with its line end */
  add(lines: string, last: NonNullable<OutputFile['sortedWith']>): void
  /** All of them in order, those that the last hook makes of their counts among them; can be called once. */
  pieces(): Generator<string>
}

/** Characters that are held before they are sorted into a file; about four times as many bytes of memory. */
const heldCharacters = 32_000_000
const pieceCharacters = 262_144

/** @param scratch start of the names of its files, which are removed in the end */
export function createLineSorter(scratch: string): LineSorter {
  const runs: string[] = []
  let held = new Set<string>()
  let characters = 0
  let makeLast: NonNullable<OutputFile['sortedWith']> = () => []

  const spill = (): void => {
    const path = `${scratch}-${runs.length}`
    for (const piece of inPieces(sortLines(held))) disk.append(path, piece)
    runs.push(path)
    held = new Set()
    characters = 0
  }
  /** Opened anew for each pass. */
  const merged = (): Generator<string> =>
    runs.length === 0 ? eachOf(sortLines(held)) : merge(runs.map(readLines))
  return {
    add(lines, last) {
      makeLast = last
      for (
        let at = 0, end = lines.indexOf('\n');
        end >= 0;
        at = end + 1, end = lines.indexOf('\n', at)
      ) {
        const line = lines.slice(at, end + 1)
        if (held.has(line)) continue
        held.add(line)
        characters += line.length
      }
      if (characters > heldCharacters) spill()
    },
    *pieces() {
      if (runs.length > 0) spill()
      const more = sortLines(new Set(makeLast(countLines(merged()))))
      yield* inPieces(merge([merged(), eachOf(more)]))
      for (const run of runs) disk.remove(run)
    }
  }
}

function countLines(lines: Iterable<string>): LineCounts {
  const counts = {lines: 0, subjects: 0}
  let subject = ''
  for (const line of lines) {
    counts.lines++
    const own = line.slice(0, line.indexOf(' '))
    if (own !== subject) counts.subjects++
    subject = own
  }
  return counts
}

function* eachOf(lines: readonly string[]): Generator<string> {
  yield* lines
}

/** Sorted lines of several sources as one, each once. */
function* merge(sources: readonly Generator<string>[]): Generator<string> {
  const heads = sources.map((source) => ({source, line: source.next().value}))
  let before: string | undefined
  for (;;) {
    let first: (typeof heads)[number] | undefined
    for (const head of heads)
      if (
        head.line !== undefined &&
        (first?.line === undefined || compareLines(head.line, first.line) < 0)
      )
        first = head
    if (first?.line === undefined) return
    if (first.line !== before) yield first.line
    before = first.line
    first.line = first.source.next().value
  }
}

function* inPieces(lines: Iterable<string>): Generator<string> {
  let piece = ''
  for (const line of lines) {
    piece += line
    if (piece.length < pieceCharacters) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}

/** The lines of a file, each with its end. */
function* readLines(path: string): Generator<string> {
  const file = openSync(path, 'r')
  try {
    const decoder = new StringDecoder('utf8')
    const bytes = Buffer.alloc(1 << 16)
    let rest = ''
    for (let count = readSync(file, bytes); count > 0; count = readSync(file, bytes)) {
      const text = rest + decoder.write(bytes.subarray(0, count))
      let at = 0
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', at)) {
        yield text.slice(at, end + 1)
        at = end + 1
      }
      rest = text.slice(at)
    }
  } finally {
    closeSync(file)
  }
}
