import {createHash} from 'node:crypto'
import type {Sources} from '../source/load.ts'
import {UsageError} from './arguments.ts'
import {shortDigest} from './digests.ts'

/** A share of an edition: this one of so many, counted from 0. */
export interface Shard {
  readonly index: number
  readonly count: number
}

/** Reads `2/7`. @throws UsageError for what is no share */
export function parseShard(typed: string): Shard {
  const [, index = '', count = ''] = /^(\d{1,6})\/(\d{1,6})$/u.exec(typed) ?? []
  const shard = {index: Number(index), count: Number(count)}
  if (count !== '' && shard.index < shard.count) return shard
  throw new UsageError(
    `\`--shard\` takes a share such as \`0/4\`, from \`0/4\` to \`3/4\`, not \`${typed}\`.`
  )
}

/**
 * The share that an id falls to, by its digest alone: it does not matter what else there is and in
 * which order it is listed.
 */
export const shardOf = (id: string, count: number): number =>
  Number(createHash('sha256').update(id).digest().readBigUInt64BE(0) % BigInt(count))

/** Of all sources those of one share; what cannot be processed is shared out by its path. */
export function shareOf(sources: Sources, {index, count}: Shard): Sources {
  return {
    ...sources,
    jobs: sources.jobs.filter(({slug}) => shardOf(slug, count) === index),
    refused: sources.refused.filter(({path}) => shardOf(path, count) === index)
  }
}

/** A digest of what is listed: shards of one edition have the same. */
export const listingOf = ({jobs, refused}: Sources): string =>
  shortDigest([
    jobs.map(({slug, file}) => [slug, file.path]),
    refused.map(({path}) => path)
  ])
