import {
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  type Stats,
  statSync
} from 'node:fs'
import {basename, extname, join, relative, sep} from 'node:path'
import type {Report} from '../diagnostics/report.ts'
import {internalError} from '../diagnostics/run-rules.ts'
import {badSlug, unreadable} from '../diagnostics/source-rules.ts'
import type {ByteSource} from './byte-source.ts'

/** An entry of a collection that is, or should be, a source. */
export interface FoundFile {
  /** Below `sources/`, with forward slashes. */
  readonly path: string
  readonly collection: string
  /** File name without its ending. */
  readonly stem: string
  /** One of the known endings, without its dot. */
  readonly ending: string
  /** Path of its sidecar below `sources/`, where there is one. */
  readonly sidecar: string | null
  /** Of a file that holds several articles: sidecars that may be of one of them. */
  readonly memberSidecars: readonly string[]
}

/** Endings of files, without their dots. */
export interface Endings {
  readonly known: readonly string[]
  /** Those of files that may hold several articles. */
  readonly divided: readonly string[]
}

/** What a slug is. */
export const isSlug = (name: string): boolean => slugPattern.test(name)
const slugPattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u

/** Files that belong to nobody's sources: hidden ones, editors' leftovers, the system's. */
const ignored = /^\.|~$|^#.*#$|\.sw[a-p]$|^Thumbs\.db$|^desktop\.ini$/u
export const isIgnored = (name: string): boolean => ignored.test(name)

/** Code-point order, the same on every machine. */
export const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Names of a folder in a fixed order. @throws where the system refuses */
export function listFolder(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !isIgnored(name))
    .sort(inOrder)
}

/** Whether the names of a folder can be had; reports one that is closed to us. */
export function isOpenFolder(root: string, path: string, report: Report): boolean {
  try {
    readdirSync(join(root, path))
    return true
  } catch (error) {
    reportUnreadable(error, path, report)
    return false
  }
}

/** The collections: folders of `sources/`. */
export const listCollections = (root: string): string[] =>
  listFolder(root).filter((name) => statOf(join(root, name))?.isDirectory())

/** The longest of the known endings that a name has (`warc.gz` before `gz`), else what stands behind its last dot. */
export function endingOf(name: string, endings: readonly string[]): string {
  const lower = name.toLowerCase()
  const known = endings.filter((ending) => lower.endsWith(`.${ending}`))
  const longest = known.reduce(
    (best, each) => (each.length > best.length ? each : best),
    ''
  )
  return longest || extname(name).slice(1)
}

/** Whether a file that is there lies elsewhere than its name says, out of the folder of sources. */
export const leadsOut = (root: string, path: string): boolean =>
  relative(realpathSync(root), realpathSync(join(root, path))).startsWith(`..${sep}`)

/** The slug a file's name gives, or its sidecar; reports a name that gives none. */
export function slugFor(
  file: FoundFile,
  declared: string | undefined,
  report: Report
): string | null {
  const slug = declared ?? file.stem
  if (slugPattern.test(slug)) return slug
  const name = basename(file.path)
  report(badSlug, {
    name,
    suggestion: `${suggestSlug(file.stem, 'article-1')}.${file.ending}`
  })
  return null
}

/** The slug nearest to a name. @param otherwise where nothing of the name is left */
export function suggestSlug(stem: string, otherwise: string): string {
  const ascii = stem
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^[-0-9]+|-+$/gu, '')
  return slugPattern.test(ascii) ? ascii : otherwise
}

/** The bytes of a file; null where the system refuses, with a message. */
export function readBytes(root: string, path: string, report: Report): Uint8Array | null {
  try {
    return readFileSync(join(root, path))
  } catch (error) {
    reportUnreadable(error, path, report)
    return null
  }
}

/**
 * Names a file that the system refuses, or that a fault of ours keeps from being read: the others are read.
 * @throws what is no fault of the file: another moment it could be read
 */
export function reportUnreadable(error: unknown, path: string, report: Report): void {
  const what = error instanceof Error ? error.message : String(error)
  const code = error instanceof Error && 'syscall' in error ? codeOf(error) : ''
  if (passing.has(code)) throw error
  if (code === '') report(internalError, {what}, {file: path})
  else report(unreadable, {name: basename(path), code}, {file: path})
}

/** The system has too many open files, or no memory. */
const passing: ReadonlySet<string> = new Set(['EMFILE', 'ENFILE', 'ENOMEM'])

/** A file as a source of bytes; it is open only while bytes are taken. @throws where the system refuses */
export function sourceAt(path: string): ByteSource {
  const {size} = statSync(path)
  return {
    sizeBytes: size,
    take: (start, end) => {
      const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start))
      const file = openSync(path, 'r')
      try {
        return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, start))
      } finally {
        closeSync(file)
      }
    }
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'error'

/** What the system says of a file; null where there is none. */
export function statOf(path: string): Stats | null {
  try {
    return statSync(path, {throwIfNoEntry: false}) ?? null
  } catch {
    // ELOOP or EACCES: a link that leads in a circle, or into a folder that is closed to us.
    return null
  }
}
