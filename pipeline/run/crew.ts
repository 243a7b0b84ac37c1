import {setImmediate} from 'node:timers/promises'
import type {Message} from '../tree/types.ts'
import {type Neighbour, neighbourOf} from '../write/sequence.ts'
import {arrangeArticle, type Standing} from './arrange.ts'
import {shortDigest} from './digests.ts'
import {DamagedEntryError} from './entries.ts'
import type {Done, Tree} from './journal.ts'
import {
  openPacks,
  type PackReader,
  type PackWriter,
  type Place,
  partSection
} from './pack.ts'
import {inputsOf} from './plan.ts'
import type {Recorder} from './records.ts'
import {madeDigest} from './snapshot.ts'
import {
  type Around,
  type Made,
  publishArticle,
  type ReadSource,
  readArticle,
  type Shop,
  type SourceTree,
  type Task
} from './work.ts'

/** An article to be published: where its tree lies, and what stands around it. */
export interface Publication {
  readonly slug: string
  readonly place: Place
  readonly around: Around
  /** Where its files stand, right but for what leads to other articles. */
  readonly standing?: Standing
}

/** Takes some sources through the chain; what came of them is on disk when it returns. */
export async function readBatch(
  tasks: readonly Task[],
  shop: Shop,
  {recordOf, pack}: {readonly recordOf: Recorder; readonly pack: PackWriter}
): Promise<Tree[]> {
  const trees: Tree[] = []
  for (const task of tasks)
    trees.push(noteTree(task, await readArticle(task, shop, recordOf), {shop, pack}))
  pack.end()
  return trees
}

/** Keeps what a source says. */
export function noteTree(
  task: Task,
  {result, stamp, sha256}: ReadSource,
  {shop, pack}: {readonly shop: Pick<Shop, 'edition'>; readonly pack: PackWriter}
): Tree {
  const {slug, path} = task
  const {article, messages} = result
  const known = shop.edition.authorities.byId
  const own = {files: [], links: [], parts: {}}
  const kept = {id: slug, path, article, messages, found: messages.length, ...own}
  return {
    slug,
    path,
    inputs: inputsOf(task, sha256),
    neighbour: article && detached(neighbourOf(article)),
    uses: article ? article.entities.map(({id}) => id).filter((id) => known.has(id)) : [],
    place: pack.add(kept),
    stamp,
    sha256
  }
}

/** The same without a hold on the text that it was cut out of, which would stay in memory. */
const detached = (neighbour: Neighbour): Neighbour =>
  JSON.parse(JSON.stringify(neighbour))

/** Publishes some articles; their files and what is kept of them are on disk when it returns. */
export async function publishBatch(
  publications: readonly Publication[],
  shop: Shop,
  {folder, pack}: {readonly folder: string; readonly pack: PackWriter}
): Promise<Done[]> {
  const packs = new Map<string, PackReader>()
  const packsOf = ({standing}: Publication): PackReader => {
    const place = standing?.isShard ? standing.folder : folder
    const known = packs.get(place) ?? openPacks(place)
    packs.set(place, known)
    return known
  }
  try {
    const done: Done[] = []
    for (const each of publications) {
      done.push(await publishOne(each, shop, {packs: packsOf(each), pack}))
      // What a picture was drawn in is only let go between two turns of the thread: 5 MB an article.
      await setImmediate()
    }
    pack.end()
    return done
  } finally {
    for (const each of packs.values()) each.close()
  }
}

async function publishOne(
  {slug, place, around, standing}: Publication,
  shop: Shop,
  {packs, pack}: {readonly packs: PackReader; readonly pack: PackWriter}
): Promise<Done> {
  const tree = readTree(place, packs)
  if (!tree) throw new DamagedEntryError(slug)
  const {kept, article} = tree
  const stood = standing && readMade(place, packs)
  // What is kept here can be made again; what came from elsewhere is as it was made, or nothing of it counts.
  if (standing?.isShard && !stood) throw new DamagedEntryError(slug)
  const arranged =
    stood && (await arrangeArticle({...kept, ...stood}, around, {shop, standing}))
  const made = arranged ?? (await publishArticle(kept, around, shop))
  const names = made.files
    .map((file) => file.path.slice(`articles/${slug}/`.length))
    .join('|')
  return {
    slug,
    from: place.digest,
    around: shortDigest(around),
    place: pack.add({...kept, ...made}, article),
    names,
    made: names === '' ? '' : madeDigest(shop.folder, slug, names, false),
    sizeBytes: made.files.reduce((sum, file) => sum + file.sizeBytes, 0),
    counts: countsOf(made.messages)
  }
}

/** A source as it was read, of its messages those about it alone, and its article as it stands there. */
function readTree(
  place: Place,
  packs: PackReader
): {readonly kept: SourceTree; readonly article: string} | null {
  const index = packs.index(place)
  const article = packs.section(place, 'article')
  const messages = packs.section(place, 'messages')
  if (!index || article === null || messages === null) return null
  const {id, path, found} = index
  const all: readonly Message[] = JSON.parse(messages)
  const kept = {
    id,
    path,
    found,
    article: JSON.parse(article),
    messages: all.slice(0, found)
  }
  return {kept, article: article.trimEnd()}
}

/** What was made of it; null where some of that cannot be read. */
function readMade(place: Place, packs: PackReader): Made | null {
  const parsed = new Map<string, unknown>()
  const sections = Object.keys(packs.index(place)?.sections ?? {})
  const texts = new Map(sections.map((name) => [name, packs.section(place, name)]))
  const of = (name: string): string => texts.get(name) ?? 'null'
  const parts = sections.filter((name) => name.startsWith(partSection('')))
  for (const name of parts)
    parsed.set(name.slice(partSection('').length), JSON.parse(of(name)))
  if ([...texts.values()].includes(null)) return null
  return {
    messages: JSON.parse(of('messages')),
    files: JSON.parse(of('files')),
    links: JSON.parse(of('links')),
    parts: Object.fromEntries(parsed)
  }
}

const countsOf = (messages: readonly Message[]): string =>
  (['error', 'warning', 'info'] as const)
    .map((kind) => messages.filter(({severity}) => severity === kind).length)
    .join(' ')
