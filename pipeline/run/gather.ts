import {checksums} from '../package/checksums.ts'
import type {Description, WrittenFile} from '../package/description.ts'
import {descriptions} from '../package/index.ts'
import {dataPage} from '../site/data.ts'
import {reportPages} from '../site/report.ts'
import type {Edition, Result} from '../source/types.ts'
import type {Message} from '../tree/types.ts'
import {checkEdition} from '../validate/edition.ts'
import {isSignature} from '../validate/near-duplicates.ts'
import type {AnyOutput} from '../write/output.ts'
import {assetFiles} from './assets.ts'
import type {Entries, Entry} from './entries.ts'
import {createTwinNamer, twins} from './filters.ts'
import {beginningsIn} from './first-part.ts'
import {createRendezvous, type Rendezvous} from './rendezvous.ts'
import {manyFiles} from './snapshot.ts'
import {writeTables} from './tables.ts'
import {everything} from './work.ts'
import type {FileWriter} from './write-files.ts'

/** What the files of the whole edition are made from. */
export interface Gathering {
  readonly writer: FileWriter
  readonly entries: Entries
  readonly edition: Edition
  /** Text of a file of an article. @returns null where there is none */
  readArticleFile(path: string): string | null
}

/**
 * Makes what is made of all articles together, then what describes it, in one pass over them: memory does not
 * grow with their texts. @returns what is wrong with the edition as a whole
 */
export async function gatherEdition(gathering: Gathering): Promise<readonly Message[]> {
  const {writer, entries, edition} = gathering
  for (const file of assetFiles()) writer.write(file)
  const rendezvous = createRendezvous(() => entries.each())
  await rendezvous.run([
    ...everything
      .filter((output) => output.edition)
      .map((output) => () => writeOutput(output, rendezvous, gathering)),
    () => writeTables(writer, resultsOf(rendezvous), edition)
  ])
  writer.finish()
  const ofArticles = entries.fileCount > manyFiles ? [] : [...entries.files()]
  for (const description of descriptions)
    describe(writer, description, {edition, ofArticles})
  const dataset = writer.read('data/dataset.jsonld').trim()
  writer.write({
    path: 'data/index.html',
    bytes: dataPage(writer.written(), edition, {
      dataset,
      beginningOf: beginningsIn(writer.folder)
    })
  })
  writer.finish()
  const checked = await checkEdition({
    writer: readable(gathering),
    results: all(entries),
    links: entries.links()
  })
  const found = [...checked, ...twinsIn(entries)]
  for await (const file of reportPages(all(entries), edition, found)) writer.write(file)
  writer.finish()
  writeChecksums(gathering)
  writer.finish()
  return found
}

/** Articles that nearly repeat another. */
function* twinsIn(entries: Entries): Generator<Message> {
  const nameTwin = createTwinNamer()
  for (const {result, parts} of entries.each()) {
    const signature = parts[twins.name]
    yield* nameTwin(result, isSignature(signature) ? signature : null)
  }
}

/** What an output keeps of each result; all of it, where it does not say. */
async function writeOutput(
  output: AnyOutput,
  {items}: Rendezvous<Entry>,
  {writer, edition}: Gathering
): Promise<void> {
  const parts = mapped(items, (entry) =>
    output.part ? entry.parts[output.name] : entry.result
  )
  for await (const file of output.edition?.(parts, edition) ?? []) writer.write(file)
}

const resultsOf = ({items}: Rendezvous<Entry>): AsyncIterable<Result> =>
  mapped(items, ({result}) => result)

const mapped = <From, To>(
  items: AsyncIterable<From>,
  map: (item: From) => To
): AsyncIterable<To> => ({
  async *[Symbol.asyncIterator]() {
    for await (const item of items) yield map(item)
  }
})

const all = (entries: Entries): AsyncIterable<Result> => ({
  async *[Symbol.asyncIterator]() {
    for (const {result} of entries.each()) yield result
  }
})

function describe(
  writer: FileWriter,
  description: Description,
  {edition, ofArticles}: {edition: Edition; ofArticles: readonly WrittenFile[]}
): void {
  const files = [...writer.written(), ...ofArticles].sort((a, b) =>
    a.path < b.path ? -1 : 1
  )
  for (const file of description.describe(files, edition)) writer.write(file)
}

/** The files of the edition as its checks read them. */
const readable = ({writer, entries, readArticleFile}: Gathering) => ({
  written: () => writer.written(),
  has: (path: string) => entries.hasFile(path),
  read: (path: string) =>
    entries.hasFile(path) ? (readArticleFile(path) ?? '') : writer.read(path)
})

/** The files of articles and of the edition, merged by path: there may be millions. */
function writeChecksums({writer, entries, edition}: Gathering): void {
  const own = writer.written()
  const put = (files: readonly WrittenFile[]): void => {
    for (const file of checksums.describe(files, edition)) writer.write(file)
  }
  let at = 0
  for (const files of entries.filesByPath()) {
    const [first] = files
    const from = at
    while (first && at < own.length && (own[at]?.path ?? '') < first.path) at++
    put([...own.slice(from, at), ...files])
  }
  put(own.slice(at))
}
