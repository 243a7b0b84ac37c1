import {join} from 'node:path'
import {inOrder} from '../source/files.ts'
import {eachFile, sha256OfFile} from './listing.ts'
import {readLines} from './sort-lines.ts'

/** What the files of an edition are against its list; paths in the order of their code points. */
export interface Comparison {
  readonly files: number
  readonly changed: readonly string[]
  readonly missing: readonly string[]
  readonly extra: readonly string[]
}

const list = 'sha256sums.txt'

/**
 * Holds the files of an edition against its list side by side, as both are sorted: neither is held in memory, whatever
 * their number. @returns null where the list is not in order, or names a file twice
 */
export function compareWithList(folder: string): Comparison | null {
  const [changed, missing, extra]: [string[], string[], string[]] = [[], [], []]
  const paths = eachFile(folder)
  let file = paths.next()
  const passTo = (path: string | null): void => {
    for (
      ;
      !file.done && (path === null || inOrder(file.value, path) < 0);
      file = paths.next()
    )
      if (file.value !== list) extra.push(file.value)
  }
  let files = 0
  let before: string | undefined
  for (const {path, digest} of readList(join(folder, list))) {
    if (before !== undefined && inOrder(before, path) >= 0) return null
    before = path
    files++
    passTo(path)
    if (file.done || file.value !== path) missing.push(path)
    else {
      if (sha256OfFile(join(folder, path)) !== digest) changed.push(path)
      file = paths.next()
    }
  }
  passTo(null)
  return {files, changed, missing, extra}
}

function* readList(file: string): Generator<{path: string; digest: string}> {
  for (const line of readLines(file)) {
    const [, digest, path] = /^([0-9a-f]+) [ *](.+)\n$/u.exec(line) ?? []
    if (digest !== undefined && path !== undefined) yield {digest, path}
  }
}
