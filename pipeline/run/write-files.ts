import {createHash, type Hash} from 'node:crypto'
import {chmodSync, readFileSync} from 'node:fs'
import {dirname, join, normalize} from 'node:path'
import type {WrittenFile} from '../package/description.ts'
import type {OutputFile} from '../write/output.ts'
import {disk} from './disk.ts'
import {readPieces} from './read-file.ts'

/** A file of the whole edition, and the output that made it. */
export interface MadeFile extends WrittenFile {
  readonly output: string
}

/** Writes the files of the whole edition below one folder and keeps the size and digest of each. */
export interface FileWriter {
  /** Pieces of one path are written one behind the other. @param output who makes it */
  write(file: OutputFile, output: string): void
  /** Takes in a file that a program of its own wrote below the folder. */
  adopt(path: string, output: string): void
  /** Takes over a file that stands in the edition before. */
  keep(file: MadeFile): void
  /** Writes what waits. */
  finish(): void
  /** Everything written or kept so far, sorted by path in code-point order. */
  written(): MadeFile[]
  read(path: string): string
  /** Bytes written to a file so far. */
  sizeOf(path: string): number
  /** Where a file lies. */
  locate(path: string): string
  readonly folder: string
}

/** Bytes that wait in memory before they are written. */
const waitingBytes = 4 << 20

interface Growing {
  readonly output: string
  readonly hash: Hash
  sizeBytes: number
  isThere: boolean
  waiting: Uint8Array[]
}

/** @param standing the edition before, for what is kept of it */
export function createFileWriter(folder: string, standing = folder): FileWriter {
  const files = new GrowingFiles(folder)
  const kept = new Map<string, MadeFile>()
  const locate = (path: string): string =>
    safeJoin(kept.has(path) ? standing : folder, path)
  return {
    folder,
    locate,
    write: ({path, bytes}, output) =>
      files.add(path, typeof bytes === 'string' ? Buffer.from(bytes) : bytes, output),
    sizeOf: (path) => files.sizeOf(path),
    adopt: (path, output) => files.adopt(path, output),
    keep: (file) => void kept.set(file.path, file),
    finish: () => files.flush(),
    written: () =>
      [...files.list(), ...kept.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    read(path) {
      files.flush()
      return readFileSync(locate(path), 'utf8')
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

  add(path: string, data: Uint8Array, output: string): void {
    safeJoin(this.folder, path)
    const file: Growing = this.files.get(path) ?? {
      output,
      hash: createHash('sha256'),
      sizeBytes: 0,
      isThere: false,
      waiting: []
    }
    file.hash.update(data)
    file.sizeBytes += data.length
    file.waiting.push(data)
    this.files.set(path, file)
    this.waiting += data.length
    if (this.waiting > waitingBytes) this.flush()
  }

  adopt(path: string, output: string): void {
    const target = safeJoin(this.folder, path)
    chmodSync(target, 0o666 & ~process.umask())
    this.files.set(path, {
      ...digestOf(target),
      output,
      isThere: true,
      waiting: []
    })
  }

  flush(): void {
    for (const [path, file] of this.files)
      if (file.waiting.length > 0) this.put(path, file)
    this.waiting = 0
  }

  sizeOf(path: string): number {
    return this.files.get(path)?.sizeBytes ?? 0
  }

  list(): MadeFile[] {
    return [...this.files].map(([path, {hash, sizeBytes, output}]) => ({
      path,
      sizeBytes,
      sha256: hash.copy().digest('hex'),
      output
    }))
  }

  private put(path: string, file: Growing): void {
    const target = safeJoin(this.folder, path)
    const parent = dirname(target)
    if (!this.folders.has(parent)) disk.makeFolder(parent)
    this.folders.add(parent)
    const [first] = file.waiting
    const bytes = first && file.waiting.length === 1 ? first : Buffer.concat(file.waiting)
    if (file.isThere) disk.append(target, bytes)
    else disk.write(target, bytes)
    file.isThere = true
    file.waiting = []
  }
}

/** What is known of a file that stands whole. */
function digestOf(path: string): {hash: Hash; sizeBytes: number} {
  const entry = {hash: createHash('sha256'), sizeBytes: 0}
  readPieces(path, (piece) => {
    entry.hash.update(piece)
    entry.sizeBytes += piece.length
  })
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
