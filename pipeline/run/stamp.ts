import {type Stats, statSync} from 'node:fs'

/**
 * What the system says of a file without reading it: size, times and number. Two equal stamps mean the
 * same bytes, but for a file that changed in the very moment it was read; see `isRacy`.
 */
export type Stamp = string

/** Of a source: a change that keeps size and date still changes the second time. */
export function sourceStamp(path: string): Stamp | null {
  const stats = statOf(path)
  return stats && `${stats.size} ${stats.mtimeMs} ${stats.ctimeMs} ${stats.ino}`
}

/** Of a file that was made: a second name for it changes nothing. */
export function madeStamp(path: string): Stamp | null {
  const stats = statOf(path)
  return stats && `${stats.size} ${stats.mtimeMs} ${stats.ino}`
}

/**
 * Whether a file may have changed after it was read without a trace in its stamp: it is as young as the
 * build that read it. Such a file is read again.
 * @see https://git-scm.com/docs/racy-git
 */
export function isRacy(stamp: Stamp, builtAtMs: number): boolean {
  const [, modified = 0, changed = 0] = stamp.split(' ').map(Number)
  return modified >= builtAtMs || changed >= builtAtMs
}

function statOf(path: string): Stats | null {
  try {
    return statSync(path, {throwIfNoEntry: false}) ?? null
  } catch {
    // A folder on the way is closed to us, or leads in a circle: as good as not there.
    return null
  }
}
