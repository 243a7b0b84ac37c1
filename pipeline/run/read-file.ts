import {closeSync, openSync, readSync} from 'node:fs'
import {sourceAt} from '../source/files.ts'

/** One for all files: to make a megabyte for each takes longer than to read most of them. */
const piece = Buffer.allocUnsafeSlow(1 << 20)

/** Reads a file in pieces, whatever its size. @param take gets each of them, to be used before it returns */
export function readPieces(file: string, take: (bytes: Uint8Array) => void): void {
  const handle = openSync(file, 'r')
  try {
    for (let count = readSync(handle, piece); count > 0; count = readSync(handle, piece))
      take(piece.subarray(0, count))
  } finally {
    closeSync(handle)
  }
}

/** So many bytes of a file from an offset on; fewer, where it ends before them. */
export function bytesAt(file: string, start: number, length: number): Buffer {
  const bytes = sourceAt(file).take(start, start + length)
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
}
