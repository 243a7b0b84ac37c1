import {closeSync, openSync, readSync} from 'node:fs'

/** Bytes of a file that are read to show what it looks like. */
const partLength = 65_536

/** Reads the beginning of a file of text, whatever its size; its last character may be cut. */
export function firstPart(path: string): string {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(partLength)
    return bytes.subarray(0, readSync(file, bytes)).toString('utf8')
  } finally {
    closeSync(file)
  }
}
