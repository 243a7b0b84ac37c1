import {createHash} from 'node:crypto'
import {statSync} from 'node:fs'
import {join} from 'node:path'
import {tooLarge} from '../diagnostics/read-rules.ts'
import type {Report} from '../diagnostics/report.ts'
import {containers, divide, sourceEndings} from '../read/containers.ts'
import {loadReader} from '../read/index.ts'
import {type ByteSource, piecesOf, type Unpacked} from '../source/byte-source.ts'
import {readBytes, reportUnreadable, sourceAt} from '../source/files.ts'
import type {Job} from '../source/job.ts'
import {loadSources, type Sources} from '../source/load.ts'
import {limitsFor} from '../source/settings.ts'
import type {ArticleRecord} from './article.ts'
import {sha256Hex} from './digests.ts'
import {sourceStamp} from './stamp.ts'
import type {Extraction} from './unchanged.ts'

/** Every source below a folder; each article of a file that holds several is one. @param extraction before what collections say */
export function openSources(root: string, extraction: Extraction = {}): Sources {
  const sources = loadSources(root, sourceEndings, divide)
  if (Object.keys(extraction).length === 0) return sources
  const jobs = sources.jobs.map(
    (job): Job => ({
      ...job,
      collection: {
        ...job.collection,
        extraction: {...job.collection.extraction, ...extraction}
      }
    })
  )
  return {...sources, jobs}
}

/** A job as plain data: what its record is made of. */
export interface Recorded extends Omit<Job, 'file'> {
  /** Below `sources/`. */
  readonly path: string
  readonly ending: string
}

/** Reads what the chain needs of a source; null with a message why it cannot be had. */
export type Recorder = (job: Recorded, report: Report) => Promise<ArticleRecord | null>

/** The plain data of a job. */
export const recorded = ({file, ...job}: Job): Recorded => ({
  ...job,
  path: file.path,
  ending: file.ending
})

/**
 * Makes what the chain needs of a source: its bytes, unpacked where a container holds them. @returns
 * null where they cannot be had, with a message why
 */
export function createRecorder({
  root,
  authorities
}: Pick<Sources, 'root' | 'authorities'>): Recorder {
  const digestOfFile = createDigester()
  return async (job, report) => {
    const {slug, path, ending, collection, sidecar} = job
    const base = {slug, path, collection, sidecar, authorities}
    const container = containers[ending]
    if (!container) {
      await loadReader(path)
      if (isTooLarge(join(root, path), limitsFor(collection).bytes, report)) return null
      const bytes = readBytes(root, path, report)
      return bytes && {...base, bytes, sha256: sha256Hex(bytes)}
    }
    const file = openFile(root, path, report)
    const member = job.member ?? {key: '', offset: 0, length: file?.sizeBytes ?? 0}
    const take = () => file && container.take(file, member, report)
    const unpacked = await readable(take, path, report)
    if (!unpacked || !file) return null
    const {bytes, ...stated} = unpacked
    const {offset, length} = member
    return {
      ...base,
      bytes,
      sha256: sha256Hex(bytes),
      unpacked: {
        ...stated,
        container: {
          mediaType: container.mediaType,
          sha256: digestOfFile(join(root, path), file),
          bytes: file.sizeBytes,
          ...(stated.id ? {id: stated.id} : {}),
          ...(job.member ? {offset, length} : {})
        }
      }
    }
  }
}

/** A file beyond its limit is not even read. */
function isTooLarge(path: string, limit: number, report: Report): boolean {
  const size = sizeOf(path)
  if (size <= limit) return false
  report(tooLarge, {found: `${size} bytes`, limit: `${limit} bytes`})
  return true
}

/** 0 of a file that cannot be looked at: reading it says why. */
function sizeOf(path: string): number {
  try {
    return statSync(path).size
  } catch {
    return 0
  }
}

function openFile(root: string, path: string, report: Report): ByteSource | null {
  try {
    return sourceAt(join(root, path))
  } catch (error) {
    reportUnreadable(error, path, report)
    return null
  }
}

/** What is taken of a file; null where the system refuses to read it, with a message. */
async function readable(
  take: () => Unpacked | null | Promise<Unpacked | null>,
  path: string,
  report: Report
): Promise<Unpacked | null> {
  try {
    return await take()
  } catch (error) {
    reportUnreadable(error, path, report)
    return null
  }
}

/** Digests a file once for all its articles, which come one behind the other; again where it changed meanwhile. */
function createDigester(): (path: string, file: ByteSource) => string {
  let last = {path: '', stamp: '', digest: ''}
  return (path, file) => {
    const stamp = sourceStamp(path) ?? ''
    if (last.path !== path || last.stamp !== stamp) {
      const hash = createHash('sha256')
      for (const piece of piecesOf(file)) hash.update(piece)
      last = {path, stamp, digest: hash.digest('hex')}
    }
    return last.digest
  }
}
