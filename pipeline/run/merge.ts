import {damagedShard} from '../diagnostics/shard-rules.ts'
import type {Edition} from '../source/types.ts'
import type {Message} from '../tree/types.ts'
import {sequence} from '../write/sequence.ts'
import {atWork} from './build.ts'
import {commitEdition} from './commit.ts'
import type {Publication} from './crew.ts'
import {disk} from './disk.ts'
import {DamagedEntryError} from './entries.ts'
import {gatherAll} from './gathered.ts'
import type {Done} from './journal.ts'
import type {KnownArticle} from './manifest.ts'
import {clearStaging} from './publications.ts'
import {type Member, say, unite} from './shard-checks.ts'
import {type OpenShard, readShard} from './shard-file.ts'
import type {Renewal} from './survey.ts'
import {placesOf, type Workplace} from './swap.ts'
import {openTeam, setupOf, type Team} from './team.ts'
import {type BuildReport, reportOf} from './unchanged.ts'

/** What is merged, and where to. */
export interface MergeOptions {
  /** Folders of shards, in any order. */
  readonly shards: readonly string[]
  readonly out: string
  readonly jobs?: number
  onProgress?(done: number, total: number): void
}

/** The edition, or why there is none. */
export type Merged =
  | {readonly report: BuildReport}
  | {readonly messages: readonly Message[]}

/**
 * Makes one edition of shards: their articles are taken over, what leads from one to the next and the files of
 * the whole edition are made. The same bytes as of one process that makes all. Reports `run/missing-shard`,
 * `run/foreign-shard`, `run/damaged-shard`, `run/shards-disagree`, and then writes nothing.
 */
export async function mergeShards(options: MergeOptions): Promise<Merged> {
  const shards: OpenShard[] = []
  for (const folder of options.shards) {
    const shard = readShard(folder)
    if (typeof shard === 'string')
      return {messages: say(folder, damagedShard, {what: shard})}
    shards.push(shard)
  }
  const union = unite(shards)
  if ('messages' in union) return union
  const {members} = union
  const [first] = shards
  if (!first) throw new Error('There is nothing to merge')
  try {
    const report = await atWork(options.out, options.shards, (workplace, hire) => {
      const renewal = renewalOf(workplace, shards, options)
      return putTogether(renewal, members, hire(openTeam(setupOf(renewal), options.jobs)))
    })
    return {report}
  } catch (error) {
    if (!(error instanceof DamagedEntryError)) throw error
    const {slug} = error
    const folder = members.find(({article}) => article.slug === slug)?.shard.folder
    const what = `what is kept of the article \`${slug}\``
    return {messages: say(folder ?? options.out, damagedShard, {what})}
  }
}

/** What a build knows when it has looked at its sources, from what shards say of them. */
function renewalOf(
  workplace: Workplace,
  shards: readonly OpenShard[],
  {out, jobs, onProgress}: MergeOptions
): Renewal {
  const [first] = shards
  if (!first) throw new Error('There is nothing to merge')
  const {entities, settings, editionDigest, listing} = first
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  const authorities = {entities, byId}
  const edition: Edition = {...first.edition, authorities}
  // The same share may be there twice.
  const refused = new Map(
    shards.flatMap((shard) => shard.refused.map((each) => [each.path, each] as const))
  )
  return {
    workplace,
    options: {
      ...settings,
      sources: '',
      out,
      ...(jobs === undefined ? {} : {jobs}),
      ...(onProgress ? {onProgress} : {})
    },
    sources: {root: '', edition, jobs: [], refused: [...refused.values()], authorities},
    listing,
    stamps: new Map(),
    before: null,
    editionDigest,
    edition
  }
}

async function putTogether(
  renewal: Renewal,
  members: readonly Member[],
  team: Team
): Promise<BuildReport> {
  const {workplace, options} = renewal
  const {messages, progress} = placesOf(options.out)
  disk.remove(progress)
  clearStaging(workplace.staging, new Set())
  const done = await takeOver(members, renewal, team)
  const articles = members.flatMap(({article}): KnownArticle[] => {
    const made = done.get(article.slug)
    return made ? [{...article, ...made}] : []
  })
  const gathered = await gatherAll(renewal, articles)
  const manifest = commitEdition(renewal, {trees: new Map(), done, gathered})
  return reportOf(manifest, {messages, out: workplace.out, made: done.size})
}

/** Copies the articles, each with what leads to the one before and after it. */
async function takeOver(
  members: readonly Member[],
  {options}: Renewal,
  team: Team
): Promise<Map<string, Done>> {
  const order = sequence(members.flatMap(({article}) => article.neighbour ?? []))
  const publications = members.map(
    ({shard, article: {slug, place}}): Publication => ({
      slug,
      place,
      around: order.get(slug) ?? {},
      standing: {folder: shard.folder, isShard: true}
    })
  )
  const done = new Map<string, Done>()
  for await (const batch of team.publish(publications)) {
    for (const each of batch)
      if ('poisoned' in each) throw new Error(`${each.poisoned.slug}: ${each.why}`)
      else done.set(each.slug, each)
    options.onProgress?.(done.size, publications.length)
  }
  return done
}
