import {existsSync, statSync} from 'node:fs'
import {dirname, join} from 'node:path'

/** The folder of sources a path lies in: the nearest with an edition.yaml or a collection in it. */
export function rootOf(path: string): string {
  let at = statSync(path).isDirectory() ? path : dirname(path)
  for (let up = at; dirname(up) !== up; up = dirname(up)) {
    if (existsSync(join(up, 'edition.yaml')) || existsSync(join(up, 'authorities.yaml')))
      return up
  }
  if (existsSync(join(at, 'collection.yaml')) || at !== path) at = dirname(at)
  return at
}
