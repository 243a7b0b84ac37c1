import {
  appendFileSync,
  copyFileSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
  writeFileSync
} from 'node:fs'

/**
 * Everything that a build changes on disk goes through here, so that a test can end it or make it fail
 * at each single change: `WARRAQ_FAULT=17:kill` ends the process before the 17th, `17:ENOSPC` fails it.
 */
export const disk = {
  makeFolder(path: string): void {
    step(path)
    mkdirSync(path, {recursive: true})
  },
  write(path: string, bytes: string | Uint8Array): void {
    step(path)
    writeFileSync(path, bytes)
  },
  append(path: string, bytes: string | Uint8Array): void {
    step(path)
    appendFileSync(path, bytes)
  },
  move(from: string, to: string): void {
    step(to)
    renameSync(from, to)
  },
  /** A second name for a file; a copy where the file system has none. */
  link(from: string, to: string): void {
    step(to)
    try {
      linkSync(from, to)
    } catch (error) {
      if (!hasCode(error, ['EPERM', 'EXDEV', 'ENOTSUP', 'EMLINK', 'ENOSYS'])) throw error
      copyFileSync(from, to)
    }
  },
  remove(path: string): void {
    step(path)
    rmSync(path, {recursive: true, force: true})
  }
}

/** Whether the system gave one of these reasons. */
export const hasCode = (error: unknown, codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code))

const fault = /^(\d+):(\w+)$/u.exec(process.env.WARRAQ_FAULT ?? '')
let changes = 0

function step(path: string): void {
  if (!fault || ++changes !== Number(fault[1])) return
  const [, , code = ''] = fault
  if (code === 'kill') process.kill(process.pid, 'SIGKILL')
  throw Object.assign(new Error(`${code}: a fault that was asked for`), {code, path})
}
