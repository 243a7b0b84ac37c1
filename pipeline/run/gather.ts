import {checksums} from '../package/checksums.ts'
import type {Description, WrittenFile} from '../package/description.ts'
import {descriptions} from '../package/index.ts'
import {tdm} from '../package/tdm.ts'
import {dataPage} from '../site/data.ts'
import {buildReport, reportPages, type SourceReport} from '../site/report.ts'
import {isWanted} from '../source/selection.ts'
import type {Edition} from '../source/types.ts'
import type {Message} from '../tree/types.ts'
import {checkEdition} from '../validate/edition.ts'
import type {Signature} from '../validate/near-duplicates.ts'
import type {AnyOutput} from '../write/output.ts'
import {assetFiles} from './assets.ts'
import type {Checked} from './checked.ts'
import type {Entries} from './entries.ts'
import {everything} from './everything.ts'
import {createTwinNamer, twins} from './filters.ts'
import {firstPart} from './first-part.ts'
import type {Manifest} from './manifest.ts'
import type {RunWriter} from './run-writer.ts'
import {manyFiles} from './snapshot.ts'
import {writeSortedLines} from './sorted-lines.ts'
import {assets, packaging} from './stale.ts'
import {tables, writeTables} from './tables.ts'
import type {FileWriter} from './write-files.ts'
import {writeRuns} from './write-runs.ts'

/** What the files of the whole edition are made from. */
export interface Gathering {
  readonly writer: FileWriter
  readonly entries: Entries
  readonly edition: Edition
  /** Outputs whose files are made; those of the others are kept. */
  readonly wanted: ReadonlySet<string>
  /** The edition before: its files, and what was wrong with it; null where nothing of it can be used. */
  readonly before: Pick<Manifest, 'files' | 'found'> | null
  readonly isChecked: Checked
  /** Opens the files of an output that are made run by run. */
  openRuns<Kept>(output: string): RunWriter<Kept>
  /** Text of a file of an article. @returns null where there is none */
  readArticleFile(path: string): string | null
}

/**
 * Makes what is made of all articles together, then what describes it. Every output reads what was kept for it
 * of each article, and nothing else: memory does not grow with their texts.
 * @returns what is wrong with the edition as a whole; null where that was not looked for
 */
export async function gatherEdition(
  gathering: Gathering
): Promise<readonly Message[] | null> {
  const {writer, entries, edition, wanted} = gathering
  keepStanding(gathering, (output) => !wanted.has(output) && !isOfPackaging(output))
  if (wanted.has(assets)) for (const file of assetFiles()) writer.write(file, assets)
  for (const output of everything)
    if (wanted.has(output.name)) await writeOutput(output, gathering)
  if (wanted.has(tables.name))
    await writeTables(gathering.openRuns(tables.name), entries.runs(), edition)
  writer.finish()
  if (wanted.has(packaging)) return describeAndCheck(gathering)
  keepStanding(gathering, isOfPackaging)
  return null
}

const isOfPackaging = (output: string): boolean =>
  output === packaging || output === buildReport.name

function keepStanding(
  {writer, before}: Gathering,
  isKept: (output: string) => boolean
): void {
  for (const file of before?.files.values() ?? [])
    if (isKept(file.output)) writer.keep(file)
}

async function writeOutput(output: AnyOutput, gathering: Gathering): Promise<void> {
  const {writer, entries, edition} = gathering
  const {name, lines} = output
  if (output.runs)
    return writeRuns(gathering.openRuns(name), entries.runs(), {output, edition})
  if (lines)
    return writeSortedLines(gathering.openRuns(name), entries.runs(true), {
      ...{output: name, sorted: lines, edition}
    })
  const parts = output.part ? entries.parts(output.name) : nothing
  for await (const file of output.edition?.(parts, edition) ?? [])
    writer.write(file, output.name)
  writer.finish()
}

/** No article is read for an output that keeps nothing of any. */
const nothing: AsyncIterable<never> = {
  [Symbol.asyncIterator]: () => ({next: async () => ({done: true, value: undefined})})
}

/** What tells of the files: their descriptions, the checks, the report, their digests. */
async function describeAndCheck(gathering: Gathering): Promise<readonly Message[]> {
  const {writer, entries, edition, isChecked} = gathering
  const {fileCount} = entries
  const isListed = fileCount > 0 && fileCount <= manyFiles
  const ofArticles = isListed ? [...entries.files()] : []
  for (const description of descriptions)
    if (isWanted(edition, 'data') || description.name === tdm.name)
      describe(writer, description, {edition, ofArticles})
  if (isWanted(edition, 'site')) writeDataPage(gathering)
  writer.finish()
  const checked = await checkEdition({
    writer: readable(gathering),
    isChecked: isChecked.page,
    links: entries.links((slug) => !isChecked.article(slug))
  })
  const found = [...checked, ...(await twinsIn(entries))]
  await report(gathering, found)
  writeChecksums(gathering)
  writer.finish()
  return found
}

function writeDataPage({writer, edition}: Gathering): void {
  const page = dataPage(writer.written(), edition, {
    dataset: isWanted(edition, 'data') ? writer.read('data/dataset.jsonld').trim() : '',
    beginningOf: (path) => firstPart(writer.locate(path))
  })
  writer.write({path: 'data/index.html', bytes: page}, packaging)
}

/** Articles that nearly repeat another. */
async function twinsIn(entries: Entries): Promise<Message[]> {
  const nameTwin = createTwinNamer()
  const found: Message[] = []
  for await (const {part, ...source} of entries.each<Signature | null>(twins.name))
    found.push(...nameTwin(source, part))
  return found
}

/** The report is made again where anything in it changed. */
async function report(gathering: Gathering, found: readonly Message[]): Promise<void> {
  const {writer, entries, edition, wanted, before} = gathering
  const isSame = JSON.stringify(before?.found) === JSON.stringify(found)
  if (isSame && !wanted.has(buildReport.name))
    return keepStanding(gathering, (output) => output === buildReport.name)
  const sources = entries.each<SourceReport>(buildReport.name)
  for await (const file of reportPages(sources, edition, found))
    writer.write(file, buildReport.name)
  writer.finish()
}

function describe(
  writer: FileWriter,
  description: Description,
  {edition, ofArticles}: {edition: Edition; ofArticles: readonly WrittenFile[]}
): void {
  const files = [...writer.written(), ...ofArticles].sort((a, b) =>
    a.path < b.path ? -1 : 1
  )
  for (const file of description.describe(files, edition)) writer.write(file, packaging)
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
    for (const file of checksums.describe(files, edition)) writer.write(file, packaging)
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
