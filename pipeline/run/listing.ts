import {createHash} from 'node:crypto'
import {closeSync, openSync, readdirSync, readSync} from 'node:fs'
import {join, relative, sep} from 'node:path'
import type {BaggedFile} from '../package/bag.ts'
import {inOrder} from '../source/files.ts'

/** Every file below a folder, with forward slashes, in code-point order. */
export const listFiles = (folder: string): string[] =>
  readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .map((path) => path.split(sep).join('/'))
    .sort(inOrder)

/** Size and digests of a file, read in pieces. @param path what it is called in the answer */
export function digestFile(file: string, path: string): BaggedFile {
  const digests = createDigests()
  const piece = new Uint8Array(1 << 20)
  const handle = openSync(file, 'r')
  try {
    for (let count = readSync(handle, piece); count > 0; count = readSync(handle, piece))
      digests.add(piece.subarray(0, count))
  } finally {
    closeSync(handle)
  }
  return {path, ...digests.end()}
}

/** The same of bytes at hand. */
export function digestBytes(bytes: Uint8Array, path: string): BaggedFile {
  const digests = createDigests()
  digests.add(bytes)
  return {path, ...digests.end()}
}

function createDigests() {
  const [sha256, sha512] = [createHash('sha256'), createHash('sha512')]
  let sizeBytes = 0
  return {
    add(bytes: Uint8Array): void {
      sha256.update(bytes)
      sha512.update(bytes)
      sizeBytes += bytes.length
    },
    end: () => ({sizeBytes, sha256: sha256.digest('hex'), sha512: sha512.digest('hex')})
  }
}
