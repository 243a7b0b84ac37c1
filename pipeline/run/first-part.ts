import {closeSync, openSync, readSync} from 'node:fs'
import {join} from 'node:path'

/** Bytes of a file that are read to show what it looks like. */
const partLength = 65_536

/** Reads the beginning of a file of text below a folder, whatever its size; its last character may be cut. */
export const beginningsIn =
  (folder: string) =>
  (path: string): string =>
    firstPart(join(folder, path))

function firstPart(path: string): string {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(partLength)
    return bytes.subarray(0, readSync(file, bytes)).toString('utf8')
  } finally {
    closeSync(file)
  }
}
