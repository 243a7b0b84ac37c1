import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {deserialize, serialize} from 'node:v8'
import {sha256Hex} from './digests.ts'
import {disk} from './disk.ts'

/** The bytes that a run of sources added to a file. */
export interface Piece {
  readonly path: string
  readonly start: number
  readonly sizeBytes: number
  readonly sha256: string
}

/** What is kept of a run of sources that follow one another. */
export interface KeptRun<Kept> {
  /** Digest of everything that its bytes are made from. */
  readonly key: string
  readonly pieces: readonly Piece[]
  /** What the output has to know of it to take it over, as plain data. */
  readonly kept: Kept
}

/** What an output keeps from build to build of runs, and the files in which their bytes stand, by the digest of each. */
export interface RunRecord<Kept> {
  readonly files: ReadonlyMap<string, string>
  readonly runs: readonly KeptRun<Kept>[]
}

const placeOf = (cache: string, output: string): string => join(cache, `runs-${output}`)

/** Length of the digest before the record. */
const digestLength = 64

/** What was kept of the runs of an output; null where there is nothing, or it is damaged. */
export function readRuns<Kept>(cache: string, output: string): RunRecord<Kept> | null {
  const path = placeOf(cache, output)
  if (!existsSync(path)) return null
  const bytes = readFileSync(path)
  const body = bytes.subarray(digestLength)
  const isWhole = bytes.toString('latin1', 0, digestLength) === sha256Hex(body)
  return isWhole ? deserialize(body) : null
}

/** Replaces what is kept of the runs of an output in one step. */
export function keepRuns<Kept>(
  cache: string,
  output: string,
  record: RunRecord<Kept>
): void {
  const path = placeOf(cache, output)
  const body = serialize(record)
  disk.write(`${path}.new`, Buffer.concat([Buffer.from(sha256Hex(body)), body]))
  disk.move(`${path}.new`, path)
}
