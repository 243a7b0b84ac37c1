import {existsSync, readdirSync, statSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {endingOf, isIgnored} from './files.ts'

/**
 * The folder of sources a path lies in: the nearest with an edition.yaml or authorities.yaml, else the folder that the
 * collection lies in, which is told by its collection.yaml or its sources.
 * @param endings of sources, without their dots
 */
export function rootOf(path: string, endings: readonly string[]): string {
  let at = statSync(path).isDirectory() ? path : dirname(path)
  for (let up = at; dirname(up) !== up; up = dirname(up)) {
    if (existsSync(join(up, 'edition.yaml')) || existsSync(join(up, 'authorities.yaml')))
      return up
  }
  if (at !== path || isCollection(at, endings)) at = dirname(at)
  return at
}

/** True of a folder that holds sources and no further folder: one of sources holds collections. */
function isCollection(folder: string, endings: readonly string[]): boolean {
  if (existsSync(join(folder, 'collection.yaml'))) return true
  const entries = readdirSync(folder, {withFileTypes: true})
  const isSource = (name: string): boolean =>
    !isIgnored(name) && endings.includes(endingOf(name, endings))
  return (
    entries.some((entry) => entry.isFile() && isSource(entry.name)) &&
    !entries.some((entry) => entry.isDirectory() && !isIgnored(entry.name))
  )
}
