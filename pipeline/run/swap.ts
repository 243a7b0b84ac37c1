import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import {basename, dirname, join, resolve, sep} from 'node:path'
import {UsageError} from './arguments.ts'
import {disk, hasCode} from './disk.ts'
import {applyPatch, hasPatch, type Patch, writePatch} from './patch.ts'

/** The folders a build uses: the edition, and one beside it for everything else. */
export interface Workplace {
  readonly out: string
  /** What is kept from build to build; may be deleted whenever no build is at work. */
  readonly cache: string
  /** The edition in the making. */
  readonly staging: string
  /** Start of the names of files that are needed meanwhile. */
  readonly scratch: string
  /** When the build began, on the clock of the file system. */
  readonly startedAtMs: number
  /** Makes the staging folder the edition, in two renames. */
  replace(): void
  /** Changes some files of the edition; what is begun is ended by the next build, whatever happens. */
  patch(changes: Patch): void
  /** Lets the next build begin. @param keepWork what is made so far is taken up by the next build */
  leave(keepWork: boolean): void
}

/** The edition cannot be written where it should be; nothing was touched. */
class RefusedError extends UsageError {}

/** Where an edition lies, and what is kept beside it. */
export function placesOf(out: string) {
  const target = existsSync(out) ? realpathSync(out) : resolve(out)
  const cache = join(dirname(target), `.${basename(target)}.cache`)
  const place = (name: string): string => join(cache, name)
  return {
    target,
    cache,
    lock: place('lock'),
    staging: place('staging'),
    previous: place('previous'),
    manifest: place('manifest'),
    messages: place('messages'),
    progress: place('progress')
  }
}

/** Whether a build was ended before it was done. */
export const isLeftUndone = (out: string): boolean => {
  const {cache, lock, staging, previous} = placesOf(out)
  return [lock, staging, previous].some((path) => existsSync(path)) || hasPatch(cache)
}

/**
 * Opens a workplace beside `out`. What a build that was killed left is brought to its end: an edition that was
 * moved away but not replaced is put back, a patch that was begun is applied. One build at a time; a lock
 * whose process is gone does not count.
 */
export function openWorkplace(out: string, sources: readonly string[]): Workplace {
  const {target, cache, lock, staging, previous, manifest} = placesOf(out)
  for (const each of sources) refuseForeign(target, realpathSync(each))
  mkdirSync(cache, {recursive: true})
  takeLock(lock, target)
  const startedAtMs = statSync(lock).mtimeMs
  if (hasPatch(cache)) applyPatch({cache, staging, out: target, manifest})
  if (existsSync(previous)) {
    if (existsSync(target)) disk.remove(previous)
    else disk.move(previous, target)
  }
  for (const name of readdirSync(cache))
    if (name.startsWith('scratch') || name.endsWith('.new'))
      disk.remove(join(cache, name))
  mkdirSync(staging, {recursive: true})
  return {
    out: target,
    cache,
    staging,
    scratch: join(cache, 'scratch'),
    startedAtMs,
    replace() {
      if (existsSync(target)) disk.move(target, previous)
      disk.move(staging, target)
      disk.remove(previous)
    },
    patch(changes) {
      writePatch(cache, changes)
      applyPatch({cache, staging, out: target, manifest})
    },
    leave(keepWork) {
      if (!keepWork) rmSync(staging, {recursive: true, force: true})
      for (const name of readdirSync(cache))
        if (name.startsWith('scratch')) rmSync(join(cache, name), {force: true})
      rmSync(lock, {force: true})
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

/** The lock appears with its owner in it, or not at all. */
function takeLock(lock: string, target: string): void {
  const own = `${lock}.${process.pid}`
  writeFileSync(own, ownerOf(process.pid))
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
      if (!hasCode(error, ['EEXIST'])) throw error
      const owner = readFileSync(lock, 'utf8')
      if (attempt > 0 || isAtWork(owner)) {
        throw new RefusedError(
          `Another build (process ${Number.parseInt(owner, 10)}) is at work on ${target}. Wait for it, or end it.`
        )
      }
      rmSync(lock, {force: true})
    }
  }
}

/** A process by its number and, where the system tells, its start: numbers come again. */
function ownerOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${pid} ${stat.slice(stat.lastIndexOf(')')).split(' ')[20] ?? ''} ${boot}`
  } catch {
    return String(pid)
  }
}

function isAtWork(owner: string): boolean {
  const pid = Number.parseInt(owner, 10)
  if (!pid || pid === process.pid) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: there is such a process, of somebody else.
    if (!hasCode(error, ['EPERM'])) return false
  }
  return !owner.includes(' ') || ownerOf(pid) === owner
}
