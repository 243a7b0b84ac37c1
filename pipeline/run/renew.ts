import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {code} from './code.ts'
import {commitEdition} from './commit.ts'
import type {Publication} from './crew.ts'
import {disk} from './disk.ts'
import {DamagedEntryError} from './entries.ts'
import {type Gathered, gatherAll} from './gathered.ts'
import {type Done, type Journal, openJournal, type Tree} from './journal.ts'
import type {KnownArticle} from './manifest.ts'
import {openPacks} from './pack.ts'
import {inputsOf, type Plan, type Stale, taskOf} from './plan.ts'
import {clearStaging, planPublications} from './publications.ts'
import {sha256Of} from './snapshot.ts'
import {planFor, type Renewal} from './survey.ts'
import {placesOf} from './swap.ts'
import type {Team} from './team.ts'
import {type BuildReport, optionsDigest, reportOf} from './unchanged.ts'
import type {Task} from './work.ts'

/** What became of the sources so far. */
interface Progress {
  readonly journal: Journal
  readonly trees: Map<string, Tree>
  readonly done: Map<string, Done>
  readonly team: Team
}

/**
 * Takes what changed through the chain, publishes it and what stands beside it, gathers the edition if that
 * changes it, and puts it in its place.
 */
export async function renewEdition(renewal: Renewal, team: Team): Promise<BuildReport> {
  const {workplace, options} = renewal
  const progress = takeUp(renewal, team)
  let plan = planFor(renewal)
  for (;;) {
    try {
      const gathered = await makeAndGather(renewal, plan, progress)
      const {trees, done} = progress
      const manifest = commitEdition(renewal, {trees, done, gathered})
      const {messages} = placesOf(options.out)
      return reportOf(manifest, {messages, out: workplace.out, made: done.size})
    } catch (error) {
      if (error instanceof PoisonedError)
        for (const [slug, why] of error.whyOf)
          plan = refuse(plan, {slug, why}, {renewal, progress})
      else if (error instanceof DamagedEntryError) {
        plan = withoutEntry(plan, error.slug, renewal)
        progress.trees.delete(error.slug)
        progress.done.delete(error.slug)
      } else throw error
    }
  }
}

/** What is kept of an article cannot be read: it is made anew. */
function withoutEntry(
  {stale, kept}: Plan,
  slug: string,
  {sources}: Renewal,
  why = 'what is kept of it is damaged'
): Plan {
  const job = sources.jobs.find((each) => each.slug === slug)
  if (!job) throw new Error(`An article that is not there is damaged: ${slug}`)
  return {
    stale: [...stale.filter(({task}) => task.slug !== slug), {task: taskOf(job), why}],
    kept: kept.filter((known) => known.slug !== slug)
  }
}

/** An article that ends whoever publishes it is left out, and what leads to it is made again. */
function refuse(
  plan: Plan,
  {slug, why}: {readonly slug: string; readonly why: string},
  {renewal, progress}: {readonly renewal: Renewal; readonly progress: Progress}
): Plan {
  const changed = withoutEntry(plan, slug, renewal, 'it cannot be published')
  const task = changed.stale.at(-1)?.task
  if (task) progress.trees.set(slug, progress.team.desk.refuse(task, why))
  progress.done.delete(slug)
  return changed
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
  const publications = planPublications(plan, progress, renewal)
  for (const {slug} of publications) {
    const known = kept.get(slug)
    if (known) options.onStale?.(known.path, 'another article stands before or after it')
  }
  clearStaging(workplace.staging, new Set(done.keys()))
  await publishAll(publications, renewal, progress)
  if (options.onMade) tellMade(renewal, publications, done)
  // What follows needs memory, and no threads.
  await progress.team.end()
  const articles = [
    ...plan.kept.map(({slug}) => slug),
    ...plan.stale.map(({task}) => task.slug)
  ]
    .sort()
    .flatMap((slug) => complete(kept.get(slug) ?? trees.get(slug), done.get(slug)) ?? [])
  return gatherAll(renewal, articles)
}

/** Tells what was found in the articles that were made. */
function tellMade(
  {workplace, options}: Renewal,
  publications: readonly Publication[],
  done: ReadonlyMap<string, Done>
): void {
  const packs = openPacks(workplace.cache)
  for (const {slug} of publications) {
    const place = done.get(slug)?.place
    const index = place && packs.index(place)
    if (!index) continue
    const messages = packs.section(place, 'messages') ?? '[]'
    options.onMade?.(index.path, JSON.parse(messages))
  }
  packs.close()
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
function takeUp({options, editionDigest}: Renewal, team: Team): Progress {
  const {progress} = placesOf(options.out)
  const mayTake = code !== null && !options.fresh
  if (!mayTake) disk.remove(progress)
  const journal = openJournal(progress, `${optionsDigest(options)} ${editionDigest}`)
  return {journal, trees: new Map(), done: new Map(), team}
}

/** Takes sources through the chain, but those that a build that was ended has read. */
async function readAll(
  stale: readonly Stale[],
  renewal: Renewal,
  {journal, trees, team}: Progress
): Promise<void> {
  const {options} = renewal
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
  for await (const batch of team.read(tasks)) {
    journal.noteTrees(batch)
    for (const tree of batch) trees.set(tree.slug, tree)
    options.signal?.throwIfAborted()
  }
}

const isRight = (noted: Tree, task: Task, {workplace, options}: Renewal): boolean =>
  existsSync(join(workplace.cache, noted.place.pack)) &&
  noted.inputs === inputsOf(task, sha256Of(join(options.sources, task.path)))

/** Publishes, noting each batch. */
async function publishAll(
  publications: readonly Publication[],
  {options}: Renewal,
  {journal, done, team}: Progress
): Promise<void> {
  let count = 0
  const share = createSharer()
  const poisoned = new Map<string, string>()
  for await (const batch of team.publish(publications)) {
    const made: Done[] = []
    for (const each of batch)
      if ('poisoned' in each) poisoned.set(each.poisoned.slug, each.why)
      else made.push(each)
    journal.noteDone(made)
    for (const each of made) done.set(each.slug, share(each))
    count += batch.length
    options.onProgress?.(count, publications.length)
    options.signal?.throwIfAborted()
  }
  if (poisoned.size > 0) throw new PoisonedError(poisoned)
}

/** Most articles have the same names of files, in few packs: each is held once. */
function createSharer(): (done: Done) => Done {
  const known = new Map<string, string>()
  const once = (text: string): string => {
    const held = known.get(text) ?? text
    known.set(held, held)
    return held
  }
  return (done) => ({
    ...done,
    names: once(done.names),
    place: {...done.place, pack: once(done.place.pack)}
  })
}

/** Articles that cannot be published: they are refused, and what leads to them is made again. */
class PoisonedError extends Error {
  readonly whyOf: ReadonlyMap<string, string>
  constructor(whyOf: ReadonlyMap<string, string>) {
    super('Articles end whoever publishes them')
    this.whyOf = whyOf
  }
}
