import {linkSync, readdirSync, readFileSync, renameSync, rmSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import {UsageError} from './arguments.ts'
import {disk, hasCode} from './disk.ts'

/**
 * Takes the lock of an edition, which appears with its owner in it or not at all. One whose process is gone does
 * not count. @throws UsageError where another build is at work
 */
export function takeLock(lock: string, target: string): void {
  const own = `${lock}.${process.pid}`
  try {
    disk.write(own, ownerOf(process.pid))
    linkLock(own, lock, target)
  } finally {
    rmSync(own, {force: true})
  }
  sweep(lock)
}

/** Times that the lock is tried for: others may be about to drop one that does not count. */
const attempts = 5

function linkLock(own: string, lock: string, target: string): void {
  for (let attempt = 0; attempt < attempts; attempt++) {
    try {
      linkSync(own, lock)
      return
    } catch (error) {
      if (!hasCode(error, ['EEXIST'])) throw error
    }
    const owner = contentOf(lock)
    if (owner !== null && isAtWork(owner)) throw new BusyError(owner, target)
    if (owner !== null) dropLock(lock, owner, `${own}.dropped`)
  }
  throw new BusyError(contentOf(lock) ?? '', target)
}

class BusyError extends UsageError {
  constructor(owner: string, target: string) {
    const pid = Number.parseInt(owner, 10)
    const name = pid ? ` (process ${pid})` : ''
    super(`Another build${name} is at work on ${target}. Wait for it, or end it.`)
  }
}

/** Drops a lock whose owner is gone, and no other: meanwhile somebody else may have done so and taken it. */
function dropLock(lock: string, owner: string, aside: string): void {
  try {
    renameSync(lock, aside)
    if (contentOf(aside) !== owner) linkSync(aside, lock)
  } catch (error) {
    if (!hasCode(error, ['ENOENT', 'EEXIST'])) throw error
  } finally {
    rmSync(aside, {force: true})
  }
}

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (hasCode(error, ['ENOENT'])) return null
    throw error
  }
}

/** Removes what builds left that were ended while they took the lock. */
function sweep(lock: string): void {
  const start = `${basename(lock)}.`
  for (const name of readdirSync(dirname(lock)))
    if (
      name.startsWith(start) &&
      !isRunning(Number.parseInt(name.slice(start.length), 10))
    )
      rmSync(join(dirname(lock), name), {force: true})
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
  if (pid === process.pid || !isRunning(pid)) return false
  return !owner.includes(' ') || ownerOf(pid) === owner
}

function isRunning(pid: number): boolean {
  if (!(pid > 0)) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: there is such a process, of somebody else.
    return hasCode(error, ['EPERM'])
  }
}
