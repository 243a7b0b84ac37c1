import {createHash, type Hash} from 'node:crypto'
import {chmodSync, closeSync, openSync, readFileSync, readSync} from 'node:fs'
import {dirname, join, normalize} from 'node:path'
import type {WrittenFile} from '../package/description.ts'
import type {OutputFile} from '../write/output.ts'
import {disk} from './disk.ts'
import {createLineSorter, type LineSorter} from './sort-lines.ts'

/** Writes the files of the whole edition below one folder and keeps the size and digest of each. */
export interface FileWriter {
  /** Pieces of one path are written one behind the other. */
  write(file: OutputFile): void
  /** Takes in a file that a program of its own wrote below the folder. */
  adopt(path: string): void
  /** Writes what waits to be sorted. */
  finish(): void
  /** Everything written so far, sorted by path in code-point order. */
  written(): WrittenFile[]
  read(path: string): string
  readonly folder: string
}

/** Bytes that wait in memory before they are written. */
const waitingBytes = 4 << 20

interface Growing {
  readonly hash: Hash
  sizeBytes: number
  isThere: boolean
  waiting: Uint8Array[]
}

/** @param scratch start of the names of files that are needed meanwhile */
export function createFileWriter(folder: string, scratch: string): FileWriter {
  const files = new GrowingFiles(folder)
  const sorted = new Map<string, LineSorter>()
  return {
    folder,
    write({path, bytes, sortedWith}) {
      if (sortedWith) {
        const sorter = sorted.get(path) ?? createLineSorter(`${scratch}-${sorted.size}`)
        sorted.set(path, sorter)
        sorter.add(String(bytes), sortedWith)
      } else files.add(path, typeof bytes === 'string' ? Buffer.from(bytes) : bytes)
    },
    adopt: (path) => files.adopt(path),
    finish() {
      for (const [path, sorter] of sorted)
        for (const piece of sorter.pieces()) files.add(path, Buffer.from(piece))
      sorted.clear()
      files.flush()
    },
    written: () => files.list(),
    read(path) {
      files.flush()
      return readFileSync(safeJoin(folder, path), 'utf8')
    }
  }
}

/** Files that are written piece by piece, many pieces at a time. */
class GrowingFiles {
  private readonly files = new Map<string, Growing>()
  private readonly folders = new Set<string>()
  private readonly folder: string
  private waiting = 0
  constructor(folder: string) {
    this.folder = folder
  }

  add(path: string, data: Uint8Array): void {
    safeJoin(this.folder, path)
    const fresh = {hash: createHash('sha256'), sizeBytes: 0, isThere: false, waiting: []}
    const file: Growing = this.files.get(path) ?? fresh
    file.hash.update(data)
    file.sizeBytes += data.length
    file.waiting.push(data)
    this.files.set(path, file)
    this.waiting += data.length
    if (this.waiting > waitingBytes) this.flush()
  }

  adopt(path: string): void {
    const target = safeJoin(this.folder, path)
    chmodSync(target, 0o666 & ~process.umask())
    this.files.set(path, {...digestFile(target), isThere: true, waiting: []})
  }

  flush(): void {
    for (const [path, file] of this.files)
      if (file.waiting.length > 0) this.put(path, file)
    this.waiting = 0
  }

  list(): WrittenFile[] {
    return [...this.files]
      .map(([path, {hash, sizeBytes}]) => ({
        path,
        sizeBytes,
        sha256: hash.copy().digest('hex')
      }))
      .sort((a, b) => (a.path < b.path ? -1 : 1))
  }

  private put(path: string, file: Growing): void {
    const target = safeJoin(this.folder, path)
    const parent = dirname(target)
    if (!this.folders.has(parent)) disk.makeFolder(parent)
    this.folders.add(parent)
    const bytes = Buffer.concat(file.waiting)
    if (file.isThere) disk.append(target, bytes)
    else disk.write(target, bytes)
    file.isThere = true
    file.waiting = []
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

/** A path below a folder; refuses one that leads out of it. */
export function safeJoin(folder: string, path: string): string {
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
