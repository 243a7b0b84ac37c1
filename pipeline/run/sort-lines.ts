import {closeSync, openSync, readSync} from 'node:fs'
import {StringDecoder} from 'node:string_decoder'
import {compareLines, sortLines} from '../write/quads.ts'
import {disk} from './disk.ts'

/** Sorts more lines than memory holds, each once. */
export interface LineSorter {
  /** @param lines each with its line end */
  add(lines: string): void
  /** All of them in order; can be called again, but no more can be added then. */
  lines(): Generator<string>
  /** Removes its files. */
  end(): void
}

/** Characters that are held before they are sorted into a file; about eight times as many bytes of memory. */
const heldCharacters = 8_000_000
/** Characters of lines that are written at a time. */
export const pieceCharacters = 262_144

/**
 * @param scratch start of the names of its files, which are removed in the end
 * @param most characters that are held
 */
export function createLineSorter(scratch: string, most = heldCharacters): LineSorter {
  const runs: string[] = []
  let held = new Set<string>()
  let characters = 0

  const spill = (): void => {
    const path = `${scratch}-${runs.length}`
    for (const piece of inPieces(sortLines(held))) disk.append(path, piece)
    runs.push(path)
    held = new Set()
    characters = 0
  }
  return {
    add(lines) {
      for (const line of linesOf(lines)) {
        if (held.has(line)) continue
        held.add(line)
        characters += line.length
      }
      if (characters > most) spill()
    },
    lines() {
      if (runs.length > 0 && held.size > 0) spill()
      return runs.length === 0
        ? eachOf(sortLines(held))
        : mergeLines(runs.map((run) => readLines(run)))
    },
    end() {
      for (const run of runs) disk.remove(run)
    }
  }
}

/** The lines of a text, each with its end. */
export function* linesOf(text: string): Generator<string> {
  let at = 0
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', at)) {
    yield text.slice(at, end + 1)
    at = end + 1
  }
}

function* eachOf(lines: readonly string[]): Generator<string> {
  yield* lines
}

/** The line that a source has next. */
interface Head {
  readonly source: Iterator<string>
  line: string
  /** Whether it has characters beyond U+FFFF, which UTF-16 orders otherwise. */
  isHigh: boolean
}

const isHigh = (line: string): boolean => /[\uD800-\uDFFF]/.test(line)

function standsFirst(one: Head, other: Head): boolean {
  if (one.isHigh || other.isHigh) return compareLines(one.line, other.line) < 0
  return one.line < other.line
}

/** Sorted lines of several sources as one, each once: the heads are a heap, whose first is the first line of all. */
export function* mergeLines(sources: readonly Iterator<string>[]): Generator<string> {
  const heap: Head[] = []
  for (const source of sources) {
    const {done, value} = source.next()
    if (!done) heap.push({source, line: value, isHigh: isHigh(value)})
  }
  for (let at = heap.length >> 1; at >= 0; at--) sink(heap, at)
  let before: string | undefined
  for (let head = heap[0]; head; head = heap[0]) {
    if (head.line !== before) yield head.line
    before = head.line
    const {done, value} = head.source.next()
    if (!done) Object.assign(head, {line: value, isHigh: isHigh(value)})
    else {
      const last = heap.pop()
      if (last && last !== head) heap[0] = last
    }
    sink(heap, 0)
  }
}

/** Lets a head go down until those below it stand behind it. */
function sink(heap: Head[], from: number): void {
  const head = heap[from]
  if (!head) return
  let at = from
  for (;;) {
    let below = 2 * at + 1
    const [one, other] = [heap[below], heap[below + 1]]
    if (one && other && standsFirst(other, one)) below++
    const first = heap[below]
    if (!first || !standsFirst(first, head)) break
    heap[at] = first
    at = below
  }
  heap[at] = head
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
export function* readLines(path: string): Generator<string> {
  const file = openSync(path, 'r')
  try {
    const decoder = new StringDecoder('utf8')
    const bytes = Buffer.alloc(1 << 16)
    let rest = ''
    for (let count = readSync(file, bytes); count > 0; count = readSync(file, bytes)) {
      const text = rest + decoder.write(bytes.subarray(0, count))
      yield* linesOf(text)
      rest = text.slice(text.lastIndexOf('\n') + 1)
    }
  } finally {
    closeSync(file)
  }
}
