import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Edition, Result} from '../source/types.ts'
import {sha256Hex} from './digests.ts'
import type {KnownArticle} from './manifest.ts'
import type {Shard} from './shard.ts'
import type {BuildOptions} from './unchanged.ts'

/** The files of a shard beside those of its articles. */
export const shardFiles = {
  /** What it is a share of, and a line for each article. */
  index: 'shard.ndjson',
  /** What is kept of each article. */
  pack: 'pack.ndjson',
  checksums: 'sha256sums.txt'
} as const

/** What shards of one edition have in common. */
export interface ShardHead {
  readonly form: typeof form
  /** The program. */
  readonly code: string
  readonly shard: Shard
  readonly settings: Pick<
    BuildOptions,
    'sourceDateEpoch' | 'languages' | 'extraction' | 'only' | 'pack'
  >
  readonly edition: Omit<Edition, 'authorities'>
  readonly entities: Edition['authorities']['entities']
  readonly editionDigest: string
  /** Of the names of all sources. */
  readonly listing: string
  /** Sources of this share that cannot be processed. */
  readonly refused: readonly Pick<Result, 'path' | 'messages'>[]
}

/** An article of a shard; its place is one in the pack of the shard. */
export type ShardArticle = Omit<KnownArticle, 'around' | 'made'>

/** A shard as it lies in its folder. */
export interface OpenShard extends ShardHead {
  readonly folder: string
  readonly articles: readonly ShardArticle[]
}

/** Changes when the form of a shard does. */
const form = 'warraq shard 1'

/** The lines of the index, one by one. */
export function* printIndex(
  head: Omit<ShardHead, 'form'>,
  articles: Iterable<ShardArticle>
): Generator<string> {
  yield `${JSON.stringify({form, ...head})}\n`
  for (const article of articles) yield `${JSON.stringify(article)}\n`
}

/** The shard in a folder. @returns what is wrong with it, where it is not as it was made */
export function readShard(folder: string): OpenShard | string {
  const sums = join(folder, shardFiles.checksums)
  if (!existsSync(join(folder, shardFiles.index)) || !existsSync(sums))
    return `folder without \`${shardFiles.index}\` and \`${shardFiles.checksums}\``
  const bytes = readFileSync(join(folder, shardFiles.index))
  const digest = sha256Hex(bytes)
  if (!readFileSync(sums, 'utf8').includes(`${digest}  ${shardFiles.index}\n`))
    return `\`${shardFiles.index}\``
  const [first = '', ...lines] = bytes.toString('utf8').split('\n').slice(0, -1)
  const head: ShardHead = JSON.parse(first)
  if (head.form !== form) return `form \`${head.form}\``
  return {...head, folder, articles: lines.map((line) => JSON.parse(line))}
}
