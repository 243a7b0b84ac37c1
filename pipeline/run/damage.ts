import type {ByteSource} from '../source/byte-source.ts'
import {BrokenZipError, readZip} from '../source/zip-reader.ts'
import {openPacks} from './pack.ts'
import {readShard, shardFiles} from './shard-file.ts'

/**
 * Files of an archive that are not as they were packed, by the digest that it keeps of each. A byte that flipped
 * between them damages none.
 * @param path what the archive is called in the answer
 */
export function damagedMembers(path: string, archive: ByteSource): string[] {
  const found: string[] = []
  try {
    for (const entry of readZip(archive))
      if (!entry.isAsPacked()) found.push(`${path}: ${entry.name}`)
  } catch (error) {
    if (!(error instanceof BrokenZipError)) throw error
    found.push(`${path}: ${error.message}`)
  }
  return found
}

/** Articles of a shard of which what is kept in its pack is not as it was made. @param path of the changed file */
export function damagedArticles(path: string, folder: string): string[] {
  if (path !== shardFiles.pack) return []
  const shard = readShard(folder)
  if (typeof shard === 'string') return []
  const packs = openPacks(folder)
  try {
    return shard.articles
      .filter(({place}) => packs.bytes(place) === null)
      .map(({slug}) => `${path}: ${slug}`)
  } finally {
    packs.close()
  }
}
