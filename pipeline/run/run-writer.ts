import {createHash, type Hash} from 'node:crypto'
import {join} from 'node:path'
import type {OutputFile} from '../write/output.ts'
import {sha256Hex} from './digests.ts'
import {disk} from './disk.ts'
import {type KeptRun, keepRuns, type Piece, readRuns} from './kept-runs.ts'
import {sha256OfFile} from './listing.ts'
import type {KnownFile} from './manifest.ts'
import {bytesAt} from './read-file.ts'
import {madeStamp} from './stamp.ts'
import type {FileWriter} from './write-files.ts'

/** A run of the build before, and its bytes in each file. */
export interface KnownRun<Kept> {
  readonly run: KeptRun<Kept>
  readonly files: readonly OutputFile[]
}

/** Writes files in which runs of sources have a piece each, and takes over pieces of the build before. */
export interface RunWriter<Kept> {
  /** Below which files are written. */
  readonly folder: string
  /** Start of the names of files that are needed meanwhile. */
  readonly scratch: string
  /** Writes what is of no run. */
  put(files: readonly OutputFile[]): void
  /** Writes the next bytes of the run that is being made. */
  add(files: readonly OutputFile[]): void
  /** @param key of the run; null where it is not kept */
  endRun(key: string | null, kept: Kept): void
  /** What is kept of a run of the build before, whether or not its bytes are as they were; null where it is not known. */
  peek(key: string | null): Kept | null
  /** @returns null where the run has to be made: it is not known, or its bytes are not as they were */
  find(key: string | null): KnownRun<Kept> | null
  /** Writes the bytes of a run of the build before. */
  take(run: KnownRun<Kept>, kept: Kept): void
  /** Takes in a file that a program of its own wrote below the folder. */
  adopt(path: string): void
  /**
   * Another name for a file of the edition before with the bytes that it was made with, whose runs are known. A
   * program that reads it may lay locks beside it. Null where there is none.
   */
  borrow(path: string): string | null
  /** Keeps what the next build needs to know of the runs. */
  end(): void
}

/** The edition before. */
export interface StandingEdition {
  readonly out: string
  readonly files: ReadonlyMap<string, KnownFile>
}

/** Where an output writes its runs. */
interface Place {
  readonly writer: FileWriter
  /** Where runs are kept. */
  readonly cache: string
  /** Start of the names of files that are needed meanwhile. */
  readonly scratch: string
  readonly before: StandingEdition
}

/** Opens the files of an output that are made run by run. */
export function createRunWriter<Kept>(
  output: string,
  {writer, cache, scratch: start, before}: Place
): RunWriter<Kept> {
  const scratch = `${start}-${output}`
  const known = knownRuns<Kept>(output, cache, before)
  const runs: KeptRun<Kept>[] = []
  const adopted = new Set<string>()
  const pieces = openPieces(writer, output)
  return {
    folder: writer.folder,
    scratch,
    put(files) {
      for (const file of files) writer.write(file, output)
    },
    add: pieces.add,
    endRun(key, kept) {
      const own = pieces.end()
      if (key !== null) runs.push({key, pieces: own, kept})
    },
    peek: known.peek,
    find: known.find,
    take({run, files}, kept) {
      const pieces = run.pieces.map((piece) => {
        return {...piece, start: writer.sizeOf(piece.path)}
      })
      for (const file of files) writer.write(file, output)
      runs.push({key: run.key, pieces, kept})
    },
    adopt(path) {
      writer.adopt(path, output)
      adopted.add(path)
    },
    borrow(path) {
      if (!known.isWhole(path)) return null
      const name = `${scratch}-before`
      disk.remove(name)
      disk.link(join(before.out, path), name)
      return name
    },
    end() {
      writer.finish()
      const paths = new Set(runs.flatMap((run) => run.pieces.map(({path}) => path)))
      const files = writer
        .written()
        .filter(({path}) => paths.has(path) || adopted.has(path))
        .map(({path, sha256}) => [path, sha256] as const)
      keepRuns(cache, output, {files: new Map(files), runs})
    }
  }
}

/** Writes the bytes of a run, and takes down where they stand. */
function openPieces(writer: FileWriter, output: string) {
  let pieces = new Map<string, {start: number; hash: Hash}>()
  return {
    add(files: readonly OutputFile[]): void {
      for (const {path, bytes} of files) {
        if (bytes.length === 0) continue
        const data = typeof bytes === 'string' ? Buffer.from(bytes) : bytes
        const start = writer.sizeOf(path)
        const own = pieces.get(path) ?? {start, hash: createHash('sha256')}
        own.hash.update(data)
        pieces.set(path, own)
        writer.write({path, bytes: data}, output)
      }
    },
    end(): Piece[] {
      const own = [...pieces].map(([path, {start, hash}]) => {
        const sizeBytes = writer.sizeOf(path) - start
        return {path, start, sizeBytes, sha256: hash.digest('hex')}
      })
      pieces = new Map()
      return own
    }
  }
}

/** The runs of the build before, where the files that have their bytes stand as they were made. */
function knownRuns<Kept>(output: string, cache: string, {out, files}: StandingEdition) {
  const record = files.size > 0 ? readRuns<Kept>(cache, output) : null
  const isStanding = [...(record?.files ?? [])].every(([path, sha256]) => {
    const file = files.get(path)
    return file?.sha256 === sha256 && madeStamp(join(out, path)) === file.stamp
  })
  const runs = new Map(
    isStanding ? record?.runs.map((run) => [run.key, run] as const) : []
  )
  return {
    peek: (key: string | null): Kept | null => runs.get(key ?? '')?.kept ?? null,
    find(key: string | null): KnownRun<Kept> | null {
      const run = runs.get(key ?? '')
      if (!run) return null
      const pieces = run.pieces.map((piece) => readPiece(out, piece))
      const whole = pieces.flatMap((piece) => piece ?? [])
      return whole.length < pieces.length ? null : {run, files: whole}
    },
    isWhole(path: string): boolean {
      const sha256 = runs.size > 0 ? record?.files.get(path) : undefined
      return sha256 !== undefined && sha256OfFile(join(out, path)) === sha256
    }
  }
}

/** What stands in a file; null where it is not what was written there: a bit that flipped is not handed on. */
function readPiece(
  out: string,
  {path, start, sizeBytes, sha256}: Piece
): OutputFile | null {
  const bytes = bytesAt(join(out, path), start, sizeBytes)
  return sha256Hex(bytes) === sha256 ? {path, bytes} : null
}
