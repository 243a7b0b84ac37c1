import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import {basename, dirname, join, resolve, sep} from 'node:path'

/** The folders a build uses beside the edition it replaces. */
export interface Workplace {
  readonly out: string
  /** The edition in the making. */
  readonly staging: string
  /** Results of the articles, while the edition is made. */
  readonly spool: string
  /** Makes the staging folder the edition, in two renames. */
  commit(): void
  /** Removes everything of this build. */
  abandon(): void
}

/** The edition cannot be written where it should be; nothing was touched. */
export class RefusedError extends Error {}

/**
 * Opens a workplace beside `out`. A build that was killed leaves its folders: they are removed, and an
 * edition that was moved away but not replaced is put back. One build at a time; a lock whose process
 * is gone does not count.
 */
export function openWorkplace(out: string, sources: string): Workplace {
  const target = existsSync(out) ? realpathSync(out) : resolve(out)
  refuseForeign(target, realpathSync(sources))
  const place = (suffix: string): string =>
    join(dirname(target), `.${basename(target)}.${suffix}`)
  const [lock, staging, backup, spool] = [
    place('lock'),
    place('staging'),
    place('previous'),
    place('results')
  ]
  mkdirSync(dirname(target), {recursive: true})
  takeLock(lock, target)
  if (existsSync(backup)) {
    if (existsSync(target)) rmSync(backup, {recursive: true, force: true})
    else renameSync(backup, target)
  }
  for (const rest of [staging, spool, `${spool}.trees`])
    rmSync(rest, {recursive: true, force: true})
  mkdirSync(staging)
  const release = (): void => {
    for (const rest of [spool, `${spool}.trees`]) rmSync(rest, {force: true})
    rmSync(lock, {force: true})
  }
  return {
    out: target,
    staging,
    spool,
    commit() {
      if (existsSync(target)) renameSync(target, backup)
      renameSync(staging, target)
      rmSync(backup, {recursive: true, force: true})
      release()
    },
    abandon() {
      rmSync(staging, {recursive: true, force: true})
      release()
    }
  }
}

/** A build replaces the whole folder: it must be an edition, an empty folder, or not there yet. */
function refuseForeign(target: string, sources: string): void {
  if (
    `${sources}${sep}`.startsWith(`${target}${sep}`) ||
    `${target}${sep}`.startsWith(`${sources}${sep}`)
  )
    throw new RefusedError(
      `The edition would be written over its sources: \`${target}\` and \`${sources}\` lie within each other. Choose another folder with --out.`
    )
  if (!existsSync(target)) return
  const isFolder = statSync(target).isDirectory()
  const isOurs = isFolder && existsSync(join(target, 'sha256sums.txt'))
  if (isOurs || (isFolder && readdirSync(target).length === 0)) return
  throw new RefusedError(
    `\`${target}\` is ${isFolder ? 'a folder with other files in it' : 'no folder'}; a build replaces all of it. Choose another folder with --out, or empty this one.`
  )
}

/** The lock appears with the number of its process in it, or not at all. */
function takeLock(lock: string, target: string): void {
  const own = `${lock}.${process.pid}`
  writeFileSync(own, String(process.pid))
  try {
    linkLock(own, lock, target)
  } finally {
    rmSync(own, {force: true})
  }
}

function linkLock(own: string, lock: string, target: string): void {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      linkSync(own, lock)
      return
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST'))
        throw error
      const owner = Number(readFileSync(lock, 'utf8'))
      if (attempt > 0 || isAlive(owner)) {
        throw new RefusedError(
          `Another build (process ${owner}) is at work on ${target}. Wait for it, or end it.`
        )
      }
      rmSync(lock, {force: true})
    }
  }
}

function isAlive(pid: number): boolean {
  if (!pid || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch {
    // ESRCH: there is no such process.
    return false
  }
}
