import {createHash} from 'node:crypto'
import {readdirSync, readFileSync, statSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {isIgnored} from '../source/files.ts'
import {sha256Hex} from './digests.ts'
import {hasCode} from './disk.ts'
import type {MadeArticle, Manifest, Standing} from './manifest.ts'
import {isRacy, madeStamp, type Stamp, sourceStamp} from './stamp.ts'

/** The stamps of everything in a folder of sources, by path below it. */
export function snapshotSources(root: string): Map<string, Stamp> {
  const stamps = new Map<string, Stamp>()
  for (const name of namesIn(root)) {
    const path = join(root, name)
    if (!isFolder(path)) stamps.set(name, sourceStamp(path) ?? '')
    else
      for (const inner of namesIn(path))
        stamps.set(`${name}/${inner}`, sourceStamp(`${path}/${inner}`) ?? '')
  }
  return stamps
}

/** None of a folder that is closed to us, which is named when it is read. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => !isIgnored(name))
  } catch (error) {
    if (hasCode(error, ['EACCES', 'EPERM', 'ENOENT', 'ENOTDIR'])) return []
    throw error
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path, {throwIfNoEntry: false})?.isDirectory() ?? false
  } catch {
    return false
  }
}

/** Whether a source is as it was read; one that is young is read again. */
export function isUnchanged(
  root: string,
  [path, stamp]: readonly [path: string, stamp: Stamp],
  {sources, builtAtMs}: Pick<Manifest, 'sources' | 'builtAtMs'>
): boolean {
  const known = sources.get(path)
  if (known?.stamp !== stamp) return false
  if (!isRacy(stamp, builtAtMs) || known.sha256 === '') return true
  return sha256Of(join(root, path)) === known.sha256
}

/** The digest of a file that may go away meanwhile; empty where it cannot be read. */
export function sha256Of(path: string): string {
  try {
    return sha256Hex(readFileSync(path))
  } catch {
    return ''
  }
}

/** Whether no source came, went or changed. */
export function areSourcesUnchanged(
  root: string,
  manifest: Pick<Manifest, 'sources' | 'builtAtMs'>
): boolean {
  const stamps = snapshotSources(root)
  if (stamps.size !== manifest.sources.size) return false
  for (const each of stamps) if (!isUnchanged(root, each, manifest)) return false
  return true
}

/**
 * Files from which on an edition is patched, and checked by its folders: what is edited in place there, `verify`
 * finds. A test sets fewer.
 */
export const manyFiles = Number(process.env.WARRAQ_MANY_FILES || 20_000)

/** Files from which on what changed is put in place file by file: to name all others anew takes longer than to make it. */
export const patchFrom = 5_000

/** The digest of the stamps of an article's files, or of the folders they lie in; empty where one is gone. */
export function madeDigest(
  out: string,
  slug: string,
  names: string,
  byFolder: boolean
): string {
  const folder = join(out, 'articles', slug)
  const files = names.split('|')
  const paths = byFolder ? new Set(files.map((name) => dirname(name))) : files
  let stamps = ''
  for (const path of paths) {
    const stamp = madeStamp(join(folder, path))
    if (stamp === null) return ''
    stamps += `${stamp}\n`
  }
  return createHash('sha1').update(stamps).digest('hex')
}

/** Whether the files of an article are as they were made. */
export const isMade = (out: string, known: MadeArticle, byFolder: boolean): boolean =>
  known.names === '' || madeDigest(out, known.slug, known.names, byFolder) === known.made

/** Whether every file of the edition is as it was made. */
export function isEditionUntouched(
  out: string,
  manifest: Standing,
  many = manyFiles
): boolean {
  return areFilesMade(out, manifest) && areArticlesMade(out, manifest, many)
}

/** Whether the files of the whole edition are as they were made. */
export function areFilesMade(out: string, {files}: Pick<Manifest, 'files'>): boolean {
  for (const {path, stamp} of files.values())
    if (madeStamp(join(out, path)) !== stamp) return false
  return true
}

function areArticlesMade(
  out: string,
  {articles, summary}: Pick<Standing, 'articles' | 'summary'>,
  many: number
): boolean {
  const byFolder = summary.files > many
  for (const known of articles.values()) if (!isMade(out, known, byFolder)) return false
  return true
}
