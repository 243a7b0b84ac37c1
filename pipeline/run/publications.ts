import {existsSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {sequence} from '../write/sequence.ts'
import type {Publication} from './crew.ts'
import {shortDigest} from './digests.ts'
import {disk} from './disk.ts'
import type {Done, Journal, Tree} from './journal.ts'
import type {KnownArticle} from './manifest.ts'
import type {Plan} from './plan.ts'
import {areFilesMade, madeDigest} from './snapshot.ts'
import type {Renewal} from './survey.ts'
import type {Workplace} from './swap.ts'
import type {Around} from './work.ts'

/** What is made so far, by this build and by one that was ended. */
interface Made {
  readonly journal: Journal
  readonly trees: ReadonlyMap<string, Tree>
  readonly done: Map<string, Done>
}

/** What is to be published: what was read, and what is kept but stands between other articles than before. */
export function planPublications(
  {kept, stale}: Plan,
  {journal, trees, done}: Made,
  {workplace, options, before}: Pick<Renewal, 'workplace' | 'options' | 'before'>
): Publication[] {
  const read = stale.flatMap(({task}) => trees.get(task.slug) ?? [])
  const neighbours = [...kept, ...read].flatMap(({neighbour}) => neighbour ?? [])
  // A share does not know what stands between its articles.
  const order = sequence(options.shard ? [] : neighbours)
  const nobody: Around = {}
  const standing = {folder: workplace.out, isShard: false}
  const publications: Publication[] = []
  for (const {slug, place} of read) {
    const around = order.get(slug) ?? nobody
    const known = done.get(slug) ?? journal.done.get(slug)
    const isSame = known?.from === place.digest && known.around === shortDigest(around)
    if (isSame && isThere(known, workplace)) done.set(slug, known)
    else publications.push({slug, place, around})
  }
  for (const {slug, place, around: before} of kept) {
    const around = order.get(slug) ?? nobody
    if (before !== shortDigest(around) && done.get(slug)?.around !== shortDigest(around))
      publications.push({slug, place, around, ...(options.pack ? {} : {standing})})
  }
  const isChanged =
    publications.length > 0 ||
    kept.length !== before?.articles.size ||
    !areFilesMade(workplace.out, before)
  if (!options.pack || options.shard || !isChanged) return publications
  const planned = new Set([...publications.map(({slug}) => slug), ...done.keys()])
  return [...publications, ...others(kept, planned, order)]
}

/** An archive is made of all of its articles, those that did not change too. */
const others = (
  kept: readonly KnownArticle[],
  planned: ReadonlySet<string>,
  order: ReadonlyMap<string, Around>
): Publication[] =>
  kept
    .filter(({slug}) => !planned.has(slug))
    .map(({slug, place}) => ({slug, place, around: order.get(slug) ?? {}}))

const isThere = (
  {slug, place, names: files, made}: Done,
  {cache, staging}: Workplace
): boolean =>
  existsSync(join(cache, place.pack)) &&
  (files === '' || madeDigest(staging, slug, files, false) === made)

/** Removes what is left in the staging folder of work that is not taken up. */
export function clearStaging(staging: string, taken: ReadonlySet<string>): void {
  for (const name of readdirSync(staging))
    if (name !== 'articles') disk.remove(join(staging, name))
  const articles = join(staging, 'articles')
  if (!existsSync(articles)) return
  for (const slug of readdirSync(articles))
    if (!taken.has(slug)) disk.remove(join(articles, slug))
}
