import {VFile} from 'vfile'
import {messagesOf, reportTo} from '../diagnostics/report.ts'
import type {Rule} from '../diagnostics/rule.ts'
import {foreignShard, missingShard, shardsDisagree} from '../diagnostics/shard-rules.ts'
import type {Message} from '../tree/types.ts'
import {shortDigest} from './digests.ts'
import type {OpenShard, ShardArticle, ShardHead} from './shard-file.ts'

/** An article and the shard that has it. */
export interface Member {
  readonly shard: OpenShard
  readonly article: ShardArticle
}

/** The articles of all shards, each once, sorted by id; or why they do not make an edition. */
export type Union =
  | {readonly members: readonly Member[]}
  | {readonly messages: readonly Message[]}

/** Puts shards together, in whatever order they are given. */
export function unite(shards: readonly OpenShard[]): Union {
  // Messages and choices do not depend on the order either.
  const sorted = [...shards].sort(
    (a, b) => a.shard.index - b.shard.index || (a.folder < b.folder ? -1 : 1)
  )
  const [first] = sorted
  if (!first) return {members: []}
  const strangers = sorted.flatMap((shard) => strangeness(shard, first))
  if (strangers.length > 0) return {messages: strangers}
  const {count} = first.shard
  const there = new Set(sorted.map(({shard}) => shard.index))
  const missing = Array.from({length: count}, (_, n) => n).filter((n) => !there.has(n))
  if (missing.length > 0)
    return {messages: say(first.folder, missingShard, {missing, count})}
  return collect(sorted)
}

const shared: readonly (readonly [
  what: string,
  of: (head: ShardHead) => number | object | string
])[] = [
  ['version of warraq or of Node', ({code}) => code],
  ['number of shards', ({shard}) => shard.count],
  ['options', ({settings}) => settings],
  ['edition.yaml or collection.yaml', ({edition}) => edition],
  ['authorities.yaml', ({entities}) => entities],
  ['list of sources', ({listing}) => listing]
]

/** What a shard does not have in common with another, the first of all. */
function strangeness(shard: OpenShard, other: OpenShard): Message[] {
  const differs = shared.find(
    ([, of]) => shortDigest([of(shard)]) !== shortDigest([of(other)])
  )
  if (!differs) return []
  return say(shard.folder, foreignShard, {what: differs[0], other: other.folder})
}

function collect(shards: readonly OpenShard[]): Union {
  const members = new Map<string, Member>()
  const messages: Message[] = []
  for (const shard of shards)
    for (const article of shard.articles) {
      const known = members.get(article.slug)
      if (!known) members.set(article.slug, {shard, article})
      else if (known.article.place.digest !== article.place.digest) {
        const args = {id: article.slug, other: known.shard.folder}
        messages.push(...say(shard.folder, shardsDisagree, args))
      }
    }
  if (messages.length > 0) return {messages}
  const sorted = [...members.values()].sort((a, b) =>
    a.article.slug < b.article.slug ? -1 : 1
  )
  return {members: sorted}
}

/** A message about a shard. */
export function say<Arguments extends object>(
  folder: string,
  rule: Rule<Arguments>,
  args: Arguments
): Message[] {
  const file = new VFile({path: folder})
  reportTo(file)(rule, args)
  return messagesOf(file)
}
