import {Gunzip} from 'fflate'
import {archiveLimit, brokenArchive} from '../diagnostics/archive-rules.ts'
import type {Report} from '../diagnostics/report.ts'
import {type ByteSource, piecesOf} from '../source/byte-source.ts'
import {asCharacters, type MimePart, readHeaders} from './mime.ts'

/** A record of a web archive by its place, with the first bytes of it, unpacked. */
export interface RecordHead {
  readonly offset: number
  readonly length: number
  readonly headers: MimePart['headers']
  /** The first bytes of its block. */
  readonly block: Uint8Array
}

/** Bytes of a record that are looked at for its headers; those that one packed record may have, and how many times its size. */
const limits = {head: 65_536, member: 1 << 30, ratio: 250, freely: 8 << 20} as const

/** Packed bytes that are unpacked at once: at most a thousand times as many come of them. */
const packedPiece = 16_384

/**
 * Goes through the records of a WARC file, plain or packed record by record. Ends at the first damage,
 * with `read/broken-archive` or `read/archive-limit`.
 * @see https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/
 */
export const recordHeads = (
  source: ByteSource,
  report: Report
): Generator<RecordHead> => {
  const [first, second] = source.take(0, 2)
  return first === 0x1f && second === 0x8b
    ? packedHeads(source, report)
    : plainHeads(source, report)
}

/** The headers of a record and where its block begins; null where none begins here. */
export function readRecordHead(bytes: Uint8Array): MimePart | null {
  const text = asCharacters(bytes.subarray(0, limits.head))
  const line = /^\s*WARC\/\d\.\d\r?\n/u.exec(text)
  if (!line) return null
  const head = readHeaders(text, line[0].length, text.length)
  return Number.isSafeInteger(blockLength(head)) ? head : null
}

const blockLength = ({headers}: MimePart): number => {
  const value = headers.get('content-length') ?? ''
  return /^\d+$/u.test(value) ? Number(value) : Number.NaN
}

const expectedRecord = 'a record that begins with `WARC/1.1` and has a `Content-Length`'

function* plainHeads(source: ByteSource, report: Report): Generator<RecordHead> {
  let offset = 0
  while (offset < source.sizeBytes) {
    const bytes = source.take(offset, offset + limits.head)
    if (/^\s*$/u.test(asCharacters(bytes.subarray(0, 16))) && bytes.length < 16) return
    const head = readRecordHead(bytes)
    if (!head) {
      report(brokenArchive, {found: 'bytes', offset, expected: expectedRecord})
      return
    }
    const length = head.start + blockLength(head)
    if (offset + length > source.sizeBytes) {
      const expected = `the rest of a record of ${length} bytes`
      report(brokenArchive, {
        found: 'end of the file',
        offset: source.sizeBytes,
        expected
      })
      return
    }
    yield {
      offset,
      length,
      headers: head.headers,
      block: bytes.subarray(head.start, length)
    }
    offset += length
  }
}

/** One gzip member: where it begins, its first bytes, and how many it has unpacked. */
interface Member {
  readonly offset: number
  /** Packed bytes up to the next; 0 while it is open. */
  length: number
  head: Uint8Array
  size: number
}

function* packedHeads(source: ByteSource, report: Report): Generator<RecordHead> {
  for (const {offset, length, head: bytes, size} of members(source, report)) {
    const head = readRecordHead(bytes)
    if (!head) {
      report(brokenArchive, {found: 'bytes', offset, expected: expectedRecord})
      return
    }
    const end = head.start + blockLength(head)
    if (size > end + 16) {
      const found = 'several records packed as one'
      report(brokenArchive, {found, offset, expected: 'one gzip member a record'})
      return
    }
    if (size < end) {
      const expected = `${end} bytes of a record`
      report(brokenArchive, {found: `${size} bytes`, offset, expected})
      continue
    }
    yield {offset, length, headers: head.headers, block: bytes.subarray(head.start)}
  }
}

function* members(source: ByteSource, report: Report): Generator<Member> {
  let open: Member = {offset: 0, length: 0, head: new Uint8Array(), size: 0}
  const closed: Member[] = []
  const unpacker = new Gunzip((data) => {
    open.size += data.length
    if (open.head.length < limits.head) open.head = extended(open.head, data)
  })
  const close = (next: number): void => {
    open.length = next - open.offset
    closed.push(open)
    open = {offset: next, length: 0, head: new Uint8Array(), size: 0}
  }
  unpacker.onmember = close
  let read = 0
  for (const piece of piecesOf(source, 0, packedPiece)) {
    const problem = push(unpacker, piece, false)
    read += piece.length
    yield* closed.splice(0)
    if (problem) {
      const offset = open.offset
      report(brokenArchive, {found: problem, offset, expected: 'a gzip member'})
      return
    }
    const packed = read - open.offset
    const isBomb = open.size > limits.freely && open.size > packed * limits.ratio
    if (isBomb || open.size > limits.member) {
      const limit = `${limits.ratio} times its size and ${limits.member} bytes`
      report(archiveLimit, {found: `${open.size} bytes of ${packed} packed ones`, limit})
      return
    }
  }
  const problem = push(unpacker, new Uint8Array(), true)
  if (problem) {
    const expected = `the rest of the record that begins at byte ${open.offset}`
    report(brokenArchive, {found: 'end of the file', offset: read, expected})
    return
  }
  close(read)
  yield* closed
}

/** @returns what is wrong with the packed bytes, if anything is */
function push(unpacker: Gunzip, piece: Uint8Array, isLast: boolean): string | null {
  try {
    unpacker.push(piece, isLast)
    return null
  } catch (error) {
    if (error instanceof Error && 'code' in error) return `damage (${error.message})`
    throw error
  }
}

function extended(head: Uint8Array, data: Uint8Array): Uint8Array {
  const more = data.subarray(0, limits.head - head.length)
  const all = new Uint8Array(head.length + more.length)
  all.set(head)
  all.set(more, head.length)
  return all
}
