/**
 * Prints how well pages are read, set by set, beside other extractors on the same pages. Our own figures are those of
 * models that have not seen the site of the page (`tools/train-extraction.ts` leaves them in `build/`); where they are
 * missing, the model that comes with warraq is judged, and that is said.
 */
import {createHash} from 'node:crypto'
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {extractPage} from '../pipeline/extract/index.ts'
import {defaultExtraction} from '../pipeline/source/settings.ts'
import {type Model, type PackedModel, unpackModel} from '../pipeline/extract/model.ts'
import type {ExtractedPage} from '../pipeline/extract/types.ts'
import {type PageRecord, records, siteOf} from './extraction-data.ts'
import {linesOf, peers, type Prediction} from './extraction-peers.ts'
import {foldOf} from './learn-extraction.ts'

const build = new URL('../build/', import.meta.url).pathname
const require = createRequire(import.meta.url)

interface Figures {
  readonly body?: {f1: number}
  readonly snippets?: {f1: number}
  readonly title?: {exact: number}
  readonly authors?: {f1: number}
  readonly date?: {accuracy: number}
}
interface PageScore {
  readonly id: string
  readonly f1?: number
  readonly snip?: {tp: number; tn: number; fp: number; fn: number}
}
interface Scorer {
  scorePage(page: PageRecord, prediction: unknown): PageScore
  summarise(pages: readonly PageScore[]): Figures
}

/** Pages on which time is taken, one in so many: all tools on one page, one after the other. */
const timedEach = 12

export interface Options {
  /** Names of sets; all where there is none. */
  readonly sets: readonly string[]
  readonly worst: number
  readonly withPeers: boolean
  /** Folder that our predictions are written to, a file for each set. */
  readonly keep?: string
}

/** @param folder that holds `*_dev.jsonl.gz` and `score.mjs` */
export async function scoreExtraction(folder: string, {sets, worst, withPeers, keep}: Options): Promise<void> {
  const scorer: Scorer = await import(join(folder, 'score.mjs'))
  const models = unseenModels()
  console.log(models ? `\nextraction: each page by a model that has not seen its site` : '\nextraction: by the model of warraq, which has seen these pages (train-extraction.ts leaves models that have not)')
  const seconds = new Map<string, number>()
  const cells: {set: string; tool: string; figures: Figures; pages: readonly PageScore[]}[] = []
  for (const file of readdirSync(folder).filter((name) => name.endsWith('_dev.jsonl.gz')).sort()) {
    const set = file.replace('_dev.jsonl.gz', '')
    if (sets.length > 0 && !sets.includes(set)) continue
    const path = join(folder, file)
    const own = await ourOwn(path, models, seconds)
    if (keep) writeFileSync(join(keep, `${set}.jsonl`), [...own].map(([id, found]) => JSON.stringify({id, ...found})).join('\n'))
    const tools = new Map([['warraq', own]])
    if (withPeers) for (const name of Object.keys(peers)) tools.set(name, await ofPeer(name, path))
    for (const [tool, predictions] of tools) {
      const pages: PageScore[] = []
      for await (const record of records(path)) pages.push(scorer.scorePage(record, predictions.get(record.id)))
      cells.push({set, tool, figures: scorer.summarise(pages), pages})
    }
    for (const {tool, figures} of cells.filter((cell) => cell.set === set)) console.log(rowOf(set, tool, figures))
  }
  const base = seconds.get('Readability')
  if (base) for (const [tool, each] of seconds) console.log(`speed  ${tool.padEnd(18)} ${(base / each).toFixed(2)} times the pages of Readability (CPU time, the same pages in turn)`)
  for (const {set, tool, pages} of cells)
    if (tool === 'warraq')
      for (const {id, value} of pages.map((page) => ({id: page.id, value: valueOf(page)})).sort((a, b) => a.value - b.value).slice(0, worst))
        console.log(`${set}  ${value.toFixed(3)}  ${id}`)
}

function valueOf({f1, snip}: PageScore): number {
  if (f1 !== undefined) return f1
  return snip ? (snip.tp + snip.tn) / (snip.tp + snip.tn + snip.fp + snip.fn) : 1
}

const columns = (figures: Figures): [string, number | undefined][] => [
  ['body', figures.body?.f1],
  ['snippets', figures.snippets?.f1],
  ['title', figures.title?.exact],
  ['authors', figures.authors?.f1],
  ['date', figures.date?.accuracy]
]

const rowOf = (set: string, tool: string, figures: Figures): string =>
  `${set.padEnd(9)} ${tool.padEnd(18)} ${columns(figures)
    .map(([name, value]) => `${name} ${value === undefined ? '   –' : value.toFixed(3).replace(/^0/u, '')}`.padEnd(15))
    .join(' ')}`

/** Models that have not seen one part of the sites each, if they were trained for the features of today. */
function unseenModels(): Model[] | null {
  const path = join(build, 'extraction-parts.json')
  if (!existsSync(path)) return null
  const packed: PackedModel[] = JSON.parse(readFileSync(path, 'utf8'))
  return packed.map(unpackModel)
}

const values = (page: ExtractedPage, field: string): string[] =>
  page.facts.filter((each) => each.field === field).map(({fact: {value}}) => (typeof value === 'object' && 'name' in value ? String(value.name) : String(value)))

async function ourOwn(path: string, models: readonly Model[] | null, seconds: Map<string, number>): Promise<Map<string, Prediction>> {
  const found = new Map<string, Prediction>()
  let count = 0
  for await (const record of records(path)) {
    const {html, id} = record
    const model = models?.[foldOf(siteOf(record))]
    const isTimed = count++ % timedEach === 0
    const take = async (name: string, run: () => unknown): Promise<void> => {
      const before = process.cpuUsage()
      await run()
      const {user, system} = process.cpuUsage(before)
      // The first pages warm the compiler.
      if (count > timedEach) seconds.set(name, (seconds.get(name) ?? 0) + (user + system) / 1e6)
    }
    let page: ExtractedPage | null = null
    const read = () => {
      page = extractPage(html, defaultExtraction, model)
    }
    if (isTimed) {
      await take('warraq', read)
      for (const [name, peer] of Object.entries(peers)) await take(name, () => quietly(() => peer(html, addressOf(record))))
    }
    const known: ExtractedPage = page ?? extractPage(html, defaultExtraction, model)
    found.set(id, {
      title: values(known, 'headline')[0] ?? '',
      authors: values(known, 'authors'),
      date_published: values(known, 'datePublished')[0] ?? '',
      body: known.lines.filter((_, n) => known.reasons[n] === null).map(({text}) => text).join('\n')
    })
  }
  return found
}

const addressOf = ({url}: PageRecord): string => (URL.canParse(url ?? '') ? (url ?? '') : 'https://site.example/page')

/** Peers complain on the console of what they find. */
async function quietly<Result>(run: () => Promise<Result>): Promise<Result | null> {
  const {warn, error, log} = console
  const silent = (): void => undefined
  Object.assign(console, {warn: silent, error: silent, log: silent})
  try {
    return await run()
  } catch {
    return null
  } finally {
    Object.assign(console, {warn, error, log})
  }
}

/** What another extractor finds; kept in `build/` by its version and the data, since it takes long. */
async function ofPeer(name: string, path: string): Promise<Map<string, Prediction>> {
  const key = createHash('sha256').update(readFileSync(path)).update(versionOf(name)).digest('hex').slice(0, 16)
  const kept = join(build, 'extraction-peers', `${name}-${key}.jsonl`)
  const found = new Map<string, Prediction>()
  if (existsSync(kept)) {
    for (const line of readFileSync(kept, 'utf8').split('\n').filter(Boolean)) {
      const {id, ...prediction}: Prediction & {id: string} = JSON.parse(line)
      found.set(id, prediction)
    }
    return found
  }
  for await (const record of records(path)) {
    const raw = await quietly(async () => peers[name]?.(record.html, addressOf(record)))
    if (raw) found.set(record.id, {title: raw.title, authors: raw.authors, date_published: raw.date_published, body: linesOf(raw.html)})
  }
  mkdirSync(dirname(kept), {recursive: true})
  writeFileSync(kept, [...found].map(([id, prediction]) => JSON.stringify({id, ...prediction})).join('\n'))
  return found
}

function versionOf(name: string): string {
  const packages: Readonly<Record<string, string>> = {Readability: '@mozilla/readability', 'article-extractor': '@extractus/article-extractor'}
  const folder = join(require.resolve('linkedom/package.json'), '../../', packages[name] ?? name)
  const {version}: {version: string} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return version
}
