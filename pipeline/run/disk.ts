import {
  appendFileSync,
  copyFileSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync
} from 'node:fs'
import {constants} from 'node:os'
import {getSystemErrorMap} from 'node:util'

/**
 * Everything that a build changes on disk goes through here, so that a test can end it or make it fail
 * at each single change. `WARRAQ_FAULT` is `17:kill`, which ends the process before the 17th; `17:torn`, in the
 * middle of what it writes; `17:ENOSPC`, which fails it and all behind it but removals; or `count`, which
 * says on standard error how many there were.
 */
export const disk = {
  makeFolder(path: string): void {
    step('mkdir', path)
    mkdirSync(path, {recursive: true})
  },
  write(path: string, bytes: string | Uint8Array): void {
    step('write', path, (share) => writeFileSync(path, share(bytes)))
    named(path, () => writeFileSync(path, bytes))
  },
  append(path: string, bytes: string | Uint8Array): void {
    step('write', path, (share) => appendFileSync(path, share(bytes)))
    named(path, () => appendFileSync(path, bytes))
  },
  /** Bytes into an open file, from an offset on. */
  writeAt({handle, path}: OpenFile, bytes: Uint8Array, offset: number): void {
    const put = (some: Uint8Array): void => {
      // A disk that is nearly full takes a part, and says nothing.
      for (let at = 0; at < some.length; )
        at += writeSync(handle, some, at, some.length - at, offset + at)
    }
    step('write', path, (share) => put(Buffer.from(share(bytes))))
    named(path, () => put(bytes))
  },
  move(from: string, to: string): void {
    step('rename', to)
    renameSync(from, to)
  },
  /** A second name for a file; a copy where the file system has none. */
  link(from: string, to: string): void {
    step('link', to)
    try {
      linkSync(from, to)
    } catch (error) {
      if (!hasCode(error, ['EPERM', 'EXDEV', 'ENOTSUP', 'EMLINK', 'ENOSYS'])) throw error
      copyFileSync(from, to)
    }
  },
  remove(path: string): void {
    step('unlink', path)
    rmSync(path, {recursive: true, force: true})
  }
}

/** A file that is open to be written. */
export interface OpenFile {
  readonly handle: number
  readonly path: string
}

/** Where a write fails, the system does not say of which file. */
function named(path: string, change: () => void): void {
  try {
    change()
  } catch (error) {
    throw error instanceof Error && !('path' in error)
      ? Object.assign(error, {path})
      : error
  }
}

/** Whether the system gave one of these reasons. */
export const hasCode = (error: unknown, codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code))

/** What the system throws where it refuses. */
export function refusal(code: string, syscall: string, path: string): Error {
  const errno = Object.entries(constants.errno).find(([name]) => name === code)?.[1] ?? 0
  const [, reason = 'refused'] = getSystemErrorMap().get(-errno) ?? []
  const message = `${code}: ${reason}, ${syscall} '${path}'`
  return Object.assign(new Error(message), {code, errno: -errno, syscall, path})
}

const wanted = process.env.WARRAQ_FAULT ?? ''
const [, at = '', kind = ''] = /^(\d+):(\w+)$/u.exec(wanted) ?? []
let changes = 0
if (wanted === 'count')
  process.on('exit', () => {
    // The command and the program that it loads each have this module; the command changes nothing.
    if (changes > 0) process.stderr.write(`${changes} changes on disk\n`)
  })

type Part = (share: (bytes: string | Uint8Array) => string | Uint8Array) => void

/** @param writePart writes a share of what the change would */
function step(call: string, path: string, writePart?: Part): void {
  if (wanted === '') return
  changes++
  if (kind === 'kill' || kind === 'torn') {
    if (changes !== Number(at)) return
    if (kind === 'torn') writePart?.((bytes) => bytes.slice(0, bytes.length / 2))
    process.kill(process.pid, 'SIGKILL')
  } else if (at !== '' && changes >= Number(at) && call !== 'unlink')
    throw refusal(kind, call, path)
}
