import {createHash} from 'node:crypto'
import {readdirSync} from 'node:fs'
import {join, relative, sep} from 'node:path'
import type {BaggedFile} from '../package/bag.ts'
import {inOrder} from '../source/files.ts'
import {readPieces} from './read-file.ts'

/** Every file below a folder, with forward slashes, in code-point order. */
export const listFiles = (folder: string): string[] =>
  readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .map((path) => path.split(sep).join('/'))
    .sort(inOrder)

/** The same one by one: of a million files, those of one folder are held. @param prefix what stands before their names */
export function* eachFile(folder: string, prefix = ''): Generator<string> {
  const entries = readdirSync(folder, {withFileTypes: true}).map((entry) => {
    const isFolder = entry.isDirectory()
    return {entry, isFolder, path: `${prefix}${entry.name}${isFolder ? '/' : ''}`}
  })
  for (const {entry, isFolder, path} of entries.sort((a, b) => inOrder(a.path, b.path)))
    if (isFolder) yield* eachFile(join(folder, entry.name), path)
    else if (entry.isFile()) yield path
}

/** Size and digests of a file, read in pieces. @param path what it is called in the answer */
export function digestFile(file: string, path: string): BaggedFile {
  const digests = createDigests()
  readPieces(file, digests.add)
  return {path, ...digests.end()}
}

/** SHA-256 of a file, in hexadecimal. */
export function sha256OfFile(file: string): string {
  const hash = createHash('sha256')
  readPieces(file, (bytes) => void hash.update(bytes))
  return hash.digest('hex')
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
