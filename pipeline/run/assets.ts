import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {OutputFile} from '../write/output.ts'

/** Where the compiled command keeps fonts, styles and scripts: beside itself, or in build/ when it runs from source. */
function assetFolder(): string {
  const here = new URL('./assets/', import.meta.url).pathname
  return existsSync(here)
    ? here
    : new URL('../../build/assets/', import.meta.url).pathname
}

/** The files every edition carries as they are. */
export function assetFiles(): OutputFile[] {
  const folder = assetFolder()
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({
      path: `assets/${file.slice(folder.length)}`,
      bytes: new Uint8Array(readFileSync(file))
    }))
}
