import {createHash, type Hash} from 'node:crypto'
import {
  appendFileSync,
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  writeFileSync
} from 'node:fs'
import {dirname, join, normalize} from 'node:path'
import type {WrittenFile} from '../package/description.ts'
import type {OutputFile} from '../write/output.ts'

/** Writes output files below one folder and keeps the size and digest of each. */
export interface FileWriter {
  /** Pieces of one path are written one behind the other. */
  write(file: OutputFile): void
  /** Takes in a file that a program of its own wrote below the folder. */
  adopt(path: string): void
  /** Everything written so far, sorted by path in code-point order. */
  written(): WrittenFile[]
  read(path: string): string
  readonly folder: string
}

export function createFileWriter(folder: string): FileWriter {
  const hashes = new Map<string, {hash: Hash; sizeBytes: number}>()
  const folders = new Set<string>()
  return {
    folder,
    write({path, bytes}) {
      const target = safeJoin(folder, path)
      const data = typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes
      const known = hashes.get(path)
      if (!folders.has(dirname(target))) mkdirSync(dirname(target), {recursive: true})
      folders.add(dirname(target))
      if (known) appendFileSync(target, data)
      else writeFileSync(target, data)
      const entry = known ?? {hash: createHash('sha256'), sizeBytes: 0}
      entry.hash.update(data)
      entry.sizeBytes += data.length
      hashes.set(path, entry)
    },
    adopt(path) {
      const target = safeJoin(folder, path)
      chmodSync(target, 0o666 & ~process.umask())
      hashes.set(path, digestFile(target))
    },
    written: () =>
      [...hashes]
        .map(([path, {hash, sizeBytes}]) => ({
          path,
          sizeBytes,
          sha256: hash.copy().digest('hex')
        }))
        .sort((a, b) => (a.path < b.path ? -1 : 1)),
    read: (path) => readFileSync(safeJoin(folder, path), 'utf8')
  }
}

/** Reads a file in pieces, whatever its size. */
function digestFile(path: string): {hash: Hash; sizeBytes: number} {
  const entry = {hash: createHash('sha256'), sizeBytes: 0}
  const piece = new Uint8Array(1 << 20)
  const file = openSync(path, 'r')
  for (let count = readSync(file, piece); count > 0; count = readSync(file, piece)) {
    entry.hash.update(piece.subarray(0, count))
    entry.sizeBytes += count
  }
  closeSync(file)
  return entry
}

/** Refuses a path that leads out of the folder. */
function safeJoin(folder: string, path: string): string {
  const clean = normalize(path)
  if (
    clean.startsWith('..') ||
    clean.startsWith('/') ||
    clean.includes('\0') ||
    /^[a-z]:/iu.test(clean)
  ) {
    throw new Error(`An output would be written outside of the edition: ${path}`)
  }
  return join(folder, clean)
}
