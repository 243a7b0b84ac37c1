import type {SourceContainer} from '../tree/types.ts'

/** Bytes that need not all be in memory: those of a file, or some at hand. */
export interface ByteSource {
  readonly sizeBytes: number
  /** The bytes from `start` to before `end`; fewer where the source ends before. */
  take(start: number, end: number): Uint8Array
}

/** Bytes at hand, as a source. */
export const bytesAtHand = (bytes: Uint8Array): ByteSource => ({
  sizeBytes: bytes.length,
  take: (start, end) => bytes.subarray(start, end)
})

/** Bytes that are read at once from a large source. */
const pieceBytes = 1 << 18

/** Goes through a source in pieces. @param start first byte @param size bytes of a piece */
export function* piecesOf(
  source: ByteSource,
  start = 0,
  size = pieceBytes
): Generator<Uint8Array> {
  for (let at = start; at < source.sizeBytes; ) {
    const piece = source.take(at, at + size)
    if (piece.length === 0) return
    yield piece
    at += piece.length
  }
}

/** A source within another. */
export const sliceOf = (source: ByteSource, start: number, end: number): ByteSource => ({
  sizeBytes: Math.max(0, Math.min(end, source.sizeBytes) - start),
  take: (from, to) => source.take(start + from, Math.min(start + to, end))
})

/** One article of a file that holds several, such as a record of a web archive. */
export interface Member {
  /** Stays the same whatever else is in the file; ends the article's slug where there are several. */
  readonly key: string
  /** Place in the file, in bytes. */
  readonly offset: number
  readonly length: number
}

/** What is stated of bytes that were unpacked, and the file that they come from. */
export interface UnpackedFrom extends Omit<Unpacked, 'bytes'> {
  readonly container: SourceContainer
}

/** What was unpacked for an article, with what its container says of it. */
export interface Unpacked {
  readonly bytes: Uint8Array
  /** Ending of the reader for the bytes, such as `html`. */
  readonly ending: string
  /** Label of the encoding that the container states. */
  readonly encoding?: string
  /** Address that the container states the bytes were fetched from. */
  readonly url?: string
  /** When they were fetched, ISO 8601, as the container states it. */
  readonly retrieved?: string
  /** Identity of the record, as the container states it. */
  readonly id?: string
  /** What made text of bytes that are none, such as `mammoth 1.13.0`. */
  readonly conversion?: string
}
