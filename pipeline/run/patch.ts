import {existsSync, readFileSync, statSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {sha256Hex} from './digests.ts'
import {disk} from './disk.ts'

/** Files and folders of an edition to be put in place, and to be removed. */
export interface Patch {
  /** Paths below the edition; each lies below the staging folder. A folder replaces the whole of the old one. */
  readonly put: readonly string[]
  readonly drop: readonly string[]
}

const fileOf = (cache: string): string => join(cache, 'patch')

/** Notes a patch, which from this moment on will be applied, whatever happens. */
export function writePatch(cache: string, patch: Patch): void {
  const text = JSON.stringify(patch)
  disk.write(`${fileOf(cache)}.new`, `${sha256Hex(text)}\n${text}`)
  disk.move(`${fileOf(cache)}.new`, fileOf(cache))
}

export const hasPatch = (cache: string): boolean => existsSync(fileOf(cache))

/** Applies the patch that was noted; can be ended at any moment and begun again. */
export function applyPatch({
  cache,
  staging,
  out,
  manifest,
  messages
}: {
  readonly cache: string
  readonly staging: string
  readonly out: string
  readonly manifest: string
  readonly messages: string
}): void {
  const patch = readPatch(cache)
  for (const path of patch?.put ?? []) {
    const from = join(staging, path)
    // What is not there was moved before the build was ended.
    if (!existsSync(from)) continue
    const to = join(out, path)
    disk.makeFolder(dirname(to))
    // A file is replaced in one step; a folder is only ever moved to where none is.
    if (existsSync(to) && statSync(to).isDirectory()) disk.remove(to)
    disk.move(from, to)
  }
  for (const path of patch?.drop ?? []) disk.remove(join(out, path))
  for (const path of [messages, manifest])
    if (patch && existsSync(`${path}.next`)) disk.move(`${path}.next`, path)
  disk.remove(staging)
  disk.remove(fileOf(cache))
}

/** Null where it is damaged: then nothing of it was put in place. */
function readPatch(cache: string): Patch | null {
  const [digest = '', text = ''] = readFileSync(fileOf(cache), 'utf8').split('\n')
  return sha256Hex(text) === digest ? JSON.parse(text) : null
}
