import {existsSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {setImmediate} from 'node:timers/promises'
import {sequence} from '../write/sequence.ts'
import {code} from './code.ts'
import {commitEdition} from './commit.ts'
import {batchSize, type Publication, publishBatch, readBatch} from './crew.ts'
import {shortDigest} from './digests.ts'
import {disk} from './disk.ts'
import {DamagedEntryError} from './entries.ts'
import {type Gathered, gatherAll} from './gathered.ts'
import {type Done, type Journal, openJournal, type Tree} from './journal.ts'
import type {KnownArticle} from './manifest.ts'
import {createPack} from './pack.ts'
import {inputsOf, type Plan, type Stale, taskOf} from './plan.ts'
import {madeDigest, sha256Of} from './snapshot.ts'
import {planFor, type Renewal, survey} from './survey.ts'
import {placesOf, type Workplace} from './swap.ts'
import {
  type BuildOptions,
  type BuildReport,
  optionsDigest,
  reportOf
} from './unchanged.ts'
import type {Around, Shop, Task} from './work.ts'

/** What became of the sources so far. */
interface Progress {
  readonly journal: Journal
  readonly trees: Map<string, Tree>
  readonly done: Map<string, Done>
}

/**
 * Takes what changed through the chain, publishes it and what stands beside it, gathers the edition if that
 * changes it, and puts it in its place.
 */
export async function renewEdition(
  workplace: Workplace,
  options: BuildOptions
): Promise<BuildReport> {
  const renewal = survey(workplace, options)
  let plan = planFor(renewal)
  const progress = takeUp(renewal)
  for (;;) {
    try {
      const gathered = await makeAndGather(renewal, plan, progress)
      const {trees, done} = progress
      const manifest = commitEdition(renewal, {trees, done, gathered})
      const {messages} = placesOf(options.out)
      return reportOf(manifest, {messages, out: workplace.out, made: done.size})
    } catch (error) {
      if (!(error instanceof DamagedEntryError)) throw error
      plan = withoutEntry(plan, error.slug, renewal)
      progress.trees.delete(error.slug)
      progress.done.delete(error.slug)
    }
  }
}

/** What is kept of an article cannot be read: it is made anew. */
function withoutEntry({stale, kept}: Plan, slug: string, {sources}: Renewal): Plan {
  const job = sources.jobs.find((each) => each.slug === slug)
  if (!job) throw new Error(`An article that is not there is damaged: ${slug}`)
  return {
    stale: [
      ...stale.filter(({task}) => task.slug !== slug),
      {task: taskOf(job), why: 'what is kept of it is damaged'}
    ],
    kept: kept.filter((known) => known.slug !== slug)
  }
}

async function makeAndGather(
  renewal: Renewal,
  plan: Plan,
  progress: Progress
): Promise<Gathered> {
  const {workplace, options} = renewal
  const {trees, done} = progress
  await readAll(plan.stale, renewal, progress)
  const kept = new Map(plan.kept.map((known) => [known.slug, known]))
  const publications = planPublications(plan, progress, workplace)
  for (const {slug} of publications) {
    const known = kept.get(slug)
    if (known) options.onStale?.(known.path, 'another article stands before or after it')
  }
  clearStaging(workplace.staging, new Set([...done.keys()]))
  await publishAll(publications, renewal, progress)
  const articles = [
    ...plan.kept.map(({slug}) => slug),
    ...plan.stale.map(({task}) => task.slug)
  ]
    .sort()
    .flatMap((slug) => complete(kept.get(slug) ?? trees.get(slug), done.get(slug)) ?? [])
  return gatherAll(renewal, articles)
}

/** What is remembered of an article: of its source as it was read, of its files as they were made. */
function complete(
  known: KnownArticle | Tree | undefined,
  done: Done | undefined
): KnownArticle | null {
  if (!known) return null
  const {slug, path, inputs, neighbour, uses} = known
  const made = done ?? ('made' in known ? known : null)
  if (!made) return null
  const {around, place, names, made: digest, sizeBytes, counts} = made
  const files = {around, place, names, made: digest, sizeBytes, counts}
  return {slug, path, inputs, neighbour, uses, ...files}
}

/** Takes up what a build that was ended has made already. */
function takeUp({options, editionDigest}: Renewal): Progress {
  const {progress} = placesOf(options.out)
  const mayTake = code !== null && !options.fresh
  if (!mayTake) disk.remove(progress)
  const journal = openJournal(progress, `${optionsDigest(options)} ${editionDigest}`)
  return {journal, trees: new Map(), done: new Map()}
}

/** Takes sources through the chain, but those that a build that was ended has read. */
async function readAll(
  stale: readonly Stale[],
  renewal: Renewal,
  {journal, trees}: Progress
): Promise<void> {
  const {options, workplace} = renewal
  const tasks: Task[] = []
  for (const {task, why} of stale) {
    if (trees.has(task.slug)) continue
    const noted = journal.trees.get(task.slug)
    if (noted && isRight(noted, task, renewal)) trees.set(task.slug, noted)
    else {
      options.onStale?.(task.path, why)
      tasks.push(task)
    }
  }
  const pack = createPack(workplace.cache, newName(renewal, 'trees'))
  for (let at = 0; at < tasks.length; at += batchSize) {
    const batch = await readBatch(tasks.slice(at, at + batchSize), shopOf(renewal), pack)
    journal.noteTrees(batch)
    for (const tree of batch) trees.set(tree.slug, tree)
    // Lets a signal be heard between batches.
    await setImmediate()
  }
}

const isRight = (noted: Tree, task: Task, {workplace, options}: Renewal): boolean =>
  existsSync(join(workplace.cache, noted.place.pack)) &&
  noted.inputs === inputsOf(task, sha256Of(join(options.sources, task.path)))

let names = 0
/** Of a pack that is not there yet. */
const newName = ({workplace}: Renewal, kind: string): string =>
  `pack-${workplace.startedAtMs}-${process.pid}-${kind}-${names++}`

const shopOf = ({options, workplace, edition}: Renewal): Shop => ({
  sources: options.sources,
  folder: workplace.staging,
  edition,
  languages: options.languages ?? []
})

/** What was read, and what is kept but stands between other articles than before. */
function planPublications(
  {kept, stale}: Plan,
  {journal, trees, done}: Progress,
  workplace: Workplace
): Publication[] {
  const read = stale.flatMap(({task}) => trees.get(task.slug) ?? [])
  const neighbours = [...kept, ...read].flatMap(({neighbour}) => neighbour ?? [])
  const order = sequence(neighbours)
  const nobody: Around = {}
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
      publications.push({slug, place, around})
  }
  return publications
}

const isThere = (
  {slug, place, names: files, made}: Done,
  {cache, staging}: Workplace
): boolean =>
  existsSync(join(cache, place.pack)) &&
  (files === '' || madeDigest(staging, slug, files, false) === made)

/** Removes what is left in the staging folder of work that is not taken up. */
function clearStaging(staging: string, taken: ReadonlySet<string>): void {
  for (const name of readdirSync(staging))
    if (name !== 'articles') disk.remove(join(staging, name))
  const articles = join(staging, 'articles')
  if (!existsSync(articles)) return
  for (const slug of readdirSync(articles))
    if (!taken.has(slug)) disk.remove(join(articles, slug))
}

/** Publishes, noting each batch. */
async function publishAll(
  publications: readonly Publication[],
  renewal: Renewal,
  {journal, done}: Progress
): Promise<void> {
  const {workplace, options} = renewal
  const folder = workplace.cache
  const pack = createPack(folder, newName(renewal, 'articles'))
  for (let at = 0; at < publications.length; at += batchSize) {
    const some = publications.slice(at, at + batchSize)
    const batch = await publishBatch(some, shopOf(renewal), {folder, pack})
    journal.noteDone(batch)
    for (const each of batch) done.set(each.slug, each)
    options.onProgress?.(at + batch.length, publications.length)
    await setImmediate()
  }
}
