import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync
} from 'node:fs'
import {basename, dirname, join, resolve} from 'node:path'

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

/** Another build is at work on the same edition. */
export class BusyError extends Error {}

/**
 * Opens a workplace beside `out`. A build that was killed leaves its folders: they are removed, and an
 * edition that was moved away but not replaced is put back. One build at a time; a lock whose process
 * is gone does not count.
 */
export function openWorkplace(out: string): Workplace {
  const target = resolve(out)
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

function takeLock(lock: string, target: string): void {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const file = openSync(lock, 'wx')
      writeSync(file, String(process.pid))
      closeSync(file)
      return
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST'))
        throw error
      const owner = Number(readFileSync(lock, 'utf8'))
      if (attempt > 0 || isAlive(owner)) {
        throw new BusyError(
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
