import {
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync
} from 'node:fs'
import {basename, dirname, join, resolve, sep} from 'node:path'
import {outFolder, UsageError} from './arguments.ts'
import {disk} from './disk.ts'
import {takeLock} from './lock.ts'
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
  /** Lets the next build begin, which takes up what is made so far where that is kept. */
  leave(work: 'done' | 'kept' | 'dropped'): void
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
  const places = placesOf(out)
  const {target, cache, lock, staging, previous} = places
  for (const each of sources) refuseForeign(target, realpathSync(each))
  outFolder(dirname(target))
  makeFolders(cache)
  takeLock(lock, target)
  const startedAtMs = statSync(lock).mtimeMs
  try {
    recover(places)
  } catch (error) {
    rmSync(lock, {force: true})
    throw error
  }
  return {
    out: target,
    cache,
    staging,
    scratch: join(cache, 'scratch'),
    startedAtMs,
    replace() {
      if (existsSync(target)) disk.move(target, previous)
      try {
        disk.move(staging, target)
      } catch (error) {
        if (existsSync(previous)) renameSync(previous, target)
        throw error
      }
      disk.remove(previous)
    },
    patch(changes) {
      writePatch(cache, changes)
      applyPatch({...places, out: target})
    },
    leave: (work) => leave(places, work, `pack-${startedAtMs}-${process.pid}-`)
  }
}

type Places = ReturnType<typeof placesOf>

/** Brings to its end what a build that was killed left. */
function recover(places: Places): void {
  const {target, cache, staging, previous} = places
  if (hasPatch(cache)) applyPatch({...places, out: target})
  if (existsSync(previous)) {
    if (existsSync(target)) disk.remove(previous)
    else disk.move(previous, target)
  }
  for (const name of readdirSync(cache).filter(isPassing)) disk.remove(join(cache, name))
  makeFolders(staging)
}

/** @param packs start of the names of those that this build made */
function leave(
  {cache, staging, lock}: Places,
  work: 'done' | 'kept' | 'dropped',
  packs: string
): void {
  const isDropped = (name: string): boolean =>
    name === 'progress' || name.startsWith(packs)
  // Of a patch that was begun nothing is done without: the next build ends it.
  if (!hasPatch(cache)) {
    if (work !== 'kept') rmSync(staging, {recursive: true, force: true})
    for (const name of readdirSync(cache))
      if (isPassing(name) || (work === 'dropped' && isDropped(name)))
        rmSync(join(cache, name), {recursive: true, force: true})
  }
  rmSync(lock, {force: true})
}

/** Files of one build, which none but it needs. */
const isPassing = (name: string): boolean =>
  name.startsWith('scratch') || name.endsWith('.new') || name.endsWith('.next')

/** Node's own way never ends where a folder can neither be made nor lies in one that is missing, as in /proc. */
function makeFolders(path: string): void {
  if (existsSync(path)) return
  makeFolders(dirname(path))
  mkdirSync(path)
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
